import type { ByNameRow } from './by-name.ts'
import type { CountKey } from './caseload.ts'
import { type ChildCount, countChild, FILTERED_KEYS, isFilteredList, knownKeys, tellingOf } from './count-child.ts'
import { placeKey } from './match-rounds.ts'
import { type Basis, countedMeasurement, fileLabels, fileScores, postureOf, type RoundChild, scoresOf, takenOf } from './own-growth.ts'
import { ageInRound, type Round } from './rounds.ts'

/** Counts that depend on who judges the measurements; the others follow from ages and from who came. */
export const JUDGED_KEYS: readonly CountKey[] = [
  'measured', 'weighed', 'weight_status', 'wasting_status', 'stunted', 'severely_stunted', 'underweight', 'moderately_wasted', 'severely_wasted',
  'pmt_wasted', 'pmt_underweight', 'pmt_faltering',
]

const NO_LABELS = { hfa: null, wfa: null, wfh: null }

/** The row that counts, with the statuses of the file or of our own reckoning. */
function rowOf(child: RoundChild, basis: Basis): ByNameRow {
  const m = countedMeasurement(child)
  return {
    place: { sheet: '', row: child.sourceRow }, nik: child.nik, name: child.name, sex: child.sex, bornOn: child.bornOn, parent: child.parent, village: child.village, district: '',
    posyandu: child.posyandu, measuredOn: m?.measuredOn ?? null, weightG: m?.weightGrams ?? null, heightMm: m?.lengthMm ?? null, method: m ? postureOf(m) : null,
    z: m ? (basis === 'own' ? scoresOf(takenOf(child, m)) : fileScores(m)) : NO_LABELS, label: m && basis === 'file' ? fileLabels(m) : NO_LABELS, gain: m?.gained ?? null,
  }
}

/** What a child adds to the counts of its round, by the file's statuses or by ours; `undefined` outside 0–59 months. */
export function countedAs(child: RoundChild, round: Pick<Round, 'measuredOn'>, basis: Basis): ChildCount | undefined {
  const age = ageInRound(child, round)
  return age >= 0 && age < 60 ? countChild(rowOf(child, basis), age, child.countedOn !== null) : undefined
}

/** The counts of a round that depend on the basis: as a whole, per village (key `village\n`) and per posyandu (`placeKey`). A key that is missing is unknown. */
export interface RoundCounts {
  readonly whole: ReadonlyMap<CountKey, number>
  readonly places: ReadonlyMap<string, ReadonlyMap<CountKey, number>>
}

/** Counts a round as its import did, by the file's statuses or by ours. */
export function countRound(round: Omit<Round, 'basis'>, basis: Basis): RoundCounts {
  const rows = round.children.map((child) => ({ child, row: rowOf(child, basis) }))
  const counted = rows.flatMap(({ child, row }): { child: RoundChild; count: ChildCount }[] => {
    const age = ageInRound(child, round)
    return age >= 0 && age < 60 ? [{ child, count: countChild(row, age, row.measuredOn !== null) }] : []
  })
  const columns = { weight: rows.some(({ row }) => row.weightG !== null), height: rows.some(({ row }) => row.heightMm !== null) }
  let keys = knownKeys(columns, tellingOf(rows.map(({ row }) => row)))
  if (isFilteredList(counted.map(({ count }) => count))) keys = new Set([...keys].filter((key) => FILTERED_KEYS.has(key)))
  const known = JUDGED_KEYS.filter((key) => keys.has(key))
  const blank = (): Map<CountKey, number> => new Map(known.map((key) => [key, 0]))
  const whole = blank()
  const places = new Map<string, Map<CountKey, number>>()
  for (const { child, count } of counted) {
    const tallies = [whole]
    for (const key of new Set([`${child.village}\n`, placeKey(child)])) {
      let tally = places.get(key)
      if (!tally) places.set(key, (tally = blank()))
      tallies.push(tally)
    }
    for (const key of count.keys) for (const tally of tallies) if (tally.has(key)) tally.set(key, (tally.get(key) ?? 0) + 1)
  }
  return { whole, places }
}
