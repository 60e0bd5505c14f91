import {
  heightForAge, type Posture, type Sex, STANDING_FROM, statureAt, weightAtAge, weightAtStature, weightForAge, weightForHeight, type Z,
} from '#shared/domain/growth.ts'
import { ageInMonths, dayNumber } from '#shared/domain/period.ts'
import { childName, motherName } from './names.ts'
import type { Random } from './random.ts'

/** What a measured child is to come out as; `healthy` stands for everything from −2 up. */
export type Height = 'severely_stunted' | 'stunted' | 'healthy'
export type Build = 'severely_wasted' | 'wasted' | 'healthy'

export interface Measured {
  readonly on: string
  readonly kg: number
  /** `null`: weighed, but not measured. */
  readonly cm: number | null
  readonly posture: Posture
  readonly hfa: Z | null
  readonly wfa: Z
  readonly wfh: Z | null
  readonly gain: 'N' | 'T' | 'O' | 'B'
}

export interface SampleChild {
  readonly nik: string
  readonly name: string
  readonly mother: string
  readonly sex: Sex
  readonly born: string
  readonly birthKg: number
  readonly birthCm: number
  readonly posyandu: string
  readonly rt: number
  readonly rw: number
  /** `null`: registered, not seen in this round. */
  readonly measured: Measured | null
}

/** How many children of one posyandu come out as what. */
export interface Group {
  /** Six digits of the NIK: province, regency, district. */
  readonly nikArea: string
  readonly posyandu: string
  readonly weighedOn: string
  readonly targeted: number
  /** With weight and height; the others below are among these. */
  readonly measured: number
  readonly weighedOnly: number
  readonly severelyStunted: number
  readonly stunted: number
  readonly severelyWasted: number
  /** All of them are 6–59 months old. */
  readonly wasted: number
}

/** The oldest child of a sample is this many days old on the day of the series, so that nobody is 60 months old. */
const OLDEST = 1_795
const YOUNGEST = 32

/** Serial numbers that no registry has given: they begin with 9. */
const FIRST_SERIAL = 9_001

/** Gives out NIK: area, birth date (day + 40 for girls), serial from 9001; never the same twice. */
export function createNikSeries(): (area: string, born: string, sex: Sex) => string {
  const given = new Map<string, number>()
  return (area, born, sex) => {
    const day = Number(born.slice(8)) + (sex === 'P' ? 40 : 0)
    const stem = `${area}${String(day).padStart(2, '0')}${born.slice(5, 7)}${born.slice(2, 4)}`
    const serial = given.get(stem) ?? FIRST_SERIAL
    given.set(stem, serial + 1)
    return `${stem}${serial}`
  }
}

/** The children of a posyandu: first those with a finding, then the healthy, then the unseen; the caller orders them. */
export function makeGroup(random: Random, nik: ReturnType<typeof createNikSeries>, group: Group): SampleChild[] {
  const heights = random.shuffle<Height>([
    ...Array<Height>(group.severelyStunted).fill('severely_stunted'),
    ...Array<Height>(group.stunted).fill('stunted'),
    ...Array<Height>(group.measured - group.severelyStunted - group.stunted).fill('healthy'),
  ])
  const thin = group.severelyWasted + group.wasted
  const children: SampleChild[] = []
  for (const [index, height] of heights.entries()) {
    const build = index < group.severelyWasted ? 'severely_wasted' : index < thin ? 'wasted' : 'healthy'
    const from = build === 'healthy' ? (height === 'healthy' ? YOUNGEST : 120) : 220
    children.push(makeChild(random, nik, group, from, (sex, born) => measure(random, sex, born, group.weighedOn, height, build)))
  }
  for (let count = 0; count < group.weighedOnly; count += 1) {
    children.push(makeChild(random, nik, group, 400, (sex, born) => weigh(random, sex, born, group.weighedOn)))
  }
  for (let count = group.measured + group.weighedOnly; count < group.targeted; count += 1) {
    children.push(makeChild(random, nik, group, YOUNGEST, () => null))
  }
  return children
}

