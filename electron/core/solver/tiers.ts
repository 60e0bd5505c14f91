import type { ProblemBundle } from '#shared/domain/allocation-problem.ts'
import type { Tier } from '#shared/domain/plan.ts'
import { add, copyPacking, room, stepCost } from './packing.ts'
import { optimise } from './optimise.ts'
import { type Answer, narrow, type Search, sumFactors, sumOf } from './search.ts'

export interface TierReached {
  readonly tier: Tier
  /** Bundles that cannot get one unit. */
  readonly aside: readonly number[]
  readonly proven: boolean
  /** Whether the lowest coverage, and whether the sum, is proven to be the greatest. */
  readonly lowestProven: boolean
  readonly sumProven: boolean
}

const least = (bundle: ProblemBundle, answer: Answer | null) => answer?.units[bundle.index] ?? 0

/** Adds one unit of a bundle to an answer where free money allows it without moving anything else; null where it does not. */
export function addUnit(search: Search, answer: Answer, bundle: ProblemBundle): Answer | null {
  const { layout } = search
  const packing = copyPacking(answer.packing)
  for (const index of bundle.lines) {
    const line = layout.problem.lines[index]
    if (line === undefined || line.unitCost === 0) continue
    let open = line.splittable ? line.unitCost : 1
    for (const source of layout.free[index] ?? []) {
      const steps = Math.min(open, Math.max(0, Math.floor(room(layout, packing, index, source) / stepCost(line))))
      add(layout, packing, index, source, steps)
      open -= steps
      if (open === 0) break
    }
    if (open > 0) return null
  }
  return { units: answer.units.map((units, other) => (other === bundle.index ? units + 1 : units)), packing }
}

/** Step (0): which bundles of the tier can get a unit at all while everything reached so far is kept. */
function findAside(search: Search, bundles: readonly ProblemBundle[]): { aside: Set<number>; proven: boolean } {
  const open = new Set(bundles.filter((bundle) => least(bundle, search.best) === 0).map((bundle) => bundle.index))
  for (const bundle of bundles) {
    if (!open.has(bundle.index) || search.best === null) continue
    const more = addUnit(search, search.best, bundle)
    if (more !== null) {
      search.best = more
      open.delete(bundle.index)
    }
  }
  while (open.size > 0) {
    const found = optimise(search, { kind: 'begin', bundles: [...open] })
    if (found.status === 'none') return { aside: open, proven: found.proven }
    const before = open.size
    for (const bundle of open) if ((found.answer.units[bundle] ?? 0) > 0) open.delete(bundle)
    search.best = found.answer
    if (open.size === before) return { aside: open, proven: false }
  }
  return { aside: open, proven: true }
}

/** Least units of each bundle at which every coverage is at least k / n. */
export function raiseTo(search: Search, bundles: readonly ProblemBundle[], units: number, needed: number): void {
  for (const bundle of bundles) {
    const floor = Number((BigInt(units) * BigInt(bundle.units) + BigInt(needed) - 1n) / BigInt(needed))
    search.least[bundle.index] = Math.max(search.least[bundle.index] ?? 0, floor)
  }
}

/** Step (1): raises the lowest coverage as far as it goes and holds it. */
function raiseLowest(search: Search, bundles: readonly ProblemBundle[]): boolean {
  const found = optimise(search, { kind: 'lowest', bundles })
  if (found.status === 'none') return false
  search.best = found.answer
  let { proven } = found
  for (;;) {
    const answer = search.best
    let lowest = bundles[0]
    for (const bundle of bundles) {
      if (lowest === undefined || least(bundle, answer) * lowest.units < least(lowest, answer) * bundle.units) lowest = bundle
    }
    if (lowest === undefined) return true
    raiseTo(search, bundles, least(lowest, answer), lowest.units)
    if (least(lowest, answer) >= lowest.units) return true
    // the next fraction above; only where the solver's tolerance could hide it, it is asked for by itself
    let next = { units: least(lowest, answer) + 1, needed: lowest.units }
    for (const bundle of bundles) {
      const above = Math.floor((least(lowest, answer) * bundle.units) / lowest.units) + 1
      if (above * next.needed < next.units * bundle.units) next = { units: above, needed: bundle.units }
    }
    if (proven && next.units / next.needed - least(lowest, answer) / lowest.units > 1e-5) return true
    const before = [...search.least]
    raiseTo(search, bundles, next.units, next.needed)
    const higher = bundles.some((bundle) => (search.least[bundle.index] ?? 0) > (search.most[bundle.index] ?? 0))
      ? { status: 'none' as const, proven: true }
      : optimise(search, { kind: 'any' })
    if (higher.status === 'none') {
      search.least.splice(0, before.length, ...before)
      return higher.proven
    }
    search.best = higher.answer
    proven = false
  }
}

/** Step (2): raises the sum of weight × coverage and holds it. */
export function raiseSum(search: Search, bundles: readonly ProblemBundle[], weight: (bundle: ProblemBundle) => number): boolean {
  const factors = sumFactors(bundles, weight)
  if (bundles.every((bundle) => least(bundle, search.best) >= (search.most[bundle.index] ?? 0)) && search.best !== null) {
    search.kept.push({ factors, reached: sumOf(factors, search.best.units) })
    return true
  }
  const found = optimise(search, { kind: 'sum', sum: factors })
  if (found.status === 'found') search.best = found.answer
  if (search.best === null) return false
  search.kept.push({ factors, reached: sumOf(factors, search.best.units) })
  return found.status === 'found' && found.proven
}

/** One tier: steps (0) to (2) of the model. Afterwards what it reached is held in `least` and `kept`. */
export function solveTier(search: Search, tier: Tier): TierReached {
  const bundles = search.layout.problem.bundles.filter((bundle) => bundle.tier === tier && bundle.units > 0)
  for (const bundle of bundles) search.most[bundle.index] = bundle.units
  const { aside, proven: asideProven } = findAside(search, bundles)
  let [lowestProven, sumProven] = [asideProven, asideProven]
  for (const bundle of aside) search.most[bundle] = 0
  const others = bundles.filter((bundle) => !aside.has(bundle.index))
  const counted = others.filter((bundle) => bundle.driven)
  if (counted.length > 0) lowestProven = raiseLowest(search, counted) && lowestProven
  if (others.length > 0) sumProven = raiseSum(search, others, (bundle) => bundle.weight) && sumProven
  narrow(search, others)
  return { tier, aside: [...aside], proven: lowestProven && sumProven, lowestProven, sumProven }
}
