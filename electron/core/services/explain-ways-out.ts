import type { WayOut } from '#shared/contract/explain.ts'
import type { Progress } from '#shared/contract/values.ts'
import type { AllocationInstance, AllocationLock, AllocationResult, Conflict } from '#shared/domain/allocation.ts'
import { targetUnits } from '#shared/domain/allocation-problem.ts'
import { bareInstance, onlyConflict } from '#shared/domain/explain.ts'
import { ruleAllowing } from '#shared/domain/rule-limits.ts'
import { targetFor } from '#shared/domain/scenario.ts'
import type { Session } from '../session.ts'
import type { Input } from './explain.ts'
import { type ExplainBasis, explainBasis } from './explain-basis.ts'

type Test = (instance: AllocationInstance) => Promise<boolean>

/** The least whole number above `from`, at most `to`, that passes; monotone. Undefined where `to` does not. */
async function least(from: number, to: number, passes: (value: number) => Promise<boolean>): Promise<number | undefined> {
  if (to <= from || !(await passes(to))) return undefined
  let [low, high] = [from, to]
  while (high - low > 1) {
    const middle = low + Math.floor((high - low) / 2)
    if (await passes(middle)) high = middle
    else low = middle
  }
  return high
}

/** Steps by which a lock is lowered before it has to go altogether. */
const LOCK_TRIES = 60

interface Found {
  readonly way: Omit<WayOut, 'enough'>
  readonly instance: AllocationInstance
}

const FIELDS = { line: null, source: null, rule: null, targetBp: null, shareBp: null, amount: null, ceiling: null, unlock: false } as const

/** The highest lower value of a lock that works, else without it. How it works is not monotone: other sources have to pay the rest of a unit. */
async function lockWay(bare: AllocationInstance, whole: AllocationInstance, lock: AllocationLock, label: (id: string) => string, works: Test): Promise<Found | undefined> {
  const line = whole.lines.find(({ id }) => id === lock.line)
  const step = line && line.unitCost > 0 ? (line.splittable === true ? Math.max(1, Math.ceil(lock.amount / LOCK_TRIES)) : line.unitCost) : 0
  const replaced = (instance: AllocationInstance, amount: number) => ({ ...instance, locks: instance.locks.map((one) => (one.line === lock.line && one.source === lock.source ? { ...one, amount } : one)) })
  const fields = { ...FIELDS, kind: 'lock' as const, line: lock.line, source: label(lock.source), from: lock.amount }
  const lower = step === 0 ? [] : Array.from({ length: Math.min(LOCK_TRIES, Math.ceil(lock.amount / step) - 1) }, (_, index) => lock.amount - (index + 1) * step)
  for (const amount of lower) {
    if (await works(replaced(bare, amount))) return { way: { ...fields, to: amount }, instance: replaced(whole, amount) }
  }
  const without = (instance: AllocationInstance) => ({ ...instance, locks: instance.locks.filter((one) => one.line !== lock.line || one.source !== lock.source) })
  return (await works(without(bare))) ? { way: { ...fields, to: 0, unlock: true }, instance: without(whole) } : undefined
}

async function targetWay(bare: AllocationInstance, whole: AllocationInstance, lineId: string, works: Test): Promise<Found | undefined> {
  const line = whole.lines.find(({ id }) => id === lineId)
  if (!line) return undefined
  const asked = targetUnits(line)
  const replaced = (instance: AllocationInstance, units: number) => ({ ...instance, lines: instance.lines.map((one) => (one.id === lineId ? { ...one, targetBp: targetFor(units, one.units) } : one)) })
  // fewer units are easier: the least number to give up
  const given = await least(0, asked, (less) => works(replaced(bare, asked - less)))
  if (given === undefined) return undefined
  const units = asked - given
  return { way: { ...FIELDS, kind: 'target', line: lineId, from: asked, to: units, targetBp: targetFor(units, line.units) }, instance: replaced(whole, units) }
}

