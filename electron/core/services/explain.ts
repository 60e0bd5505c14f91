import type { z } from 'zod'
import type { Explanation, explainContract, Holding, MoreMoney } from '#shared/contract/explain.ts'
import type { Progress } from '#shared/contract/values.ts'
import type { AllocationInstance, AllocationResult } from '#shared/domain/allocation.ts'
import { aims, bareInstance, cellLimits, childrenReached, firstDifference, withOneMore } from '#shared/domain/explain.ts'
import type { LineFigures } from '#shared/domain/figures.ts'
import type { Session } from '../session.ts'
import { bundleOf, type ExplainBasis, explainBasis, fundedOf, isSolved, unitChanges, unitsOf } from './explain-basis.ts'
import { namedPart } from './explain-named.ts'
import { findLine } from './plan-view.ts'

export type Input<K extends keyof typeof explainContract> = z.output<Extract<(typeof explainContract)[K]['~orpc']['inputSchema'], z.ZodType>>

type Done = { event: 'done'; stopped: boolean }
type Why = Pick<Explanation, 'why' | 'proven' | 'tierLost' | 'conflict' | 'children' | 'changes'>

const NOTHING: Omit<Why, 'why'> = { proven: true, tierLost: null, conflict: [], children: null, changes: [] }

/** What an answer with one more unit of a line would cost, against what is paid now. */
function judge(basis: ExplainBasis, lineId: string, aside: ReadonlySet<string>, forced: AllocationResult): Why {
  const { instance, paid, strategy, held, label } = basis
  if (forced.status === 'infeasible') {
    const conflict = forced.conflict.filter(({ kind, line }) => kind !== 'target' || line !== lineId).map((part) => namedPart(part, held, label))
    return { ...NOTHING, why: conflict.length === 0 ? 'money' : 'conflict', conflict }
  }
  if (!isSolved(forced)) return { ...NOTHING, why: 'unknown', proven: false }
  const proven = forced.status === 'optimal'
  const units = unitsOf(forced)
  const changes = unitChanges(basis, paid.units, units)
  const found = firstDifference(aims(instance, paid.units, aside, strategy), aims(instance, units, aside, strategy))
  if (!found) return { ...NOTHING, why: 'order', proven, changes }
  if (found.other === 'more') return { ...NOTHING, why: changes.every(({ before, after }) => after > before) ? 'improvable' : 'otherwise', changes }
  const { kind, tier } = found.aim
  const own = basis.lineName(lineId).tier
  const why = kind === 'children' ? 'children' : tier !== null && tier < own ? 'tier' : kind
  const [before, after] = [childrenReached(instance, paid.units), childrenReached(instance, units)]
  return { ...NOTHING, why, proven, tierLost: tier, children: why === 'children' && before && after ? { before: before.reached, after: after.reached } : null, changes }
}

/** True where the plan as it stands pays more from a source than there is: no answer can be set against it. */
function overspent({ instance, paid }: ExplainBasis): boolean {
  return instance.sources.some(({ id, available }) => instance.lines.reduce((sum, line) => sum + (paid.amounts.get(line.id)?.[id] ?? 0), 0) > available)
}

/** Whether it can hold at all is quickly known; only then is the best of it looked for. */
async function tryOne({ solve }: ExplainBasis, forced: AllocationInstance): Promise<AllocationResult> {
  const bare = await solve(bareInstance(forced))
  return bare.status === 'infeasible' ? bare : solve(forced)
}

function cellsOf({ view, instance, paid, label }: ExplainBasis, { line, cells }: LineFigures): Explanation['cells'] {
  const held = new Map(view.plan.cells.filter((cell) => cell.lineId === line.id).map((cell) => [cell.sourceId, cell.locked]))
  const over = new Map(view.figures.sources.map(({ source, ceiling, committed }) => [source.id, Math.max(0, committed - (ceiling ?? 0))]))
  return cells.map(({ sourceId, units, amount }) => ({
    source: label(sourceId), units, amount, locked: held.get(sourceId) ?? false,
    // what is spoken for beyond the ceiling is missing too: an instance knows no money below 0
    limits: cellLimits(instance, paid, line.id, sourceId).map((limit) => (limit.kind === 'ceiling' ? { ...limit, missing: limit.missing + (over.get(sourceId) ?? 0) } : limit)),
  }))
}

/**
 * Explains every line, or one: each by asking the solver for one unit more of it. Lines of a bundle share their answer. The plan's own cells are
 * explained, also where they were set by hand. @throws AppError plan_*, scenario_not_found, line_*, money_range
 */
export async function* explainLines(session: Session, input: Input<'lines'>, signal?: AbortSignal): AsyncGenerator<Progress | { event: 'line'; explanation: Explanation } | Done> {
  const basis = explainBasis(session, input, signal)
  const { view, instance, paid, solve } = basis
  const only = input.line === undefined ? undefined : findLine(view.plan, input.line).id
  const wanted = view.figures.lines.filter(({ line }) => only === undefined || line.id === only)
  yield { event: 'progress', phase: 'solve', done: 0, total: wanted.length }
  const over = overspent(basis)
  const base = await solve(instance)
  const aside = new Set(base.tiers.flatMap((tier) => tier.aside))
  const known = new Map<string, Why>()
  for (const [index, figures] of wanted.entries()) {
    if (signal?.aborted) break
    const { line, activity, need } = figures
    const units = paid.units.get(line.id) ?? 0
    let why = known.get(line.id)
    if (!why) {
      const forced = withOneMore(instance, line.id, units)
      const inside = instance.lines.some(({ id }) => id === line.id)
      why = !forced ? { ...NOTHING, why: inside || (need.known && need.need === 0) ? 'need' : 'unknown' } : over ? { ...NOTHING, why: 'overspent' } : judge(basis, line.id, aside, await tryOne(basis, forced))
      if (signal?.aborted) break
      // what the solver answers for one line of a bundle holds for all of it, as long as they stand alike now
      for (const id of bundleOf(instance, line.id)) if ((paid.units.get(id) ?? 0) === units) known.set(id, why)
    }
    yield {
      event: 'line',
      explanation: { line: line.id, description: line.description, tier: activity.tier, units, needed: need.known ? need.units : null, ...why, cells: cellsOf(basis, figures) },
    }
    yield { event: 'progress', phase: 'solve', done: index + 1, total: wanted.length }
  }
  yield { event: 'done', stopped: signal?.aborted ?? false }
}

