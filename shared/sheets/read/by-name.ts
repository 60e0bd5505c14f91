import type { ByNameKnown, ByNameRow, RowPlace } from '#shared/domain/by-name.ts'
import type { SaidPlace } from '#shared/domain/not-read.ts'
import { BY_NAME_ALIASES, type ByNameColumn, missingColumns } from './by-name-columns.ts'
import { readMethod, readSex } from './by-name-labels.ts'
import { isMeasured, readGained, readMeasures, type Unreadable } from './by-name-measures.ts'
import { isData, Sheet } from './by-name-sheet.ts'
import { type Table, valueText } from './cell.ts'
import { chosenAliases, corrected, type Heading, headingOf, NO_CHOICES, type ReadingChoices } from './choices.ts'
import { findHeader, type Header } from './header.ts'
import { readNik } from './nik.ts'
import type { Fault, MissingHeader, Rejection, SheetUse } from './result.ts'

export interface ByNameTable {
  /** Rows that hold data: blank rows, repeated headers, column numbers and totals are none. `rows` = usable + rejected. */
  readonly dataRows: number
  readonly rows: readonly ByNameRow[]
  readonly rejected: readonly UnusableRow[]
  readonly sheets: readonly SheetUse[]
  /** Header of the first sheet that is used. */
  readonly heading: Heading
  readonly known: ByNameKnown
  /** Rows whose NIK Excel cut to 15 digits, and rows whose NIK is of no use. */
  readonly nikRounded: readonly RowPlace[]
  readonly nikUnusable: readonly RowPlace[]
  /** Measures and statuses that could not be read and count as missing. */
  readonly unreadable: readonly Unreadable[]
}

/** A row that no child came of, and where it says that its child lives. */
interface UnusableRow extends Rejection {
  readonly at: SaidPlace
}

interface Draft {
  rows: ByNameRow[]
  rejected: UnusableRow[]
  nikRounded: RowPlace[]
  nikUnusable: RowPlace[]
  unreadable: Unreadable[]
  dataRows: number
}

type Dated = Pick<ByNameRow, 'bornOn' | 'measuredOn'>

/** The dates of a row, as far as each can be used; `undefined`: a fault says why not. */
function readDates(sheet: Sheet, today: string, fault: (code: Fault['code'], column: ByNameColumn) => void): { readonly [K in keyof Dated]: Dated[K] | undefined } {
  const known = (column: 'bornOn' | 'measuredOn') => {
    const day = sheet.dates(sheet.cell(column))
    if (day === undefined) fault('date_invalid', column)
    else if (day !== null && day > today) fault('date_in_future', column)
    else return day
    return undefined
  }
  const bornOn = known('bornOn')
  if (bornOn === null) fault('no_birth_date', 'bornOn')
  const measuredOn = known('measuredOn')
  if (!bornOn || !measuredOn || measuredOn >= bornOn) return { bornOn: bornOn ?? undefined, measuredOn }
  fault('measured_before_birth', 'measuredOn')
  return { bornOn, measuredOn: undefined }
}

/** Reads the row or says why it cannot be used: every fault of it, in the order in which people would look. */
function readRow(sheet: Sheet, today: string, draft: Draft): void {
  const faults: Fault[] = []
  const fault = (code: Fault['code'], column: ByNameColumn, fallback?: ByNameColumn): void => {
    const shown = sheet.heading(column) !== null ? column : (fallback ?? column)
    faults.push({ column: sheet.heading(shown), code, value: sheet.shown(shown) })
  }
  const { nik, problem } = readNik(sheet.cell('nik'))
  const name = valueText(sheet.cell('name'))
  if (nik === null && name === '') fault('no_child', 'name', 'nik')
  const sex = readSex(sheet.cell('sex'))
  if (!sex) fault(sex === null ? 'no_sex' : 'sex_unknown', 'sex')
  const { bornOn, measuredOn } = readDates(sheet, today, fault)
  const unreadable = draft.unreadable.length
  const measures = readMeasures(sheet, draft.unreadable)
  if (measuredOn === null && isMeasured(measures)) fault('no_measurement_date', 'measuredOn')
  const [first, ...also] = faults
  if (first || !sex || !bornOn || measuredOn === undefined) {
    // of a row that is not used nothing else is told
    draft.unreadable.length = unreadable
    if (first) draft.rejected.push({ ...sheet.place, ...first, at: sheet.said, ...(also.length > 0 ? { also } : {}) })
    return
  }

  if (problem === 'rounded') draft.nikRounded.push(sheet.place)
  else if (problem === 'dummy' || problem === 'length') draft.nikUnusable.push(sheet.place)
  draft.rows.push({
    place: sheet.place, nik, name, sex, bornOn, measuredOn, ...measures,
    ...sheet.said,
    parent: valueText(sheet.cell('parent')),
    method: readMethod(sheet.cell('method')),
    gain: readGained(sheet, draft.unreadable),
  })
}

