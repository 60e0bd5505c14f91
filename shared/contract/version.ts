import { z } from 'zod'
import { STAGES, type VersionStage } from '../domain/version.ts'
import { comparison } from './comparison.ts'
import { historyStep } from './history.ts'
import { command, query } from './procedure.ts'
import { commitmentClass, family, id, planId, rupiah, targetGroup, wholeNumber } from './values.ts'

const PLAN_ERRORS = ['plan_missing', 'plan_not_found', 'money_range'] as const
const VERSION_ERRORS = [...PLAN_ERRORS, 'version_not_found', 'workspace_damaged'] as const
const stage = z.enum(Object.values(STAGES).flat() as [VersionStage, ...VersionStage[]])
const words = z.string().trim().min(1).max(500)

const versionItem = z.object({
  id, number: z.int(), stage, madeBy: z.string(), madeAt: z.string(), why: z.string(),
  /** null: may still be made anew. */
  lockedBy: z.string().nullable(), lockedAt: z.string().nullable(),
  need: rupiah, funded: rupiah, gap: rupiah,
})
export type VersionItem = z.infer<typeof versionItem>

const lineFigure = z.object({ unitPrice: rupiah, units: wholeNumber.nullable(), need: rupiah.nullable() })

export const nextYearReport = z.object({
  /** null: nothing was written. */
  plan: id.nullable(), name: z.string(), fiscalYear: z.int(), needBefore: rupiah, needAfter: rupiah,
  /** The series that the new plan follows, by name. */
  series: z.partialRecord(family, z.string()),
  lines: z.array(z.object({ id, description: z.string(), before: lineFigure, after: lineFigure, reasons: z.array(z.enum(['price', 'count', 'served'])) })),
  counts: z.array(z.object({ group: targetGroup, before: wholeNumber.nullable(), after: wholeNumber.nullable() })),
  sources: z.array(z.object({ label: z.string(), what: z.enum(['kept', 'emptied', 'dropped']), before: rupiah.nullable(), after: rupiah.nullable() })),
  dropped: z.array(z.object({ source: z.string(), class: commitmentClass, amount: rupiah })),
  /** Year of the rules that hold for the new year; another than it where they are carried over. */
  rulesFrom: z.int(),
})
export type NextYearReport = z.infer<typeof nextYearReport>

/** A plan through its stages: snapshots, what changed between two and why, and the plan of the year after. */
export const versionContract = {
  /** Versions, oldest first, and the stages of this kind of plan in order. */
  list: query(['plan', 'scenario'], z.strictObject({ planId }), z.object({
    stages: z.array(z.object({ stage, state: z.enum(['open', 'made', 'locked', 'passed']) })), versions: z.array(versionItem),
  }), [...PLAN_ERRORS, 'workspace_damaged']),
  /** Keeps the plan as it stands as a version of a stage; one of this stage that is not locked is made anew. */
  make: command(['scenario'], z.strictObject({ planId, stage: z.string(), by: words, why: words }), versionItem,
    [...PLAN_ERRORS, 'version_stage_unknown', 'version_stage_passed']),
  /** Locks a version for good: it is not made anew any more, and earlier stages are past. */
  lock: command(['scenario'], z.strictObject({ planId, version: z.string(), by: words }), versionItem, [...VERSION_ERRORS, 'version_locked', 'version_stage_passed']),
  /** What differs between two versions, by number or id (`-` is the plan as it stands), with the steps in between that changed each line and source. */
  compare: query(['plan', 'caseload', 'allocation', 'rules', 'scenario'], z.strictObject({ planId, from: z.string(), to: z.string() }), comparison.extend({
    /** Steps in between that are about this plan or its caseload, oldest first, each with its reason. */
    steps: z.array(historyStep),
    /** Ids of the steps that changed a line or source, by the id of it. */
    causes: z.record(z.string(), z.array(z.int())),
    /** False where the journal no longer holds all steps in between. */
    complete: z.boolean(),
  }), VERSION_ERRORS),
  /** Makes the plan of another year from this one and says what is different. A dry run writes nothing. Series: the newest per family where none is named. */
  nextYear: command(['plan', 'allocation', 'workspace'], z.strictObject({
    planId, fiscalYear: z.int().optional(), name: z.string().trim().min(1).max(200).optional(), series: z.partialRecord(family, z.string()).default({}),
    priceChangeBp: z.int().min(-9_000).max(100_000).default(0), ceilings: z.enum(['keep', 'empty']).default('keep'), dryRun: z.boolean().default(false),
  }), nextYearReport, [...PLAN_ERRORS, 'year_out_of_range', 'series_not_found', 'series_is_survey']),
}
