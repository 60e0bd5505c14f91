import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { query } from './procedure.ts'
import { family, id, isoDate, planId, progress, rupiah, targetGroup, tier, wholeNumber } from './values.ts'

const TOPICS = ['plan', 'caseload', 'allocation', 'rules', 'scenario'] as const
const ERRORS = ['plan_missing', 'plan_not_found', 'money_range', 'scenario_not_found', 'source_unknown', 'series_not_found', 'series_is_survey'] as const

const outcome = z.object({
  need: rupiah, funded: rupiah, coverageBp: z.int().nullable(),
  tiers: z.array(z.object({ tier, need: rupiah, funded: rupiah, coverageBp: z.int().nullable() })),
  groups: z.array(z.object({
    group: targetGroup, kind: z.enum(['direct', 'incentive']), total: wholeNumber, reached: wholeNumber, covered: wholeNumber,
    time: z.object({ unit: z.enum(['month', 'day']), given: wholeNumber, needed: wholeNumber }).nullable(),
  })),
})
const status = z.enum(['optimal', 'feasible', 'infeasible', 'stopped'])

/** A point of the curve: the change of the money, how much the plan could spend then, and what the best plan reaches. null: nothing holds together. */
const moneyPoint = z.object({ changeBp: z.int(), money: rupiah, status, outcome: outcome.nullable() })
export type MoneyPoint = z.infer<typeof moneyPoint>

/** Where something drops out as the money falls: it holds at `from`, no longer at `to` (basis points). */
const dropOut = z.object({
  kind: z.enum(['tier', 'group', 'cadre', 'conflict']), what: z.enum(['cut', 'gone', 'less']), tier: tier.nullable(), group: targetGroup.nullable(), from: z.int(), to: z.int(), before: z.number(), after: z.number(),
})

const seriesPoint = z.object({ series: id, name: z.string(), measuredOn: isoDate, followed: z.boolean(), status, outcome: outcome.nullable() })
export type SeriesPoint = z.infer<typeof seriesPoint>

/** What becomes of a plan with other money or other counts. Each point is an allocation of its own; nothing is written. */
export const sensitivityContract = {
  /**
   * Need and coverage over a range of money (−6000 = 60 % less) of one source: Dana Desa, in a kelurahan or a regency DAU, unless another is named;
   * `*` changes all sources in the budget together. Points come coarse first, so that the shape shows early. `series` draws the curve for other counts, `scenario` for its overrides.
   */
  money: query(TOPICS, z.strictObject({
    planId, scenario: z.string().optional(), source: z.string().optional(), series: z.partialRecord(family, z.string()).default({}),
    from: z.int().min(-10_000).max(0).default(-6_000), to: z.int().min(0).max(100_000).default(2_000), points: z.int().min(2).max(200).default(40),
  }), eventIterator(z.discriminatedUnion('event', [
    progress, z.object({ event: z.literal('point'), point: moneyPoint }), z.object({ event: z.literal('done'), stopped: z.boolean(), dropOuts: z.array(dropOut) }),
  ])), ERRORS),
  /** Need and coverage with each series that counts a family, oldest first. */
  series: query(TOPICS, z.strictObject({ planId, scenario: z.string().optional(), family: family.default('child') }), eventIterator(z.discriminatedUnion('event', [
    progress, z.object({ event: z.literal('point'), point: seriesPoint }), z.object({ event: z.literal('done'), stopped: z.boolean() }),
  ])), ERRORS),
}
