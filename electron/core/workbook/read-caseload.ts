import type { CaseloadOptions, CaseloadReading } from './caseload-reading.ts'
import { type ReadControl, readInWorker } from './read-in-worker.ts'
import { READ_LIMITS, type ReadLimits } from './read-limits.ts'
import type { DataFile } from './sheetjs-tables.ts'

/**
 * Reads, recognises and counts a caseload file in a worker thread; nothing is written anywhere.
 *
 * Without `measuredOn` the date is that of the last measurement in the file (a table of counts: `today`); the answer says so in
 * `measuredOnFound`.
 * @throws AppError as `readSpreadsheet`; `header_not_found`; `no_usable_rows` where there is not one row of data; `stopped` on abort
 */
export function readCaseload(
  file: DataFile,
  options: CaseloadOptions,
  control: ReadControl & { readonly limits?: Partial<ReadLimits> } = {},
): Promise<CaseloadReading> {
  return readInWorker({ job: 'caseload', file, options, limits: { ...READ_LIMITS, ...control.limits } }, control)
}
