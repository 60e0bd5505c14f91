import type { AllocationInstance, AllocationLine } from '#shared/domain/allocation.ts'

/**
 * Optimality by trying everything, on instances small enough for it. Written from the model's text alone: it shares no code with
 * the solver. Money is bigint, coverages are compared by cross-multiplication.
 */
interface Group {
  readonly lines: AllocationLine[]
  readonly tier: number
  readonly weight: bigint
  readonly units: number
  readonly driven: boolean
  readonly village: string | undefined
}

interface Ratio {
  readonly top: bigint
  readonly bottom: bigint
}

const less = (a: Ratio, b: Ratio) => a.top * b.bottom < b.top * a.bottom
const plus = (a: Ratio, b: Ratio): Ratio => ({ top: a.top * b.bottom + b.top * a.bottom, bottom: a.bottom * b.bottom })
const zero: Ratio = { top: 0n, bottom: 1n }

function groupsOf(instance: AllocationInstance): Group[] {
  const groups = new Map<string, AllocationLine[]>()
  for (const line of instance.lines) {
    const key = line.bundle === undefined ? `line ${line.id}` : `bundle ${line.bundle}`
    groups.set(key, [...(groups.get(key) ?? []), line])
  }
  return [...groups.values()].map((lines) => ({
    lines, tier: lines[0]?.tier ?? 3, weight: BigInt(lines[0]?.weight ?? 1), units: lines[0]?.units ?? 0, driven: lines.some((line) => line.driven),
    village: lines[0]?.village,
  }))
}

type Spend = readonly bigint[]

/** Every way in which the sources can pay for units of all lines: the totals per source, each with the fewest split lines. */
function spendings(instance: AllocationInstance, units: ReadonlyMap<string, number>): Map<string, { spend: Spend; splits: number }> {
  const { sources, caps } = instance
  const available = sources.map((source) => BigInt(Math.max(0, source.available)))
  interface State { spend: bigint[]; capped: bigint[]; splits: number }
  let states = new Map<string, State>([['', { spend: sources.map(() => 0n), capped: caps.map(() => 0n), splits: 0 }]])
  for (const line of instance.lines) {
    const after = new Map<string, State>()
    const price = line.splittable === true ? 1n : BigInt(line.unitCost)
    const total = BigInt(line.unitCost) * BigInt(units.get(line.id) ?? 0)
    const locks = new Map(instance.locks.filter((lock) => lock.line === line.id).map((lock) => [lock.source, BigInt(lock.amount)]))
    const ways: bigint[][] = []
    const visit = (at: number, left: bigint, parts: bigint[]) => {
      const source = sources[at]
      if (source === undefined) {
        if (left === 0n) ways.push(parts)
        return
      }
      const locked = locks.get(source.id)
      if (locked !== undefined) {
        if (locked <= left && (locked === 0n || line.sources.includes(source.id))) visit(at + 1, left - locked, [...parts, locked])
        return
      }
      const most = line.sources.includes(source.id) && price > 0n ? left : 0n
      for (let amount = 0n; amount <= most; amount += price) {
        visit(at + 1, left - amount, [...parts, amount])
        if (price === 0n) break
      }
    }
    visit(0, total, [])
    for (const state of states.values()) {
      for (const parts of ways) {
        const spend = state.spend.map((sum, s) => sum + (parts[s] ?? 0n))
        if (spend.some((sum, s) => sum > (available[s] ?? 0n))) continue
        const capped = caps.map((cap, c) => {
          const at = sources.findIndex((source) => source.id === cap.source)
          return (state.capped[c] ?? 0n) + (cap.lines.includes(line.id) ? (parts[at] ?? 0n) : 0n)
        })
        if (capped.some((sum, c) => sum > BigInt(caps[c]?.max ?? 0))) continue
        const splits = state.splits + (parts.filter((part) => part > 0n).length > 1 ? 1 : 0)
        const key = [...spend, ...capped].join(' ')
        const known = after.get(key)
        if (known === undefined || splits < known.splits) after.set(key, { spend, capped, splits })
      }
    }
    states = after
  }
  const totals = new Map<string, { spend: Spend; splits: number }>()
  for (const { spend, splits } of states.values()) {
    const known = totals.get(spend.join(' '))
    if (known === undefined || splits < known.splits) totals.set(spend.join(' '), { spend, splits })
  }
  return totals
}

export interface BruteTier {
  readonly tier: number
  readonly lowest: Ratio | null
  readonly sum: Ratio | null
  readonly aside: readonly string[]
}

export interface BruteAnswer {
  readonly feasible: boolean
  /** With `equal`: the lowest village, and those that no answer gives a unit. */
  readonly villages?: { readonly lowest: Ratio | null; readonly aside: readonly string[] }
  readonly tiers: readonly BruteTier[]
}

