/**
 * A value as a spreadsheet holds it: text, number (dates are serial numbers), truth, or nothing.
 * Error values (`#N/A`, `#REF!` …) are nothing.
 */
export type Cell = string | number | boolean | null | undefined

/** One sheet. `rows[i]` is the spreadsheet's row i + 1, `rows[i][j]` its column j; rows and cells may be missing. */
export interface Table {
  readonly name: string
  readonly rows: readonly (readonly Cell[] | undefined)[]
  /** True where day 0 of the serial dates is 1904-01-01. */
  readonly date1904: boolean
}

/** A row as people find it: the sheet's name and the row number that the spreadsheet shows. */
export interface Place {
  readonly sheet: string
  readonly row: number
}

const BLANK = /^[\s\u00a0\u200b\ufeff]*$/
/** What people type where there is nothing. */
const DASH = /^[-–—_.*]+$|^(n\/?a|null|nihil|kosong|tidak ada|belum ada)$/i

/** The cell as text, spaces collapsed, without the apostrophe that forces text; `''` for nothing. */
export function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'number') return Number.isInteger(cell) && Math.abs(cell) < 1e21 ? BigInt(cell).toString() : String(cell)
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  const text = /[\s\u00a0\u200b\ufeff]/.test(cell) ? cell.replace(/[\s\u00a0\u200b\ufeff]+/g, ' ').trim() : cell
  return text.startsWith("'") || text.startsWith('’') ? text.slice(1).trim() : text
}

/** As `cellText`, with a dash, "n/a", "nihil" and the like read as nothing. */
export function valueText(cell: Cell): string {
  const text = cellText(cell)
  return DASH.test(text) ? '' : text
}

export function isBlankCell(cell: Cell): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && BLANK.test(cell))
}

export function isBlankRow(row: readonly Cell[] | undefined): boolean {
  return !row || row.every(isBlankCell)
}
