import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { SERIES_KINDS } from '../domain/caseload.ts'
import { CHILD_FILTERS } from '../domain/child-status.ts'
import { truthContract, validityReport } from './caseload-truth.ts'
import { command, query } from './procedure.ts'
import { basisPoints, countKey, family, id, isoDate, planId, progress, targetGroup, wholeNumber } from './values.ts'

export const seriesSummary = z.object({
  id, name: z.string(), kind: z.enum(SERIES_KINDS), measuredOn: isoDate, source: z.string(), prevalenceBp: basisPoints.nullable(),
  counts: z.partialRecord(countKey, wholeNumber),
  /** Whose statuses a by-name list counts: the file's or ours; `file` for all others. */
  countedBy: z.enum(['file', 'own']),
  /** stunted / measured and measured / targeted in basis points; null where a part is unknown. */
  stuntedBp: z.int().nullable(), measuredBp: z.int().nullable(),
  /** What the posyandu come to where that is not what `counts` says, because a village has a figure of its own. */
  byPosyandu: z.partialRecord(countKey, wholeNumber),
})

const fault = { code: z.string(), value: z.string() }
const place = { row: z.int(), column: z.string().nullable(), sheet: z.string().nullable() }

const importReport = z.object({
  series: z.string(), measuredOn: isoDate, dryRun: z.boolean(),
  kind: z.enum(['by-name', 'aggregate']),
  /** True where the date was not given but taken from the file's last measurement (a table of counts: today). */
  measuredOnFound: z.boolean(),
  sheets: z.array(z.object({ name: z.string(), used: z.boolean(), reason: z.enum(['empty', 'no_header']).nullable() })),
  /** The header that was found and which of its texts each field is; `remembered`: chosen by the user for an earlier file with these headers. */
  heading: z.object({ sheet: z.string(), row: z.int(), headers: z.array(z.string()), columns: z.record(z.string(), z.string()), remembered: z.boolean() }),
  /** Name of the source whose counts this import takes the place of; null = a new series. */
  replaces: z.string().nullable(),
  rows: z.int(), accepted: z.int(),
  /** By name one entry per row, with what else is wrong with it in `also`; in a table of counts one per count. */
  rejected: z.array(z.object({ ...place, ...fault, also: z.array(z.object({ column: place.column, ...fault })) })),
  /** Values of rows that are used, which are left empty because they cannot be read. */
  unreadable: z.array(z.object({ ...place, ...fault })),
  duplicates: z.int(),
  duplicateRows: z.array(z.object({ rows: z.array(z.int()), code: z.string() })),
  counts: z.partialRecord(countKey, wholeNumber),
  targeted: wholeNumber.nullable(), weighed: wholeNumber.nullable(), measured: wholeNumber.nullable(),
  areas: z.array(z.object({ village: z.string(), posyandu: z.string(), counts: z.partialRecord(countKey, wholeNumber) })),
  warnings: z.array(z.object({
    code: z.string(), count: z.int(), rows: z.array(z.int()), words: z.record(z.string(), z.union([z.string(), z.number()])),
    /** The first values that it is about, as they stand in the file. */
    values: z.array(z.object({ row: z.int(), column: z.string(), value: z.string() })),
  })),
  /** How far the file can be trusted, compared with the earlier round in the workspace; null for a table of counts. */
  validity: validityReport.nullable(),
})
export type ImportReport = z.infer<typeof importReport>

const FILE_ERRORS = [
  'file_empty', 'file_not_a_table', 'file_encrypted', 'file_too_big', 'file_expands_too_far', 'file_too_many_sheets', 'file_too_many_rows', 'file_damaged',
  'header_not_found', 'value_invalid', 'no_usable_rows', 'stopped',
] as const

const seriesName = z.string().trim().min(1).max(120)

/** Why a typed or pasted count is not taken; sentences under `caseload.refusal.<code>`. */
export const COUNT_REFUSALS = ['count_negative', 'count_fraction', 'count_not_a_number', 'count_too_large', 'group_unknown', 'series_not_typed', 'count_of_posyandu'] as const

const childStatus = z.object({ z: z.int().nullable(), status: z.string().nullable() })
/** The status that counts; `other`: what it would be by the other basis, where that is another one. */
const countedStatus = childStatus.extend({ other: childStatus.nullable() })

/** Need of the plan in rupiah before and after, and the counts that change with it; null = unknown. */
const choiceEffect = z.object({
  before: z.object({ need: z.int() }), after: z.object({ need: z.int() }), families: z.array(family),
  groups: z.array(z.object({ group: targetGroup, before: wholeNumber.nullable(), after: wholeNumber.nullable() })),
})

