import type { ErrorCode, ErrorData } from '#shared/contract/errors.ts'
import type { Table } from '#shared/sheets/read/cell.ts'
import type { CaseloadOptions, CaseloadReading } from './caseload-reading.ts'
import type { ReadLimits } from './read-limits.ts'
import type { ReturnedWorkbook } from './returned.ts'
import type { DataFile } from './sheetjs-tables.ts'

export type ReadPhase = 'reading' | 'recognising' | 'counting'

/** Rows that a phase is through with, of how many; null where that is not known. */
export type TellRows = (done: number | null, total: number | null) => void

/** What the reading worker is asked to do, and the answer of each job. */
export type ReadJob =
  | { readonly job: 'tables'; readonly file: DataFile; readonly limits: ReadLimits }
  /** Tables of a packed set of .csv files, or of one such file, by the names that are asked for (lower case). */
  | { readonly job: 'archive'; readonly file: DataFile; readonly limits: ReadLimits; readonly needed: string; readonly others: readonly string[] }
  | { readonly job: 'returned'; readonly file: DataFile; readonly limits: ReadLimits }
  | { readonly job: 'caseload'; readonly file: DataFile; readonly limits: ReadLimits; readonly options: CaseloadOptions }

export interface ReadAnswers {
  readonly tables: Table[]
  readonly caseload: CaseloadReading
  readonly archive: Table[]
  readonly returned: ReturnedWorkbook
}

export type ReadMessage =
  | { readonly phase: ReadPhase; readonly done: number | null; readonly total: number | null }
  | { readonly result: ReadAnswers[ReadJob['job']] }
  | { readonly error: { readonly code: ErrorCode; readonly data: ErrorData<ErrorCode> } }
