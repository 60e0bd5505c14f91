import { AppError } from '#core/app-error.ts'
import { isBlankRow, type Table } from '#shared/sheets/read/cell.ts'
import { readDelimited } from './delimited.ts'
import type { ReadLimits } from './read-limits.ts'
import type { DataFile } from './sheetjs-tables.ts'
import { sniff } from './sniff.ts'
import { unzip } from './unzip.ts'

/** Name of a table by its file's name, in lower case: `Data/Ta_RABRinci.csv` is `ta_rabrinci`. */
function tableName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.csv$/i, '').toLowerCase()
}

function csvTable(name: string, bytes: Uint8Array, file: DataFile, limits: ReadLimits): Table {
  const rows = readDelimited(bytes, limits, () => undefined)
  if (!rows) throw new AppError('file_not_a_table', { file: `${file.name}: ${name}`, found: 'text' })
  const filled = rows.filter((row) => !isBlankRow(row)).length
  if (filled > limits.rows) throw new AppError('file_too_many_rows', { file: file.name, rows: filled, limit: limits.rows })
  return { name, rows, date1904: false }
}

/**
 * Tables of a .zip of .csv files (domain §2.6): the needed one first, then those of `others` that are there. A single .csv is taken for the
 * needed table, whatever it is called: its columns tell. Only these parts are unpacked.
 * @throws AppError `siskeudes_table_missing`, `file_empty`, `file_damaged`, `file_encrypted`, `file_too_big`, `file_expands_too_far`,
 * `file_too_many_rows`, `file_not_a_table`
 */
export function readArchive(file: DataFile, limits: ReadLimits, needed: string, others: readonly string[]): Table[] {
  if (file.bytes.length > limits.fileBytes) throw new AppError('file_too_big', { file: file.name, bytes: file.bytes.length, limit: limits.fileBytes })
  const missing = (found: readonly string[]): AppError => new AppError('siskeudes_table_missing', { file: file.name, table: needed, found: [...found] })
  const kind = sniff(file.bytes)
  if (kind === 'empty') throw new AppError('file_empty', { file: file.name })
  if (kind === 'text') return [csvTable(needed, file.bytes, file, limits)]
  if (kind !== 'zip') throw missing([kind.replace(/^not:/, '')])
  const wanted = new Set([needed, ...others].map((name) => name.toLowerCase()))
  const { names, parts } = unzip(file.bytes, file.name, limits, (path) => /\.csv$/i.test(path) && wanted.has(tableName(path)))
  const found = new Map([...parts].map(([path, bytes]) => [tableName(path), bytes]))
  if (!found.has(needed.toLowerCase())) throw missing(names.filter((name) => !name.endsWith('/')).slice(0, 60).map((path) => path.slice(path.lastIndexOf('/') + 1)))
  return [needed, ...others].flatMap((name) => {
    const bytes = found.get(name.toLowerCase())
    return bytes && bytes.length > 0 ? [csvTable(name, bytes, file, limits)] : []
  })
}
