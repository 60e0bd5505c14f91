import { heightForAge, type Posture, type Sex, STANDING_FROM, standardStature, statureAt, weightAtStature, weightForAge, weightForHeight } from '#shared/domain/growth.ts'
import { ageInMonths, dayNumber, isDay, parseIsoDate, toIsoDate, type Day } from '#shared/domain/period.ts'
import type { PlainCell } from '../workbook/plain-workbook.ts'
import { createNikSeries, makeGroup, type Measured, round1, type SampleChild } from './children.ts'
import { HEADERS, type Place, rowOf } from './e-ppgbm.ts'
import type { Random } from './random.ts'

/**
 * The second verification of the sample village, two months after the first list: the same children measured again, with what real
 * lists have: children who moved, were not found or are too old, and mistakes of every kind that the program looks for.
 */
interface Round {
  readonly random: Random
  /** Day of weighing of each posyandu. */
  readonly days: Readonly<Record<string, string>>
}

/** A row of the list; `cells` are typed over what the child would give, by header. */
interface Line {
  readonly child: SampleChild
  readonly cells?: Readonly<Record<string, PlainCell>>
}

interface Wanted {
  readonly hfa: number
  readonly wfh: number
}

const isStunted = (child: SampleChild): boolean => (child.measured?.hfa ?? 0) < -2
const days = (on: string, born: string): number => dayNumber(on) - dayNumber(born)
const rightPosture = (age: number): Posture => (age < STANDING_FROM ? 'lying' : 'standing')
const iso = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10)

/** Z-scores of measures as the file's own program would give them. */
function judged(sex: Sex, age: number, kg: number, cm: number, posture: Posture): Pick<Measured, 'hfa' | 'wfa' | 'wfh'> {
  const stature = { cm, posture }
  return { hfa: heightForAge(sex, age, stature) ?? null, wfa: weightForAge(sex, age, kg) ?? 0, wfh: weightForHeight(sex, age, stature, kg) ?? null }
}

/** Measures near the wanted z-scores, never shorter than before, on the wanted side of −2 and on no border. */
function measuredNear(child: SampleChild, on: string, { hfa, wfh }: Wanted, stunted: boolean, half = false): Measured {
  const age = days(on, child.born)
  const posture = rightPosture(age)
  const old = child.measured
  const before = old && old.cm !== null ? standardStature(age, { cm: old.cm, posture: old.posture }) : 0
  const exact = statureAt(child.sex, age, hfa) ?? Number.NaN
  let cm = Math.max(half ? Math.round(exact * 2) / 2 : round1(exact), stunted ? 0 : Math.ceil(before * 10) / 10)
  const fits = (): boolean => {
    const z = heightForAge(child.sex, age, { cm, posture }) ?? Number.NaN
    return z !== -2 && z !== -3 && (z < -2) === stunted
  }
  while (!fits()) cm = round1(cm + (stunted ? -0.1 : 0.1))
  for (let target = wfh; ; target += 0.03) {
    const kg = round1(weightAtStature(child.sex, age, { cm, posture }, target) ?? Number.NaN)
    const z = judged(child.sex, age, kg, cm, posture)
    if ([z.wfa, z.wfh].some((one) => one === -2 || one === -3)) continue
    return { on, kg, cm, posture, ...z, gain: kg > (child.measured?.kg ?? 0) ? 'N' : 'T' }
  }
}

/** The child two months later: about as tall and heavy for its age as before. */
function later({ random, days: weighing }: Round, child: SampleChild, stunted: boolean, hfa = child.measured?.hfa ?? random.normal(-0.9, 0.6)): SampleChild {
  const on = weighing[child.posyandu] ?? ''
  const near = stunted ? hfa : Math.max(-1.9, hfa + random.normal(0, 0.12))
  const wfh = Math.min(2.8, Math.max(-3.4, (child.measured?.wfh ?? random.normal(-0.3, 0.6)) + random.normal(0, 0.15)))
  return { ...child, measured: measuredNear(child, on, { hfa: near, wfh }, stunted, child.posyandu === 'Kenanga' && random.next() < 0.75) }
}

/** Day and month the other way round, where that is a day before the measurement. */
function swapped(born: string, on: string): string | undefined {
  const { year, month, day } = parseIsoDate(born) as Day
  const other = { year, month: day, day: month }
  return day !== month && isDay(other) && toIsoDate(other) < on ? toIsoDate(other) : undefined
}

