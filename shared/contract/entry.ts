import { z } from 'zod'
import { ENTRY_TARGETS } from '../domain/entry.ts'
import { command, query } from './procedure.ts'
import { id, planId, rupiah } from './values.ts'

const PLAN_ERRORS = ['plan_missing', 'plan_not_found'] as const
const FILE_ERRORS = [
  'file_empty', 'file_encrypted', 'file_too_big', 'file_expands_too_far', 'file_too_many_sheets', 'file_too_many_rows', 'file_damaged', 'file_not_a_table', 'stopped',
] as const
const TOPICS = ['plan', 'caseload', 'allocation', 'workspace'] as const

/** What is typed of a row. Volume in whole units, price and amount in rupiah. */
const content = {
  code: z.string(), account: z.string(), source: z.string(), description: z.string(), unit: z.string(), volume: z.number(), price: z.number(), amount: z.int(),
}
const moment = z.string()

const field = z.enum(['code', 'account', 'source', 'description', 'unit', 'volume', 'price', 'amount'])

const entryRow = z.object({
  ...content, lineId: z.string(), sourceId: z.string(), package: z.int(), no: z.int(),
  /** changed: ticked, and something of it is another since. */
  state: z.enum(['open', 'typed', 'changed']),
  /** What was typed, and when; null = not ticked. */
  typed: z.object({ ...content, at: moment }).nullable(), changed: z.array(field),
})
export type EntryRowView = z.infer<typeof entryRow>

const entrySheetView = z.object({
  target: z.enum(ENTRY_TARGETS), plan: z.string(), planId: z.string(), fiscalYear: z.int(),
  groups: z.array(z.object({
    code: z.string(), name: z.string(), amount: rupiah,
    facts: z.array(z.object({ name: z.enum(['time', 'output', 'target', 'location', 'beneficiaries', 'sources']), text: z.string() })),
    packages: z.array(z.object({ activityId: z.string(), name: z.string(), accountName: z.string(), rows: z.array(entryRow) })),
  })),
  /** Ticked rows that the plan no longer has: what was typed has to be taken out there. */
  gone: z.array(z.object({ ...content, lineId: z.string(), sourceId: z.string(), at: moment })),
  /** Rows and rupiah. */
  counts: z.object({ rows: z.int(), typed: z.int(), changed: z.int(), gone: z.int() }), amount: rupiah, typedAmount: rupiah,
})
export type EntrySheetView = z.infer<typeof entrySheetView>

const compared = z.object({
  state: z.enum(['same', 'amount', 'placed', 'missing_there', 'missing_here']),
  plan: z.object(content).nullable(), filed: z.object({ ...content, row: z.int() }).nullable(),
})

const entryComparison = z.object({
  file: z.string(), table: z.string(), rows: z.int(), stage: z.enum(['initial', 'amended']),
  /** The file has amounts of an amended budget too. */
  amended: z.boolean(), otherYears: z.int(), villages: z.array(z.string()),
  /** The one village of the file is another than the plan's; rows of other villages beside the plan's, which are left out. */
  otherVillage: z.boolean(), otherVillageRows: z.int(),
  rejected: z.array(z.object({ row: z.int(), column: z.string(), value: z.string() })),
  activities: z.array(z.object({ code: z.string(), name: z.string(), plan: rupiah, filed: z.int(), differences: z.int(), rows: z.array(compared) })),
  others: z.array(z.object({ code: z.string(), name: z.string(), filed: z.int(), rows: z.int() })),
  differences: z.object({ amount: z.int(), placed: z.int(), missing_there: z.int(), missing_here: z.int() }), same: z.int(), plan: rupiah, filed: z.int(),
})
export type EntryComparisonView = z.infer<typeof entryComparison>

