import type { ByNameChild, ByNameMeasurement } from './by-name.ts'
import { type GrowthIndex, type Status, statusOf } from './child-status.ts'
import { heightForAge, type Posture, type Sex, weightForAge, weightForHeight, type Z } from './growth.ts'
import { dayNumber } from './period.ts'

/** A child of one round with its measurements, oldest first. It has no `id` while its file is only looked at. */
export interface RoundChild extends ByNameChild {
  readonly id?: number
}

/** What is measured of a child at one time, in the units of the standards. */
export interface Taken {
  readonly sex: Sex
  readonly ageDays: number
  readonly kg: number | null
  readonly cm: number | null
  readonly posture: Posture | null
}

/** z-scores in hundredths; null where there is none. */
export type Scores = Readonly<Record<GrowthIndex, number | null>>

export function postureOf({ lying }: Pick<ByNameMeasurement, 'lying'>): Posture | null {
  return lying === null ? null : lying ? 'lying' : 'standing'
}

/** The measurement as the standards take it. Age in days is the difference of the dates (domain §6.3). */
export function takenOf(child: Pick<ByNameChild, 'sex' | 'bornOn'>, m: ByNameMeasurement): Taken {
  return {
    sex: child.sex, ageDays: dayNumber(m.measuredOn) - dayNumber(child.bornOn), posture: postureOf(m),
    kg: m.weightGrams === null ? null : m.weightGrams / 1000, cm: m.lengthMm === null ? null : m.lengthMm / 10,
  }
}

const hundredths = (z: Z | undefined): number | null => (z === undefined ? null : Math.round(z * 100))

/** Our own z-scores of a measurement (WHO 2006, domain §6.3), in hundredths. */
export function scoresOf({ sex, ageDays, kg, cm, posture }: Taken): Scores {
  const stature = cm === null ? null : { cm, posture }
  return {
    hfa: stature && hundredths(heightForAge(sex, ageDays, stature)),
    wfa: kg === null ? null : hundredths(weightForAge(sex, ageDays, kg)),
    wfh: stature && kg !== null ? hundredths(weightForHeight(sex, ageDays, stature, kg)) : null,
  }
}

/** What the file says of a measurement, in hundredths. */
export function fileScores(m: ByNameMeasurement): Scores {
  return { hfa: m.heightZ, wfa: m.weightZ, wfh: m.wastingZ }
}

export function fileLabels(m: ByNameMeasurement): Readonly<Record<GrowthIndex, ByNameMeasurement['heightLabel']>> {
  return { hfa: m.heightLabel, wfa: m.weightLabel, wfh: m.wastingLabel }
}

/** Who decides the status that a series counts: the file that it came from, or our own reckoning. */
export type Basis = 'file' | 'own'

/** Status of an index of a measurement by the file or by us; `null`: nothing to say it by. */
export function statusBy(basis: Basis, child: Pick<ByNameChild, 'sex' | 'bornOn'>, m: ByNameMeasurement, index: GrowthIndex): Status | 'implausible' | null {
  if (basis === 'file') return statusOf(index, fileScores(m)[index], fileLabels(m)[index])
  return statusOf(index, scoresOf(takenOf(child, m))[index], null)
}

/** The measurement that counts in the child's round. */
export function countedMeasurement(child: ByNameChild): ByNameMeasurement | undefined {
  return child.countedOn === null ? undefined : child.measurements.findLast(({ measuredOn }) => measuredOn === child.countedOn)
}