/** Caseload series: bring in, type, look at, choose. */
export const caseloadContract = {
  ...truthContract,
  list: query(['caseload'], z.strictObject({}), z.array(seriesSummary)),
  /**
   * Reads a by-name or aggregate file. A dry run reports everything and writes nothing; the same series again is replaced. Phases: reading,
   * recognising (`done` of `total` rows, null where that is not known), counting, writing. Ended early, nothing is written.
   */
  import: command(['caseload', 'plan'], z.strictObject({
    file: z.file(), series: z.string().trim().min(1).max(120).optional(), measuredOn: isoDate.optional(), window: z.strictObject({ from: isoDate, to: isoDate }).optional(),
    layout: z.enum(['auto', 'by-name', 'aggregate']).default('auto'), targeted: wholeNumber.optional(), measured: wholeNumber.optional(),
    /** Header text per field (`''`: none); kept for files with the same headers once the import is accepted. */
    columns: z.record(z.string().max(60), z.string().max(300)).optional(),
    /** Cells as they should read; the file itself is not changed. */
    corrections: z.array(z.strictObject({ sheet: z.string().max(300), row: z.int().min(1), column: z.string().max(300), value: z.string().max(500) })).max(20_000).optional(),
    dryRun: z.boolean().default(false),
  }), eventIterator(z.discriminatedUnion('event', [progress, z.object({ event: z.literal('done'), report: importReport })])), FILE_ERRORS),
  /**
   * Types or pastes counts as one step, all or nothing: what cannot be understood comes back in `refused` and nothing is written.
   * An empty value makes a count unknown again. Only typed series (manual, verified) take counts this way. A village's own figure and those of its
   * posyandu stand beside each other: the village's counts where there is one, else their sum; a sum is not emptied (`count_of_posyandu`).
   */
  setCounts: command(['caseload', 'plan'], z.strictObject({
    cells: z.array(z.strictObject({ series: z.string().min(1).max(120), group: z.string().max(200), value: z.string().max(200), posyandu: z.string().max(120).default(''), village: z.string().optional() })).min(1).max(20_000),
  }), z.object({
    written: z.int(),
    refused: z.array(z.object({ index: z.int(), code: z.enum(COUNT_REFUSALS), value: z.string() })),
  }), ['series_not_found', 'region_unknown']),
  /** Adds a series to type counts into. */
  addSeries: command(['caseload'], z.strictObject({ name: seriesName, kind: z.enum(['manual', 'verified']).default('manual'), measuredOn: isoDate, source: z.string().trim().max(300).optional() }),
    seriesSummary, ['series_name_taken']),
  /** Changes what a series is called, its date or where it comes from; its counts stay. */
  changeSeries: command(['caseload', 'plan'], z.strictObject({ series: z.string(), name: seriesName.optional(), measuredOn: isoDate.optional(), source: z.string().trim().max(300).optional() }),
    seriesSummary, ['series_not_found', 'series_name_taken']),
  /** Takes a series out, its by-name list included; not one that a plan follows. */
  removeSeries: command(['caseload'], z.strictObject({ series: z.string() }), z.object({ series: z.string() }), ['series_not_found', 'series_followed']),
  /** What following another series would do to the plan's need; nothing is written. */
  previewChoice: query(['caseload', 'plan', 'allocation', 'rules'], z.strictObject({ planId, series: z.string(), family: family.optional() }), choiceEffect,
    ['plan_missing', 'plan_not_found', 'series_not_found', 'series_is_survey']),
  /** Villages and posyandu that any series knows, the workspace's own village among them; each once, whatever its spelling. */
  places: query(['caseload'], z.strictObject({}), z.array(z.object({ village: z.string(), villageName: z.string(), posyandu: z.string() }))),
  /** Counts of a series per village and posyandu, as far as it has them. */
  areas: query(['caseload'], z.strictObject({ series: z.string() }), z.array(z.object({
    village: z.string(), villageName: z.string(), posyandu: z.string(), counts: z.partialRecord(countKey, wholeNumber), stuntedBp: z.int().nullable(), measuredBp: z.int().nullable(),
  })), ['series_not_found']),
  /**
   * A page of a by-name list: posyandu by posyandu, in the order of the file. Names are initials and NIK are masked here, in the core, unless `reveal`
   * asks for them. `search`: part of a child's or parent's name, or the beginning of a NIK.
   */
  children: query(['caseload'], z.strictObject({
    series: z.string(), offset: z.int().min(0).default(0), limit: z.int().min(1).max(500).default(100), posyandu: z.string().max(120).optional(), village: z.string().optional(),
    status: z.enum(CHILD_FILTERS).default('all'), search: z.string().max(120).optional(), reveal: z.enum(['nothing', 'names', 'names_and_nik']).default('nothing'),
  }), z.object({
    total: z.int(), all: z.int(), posyandu: z.array(z.string()),
    /** Whose statuses count, are filtered by and stand first: those of the file, or our own. */
    basis: z.enum(['file', 'own']),
    children: z.array(z.object({
      id: z.int(), name: z.string(), nik: z.string().nullable(), sex: z.enum(['L', 'P']), ageMonths: z.int(), parent: z.string(), posyandu: z.string(), sourceRow: z.int(), measuredOn: isoDate.nullable(),
      height: countedStatus, weight: countedStatus, wasting: countedStatus, gained: z.enum(['N', 'T', 'O', 'B']).nullable(), counted: z.boolean(),
    })),
  }), ['series_not_found']),
  /** Types one count of a manual series; makes the series if there is none of that name. */
  setCount: command(['caseload', 'plan'], z.strictObject({
    group: z.string(), count: wholeNumber, series: z.string().trim().min(1).max(120).optional(), measuredOn: isoDate.optional(), posyandu: z.string().max(120).default(''),
    village: z.string().optional(),
  }), z.object({ series: z.string(), group: countKey, count: wholeNumber, village: z.string(), posyandu: z.string(), followed: z.boolean() }), ['group_unknown', 'region_unknown', 'series_is_survey']),
  /** Records a survey's prevalence beside the registers; it has no counts and no plan can follow it. */
  setSurvey: command(['caseload'], z.strictObject({ series: z.string().trim().min(1).max(120), prevalenceBp: basisPoints, measuredOn: isoDate, source: z.string().max(300) }), seriesSummary, ['series_name_taken']),
  /** Makes a plan follow a series for a family of groups (all that the series counts when left out), and says what that does to the need. */
  choose: command(['caseload', 'plan', 'allocation'], z.strictObject({ planId, series: z.string(), family: family.optional() }),
    choiceEffect,
    ['plan_missing', 'plan_not_found', 'series_not_found', 'series_is_survey']),
}
