import { type AreaList, areaResolver, inOtherDistrict } from './area-names.ts'
import type { ByNameChild, ByNameKnown, ByNameRow, CaseloadWarning, CaseloadWarningCode, CountEntry, DuplicateRow, RowPlace } from './by-name.ts'
import { WARNING_PLACES } from './by-name.ts'
import type { CountKey } from './caseload.ts'
import { groupByChild } from './child-identity.ts'
import { type ChildCount, countChild, FILTERED_KEYS, isFilteredList, knownKeys, tellingOf } from './count-child.ts'
import { GROWTH_INDEXES, type GrowthIndex, rankOf, STATUSES, statusOf } from './child-status.ts'
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

class Warnings {
  readonly list: CaseloadWarning[] = []

  add(code: CaseloadWarningCode, places: readonly RowPlace[], words: Readonly<Record<string, string | number>> = {}, count = places.length): void {
    if (count > 0) this.list.push({ code, count, places: places.slice(0, WARNING_PLACES), words })
  }
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

/** Sums of one area. */
class Tally {
  readonly counts = new Map<CountKey, number>()

  add({ keys }: ChildCount): void {
    for (const key of keys) this.counts.set(key, (this.counts.get(key) ?? 0) + 1)
  }

  /** One number per known key, 0 where nothing was counted. */
  known(keys: ReadonlySet<CountKey>): Map<CountKey, number> {
    return new Map([...keys].map((key) => [key, this.counts.get(key) ?? 0]))
  }
}

/** Totals by label and by z-score, over the children that have both; where they differ both are said. */
function compareLabels(counted: readonly Counted[], warnings: Warnings): void {
  const groups: readonly (readonly [CountKey, GrowthIndex, number, number])[] = [
    ['stunted', 'hfa', 0, 1], ['severely_stunted', 'hfa', 0, 0], ['underweight', 'wfa', 0, 1], ['moderately_wasted', 'wfh', 1, 1], ['severely_wasted', 'wfh', 0, 0],
  ]
  for (const [group, index, from, to] of groups) {
    const within = (rank: number): boolean => rank >= from && rank <= to
    let byLabel = 0
    let byZ = 0
    const differing: RowPlace[] = []
    for (const { row, count } of counted) {
      const label = row.label[index]
      if (!count.inWindow || row.z[index] === null || label === null || label === 'outlier') continue
      const status = statusOf(index, row.z[index], label)
      if (status === null || status === 'implausible') continue
      const a = within(rankOf(index, label))
      const b = within((STATUSES[index] as readonly string[]).indexOf(status))
      if (a) byLabel++
      if (b) byZ++
      if (a !== b) differing.push(row.place)
    }
    if (byLabel !== byZ) warnings.add('label_z_differ', differing, { group, byLabel, byZ })
  }
}

function identityWarnings(groups: ReturnType<typeof groupByChild>, warnings: Warnings): void {
  const shared = groups.children.filter(({ nik, rows }) => nik !== null && rows.some(({ bornOn }) => bornOn !== rows[0]?.bornOn))
  warnings.add('nik_shared', shared.flatMap(({ rows }) => rows.map(({ place }) => place)), {}, shared.length)
  const twice = [...groups.niksByPerson.values()].filter((children) => children.length > 1)
  warnings.add('same_child_other_nik', twice.flatMap((children) => children.flatMap(({ rows }) => (rows[0] ? [rows[0].place] : []))), {}, twice.length)
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

/** By UTF-16 code unit: the same on every machine. */
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Entries per village and per posyandu in it. Spellings of one name are one posyandu, called by the first in the order of characters. */
function areaEntries(counted: readonly Counted[], keys: ReadonlySet<CountKey>): CountEntry[] {
  const areas = new Map<string, { village: string; posyandu: string; tally: Tally }>()
  const add = (village: string, posyandu: string, count: ChildCount): void => {
    const key = `${village}\n${letters(posyandu)}`
    let area = areas.get(key)
    if (!area) areas.set(key, (area = { village, posyandu, tally: new Tally() }))
    else if (posyandu < area.posyandu) area.posyandu = posyandu
    area.tally.add(count)
  }
  for (const { village, posyandu, count } of counted) {
    add(village, '', count)
    if (letters(posyandu) !== '') add(village, posyandu, count)
  }
  return [...areas.values()]
    .toSorted((a, b) => order(a.village, b.village) || order(a.posyandu, b.posyandu))
    .flatMap(({ village, posyandu, tally }) => [...tally.known(keys)].map(([group, count]) => ({ village, posyandu, group, count })))
}

/** Typed figures in the entries of the village as a whole, where there is only one village. */
function withTyped(entries: readonly CountEntry[], changed: ReadonlyMap<CountKey, number>, home: string): CountEntry[] {
  const villages = [...new Set(entries.map(({ village }) => village))]
  if (changed.size === 0 || villages.length > 1) return [...entries]
  const village = villages[0] ?? home
  const kept = entries.filter((entry) => entry.posyandu !== '' || !changed.has(entry.group))
  const whole = [...changed].map(([group, count]) => ({ village, posyandu: '', group, count }))
  return [...whole, ...kept]
}