/** Measures as `change` would have them, with the z-scores that they really give. */
function remade(child: SampleChild, change: { readonly cm?: number; readonly kg?: number }): SampleChild {
  const m = child.measured
  if (!m) return child
  const [cm, kg] = [change.cm ?? m.cm ?? 0, change.kg ?? m.kg]
  return { ...child, measured: { ...m, cm, kg, ...judged(child.sex, days(m.on, child.born), kg, cm, m.posture) } }
}

type Mistake = (child: SampleChild, before: SampleChild) => Line[] | undefined

const ageOf = (child: SampleChild): number => days(child.measured?.on ?? '', child.born)

/** One mistake after the other; each takes the next healthy child that it can happen to. `undefined`: not to this one. */
const MISTAKES: readonly Mistake[] = [
  // the column has the other sex, or day and month swapped; the z-scores are the child's own
  (child) => [{ child, cells: { JK: child.sex === 'L' ? 'P' : 'L' } }],
  (child) => [{ child, cells: { JK: child.sex === 'L' ? 'P' : 'L' } }],
  ...Array.from({ length: 2 }, (): Mistake => (child) => {
    const other = swapped(child.born, '2026-03-01')
    return other === undefined || other < '2022-01-01' ? undefined : [{ child, cells: { 'Tgl Lahir': other } }]
  }),
  // a height mistyped by 10 cm beside the right z-score
  (child) => (ageOf(child) > 900 ? [{ child, cells: { Tinggi: round1((child.measured?.cm ?? 0) - 10) } }] : undefined),
  (child) => (ageOf(child) > 900 ? [{ child, cells: { Tinggi: round1((child.measured?.cm ?? 0) + 10) } }] : undefined),
  // measured one way, written another
  ...Array.from({ length: 2 }, (): Mistake => (child) => (ageOf(child) > 300 && ageOf(child) < 700 ? [{ child, cells: { 'Cara Ukur': 'Berdiri' } }] : undefined)),
  (child) => (ageOf(child) > 800 ? [{ child, cells: { 'Cara Ukur': 'Terlentang' } }] : undefined),
  // status and z-score left over from the list before, or a status that fits neither
  ...Array.from({ length: 2 }, (): Mistake => (child, before) => {
    const [now, old] = [child.measured, before.measured]
    return now && old && now.hfa !== null && old.hfa !== null && Math.abs(now.hfa - old.hfa) > 0.05 ? [{ child: { ...child, measured: { ...now, hfa: old.hfa } } }] : undefined
  }),
  ...Array.from({ length: 3 }, (): Mistake => (child) => [{ child, cells: { 'TB/U': 'Pendek' } }]),
  // an age rounded down to months, and a z-score that nothing explains
  (child) => {
    const m = child.measured
    if (!m || m.cm === null) return undefined
    const rounded = Math.round(ageInMonths(child.born, m.on) * 30.4375)
    return days(m.on, child.born) - rounded < 12 || rightPosture(rounded) !== m.posture ? undefined : [{ child: { ...child, measured: { ...m, ...judged(child.sex, rounded, m.kg, m.cm, m.posture) } } }]
  },
  (child) => (child.measured ? [{ child: { ...child, measured: { ...child.measured, hfa: round1((child.measured.hfa ?? 0) + 0.4) + 0.03 } } }] : undefined),
  // no NIK
  ...Array.from({ length: 4 }, (): Mistake => (child) => [{ child, cells: { NIK: '' } }]),
  // one child listed twice: under another NIK, under a misspelt name, at another posyandu
  (child) => [{ child }, { child: { ...child, nik: `${child.nik.slice(0, 12)}9777` } }],
  (child) => [{ child }, { child: { ...child, measured: null }, cells: { NIK: '-', Nama: child.name.replace(/^(\S{3})(\S*)/, '$1h$2') } }],
  (child) => {
    const m = child.measured
    return m ? [{ child: { ...child, measured: { ...m, on: iso(dayNumber(m.on) - 2) } }, cells: { Posyandu: child.posyandu === 'Mawar' ? 'Anggrek' : 'Mawar' } }, { child }] : undefined
  },
  // measures of the list before, copied; a height that cannot be; one that is less than before
  ...Array.from({ length: 3 }, (): Mistake => (child, before) =>
    ageOf(child) > 1000 && before.measured?.cm ? [{ child: remade(child, { cm: before.measured.cm, kg: before.measured.kg }) }] : undefined),
  (child) => (ageOf(child) > 900 ? [{ child: remade(child, { cm: round1(statureAt(child.sex, ageOf(child), -6.5) ?? 0) }) }] : undefined),
  ...Array.from({ length: 2 }, (): Mistake => (child, before) =>
    ageOf(child) > 1000 && (child.measured?.hfa ?? -9) > -0.8 ? [{ child: remade(child, { cm: round1((before.measured?.cm ?? 0) - 2.4) }) }] : undefined),
]

