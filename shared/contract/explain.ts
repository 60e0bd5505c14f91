import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { conflict } from './allocation.ts'
import { query } from './procedure.ts'
import { basisPoints, id, planId, progress, protection, rupiah, tier, wholeNumber } from './values.ts'

const TOPICS = ['plan', 'caseload', 'allocation', 'rules', 'scenario'] as const
const ERRORS = ['plan_missing', 'plan_not_found', 'money_range', 'scenario_not_found', 'line_not_found', 'line_ambiguous', 'proposal_outdated'] as const
/** The plan itself where no scenario is named; `proposal`: as the last proposed allocation would have it. */
const whose = { planId, scenario: z.string().optional(), proposal: z.boolean().default(false) }

const unitChange = z.object({ line: id, description: z.string(), tier, before: wholeNumber, after: wholeNumber })
const cellLimit = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['need', 'lock', 'not_eligible']) }),
  z.object({ kind: z.literal('ceiling'), missing: rupiah }),
  z.object({ kind: z.literal('rule'), rule: z.string(), missing: rupiah }),
  z.object({ kind: z.literal('bundle'), line: z.string() }),
])

/**
 * Why a line gets no unit more, found by asking for one and solving again. need: it has all it needs; money: no source that may pay has enough,
 * whatever else would give way; conflict: a rule, lock or target cannot hold then; tier: an earlier tier would lose; lowest: the lowest coverage of
 * its tier would fall; sum: others of its tier would lose more than it gains; children: fewer children would be reached; order: as good, the
 * order of the plan decided; improvable: it could have one more with nothing taken from others; otherwise: a better plan by the order of the strategy has it, but
 * others get less; overspent: the plan pays more than there is; unknown: not decided in time, or its need is not known.
 */
export const explanation = z.object({
  line: id, description: z.string(), tier, units: wholeNumber, needed: wholeNumber.nullable(),
  why: z.enum(['need', 'money', 'conflict', 'tier', 'lowest', 'sum', 'children', 'order', 'improvable', 'otherwise', 'overspent', 'unknown']),
  /** False where the solver could not prove in time that there is no better answer: then the reason is that of the best one it knows. */
  proven: z.boolean(),
  /** The tier that would lose. */
  tierLost: tier.nullable(), conflict: z.array(conflict),
  /** With `children`: how many are reached now, and would be with one unit more. */
  children: z.object({ before: wholeNumber, after: wholeNumber }).nullable(),
  /** What would change in the best plan that gives it one more unit. */
  changes: z.array(unitChange),
  /** What keeps each source from paying one more while all else stays; empty limits: nothing does. */
  cells: z.array(z.object({ source: z.string(), units: wholeNumber, amount: rupiah, locked: z.boolean(), limits: z.array(cellLimit) })),
})
export type Explanation = z.infer<typeof explanation>

const more = z.object({
  source: z.string(), amount: rupiah, funded: rupiah, unused: rupiah, changes: z.array(unitChange),
  status: z.enum(['optimal', 'feasible', 'infeasible', 'stopped']),
})
export type MoreMoney = z.infer<typeof more>

const holding = z.object({ kind: z.enum(['rule', 'lock', 'target']), rule: z.string().nullable(), line: z.string().nullable(), source: z.string().nullable(), funded: z.int(), changes: z.array(unitChange) })
export type Holding = z.infer<typeof holding>

/** `together`: none holds a better plan back by itself, all of them do. `proven`: every try was solved to its end. */
const holdsDone = z.object({ event: z.literal('done'), stopped: z.boolean(), together: z.boolean(), proven: z.boolean() })

/**
 * One thing that gives way. `from`, `to` are what the plan may spend there in rupiah, for targets units; `unlock`: the lock has to go altogether.
 * What to set for it: the line's `targetBp`, the lock's `units` (`to` itself where the line may share a unit), the rule's `shareBp` or `amount`, the source's `ceiling`.
 */
const wayStep = z.object({
  kind: z.enum(['lock', 'target', 'rule', 'ceiling']), line: z.string().nullable(), source: z.string().nullable(), rule: z.string().nullable(),
  from: rupiah, to: rupiah, targetBp: basisPoints.nullable(), shareBp: basisPoints.nullable(), amount: rupiah.nullable(), ceiling: rupiah.nullable(), units: wholeNumber.nullable(), unlock: z.boolean(), protection: protection.optional(),
})
export type WayStep = z.infer<typeof wayStep>

/** A way out of all conflicts where `enough`: its own step, and locks and targets that have to give way with it. Without it another conflict remains after the step. */
const wayOut = wayStep.extend({ along: z.array(wayStep), enough: z.boolean() })
export type WayOut = z.infer<typeof wayOut>

/** The proof of an allocation: each answer by trying, never by guess. Streams; an aborted call ends with what it has. */
export const explainContract = {
  /** For every line (or one) why it gets no unit more, and what binds each of its cells. */
  lines: query(TOPICS, z.strictObject({ ...whose, line: z.string().optional() }),
    eventIterator(z.discriminatedUnion('event', [progress, z.object({ event: z.literal('line'), explanation }), z.object({ event: z.literal('done'), stopped: z.boolean() })])), ERRORS),
  /** What so much more money in each source would fund. */
  more: query(TOPICS, z.strictObject({ ...whose, amount: rupiah.min(1).default(10_000_000) }),
    eventIterator(z.discriminatedUnion('event', [progress, z.object({ event: z.literal('source'), more }), z.object({ event: z.literal('done'), stopped: z.boolean() })])), ERRORS),
  /** Which rules, locks and targets hold something back, and what would be funded without each. */
  holds: query(TOPICS, z.strictObject(whose),
    eventIterator(z.discriminatedUnion('event', [progress, z.object({ event: z.literal('holding'), holding }), holdsDone])), ERRORS),
  /** Where not everything can hold together: the smallest set that cannot, then ways out of it as they are found, each with the least that it takes. */
  waysOut: query(TOPICS, z.strictObject(whose),
    eventIterator(z.discriminatedUnion('event', [progress, z.object({ event: z.literal('conflict'), conflict: z.array(conflict) }), z.object({ event: z.literal('way'), way: wayOut }), z.object({ event: z.literal('done'), stopped: z.boolean(), feasible: z.boolean(), conflict: z.array(conflict) })])), ERRORS),
}
