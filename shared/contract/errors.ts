import { z } from 'zod'

const file = z.object({ file: z.string() })
/** A place in a data file as people find it there: the sheet's name, row and column counted from 1 as the spreadsheet shows them. */
const place = z.object({ file: z.string(), sheet: z.string().optional(), row: z.number().optional(), column: z.string().optional() })

/**
 * Every error that the application names, with the data that its sentence needs. The text is made at the edge from the
 * message catalogue (`errors.<code>`); what is not listed here is unexpected and carries only a reference.
 */
export const ERRORS = {
  // data files
  file_not_found: file,
  file_empty: file,
  /** Not a table of any kind that is read: `found` says what it looks like (`jpeg`, `zip`, `unknown` …). */
  file_not_a_table: file.extend({ found: z.string() }),
  file_encrypted: file,
  file_too_big: file.extend({ bytes: z.number(), limit: z.number() }),
  /** What it would unpack to passes the limit (a zip bomb, or a workbook far too large). */
  file_expands_too_far: file.extend({ limit: z.number() }),
  file_too_many_sheets: file.extend({ sheets: z.number(), limit: z.number() }),
  file_too_many_rows: file.extend({ rows: z.number(), limit: z.number() }),
  file_damaged: file,
  /** No sheet has the columns that are needed; `missing` lists them in the file's own words, `found` the likeliest header that was seen. */
  // columns: what was recognised all the same, the header's text of each field
  header_not_found: file.extend({ missing: z.array(z.string()), found: z.array(z.string()), sheet: z.string(), row: z.number(), columns: z.record(z.string(), z.string()).optional() }),
  /** A list of the regency (programmes, ceilings) without its headings. */
  list_header_not_found: file.extend({ missing: z.array(z.string()), found: z.array(z.string()), sheet: z.string(), row: z.number() }),
  value_invalid: place.extend({ value: z.string(), expected: z.string() }),
  /** `fault` is why the first row cannot be used, where that is known. */
  no_usable_rows: place.extend({ rows: z.number(), fault: z.string().optional(), value: z.string().optional() }),
  // workspace files
  workspace_not_open: z.object({}),
  workspace_not_found: file,
  workspace_exists: file,
  workspace_foreign: file,
  /** `readable`: this program may still open it for reading only. */
  workspace_newer: file.extend({ version: z.number(), known: z.number(), readable: z.boolean() }),
  workspace_damaged: file.extend({ detail: z.string(), backup: z.string().nullable() }),
  workspace_read_only: file,
  workspace_in_use: file,
  /** Moved, deleted or replaced while it is open. */
  workspace_moved: file,
  workspace_no_space: file,
  /** The device gave an error: a stick that was pulled out, a share that is away, a failing disk. */
  workspace_unreachable: file,
  workspace_is_backup: file,
  backup_not_found: z.object({ backup: z.string() }),
  migration_failed: file.extend({ version: z.number(), backup: z.string().nullable() }),
  target_not_writable: file,
  // planning
  region_unknown: z.object({ code: z.string(), similar: z.array(z.string()) }),
  region_kind_mismatch: z.object({ code: z.string(), expected: z.string() }),
  year_out_of_range: z.object({ year: z.number(), from: z.number(), to: z.number() }),
  template_mismatch: z.object({ template: z.string(), kind: z.string() }),
  plan_missing: z.object({}),
  plan_not_found: z.object({ plan: z.string() }),
  series_not_found: z.object({ series: z.string(), known: z.array(z.string()) }),
  series_name_taken: z.object({ series: z.string() }),
  /** `plans` follow it, for these `families` (codes). */
  series_followed: z.object({ series: z.string(), plans: z.array(z.string()), families: z.array(z.string()) }),
  /** Typed counts or a percentage: there is no list of children. */
  series_not_by_name: z.object({ series: z.string() }),
  /** The later round is not later. */
  rounds_order: z.object({ from: z.string(), to: z.string() }),
  child_not_found: z.object({ child: z.number() }),
  activity_not_found: z.object({ activity: z.string() }),
  series_is_survey: z.object({ series: z.string() }),
  group_unknown: z.object({ group: z.string(), known: z.array(z.string()) }),
  source_unknown: z.object({ source: z.string(), known: z.array(z.string()) }),
  source_not_allowed: z.object({ source: z.string(), kind: z.string() }),
  rule_not_found: z.object({ rule: z.string() }),
  class_unknown: z.object({ class: z.string(), known: z.array(z.string()) }),
  line_not_found: z.object({ line: z.string() }),
  line_ambiguous: z.object({ line: z.string(), matches: z.number() }),
  line_has_no_count: z.object({ line: z.string() }),
  /** `expected` is a key of the texts `expected`, or what stands in none (`1–5`); `of` the figure in it. */
  amount_invalid: z.object({ field: z.string(), value: z.string(), expected: z.string(), of: z.number().optional() }),
  money_range: z.object({ line: z.string().optional() }),
  units_exceed_need: z.object({ line: z.string(), units: z.number(), needed: z.number() }),
  /** The plan was changed (or the application started anew) since the allocation was proposed. */
  proposal_outdated: z.object({}),
  scenario_not_found: z.object({ scenario: z.string(), known: z.array(z.string()) }),
  scenario_name_taken: z.object({ scenario: z.string() }),
  /** It has no allocation of its own yet. */
  scenario_not_allocated: z.object({ scenario: z.string() }),
  version_not_found: z.object({ version: z.string() }),
  /** `known` are the stages of this kind of plan, in order (codes). */
  version_stage_unknown: z.object({ stage: z.string(), known: z.array(z.string()) }),
  /** A later stage (`last`), or this one where there can be only one of it, is locked already. */
  version_stage_passed: z.object({ stage: z.string(), last: z.string() }),
  version_locked: z.object({ version: z.string() }),
  meeting_missing: z.object({}),
  /** One meeting at a time per plan: this one goes on. */
  meeting_open: z.object({ number: z.number() }),
  meeting_empty: z.object({}),
  meeting_finished: z.object({ number: z.number() }),
  meeting_item_not_found: z.object({ item: z.string() }),
  /** The money, the rules, the locks and what was agreed before leave no room for it. */
  meeting_choice_impossible: z.object({}),
  /** A scenario was taken over: only undo brings back what was before. */
  meeting_item_settled: z.object({}),
  /** A NIK, or another number of 16 digits, where only roles and words belong. */
  text_names_somebody: z.object({}),
  instance_invalid: z.object({ path: z.string(), expected: z.string(), of: z.string().optional(), file: z.string().optional() }),
  /** Packages are made in a village's workspace, and come together in a regency's. */
  village_only: z.object({}),
  regency_only: z.object({}),
  /** No desa or kelurahan of this regency has this code. */
  village_unknown: z.object({ village: z.string() }),
  /** `reason` as in the domain; `amount` is what the bounds ask for (money as text), `measure` the count that nobody has. */
  distribution_impossible: z.object({ reason: z.enum(['no_villages', 'unit', 'weights', 'no_counts', 'too_little', 'too_much']), amount: z.string(), envelope: z.string(), measure: z.string() }),
  no_submissions: z.object({}),
  /** What the villages have locked cannot be paid in whole units. */
  joint_impossible: z.object({}),
  correction_invalid: z.object({ what: z.string(), value: z.string() }),
  document_not_for_kind: z.object({ document: z.string(), kind: z.string() }),
  document_empty: z.object({ document: z.string() }),
  /** `found`: tables of the archive, or what the file is. */
  siskeudes_table_missing: file.extend({ table: z.string(), found: z.array(z.string()) }),
  siskeudes_other_year: file.extend({ years: z.array(z.number()), expected: z.number() }),
  siskeudes_other_village: file.extend({ villages: z.array(z.string()), expected: z.string() }),
  /** No sheet says what plan it is of. */
  workbook_not_returned: file,
  /** An .xls: that format does not keep which cell a figure stood in. */
  workbook_old_format: file,
  workbook_identity_damaged: file,
  workbook_identity_newer: file.extend({ format: z.number(), known: z.number() }),
  /** A table of a regency, by its title: its figures are those of its villages. */
  workbook_of_regency: file.extend({ title: z.string() }),
  /** `plan` is the one that it was exported from. */
  workbook_other_plan: file.extend({ plan: z.string(), expected: z.string() }),
  /** No browser of the Chromium family is on this machine. */
  pdf_no_browser: file,
  /** The browser ended without a PDF; `detail` is the end of what it said. */
  pdf_failed: file.extend({ browser: z.string(), detail: z.string() }),
  /** Neither PNG nor JPEG. */
  logo_not_a_picture: file,
  logo_too_big: file.extend({ bytes: z.number(), limit: z.number(), pixels: z.number(), most: z.number() }),
  window_missing: z.object({}),
  nothing_to_undo: z.object({}),
  nothing_to_redo: z.object({}),
  stopped: z.object({}),
} as const satisfies Record<string, z.ZodObject>

export type ErrorCode = keyof typeof ERRORS
export type ErrorData<C extends ErrorCode> = z.infer<(typeof ERRORS)[C]>
