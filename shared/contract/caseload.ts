import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { SERIES_KINDS } from '../domain/caseload.ts'
import { command, query } from './procedure.ts'
import { basisPoints, countKey, family, id, isoDate, planId, progress, wholeNumber } from './values.ts'

export const seriesSummary = z.object({
  id, name: z.string(), kind: z.enum(SERIES_KINDS), measuredOn: isoDate, source: z.string(), prevalenceBp: basisPoints.nullable(),
  counts: z.partialRecord(countKey, wholeNumber),
  /** stunted / measured and measured / targeted in basis points; null where a part is unknown. */
  stuntedBp: z.int().nullable(), measuredBp: z.int().nullable(),
})

const place = { row: z.int(), column: z.string().nullable(), sheet: z.string().nullable() }

export const importReport = z.object({
  series: z.string(), measuredOn: isoDate, dryRun: z.boolean(),
  /** Name of the source whose counts this import takes the place of; null = a new series. */
  replaces: z.string().nullable(),
  rows: z.int(), accepted: z.int(),
  rejected: z.array(z.object({ ...place, code: z.string(), value: z.string() })),
  duplicates: z.int(),
  duplicateRows: z.array(z.object({ rows: z.array(z.int()), code: z.string() })),
  counts: z.partialRecord(countKey, wholeNumber),
  targeted: wholeNumber.nullable(), weighed: wholeNumber.nullable(), measured: wholeNumber.nullable(),
  areas: z.array(z.object({ village: z.string(), posyandu: z.string(), counts: z.partialRecord(countKey, wholeNumber) })),
  warnings: z.array(z.object({ code: z.string(), count: z.int(), rows: z.array(z.int()), words: z.record(z.string(), z.union([z.string(), z.number()])) })),
})
export type ImportReport = z.infer<typeof importReport>

const FILE_ERRORS = [
  'file_empty', 'file_not_a_table', 'file_encrypted', 'file_too_big', 'file_expands_too_far', 'file_too_many_sheets', 'file_too_many_rows', 'file_damaged',
  'header_not_found', 'value_invalid', 'no_usable_rows', 'stopped',
] as const

/** Caseload series: bring in, type, look at, choose. */
export const caseloadContract = {
  list: query(['caseload'], z.strictObject({}), z.array(seriesSummary)),
  /** Reads a by-name or aggregate file. A dry run reports everything and writes nothing; the same series again is replaced. */
  import: command(['caseload', 'plan'], z.strictObject({
    file: z.file(), series: z.string().trim().min(1).max(120).optional(), measuredOn: isoDate.optional(), window: z.strictObject({ from: isoDate, to: isoDate }).optional(),
    layout: z.enum(['auto', 'by-name', 'aggregate']).default('auto'), targeted: wholeNumber.optional(), dryRun: z.boolean().default(false),
  }), eventIterator(z.discriminatedUnion('event', [progress, z.object({ event: z.literal('done'), report: importReport })])), FILE_ERRORS),
  /** Types one count of a manual series; makes the series if there is none of that name. */
  setCount: command(['caseload', 'plan'], z.strictObject({
    group: z.string(), count: wholeNumber, series: z.string().trim().min(1).max(120).optional(), measuredOn: isoDate.optional(), posyandu: z.string().max(120).default(''),
    village: z.string().optional(),
  }), z.object({ series: z.string(), group: countKey, count: wholeNumber, village: z.string(), posyandu: z.string(), followed: z.boolean() }), ['group_unknown', 'region_unknown', 'series_is_survey']),
  /** Records a survey's prevalence beside the registers; it has no counts and no plan can follow it. */
  setSurvey: command(['caseload'], z.strictObject({ series: z.string().trim().min(1).max(120), prevalenceBp: basisPoints, measuredOn: isoDate, source: z.string().max(300) }), seriesSummary, ['series_name_taken']),
  /** Makes a plan follow a series for a family of groups (all that the series counts when left out), and says what that does to the need. */
  choose: command(['caseload', 'plan', 'allocation'], z.strictObject({ planId, series: z.string(), family: family.optional() }),
    z.object({ before: z.object({ need: z.int() }), after: z.object({ need: z.int() }), families: z.array(family) }),
    ['plan_missing', 'plan_not_found', 'series_not_found', 'series_is_survey']),
}
