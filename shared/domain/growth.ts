import { LENGTH_HEIGHT_FOR_AGE } from '#shared/growth/length-height-for-age.ts'
import { type Columns, unpack } from '#shared/growth/packed.ts'
import { WEIGHT_FOR_AGE } from '#shared/growth/weight-for-age.ts'
import { WEIGHT_FOR_HEIGHT } from '#shared/growth/weight-for-height.ts'
import { WEIGHT_FOR_LENGTH } from '#shared/growth/weight-for-length.ts'

/** L = laki-laki, boy; P = perempuan, girl. */
export type Sex = 'L' | 'P'
/** Terlentang, berdiri. */
export type Posture = 'lying' | 'standing'
/** A z-score with 2 decimals. */
export type Z = number

/** Length or height as it was measured; `posture` null = not said, taken as right for the age. */
export interface Stature {
  readonly cm: number
  readonly posture: Posture | null
}

const DAYS_PER_MONTH = 30.4375
/** Last day with a z-score: the standards are for children under 60 months. */
export const LAST_DAY = 1826
/** From this day on height is measured standing, before it length is measured lying. */
export const STANDING_FROM = 731
const POSTURE_CM = 0.7

const stature = unpack(LENGTH_HEIGHT_FOR_AGE)
const weight = unpack(WEIGHT_FOR_AGE)
const byLength = unpack(WEIGHT_FOR_LENGTH)
const byHeight = unpack(WEIGHT_FOR_HEIGHT)

/** Age in days between two ISO dates is `dayNumber(on) − dayNumber(born)`; this is that age in WHO's months of 30.4375 days. */
export function growthMonths(ageDays: number): number {
  return ageDays / DAYS_PER_MONTH
}

/**
 * The centimetres that the standards are about: under 731 days lying, from then on standing; 0.7 cm are added to or taken from
 * what was measured the other way. Under 9 months a standing measure counts as lying (WHO 2006, domain §6.3).
 */
export function standardStature(ageDays: number, measured: Stature): number {
  if (ageDays < STANDING_FROM) {
    return measured.posture === 'standing' && growthMonths(ageDays) >= 9 ? measured.cm + POSTURE_CM : measured.cm
  }
  return measured.posture === 'lying' ? measured.cm - POSTURE_CM : measured.cm
}

/**
 * Height-for-age z-score (TB/U), plain LMS, 2 decimals (WHO 2006, domain §6.3). `undefined` outside 0–1826 whole days or without
 * a positive measure.
 */
export function heightForAge(child: Sex, ageDays: number, measured: Stature): Z | undefined {
  const cm = standardStature(ageDays, measured)
  if (!isAge(ageDays) || !(cm > 0 && cm < Infinity)) return undefined
  const { l, m, s } = stature[child]
  return twoDecimals(plainZ(cm, at(l, ageDays), at(m, ageDays), at(s, ageDays)))
}

/**
 * Weight-for-age z-score (BB/U), restricted LMS beyond ±3, 2 decimals (WHO 2006, domain §6.3). `undefined` outside 0–1826 whole
 * days or without a positive measure.
 */
export function weightForAge(child: Sex, ageDays: number, kg: number): Z | undefined {
  if (!isAge(ageDays) || !(kg > 0 && kg < Infinity)) return undefined
  const { l, m, s } = weight[child]
  return twoDecimals(restrictedZ(kg, at(l, ageDays), at(m, ageDays), at(s, ageDays)))
}

/**
 * Weight-for-length (under 731 days) or weight-for-height z-score (BB/PB, BB/TB), restricted LMS beyond ±3, 2 decimals; linear
 * between two entries of 0.1 cm (WHO 2006, domain §6.3). `undefined` outside 0–1826 days, 45–110 cm lying or 65–120 cm standing.
 */
export function weightForHeight(child: Sex, ageDays: number, measured: Stature, kg: number): Z | undefined {
  if (!isAge(ageDays) || !(kg > 0 && kg < Infinity)) return undefined
  const lms = lmsAt(child, ageDays, measured)
  return lms && twoDecimals(restrictedZ(kg, lms.l, lms.m, lms.s))
}

