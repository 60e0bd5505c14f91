import type { AllocationReport } from '#shared/contract/allocation.ts'
import type { Progress } from '#shared/contract/values.ts'
import type { AllocationResult, Strategy } from '#shared/domain/allocation.ts'
import { childrenReached } from '#shared/domain/explain.ts'
import { type Held, NOTHING_HELD } from '#shared/domain/division.ts'
import { allocationInstance, cellsFromResult } from '#shared/domain/instance.ts'
import { inBudgetOrder, planFigures } from '#shared/domain/figures.ts'
import { cellAmount, lineNeed } from '#shared/domain/need.ts'
import { type AllocationCell, isDriven } from '#shared/domain/plan.ts'
import { AppError } from '../app-error.ts'
import type { Session } from '../session.ts'
import { runAllocation } from '../solver/run.ts'
import { backupBefore } from './backup.ts'
import { type How, isDividedSo, rememberDivision } from './division.ts'
import { namedPart } from './explain-named.ts'
import { amountsByLabel, findingsOf } from './plan-read.ts'
import { exactly, findLine, findSource, type PlanView, planView } from './plan-view.ts'

/** The answer in the words of the plan: every line, every source by its label, and the notes of the plan as it stands. `held`: what is only protected. */
export function allocationReportOf(view: PlanView, result: AllocationResult, strategy: Strategy, held: Held = NOTHING_HELD): AllocationReport {
  const labels = new Map(view.plan.sources.map((source) => [source.id, source.label]))
  const outcomes = new Map(result.sources.map((source) => [source.id, source]))
  const adopted = result.status === 'optimal' || result.status === 'feasible'
  const funded = new Map(result.lines.map((line) => [line.id, line]))
  return {
    status: result.status,
    gap: result.gap,
    tiers: result.tiers.map(({ tier, lowestCoverage, coverageSum, aside }) => ({ tier, lowestCoverage, coverageSum, aside: [...aside] })),
    lines: view.figures.lines.map((line) => ({
      id: line.line.id, description: line.line.description, tier: line.activity.tier,
      units: line.need.known ? line.need.units : null, unitCost: line.need.known ? line.need.unitCost : null,
      fundedUnits: adopted ? line.fundedUnits : (funded.get(line.line.id)?.fundedUnits ?? 0),
      funded: adopted ? line.funded : (funded.get(line.line.id)?.funded ?? 0),
      bySource: adopted ? amountsByLabel(line, view) : Object.fromEntries(Object.entries(funded.get(line.line.id)?.bySource ?? {}).map(([id, amount]) => [labels.get(id) ?? id, amount])),
    })),
    sources: inBudgetOrder(view.figures.sources).map((source) => {
      const outcome = outcomes.get(source.source.id)
      return {
        code: source.source.label, ceiling: source.ceiling, available: source.available, spent: adopted ? source.spent : (outcome?.spent ?? 0),
        left: adopted ? source.left : (outcome?.left ?? source.available), reason: outcome?.reason ?? null, next: outcome?.next ?? null,
      }
    }),
    conflict: result.conflict.map((part) => namedPart(part, held, (id) => labels.get(id) ?? id)),
    ...(adopted && strategy === 'children' ? childrenOf(view, result) : {}),
    findings: findingsOf(view),
  }
}

/** What the strategy `children` raised, and for whom. */
function childrenOf(view: PlanView, result: AllocationResult): Pick<AllocationReport, 'children'> {
  const { instance } = exactly(() => allocationInstance(view))
  const found = childrenReached(instance, new Map(result.lines.map(({ id, fundedUnits }) => [id, fundedUnits])))
  if (!found) return {}
  const counted = new Set(instance.lines.filter(({ heads }) => heads !== undefined).map(({ id }) => id))
  const groups = view.plan.lines.filter(({ id }) => counted.has(id)).flatMap(({ quantities }) => quantities.filter(isDriven).map(({ driver }) => driver))
  return { children: { groups: [...new Set(groups)], ...found } }
}

