import type { Table } from '#shared/sheets/read/cell.ts'
import { type ReadControl, readInWorker } from './read-in-worker.ts'
import { READ_LIMITS, type ReadLimits } from './read-limits.ts'
import type { ReturnedWorkbook } from './returned.ts'
import type { DataFile } from './sheetjs-tables.ts'

/**
 * Tables of a data file, read in a worker thread; see `readSpreadsheet` for the formats and errors.
 * @throws AppError as `readSpreadsheet`, and `stopped` on abort
 */
export function readTables(file: DataFile, control: ReadControl & { readonly limits?: Partial<ReadLimits> } = {}): Promise<Table[]> {
  return readInWorker({ job: 'tables', file, limits: { ...READ_LIMITS, ...control.limits } }, control)
}

/**
 * Tables of a packed set of .csv files: the one that is needed first, then those of the others that are there. Read in a worker thread.
 * @throws AppError as `readArchive`, and `stopped` on abort
 */
export function readArchiveTables(file: DataFile, needed: string, others: readonly string[], control: ReadControl & { readonly limits?: Partial<ReadLimits> } = {}): Promise<Table[]> {
  return readInWorker({ job: 'archive', file, needed, others, limits: { ...READ_LIMITS, ...control.limits } }, control)
}

/** An exported workbook that came back, read in a worker thread. @throws AppError as `readReturned`, and `stopped` on abort */
export function readReturnedWorkbook(file: DataFile, control: ReadControl & { readonly limits?: Partial<ReadLimits> } = {}): Promise<ReturnedWorkbook> {
  return readInWorker({ job: 'returned', file, limits: { ...READ_LIMITS, ...control.limits } }, control)
}
