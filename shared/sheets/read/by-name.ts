import type { ByNameKnown, ByNameRow, RowPlace } from '#shared/domain/by-name.ts'
import { type GrowthIndex, GROWTH_INDEXES, type Label } from '#shared/domain/child-status.ts'
import { BY_NAME_ALIASES, type ByNameColumn, INDEX_COLUMNS, missingColumns } from './by-name-columns.ts'
import { readGain, readLabel, readMethod, readSex } from './by-name-labels.ts'
import { type Cell, cellText, isBlankCell, type Table, valueText } from './cell.ts'
import { chosenAliases, corrected, type Heading, headingOf, NO_CHOICES, type ReadingChoices } from './choices.ts'
import { type DateReading, dateReader } from './dates.ts'
import { findHeader, type Header, numbersColumns, repeatsHeader, saysTotal } from './header.ts'
import { readNik } from './nik.ts'
import { readDecimal } from './numbers.ts'
import type { MissingHeader, Rejection, SheetUse } from './result.ts'

export interface ByNameTable {
  /** Rows that hold data: blank rows, repeated headers, column numbers and totals are none. `rows` = usable + rejected. */
  readonly dataRows: number
  readonly rows: readonly ByNameRow[]
  readonly rejected: readonly Rejection[]
  readonly sheets: readonly SheetUse[]
  /** Header of the first sheet that is used. */
  readonly heading: Heading
  readonly known: ByNameKnown
  /** Rows whose NIK Excel cut to 15 digits, and rows whose NIK is of no use. */
  readonly nikRounded: readonly RowPlace[]
  readonly nikUnusable: readonly RowPlace[]
  /** Measures and statuses that could not be read and count as missing. */
  readonly unreadable: readonly { readonly place: RowPlace; readonly column: string; readonly value: string }[]
}

/** What stands for "not measured" in files, besides an empty cell. */
const NOT_MEASURED: ReadonlySet<number> = new Set([0, 88.88, 99.99, 888, 999, 888.8, 999.9, 888.88, 999.99, 8888, 9999, 88_888, 99_999])
const NO_Z: ReadonlySet<number> = new Set([88, 99, 88.8, 99.9, 88.88, 99.99, 888, 999, 888.8, 999.9, 888.88, 999.99, 8888, 9999])
const LARGEST = { weight: 100, height: 200 } as const
const Z_LIMIT = 100

interface Draft {
  rows: ByNameRow[]
  rejected: Rejection[]
  nikRounded: RowPlace[]
  nikUnusable: RowPlace[]
  unreadable: { place: RowPlace; column: string; value: string }[]
  dataRows: number
}

/** One sheet with its header, and how its cells are fetched. */
class Sheet {
  readonly table: Table
  readonly header: Header<ByNameColumn>
  readonly dates: (cell: Cell) => DateReading
  row: readonly Cell[] = []
  place: RowPlace

  constructor(table: Table, header: Header<ByNameColumn>) {
    this.table = table
    this.header = header
    this.dates = dateReader(table.date1904)
    this.place = { sheet: table.name, row: 0 }
  }

  cell(column: ByNameColumn): Cell {
    const index = this.header.columns.get(column)
    return index === undefined ? null : this.row[index]
  }

  heading(column: ByNameColumn): string | null {
    const index = this.header.columns.get(column)
    return index === undefined ? null : (this.header.texts[index] ?? null)
  }
}

/** Columns that make a row data: a row with none of them filled is blank, whatever stands elsewhere. */
const DATA_COLUMNS: readonly ByNameColumn[] = ['nik', 'name', 'sex', 'bornOn', 'measuredOn', 'weight', 'height', 'hfa', 'wfa', 'wfh', 'zHfa', 'zWfa', 'zWfh']

function isTotal(sheet: Sheet): boolean {
  if (!isBlankCell(sheet.cell('bornOn')) || !isBlankCell(sheet.cell('sex'))) return false
  const name = cellText(sheet.cell('name'))
  if (saysTotal(name)) return true
  const first = sheet.row.find((cell) => !isBlankCell(cell))
  return typeof first === 'string' && saysTotal(cellText(first))
}

function isData(sheet: Sheet): boolean {
  if (sheet.row.length === 0) return false
  if (!DATA_COLUMNS.some((column) => !isBlankCell(sheet.cell(column)))) return false
  return !isTotal(sheet) && !numbersColumns(sheet.row) && !repeatsHeader(sheet.row, sheet.header)
}

function measure(sheet: Sheet, column: 'weight' | 'height', factor: number, draft: Draft): number | null {
  const cell = sheet.cell(column)
  const value = readDecimal(cell)
  if (value === null || (value !== undefined && NOT_MEASURED.has(Math.abs(value)))) return null
  if (value !== undefined && value > 0 && value < LARGEST[column]) return Math.round(value * factor)
  draft.unreadable.push({ place: sheet.place, column: sheet.heading(column) ?? column, value: cellText(cell) })
  return null
}

function zScore(sheet: Sheet, column: ByNameColumn, draft: Draft): number | null {
  const cell = sheet.cell(column)
  const value = readDecimal(cell)
  if (value === null || (value !== undefined && NO_Z.has(Math.abs(value)))) return null
  if (value !== undefined && Math.abs(value) < Z_LIMIT) return hundredths(value)
  draft.unreadable.push({ place: sheet.place, column: sheet.heading(column) ?? column, value: cellText(cell) })
  return null
}

/** Hundredths, halves away from zero; never −0. */
function hundredths(value: number): number {
  const rounded = Math.round(Math.abs(value) * 100 + 1e-9)
  return value < 0 && rounded !== 0 ? -rounded : rounded
}

