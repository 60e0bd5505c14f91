import { z } from 'zod'
import { planOverview } from './overview.ts'
import { command, query, TOPICS } from './procedure.ts'
import {
  balance, basis, basisPoints, commitmentClass, family, finding, id, isoDate, planId, planKind, quantity, rupiah, servedEntry, spendingClass, targetGroup, tier, weight, wholeNumber,
} from './values.ts'

const PLAN_ERRORS = ['plan_missing', 'plan_not_found'] as const
const LINE_ERRORS = [...PLAN_ERRORS, 'line_not_found', 'line_ambiguous', 'money_range'] as const

const planHead = z.object({
  id, name: z.string(), region: z.string(), kind: planKind, fiscalYear: z.int(), complete: z.boolean(), current: z.boolean(), series: z.partialRecord(family, z.string()),
})

const planLine = z.object({
  id, activityId: id, activity: z.string(), description: z.string(), tier, weight, code: z.string().nullable(), accountCode: z.string().nullable(), spendingClass,
  quantities: z.array(quantity.and(z.object({ now: wholeNumber.nullable(), stale: z.boolean() }))), cutBy: z.int().nullable(), unitPrice: rupiah, priceBasis: basis.nullable(),
  /** null = a driving count was never known. */
  units: wholeNumber.nullable(), unitCost: rupiah.nullable(), need: rupiah.nullable(), stale: z.boolean(),
  fundedUnits: wholeNumber, funded: rupiah, gap: rupiah, coverageTargetBp: basisPoints.nullable(), splittable: z.boolean(),
  bySource: z.record(z.string(), rupiah), locked: z.array(z.string()),
  /** Money that was typed as arithmetic, by the label of its source, for as long as it comes to the same. */
  typed: z.record(z.string(), z.object({ text: z.string(), date: isoDate })),
  /** A number that was typed where the catalogue's line follows a count: which quantity, what it would follow and then be. */
  override: z.object({ index: z.int(), driver: targetGroup, shareBp: z.int(), wouldBe: wholeNumber.nullable() }).nullable(),
})
export type PlanLine = z.infer<typeof planLine>

/** Part of a source that arrives in a month (1–12). */
const stage = z.strictObject({ month: z.int().min(1).max(12), shareBp: basisPoints })

export const planSource = z.object({
  id, code: z.string(), label: z.string(), name: z.string(), ceiling: rupiah.nullable(), total: rupiah.nullable(), estimated: z.boolean(), reserve: rupiah.nullable(),
  committed: rupiah, available: rupiah, spent: rupiah, left: balance, onBudget: z.boolean(), certainty: z.enum(['certain', 'indicative', 'pledged']),
  origin: z.enum(['current', 'carry_over']), spendingOrder: z.int(), reservedFor: z.array(z.string()), directBp: z.int().nullable(),
  /** What arrives when, in basis points of the ceiling; empty = not said. */
  stages: z.array(stage),
  commitments: z.array(z.object({ class: commitmentClass, bidang: z.int().nullable(), amount: rupiah })),
})

const share = z.object({ direct: rupiah, service: rupiah, total: rupiah, bp: z.int().nullable(), withServiceBp: z.int().nullable() })

export const groupCoverage = z.object({
  group: z.string(), total: wholeNumber, covered: wholeNumber, partly: wholeNumber, units: wholeNumber, neededUnits: wholeNumber, unit: z.string(),
})

export const planSummary = z.object({
  /** uncounted: cost lines whose count was never known; `need` is without them. over: what sources pay beyond what they have; `funded` is with it. */
  plan: planHead, need: rupiah, uncounted: wholeNumber, funded: rupiah, over: rupiah, gap: rupiah, directShareBp: z.int().nullable(), directShareOfNeedBp: z.int().nullable(),
  /** Stunted children: reached for all of the help's months, in part, and all there are. `null` total: no data. */
  children: z.object({ covered: wholeNumber, total: wholeNumber.nullable(), partly: wholeNumber, months: wholeNumber.nullable(), monthsNeeded: wholeNumber.nullable() }),
  groups: z.array(groupCoverage),
  cadres: z.object({ receiving: wholeNumber, total: wholeNumber.nullable(), months: wholeNumber.nullable(), monthsNeeded: wholeNumber.nullable() }),
  shareOfNeed: share, shareOfFunded: share, findings: z.array(finding),
})
export type PlanSummary = z.infer<typeof planSummary>

const planActivity = z.object({
  id, name: z.string(), code: z.string().nullable(), catalogueKey: z.string().nullable(), tier, weight, location: z.string(), implementer: z.string(), beneficiaries: z.string(),
  months: z.int(), indicator: z.string(), indicatorUnit: z.string(), target: wholeNumber.nullable(), lines: z.int(),
})
export type PlanActivity = z.infer<typeof planActivity>