/**
 * Reads every sheet that has the header of a by-name file (e-PPGBM, SIGIZI; domain §6.1).
 *
 * Needed: `NIK` or `Nama`, `JK`, `Tgl Lahir`, `Tanggal Pengukuran`, and one of weight, height or a status; columns may stand in any
 * order, be misspelt in the known ways, or be missing otherwise. Where several sheets are used and one has no `Posyandu` column,
 * the sheet's name is its posyandu. A row that cannot be used is listed with row, column and reason of all its faults, and the rest goes on.
 * `today` (ISO) is the day after which nothing can have been measured. `tellRows` hears after every thousand rows how many it is through with.
 */
export function readByName(
  tables: readonly Table[], today: string, choices: ReadingChoices = NO_CHOICES, tellRows: (done: number, total: number) => void = () => undefined,
): ByNameTable | MissingHeader {
  const aliases = chosenAliases(BY_NAME_ALIASES, choices)
  const used: Sheet[] = []
  const sheets: SheetUse[] = []
  let best: { readonly table: Table; readonly header: Header<ByNameColumn> } | null = null
  for (const table of tables) {
    const { header, best: candidate } = findHeader(table, aliases, (columns) => missingColumns(columns).length === 0)
    if (header) used.push(new Sheet(corrected(table, header, choices), header))
    else if (candidate && (!best || candidate.columns.size > best.header.columns.size)) best = { table, header: candidate }
    sheets.push({ name: table.name, used: header !== null, reason: header ? null : candidate ? 'no_header' : 'empty' })
  }
  const [first] = used
  if (!first) {
    return {
      missing: missingColumns(best?.header.columns ?? new Map()),
      found: best?.header.texts.filter((text) => text !== '') ?? [],
      sheet: best?.table.name ?? tables[0]?.name ?? '',
      row: (best?.header.index ?? 0) + 1,
      columns: best ? headingOf(best.table, best.header).columns : {},
    }
  }
  const draft: Draft = { rows: [], rejected: [], nikRounded: [], nikUnusable: [], unreadable: [], dataRows: 0 }
  const total = used.reduce((sum, { table, header }) => sum + table.rows.length - header.index - 1, 0)
  let done = 0
  for (const sheet of used) {
    if (used.length > 1 && !sheet.header.columns.has('posyandu')) sheet.posyandu = sheet.table.name
    for (let index = sheet.header.index + 1; index < sheet.table.rows.length; index++) {
      sheet.row = sheet.table.rows[index] ?? []
      done++
      if (done % 1_000 === 0) tellRows(done, total)
      if (!isData(sheet)) continue
      sheet.place = { sheet: sheet.table.name, row: index + 1 }
      draft.dataRows++
      readRow(sheet, today, draft)
    }
  }
  const has = (...columns: ByNameColumn[]): boolean => used.every(({ header }) => columns.some((column) => header.columns.has(column)))
  return { ...draft, sheets, heading: headingOf(first.table, first.header), known: { weight: has('weight', 'wfa', 'zWfa'), height: has('height', 'hfa', 'zHfa') } }
}

