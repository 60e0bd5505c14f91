import * as XLSX from 'xlsx'
import { AppError } from '#core/app-error.ts'
import type { DataFile } from './sheetjs-tables.ts'

/** What a file in Microsoft's old container holds: a workbook of the old format, one that is locked by a password, or something else. */
export function oleContent(file: DataFile): 'workbook' | 'locked' | 'doc' | 'ppt' | 'unknown' {
  let entries: string[]
  try {
    entries = XLSX.CFB.read(file.bytes, { type: 'buffer' }).FullPaths as string[]
  } catch {
    throw new AppError('file_damaged', { file: file.name })
  }
  const has = (name: string): boolean => entries.some((path) => path.toLowerCase().endsWith(`/${name.toLowerCase()}`))
  if (has('EncryptedPackage') || has('EncryptionInfo')) return 'locked'
  if (has('Workbook') || has('Book')) return 'workbook'
  return has('WordDocument') ? 'doc' : has('PowerPoint Document') ? 'ppt' : 'unknown'
}
