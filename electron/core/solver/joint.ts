import type { ProblemBundle } from '#shared/domain/allocation-problem.ts'
import { tiersOf } from '#shared/domain/allocation-problem.ts'
import { villageCoverage, villagesOf } from '#shared/domain/allocation-villages.ts'
import { toNumber } from '#shared/domain/allocation-fraction.ts'
import { solveMip } from './highs.ts'
import { addColumn, type Mip } from './mip.ts'
import { buildModel } from './model.ts'
import { pack } from './pack.ts'
import { add, copyPacking, emptyPacking, type Layout, type Packing, room, stepCost } from './packing.ts'
import { hintOf } from './payable.ts'
import type { Search } from './search.ts'
import type { TierReached } from './tiers.ts'
import type { VillagesReached } from './villages.ts'

/** From this many bundles on, villages are not searched through together but rounded from the relaxed programme. */
export const JOINT_BUNDLES = 60

/** How far below its relaxed optimum an aim may fall while the later aims are raised: above the solver's tolerance. */
const SLACK = 1e-6
/** Shares of what the relaxed programme proposes that are tried until whole units can be paid. */
const SHARES = [1, 0.995, 0.98, 0.95, 0.9, 0.7, 0.4, 0]

/** True where no free source could pay one unit of some line of the bundle even if nothing else were bought. */
function hopeless(layout: Layout, empty: Packing, bundle: ProblemBundle): boolean {
  return bundle.lines.some((index) => {
    const line = layout.problem.lines[index]
    if (line === undefined || line.unitCost === 0 || line.locks.size > 0) return false
    const rooms = (layout.free[index] ?? []).map((source) => Math.max(0, room(layout, empty, index, source)))
    return line.splittable ? rooms.reduce((sum, money) => sum + money, 0) < line.unitCost : rooms.every((money) => money < line.unitCost)
  })
}

/** Adds one unit where free money allows it; nothing changes where it does not. */
function take(layout: Layout, packing: Packing, bundle: ProblemBundle): boolean {
  const done: [number, number, number][] = []
  for (const index of bundle.lines) {
    const line = layout.problem.lines[index]
    if (line === undefined || line.unitCost === 0) continue
    let open = line.splittable ? line.unitCost : 1
    for (const source of layout.free[index] ?? []) {
      const steps = Math.min(open, Math.max(0, Math.floor(room(layout, packing, index, source) / stepCost(line))))
      if (steps === 0) continue
      add(layout, packing, index, source, steps)
      done.push([index, source, steps])
      open -= steps
      if (open === 0) break
    }
    if (open > 0) {
      for (const [other, source, steps] of done) add(layout, packing, other, source, -steps)
      return false
    }
  }
  return true
}

/** Every aim in turn with fluid units and cells, each held while the next is raised; the last answer, or null where time ran out. */
function relaxedAims(search: Search, aside: ReadonlySet<number>): { values: Float64Array; model: ReturnType<typeof buildModel> } | null {
  const { layout } = search
  const { problem } = layout
  const model = buildModel(layout, search.least, search.most, 'none')
  const { mip, units } = model
  let values: Float64Array | null = null
  const solve = (): boolean => {
    const solved = solveMip(search.highs, mip, { relaxed: true, deadline: search.deadline })
    if (solved.status === 'optimal') ({ values } = solved)
    return solved.status === 'optimal'
  }
  const raiseLowest = (groups: readonly (readonly [bundle: ProblemBundle, share: number])[][]) => {
    const column = addColumn(mip, 0, 1, false, 1_000)
    for (const group of groups) {
      mip.rows.push({ lower: 0, upper: Infinity, columns: [...group.map(([bundle]) => units[bundle.index] ?? 0), column], values: [...group.map(([, share]) => share), -1] })
    }
    if (!solve()) return false
    mip.lower[column] = Math.max(0, (values?.[column] ?? 0) - SLACK)
    mip.cost[column] = 0
    return true
  }
  const raiseSum = (bundles: readonly ProblemBundle[]) => {
    for (const bundle of bundles) mip.cost[units[bundle.index] ?? 0] = (bundle.weight / bundle.units) * 1_000
    if (!solve()) return false
    holdSum(mip, bundles.map((bundle) => units[bundle.index] ?? 0), values)
    return true
  }
  const villages = villagesOf(problem).map(({ bundles, weight }) => bundles.map((bundle) => [bundle, bundle.weight / bundle.units / weight] as const))
  const able = villages.filter((group) => group.some(([bundle]) => !aside.has(bundle.index)))
  let going = able.length === 0 || raiseLowest(able)
  for (const tier of tiersOf(problem)) {
    const bundles = problem.bundles.filter((bundle) => bundle.tier === tier && bundle.units > 0 && !aside.has(bundle.index))
    const driven = bundles.filter((bundle) => bundle.driven)
    going &&= driven.length === 0 || raiseLowest(driven.map((bundle) => [[bundle, 1 / bundle.units] as const]))
    going &&= bundles.length === 0 || raiseSum(bundles)
  }
  return values === null ? null : { values, model }
}

function holdSum(mip: Mip, columns: readonly number[], values: Float64Array | null): void {
  const factors = columns.map((column) => mip.cost[column] ?? 0)
  const reached = columns.reduce((sum, column, at) => sum + (factors[at] ?? 0) * (values?.[column] ?? 0), 0)
  mip.rows.push({ lower: reached - SLACK * 1_000, upper: Infinity, columns, values: factors })
  for (const column of columns) mip.cost[column] = 0
}

