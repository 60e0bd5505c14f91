import { type AreaList, areaResolver, inOtherDistrict } from './area-names.ts'
import { areaEntries, Tally, withTyped } from './area-counts.ts'
import type { ByNameChild, ByNameKnown, ByNameRow, CaseloadWarning, CountEntry, DuplicateRow, RowPlace } from './by-name.ts'
import { compareLabels, identityWarnings, Warnings } from './by-name-warnings.ts'
import type { CountKey } from './caseload.ts'
import { groupByChild } from './child-identity.ts'
import { type ChildCount, countChild, FILTERED_KEYS, isFilteredList, knownKeys, tellingOf } from './count-child.ts'
import { GROWTH_INDEXES } from './child-status.ts'
import { letters } from './letters.ts'
import { latestInWindow, measurementsOf, withoutRepeats } from './latest-measurement.ts'
import { ageInMonths, monthWindow } from './period.ts'

export interface ByNameOptions {
  /** Date of the series; without one, the last measurement of the file (inside `window`, where that is given). */
  readonly measuredOn?: string | undefined
  /** Days whose measurements count, ends included; without one, the calendar month of `measuredOn`. */
  readonly window?: { readonly from: string; readonly to: string } | undefined
  /** S (sasaran) and measured as typed by people: they win over the file's. */
  readonly targetedTyped?: number | undefined
  readonly measuredTyped?: number | undefined
  /** ISO date; stands in where nothing in the file was measured. */
  readonly today: string
  readonly areas: AreaList
}

/** Counts of a by-name file. A key that is missing from `totals` is unknown, never 0. */
export interface ByNameCount {
  readonly measuredOn: string
  readonly window: { readonly from: string; readonly to: string }
  readonly entries: readonly CountEntry[]
  readonly totals: ReadonlyMap<CountKey, number>
  readonly duplicates: readonly DuplicateRow[]
  readonly warnings: readonly CaseloadWarning[]
  readonly children: readonly ByNameChild[]
}

function lastMeasurement(rows: readonly ByNameRow[], window: ByNameOptions['window']): string | undefined {
  let last: string | undefined
  for (const { measuredOn } of rows) {
    if (measuredOn === null || (window && (measuredOn < window.from || measuredOn > window.to))) continue
    if (last === undefined || measuredOn > last) last = measuredOn
  }
  return last
}

/** Posyandu that rows of one NIK name beside that of the row that stands for the child: a child is weighed at one place in a round. */
function otherPosyandu(nik: string | null, rows: readonly ByNameRow[], row: ByNameRow): string {
  if (nik === null || rows.length === 1) return ''
  const own = letters(row.posyandu)
  return [...new Map(rows.filter(({ posyandu }) => posyandu !== '' && letters(posyandu) !== own).map(({ posyandu }) => [letters(posyandu), posyandu])).values()].toSorted().join(', ')
}

interface Counted {
  readonly row: ByNameRow
  readonly village: string
  readonly posyandu: string
  readonly child: ByNameChild
  readonly count: ChildCount
}

/** A typed figure takes the place of the file's; both are said. */
function typed(key: 'targeted' | 'measured', value: number | undefined, totals: Map<CountKey, number>, warnings: Warnings): boolean {
  if (value === undefined) return false
  const file = totals.get(key)
  totals.set(key, value)
  if (file !== value) warnings.add(`${key}_typed`, [], { typed: value, file: file ?? '-' }, 1)
  return true
}

/**
 * Counts a by-name file.
 *
 * - One child counts once, by its latest measurement inside the window. Same child and day with other values: the later row;
 *   identical rows count once; both are listed in `duplicates`.
 * - `targeted` = `under_five` = children under 60 completed months at their own measurement; one without a measurement in the
 *   window at `measuredOn`. Older ones, and children born after `measuredOn`, are listed and left out of everything.
 * - `weighed`, `measured`: with a weight (a BB/U status), with a height (a TB/U status). An implausible index leaves its numerator
 *   and its denominator (`measured`, `weight_status`, `wasting_status`) and is listed; the other indices and `targeted` keep the child.
 * - `pmt_wasted`, `pmt_underweight`, `pmt_faltering`: exclusive, in this order, 6–59 months. Severely wasted children are in none:
 *   they are referred (domain §5.1). Underweight there means below −2, the severe ones included.
 * - A list of nearly only stunted children (at least 80 %, at least 5) keeps `stunted` and `severely_stunted` alone: of the other
 *   groups, S and measured it shows a part only, so they are unknown until typed.
 * - A typed S replaces `targeted` and `under_five`, a typed number of measured children `measured`, in the totals and, where all
 *   counts lie in one village, in that village's entry; posyandu keep the file's.
 *
 * Rows must be usable ones. Equal rows give equal counts whatever their order; entries are ordered by village and posyandu.
 */
