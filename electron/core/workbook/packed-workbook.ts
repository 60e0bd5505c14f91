import * as XLSX from 'xlsx'
import { AppError } from '#core/app-error.ts'
import type { Table } from '#shared/sheets/read/cell.ts'
import { HEADER_ROWS } from '#shared/sheets/read/header.ts'
import type { ReadLimits } from './read-limits.ts'
import type { TellRows } from './read-worker-messages.ts'
import { type DataFile, PLAIN, tablesOf } from './sheetjs-tables.ts'
import { unzip } from './unzip.ts'

/** Parts of a workbook that hold no values; they are not even unpacked. */
const NOT_VALUES = /^(xl\/(media|drawings|embeddings|charts|printerSettings|theme|ctrlProps|activeX|persons|threadedComments|externalLinks|pivot\w*)\/|xl\/(calcChain|comments\d*|vbaProject)|customXml\/|Pictures\/|Object |Thumbnails\/)/
const WORKSHEET = /^xl\/worksheets\/[^/]+\.xml$/
const NO_STYLES = Buffer.from('<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>')
const NO_THEME = Buffer.from('<?xml version="1.0"?><a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/>')

/** What a zip file is by its parts; `null`: a workbook that is read. */
function foreignZip(names: readonly string[]): string | null {
  const has = (start: string): boolean => names.some((name) => name.startsWith(start))
  if (has('xl/workbook.') || (has('xl/') && has('[Content_Types].xml'))) return null
  if (has('content.xml') && has('META-INF/manifest.xml')) return null
  if (has('word/')) return 'docx'
  if (has('ppt/')) return 'pptx'
  if (has('Index/') || has('Index.zip')) return 'numbers'
  if (has('AndroidManifest.xml')) return 'apk'
  return 'zip'
}

/** True where the root element of an XML part is closed: a part that was cut off would otherwise be read as a shorter list. */
function isWhole(part: Buffer, root: string): boolean {
  return new RegExp(String.raw`</(?:\w+:)?${root}\s*>\s*(?:<!--[\s\S]*?-->\s*)*$`).test(part.toString('latin1', Math.max(0, part.length - 4096)))
}

/** Position of the next occurrence at or after a place; each position is searched once, however often it is asked. */
function finder(part: Buffer, text: string): (from: number) => number {
  let found = -1
  return (from) => {
    if (found < from) {
      found = part.indexOf(text, from)
      if (found === -1) found = Number.POSITIVE_INFINITY
    }
    return found
  }
}

/** Rows of a worksheet part that hold a value, counted without parsing it. */
function rowsWithValues(part: Buffer): number {
  const number = finder(part, '<v>')
  const inline = finder(part, '<is>')
  let count = 0
  let from = 0
  for (let end = part.indexOf('</row>'); end !== -1; end = part.indexOf('</row>', from)) {
    if (number(from) < end || inline(from) < end) count++
    from = end + 6
  }
  return count
}

/**
 * Parts of a packed workbook (.xlsx, .xlsm, .xlsb, .ods) that hold values. What is judged before anything is parsed: what it unpacks to, its
 * checksums, that every part is whole, its sheets, its rows.
 */
function checkedParts(file: DataFile, limits: ReadLimits, tellRows: TellRows): ReadonlyMap<string, Buffer> {
  const { name } = file
  const { names, parts } = unzip(file.bytes, name, limits, (part) => !NOT_VALUES.test(part) && !/\.(png|jpe?g|emf|wmf|gif)$/i.test(part))
  const foreign = foreignZip(names)
  if (foreign !== null) throw new AppError('file_not_a_table', { file: name, found: foreign })
  const manifest = parts.get('META-INF/manifest.xml')?.toString('latin1') ?? ''
  if (manifest.includes('encryption-data')) throw new AppError('file_encrypted', { file: name })
  const content = parts.get('content.xml')
  if (content) {
    if (!parts.get('mimetype')?.toString('latin1').includes('spreadsheet') && !manifest.includes('opendocument.spreadsheet')) {
      throw new AppError('file_not_a_table', { file: name, found: 'odt' })
    }
    if (!isWhole(content, 'document-content')) throw new AppError('file_damaged', { file: name })
    parts.set('content.xml', withoutBlankRepeats(content))
  }
  let rows = 0
  let sheets = 0
  for (const [part, bytes] of parts) {
    if (/^xl\/(workbook|sharedStrings)\.xml$/.test(part) && !isWhole(bytes, part.includes('shared') ? 'sst' : 'workbook') && !/<sst[^>]*\/>\s*$/.test(bytes.toString('latin1', 0, 2000))) {
      throw new AppError('file_damaged', { file: name })
    }
    if (!WORKSHEET.test(part)) continue
    if (!isWhole(bytes, 'worksheet')) throw new AppError('file_damaged', { file: name })
    sheets++
    rows += rowsWithValues(bytes)
  }
  if (sheets > limits.sheets) throw new AppError('file_too_many_sheets', { file: name, sheets, limit: limits.sheets })
  if (rows > limits.rows + HEADER_ROWS) throw new AppError('file_too_many_rows', { file: name, rows, limit: limits.rows })
  if (rows > 0) tellRows(null, rows)
  if (names.includes('xl/styles.xml')) parts.set('xl/styles.xml', NO_STYLES)
  for (const part of names) if (part.startsWith('xl/theme/')) parts.set(part, NO_THEME)
  return parts
}

/**
 * Tables of a packed workbook: values only.
 * @throws AppError `file_not_a_table`, `file_encrypted`, `file_damaged`, `file_expands_too_far`, `file_too_many_sheets`, `file_too_many_rows`
 */
export function readZip(file: DataFile, limits: ReadLimits, tellRows: TellRows): Table[] {
  return tablesOf(openParts(checkedParts(file, limits, tellRows), limits.rows + 1_000), file.name, limits)
}

/** A packed workbook with its formulas beside their values. @throws AppError as `readZip` */
export function readPackedBook(file: DataFile, limits: ReadLimits): XLSX.WorkBook {
  const parts = checkedParts(file, limits, () => undefined)
  try {
    return openParts(parts, limits.rows + 1_000, true)
  } catch {
    throw new AppError('file_damaged', { file: file.name })
  }
}

/** Has SheetJS read an unpacked workbook. */
function openParts(parts: ReadonlyMap<string, Buffer>, sheetRows: number, cellFormula = false): XLSX.WorkBook {
  const list = [...parts]
  const container = {
    FullPaths: list.map(([part]) => part),
    FileIndex: list.map(([part, bytes]) => ({ name: part.slice(part.lastIndexOf('/') + 1), type: 2, size: bytes.length, content: bytes })),
  }
  return parseZip(container, { ...PLAIN, cellFormula, sheetRows, type: 'buffer' })
}

/** Part of SheetJS that takes an unpacked workbook; it is exported but not in its types. */
const { parse_zip: parseZip } = XLSX as unknown as { parse_zip: (container: object, options: object) => XLSX.WorkBook }

/** LibreOffice ends a sheet with one row repeated a million times; a real list repeats no row that often. Text after it keeps its place within 1,000 rows. */
function withoutBlankRepeats(content: Buffer): Buffer {
  const text = content.toString('latin1')
  return Buffer.from(text.replace(/(number-rows-repeated=")(\d{4,})"/g, '$11000"').replace(/(number-columns-repeated=")(\d{4,})"/g, '$1999"'), 'latin1')
}
