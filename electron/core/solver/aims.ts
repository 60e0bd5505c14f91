import { addColumn, createMip } from './mip.ts'
import { type Fluid, openFluid } from './fluid.ts'
import { type AllocationModel, buildModel } from './model.ts'
import type { Aim, Search } from './search.ts'

/** Above this a sum is scaled down and no longer a row of whole numbers. */
const EXACT_TOTAL = 10_000_000

/** The factors as the solver gets them, each divided by `divisor`; `exact` where they are still whole, so that half a step tells two sums apart. */
export function scaled(search: Search, factors: ReadonlyMap<number, bigint>): { values: Map<number, number>; exact: boolean; divisor: number } {
  let total = 0n
  for (const [bundle, factor] of factors) total += factor * BigInt(search.layout.problem.bundles[bundle]?.units ?? 0)
  const exact = total <= BigInt(EXACT_TOTAL)
  const divisor = exact ? 1 : Number(total) / 100_000
  return { values: new Map([...factors].map(([bundle, factor]) => [bundle, Number(factor) / divisor])), exact, divisor }
}

function addKept(search: Search, model: AllocationModel): void {
  for (const { factors, reached } of search.kept) {
    const { values, exact, divisor } = scaled(search, factors)
    const value = Number(reached) / divisor
    const bundles = [...values.keys()]
    model.mip.rows.push({
      lower: value - (exact ? 0.5 : 1e-5), upper: Infinity,
      columns: bundles.map((bundle) => model.units[bundle] ?? 0), values: bundles.map((bundle) => values.get(bundle) ?? 0),
    })
  }
}

function addAim(search: Search, model: AllocationModel, aim: Aim): void {
  const { mip, units } = model
  const row = (bundle: number, column: number, value: number) =>
    mip.rows.push({ lower: 0, upper: Infinity, columns: [units[bundle] ?? 0, column], values: [1, value] })
  if (aim.kind === 'begin') for (const bundle of aim.bundles) row(bundle, addColumn(mip, 0, 1, true, 1), -1)
  if (aim.kind === 'lowest') {
    const column = addColumn(mip, 0, 1, false, 1_000)
    for (const bundle of aim.bundles) row(bundle.index, column, -bundle.units)
  }
  if (aim.kind === 'villages') {
    const column = addColumn(mip, 0, 1, false, 1_000)
    for (const { factors, full } of aim.villages) {
      const { values, divisor } = scaled(search, factors)
      mip.rows.push({
        lower: 0, upper: Infinity,
        columns: [...[...values.keys()].map((bundle) => units[bundle] ?? 0), column], values: [...values.values(), -Number(full) / divisor],
      })
    }
  }
  if (aim.kind === 'sum') for (const [bundle, value] of scaled(search, aim.sum).values) mip.cost[units[bundle] ?? 0] = value
}

/** Rows that forbid units known to be unpayable, and everything above them: some bundle must get less. */
function addCuts(search: Search, model: AllocationModel): void {
  const { mip } = model
  for (const units of search.unpayable) {
    const less: number[] = []
    units.forEach((count, bundle) => {
      const [least, most] = [search.least[bundle] ?? 0, search.most[bundle] ?? 0]
      if (count <= least) return
      const column = addColumn(mip, 0, 1, true)
      less.push(column)
      if (most >= count) {
        // column = 1 means units ≤ count − 1
        mip.rows.push({ lower: -Infinity, upper: most, columns: [model.units[bundle] ?? 0, column], values: [1, most - count + 1] })
      }
    })
    mip.rows.push({ lower: 1, upper: Infinity, columns: less, values: less.map(() => 1) })
  }
}

/** The fluid question for units up to those that may be had now; null where not even nothing can be paid. */
export function fluidOf(search: Search): Fluid | null {
  if (search.fluid === null || search.most.some((units, bundle) => units > (search.fluid?.most[bundle] ?? 0))) {
    search.fluid?.close()
    search.fluid = openFluid(search.highs, search.layout, search.most, search.deadline)
  }
  return search.fluid
}

/** Units alone, under the limits of fluid money that were met so far, with the aim as the objective. It has no cells. */
export function unitsModel(search: Search, aim: Aim, { limits }: Fluid): AllocationModel {
  const mip = createMip()
  const units = search.least.map((least, bundle) => addColumn(mip, least, search.most[bundle] ?? 0, true))
  mip.rows.push(...limits)
  const model = { mip, units, cells: new Int32Array(search.layout.capsOf.length).fill(-1) }
  addKept(search, model)
  addCuts(search, model)
  addAim(search, model, aim)
  return model
}

/**
 * Units and cells under everything that is kept, with the aim as the objective. What is known to be unpayable stays out: with whole cells
 * it follows from the rest, and its rows beside whole cells have made the solver call a lesser answer the best.
 */
export function cellsModel(search: Search, aim: Aim, whole: 'all' | 'none'): AllocationModel {
  const model = buildModel(search.layout, search.least, search.most, whole)
  addKept(search, model)
  addAim(search, model, aim)
  return model
}
