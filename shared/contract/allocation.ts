import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { command, query } from './procedure.ts'
import { balance, finding, id, planId, progress, protection, rupiah, strategy, targetGroup, tier, wholeNumber } from './values.ts'

/** A part of what cannot hold together. `protection`: it is no lock or target that was set, but what a scenario protects. */
export const conflict = z.object({
  kind: z.enum(['lock', 'target', 'cap', 'source']), line: z.string().optional(), source: z.string().optional(), cap: z.string().optional(), protection: protection.optional(),
})
export type ConflictPart = z.infer<typeof conflict>

export const allocationReport = z.object({
  status: z.enum(['optimal', 'feasible', 'infeasible', 'stopped']),
  gap: z.number(),
  tiers: z.array(z.object({ tier, lowestCoverage: z.number().nullable(), coverageSum: z.number().nullable(), aside: z.array(z.string()) })),
  /** Every line of the plan appears; `units` is what is needed, null where the count was never known. */
  lines: z.array(z.object({
    id, description: z.string(), tier, units: wholeNumber.nullable(), fundedUnits: wholeNumber, unitCost: rupiah.nullable(), funded: rupiah, bySource: z.record(z.string(), rupiah),
  })),
  sources: z.array(z.object({
    code: z.string(), ceiling: rupiah.nullable(), available: rupiah, spent: rupiah, left: balance,
    reason: z.enum(['all_needs_met', 'not_eligible', 'less_than_unit', 'held_by_rule']).nullable(), next: z.object({ line: z.string(), amount: rupiah }).nullable(),
  })),
  conflict: z.array(conflict),
  /** With the strategy `equal` of a bare instance only: the villages, and what each step reached with its bound. */
  equal: z.object({
    lowestCoverage: z.number().nullable(), aside: z.array(z.string()), villages: z.array(z.object({ village: z.string(), coverage: z.number() })),
    steps: z.array(z.object({ step: z.enum(['village', 'lowest', 'sum']), tier: tier.nullable(), reached: z.number(), bound: z.number(), gap: z.number() })),
  }).optional(),
  /** With the strategy `children` of a plan only: children whom the help for the counted groups reaches; `whole` is false where some get it for a part of the time, which counts by that part. */
  children: z.object({ groups: z.array(targetGroup), reached: wholeNumber, of: wholeNumber, whole: z.boolean() }).optional(),
  findings: z.array(finding),
})
export type AllocationReport = z.infer<typeof allocationReport>

/** How a plan's money was divided when an allocation was last taken over. Explanations, curves and new scenarios follow its strategy and what it still holds. */
const division = z.object({
  strategy,
  /** The scenario that was taken over; null: a run of the plan itself. */
  scenario: z.string().nullable(),
  at: z.string(),
  /** Labels of the sources in the order in which they were spent. */
  order: z.array(z.string()),
  /** Lines and cells that were protected then, are no target or lock of the plan, and still have what they had. */
  lines: z.array(id), cells: z.array(z.object({ line: id, source: z.string() })),
  /** How many protected ones were changed by hand since, and are held no longer. */
  released: wholeNumber,
  /** What is not as it was then: money of cells, which sources there are, their order, and anything else that an allocation follows from. */
  changed: z.object({ cells: z.boolean(), sources: z.boolean(), order: z.boolean(), basis: z.boolean() }),
})
export type DivisionReport = z.infer<typeof division>

/** Who pays what: by hand, by lock, or automatically. */
export const allocationContract = {
  /** Allocates exactly and keeps the answer in the plan as one step; an infeasible or stopped run changes nothing. `changed`: cells that hold other money than before. There is no step where nothing changes, nor how the plan was divided. */
  run: command(['allocation', 'plan'], z.strictObject({ planId, strategy: strategy.default('tiered') }),
    eventIterator(z.discriminatedUnion('event', [progress, z.object({ event: z.literal('done'), report: allocationReport, changed: wholeNumber })])), ['plan_missing', 'plan_not_found', 'money_range', 'proposal_outdated']),
  /** Allocates exactly without changing the plan; the last answer can be adopted while the plan stays as it was. `same`: that would change neither a cell nor how the plan is remembered to be divided. */
  propose: query(['allocation'], z.strictObject({ planId, strategy: strategy.default('tiered') }),
    eventIterator(z.discriminatedUnion('event', [progress, z.object({ event: z.literal('done'), report: allocationReport, same: z.boolean() })])), ['plan_missing', 'plan_not_found', 'money_range']),
  /** Keeps the proposed allocation as one step. */
  adopt: command(['allocation', 'plan'], z.strictObject({ planId }), z.object({ changed: z.int() }), ['plan_missing', 'plan_not_found', 'money_range', 'proposal_outdated']),
  /** How the plan was last divided, and what has changed since; null where nothing was taken over. */
  division: query(['plan', 'caseload', 'allocation', 'rules'], z.strictObject({ planId }), division.nullable(), ['plan_missing', 'plan_not_found', 'money_range']),
  /** Sets one cell by hand, in whole units (or rupiah for a line that may be shared), and locks or unlocks it. */
  setCell: command(['allocation', 'plan'], z.strictObject({ planId, line: z.string(), source: z.string(), units: wholeNumber.optional(), amount: rupiah.optional(), locked: z.boolean().optional() }),
    z.object({ line: id, source: z.string(), units: wholeNumber, amount: rupiah, locked: z.boolean() }),
    ['plan_missing', 'plan_not_found', 'line_not_found', 'line_ambiguous', 'source_unknown', 'amount_invalid', 'units_exceed_need', 'money_range']),
}
