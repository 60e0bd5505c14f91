import type { Highs } from 'highs'
import { type BigFraction, bigLcm, compare } from '#shared/domain/allocation-fraction.ts'
import type { ProblemBundle } from '#shared/domain/allocation-problem.ts'
import { addColumn, ranges } from './highs.ts'
import { type AllocationModel, buildModel } from './model.ts'
import type { Layout, Packing } from './packing.ts'

/** Units per bundle, and who pays them. */
export interface Answer {
  readonly units: readonly number[]
  readonly packing: Packing
}

/** A sum that must not fall: Σ factor × units ≥ reached, in whole numbers. */
export interface Kept {
  readonly factors: ReadonlyMap<number, bigint>
  reached: bigint
}

/** What the search knows and holds fixed. */
export interface Search {
  readonly highs: Highs
  readonly layout: Layout
  readonly least: number[]
  readonly most: number[]
  readonly kept: Kept[]
  /** Units per bundle that cannot be paid in whole units, nor can anything above them. */
  readonly unpayable: (readonly number[])[]
  best: Answer | null
  /** False once something was accepted without proof. */
  proven: boolean
  readonly deadline: number
  readonly onAnswer: (answer: Answer) => void
}

/** A village as whole numbers: its coverage is Σ factor × units ÷ full. */
export interface VillageSum {
  readonly factors: ReadonlyMap<number, bigint>
  readonly full: bigint
}

export type Aim =
  | { readonly kind: 'any' }
  /** As many of these bundles as possible get a unit. */
  | { readonly kind: 'begin'; readonly bundles: readonly number[] }
  | { readonly kind: 'lowest'; readonly bundles: readonly ProblemBundle[] }
  | { readonly kind: 'sum'; readonly sum: ReadonlyMap<number, bigint> }
  /** The lowest village as high as it goes. */
  | { readonly kind: 'villages'; readonly villages: readonly VillageSum[] }

/** Σ weight × coverage as whole factors: weight × L ÷ N with L the least common multiple of the N. */
export function sumFactors(bundles: readonly ProblemBundle[], weight: (bundle: ProblemBundle) => number): Map<number, bigint> {
  const multiple = bigLcm(bundles.map((bundle) => bundle.units))
  return new Map(bundles.map((bundle) => [bundle.index, (BigInt(weight(bundle)) * multiple) / BigInt(bundle.units)]))
}

export function sumOf(factors: ReadonlyMap<number, bigint>, units: readonly number[]): bigint {
  let total = 0n
  for (const [bundle, factor] of factors) total += factor * BigInt(units[bundle] ?? 0)
  return total
}

/** Coverage of the lowest village, not in lowest terms. The list must not be empty. */
export function lowestOfVillages(villages: readonly VillageSum[], units: readonly number[]): BigFraction {
  let lowest: BigFraction = { numerator: 1n, denominator: 1n }
  for (const { factors, full } of villages) {
    const coverage = { numerator: sumOf(factors, units), denominator: full }
    if (compare(coverage, lowest) < 0) lowest = coverage
  }
  return lowest
}

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

/** The feasible set under everything that is kept, with the aim as its objective. */
export function modelOf(search: Search, aim: Aim, whole: ReadonlySet<number> | 'all'): AllocationModel {
  const model = buildModel(search.layout, search.least, search.most, whole)
  addKept(search, model)
  addCuts(search, model)
  addAim(search, model, aim)
  return model
}

/**
 * Narrows the units of bundles to what every answer that keeps the reached sums must have, rounded inwards with a margin far
 * above the solver's tolerance. Cuts off no answer; the later steps have less to look through.
 */
export function narrow(search: Search, bundles: readonly ProblemBundle[]): void {
  const open = bundles.filter((bundle) => (search.least[bundle.index] ?? 0) < (search.most[bundle.index] ?? 0))
  for (let round = 0; round < 2; round++) {
    const model = buildModel(search.layout, search.least, search.most, new Set())
    addKept(search, model)
    const found = ranges(search.highs, { ...model.mip, rows: [...model.mip.rows, ...model.mip.cuts] }, open.map((bundle) => model.units[bundle.index] ?? 0))
    let changed = false
    open.forEach(({ index }, at) => {
      const range = found[at]
      if (range === null || range === undefined) return
      const least = Math.max(search.least[index] ?? 0, Math.ceil(range.least - 1e-4))
      const most = Math.min(search.most[index] ?? 0, Math.floor(range.most + 1e-4))
      changed ||= least > (search.least[index] ?? 0) || most < (search.most[index] ?? 0)
      search.least[index] = least
      search.most[index] = most
    })
    if (!changed) return
  }
}

/** Keeps every sum that was reached, exactly. */
export function keeps(search: Search, units: readonly number[]): boolean {
  return search.kept.every(({ factors, reached }) => sumOf(factors, units) >= reached)
}
