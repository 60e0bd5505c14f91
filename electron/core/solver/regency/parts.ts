import type { AllocationCap, AllocationInstance, AllocationLine } from '#shared/domain/allocation.ts'
import { createProblem } from '#shared/domain/allocation-problem.ts'
import { createLayout, type Layout } from '../packing.ts'

/** What several villages draw on: a source that they share, or a cap on lines of more than one of them. */
export interface Pool {
  readonly id: string
  readonly kind: 'source' | 'cap'
  /** Rupiah for all of them together. */
  readonly available: number
}

/** A village by itself: its lines, its own sources, and what it shares as if it were alone with it. */
export interface Part {
  readonly village: string
  readonly layout: Layout
  /** Place of each pool among the part's sources or caps; −1 where it takes no part in it. */
  readonly pools: readonly number[]
}

export interface Parts {
  readonly instance: AllocationInstance
  readonly parts: readonly Part[]
  readonly pools: readonly Pool[]
}

const villageOf = (line: AllocationLine) => line.village ?? ''

/**
 * Takes an instance apart by village. What one village alone may use stays with it; the rest are pools, and only they bind the villages to each
 * other. Lines without a village are one more part, named ''. Parts are in the order of their first line, sources in spending order.
 */
export function splitInstance(instance: AllocationInstance): Parts {
  const villages = Map.groupBy(instance.lines, villageOf)
  const of = new Map(instance.lines.map((line) => [line.id, villageOf(line)]))
  const users = new Map<string, Set<string>>(instance.sources.map(({ id }) => [id, new Set()]))
  for (const line of instance.lines) for (const source of line.sources) users.get(source)?.add(villageOf(line))
  for (const { line, source } of instance.locks) users.get(source)?.add(of.get(line) ?? '')
  const shared = new Set([...users].filter(([, villagesOf]) => villagesOf.size > 1).map(([id]) => id))
  const capOf = new Map<string, { readonly cap: AllocationCap; readonly at: number; readonly lines: string[]; readonly common: boolean }[]>()
  instance.caps.forEach((cap, at) => {
    const groups = Map.groupBy(new Set(cap.lines), (line) => of.get(line) ?? '')
    for (const [village, lines] of groups) {
      const known = capOf.get(village) ?? []
      known.push({ cap, at, lines, common: groups.size > 1 })
      capOf.set(village, known)
    }
  })
  const commonCaps = [...new Set([...capOf.values()].flat().filter(({ common }) => common).map(({ at }) => at))].toSorted((a, b) => a - b)
  const sources = instance.sources.filter(({ id }) => shared.has(id))
  const pools: Pool[] = [
    ...sources.map(({ id, available }): Pool => ({ id, kind: 'source', available: Math.max(0, available) })),
    ...commonCaps.map((at): Pool => ({ id: instance.caps[at]?.id ?? `caps[${at}]`, kind: 'cap', available: instance.caps[at]?.max ?? 0 })),
  ]
  const order = new Map(instance.sources.map(({ id }, at) => [id, at]))
  const available = new Map(instance.sources.map(({ id, available: money }) => [id, money]))
  const locks = Map.groupBy(instance.locks, ({ line }) => of.get(line) ?? '')
  const parts = [...villages].map(([village, lines]): Part => {
    const caps = capOf.get(village) ?? []
    const used = new Set(lines.flatMap((line) => line.sources))
    for (const { source } of locks.get(village) ?? []) used.add(source)
    for (const { cap } of caps) used.add(cap.source)
    const own = [...used].toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
    const layout = createLayout(createProblem({
      lines, sources: own.map((id) => ({ id, available: available.get(id) ?? 0 })), caps: caps.map(({ cap, lines: members }) => ({ ...cap, lines: members })), locks: locks.get(village) ?? [],
    }))
    return { village, layout, pools: [...sources.map(({ id }) => own.indexOf(id)), ...commonCaps.map((at) => caps.findIndex((one) => one.at === at))] }
  })
  return { instance, parts, pools }
}

/** What a part takes out of each pool when its sources and caps pay so much. */
export function drawnBy(part: Part, pools: readonly Pool[], packing: { readonly spent: ArrayLike<number>; readonly capSpent: ArrayLike<number> }): number[] {
  return pools.map(({ kind }, pool) => {
    const place = part.pools[pool] ?? -1
    return place < 0 ? 0 : ((kind === 'source' ? packing.spent : packing.capSpent)[place] ?? 0)
  })
}
