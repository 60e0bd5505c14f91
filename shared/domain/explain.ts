import type { AllocationInstance, AllocationLine, Conflict, Strategy } from './allocation.ts'
import { lowestOf, sumFor } from './allocation-check.ts'
import { type BigFraction, compare as compareFractions } from './allocation-fraction.ts'
import { createProblem, type Problem, type ProblemBundle, type ProblemLine, targetUnits, tiersOf } from './allocation-problem.ts'
import { FULL_BP, type Rupiah } from './money.ts'
import type { Tier } from './plan.ts'

/** What a plan pays: units per line, and amounts per line and source, by id. */
export interface Paid {
  readonly units: ReadonlyMap<string, number>
  readonly amounts: ReadonlyMap<string, Readonly<Record<string, Rupiah>>>
}

/** What keeps one more unit of a line from being paid by a source while everything else stays, with the rupiah that are missing. */
export type CellLimit =
  | { readonly kind: 'need' | 'lock' | 'not_eligible' }
  | { readonly kind: 'ceiling'; readonly missing: Rupiah }
  | { readonly kind: 'rule'; readonly rule: string; readonly missing: Rupiah }
  /** Another line of the same bundle, which nobody could pay then. */
  | { readonly kind: 'bundle'; readonly line: string }

interface Money {
  readonly problem: Problem
  readonly left: number[]
  readonly room: number[]
}

function moneyOf(problem: Problem, paid: Paid): Money {
  const sources = problem.instance.sources.map(({ id }) => id)
  const amount = (line: string, source: number) => paid.amounts.get(line)?.[sources[source] ?? ''] ?? 0
  return {
    problem,
    left: problem.available.map((available, index) => available - problem.lines.reduce((sum, line) => sum + amount(line.id, index), 0)),
    room: problem.caps.map((cap) => cap.max - [...cap.lines].reduce((sum, index) => sum + amount(problem.lines[index]?.id ?? '', cap.source), 0)),
  }
}

function spend({ problem, left, room }: Money, line: ProblemLine, source: number, amount: number): void {
  left[source] = (left[source] ?? 0) - amount
  problem.caps.forEach((cap, index) => {
    if (cap.source === source && cap.lines.has(line.index)) room[index] = (room[index] ?? 0) - amount
  })
}

/** The most that a source could still give a line. */
function most({ problem, left, room }: Money, line: ProblemLine, source: number): number {
  if (!line.sources.includes(source) || line.locks.has(source)) return 0
  const caps = problem.caps.flatMap((cap, index) => (cap.source === source && cap.lines.has(line.index) ? [room[index] ?? 0] : []))
  return Math.max(0, Math.min(left[source] ?? 0, ...caps))
}

/** Whether one more unit of each of these lines can be paid; the first that cannot, in whichever way the others are paid. */
function unpayable(money: Money, lines: readonly ProblemLine[]): ProblemLine | null {
  const [line, ...rest] = lines
  if (!line) return null
  let stuck: ProblemLine = line
  if (line.splittable) {
    let open = line.unitCost
    const parts = line.sources.map((source): [number, number] => [source, Math.min(open, most(money, line, source))]).map(([source, part]): [number, number] => {
      const given = Math.min(open, part)
      open -= given
      return [source, given]
    })
    if (open > 0) return line
    for (const [source, part] of parts) spend(money, line, source, part)
    const found = unpayable(money, rest)
    for (const [source, part] of parts) spend(money, line, source, -part)
    return found
  }
  for (const source of line.sources) {
    if (most(money, line, source) < line.unitCost) continue
    spend(money, line, source, line.unitCost)
    const found = unpayable(money, rest)
    spend(money, line, source, -line.unitCost)
    if (!found) return null
    stuck = found
  }
  return stuck
}

/**
 * Everything that keeps a source from paying one more unit of a line while nothing else moves, found by trying it to the rupiah. Empty: it
 * could. Ids that the instance does not know give nothing.
 */
export function cellLimits(instance: AllocationInstance, paid: Paid, lineId: string, sourceId: string): CellLimit[] {
  const problem = createProblem(instance)
  const line = problem.lines.find(({ id }) => id === lineId)
  const source = instance.sources.findIndex(({ id }) => id === sourceId)
  const bundle = line && problem.bundles[line.bundle]
  if (!line || !bundle || source < 0) return []
  if ((paid.units.get(lineId) ?? 0) >= bundle.units) return [{ kind: 'need' }]
  if (!line.sources.includes(source)) return [{ kind: 'not_eligible' }]
  const money = moneyOf(problem, paid)
  const limits: CellLimit[] = line.locks.has(source) ? [{ kind: 'lock' }] : []
  const missing = line.unitCost - (money.left[source] ?? 0)
  if (missing > 0) limits.push({ kind: 'ceiling', missing })
  problem.caps.forEach((cap, index) => {
    const short = line.unitCost - (money.room[index] ?? 0)
    if (cap.source === source && cap.lines.has(line.index) && short > 0) limits.push({ kind: 'rule', rule: instance.caps[index]?.id ?? '', missing: short })
  })
  if (limits.length > 0) return limits
  spend(money, line, source, line.unitCost)
  const stuck = unpayable(money, bundle.lines.flatMap((index) => (index === line.index ? [] : (problem.lines[index] ?? []))).filter(({ unitCost }) => unitCost > 0))
  return stuck ? [{ kind: 'bundle', line: stuck.id }] : []
}