function label(sheet: Sheet, index: GrowthIndex, draft: Draft): Label | null {
  const { label: column } = INDEX_COLUMNS[index]
  const cell = sheet.cell(column)
  const found = readLabel(index, cell)
  if (found !== undefined) return found
  const number = readDecimal(cell) ?? undefined
  if (number === undefined || !NO_Z.has(Math.abs(number))) {
    draft.unreadable.push({ place: sheet.place, column: sheet.heading(column) ?? column, value: cellText(cell) })
  }
  return null
}

function gain(sheet: Sheet, draft: Draft): ByNameRow['gain'] {
  const found = readGain(sheet.cell('gain'))
  if (found !== undefined) return found
  draft.unreadable.push({ place: sheet.place, column: sheet.heading('gain') ?? 'gain', value: cellText(sheet.cell('gain')) })
  return null
}

/** Reads the row or says why it cannot be used: the first reason, in the order in which people would look. */
function readRow(sheet: Sheet, today: string, posyandu: string | null, draft: Draft): void {
  const reject = (code: Rejection['code'], column: ByNameColumn, fallback?: ByNameColumn): void => {
    const shown = sheet.heading(column) !== null ? column : (fallback ?? column)
    draft.rejected.push({ ...sheet.place, column: sheet.heading(shown), code, value: cellText(sheet.cell(shown)) })
  }
  const { nik, problem } = readNik(sheet.cell('nik'))
  const name = valueText(sheet.cell('name'))
  if (nik === null && name === '') return reject('no_child', 'name', 'nik')
  const sex = readSex(sheet.cell('sex'))
  if (sex === null) return reject('no_sex', 'sex')
  if (sex === undefined) return reject('sex_unknown', 'sex')
  const bornOn = sheet.dates(sheet.cell('bornOn'))
  if (bornOn === null) return reject('no_birth_date', 'bornOn')
  if (bornOn === undefined) return reject('date_invalid', 'bornOn')
  if (bornOn > today) return reject('date_in_future', 'bornOn')
  const measuredOn = sheet.dates(sheet.cell('measuredOn'))
  if (measuredOn === undefined) return reject('date_invalid', 'measuredOn')
  if (measuredOn !== null && measuredOn > today) return reject('date_in_future', 'measuredOn')
  if (measuredOn !== null && measuredOn < bornOn) return reject('measured_before_birth', 'measuredOn')

  const unreadable = draft.unreadable.length
  const weightG = measure(sheet, 'weight', 1000, draft)
  const heightMm = measure(sheet, 'height', 10, draft)
  const z = { hfa: zScore(sheet, 'zHfa', draft), wfa: zScore(sheet, 'zWfa', draft), wfh: zScore(sheet, 'zWfh', draft) }
  const labels = { hfa: label(sheet, 'hfa', draft), wfa: label(sheet, 'wfa', draft), wfh: label(sheet, 'wfh', draft) }
  const isMeasured = weightG !== null || heightMm !== null || GROWTH_INDEXES.some((index) => z[index] !== null || labels[index] !== null)
  if (measuredOn === null && isMeasured) {
    draft.unreadable.length = unreadable
    return reject('no_measurement_date', 'measuredOn')
  }

  if (problem === 'rounded') draft.nikRounded.push(sheet.place)
  else if (problem === 'dummy' || problem === 'length') draft.nikUnusable.push(sheet.place)
  draft.rows.push({
    place: sheet.place, nik, name, sex, bornOn, measuredOn, weightG, heightMm, z, label: labels,
    parent: valueText(sheet.cell('parent')),
    village: valueText(sheet.cell('village')),
    district: valueText(sheet.cell('district')),
    posyandu: posyandu ?? valueText(sheet.cell('posyandu')),
    method: readMethod(sheet.cell('method')),
    gain: gain(sheet, draft),
  })
}

/**
 * Reads every sheet that has the header of a by-name file (e-PPGBM, SIGIZI; domain §6.1).
 *
 * Needed: `NIK` or `Nama`, `JK`, `Tgl Lahir`, `Tanggal Pengukuran`, and one of weight, height or a status; columns may stand in any
 * order, be misspelt in the known ways, or be missing otherwise. Where several sheets are used and one has no `Posyandu` column,
 * the sheet's name is its posyandu. A row that cannot be used is listed with row, column and reason, and the rest goes on.
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
      recognised: best?.header.columns.size ?? 0,
    }
  }
  const draft: Draft = { rows: [], rejected: [], nikRounded: [], nikUnusable: [], unreadable: [], dataRows: 0 }
  const total = used.reduce((sum, { table, header }) => sum + table.rows.length - header.index - 1, 0)
  let done = 0
  for (const sheet of used) {
    const posyandu = used.length > 1 && !sheet.header.columns.has('posyandu') ? sheet.table.name : null
    for (let index = sheet.header.index + 1; index < sheet.table.rows.length; index++) {
      sheet.row = sheet.table.rows[index] ?? []
      done++
      if (done % 1_000 === 0) tellRows(done, total)
      if (!isData(sheet)) continue
      sheet.place = { sheet: sheet.table.name, row: index + 1 }
      draft.dataRows++
      readRow(sheet, today, posyandu, draft)
    }
  }
  const has = (...columns: ByNameColumn[]): boolean => used.every(({ header }) => columns.some((column) => header.columns.has(column)))
  return { ...draft, sheets, heading: headingOf(first.table, first.header), known: { weight: has('weight', 'wfa', 'zWfa'), height: has('height', 'hfa', 'zHfa') } }
}