/** How many cells hold other money after than before; a cell without money is none. */
function changedCells(before: readonly AllocationCell[], after: readonly AllocationCell[]): number {
  const money = (cells: readonly AllocationCell[]) => new Map(cells.flatMap(({ lineId, sourceId, units, amount }) => (units > 0 || (amount ?? 0) > 0 ? [[`${lineId}\n${sourceId}`, `${units}/${amount ?? ''}`]] : [])))
  const [was, is] = [money(before), money(after)]
  return new Set([...was.keys(), ...is.keys()].filter((key) => was.get(key) !== is.get(key))).size
}

/** True where taking cells over would change neither money nor how the plan is remembered to be divided; nor is there a division where nobody pays anything. */
function saysNothing(session: Session, view: PlanView, cells: readonly AllocationCell[], how: How): boolean {
  return changedCells(view.plan.cells, cells) === 0 && (changedCells([], cells) === 0 || isDividedSo(session, view, how))
}

/**
 * Allocates exactly and keeps the answer as one step; locked cells stay. An infeasible or stopped run changes nothing and
 * says so in its status; one that comes to what stands already, divided as it is remembered, leaves no step.
 * @throws AppError plan_missing, plan_not_found, money_range, proposal_outdated where the plan was changed meanwhile
 */
export async function* allocate(session: Session, input: { planId?: string | undefined; strategy: Strategy }, signal?: AbortSignal): AsyncGenerator<Progress | { event: 'done'; report: AllocationReport; changed: number }> {
  yield { event: 'progress', phase: 'prepare', done: null, total: null }
  const view = planView(session, input.planId)
  const { instance } = exactly(() => allocationInstance(view))
  yield { event: 'progress', phase: 'solve', done: null, total: null }
  const result = await runAllocation(instance, { strategy: input.strategy, ...(signal ? { signal } : {}) })
  if (result.status !== 'optimal' && result.status !== 'feasible') {
    yield { event: 'done', report: allocationReportOf(view, result, input.strategy), changed: 0 }
    return
  }
  const cells = cellsFromResult(result, view)
  const changed = changedCells(view.plan.cells, cells)
  const how = { strategy: input.strategy, scenario: null, ...NOTHING_HELD }
  if (!saysNothing(session, view, cells, how)) {
    await backupBefore(session, 'alokasi')
    // What was awaited gave others time to change the plan: an answer to another question would undo that.
    if (basisOf(planView(session, view.plan.id)) !== basisOf(view)) throw new AppError('proposal_outdated', {})
    session.step('allocate', { strategy: input.strategy }, () => {
      session.plans.replaceCells(view.plan.id, cells)
      rememberDivision(session, view.plan.id, how)
    })
  }
  yield { event: 'done', report: allocationReportOf(planView(session, view.plan.id), result, input.strategy), changed }
}

/** The last proposal of each open workspace, with what it was reckoned from. */
const proposals = new WeakMap<Session['db'], { readonly planId: string; readonly basis: string; readonly strategy: Strategy; readonly result: AllocationResult }>()

/** The plan as it would stand with an allocation; its figures are not written anywhere. */
function viewWith(view: PlanView, result: AllocationResult): PlanView {
  const plan = { ...view.plan, cells: cellsFromResult(result, view) }
  return { ...view, plan, figures: exactly(() => planFigures(plan, view.counts, view.rules)) }
}

/** Allocates exactly and writes nothing; the answer is kept so that it can be adopted as it was shown. @throws AppError plan_missing, plan_not_found, money_range */
export async function* propose(session: Session, input: { planId?: string | undefined; strategy: Strategy }, signal?: AbortSignal): AsyncGenerator<Progress | { event: 'done'; report: AllocationReport; same: boolean }> {
  yield { event: 'progress', phase: 'prepare', done: null, total: null }
  const view = planView(session, input.planId)
  const { instance } = exactly(() => allocationInstance(view))
  yield { event: 'progress', phase: 'solve', done: null, total: null }
  const result = await runAllocation(instance, { strategy: input.strategy, ...(signal ? { signal } : {}) })
  const solved = result.status === 'optimal' || result.status === 'feasible'
  if (solved) proposals.set(session.db, { planId: view.plan.id, basis: basisOf(view), strategy: input.strategy, result })
  else proposals.delete(session.db)
  const same = solved && saysNothing(session, view, cellsFromResult(result, view), { strategy: input.strategy, scenario: null, ...NOTHING_HELD })
  yield { event: 'done', report: allocationReportOf(solved ? viewWith(view, result) : view, result, input.strategy), same }
}

