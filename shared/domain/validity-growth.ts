import type { ByNameMeasurement } from './by-name.ts'
import { GROWTH_INDEXES, isPlausible } from './child-status.ts'
import { STANDING_FROM } from './growth.ts'
import { countedMeasurement, fileScores, type RoundChild, type Scores, scoresOf, takenOf } from './own-growth.ts'
import { dayNumber } from './period.ts'
import { THRESHOLDS } from './validity-rules.ts'
import type { Note } from './validity-note.ts'

/** A child's measurement of the round, with our z-scores. */
export interface Measured {
  readonly child: RoundChild
  readonly now: ByNameMeasurement
  readonly scores: Scores
  /** The last measurement before it, of this file or of the earlier round; undefined = none. */
  readonly earlier: ByNameMeasurement | undefined
}

/** The measurements that count in a round, each with the one before it. */
export function measuredChildren(children: readonly RoundChild[], before: ReadonlyMap<RoundChild, RoundChild>): Measured[] {
  return children.flatMap((child) => {
    const now = countedMeasurement(child)
    if (!now) return []
    const own = child.measurements.findLast(({ measuredOn }) => measuredOn < now.measuredOn)
    const other = before.get(child)?.measurements.findLast(({ measuredOn }) => measuredOn < now.measuredOn)
    const earlier = own && other ? (own.measuredOn >= other.measuredOn ? own : other) : (own ?? other)
    return [{ child, now, scores: scoresOf(takenOf(child, now)), earlier }]
  })
}

/** Millimetres as a standing height: what was measured lying is 0.7 cm more. Not said: as is right for the age. */
function standingMm(child: RoundChild, m: ByNameMeasurement): number | null {
  if (m.lengthMm === null) return null
  const lying = m.lying ?? dayNumber(m.measuredOn) - dayNumber(child.bornOn) < STANDING_FROM
  return m.lengthMm - (lying ? 7 : 0)
}

function flagNotes({ child, now, scores }: Measured, notes: Note[]): void {
  const file = fileScores(now)
  const implausible = GROWTH_INDEXES.filter((index) => {
    const z = scores[index] ?? file[index]
    return z !== null && !isPlausible(index, z)
  })
  for (const index of implausible) notes.push({ rule: `implausible_${index}`, child, words: { z: scores[index] ?? file[index] ?? 0 } })
  if (now.lengthMm !== null && now.weightGrams !== null && scores.wfh === null && scores.hfa !== null && implausible.length === 0) {
    notes.push({ rule: 'outside_tables', child, words: { cm: now.lengthMm / 10 } })
  }
}

function changeNotes({ child, now, scores, earlier }: Measured, notes: Note[]): void {
  if (!earlier) return
  const [mm, mmBefore] = [standingMm(child, now), standingMm(child, earlier)]
  const words = { on: earlier.measuredOn }
  if (mm !== null && mmBefore !== null && mmBefore - mm > THRESHOLDS.shrinkMm) {
    notes.push({ rule: 'height_shrinks', child, words: { ...words, before: (earlier.lengthMm ?? 0) / 10, now: (now.lengthMm ?? 0) / 10 } })
  }
  const old = scoresOf(takenOf(child, earlier))
  const jump = (index: 'hfa' | 'wfa'): number | null => {
    const [z, zBefore] = [scores[index], old[index]]
    if (z === null || zBefore === null || !isPlausible(index, z) || !isPlausible(index, zBefore)) return null
    return Math.abs(z - zBefore) > THRESHOLDS.jumpHundredths ? z - zBefore : null
  }
  const [height, weight] = [jump('hfa'), jump('wfa')]
  if (height !== null) notes.push({ rule: 'height_jump', child, words: { ...words, before: old.hfa ?? 0, now: scores.hfa ?? 0 } })
  if (weight !== null) notes.push({ rule: 'weight_jump', child, words: { ...words, before: old.wfa ?? 0, now: scores.wfa ?? 0 } })
  const apart = dayNumber(now.measuredOn) - dayNumber(earlier.measuredOn)
  if (apart >= THRESHOLDS.copiedDays && now.lengthMm !== null && now.lengthMm === earlier.lengthMm && now.weightGrams !== null && now.weightGrams === earlier.weightGrams) {
    notes.push({ rule: 'copied_values', child, words })
  }
}

/** Notes about what was measured: WHO's flags (domain §6.3), heights outside the tables, and what does not fit the measurement before. */
export function growthNotes(measured: readonly Measured[], notes: Note[]): void {
  for (const one of measured) {
    flagNotes(one, notes)
    changeNotes(one, notes)
  }
}

/** Heights that end in .0 or .5 cm, of all. */
export function roundDigits(measured: readonly Measured[]): { readonly heights: number; readonly round: number } {
  const heights = measured.flatMap(({ now }) => (now.lengthMm === null ? [] : [now.lengthMm]))
  return { heights: heights.length, round: heights.filter((mm) => mm % 5 === 0).length }
}

/** Standard deviation of the plausible height-for-age z-scores (ours), in whole hundredths; null under two of them. */
export function hazSpread(measured: readonly Measured[]): { readonly scores: number; readonly sd: number | null } {
  const scores = measured.flatMap(({ scores: { hfa } }) => (hfa === null || !isPlausible('hfa', hfa) ? [] : [hfa]))
  if (scores.length < 2) return { scores: scores.length, sd: null }
  const sum = scores.reduce((a, b) => a + b, 0)
  const squares = scores.reduce((a, b) => a + b * b, 0)
  return { scores: scores.length, sd: Math.round(Math.sqrt((squares - (sum * sum) / scores.length) / (scores.length - 1))) }
}
