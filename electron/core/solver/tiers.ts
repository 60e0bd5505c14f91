import type { ProblemBundle } from '#shared/domain/allocation-problem.ts'
import type { Tier } from '#shared/domain/plan.ts'
import { add, copyPacking, type Layout, room, stepCost } from './packing.ts'
import { optimise } from './optimise.ts'
import { openRelaxed } from './relaxed.ts'
import { fluidOf, unitsModel } from './aims.ts'
import { narrow } from './narrow-units.ts'
import { type Answer, type Search, sumFactors, sumOf } from './search.ts'

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
export function addUnit(layout: Layout, answer: Answer, bundle: ProblemBundle): Answer | null {
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
    const more = addUnit(search.layout, search.best, bundle)
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

interface Coverage {
  readonly units: number
  readonly needed: number
}

/** Least units of all bundles where each of these has at least a coverage. */
function floors(search: Search, bundles: readonly ProblemBundle[], { units, needed }: Coverage): number[] {
  const floor = [...search.least]
  for (const bundle of bundles) {
    const asked = Number((BigInt(units) * BigInt(bundle.units) + BigInt(needed) - 1n) / BigInt(needed))
    floor[bundle.index] = Math.max(floor[bundle.index] ?? 0, asked)
  }
  return floor
}

/** Holds a coverage: no bundle may get less. */
export function raiseTo(search: Search, bundles: readonly ProblemBundle[], units: number, needed: number): void {
  floors(search, bundles, { units, needed }).forEach((least, bundle) => { search.least[bundle] = least })
}

/** The bundle with the lowest coverage in an answer. The list must not be empty. */
function lowestOf(bundles: readonly ProblemBundle[], answer: Answer): Coverage {
  return bundles.map((bundle) => ({ units: least(bundle, answer), needed: bundle.units }))
    .reduce((low, one) => (one.units * low.needed < low.units * one.needed ? one : low))
}

/** Every coverage k / N that a bundle can have, above the present lowest one, in rising order and each once. */
function coverages(bundles: readonly ProblemBundle[], lowest: Coverage): Coverage[] {
  const all = bundles.flatMap(({ units: needed }) => {
    const from = Math.floor((lowest.units * needed) / lowest.needed) + 1
    return Array.from({ length: Math.max(0, needed - from + 1) }, (_, k) => ({ units: from + k, needed }))
  }).toSorted((a, b) => a.units * b.needed - b.units * a.needed)
  return all.filter((one, at) => {
    const before = all[at - 1]
    return before === undefined || before.units * one.needed !== one.units * before.needed
  })
}

/** How many of the coverages the fluid model allows: the others are out of reach. */
function withinReach(search: Search, bundles: readonly ProblemBundle[], rising: readonly Coverage[]): number {
  const fluid = fluidOf(search)
  if (fluid === null) return 0
  const { mip, units } = unitsModel({ ...search, unpayable: [] }, { kind: 'any' }, fluid)
  const relaxed = openRelaxed(search.highs, mip, search.deadline, fluid.ask)
  const allows = (coverage: Coverage) => {
    const floor = floors(search, bundles, coverage)
    if (bundles.some(({ index }) => (floor[index] ?? 0) > (search.most[index] ?? 0))) return false
    for (const { index } of bundles) relaxed.bound(units[index] ?? 0, floor[index] ?? 0, search.most[index] ?? 0)
    return relaxed.again() !== null || relaxed.unsure()
  }
  try {
    let [from, to] = [0, rising.length]
    while (from < to) {
      const middle = (from + to + 1) >> 1
      const coverage = rising[middle - 1]
      if (coverage !== undefined && allows(coverage)) from = middle
      else to = middle - 1
    }
    return from
  } finally {
    relaxed.close()
  }
}

/**
 * Step (1): raises the lowest coverage as far as it goes and holds it. A coverage that cannot be had rules out every higher one, so
 * the highest is found by trying: first what the fluid model allows, then in growing steps downwards, then between.
 */
function raiseLowest(search: Search, bundles: readonly ProblemBundle[]): boolean {
  if (search.best === null) return false
  const lowest = lowestOf(bundles, search.best)
  raiseTo(search, bundles, lowest.units, lowest.needed)
  const rising = coverages(bundles, lowest)
  let [reached, refused] = [0, withinReach(search, bundles, rising) + 1]
  let proven = true
  for (let stride = 1; refused - reached > 1; stride *= 2) {
    const next = reached === 0 ? Math.max(reached + 1, refused - stride) : (reached + refused) >> 1
    const coverage = rising[next - 1]
    if (coverage === undefined) break
    const before = [...search.least]
    floors(search, bundles, coverage).forEach((units, bundle) => { search.least[bundle] = units })
    const higher = optimise(search, { kind: 'any' })
    if (higher.status === 'found') {
      search.best = higher.answer
      reached = next
    } else {
      search.least.splice(0, before.length, ...before)
      proven &&= higher.proven
      refused = next
    }
  }
  return proven
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