/** Children whom nothing else happens to: neither stunted nor near it, measured both times. */
function isPlain(child: SampleChild, before: SampleChild | undefined): boolean {
  const [hfa, wfh] = [child.measured?.hfa ?? -9, child.measured?.wfh ?? -9]
  return typeof before?.measured?.cm === 'number' && hfa > -1.3 && hfa < 1.2 && wfh > -1.2 && wfh < 1
}

/** Mistakes happen to every fifth plain child in turn, the first that can. */
function withMistakes(children: readonly SampleChild[], before: ReadonlyMap<string, SampleChild>): Line[] {
  const left = [...MISTAKES]
  let plain = 0
  return children.flatMap((child): Line[] => {
    const old = before.get(child.nik)
    if (!old || !isPlain(child, old)) return [{ child }]
    plain += 1
    if (plain % 5 !== 0) return [{ child }]
    for (const [index, mistake] of left.entries()) {
      const lines = mistake(child, old)
      if (!lines) continue
      left.splice(index, 1)
      return lines
    }
    return [{ child }]
  })
}

/** Who is in the second list: the first list's children two months on, without who is too old or was not found, and a few who came. */
function present(round: Round, august: readonly SampleChild[]): SampleChild[] {
  const { random, days: weighing } = round
  const stunted = august.filter(isStunted).toSorted((a, b) => (b.measured?.hfa ?? 0) - (a.measured?.hfa ?? 0))
  const close = august.filter((child) => !isStunted(child) && typeof child.measured?.hfa === 'number').toSorted((a, b) => (a.measured?.hfa ?? 0) - (b.measured?.hfa ?? 0))
  const [recovered, added] = [new Set(stunted.slice(0, 3)), new Set(close.slice(0, 2))]
  const [lost, unmeasured, moved] = [stunted[4], stunted[6], stunted[8]]
  const there = august.flatMap((child): SampleChild[] => {
    const on = weighing[child.posyandu] ?? ''
    if (child === lost || ageInMonths(child.born, on) >= 60) return []
    if (child === unmeasured) return [{ ...child, measured: null }]
    if (child === moved) return [later(round, { ...child, posyandu: 'Melati II' }, true)]
    if (!child.measured || child.measured.cm === null) return [random.next() < 0.4 ? later(round, child, false) : { ...child, measured: null }]
    if (random.next() < 0.03 && !isStunted(child)) return [{ ...child, measured: null }]
    if (added.has(child)) return [later(round, child, true, -2.12)]
    return [later(round, child, isStunted(child) && !recovered.has(child))]
  })
  const came = Object.entries(weighing).flatMap(([posyandu, weighedOn], index) => makeGroup(random, createNikSeries(), {
    nikArea: '350507', posyandu, weighedOn, targeted: 2, measured: 2, weighedOnly: 0, severelyStunted: 0, stunted: index === 0 ? 1 : 0, severelyWasted: 0, wasted: 0,
  }).map((child) => ({ ...child, nik: `${child.nik.slice(0, 12)}${9500 + index}` })))
  return [...there, ...came]
}

/** The rows of the second verification, posyandu by posyandu, in order of name. */
export function vervalRows(random: Random, august: readonly SampleChild[], weighing: Readonly<Record<string, string>>, place: Place): PlainCell[][] {
  const order = Object.keys(weighing)
  const children = present({ random, days: weighing }, august)
    .toSorted((a, b) => order.indexOf(a.posyandu) - order.indexOf(b.posyandu) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
  return withMistakes(children, new Map(august.map((child) => [child.nik, child]))).map(({ child, cells = {} }, index) => {
    const row = rowOf(index + 1, child, place)
    for (const [header, value] of Object.entries(cells)) row[(HEADERS as readonly string[]).indexOf(header)] = value
    return row
  })
}