/** The plan as the last proposal would have it. @throws AppError plan_missing, plan_not_found, proposal_outdated where the plan is no longer as it was */
export function proposedView(session: Session, planId: string | undefined): { readonly view: PlanView; readonly strategy: Strategy } {
  const view = planView(session, planId)
  const proposal = proposals.get(session.db)
  if (!proposal || proposal.planId !== view.plan.id || proposal.basis !== exactly(() => basisOf(view))) throw new AppError('proposal_outdated', {})
  return { view: viewWith(view, proposal.result), strategy: proposal.strategy }
}

/** What an allocation follows from, and the cells that it would replace. */
function basisOf(view: PlanView): string {
  return JSON.stringify([allocationInstance(view).instance, view.plan.cells])
}

/** Keeps the last proposal as one step. @throws AppError plan_missing, plan_not_found, proposal_outdated where the plan is no longer as it was */
export async function adopt(session: Session, input: { planId?: string | undefined }) {
  const view = planView(session, input.planId)
  const proposal = proposals.get(session.db)
  if (!proposal || proposal.planId !== view.plan.id || proposal.basis !== exactly(() => basisOf(view))) throw new AppError('proposal_outdated', {})
  const cells = cellsFromResult(proposal.result, view)
  const how = { strategy: proposal.strategy, scenario: null, ...NOTHING_HELD }
  if (saysNothing(session, view, cells, how)) return { changed: 0 }
  await backupBefore(session, 'alokasi')
  // What was awaited gave others time to change the plan.
  if (proposals.get(session.db) !== proposal || proposal.basis !== basisOf(planView(session, view.plan.id))) throw new AppError('proposal_outdated', {})
  session.step('adopt', { strategy: proposal.strategy }, () => {
    session.plans.replaceCells(view.plan.id, cells)
    rememberDivision(session, view.plan.id, how)
  })
  proposals.delete(session.db)
  return { changed: changedCells(view.plan.cells, cells) }
}

/** Sets one cell by hand. @throws AppError amount_invalid where a line that is bought whole would be cut, units_exceed_need */
export function setCell(session: Session, input: { planId?: string | undefined; line: string; source: string; units?: number | undefined; amount?: number | undefined; locked?: boolean | undefined }) {
  const { plan, counts } = planView(session, input.planId)
  const line = findLine(plan, input.line)
  const source = findSource(plan, input.source)
  const need = exactly(() => lineNeed(line, counts), line.description)
  const before = plan.cells.find((cell) => cell.lineId === line.id && cell.sourceId === source.id)
  const unitCost = need.known ? need.unitCost : 0
  let units = input.units ?? before?.units ?? 0
  let amount: number | null = line.splittable ? (before?.amount ?? null) : null
  if (input.amount !== undefined) {
    if (line.splittable) amount = input.amount
    else if (unitCost === 0 || input.amount % unitCost !== 0) throw new AppError('amount_invalid', { field: 'amount', value: String(input.amount), expected: 'multiple', of: unitCost })
    else units = input.amount / unitCost
  } else if (line.splittable && input.units !== undefined) amount = unitCost * input.units
  const others = plan.cells.filter((cell) => cell.lineId === line.id && cell.sourceId !== source.id).reduce((total, cell) => total + cell.units, 0)
  if (need.known && units + others > need.units) throw new AppError('units_exceed_need', { line: line.description, units: units + others, needed: need.units })
  const cell: AllocationCell = { lineId: line.id, sourceId: source.id, units: line.splittable ? 0 : units, amount, locked: input.locked ?? before?.locked ?? false }
  return session.step('cell', { line: line.description, source: source.label }, () => {
    session.plans.saveCell(cell)
    return { line: line.id, source: source.label, units: cell.units, amount: exactly(() => cellAmount(cell, need), line.description), locked: cell.locked }
  })
}
