import { AppError } from '#core/app-error.ts'
import { type AreaList, areaResolver } from '#shared/domain/area-names.ts'
import type { ByNameChild, CaseloadWarning, CountEntry, DuplicateRow, RowPlace } from '#shared/domain/by-name.ts'
import { WARNING_PLACES, WARNING_VALUES } from '#shared/domain/by-name.ts'
import type { CountKey } from '#shared/domain/caseload.ts'
import { countByName } from '#shared/domain/count-by-name.ts'
import type { NotRead, SaidPlace } from '#shared/domain/not-read.ts'
import { type AggregateTable, readAggregate } from '#shared/sheets/read/aggregate.ts'
import { type ByNameTable, readByName } from '#shared/sheets/read/by-name.ts'
import type { Table } from '#shared/sheets/read/cell.ts'
import { type Heading, NO_CHOICES, type ReadingChoices } from '#shared/sheets/read/choices.ts'
import type { MissingHeader, Rejection, SheetUse } from '#shared/sheets/read/result.ts'

export interface CaseloadOptions {
  /** `auto`: by name where a sheet has such a header, otherwise a table of counts. */
  readonly kind: 'auto' | 'by-name' | 'aggregate'
  /** Date of the series; without one, the last measurement of the file (a table of counts: `today`). */
  readonly measuredOn?: string | undefined
  /** Days whose measurements count; without one, the calendar month of `measuredOn`. */
  readonly window?: { readonly from: string; readonly to: string } | undefined
  /** ISO date of the user's calendar: nothing is measured after it. */
  readonly today: string
  /** Typed S, and typed number of measured children. */
  readonly targetedTyped?: number | undefined
  readonly measuredTyped?: number | undefined
  readonly areas: AreaList
  /** Headers that people chose, cells that they corrected. */
  readonly choices?: ReadingChoices | undefined
}

/** What a caseload file says. Plain data: it crosses from the worker. */
export interface CaseloadReading {
  readonly kind: 'by-name' | 'aggregate'
  readonly measuredOn: string
  /** True where `measuredOn` was not given but taken from the file (or from today). */
  readonly measuredOnFound: boolean
  readonly window: { readonly from: string; readonly to: string } | null
  readonly sheets: readonly SheetUse[]
  readonly heading: Heading
  /** Rows with data; `accepted` of them could be used (repeated rows included), the others are `rejected`. */
  readonly rows: number
  readonly accepted: number
  readonly rejected: readonly Rejection[]
  readonly duplicates: readonly DuplicateRow[]
  readonly entries: readonly CountEntry[]
  /** A missing group is unknown, never 0. */
  readonly totals: Partial<Readonly<Record<CountKey, number>>>
  readonly warnings: readonly CaseloadWarning[]
  /** By-name files only: every fault of every row, and every value that was left empty, in this order. */
  readonly notRead: readonly NotRead[]
  /** By-name files only. */
  readonly children: readonly ByNameChild[]
}

const recognised = ({ columns }: MissingHeader): number => Object.keys(columns).length

const isMissing = (result: object): result is MissingHeader => 'missing' in result

function headerError(file: string, { missing, found, sheet, row, columns }: MissingHeader): AppError {
  return new AppError('header_not_found', { file, missing: [...missing], found: found.slice(0, 60), sheet, row, columns: { ...columns } })
}

function places(code: CaseloadWarning['code'], list: readonly RowPlace[], words: CaseloadWarning['words'] = {}): CaseloadWarning[] {
  return list.length === 0 ? [] : [{ code, count: list.length, places: list.slice(0, WARNING_PLACES), words }]
}

/** How many values could not be read, and the first of them as they stand in the file. */
function unreadableValues({ unreadable }: ByNameTable): CaseloadWarning[] {
  const [first] = unreadable
  const warnings = places('value_unreadable', unreadable.map(({ place }) => place), first ? { column: first.column, value: first.value } : {})
  return warnings.map((warning) => ({ ...warning, values: unreadable.slice(0, WARNING_VALUES).map(({ place, column, value }) => ({ place, column, value })) }))
}

/** All that could not be read, with the village that it is counted to: as for children, the workspace's own where the file's is none of it. */
function notReadOf({ rejected, unreadable }: ByNameTable, { areas }: CaseloadOptions): NotRead[] {
  const resolve = areaResolver(areas)
  const where = ({ village, district, posyandu }: SaidPlace) => ({ village: resolve(village, district) ?? areas.home, posyandu })
  return [
    ...rejected.flatMap(({ sheet, row, also = [], at, ...first }) => [first, ...also].map((fault) => ({ sheet, row, ...where(at), ...fault }))),
    ...unreadable.map(({ place, column, value, at }) => ({ ...place, ...where(at), code: 'value_unreadable', column, value })),
  ]
}

function byNameReading(table: ByNameTable, options: CaseloadOptions): CaseloadReading {
  const count = countByName(table.rows, table.known, options)
  return {
    kind: 'by-name', measuredOn: count.measuredOn, measuredOnFound: options.measuredOn === undefined, window: count.window, sheets: table.sheets, heading: table.heading,
    rows: table.dataRows, accepted: table.rows.length, rejected: table.rejected, duplicates: count.duplicates, entries: count.entries,
    totals: Object.fromEntries(count.totals), children: count.children, notRead: notReadOf(table, options),
    warnings: [
      ...count.warnings,
      ...places('nik_rounded', table.nikRounded),
      ...places('nik_unusable', table.nikUnusable),
      ...unreadableValues(table),
    ],
  }
}

function aggregateReading(table: AggregateTable, options: CaseloadOptions): CaseloadReading {
  const refused = new Set(table.rejected.map(({ sheet, row }) => `${sheet} ${row}`)).size
  return {
    kind: 'aggregate', measuredOn: options.measuredOn ?? options.today, measuredOnFound: options.measuredOn === undefined, window: null, sheets: table.sheets, heading: table.heading,
    rows: table.dataRows, accepted: table.dataRows - refused, rejected: table.rejected, duplicates: table.duplicates, entries: table.entries,
    totals: Object.fromEntries(table.totals), warnings: table.warnings, children: [], notRead: [],
  }
}

/**
 * Recognises and counts the tables of a caseload file (by name, or a table of counts).
 * @throws AppError `header_not_found`; `no_usable_rows` where not one row could be used
 */
export function countCaseload(file: string, tables: readonly Table[], options: CaseloadOptions, tell: (phase: 'recognising' | 'counting', done: number | null, total: number | null) => void): CaseloadReading {
  tell('recognising', null, null)
  const byName = options.kind === 'aggregate' ? null : readByName(tables, options.today, options.choices ?? NO_CHOICES, (done, total) => tell('recognising', done, total))
  let reading: CaseloadReading
  if (byName && !isMissing(byName)) {
    tell('counting', null, null)
    reading = byNameReading(byName, options)
  } else {
    const aggregate = options.kind === 'by-name' ? null : readAggregate(tables, options.areas, options.choices ?? NO_CHOICES)
    if (!aggregate) throw headerError(file, byName as MissingHeader)
    if (isMissing(aggregate)) throw headerError(file, byName && recognised(byName) >= recognised(aggregate) ? byName : aggregate)
    tell('counting', null, null)
    reading = aggregateReading(aggregate, options)
  }
  if (reading.rows === 0) throw new AppError('no_usable_rows', { file, rows: 0 })
  return reading
}
