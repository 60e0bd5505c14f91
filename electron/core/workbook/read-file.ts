import type { Table } from '#shared/sheets/read/cell.ts'
import { type ReadControl, readInWorker } from './read-in-worker.ts'
import { READ_LIMITS, type ReadLimits } from './read-limits.ts'
import type { DataFile } from './sheetjs-tables.ts'

/**
 * Tables of a data file, read in a worker thread; see `readSpreadsheet` for the formats and errors.
 * @throws AppError as `readSpreadsheet`, and `stopped` on abort
 */
export function readTables(file: DataFile, control: ReadControl & { readonly limits?: Partial<ReadLimits> } = {}): Promise<Table[]> {
  return readInWorker({ job: 'tables', file, limits: { ...READ_LIMITS, ...control.limits } }, control)
}