/** All vectors of units per group that some spending pays for. */
function payable(instance: AllocationInstance, groups: readonly Group[]): number[][] {
  const found: number[][] = []
  const visit = (at: number, units: number[]) => {
    const group = groups[at]
    if (group === undefined) {
      const perLine = new Map(groups.flatMap((each, g) => each.lines.map((line): [string, number] => [line.id, units[g] ?? 0])))
      if (spendings(instance, perLine).size > 0) found.push(units)
      return
    }
    for (let y = 0; y <= group.units; y++) {
      if (group.lines.every((line) => BigInt(y) * 10_000n >= BigInt(line.targetBp ?? 0) * BigInt(line.units))) visit(at + 1, [...units, y])
    }
  }
  visit(0, [])
  return found
}

function best<T>(items: readonly T[], value: (item: T) => Ratio): { items: T[]; value: Ratio | null } {
  let top: Ratio | null = null
  for (const item of items) {
    const ratio = value(item)
    if (top === null || less(top, ratio)) top = ratio
  }
  const reached = top
  return { items: reached === null ? [] : items.filter((item) => !less(value(item), reached)), value: top }
}

/** Lowest village first: those that no answer gives a unit hold no other back. */
function raiseVillages(groups: readonly Group[], answers: number[][]) {
  const names = [...new Set(groups.filter((group) => group.units > 0).map((group) => group.village))]
  const members = (name: string | undefined) => [...groups.keys()].filter((g) => groups[g]?.village === name && (groups[g]?.units ?? 0) > 0)
  const aside = names.filter((name) => answers.every((units) => members(name).every((g) => units[g] === 0)))
  const taking = names.filter((name) => !aside.includes(name))
  const coverage = (units: readonly number[], name: string | undefined) => {
    const sum = members(name).reduce((total, g) => plus(total, { top: (groups[g]?.weight ?? 1n) * BigInt(units[g] ?? 0), bottom: BigInt(groups[g]?.units ?? 1) }), zero)
    return { top: sum.top, bottom: sum.bottom * members(name).reduce((total, g) => total + (groups[g]?.weight ?? 1n), 0n) }
  }
  const lowest = (units: readonly number[]) => taking.map((name) => coverage(units, name)).reduce((a, b) => (less(b, a) ? b : a))
  const step = taking.length === 0 ? { items: answers, value: null } : best(answers, lowest)
  return { answers: step.items, villages: { lowest: step.value, aside: aside.map(String) } }
}

/** The lexicographic optimum of the model by enumeration. */
export function bruteForce(instance: AllocationInstance, strategy: 'tiered' | 'children' | 'equal'): BruteAnswer {
  const groups = groupsOf(instance)
  let answers = payable(instance, groups)
  if (answers.length === 0) return { feasible: false, tiers: [] }
  const coverage = (units: readonly number[], g: number): Ratio => ({ top: BigInt(units[g] ?? 0), bottom: BigInt(groups[g]?.units ?? 1) })
  if (strategy === 'children') {
    const children = (units: readonly number[]) => groups.reduce((sum, group, g) => {
      const heads = group.lines.reduce((total, line) => total + BigInt(line.heads ?? 0), 0n)
      return group.units === 0 || heads === 0n ? sum : plus(sum, { top: heads * BigInt(units[g] ?? 0), bottom: BigInt(group.units) })
    }, zero)
    answers = best(answers, children).items
  }
  let villages: BruteAnswer['villages']
  if (strategy === 'equal') ({ answers, villages } = raiseVillages(groups, answers))
  const tiers: BruteTier[] = []
  for (const tier of [1, 2, 3]) {
    const members = [...groups.keys()].filter((g) => groups[g]?.tier === tier)
    if (members.length === 0) continue
    const needed = members.filter((g) => (groups[g]?.units ?? 0) > 0)
    const aside = needed.filter((g) => answers.every((units) => (units[g] ?? 0) === 0))
    const taking = needed.filter((g) => groups[g]?.driven === true && !aside.includes(g))
    let lowest: Ratio | null = null
    if (taking.length > 0) {
      const step = best(answers, (units) => taking.map((g) => coverage(units, g)).reduce((a, b) => (less(b, a) ? b : a)))
      answers = step.items
      lowest = step.value
    }
    let sum: Ratio | null = null
    if (needed.length > 0) {
      const step = best(answers, (units) => needed.reduce((total, g) => {
        const each = coverage(units, g)
        return plus(total, { top: each.top * (groups[g]?.weight ?? 1n), bottom: each.bottom })
      }, zero))
      answers = step.items
      sum = step.value
    }
    tiers.push({ tier, lowest, sum, aside: instance.lines.filter((line) => aside.some((g) => groups[g]?.lines.includes(line))).map((line) => line.id) })
  }
  return { feasible: true, ...(villages === undefined ? {} : { villages }), tiers }
}

/** With units fixed: what each source pays, in spending order each as far as it goes, and then the fewest split lines. */
export function bruteSources(instance: AllocationInstance, units: ReadonlyMap<string, number>): { spend: Spend; splits: number } | null {
  let top: { spend: Spend; splits: number } | null = null
  for (const way of spendings(instance, units).values()) {
    if (top === null) {
      top = way
      continue
    }
    const at = way.spend.findIndex((sum, s) => sum !== top?.spend[s])
    if (at >= 0 && (way.spend[at] ?? 0n) > (top.spend[at] ?? 0n)) top = way
  }
  return top
}
