import * as XLSX from 'xlsx'
import { AppError } from '#core/app-error.ts'
import { isBlankRow, type Table } from '#shared/sheets/read/cell.ts'
import { HEADER_ROWS } from '#shared/sheets/read/header.ts'
import { decodeText, readDelimited } from './delimited.ts'
import { readHtmlTables } from './html-table.ts'
import { oleContent } from './ole.ts'
import { readZip } from './packed-workbook.ts'
import type { ReadLimits } from './read-limits.ts'
import type { TellRows } from './read-worker-messages.ts'
import { type DataFile, PLAIN, tablesOf } from './sheetjs-tables.ts'
import { sniff } from './sniff.ts'

function readOle(file: DataFile, limits: ReadLimits): XLSX.WorkBook {
  const content = oleContent(file)
  if (content === 'locked') throw new AppError('file_encrypted', { file: file.name })
  if (content !== 'workbook') throw new AppError('file_not_a_table', { file: file.name, found: content })
  return XLSX.read(file.bytes, { ...PLAIN, type: 'buffer', sheetRows: limits.rows + 1_000 })
}

/** What SheetJS cannot read is damaged or locked. */
function bookTables(file: DataFile, read: () => Table[]): Table[] {
  try {
    return read()
  } catch (error) {
    if (error instanceof AppError) throw error
    const code = error instanceof Error && /password|encrypt/i.test(error.message) ? 'file_encrypted' : 'file_damaged'
    throw new AppError(code, { file: file.name })
  }
}

function readByContent(file: DataFile, limits: ReadLimits, tellRows: TellRows): Table[] {
  const kind = sniff(file.bytes)
  const title = file.name.replace(/\.[^.]*$/, '')
  switch (kind) {
    case 'empty':
      throw new AppError('file_empty', { file: file.name })
    case 'zip':
      return bookTables(file, () => readZip(file, limits, tellRows))
    case 'ole':
      return bookTables(file, () => tablesOf(readOle(file, limits), file.name, limits))
    case 'xml-spreadsheet':
      return bookTables(file, () => tablesOf(XLSX.read(decodeText(file.bytes), { ...PLAIN, type: 'string', sheetRows: limits.rows + 1_000 }), file.name, limits))
    case 'html': {
      const tables = readHtmlTables(decodeText(file.bytes), limits)
      if (tables.length === 0) throw new AppError('file_not_a_table', { file: file.name, found: 'html' })
      if (tables.length > limits.sheets) throw new AppError('file_too_many_sheets', { file: file.name, sheets: tables.length, limit: limits.sheets })
      return tables.map((rows, index) => ({ name: tables.length === 1 ? title : `${title} ${index + 1}`, rows, date1904: false }))
    }
    case 'text': {
      const rows = readDelimited(file.bytes, limits, tellRows)
      if (!rows) throw new AppError('file_not_a_table', { file: file.name, found: 'text' })
      return [{ name: title, rows, date1904: false }]
    }
    default:
      throw new AppError('file_not_a_table', { file: file.name, found: kind.slice(4) })
  }
}

/**
 * Tables of a data file: .xlsx, .xlsm, .xlsb, .xls, .ods, delimited text, and HTML tables under any name; judged by content, never
 * by extension. Dates stay serial numbers or text, numbers numbers. Blocks the thread: call it inside the reading worker.
 * `tellRows` hears how far it is: of text row by row, of a packed workbook only how many rows it has.
 * @throws AppError `file_empty`, `file_not_a_table`, `file_encrypted`, `file_damaged`, `file_too_big`, `file_expands_too_far`,
 * `file_too_many_sheets`, `file_too_many_rows`
 */
export function readSpreadsheet(file: DataFile, limits: ReadLimits, tellRows: TellRows = () => undefined): Table[] {
  if (file.bytes.length > limits.fileBytes) throw new AppError('file_too_big', { file: file.name, bytes: file.bytes.length, limit: limits.fileBytes })
  const tables = readByContent(file, limits, tellRows)
  const rows = tables.reduce((sum, table) => sum + table.rows.reduce((count, row) => (isBlankRow(row) ? count : count + 1), 0), 0)
  if (rows > limits.rows + HEADER_ROWS) throw new AppError('file_too_many_rows', { file: file.name, rows, limit: limits.rows })
  if (rows === 0) throw new AppError('file_empty', { file: file.name })
  return tables
}
