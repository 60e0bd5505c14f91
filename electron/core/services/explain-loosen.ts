import type { WayStep } from '#shared/contract/explain.ts'
import type { AllocationInstance, AllocationLock, Conflict } from '#shared/domain/allocation.ts'
import { targetUnits } from '#shared/domain/allocation-problem.ts'
import { ruleAllowing } from '#shared/domain/rule-limits.ts'
import { targetFor } from '#shared/domain/scenario.ts'
import type { ExplainBasis } from './explain-basis.ts'
import { protectionOf } from './explain-named.ts'

export type Test = (instance: AllocationInstance) => Promise<boolean>

/** The least multiple of `step` above `from` that passes, the first beyond `to` at most; monotone. Undefined where that one does not. */
async function least(from: number, to: number, passes: (value: number) => Promise<boolean>, step = 1): Promise<number | undefined> {
  let [low, high] = [Math.floor(from / step), Math.ceil(to / step)]
  if (to <= from || !(await passes(high * step))) return undefined
  while (high - low > 1) {
    const middle = low + Math.floor((high - low) / 2)
    if (await passes(middle * step)) high = middle
    else low = middle
  }
  return high * step
}

/** Rupiah of which everything that whole units cost is a multiple: what a source or rule has to allow at least is one too. */
function moneyStep({ lines }: AllocationInstance): number {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b))
  return lines.some(({ splittable }) => splittable === true) ? 1 : Math.max(1, lines.reduce((step, { unitCost }) => divisor(step, unitCost), 0))
}

/** Steps by which a lock is lowered before it has to go altogether. */
const LOCK_TRIES = 60

export interface Found {
  readonly way: WayStep
  readonly instance: AllocationInstance
}

const FIELDS = { line: null, source: null, rule: null, targetBp: null, shareBp: null, amount: null, ceiling: null, units: null, unlock: false } as const

/** The highest lower value of a lock that works, else without it. How it works is not monotone: other sources have to pay the rest of a unit. */
async function lockWay(bare: AllocationInstance, { instance: whole, held, label }: ExplainBasis, lock: AllocationLock, works: Test): Promise<Found | undefined> {
  const line = whole.lines.find(({ id }) => id === lock.line)
  const step = line && line.unitCost > 0 ? (line.splittable === true ? Math.max(1, Math.ceil(lock.amount / LOCK_TRIES)) : line.unitCost) : 0
  const replaced = (instance: AllocationInstance, amount: number) => ({ ...instance, locks: instance.locks.map((one) => (one.line === lock.line && one.source === lock.source ? { ...one, amount } : one)) })
  const protection = protectionOf({ kind: 'lock', ...lock }, held)
  const fields = { ...FIELDS, kind: 'lock' as const, line: lock.line, source: label(lock.source), from: lock.amount, ...(protection && { protection }) }
  const lower = step === 0 ? [] : Array.from({ length: Math.min(LOCK_TRIES, Math.ceil(lock.amount / step) - 1) }, (_, index) => lock.amount - (index + 1) * step)
  for (const amount of lower) {
    if (await works(replaced(bare, amount))) return { way: { ...fields, to: amount, units: line && line.splittable !== true ? amount / line.unitCost : null }, instance: replaced(whole, amount) }
  }
  const without = (instance: AllocationInstance) => ({ ...instance, locks: instance.locks.filter((one) => one.line !== lock.line || one.source !== lock.source) })
  return (await works(without(bare))) ? { way: { ...fields, to: 0, unlock: true }, instance: without(whole) } : undefined
}

async function targetWay(bare: AllocationInstance, { instance: whole, held }: ExplainBasis, lineId: string, works: Test): Promise<Found | undefined> {
  const line = whole.lines.find(({ id }) => id === lineId)
  if (!line) return undefined
  const asked = targetUnits(line)
  const replaced = (instance: AllocationInstance, units: number) => ({ ...instance, lines: instance.lines.map((one) => (one.id === lineId ? { ...one, targetBp: targetFor(units, one.units) } : one)) })
  // fewer units are easier: the least number to give up
  const given = await least(0, asked, (less) => works(replaced(bare, asked - less)))
  if (given === undefined) return undefined
  const units = asked - given
  const protection = protectionOf({ kind: 'target', line: lineId }, held)
  return { way: { ...FIELDS, kind: 'target', line: lineId, from: asked, to: units, targetBp: targetFor(units, line.units), ...(protection && { protection }) }, instance: replaced(whole, units) }
}