async function capWay(bare: AllocationInstance, { instance: whole, view, label }: ExplainBasis, { cap, source }: Conflict, most: number, works: Test): Promise<Found | undefined> {
  const found = whole.caps.find((one) => one.id === cap && one.source === source)
  if (!found) return undefined
  const replaced = (instance: AllocationInstance, max: number) => ({ ...instance, caps: instance.caps.map((one) => (one.id === cap && one.source === source ? { ...one, max } : one)) })
  const max = await least(found.max, found.max + most, (value) => works(replaced(bare, value)))
  if (max === undefined) return undefined
  const rule = view.rules.rules.find(({ id }) => id === found.id)
  const figures = view.figures.sources.find((one) => one.source.id === found.source)
  const set = rule && figures ? ruleAllowing(view.plan, rule, figures, max) : { shareBp: null, amount: null }
  return { way: { ...FIELDS, kind: 'rule', rule: found.id ?? null, source: label(found.source), from: found.max, to: max, ...set }, instance: replaced(whole, max) }
}

async function ceilingWay(bare: AllocationInstance, { instance: whole, view, label }: ExplainBasis, sourceId: string, most: number, works: Test): Promise<Found | undefined> {
  const available = Math.max(0, whole.sources.find(({ id }) => id === sourceId)?.available ?? 0)
  const replaced = (instance: AllocationInstance, money: number) => ({ ...instance, sources: instance.sources.map((one) => (one.id === sourceId ? { ...one, available: money } : one)) })
  const money = await least(available, available + most, (value) => works(replaced(bare, value)))
  if (money === undefined) return undefined
  const figures = view.figures.sources.find(({ source }) => source.id === sourceId)
  // what other spending and lines that take no part hold comes on top
  const ceiling = figures ? figures.committed + figures.available - available + money : null
  return { way: { ...FIELDS, kind: 'ceiling', source: label(sourceId), from: available, to: money, ceiling }, instance: replaced(whole, money) }
}

/** The tries that a conflict leaves: each of its parts loosened, and more money in each source that may pay what it asks for. */
function tries(basis: ExplainBasis, conflict: readonly Conflict[], works: Test): (() => Promise<Found | undefined>)[] {
  const { instance, label } = basis
  const bare = onlyConflict(instance, conflict)
  const asking = instance.lines.filter(({ id }) => conflict.some(({ line }) => line === id))
  const most = asking.reduce((sum, line) => sum + line.unitCost * line.units, 0)
  const bundled = new Set(asking.map((line) => line.bundle ?? line.id))
  const payers = new Set(instance.lines.filter((line) => bundled.has(line.bundle ?? line.id)).flatMap(({ sources }) => sources))
  return [
    ...conflict.map((part) => async () => {
      if (part.kind === 'target') return targetWay(bare, instance, part.line ?? '', works)
      if (part.kind === 'cap') return capWay(bare, basis, part, most, works)
      const lock = instance.locks.find((one) => one.line === part.line && one.source === part.source)
      return part.kind === 'lock' && lock ? lockWay(bare, instance, lock, label, works) : undefined
    }),
    ...instance.sources.filter(({ id }) => payers.has(id)).map(({ id }) => () => ceilingWay(bare, basis, id, most, works)),
  ]
}

type Events = Progress | { event: 'way'; way: WayOut } | { event: 'done'; stopped: boolean; feasible: boolean; conflict: Conflict[] }

/** The conflict of an infeasible plan and the least that resolves it, part by part. @throws AppError plan_*, scenario_not_found, money_range */
export async function* explainWaysOut(session: Session, input: Input<'waysOut'>, signal?: AbortSignal): AsyncGenerator<Events> {
  const basis = explainBasis(session, input, signal)
  const { instance, solve, label } = basis
  yield { event: 'progress', phase: 'solve', done: null, total: null }
  const holds = ({ status }: AllocationResult) => status === 'optimal' || status === 'feasible'
  const works: Test = async (problem) => holds(await solve(bareInstance(problem)))
  const first = await solve(bareInstance(instance))
  if (first.status !== 'infeasible') {
    yield { event: 'done', stopped: signal?.aborted ?? false, feasible: holds(first), conflict: [] }
    return
  }
  const conflict = first.conflict
  const all = tries(basis, conflict, works)
  for (const [index, attempt] of all.entries()) {
    const found = await attempt()
    if (signal?.aborted) break
    if (found) yield { event: 'way', way: { ...found.way, enough: await works(found.instance) } }
    yield { event: 'progress', phase: 'solve', done: index + 1, total: all.length }
  }
  yield { event: 'done', stopped: signal?.aborted ?? false, feasible: false, conflict: conflict.map((part) => ({ ...part, ...(part.source === undefined ? {} : { source: label(part.source) }) })) }
}