const shortText = z.string().trim().min(1).max(300)
/** One changed cell of the budget: a price (`basis`: the arithmetic that a price or money was typed as), a typed number or unit of a quantity, what it follows, what the line is cut by, its coverage target, what a source pays (rupiah or whole units) or its lock, a text. */
const planEdit = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('price'), line: id, value: rupiah, basis: z.string().max(201).optional() }),
  z.strictObject({ what: z.literal('quantity'), line: id, index: z.int().min(0).max(20), n: wholeNumber }),
  z.strictObject({ what: z.literal('description'), line: id, text: shortText }),
  z.strictObject({ what: z.literal('name'), activity: id, text: shortText }),
  z.strictObject({ what: z.literal('unit'), line: id, index: z.int().min(0).max(20), text: z.string().trim().min(1).max(30) }),
  z.strictObject({ what: z.literal('follow'), line: id, index: z.int().min(0).max(20), driver: targetGroup, shareBp: z.int().min(1).max(1_000_000).default(10_000) }),
  z.strictObject({ what: z.literal('cut'), line: id, by: z.int().min(0).max(20).nullable() }),
  z.strictObject({ what: z.literal('target'), line: id, bp: basisPoints.nullable() }),
  z.strictObject({ what: z.literal('cell'), line: id, source: z.string().max(60), units: wholeNumber.optional(), amount: rupiah.optional(), basis: z.string().max(201).optional(), locked: z.boolean().optional() }),
])
export type PlanEditInput = z.input<typeof planEdit>

const planEdited = z.object({
  applied: z.boolean(),
  /** Edits that cannot be taken, by their index, with the amounts that the reason's sentence needs. */
  refused: z.array(z.object({
    edit: z.int(),
    code: z.enum(['line_not_found', 'activity_not_found', 'source_unknown', 'quantity_not_found', 'need_unknown', 'price_missing', 'not_whole_units', 'above_need', 'out_of_range', 'follows_already']),
    amounts: z.record(z.string(), z.number()),
  })),
  /** As they are now, where it was applied: the changed lines, all sources, the strip. Its notes are for `plan.summary`: a plan has many, and they can follow. */
  lines: z.array(planLine), sources: z.array(planSource), summary: planSummary.omit({ findings: true }).nullable(),
})
export type PlanEdited = z.infer<typeof planEdited>

/** What the RKPD says of an activity. */
export const activityOutput = {
  /** Sub kegiatan, with four digits at its end; null: none. */
  regencyCode: z.string().regex(/^\d\.\d{2}\.\d{2}\.\d\.\d{2}\.\d{4}$/).nullable().optional(), indicator: z.string().trim().max(500).optional(), indicatorUnit: z.string().trim().max(60).optional(),
  /** Output target of the year and of the next; null: not set. */
  target: wholeNumber.nullable().optional(), targetNext: wholeNumber.nullable().optional(),
}

