import type { ByNameMeasurement } from './by-name.ts'
import { GROWTH_INDEXES, type GrowthIndex, type Status, statusOf } from './child-status.ts'
import { growthMonths, STANDING_FROM } from './growth.ts'
import { countedMeasurement, fileLabels, fileScores, type RoundChild, type Scores, scoresOf, type Taken, takenOf } from './own-growth.ts'
import { ageInMonths, dayNumber, type Day, isDay, parseIsoDate, toIsoDate } from './period.ts'

/**
 * Why a file's value is not ours. Each but the last two is proven by trying it: with that mistake our reckoning gives the file's
 * value. `label_only`: the file's z-score is ours, its label says something else. `unknown`: nothing that was tried gives it.
 */
export const REASONS = ['wrong_sex', 'swapped_date', 'posture', 'typing_ten', 'age_months', 'old_label', 'label_only', 'unknown'] as const
export type Reason = (typeof REASONS)[number]

/** z-scores that differ by no more than this many hundredths are the same, rounded elsewhere. */
const TOLERANCE = 1

export interface Judged {
  readonly z: number | null
  readonly status: Status | 'implausible' | null
}

export interface Difference {
  readonly child: RoundChild
  readonly measurement: ByNameMeasurement
  readonly index: GrowthIndex
  readonly file: Judged
  readonly own: Judged
  readonly reason: Reason
  readonly supposed: Readonly<Record<string, string | number>>
  /** The file's label says something else than the z-score that it stands beside (the file's own where it has one, else ours). */
  readonly wrongLabel: boolean
}

export interface CrossCheck {
  readonly differences: readonly Difference[]
  /** Per index: measurements that have both the file's value and ours. */
  readonly both: Readonly<Record<GrowthIndex, number>>
}

interface Alternative {
  readonly reason: Reason
  readonly taken: Taken
  readonly supposed: Readonly<Record<string, string | number>>
}

/** The date with day and month the other way round; undefined where that is no date, or the same. */
function swapped(iso: string): string | undefined {
  const { year, month, day } = parseIsoDate(iso) as Day
  const other = { year, month: day, day: month }
  return month !== day && isDay(other) ? toIsoDate(other) : undefined
}

/** Mistakes to try, likeliest first. */
function alternatives(child: RoundChild, m: ByNameMeasurement): Alternative[] {
  const taken = takenOf(child, m)
  const list: Alternative[] = []
  const sex = taken.sex === 'L' ? 'P' : 'L'
  list.push({ reason: 'wrong_sex', taken: { ...taken, sex }, supposed: { sex } })
  const born = swapped(child.bornOn)
  if (born && born <= m.measuredOn) list.push({ reason: 'swapped_date', taken: { ...taken, ageDays: dayNumber(m.measuredOn) - dayNumber(born) }, supposed: { what: 'born', date: born } })
  const measuredOn = swapped(m.measuredOn)
  if (measuredOn && measuredOn >= child.bornOn) {
    list.push({ reason: 'swapped_date', taken: { ...taken, ageDays: dayNumber(measuredOn) - dayNumber(child.bornOn) }, supposed: { what: 'measured', date: measuredOn } })
  }
  if (taken.cm !== null) {
    const right = taken.ageDays < STANDING_FROM ? 'lying' : 'standing'
    const wrong = right === 'lying' ? 'standing' : 'lying'
    const posture = taken.posture === wrong ? right : wrong
    list.push({ reason: 'posture', taken: { ...taken, posture }, supposed: { posture } })
    for (const cm of [taken.cm + 10, taken.cm - 10]) if (cm > 0) list.push({ reason: 'typing_ten', taken: { ...taken, cm }, supposed: { cm: Math.round(cm * 10) / 10 } })
  }
  const months = ageInMonths(child.bornOn, m.measuredOn)
  list.push({ reason: 'age_months', taken: { ...taken, ageDays: Math.round(months * (taken.ageDays === 0 ? 1 : taken.ageDays / growthMonths(taken.ageDays))) }, supposed: { months } })
  return list
}