const returnedChange = z.object({
  key: z.string(), what: z.enum(['price', 'volume', 'amount', 'ceiling']), lineId: z.string(), sourceId: z.string(), activity: z.string(), label: z.string(), source: z.string(),
  /** As exported, as it came back (`null`: no number), as it is now (`null`: no longer there). */
  exported: z.number(), returned: z.number().nullable(), now: z.number().nullable(),
  state: z.enum(['ready', 'conflict', 'same', 'gone', 'refused']),
  problem: z.enum(['price_differs', 'not_a_number', 'not_whole_rupiah', 'not_whole_units', 'above_need', 'follows_count', 'several_sources', 'not_taken']).nullable(),
  amounts: z.record(z.string(), z.number()),
  /** What was typed where no number stands. */
  text: z.string(),
  /** Cell in the workbook, such as `RAB!F23`. */
  at: z.string(),
  /** The row has other words now: whether it is the same one is for people to say. */
  renamed: z.boolean(),
})
export type ReturnedChange = z.infer<typeof returnedChange>

const returnedWorkbook = z.object({
  file: z.string(), plan: z.string(), document: z.string(), version: z.string(),
  /** When it was exported, local time; steps done to the workspace since. */
  madeAt: z.string(), stepsSince: z.int(),
  /** Rows that can come back changed, and those whose cells were deleted. */
  rows: z.int(), deleted: z.int(), changes: z.array(returnedChange),
  now: z.object({ need: rupiah, funded: rupiah }),
  /** With everything that is ready taken over. */
  after: z.object({ need: rupiah, funded: rupiah }),
})
export type ReturnedWorkbookView = z.infer<typeof returnedWorkbook>

const RETURNED_ERRORS = ['workbook_not_returned', 'workbook_identity_damaged', 'workbook_identity_newer', 'workbook_other_plan'] as const

/** Typing the plan into Siskeudes or SIPD-RI, and seeing what was typed. */
export const entryContract = {
  /** What is to be typed, in the order of the program's screens, with what was ticked. */
  sheet: query(TOPICS, z.strictObject({ planId }), entrySheetView, PLAN_ERRORS),
  /** Ticks rows as typed, as they are now, or takes the ticks away; one step. A row that is gone can only lose its tick. */
  tick: command(['workspace'], z.strictObject({ planId, rows: z.array(z.strictObject({ lineId: id, sourceId: id })).min(1).max(20_000), typed: z.boolean() }),
    z.object({ changed: z.int() }), [...PLAN_ERRORS, 'line_not_found']),
  /** `csv`: one header line of Ta_RABRinci (a village's plan only); `xlsx`: the sheet as a paper. */
  export: query(TOPICS, z.strictObject({ planId, format: z.enum(['csv', 'xlsx']), paper: z.enum(['F4', 'A4']).optional(), language: z.enum(['id', 'en']).default('id') }),
    z.file(), [...PLAN_ERRORS, 'document_not_for_kind', 'document_empty', 'stopped']),
  /** A Siskeudes export (.zip of .csv, or Ta_RABRinci.csv alone) beside the plan. Nothing is written. */
  compare: query([], z.strictObject({ planId, file: z.file(), stage: z.enum(['initial', 'amended']).default('initial') }), entryComparison,
    [...PLAN_ERRORS, ...FILE_ERRORS, 'document_not_for_kind', 'siskeudes_table_missing', 'siskeudes_other_year', 'siskeudes_other_village', 'header_not_found']),
  /** An exported workbook that came back, figure by figure beside the plan as it was exported and as it is now. Nothing is written. */
  returned: query([], z.strictObject({ planId, file: z.file() }), returnedWorkbook, [...PLAN_ERRORS, ...FILE_ERRORS, ...RETURNED_ERRORS, 'money_range']),
  /**
   * Takes chosen figures over as one step, all or none. `now` is what the plan had when they were chosen; where that changed, nothing is taken.
   * Without `keys` everything that is ready.
   */
  takeOver: command(['plan', 'allocation'], z.strictObject({
    planId, file: z.file(), keys: z.array(z.strictObject({ key: z.string().max(300), now: z.number() })).min(1).max(20_000).optional(),
  }), z.object({
    taken: z.int(), refused: z.array(returnedChange), before: z.object({ need: rupiah, funded: rupiah }), after: z.object({ need: rupiah, funded: rupiah }),
  }), [...PLAN_ERRORS, ...FILE_ERRORS, ...RETURNED_ERRORS, 'money_range', 'proposal_outdated']),
}
