import type { AllocationReport } from '#shared/contract/allocation.ts'
import type { ScenarioItem } from '#shared/contract/scenario.ts'
import type { Progress } from '#shared/contract/values.ts'
import { cellKey } from '#shared/domain/division.ts'
import { planFigures } from '#shared/domain/figures.ts'
import { allocationInstance, cellsFromResult } from '#shared/domain/instance.ts'
import type { CostLine, Plan } from '#shared/domain/plan.ts'
import type { Family } from '#shared/domain/target-group.ts'
import { AppError } from '../app-error.ts'
import type { Session } from '../session.ts'
import { runAllocation } from '../solver/run.ts'
import { allocationReportOf } from './allocate.ts'
import { backupBefore } from './backup.ts'
import { rememberNumbers } from './caseload-series.ts'
import { rememberDivision } from './division.ts'
import { exactly } from './plan-view.ts'
import type { Input } from './scenario.ts'
import { openScenario, rememberImpossible, scenarioItem, type ScenarioView } from './scenario-view.ts'

/**
 * Allocates a scenario exactly and keeps the answer with it as one step; an infeasible or stopped run, or a plan that changed
 * meanwhile, changes nothing. @throws AppError plan_*, scenario_not_found, money_range
 */
export async function* runScenario(session: Session, input: Input<'run'>, signal?: AbortSignal): AsyncGenerator<Progress | { event: 'done'; report: AllocationReport; scenario: ScenarioItem }> {
  yield { event: 'progress', phase: 'prepare', done: null, total: null }
  const before = openScenario(session, input.planId, input.scenario)
  const { start, basis, scenario } = before
  const { instance } = exactly(() => allocationInstance(start))
  yield { event: 'progress', phase: 'solve', done: null, total: null }
  const result = await runAllocation(instance, { strategy: scenario.overrides.strategy, ...(signal ? { signal } : {}) })
  const solved = result.status === 'optimal' || result.status === 'feasible'
  const cells = solved ? cellsFromResult(result, start) : start.plan.cells
  const plan = { ...start.plan, cells }
  const report = allocationReportOf({ ...start, plan, figures: exactly(() => planFigures(plan, start.counts, start.rules)) }, result, scenario.overrides.strategy, before.held)
  if (result.status !== 'stopped') rememberImpossible(session, scenario.id, result.status === 'infeasible' ? basis : null)
  // what was awaited gave others time to change the plan or to take the scenario out
  const now = openScenario(session, start.plan.id, scenario.id)
  if (solved && now.basis === basis) {
    session.step('scenario_run', { scenario: now.scenario.name }, () => {
      session.scenarios.saveAllocation(scenario.id, { status: result.status === 'optimal' ? 'optimal' : 'feasible', basis, allocatedAt: session.ports.now().toISOString() }, cells)
    })
  }
  yield { event: 'done', report, scenario: scenarioItem(session, openScenario(session, start.plan.id, scenario.id)) }
}

/** A line as the plan keeps it: another price says where it comes from; a protection is only a condition of the allocation and is not kept. */
function adoptedLine(line: CostLine, { start, scenario }: ScenarioView, today: string): CostLine {
  const changed = start.plan.lines.find(({ id }) => id === line.id)
  const target = scenario.overrides.targets.findLast(({ lineId }) => lineId === line.id)?.targetBp
  const priced = changed && changed.unitPrice !== line.unitPrice
  return {
    ...line,
    ...(priced ? { unitPrice: changed.unitPrice, priceBasis: { source: `Skenario ${scenario.name}`, date: today, confidence: 'unverified' } } : {}),
    ...(target === undefined ? {} : { coverageTargetBp: target === 0 ? null : target }),
  }
}

/**
 * Makes the plan what a scenario says, its allocation included, as one step; the scenario is then used up. Other scenarios stay and follow the
 * changed plan. @throws AppError plan_*, scenario_not_found, scenario_not_allocated, proposal_outdated where the plan changed since it was allocated
 */
export async function adoptScenario(session: Session, input: Input<'adopt'>) {
  const adoptable = (found: ScenarioView) => {
    if (!found.scenario.allocation) throw new AppError('scenario_not_allocated', { scenario: found.scenario.name })
    if (found.scenario.allocation.basis !== found.basis) throw new AppError('proposal_outdated', {})
    return found
  }
  adoptable(openScenario(session, input.planId, input.scenario))
  await backupBefore(session, 'alokasi')
  const found = adoptable(openScenario(session, input.planId, input.scenario))
  const { view, scenario } = found
  session.step('scenario_adopt', { scenario: scenario.name }, () => takeScenario(session, found, view.plan))
  return { scenario: scenario.name, funded: view.figures.funded, gap: view.figures.gap }
}

/** Writes what a scenario says into its plan, with the cells of `to`, and uses it up. Call inside a step. */
export function takeScenario(session: Session, found: ScenarioView, to: Pick<Plan, 'sources' | 'series' | 'cells'>): void {
  const { base: { plan }, scenario } = found
  const released = new Set(scenario.overrides.locks.filter(({ kind }) => kind === 'released').map(cellKey))
  const locked = new Set(plan.cells.filter((cell) => cell.locked).map(cellKey).filter((key) => !released.has(key)))
  for (const source of to.sources) if (!plan.sources.includes(source)) session.plans.saveSource(plan.id, source)
  for (const [family, seriesId] of Object.entries(to.series)) {
    if (plan.series[family as Family] !== seriesId) session.plans.follow(plan.id, family as Family, seriesId)
  }
  for (const line of plan.lines) {
    const adopted = adoptedLine(line, found, session.today())
    if (adopted.unitPrice !== line.unitPrice || adopted.coverageTargetBp !== line.coverageTargetBp) session.plans.saveLine(adopted)
  }
  for (const cell of plan.cells) if (cell.locked && released.has(cellKey(cell))) session.plans.saveCell({ ...cell, locked: false })
  session.plans.replaceCells(plan.id, to.cells.map((cell) => ({ ...cell, locked: locked.has(cellKey(cell)) })))
  session.scenarios.remove(scenario.id)
  rememberDivision(session, plan.id, { strategy: scenario.overrides.strategy, scenario: scenario.name, ...found.held })
  rememberNumbers(session)
}