const near = (a: number | null, b: number | null): boolean => a !== null && b !== null && Math.abs(a - b) <= TOLERANCE

/** The alternative gives every z-score that the file has. */
function reproduces(scores: Scores, file: Scores): boolean {
  return GROWTH_INDEXES.every((index) => file[index] === null || near(scores[index], file[index]))
}

/** The alternative gives every label that the file has, and no z-score stands against it. */
function reproducesLabels(scores: Scores, labels: ReturnType<typeof fileLabels>): boolean {
  return GROWTH_INDEXES.every((index) => labels[index] === null || labels[index] === 'outlier' || statusOf(index, scores[index], labels[index]) === labels[index])
}

function explain(child: RoundChild, m: ByNameMeasurement, before: ByNameMeasurement | undefined, index: GrowthIndex, zDiffers: boolean): Pick<Difference, 'reason' | 'supposed'> {
  const [file, labels] = [fileScores(m), fileLabels(m)]
  const old = before && { z: fileScores(before)[index], label: fileLabels(before)[index], own: scoresOf(takenOf(child, before))[index] }
  const isOld = old !== undefined && (zDiffers
    ? file[index] !== null && (file[index] === old.z || near(file[index], old.own))
    : labels[index] !== null && labels[index] !== 'outlier' && (labels[index] === old.label || labels[index] === statusOf(index, old.own, null)))
  const fromOld = { reason: 'old_label', supposed: { date: before?.measuredOn ?? '' } } as const
  const hasZ = GROWTH_INDEXES.some((one) => file[one] !== null)
  if (!zDiffers && (file[index] !== null || isOld)) return isOld ? fromOld : { reason: 'label_only', supposed: {} }
  const found = alternatives(child, m).find(({ taken }) => {
    const scores = scoresOf(taken)
    return hasZ ? reproduces(scores, file) : reproducesLabels(scores, labels)
  })
  if (found) return { reason: found.reason, supposed: found.supposed }
  return isOld ? fromOld : { reason: 'unknown', supposed: {} }
}

function differencesOf(child: RoundChild, m: ByNameMeasurement, before: ByNameMeasurement | undefined, both: Record<GrowthIndex, number>): Difference[] {
  const [file, labels, own] = [fileScores(m), fileLabels(m), scoresOf(takenOf(child, m))]
  return GROWTH_INDEXES.flatMap((index): Difference[] => {
    const [z, label, ours] = [file[index], labels[index], own[index]]
    if (ours === null || (z === null && label === null)) return []
    both[index] += 1
    const ownStatus = statusOf(index, ours, null)
    // at exactly −2,00 and −3,00 the label decides, and either side is right
    const fits = (of: number): boolean => label === null || statusOf(index, of, label) === label || (label === 'outlier' && statusOf(index, of, null) === 'implausible')
    const zDiffers = z !== null && !near(z, ours)
    const wrongLabel = !fits(z ?? ours)
    if (!zDiffers && !wrongLabel) return []
    return [{
      child, measurement: m, index, file: { z, status: statusOf(index, z, label) }, own: { z: ours, status: ownStatus }, wrongLabel,
      ...explain(child, m, before, index, zDiffers),
    }]
  })
}

/**
 * Holds the file's z-scores and labels of a round against ours. `before` is the measurement that came before each child's counted
 * one, of this file or of the round before: a label may be left over from it.
 */
export function crossCheck(children: readonly RoundChild[], before: (child: RoundChild) => ByNameMeasurement | undefined): CrossCheck {
  const both = { hfa: 0, wfa: 0, wfh: 0 }
  const differences = children.flatMap((child) => {
    const m = countedMeasurement(child)
    return m ? differencesOf(child, m, before(child), both) : []
  })
  return { differences, both }
}
