import type { ProblemBundle } from '#shared/domain/allocation-problem.ts'
import type { Answer } from '../search.ts'
import { addUnit } from '../tiers.ts'
import type { Part, Pool } from './parts.ts'
import { drawnBy } from './parts.ts'

/** A village with what it has got so far. */
export interface Filled {
  readonly part: Part
  readonly most: readonly number[]
  answer: Answer
}

const coverageOf = ({ part, answer }: Filled): number => {
  const bundles = part.layout.problem.bundles.filter(({ units }) => units > 0)
  const weight = bundles.reduce((sum, bundle) => sum + bundle.weight, 0)
  return weight === 0 ? 1 : bundles.reduce((sum, bundle) => sum + (bundle.weight * (answer.units[bundle.index] ?? 0)) / bundle.units, 0) / weight
}

const priceOf = (part: Part, bundle: ProblemBundle) => bundle.lines.reduce((sum, index) => sum + (part.layout.problem.lines[index]?.unitCost ?? 0), 0)

/**
 * Buys with what is left over: first for villages below `village` (null = they are not compared), then tier by tier what gains most for its
 * price. Money only grows scarcer, so what could not be paid once is not tried again. Never draws more from a pool than it has.
 */
export function fill(filled: readonly Filled[], pools: readonly Pool[], village: number | null): void {
  const left = pools.map(({ available }, pool) => available - filled.reduce((sum, { part, answer }) => sum + (drawnBy(part, pools, answer.packing)[pool] ?? 0), 0))
  const searches = new Map(filled.map((one) => [one, { available: [...one.part.layout.problem.available], caps: one.part.layout.problem.caps.map((cap) => ({ ...cap })), closed: new Set<number>() }]))
  const buy = (one: Filled, bundle: ProblemBundle): boolean => {
    const own = searches.get(one)
    if (own === undefined || own.closed.has(bundle.index)) return false
    const before = drawnBy(one.part, pools, one.answer.packing)
    pools.forEach(({ kind }, pool) => {
      const place = one.part.pools[pool] ?? -1
      const cap = own.caps[place]
      const room = (before[pool] ?? 0) + (left[pool] ?? 0)
      if (place >= 0 && kind === 'source') own.available[place] = room
      else if (place >= 0 && cap !== undefined) own.caps[place] = { ...cap, max: room }
    })
    const { layout } = one.part
    const rest = { ...layout, problem: { ...layout.problem, available: own.available, caps: own.caps } }
    const more = (one.answer.units[bundle.index] ?? 0) < (one.most[bundle.index] ?? 0) ? addUnit(rest, one.answer, bundle) : null
    if (more === null) {
      own.closed.add(bundle.index)
      return false
    }
    one.answer = more
    drawnBy(one.part, pools, more.packing).forEach((money, pool) => { left[pool] = (left[pool] ?? 0) + (before[pool] ?? 0) - money })
    return true
  }
  const offers = filled.flatMap((one) => one.part.layout.problem.bundles.filter(({ index, units }) => units > 0 && (one.most[index] ?? 0) > 0)
    .map((bundle) => ({ one, bundle, value: bundle.weight / bundle.units / Math.max(1, priceOf(one.part, bundle)) }))).toSorted((a, b) => a.bundle.tier - b.bundle.tier || b.value - a.value)
  if (village !== null) {
    const byVillage = Map.groupBy(offers.toSorted((a, b) => b.value - a.value), ({ one }) => one)
    for (const [one, own] of byVillage) for (const { bundle } of own) while (coverageOf(one) < village && buy(one, bundle));
  }
  for (const { one, bundle } of offers) while (buy(one, bundle));
}
