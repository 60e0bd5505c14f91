import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { KEY_STATES, SUBMISSION_STATES } from '../domain/submissions.ts'
import { command, query } from './procedure.ts'
import { id, planId, progress, rupiah, wholeNumber } from './values.ts'

const PLAN_ERRORS = ['plan_missing', 'plan_not_found', 'money_range', 'village_only'] as const

/** Why a file is not taken in. */
const REFUSALS = ['not_a_package', 'damaged', 'altered', 'newer_format', 'too_big', 'invalid', 'foreign_region', 'other_year', 'older_revision'] as const
export type Refusal = (typeof REFUSALS)[number]

const packagePreview = z.object({
  village: z.string(), villageName: z.string(), fiscalYear: z.int(), plan: z.string(), complete: z.boolean(),
  /** Revision that it would have; `sent` is the last one that was handed out, null = none, and `changed` whether anything differs from it. */
  revision: z.int(), sent: z.object({ revision: z.int(), madeAt: z.string() }).nullable(), changed: z.boolean(),
  activities: wholeNumber, lines: wholeNumber, sources: wholeNumber, need: rupiah, funded: rupiah,
  counts: z.array(z.object({ group: z.string(), count: wholeNumber })), series: z.array(z.object({ family: z.string(), name: z.string(), measuredOn: z.string() })),
  /** Locked versions that go along, with what each funds. */
  versions: z.array(z.object({ number: wholeNumber, stage: z.string(), lockedAt: z.string(), funded: rupiah })),
  notes: z.object({ error: wholeNumber, warning: wholeNumber, info: wholeNumber }),
  /** Free texts from which a name or a long number was taken out: what they are called, as they leave. */
  hidden: z.array(z.object({ path: z.string(), text: z.string() })),
  /** Fingerprint of the office's key; null = there is none yet, or none can be made here. */
  key: z.string().nullable(),
  /** Small counts, below five: they may tell of single people. */
  small: wholeNumber,
})
export type PackagePreview = z.infer<typeof packagePreview>

const change = z.object({
  kind: z.enum(['added', 'removed', 'changed']), what: z.enum(['activity', 'line', 'source', 'count']), label: z.string(),
  /** Rupiah, or a count; null = it was not there. */
  before: z.number().nullable(), after: z.number().nullable(),
})

export const difference = z.object({
  fromRevision: z.int(), toRevision: z.int(), need: z.object({ before: rupiah, after: rupiah }), funded: z.object({ before: rupiah, after: rupiah }), changes: z.array(change),
})
export type Difference = z.infer<typeof difference>

const judged = z.object({ file: z.string(), village: z.string(), villageName: z.string(), revision: z.int() })
const mergeReport = z.object({
  accepted: z.array(judged.extend({
    /** What is different from the revision that it replaces; null = it is the village's first. */
    difference: difference.nullable(),
    key: z.enum(KEY_STATES),
  })),
  /** Older than another file of the same village in the same batch. */
  superseded: z.array(judged),
  unchanged: z.array(judged),
  refused: z.array(z.object({
    file: z.string(), code: z.enum(REFUSALS), village: z.string().nullable(), villageName: z.string().nullable(),
    /** What the reason needs: the year or region that it is of, the revision that it has and the one that is here. */
    words: z.record(z.string(), z.union([z.string(), z.number()])),
  })),
})
export type MergeReport = z.infer<typeof mergeReport>

const correction = z.object({
  what: z.enum(['price', 'regency_code', 'count']), subject: z.string(), label: z.string(), value: z.string(), was: z.string().nullable(), why: z.string(), madeAt: z.string(),
  /** What the village says now; null = nothing. */
  now: z.string().nullable(),
  /** holds: the village says what it said then; taken: it took the correction over; changed: it says something else now; gone: it has no such thing any more. */
  state: z.enum(['holds', 'taken', 'changed', 'gone']),
})

const planLineOfVillage = z.object({
  id, activityId: id, activity: z.string(), tier: z.int(), regencyCode: z.string().nullable(), description: z.string(), unitPrice: rupiah, book: rupiah.nullable(), units: wholeNumber.nullable(),
  need: rupiah.nullable(), funded: rupiah, gap: rupiah, bySource: z.record(z.string(), rupiah),
})