/** Says for each source what more money in it would fund, against the best plan with what there is. @throws AppError plan_*, scenario_not_found, money_range */
export async function* explainMore(session: Session, input: Input<'more'>, signal?: AbortSignal): AsyncGenerator<Progress | { event: 'source'; more: MoreMoney } | Done> {
  const basis = explainBasis(session, input, signal)
  const { instance, solve, label } = basis
  yield { event: 'progress', phase: 'solve', done: 0, total: instance.sources.length }
  const base = await solve(instance)
  for (const [index, source] of instance.sources.entries()) {
    if (signal?.aborted || !isSolved(base)) break
    const richer = { ...instance, sources: instance.sources.map((one) => (one === source ? { ...one, available: Math.max(0, one.available) + input.amount } : one)) }
    const result = await solve(richer)
    if (signal?.aborted) break
    const funded = isSolved(result) ? fundedOf(result) - fundedOf(base) : 0
    yield {
      event: 'source',
      more: {
        source: label(source.id), amount: input.amount, funded: Math.max(0, funded), unused: Math.max(0, input.amount - Math.max(0, funded)), status: result.status,
        changes: isSolved(result) ? unitChanges(basis, unitsOf(base), unitsOf(result)) : [],
      },
    }
    yield { event: 'progress', phase: 'solve', done: index + 1, total: instance.sources.length }
  }
  yield { event: 'done', stopped: signal?.aborted ?? false }
}

/** Each cap, lock and target, and the problem without it. */
function loosened(instance: AllocationInstance): { readonly what: Pick<Holding, 'kind' | 'rule' | 'line' | 'source'>; readonly without: AllocationInstance }[] {
  return [
    ...instance.caps.map((cap) => ({ what: { kind: 'rule' as const, rule: cap.id ?? null, line: null, source: cap.source }, without: { ...instance, caps: instance.caps.filter((one) => one !== cap) } })),
    ...instance.locks.map((lock) => ({ what: { kind: 'lock' as const, rule: null, line: lock.line, source: lock.source }, without: { ...instance, locks: instance.locks.filter((one) => one !== lock) } })),
    ...instance.lines.filter((line) => (line.targetBp ?? 0) > 0).map((line) => ({
      what: { kind: 'target' as const, rule: null, line: line.id, source: null }, without: { ...instance, lines: instance.lines.map((one) => (one === line ? { ...one, targetBp: 0 } : one)) },
    })),
  ]
}

/** What an answer reaches, to tell whether another one is better and not only different. */
function reached({ status, tiers }: AllocationResult): string {
  return JSON.stringify([status === 'infeasible', tiers.map(({ lowestExact, sumExact, aside }) => [lowestExact, sumExact, aside])])
}

/** The problem without any of its caps, locks and targets. */
function bare(instance: AllocationInstance): AllocationInstance {
  return { ...instance, caps: [], locks: [], lines: instance.lines.map((line) => ({ ...line, targetBp: 0 })) }
}

type HoldsDone = Done & { together: boolean; proven: boolean }

/** Names the rules, locks and targets without which the best plan would be a better one; where none is alone, whether all together are. @throws AppError plan_*, scenario_not_found, money_range */
export async function* explainHolds(session: Session, input: Input<'holds'>, signal?: AbortSignal): AsyncGenerator<Progress | { event: 'holding'; holding: Holding } | HoldsDone> {
  const basis = explainBasis(session, input, signal)
  const { instance, solve, label } = basis
  const tries = loosened(instance)
  yield { event: 'progress', phase: 'solve', done: 0, total: tries.length }
  const base = await solve(instance)
  let [proven, held, together] = [base.status === 'optimal', false, false]
  for (const [index, { what, without }] of tries.entries()) {
    if (signal?.aborted) break
    const result = await solve(without)
    if (signal?.aborted) break
    proven &&= result.status === 'optimal'
    if (isSolved(result) && reached(result) !== reached(base)) {
      held = true
      const source = what.source === null ? null : label(what.source)
      yield { event: 'holding', holding: { ...what, source, funded: fundedOf(result) - fundedOf(base), changes: unitChanges(basis, unitsOf(base), unitsOf(result)) } }
    }
    yield { event: 'progress', phase: 'solve', done: index + 1, total: tries.length }
  }
  if (!held && tries.length > 1 && signal?.aborted !== true) {
    const result = await solve(bare(instance))
    proven &&= result.status === 'optimal'
    together = isSolved(result) && reached(result) !== reached(base)
  }
  yield { event: 'done', stopped: signal?.aborted ?? false, together, proven }
}