/**
 * Centimetres at a z-score, not rounded, as the standards measure at that age: lying under 731 days, else standing. `undefined`
 * outside 0–1826 days.
 */
export function statureAt(child: Sex, ageDays: number, z: number): number | undefined {
  if (!isAge(ageDays)) return undefined
  const { l, m, s } = stature[child]
  return plainValue(z, at(l, ageDays), at(m, ageDays), at(s, ageDays))
}

/** Kilograms at a weight-for-age z-score, not rounded. `undefined` outside 0–1826 days. */
export function weightAtAge(child: Sex, ageDays: number, z: number): number | undefined {
  if (!isAge(ageDays)) return undefined
  const { l, m, s } = weight[child]
  return restrictedValue(z, at(l, ageDays), at(m, ageDays), at(s, ageDays))
}

/** Kilograms at a weight-for-length or weight-for-height z-score, not rounded. `undefined` where `weightForHeight` is. */
export function weightAtStature(child: Sex, ageDays: number, measured: Stature, z: number): number | undefined {
  const lms = isAge(ageDays) ? lmsAt(child, ageDays, measured) : undefined
  return lms && restrictedValue(z, lms.l, lms.m, lms.s)
}

function isAge(ageDays: number): boolean {
  return Number.isInteger(ageDays) && ageDays >= 0 && ageDays <= LAST_DAY
}

function at(column: Float64Array, index: number): number {
  return column[index] ?? Number.NaN
}

function lmsAt(child: Sex, ageDays: number, measured: Stature): { l: number; m: number; s: number } | undefined {
  const columns: Columns = (ageDays < STANDING_FROM ? byLength : byHeight)[child]
  const cm = standardStature(ageDays, measured)
  const last = columns.m.length - 1
  if (!(cm >= columns.first / 10 && cm <= (columns.first + last) / 10)) return undefined
  const place = cm * 10 - columns.first
  // a sum such as 64.2 + 0.7 may lie a hair below its entry
  const near = Math.round(place)
  const low = Math.abs(place - near) < 1e-9 ? near : Math.floor(place)
  const between = place - low > 1e-9 ? place - low : 0
  return { l: mix(columns.l, low, between), m: mix(columns.m, low, between), s: mix(columns.s, low, between) }
}

function mix(column: Float64Array, low: number, between: number): number {
  const value = at(column, low)
  return between === 0 ? value : value + between * (at(column, low + 1) - value)
}

function plainZ(y: number, l: number, m: number, s: number): number {
  return ((l === 1 ? y / m : (y / m) ** l) - 1) / (s * l)
}

function plainValue(z: number, l: number, m: number, s: number): number {
  return m * (1 + l * s * z) ** (1 / l)
}

/** Beyond ±3 the scale goes on in steps as wide as the last one, so that extreme weights are not stretched by the skewness. */
function restrictedZ(y: number, l: number, m: number, s: number): number {
  const z = plainZ(y, l, m, s)
  if (z > 3) {
    const third = plainValue(3, l, m, s)
    return 3 + (y - third) / (third - plainValue(2, l, m, s))
  }
  if (z < -3) {
    const third = plainValue(-3, l, m, s)
    return -3 + (y - third) / (plainValue(-2, l, m, s) - third)
  }
  return z
}

function restrictedValue(z: number, l: number, m: number, s: number): number {
  if (Math.abs(z) <= 3) return plainValue(z, l, m, s)
  const side = Math.sign(z)
  const third = plainValue(3 * side, l, m, s)
  return third + (Math.abs(z) - 3) * (third - plainValue(2 * side, l, m, s))
}

/** The nearer of the two neighbours with 2 decimals, an exact tie to the even one: as WHO's own programme rounds. */
function twoDecimals(z: number): Z {
  const size = Math.abs(z)
  const floor = Math.floor(size * 100)
  const down = floor / 100
  const up = Math.ceil(size * 100) / 100
  const below = size - down
  const above = up - size
  const rounded = below < above || (below === above && floor % 2 === 0) ? down : up
  return z < 0 && rounded !== 0 ? -rounded : rounded
}