export const villageSubmission = z.object({
  village: z.string(), villageName: z.string(), district: z.string(), kind: z.enum(['desa', 'kelurahan']), state: z.enum(SUBMISSION_STATES), fiscalYear: z.int(),
  revisions: z.array(z.object({ sha256: z.string(), revision: z.int(), madeAt: z.string(), receivedAt: z.string(), key: z.string().nullable() })),
  keyState: z.enum(KEY_STATES).nullable(), refusal: z.object({ code: z.enum(REFUSALS), file: z.string() }).nullable(),
  plan: z.string().nullable(), complete: z.boolean(), need: rupiah, funded: rupiah, gap: rupiah,
  lines: z.array(planLineOfVillage), counts: z.array(z.object({ group: z.string(), count: wholeNumber })),
  notes: z.array(z.object({ code: z.string(), severity: z.enum(['error', 'warning', 'info']), where: z.object({ kind: z.string(), id: z.string(), label: z.string() }), amounts: z.record(z.string(), z.number()), words: z.record(z.string(), z.string()) })),
  difference: difference.nullable(), corrections: z.array(correction),
})
export type VillageSubmission = z.infer<typeof villageSubmission>

const REGENCY = ['regency_only'] as const
const TOPICS = ['submission', 'plan'] as const

/** Plans that leave a village as a checked file, and come together in a regency. */
export const exchangeContract = {
  /** What a package of the plan would hold, shown before it leaves. */
  preview: query(['plan', 'caseload', 'allocation', 'rules', 'workspace'], z.strictObject({ planId }), packagePreview, PLAN_ERRORS),
  /** The package as a file. The same plan gives the same bytes; a changed one a new revision. Signed by the office's key where `sign`, made at the first use. */
  export: command(['workspace'], z.strictObject({ planId, sign: z.boolean().default(true) }), z.file(), PLAN_ERRORS),
  /** Takes packages in, as one step, and judges each file; what cannot be taken stops nothing. */
  merge: command(['submission', 'plan'], z.strictObject({ files: z.array(z.file()).min(1).max(10_000) }),
    eventIterator(z.discriminatedUnion('event', [progress, z.object({ event: z.literal('done'), report: mergeReport })])), [...REGENCY, 'stopped']),
  /** All villages of the regency with what each has sent for the year of the current plan. */
  villages: query(TOPICS, z.strictObject({}), z.object({
    fiscalYear: z.int(),
    villages: z.array(z.object({
      code: z.string(), name: z.string(), district: z.string(), kind: z.enum(['desa', 'kelurahan']), state: z.enum(SUBMISSION_STATES), revision: z.int().nullable(),
      madeAt: z.string().nullable(), receivedAt: z.string().nullable(), keyState: z.enum(KEY_STATES).nullable(), refusal: z.enum(REFUSALS).nullable(),
      need: rupiah.nullable(), funded: rupiah.nullable(), gap: rupiah.nullable(), stunted: wholeNumber.nullable(), measured: wholeNumber.nullable(), notes: wholeNumber, corrections: wholeNumber,
    })),
  }), REGENCY),
  /** One village: its plan line by line, its revisions, what the last one changed, and what was corrected here. */
  village: query(TOPICS, z.strictObject({ village: z.string() }), villageSubmission, [...REGENCY, 'village_unknown', 'workspace_damaged']),
  /** Corrects a price (rupiah), a regency code or a count of a village here, beside its plan; `value` null takes the correction out. */
  correct: command(['submission'], z.strictObject({
    village: z.string(), what: z.enum(['price', 'regency_code', 'count']), subject: z.string().max(100), value: z.string().max(100).nullable(), why: z.string().trim().max(300).default(''),
  }), villageSubmission, [...REGENCY, 'village_unknown', 'correction_invalid', 'workspace_damaged']),
  /** Takes all packages of a village of this year out. */
  remove: command(['submission'], z.strictObject({ village: z.string() }), z.object({ village: z.string(), packages: wholeNumber }), [...REGENCY, 'village_unknown']),
}