/** Buys what free money still pays for: the lowest village first, then tier by tier the lowest coverage and what gains most for its price. */
function buyMore(search: Search, units: number[], packing: Packing): void {
  const { layout } = search
  const { problem } = layout
  const of = (bundle: ProblemBundle) => units[bundle.index] ?? 0
  const price = (bundle: ProblemBundle) => bundle.lines.reduce((sum, index) => sum + (problem.lines[index]?.unitCost ?? 0), 0)
  const value = new Map(problem.bundles.map((bundle) => [bundle.index, bundle.units === 0 ? 0 : bundle.weight / bundle.units / Math.max(1, price(bundle))]))
  const byValue = (bundles: readonly ProblemBundle[]) => bundles.toSorted((a, b) => (value.get(b.index) ?? 0) - (value.get(a.index) ?? 0) || a.index - b.index)
  // money only grows scarcer, so what could not be paid once cannot be paid later
  const closed = new Set<number>()
  const buy = (bundle: ProblemBundle): boolean => {
    if (closed.has(bundle.index) || of(bundle) >= (search.most[bundle.index] ?? 0) || !take(layout, packing, bundle)) {
      closed.add(bundle.index)
      return false
    }
    units[bundle.index] = of(bundle) + 1
    return true
  }
  const villages = villagesOf(problem).filter(({ bundles }) => bundles.some((bundle) => (search.most[bundle.index] ?? 0) > 0))
    .map((village) => ({ bundles: byValue(village.bundles), coverage: () => toNumber(villageCoverage(village, of)) }))
  const coverages = villages.map((village) => village.coverage())
  for (;;) {
    const at = coverages.indexOf(Math.min(...coverages))
    const village = villages[at]
    if (village === undefined || !village.bundles.some(buy)) break
    coverages[at] = village.coverage()
  }
  for (const tier of tiersOf(problem)) {
    const bundles = problem.bundles.filter((bundle) => bundle.tier === tier && bundle.units > 0)
    const driven = bundles.filter((bundle) => bundle.driven && (search.most[bundle.index] ?? 0) > 0)
    for (;;) {
      let lowest = driven[0]
      for (const bundle of driven) if (lowest !== undefined && of(bundle) * lowest.units < of(lowest) * bundle.units) lowest = bundle
      if (lowest === undefined || !buy(lowest)) break
    }
    for (const bundle of byValue(bundles)) while (buy(bundle));
  }
}

/** Lets each source in spending order take over from the later ones what it has room for. */
function spendInOrder(layout: Layout, packing: Packing): void {
  for (let source = 0; source < layout.sourceCount; source++) {
    for (const line of layout.problem.lines) {
      const free = layout.free[line.index] ?? []
      if (!free.includes(source)) continue
      for (const later of free.toReversed()) {
        if (later <= source) break
        const have = packing.counts[line.index * layout.sourceCount + later] ?? 0
        const steps = Math.min(have, Math.max(0, Math.floor(room(layout, packing, line.index, source) / stepCost(line))))
        add(layout, packing, line.index, later, -steps)
        add(layout, packing, line.index, source, steps)
      }
    }
  }
}

/**
 * `equal` for more bundles than can be searched through: every aim is raised with fluid units, the answer is rounded down to whole
 * units, and free money buys more. Nothing is claimed to be the best; the bounds of the steps say how far it can be from it.
 */
export function solveJointly(search: Search): { readonly villages: VillagesReached; readonly tiers: readonly TierReached[] } {
  const { layout } = search
  const { problem } = layout
  const empty = emptyPacking(layout)
  const aside = new Set<number>()
  for (const bundle of problem.bundles) {
    if (bundle.units > 0 && (search.least[bundle.index] ?? 0) === 0 && hopeless(layout, empty, bundle)) aside.add(bundle.index)
    search.most[bundle.index] = aside.has(bundle.index) ? 0 : bundle.units
  }
  const relaxed = relaxedAims(search, aside)
  const start = search.best
  if (start !== null) {
    let units = [...start.units]
    let packing = copyPacking(start.packing)
    for (const share of relaxed === null ? [] : SHARES) {
      if (relaxed === null) break
      const wanted = problem.bundles.map((bundle) =>
        Math.max(start.units[bundle.index] ?? 0, Math.floor(share * (relaxed.values[relaxed.model.units[bundle.index] ?? 0] ?? 0) + SLACK)))
      const found = pack(layout, wanted, hintOf(layout, relaxed.model, relaxed.values))
      if (found === null) continue
      units = wanted
      packing = found
      break
    }
    buyMore(search, units, packing)
    spendInOrder(layout, packing)
    search.best = { units, packing }
  }
  const names = villagesOf(problem).filter(({ bundles }) => bundles.every((bundle) => aside.has(bundle.index))).map(({ name }) => name)
  return {
    villages: { aside: names, villages: [], proven: false },
    tiers: tiersOf(problem).map((tier) => ({
      tier, aside: problem.bundles.filter((bundle) => bundle.tier === tier && aside.has(bundle.index)).map((bundle) => bundle.index),
      proven: false, lowestProven: false, sumProven: false,
    })),
  }
}