async function capWay(bare: AllocationInstance, { instance: whole, view, label }: ExplainBasis, { cap, source }: Conflict, most: number, works: Test): Promise<Found | undefined> {
  const found = whole.caps.find((one) => one.id === cap && one.source === source)
  if (!found) return undefined
  const replaced = (instance: AllocationInstance, max: number) => ({ ...instance, caps: instance.caps.map((one) => (one.id === cap && one.source === source ? { ...one, max } : one)) })
  const max = await least(found.max, found.max + most, (value) => works(replaced(bare, value)), moneyStep(whole))
  if (max === undefined) return undefined
  const rule = view.rules.rules.find(({ id }) => id === found.id)
  const figures = view.figures.sources.find((one) => one.source.id === found.source)
  const set = rule && figures ? ruleAllowing(view.plan, rule, figures, max) : { shareBp: null, amount: null }
  return { way: { ...FIELDS, kind: 'rule', rule: found.id ?? null, source: label(found.source), from: found.max, to: max, ...set }, instance: replaced(whole, max) }
}

async function ceilingWay(bare: AllocationInstance, { instance: whole, view, label }: ExplainBasis, sourceId: string, most: number, works: Test): Promise<Found | undefined> {
  const available = Math.max(0, whole.sources.find(({ id }) => id === sourceId)?.available ?? 0)
  const replaced = (instance: AllocationInstance, money: number) => ({ ...instance, sources: instance.sources.map((one) => (one.id === sourceId ? { ...one, available: money } : one)) })
  const money = await least(available, available + most, (value) => works(replaced(bare, value)), moneyStep(whole))
  if (money === undefined) return undefined
  const figures = view.figures.sources.find(({ source }) => source.id === sourceId)
  // what other spending and lines that take no part hold comes on top
  const ceiling = figures ? figures.committed + figures.available - available + money : null
  return { way: { ...FIELDS, kind: 'ceiling', source: label(sourceId), from: available, to: money, ceiling }, instance: replaced(whole, money) }
}

/** What could give way: a part of the conflict, or more money in a source. `bare` has what must hold together then; `most` is what it could cost. */
export interface Try {
  readonly kind: WayStep['kind']
  readonly run: (bare: AllocationInstance, most: number) => Promise<Found | undefined>
}

/** What all units of these lines cost: more than that need not be tried. */
export function costOf(lines: AllocationInstance['lines']): number {
  return lines.reduce((sum, line) => sum + line.unitCost * line.units, 0)
}

/** The parts of a conflict that can be loosened, in its order; its sources cannot, but for their ceiling. */
export function partTries(of: ExplainBasis, instance: AllocationInstance, conflict: readonly Conflict[], works: Test): Try[] {
  const basis = { ...of, instance }
  return conflict.flatMap((part): Try[] => {
    if (part.kind === 'target') return [{ kind: 'target', run: (bare) => targetWay(bare, basis, part.line ?? '', works) }]
    if (part.kind === 'cap') return [{ kind: 'rule', run: (bare, most) => capWay(bare, basis, part, most, works) }]
    const lock = instance.locks.find((one) => one.line === part.line && one.source === part.source)
    return part.kind === 'lock' && lock ? [{ kind: 'lock', run: (bare) => lockWay(bare, basis, lock, works) }] : []
  })
}

/** More money in each source that may pay what a conflict asks for. */
export function ceilingTries(basis: ExplainBasis, conflict: readonly Conflict[], works: Test): Try[] {
  const { instance } = basis
  const bundled = new Set(askedFor(instance, conflict).map((line) => line.bundle ?? line.id))
  const payers = new Set(instance.lines.filter((line) => bundled.has(line.bundle ?? line.id)).flatMap(({ sources }) => sources))
  return instance.sources.filter(({ id }) => payers.has(id)).map(({ id }) => ({ kind: 'ceiling', run: (bare, most) => ceilingWay(bare, basis, id, most, works) }))
}

/** The lines that a conflict speaks of. */
export function askedFor(instance: AllocationInstance, conflict: readonly Conflict[]): AllocationInstance['lines'] {
  return instance.lines.filter(({ id }) => conflict.some(({ line }) => line === id))
}