function makeChild(
  random: Random,
  nik: ReturnType<typeof createNikSeries>,
  group: Group,
  fromDays: number,
  measured: (sex: Sex, born: string) => Measured | null,
): SampleChild {
  const sex: Sex = random.next() < 0.51 ? 'L' : 'P'
  const born = isoDate(dayNumber(group.weighedOn) - random.integer(fromDays, OLDEST))
  return {
    nik: nik(group.nikArea, born, sex),
    name: childName(random, sex),
    mother: motherName(random),
    sex,
    born,
    birthKg: round1(clamp(random.normal(3.1, 0.4), 1.9, 4.4)),
    birthCm: round1(clamp(random.normal(49, 1.6), 44, 54)),
    posyandu: group.posyandu,
    rt: random.integer(1, 4),
    rw: random.integer(1, 6),
    measured: measured(sex, born),
  }
}

const HEIGHT_RANGE: Readonly<Record<Height, readonly [number, number]>> = {
  severely_stunted: [-3.8, -3.05], stunted: [-2.95, -2.05], healthy: [-1.95, 2.9],
}
const BUILD_RANGE: Readonly<Record<Build, readonly [number, number]>> = {
  severely_wasted: [-3.6, -3.1], wasted: [-2.9, -2.1], healthy: [-1.9, 3.2],
}

/** Draws measures to 0.1 cm and 0.1 kg until their own z-scores are what is wanted and none lies exactly on a border. */
function measure(random: Random, sex: Sex, born: string, on: string, height: Height, build: Build): Measured {
  const days = dayNumber(on) - dayNumber(born)
  const [right, wrong]: readonly [Posture, Posture] = days < STANDING_FROM ? ['lying', 'standing'] : ['standing', 'lying']
  for (;;) {
    // near two years of age one child in four is measured the other way
    const posture = Math.abs(days - STANDING_FROM) < 60 && random.next() < 0.25 ? wrong : right
    const shift = posture === right ? 0 : right === 'lying' ? -0.7 : 0.7
    const cm = round1((statureAt(sex, days, draw(random, HEIGHT_RANGE[height], height === 'healthy', -1)) ?? Number.NaN) + shift)
    const stature = { cm, posture }
    const kg = round1(weightAtStature(sex, days, stature, draw(random, BUILD_RANGE[build], build === 'healthy', -0.35)) ?? Number.NaN)
    const hfa = heightForAge(sex, days, stature)
    const wfa = weightForAge(sex, days, kg)
    const wfh = weightForHeight(sex, days, stature, kg)
    if (hfa === undefined || wfa === undefined || wfh === undefined) continue
    const heightFits = within(hfa, height === 'severely_stunted', height === 'stunted')
    const buildFits = within(wfh, build === 'severely_wasted', build === 'wasted')
    if (!heightFits || !buildFits || [hfa, wfa, wfh].some((z) => z === -2 || z === -3)) continue
    return { on, kg, cm, posture, hfa, wfa, wfh, gain: gainOf(random, born, on) }
  }
}

function weigh(random: Random, sex: Sex, born: string, on: string): Measured {
  const days = dayNumber(on) - dayNumber(born)
  const kg = round1(weightAtAge(sex, days, random.normal(-0.6, 0.3)) ?? Number.NaN)
  const wfa = weightForAge(sex, days, kg) ?? Number.NaN
  return { on, kg, cm: null, posture: days < STANDING_FROM ? 'lying' : 'standing', hfa: null, wfa, wfh: null, gain: 'N' }
}

function draw(random: Random, [low, high]: readonly [number, number], bell: boolean, mean: number): number {
  if (!bell) return low + random.next() * (high - low)
  for (;;) {
    const z = random.normal(mean, 0.85)
    if (z >= low && z <= high) return z
  }
}

function within(z: Z, severe: boolean, moderate: boolean): boolean {
  return severe ? z < -3 : moderate ? z >= -3 && z < -2 : z >= -2
}

function gainOf(random: Random, born: string, on: string): Measured['gain'] {
  if (ageInMonths(born, on) < 2) return 'B'
  const chance = random.next()
  return chance < 0.09 ? 'T' : chance < 0.14 ? 'O' : 'N'
}

function isoDate(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}

/** To 0.1, as scales and boards are read. */
export function round1(value: number): number {
  return Math.round(value * 10) / 10
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value))
}
