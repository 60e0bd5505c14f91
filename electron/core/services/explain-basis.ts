import type { AllocationInstance, AllocationResult, Strategy } from '#shared/domain/allocation.ts'
import { createProblem } from '#shared/domain/allocation-problem.ts'
import { bareInstance, type Paid } from '#shared/domain/explain.ts'
import { allocationInstance } from '#shared/domain/instance.ts'
import type { Tier } from '#shared/domain/plan.ts'
import { type Held, NOTHING_HELD } from '#shared/domain/division.ts'
import type { Session } from '../session.ts'
import { runAllocation } from '../solver/run.ts'
import { proposedView } from './allocate.ts'
import { dividedView } from './division.ts'
import { exactly, type PlanView, planView } from './plan-view.ts'
import { openScenario } from './scenario-view.ts'

/** What is explained: a plan or a scenario with its cells, and the problem that they answer. */
export interface ExplainBasis {
  readonly view: PlanView
  readonly instance: AllocationInstance
  readonly strategy: Strategy
  readonly paid: Paid
  /** What is only protected, of its locks and targets. */
  readonly held: Held
  /** Solves a problem of this plan; `stopped` where the signal ended it. */
  readonly solve: (instance: AllocationInstance) => Promise<AllocationResult>
  /** Whether a problem of this plan can hold together; false also where that was not decided. */
  readonly holds: (instance: AllocationInstance) => Promise<boolean>
  readonly label: (sourceId: string) => string
  readonly lineName: (lineId: string) => { readonly description: string; readonly tier: Tier }
}

/** Most time that one try may take; what is not proven by then is said to be so. */
const TRY_MS = 8_000

interface Whose {
  readonly planId?: string | undefined
  readonly scenario?: string | undefined
  readonly proposal?: boolean | undefined
}

/**
 * A plan itself is explained as it was last divided: by that strategy, with what it protected and still keeps; `plain`: as a new run of it would begin, without.
 * @throws AppError plan_*, scenario_not_found, proposal_outdated, money_range
 */
export function explainBasis(session: Session, input: Whose, signal: AbortSignal | undefined, { plain = false }: { readonly plain?: boolean } = {}): ExplainBasis {
  const scenario = input.scenario === undefined ? undefined : openScenario(session, input.planId, input.scenario)
  const proposed = scenario === undefined && input.proposal === true ? proposedView(session, input.planId) : undefined
  const view = scenario?.view ?? proposed?.view ?? planView(session, input.planId)
  const divided = scenario || proposed || plain ? undefined : dividedView(session, view)
  const { instance } = exactly(() => allocationInstance(scenario?.start ?? divided?.view ?? view))
  const strategy = scenario?.scenario.overrides.strategy ?? proposed?.strategy ?? divided?.strategy ?? 'tiered'
  const known = new Map(view.figures.lines.map(({ line, activity }) => [line.id, { description: line.description, tier: activity.tier }]))
  const labels = new Map(view.plan.sources.map(({ id, label }) => [id, label]))
  const options = { strategy, deadlineMs: TRY_MS, ...(signal ? { signal } : {}) }
  return {
    view, instance, strategy, held: scenario?.held ?? divided?.held ?? NOTHING_HELD,
    paid: {
      units: new Map(view.figures.lines.map(({ line, fundedUnits }) => [line.id, fundedUnits])),
      amounts: new Map(view.figures.lines.map(({ line, cells }) => [line.id, Object.fromEntries(cells.map(({ sourceId, amount }) => [sourceId, amount]))])),
    },
    solve: (problem) => runAllocation(problem, options),
    holds: async (problem) => isSolved(await runAllocation(bareInstance(problem), { ...options, holdsOnly: true })),
    label: (id) => labels.get(id) ?? id,
    lineName: (id) => known.get(id) ?? { description: id, tier: 3 },
  }
}

export const isSolved = ({ status }: AllocationResult): boolean => status === 'optimal' || status === 'feasible'

/** Lines whose units differ between two answers, in plan order. */
export function unitChanges({ instance, lineName }: ExplainBasis, before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>) {
  return instance.lines.flatMap(({ id }) => {
    const [from, to] = [before.get(id) ?? 0, after.get(id) ?? 0]
    return from === to ? [] : [{ line: id, ...lineName(id), before: from, after: to }]
  })
}

export function unitsOf(result: AllocationResult): ReadonlyMap<string, number> {
  return new Map(result.lines.map(({ id, fundedUnits }) => [id, fundedUnits]))
}

export function fundedOf(result: AllocationResult): number {
  return result.lines.reduce((sum, { funded }) => sum + funded, 0)
}

/** Lines that are funded together with this one. */
export function bundleOf(instance: AllocationInstance, lineId: string): readonly string[] {
  const problem = createProblem(instance)
  const bundle = problem.lines.find(({ id }) => id === lineId)?.bundle
  return bundle === undefined ? [lineId] : problem.lines.filter((line) => line.bundle === bundle).map(({ id }) => id)
}