export function countByName(rows: readonly ByNameRow[], columns: ByNameKnown, options: ByNameOptions): ByNameCount {
  const warnings = new Warnings()
  const measuredOn = options.measuredOn ?? lastMeasurement(rows, options.window) ?? options.today
  const window = options.window ?? monthWindow(measuredOn)
  const resolve = areaResolver(options.areas)
  const groups = groupByChild(rows)
  const duplicates: DuplicateRow[] = []
  const outside: RowPlace[] = []
  const counted: Counted[] = []
  const tooOld: RowPlace[] = []
  const notBorn: RowPlace[] = []
  const children: ByNameChild[] = []

  for (const { nik, rows: all } of groups.children) {
    const distinct = withoutRepeats(all, duplicates)
    const latest = latestInWindow(distinct, window)
    for (const row of distinct) if (row.measuredOn !== null && (row.measuredOn < window.from || row.measuredOn > window.to)) outside.push(row.place)
    const row = latest ?? distinct.at(-1)
    if (!row) continue
    const age = ageInMonths(row.bornOn, latest?.measuredOn ?? measuredOn)
    const child: ByNameChild = {
      nik, name: row.name, sex: row.sex, bornOn: row.bornOn, parent: row.parent, village: resolve(row.village, row.district) ?? options.areas.home,
      posyandu: row.posyandu, sourceRow: row.place.row, countedOn: latest?.measuredOn ?? null, alsoAt: otherPosyandu(nik, distinct, row), otherBirth: nik === null ? null : (all.find(({ bornOn }) => bornOn !== row.bornOn)?.bornOn ?? null),
      measurements: measurementsOf(distinct),
    }
    children.push(child)
    if (age >= 60) tooOld.push(row.place)
    else if (age < 0) notBorn.push(row.place)
    else counted.push({ row, village: child.village, posyandu: row.posyandu, child, count: countChild(row, age, latest !== undefined) })
  }

  const elsewhere = inOtherDistrict(options.areas)
  const foreign = rows.filter(({ village, district }) => (village !== '' && resolve(village, district) === undefined) || elsewhere(village, district))
  const names = [...new Set(foreign.map(({ village, district }) => [village, district].filter((name) => name !== '').join(', ')))].toSorted()
  warnings.add('other_village', foreign.map(({ place }) => place), { names: names.slice(0, 20).join('; '), area: options.areas.home })
  warnings.add('too_old', tooOld)
  warnings.add('not_born_yet', notBorn)
  warnings.add('outside_window', outside, window)
  for (const index of GROWTH_INDEXES) {
    warnings.add(`implausible_${index}`, counted.filter(({ count }) => count.implausible.includes(index)).map(({ row }) => row.place))
  }
  warnings.add('height_without_status', counted.filter(({ count }) => count.heightAlone).map(({ row }) => row.place))
  compareLabels(counted, warnings)
  identityWarnings(groups, warnings)

  let keys = knownKeys(columns, tellingOf(rows))
  const all = new Tally()
  for (const { count } of counted) all.add(count)
  const withStatus = counted.filter(({ count }) => count.keys.includes('measured') && !count.heightAlone)
  const stunted = all.counts.get('stunted') ?? 0
  if (isFilteredList(counted.map(({ count }) => count))) {
    warnings.add('filtered_list', [], { stunted, measured: withStatus.length }, 1)
    keys = new Set([...keys].filter((key) => FILTERED_KEYS.has(key)))
  }
  const totals = all.known(keys)
  const entries = areaEntries(counted, keys)
  const changed = new Map<CountKey, number>()
  if (typed('targeted', options.targetedTyped, totals, warnings)) {
    totals.set('under_five', options.targetedTyped ?? 0)
    changed.set('targeted', options.targetedTyped ?? 0).set('under_five', options.targetedTyped ?? 0)
  }
  if (typed('measured', options.measuredTyped, totals, warnings)) changed.set('measured', options.measuredTyped ?? 0)
  return { measuredOn, window, entries: withTyped(entries, changed, options.areas.home), totals, duplicates, warnings: warnings.list, children }
}
