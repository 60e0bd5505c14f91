import { type ByNameColumn } from './by-name-columns.ts'
import { readSex } from './by-name-labels.ts'
import { type Cell, cellText, isBlankCell, type Table, valueText } from './cell.ts'
import { type DateReading, dateReader } from './dates.ts'
import { type Header, numbersColumns, repeatsHeader, saysTotal } from './header.ts'
import type { RowPlace } from '#shared/domain/by-name.ts'
import type { SaidPlace } from '#shared/domain/not-read.ts'

const DATES: ReadonlySet<ByNameColumn> = new Set(['bornOn', 'measuredOn'])

/** One sheet with its header, and how its cells are fetched. */
export class Sheet {
  readonly table: Table
  readonly header: Header<ByNameColumn>
  readonly dates: (cell: Cell) => DateReading
  row: readonly Cell[] = []
  place: RowPlace
  /** The posyandu of every row, where the sheet is one. */
  posyandu: string | null = null

  constructor(table: Table, header: Header<ByNameColumn>) {
    this.table = table
    this.header = header
    this.dates = dateReader(table.date1904)
    this.place = { sheet: table.name, row: 0 }
  }

  /** Where the row that is being read says that its child lives. Of several sheets one without a `Posyandu` column is a posyandu. */
  get said(): SaidPlace {
    return { village: valueText(this.cell('village')), district: valueText(this.cell('district')), posyandu: this.posyandu ?? valueText(this.cell('posyandu')) }
  }

  cell(column: ByNameColumn): Cell {
    const index = this.header.columns.get(column)
    return index === undefined ? null : this.row[index]
  }

  /** The cell as its reader sees it: a spreadsheet holds dates as numbers and shows them as dates. */
  shown(column: ByNameColumn): string {
    const cell = this.cell(column)
    const day = typeof cell === 'number' && DATES.has(column) ? this.dates(cell) : undefined
    return day ?? cellText(cell)
  }

  heading(column: ByNameColumn): string | null {
    const index = this.header.columns.get(column)
    return index === undefined ? null : (this.header.texts[index] ?? null)
  }
}

/** Columns that make a row data: a row with none of them filled is blank, whatever stands elsewhere. */
const DATA_COLUMNS: readonly ByNameColumn[] = ['nik', 'name', 'sex', 'bornOn', 'measuredOn', 'weight', 'height', 'hfa', 'wfa', 'wfh', 'zHfa', 'zWfa', 'zWfh']

/** A row of totals may hold figures in any column: only what is a birth date or a sex makes it a child's. */
function isTotal(sheet: Sheet): boolean {
  if (typeof sheet.dates(sheet.cell('bornOn')) === 'string' || readSex(sheet.cell('sex'))) return false
  const name = cellText(sheet.cell('name'))
  if (saysTotal(name)) return true
  const first = sheet.row.find((cell) => !isBlankCell(cell))
  return typeof first === 'string' && saysTotal(cellText(first))
}

/** Whether the row that is being read holds data: blank rows, repeated headers, column numbers and totals are none. */
export function isData(sheet: Sheet): boolean {
  if (sheet.row.length === 0) return false
  if (!DATA_COLUMNS.some((column) => !isBlankCell(sheet.cell(column)))) return false
  return !isTotal(sheet) && !numbersColumns(sheet.row) && !repeatsHeader(sheet.row, sheet.header)
}
