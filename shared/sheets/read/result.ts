import type { RowPlace } from '#shared/domain/by-name.ts'

/** Why a row cannot be used; sentences are made from the code (`import.rejection.<code>`). */
export const REJECTION_CODES = [
  'no_child', 'no_sex', 'sex_unknown', 'no_birth_date', 'date_invalid', 'date_in_future', 'measured_before_birth', 'no_measurement_date',
  'area_unknown', 'group_unknown', 'count_negative', 'count_fraction', 'count_not_a_number', 'count_too_large',
] as const
export type RejectionCode = (typeof REJECTION_CODES)[number]

/** What is wrong with a row. `column` is the header's text as in the file, null where the column is missing; `value` what stood there. */
export interface Fault {
  readonly column: string | null
  readonly code: RejectionCode
  readonly value: string
}

/** A row, or a count of a row, that was not used: the first fault in the order in which people would look, and what else is wrong with the row. */
export interface Rejection extends RowPlace, Fault {
  readonly also?: readonly Fault[]
}

/** What became of a sheet. `empty`: nothing in it; `no_header`: no row with the columns that are needed. */
export interface SheetUse {
  readonly name: string
  readonly used: boolean
  readonly reason: 'empty' | 'no_header' | null
}

/** No sheet has the columns that are needed; the row that came closest. */
export interface MissingHeader {
  readonly missing: readonly string[]
  readonly found: readonly string[]
  readonly sheet: string
  readonly row: number
  /** What was recognised in that row: the header's text of each field. */
  readonly columns: Readonly<Record<string, string>>
}