/** The plan: make it, look at it, change its parts. */
export const planContract = {
  create: command(['plan', 'workspace'], z.strictObject({ template: planKind, fiscalYear: z.int().optional(), name: z.string().trim().min(1).max(120).optional() }),
    z.object({ plan: id, activities: z.int(), lines: z.int(), fiscalYear: z.int() }), ['template_mismatch', 'year_out_of_range']),
  list: query(['plan'], z.strictObject({}), z.array(planHead)),
  /** Makes a plan the workspace's current one. */
  open: command(TOPICS, z.strictObject({ planId: id }), planHead, ['plan_not_found']),
  lines: query(['plan', 'caseload', 'allocation'], z.strictObject({ planId }), z.array(planLine), PLAN_ERRORS),
  sources: query(['plan', 'allocation', 'rules'], z.strictObject({ planId }), z.array(planSource), PLAN_ERRORS),
  summary: query(['plan', 'caseload', 'allocation', 'rules'], z.strictObject({ planId }), planSummary, PLAN_ERRORS),
  /** The plan on one page, reckoned. */
  overview: query(['plan', 'caseload', 'allocation', 'rules'], z.strictObject({ planId }), planOverview, PLAN_ERRORS),
  check: query(['plan', 'caseload', 'allocation', 'rules'], z.strictObject({ planId }), z.object({ findings: z.array(finding) }), PLAN_ERRORS),
  /** Sets a source's ceiling, adding the source to the plan where it has none of that code. For Dana Desa `ceiling` is the regular part, `total` the whole pagu. */
  setSource: command(['plan', 'allocation'], z.strictObject({
    planId, source: z.string(), ceiling: rupiah.nullable().optional(), total: rupiah.nullable().optional(), certainty: z.enum(['certain', 'indicative', 'pledged']).optional(),
    name: z.string().trim().min(1).max(120).optional(), spendingOrder: z.int().min(1).max(999).optional(), carryOver: z.boolean().optional(),
    reservedFor: z.array(z.string().max(60)).max(50).optional(), onBudget: z.boolean().optional(),
    /** Together at most the whole of the source; a month once. */
    stages: z.array(stage).max(12).optional(),
  }), planSource, [...PLAN_ERRORS, 'source_unknown', 'source_not_allowed', 'amount_invalid', 'activity_not_found']),
  /** Takes a source out with its commitments and what it pays. */
  removeSource: command(['plan', 'allocation'], z.strictObject({ planId, source: z.string() }), z.object({ source: z.string() }), [...PLAN_ERRORS, 'source_unknown']),
  /** Sets what is spoken for outside this plan; 0 takes it out. `replaces` is the class and bidang that it stood under before. */
  setCommitment: command(['plan', 'allocation'], z.strictObject({
    planId, source: z.string(), class: z.string(), amount: rupiah, bidang: z.int().min(1).max(5).optional(),
    replaces: z.strictObject({ class: commitmentClass, bidang: z.int().min(1).max(5).nullable() }).optional(),
  }), planSource,
    [...PLAN_ERRORS, 'source_unknown', 'class_unknown']),
  /** Changes a cost line. `count` types the number that followed a count; `driver` makes it follow one again. `served` replaces what others serve. */
  setLine: command(['plan', 'allocation'], z.strictObject({
    planId, line: z.string(), price: rupiah.optional(), count: wholeNumber.optional(), driver: z.string().optional(), months: wholeNumber.optional(),
    served: z.array(servedEntry).optional(), coverageTargetBp: basisPoints.nullable().optional(), description: z.string().trim().min(1).max(300).optional(), today: isoDate.optional(),
  }), planLine, [...LINE_ERRORS, 'line_has_no_count', 'group_unknown', 'amount_invalid']),
  setActivity: command(['plan', 'allocation'], z.strictObject({
    planId, activity: z.string(), tier: tier.optional(), weight: weight.optional(), name: z.string().trim().min(1).max(300).optional(), location: z.string().max(300).optional(),
    implementer: z.string().max(300).optional(), months: z.int().min(0).max(4095).optional(),
    ...activityOutput,
  }), z.object({ id, name: z.string(), tier, weight, location: z.string(), implementer: z.string(), months: z.int() }), [...PLAN_ERRORS, 'activity_not_found', 'line_ambiguous']),
  /** Many cells as one step, all or none; what cannot be taken is answered with its reason. A dry run writes nothing. */
  edit: command(['plan', 'allocation'], z.strictObject({ planId, edits: z.array(planEdit).min(1).max(20_000), dryRun: z.boolean().default(false) }), planEdited, [...PLAN_ERRORS, 'money_range']),
  activities: query(['plan'], z.strictObject({ planId }), z.array(planActivity), PLAN_ERRORS),
  /** Puts an activity before another one and into its tier; `before` null: last of its tier, or of the one that is given. */
  moveActivity: command(['plan'], z.strictObject({ planId, activity: z.string(), before: z.string().nullable(), tier: tier.optional() }),
    z.object({ activity: id, tier, order: z.array(id) }), [...PLAN_ERRORS, 'activity_not_found', 'line_ambiguous']),
  /** Adds an activity of the catalogue with its usual lines. */
  addActivity: command(['plan'], z.strictObject({ planId, key: z.string() }), z.object({ activity: id, name: z.string(), lines: z.array(planLine) }), [...PLAN_ERRORS, 'activity_not_found']),
  removeActivity: command(['plan', 'allocation'], z.strictObject({ planId, activity: z.string() }), z.object({ activity: id, name: z.string(), lines: z.int() }),
    [...PLAN_ERRORS, 'activity_not_found', 'line_ambiguous']),
  /** Finds catalogue activities by everyday words; all of them for an empty text. */
  catalogue: query([], z.strictObject({ text: z.string().max(100).default(''), kind: planKind.optional() }),
    z.array(z.object({ key: z.string(), name: z.string(), villageCode: z.string().nullable(), regencyCode: z.string().nullable(), tier, weight, lines: z.int() }))),
  /** Declares that the plan holds all that it should, so that its documents carry the official title; or takes that back. */
  setComplete: command(['plan'], z.strictObject({ planId, complete: z.boolean() }), planHead, PLAN_ERRORS),
}
