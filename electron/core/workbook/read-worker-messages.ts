import type { ErrorCode, ErrorData } from '#shared/contract/errors.ts'
import type { Table } from '#shared/sheets/read/cell.ts'
import type { CaseloadOptions, CaseloadReading } from './caseload-reading.ts'
import type { ReadLimits } from './read-limits.ts'
import type { DataFile } from './sheetjs-tables.ts'

export type ReadPhase = 'reading' | 'recognising' | 'counting'

/** What the reading worker is asked to do, and the answer of each job. */
export type ReadJob =
  | { readonly job: 'tables'; readonly file: DataFile; readonly limits: ReadLimits }
  | { readonly job: 'caseload'; readonly file: DataFile; readonly limits: ReadLimits; readonly options: CaseloadOptions }

export interface ReadAnswers {
  readonly tables: Table[]
  readonly caseload: CaseloadReading
}

export type ReadMessage =
  | { readonly phase: ReadPhase }
  | { readonly result: ReadAnswers[ReadJob['job']] }
  | { readonly error: { readonly code: ErrorCode; readonly data: ErrorData<ErrorCode> } }