/** The instance in which a line has to get at least one unit more than it has; null where it needs no more. */
export function withOneMore(instance: AllocationInstance, lineId: string, units: number): AllocationInstance | null {
  const line = instance.lines.find(({ id }) => id === lineId)
  if (!line || units >= line.units) return null
  // the least share that asks for more than what there is; where N is beyond 10.000 it may ask for a few units more
  const least = Number((BigInt(units) * BigInt(FULL_BP)) / BigInt(line.units)) + 1
  const targetBp = Math.min(FULL_BP, Math.max(line.targetBp ?? 0, least))
  return { ...instance, lines: instance.lines.map((one) => (one.id === lineId ? { ...one, targetBp } : one)) }
}

/** The aims of a strategy in their order, and what an answer reaches of each. */
export interface Aim {
  readonly kind: 'children' | 'lowest' | 'sum'
  readonly tier: Tier | null
  readonly reached: BigFraction | null
}

/** What an answer reaches of each aim, exactly. `aside`: lines whose bundle cannot get even one unit, which take no part in the lowest coverage. */
export function aims(instance: AllocationInstance, units: ReadonlyMap<string, number>, aside: ReadonlySet<string>, strategy: Strategy): Aim[] {
  const problem = createProblem(instance)
  const of = (bundle: ProblemBundle) => units.get(problem.lines[bundle.lines[0] ?? -1]?.id ?? '') ?? 0
  const isAside = (bundle: ProblemBundle) => bundle.lines.some((index) => aside.has(problem.lines[index]?.id ?? ''))
  const heads = problem.bundles.filter((bundle) => bundle.heads > 0)
  const children: Aim[] = strategy === 'children' && heads.length > 0
    ? [{ kind: 'children', tier: null, reached: headsSum(heads, of) }]
    : []
  return [...children, ...tiersOf(problem).flatMap((tier): Aim[] => {
    const bundles = problem.bundles.filter((bundle) => bundle.tier === tier)
    return [
      { kind: 'lowest', tier, reached: lowestOf(bundles.filter((bundle) => bundle.driven && !isAside(bundle)), of) },
      { kind: 'sum', tier, reached: sumFor(bundles, of) },
    ]
  })]
}

/** Children whom the counted help reaches, rounded down, of those it is meant for; `whole`: nobody gets a part of it. null where no line is counted. */
export interface ChildrenReached {
  readonly reached: number
  readonly of: number
  readonly whole: boolean
}

/** What the strategy `children` raises, in children: help that is cut by time and not by heads counts by the part that it is given. */
export function childrenReached(instance: AllocationInstance, units: ReadonlyMap<string, number>): ChildrenReached | null {
  const problem = createProblem(instance)
  const counted = problem.bundles.filter((bundle) => bundle.heads > 0 && bundle.units > 0)
  const of = (bundle: ProblemBundle) => units.get(problem.lines[bundle.lines[0] ?? -1]?.id ?? '') ?? 0
  const sum = headsSum(counted, of)
  if (sum === null) return null
  return {
    reached: Number(sum.numerator / sum.denominator), of: counted.reduce((total, { heads }) => total + heads, 0),
    whole: counted.every((bundle) => of(bundle) === 0 || of(bundle) === bundle.units || bundle.units === bundle.heads),
  }
}

function headsSum(bundles: readonly ProblemBundle[], of: (bundle: ProblemBundle) => number): BigFraction | null {
  return sumFor(bundles.map((bundle) => ({ ...bundle, weight: bundle.heads as ProblemBundle['weight'] })), of)
}

/** The first aim of which another answer reaches more or less; null where both reach the same. */
export function firstDifference(present: readonly Aim[], other: readonly Aim[]): { readonly aim: Aim; readonly other: 'less' | 'more' } | null {
  for (const [index, aim] of present.entries()) {
    const reached = other[index]?.reached ?? null
    if (aim.reached === null || reached === null) continue
    const sign = compareFractions(reached, aim.reached)
    if (sign !== 0) return { aim, other: sign < 0 ? 'less' : 'more' }
  }
  return null
}

/**
 * The part of an instance that decides whether it can hold together at all: only what locks and targets ask for, in just as many units. It has
 * an answer if and only if the whole has one, and is solved at once.
 */
export function bareInstance(instance: AllocationInstance): AllocationInstance {
  const problem = createProblem(instance)
  const lockedUnits = (line: ProblemLine) => (line.unitCost === 0 ? 0 : Math.ceil([...line.locks.values()].reduce((sum, amount) => sum + amount, 0) / line.unitCost))
  const least = problem.bundles.map((bundle) => Math.max(bundle.least, ...bundle.lines.map((index) => (problem.lines[index] ? lockedUnits(problem.lines[index]) : 0))))
  const kept = new Set<string>()
  const lines = problem.lines.flatMap((line): AllocationLine[] => {
    const given = instance.lines[line.index]
    const asked = least[line.bundle] ?? 0
    if (!given || (asked === 0 && line.locks.size === 0)) return []
    kept.add(line.id)
    return [{ ...given, units: Math.min(given.units, asked), targetBp: targetUnits(given) > 0 ? FULL_BP : 0 }]
  })
  return { ...instance, lines, caps: instance.caps.map((cap) => ({ ...cap, lines: cap.lines.filter((id) => kept.has(id)) })) }
}

/** The instance with only those of its locks, targets and caps that a conflict names. */
export function onlyConflict(instance: AllocationInstance, conflict: readonly Conflict[]): AllocationInstance {
  const named = (kind: Conflict['kind'], test: (part: Conflict) => boolean) => conflict.some((part) => part.kind === kind && test(part))
  return {
    ...instance,
    lines: instance.lines.map((line) => (named('target', (part) => part.line === line.id) ? line : { ...line, targetBp: 0 })),
    caps: instance.caps.filter((cap) => named('cap', (part) => part.cap === cap.id && part.source === cap.source)),
    locks: instance.locks.filter((lock) => named('lock', (part) => part.line === lock.line && part.source === lock.source)),
  }
}
