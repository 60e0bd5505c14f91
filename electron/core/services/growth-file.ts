import { type GrowthRejection, growthTable } from '#shared/sheets/growth-table.ts'
import { AppError } from '../app-error.ts'
import { decodeText, findDelimiter, parseDelimited } from '../workbook/delimited.ts'

/** Rows of measurements that are reckoned at once. */
const MAX_ROWS = 2_000_000
const MAX_COLUMNS = 200

export interface GrowthFile {
  /** The table as CSV, with the delimiter and the decimal sign that it came with. */
  readonly csv: string
  /** Rows with data, the header not among them. */
  readonly rows: number
  readonly rejected: readonly GrowthRejection[]
}

function nothingUsable(file: string, rows: number, [first]: readonly GrowthRejection[]): AppError {
  if (first === undefined) return new AppError('no_usable_rows', { file, rows })
  const { row, column, value } = first
  return new AppError('value_invalid', { file, sheet: file, row, column, value, expected: column })
}

/**
 * Reckons the z-scores of a table of measurements. Needs no workspace.
 * @throws AppError file_empty, file_not_a_table, file_too_many_rows, header_not_found; value_invalid or no_usable_rows where not one row can be read
 */
export async function growthFile(file: File): Promise<GrowthFile> {
  const text = decodeText(new Uint8Array(await file.arrayBuffer())).replace(/^\uFEFF/, '')
  if (text.trim() === '') throw new AppError('file_empty', { file: file.name })
  const delimiter = findDelimiter(text)
  if (delimiter === undefined) throw new AppError('file_not_a_table', { file: file.name, found: 'text' })
  const table = parseDelimited(text.replace(/^sep=.\r?\n/i, ''), delimiter, MAX_ROWS + 2, MAX_COLUMNS)
  if (table.length > MAX_ROWS + 1) throw new AppError('file_too_many_rows', { file: file.name, rows: table.length - 1, limit: MAX_ROWS })
  const comma = delimiter !== ',' && table.some((row) => row.some((cell) => /^\s*\d+,\d+\s*$/.test(cell)))
  const result = growthTable(table, comma)
  if ('missing' in result) throw new AppError('header_not_found', { file: file.name, missing: [...result.missing], found: result.found.slice(0, 60), sheet: file.name, row: 1 })
  const rows = result.rows.length - 1
  if (rows === result.rejected.length) throw nothingUsable(file.name, rows, result.rejected)
  const quoted = (cell: string): string => (cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  return { csv: result.rows.map((row) => row.map(quoted).join(delimiter)).join('\n'), rows, rejected: result.rejected }
}
