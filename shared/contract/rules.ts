import { z } from 'zod'
import { command, query } from './procedure.ts'
import { basisPoints, commitmentClass, confidence, id, planId, rupiah, spendingClass } from './values.ts'

const PLAN_ERRORS = ['plan_missing', 'plan_not_found'] as const

/** What a rule is about; a group that names nothing is only there to be read. */
const ruleGroup = z.strictObject({
  all: z.boolean().optional(), spendingClasses: z.array(spendingClass).max(20).optional(), villageCodes: z.array(z.string().regex(/^\d+(\.\d+)*$/)).max(50).optional(),
  activities: z.array(z.string().max(60)).max(50).optional(), commitments: z.array(commitmentClass).max(20).optional(),
})

const ruleBody = {
  source: z.string(), kind: z.enum(['max_share', 'min_share', 'max_amount', 'forbidden', 'reserve']), group: ruleGroup,
  /** Of `base`, in basis points; null for amounts and prohibitions. */
  shareBp: basisPoints.nullable(), amount: rupiah.nullable(), base: z.enum(['regular', 'total']).nullable(), severity: z.enum(['error', 'warning']),
  citation: z.string().trim().min(1).max(300), confidence,
}

const planRule = z.object({
  ...ruleBody, id, citation: z.string(),
  /** What it rests on. */
  status: z.enum(['verified', 'unverified', 'carried_over', 'changed']),
  /** no_figure: no ceiling to reckon it on; no_source: the plan has no such source; unseen: a plan cannot show what it is about. */
  state: z.enum(['kept', 'breached', 'no_figure', 'no_source', 'unseen']),
  /** Added by a user: resetting takes it out. */
  own: z.boolean(),
  limits: z.array(z.object({
    sourceId: id.nullable(), source: z.string(), base: rupiah.nullable(), limit: rupiah.nullable(), committed: rupiah, planned: rupiah, booked: rupiah,
  })),
})
export type PlanRule = z.infer<typeof planRule>

const said = z.object({ text: z.string(), citation: z.string(), confidence })

const planRules = z.object({
  year: z.int(),
  /** Year of the rules that hold; another than `year` where they are carried over. */
  from: z.int(), carriedOver: z.boolean(),
  rules: z.array(planRule),
  regulations: z.array(z.object({ name: z.string(), subject: z.string(), confidence })),
  foci: z.array(z.object({ number: z.int(), name: z.string() })),
  stages: z.array(z.object({
    part: z.enum(['earmarked', 'non_earmarked', 'regular']), villages: z.enum(['all', 'independent', 'other']), stage: z.int(), shareBp: basisPoints,
    from: z.int().nullable(), until: z.int().nullable(), citation: z.string(), confidence,
  })),
  notes: z.array(said),
})
export type PlanRules = z.infer<typeof planRules>

/** The rules of a plan's budget year as they hold in this workspace. */
export const rulesContract = {
  list: query(['plan', 'caseload', 'allocation', 'rules'], z.strictObject({ planId }), planRules, PLAN_ERRORS),
  /** Changes a rule for the plan's year, or adds one where no `id` is given. What is set to what the year's file says is no change. */
  set: command(['rules', 'plan', 'allocation'], z.strictObject({ planId, id: id.optional(), ...ruleBody }), planRule,
    [...PLAN_ERRORS, 'rule_not_found', 'source_unknown', 'source_not_allowed', 'amount_invalid', 'activity_not_found']),
  /** Takes a change back to the year's file; takes an added rule out. */
  reset: command(['rules', 'plan', 'allocation'], z.strictObject({ planId, id }), planRules, [...PLAN_ERRORS, 'rule_not_found']),
}
