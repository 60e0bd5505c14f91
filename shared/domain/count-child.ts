import type { ByNameKnown, ByNameRow } from './by-name.ts'
import type { CountKey } from './caseload.ts'
import { GROWTH_INDEXES, type GrowthIndex, statusOf } from './child-status.ts'

/** What one child under 60 months adds to the counts. */
export interface ChildCount {
  readonly keys: readonly CountKey[]
  readonly implausible: readonly GrowthIndex[]
  readonly inWindow: boolean
  /** Measured, but without a TB/U status to count by. */
  readonly heightAlone: boolean
}

/** Which statuses a file tells at all: without a single value there is nothing to count. */
export type Telling = Readonly<Record<GrowthIndex | 'gain', boolean>>

export function tellingOf(rows: readonly ByNameRow[]): Telling {
  const tells = (index: GrowthIndex): boolean => rows.some(({ z, label }) => z[index] !== null || label[index] !== null)
  return { hfa: tells('hfa'), wfa: tells('wfa'), wfh: tells('wfh'), gain: rows.some(({ gain }) => gain !== null) }
}

/** Keys that a file with these columns can count; everything else is unknown. */
export function knownKeys(columns: ByNameKnown, telling: Telling): Set<CountKey> {
  const keys: CountKey[] = ['targeted', 'under_five', 'under_two', 'child_6_23']
  if (columns.weight) keys.push('weighed')
  if (columns.height) keys.push('measured')
  if (telling.wfa) keys.push('weight_status', 'underweight')
  if (telling.wfh) keys.push('wasting_status', 'moderately_wasted', 'severely_wasted', 'pmt_wasted')
  if (telling.hfa) keys.push('stunted', 'severely_stunted')
  if (telling.gain) keys.push('faltering')
  if (telling.wfa && telling.wfh) keys.push('pmt_underweight')
  if (telling.wfa && telling.wfh && telling.gain) keys.push('pmt_faltering')
  return new Set(keys)
}

/** What a list of stunted children alone still counts. */
export const FILTERED_KEYS: ReadonlySet<CountKey> = new Set<CountKey>(['stunted', 'severely_stunted'])

/** A list with at least this many measured children, of whom at least this share is stunted, is a filtered list. */
const FILTERED = { children: 5, sharePercent: 80 } as const

/** True where nearly all measured children are stunted: the list shows a part only. */
export function isFilteredList(counted: readonly ChildCount[]): boolean {
  const withStatus = counted.filter(({ keys, heightAlone }) => keys.includes('measured') && !heightAlone)
  const stunted = withStatus.filter(({ keys }) => keys.includes('stunted')).length
  return withStatus.length >= FILTERED.children && stunted * 100 >= withStatus.length * FILTERED.sharePercent
}

/** The exclusive PMT group of a child of 6–59 months: the first that fits. Severely wasted children are referred, not fed here (domain §5.1). */
function pmtGroup(wasting: string | null, weight: string | null, falters: boolean): CountKey | null {
  if (wasting === 'severely_wasted') return null
  if (wasting === 'moderately_wasted') return 'pmt_wasted'
  if (weight === 'underweight' || weight === 'severely_underweight') return 'pmt_underweight'
  return falters ? 'pmt_faltering' : null
}

/** What the row of a child adds, at `age` completed months (0–59). Outside the window it adds to the age groups only. */
export function countChild(row: ByNameRow, age: number, inWindow: boolean): ChildCount {
  const keys: CountKey[] = ['targeted', 'under_five']
  if (age < 24) keys.push('under_two')
  if (age >= 6 && age < 24) keys.push('child_6_23')
  if (!inWindow) return { keys, implausible: [], inWindow, heightAlone: false }
  const statuses = { hfa: statusOf('hfa', row.z.hfa, row.label.hfa), wfa: statusOf('wfa', row.z.wfa, row.label.wfa), wfh: statusOf('wfh', row.z.wfh, row.label.wfh) }
  const implausible = GROWTH_INDEXES.filter((index) => statuses[index] === 'implausible')
  const height = statuses.hfa === 'implausible' ? null : statuses.hfa
  const weight = statuses.wfa === 'implausible' ? null : statuses.wfa
  const wasting = statuses.wfh === 'implausible' ? null : statuses.wfh
  if (row.weightG !== null || statuses.wfa !== null) keys.push('weighed')
  const isMeasured = statuses.hfa !== 'implausible' && (row.heightMm !== null || height !== null)
  if (isMeasured) keys.push('measured')
  if (weight !== null) keys.push('weight_status')
  if (weight === 'underweight' || weight === 'severely_underweight') keys.push('underweight')
  if (wasting !== null) keys.push('wasting_status')
  if (wasting === 'moderately_wasted' || wasting === 'severely_wasted') keys.push(wasting)
  if (height === 'stunted' || height === 'severely_stunted') keys.push('stunted')
  if (height === 'severely_stunted') keys.push('severely_stunted')
  const falters = row.gain === 'T'
  if (falters) keys.push('faltering')
  const pmt = age >= 6 ? pmtGroup(wasting, weight, falters) : null
  if (pmt) keys.push(pmt)
  return { keys, implausible, inWindow, heightAlone: isMeasured && height === null }
}
