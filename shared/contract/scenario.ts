import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { CEILING_PRESETS } from '../domain/scenario-presets.ts'
import { allocationReport } from './allocation.ts'
import { comparison, lineState, sourceState } from './comparison.ts'
import { command, query } from './procedure.ts'
import { basis, basisPoints, family, id, planId, progress, rupiah, spendingClass, strategy, targetGroup, tier, wholeNumber } from './values.ts'

const PLAN_ERRORS = ['plan_missing', 'plan_not_found', 'money_range'] as const
const SCENARIO_ERRORS = [...PLAN_ERRORS, 'scenario_not_found'] as const
const label = z.string().min(1).max(100)
/** Change in basis points: −4000 is 40 % less. */
const changeBp = z.int().min(-10_000).max(100_000)
const preset = z.enum(CEILING_PRESETS)

/** What a scenario says differently. Sources by label, lines by id (or its beginning), series by name. The last price change that fits a line counts. */
export const overrides = z.strictObject({
  ceilings: z.array(z.discriminatedUnion('kind', [
    z.strictObject({ source: label, kind: z.literal('amount'), amount: rupiah }),
    z.strictObject({ source: label, kind: z.literal('percent'), changeBp }),
    z.strictObject({ source: label, kind: z.literal('preset'), preset, villages: z.enum(['independent', 'other']).optional(), freePart: rupiah.optional() }),
  ])).max(50).default([]),
  series: z.partialRecord(family, label).default({}),
  prices: z.array(z.strictObject({ changeBp, spendingClasses: z.array(spendingClass).min(1).max(20).optional(), lines: z.array(id).min(1).max(1000).optional() })).max(1000).default([]),
  /** Lines and groups keep at least the units that the plan pays; what the sources pay stays where it is. */
  protect: z.strictObject({ lines: z.array(id).max(1000).default([]), sources: z.array(label).max(50).default([]), groups: z.array(targetGroup).max(50).default([]) })
    .default({ lines: [], sources: [], groups: [] }),
  targets: z.array(z.strictObject({ line: id, targetBp: basisPoints })).max(1000).default([]),
  /** Other locks than the plan's or those of a protected source: none at all, or on so many units (rupiah where the line may share one). */
  locks: z.array(z.discriminatedUnion('kind', [
    z.strictObject({ line: id, source: label, kind: z.literal('released') }),
    z.strictObject({ line: id, source: label, kind: z.literal('units'), units: wholeNumber }),
    z.strictObject({ line: id, source: label, kind: z.literal('amount'), amount: rupiah }),
  ])).max(1000).default([]),
  strategy: strategy.default('tiered'),
})
export type ScenarioOverrides = z.output<typeof overrides>

const totals = z.object({ need: rupiah, funded: rupiah, gap: rupiah })
const allocation = z.object({
  status: z.enum(['optimal', 'feasible']), allocatedAt: z.string(),
  /** False where the plan or the overrides changed since: allocate again. */
  current: z.boolean(),
}).nullable()

/** The last run since the workspace was opened found that nothing can satisfy it as it still is. */
const impossible = z.boolean()

export const scenarioItem = z.object({
  id, name: z.string(), overrides, madeAt: z.string(), allocation, totals,
  impossible,
  /** Overrides that say nothing about the plan as it is now, and why. */
  ignored: z.array(z.object({
    what: z.enum(['ceiling', 'price', 'line', 'source', 'group', 'target', 'lock', 'series']), id: z.string(), why: z.enum(['gone', 'not_village_fund', 'no_ceiling', 'already_taken']),
  })),
  /** Ceilings that a preset had to estimate, by source label. */
  estimates: z.array(z.object({ source: z.string(), basis })),
})
export type ScenarioItem = z.infer<typeof scenarioItem>

/** `-` is the plan itself. */
const variant = z.string().min(1).max(120)

/** What if: named overrides on a plan with an allocation of their own, side by side with it. */
export const scenarioContract = {
  /** Ready-made cuts of Dana Desa with what each would make of this plan's ceiling, and what it rests on. */
  presets: query(['plan', 'rules'], z.strictObject({ planId }), z.array(z.object({
    preset, source: z.string().nullable(), basis, applies: z.boolean(), why: z.enum(['not_village_fund', 'no_ceiling', 'already_taken']).nullable(),
    before: rupiah.nullable(), after: rupiah.nullable(), estimated: z.boolean(),
  })), PLAN_ERRORS),
  list: query(['plan', 'caseload', 'allocation', 'rules', 'scenario'], z.strictObject({ planId }), z.array(scenarioItem), PLAN_ERRORS),
  /** Adds a scenario, or gives the one with this id (else the one of this name) another name or other overrides. */
  save: command(['scenario'], z.strictObject({ planId, id: id.optional(), name: z.string().trim().min(1).max(120).refine((name) => name !== '-'), overrides }), scenarioItem,
    [...SCENARIO_ERRORS, 'scenario_name_taken', 'source_unknown', 'line_not_found', 'line_ambiguous', 'series_not_found', 'series_is_survey']),
  remove: command(['scenario'], z.strictObject({ planId, scenario: z.string() }), z.object({ scenario: z.string() }), SCENARIO_ERRORS),
  /** Allocates a scenario exactly and keeps the answer with it as one step; the plan stays. An infeasible or stopped run changes nothing. */
  run: command(['scenario'], z.strictObject({ planId, scenario: z.string() }),
    eventIterator(z.discriminatedUnion('event', [progress, z.object({ event: z.literal('done'), report: allocationReport, scenario: scenarioItem })])), SCENARIO_ERRORS),
  /** Up to five variants side by side, and how each differs from the first. What differs in nothing is left out of the comparisons unless `all`. */
  compare: query(['plan', 'caseload', 'allocation', 'rules', 'scenario'], z.strictObject({ planId, variants: z.array(variant).min(1).max(5), all: z.boolean().default(false) }), z.object({
    variants: z.array(z.object({ id: id.nullable(), name: z.string(), allocation, impossible, totals, directShareBp: z.int().nullable() })),
    lines: z.array(z.object({ id, description: z.string(), activity: z.string(), tier, states: z.array(lineState.nullable()) })),
    sources: z.array(z.object({ id, label: z.string(), name: z.string(), states: z.array(sourceState.nullable()) })),
    comparisons: z.array(comparison),
  }), SCENARIO_ERRORS),
  /** Makes the plan what the scenario says, allocation included, as one step; the scenario is then used up. */
  adopt: command(['plan', 'allocation', 'caseload', 'scenario'], z.strictObject({ planId, scenario: z.string() }), z.object({ scenario: z.string(), funded: rupiah, gap: rupiah }),
    [...SCENARIO_ERRORS, 'scenario_not_allocated', 'proposal_outdated']),
}
