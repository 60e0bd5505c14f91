import type { Highs } from 'highs'
import { bigLcm } from '#shared/domain/allocation-fraction.ts'
import type { ProblemBundle } from '#shared/domain/allocation-problem.ts'
import { addColumn, ranges, solveMip } from './highs.ts'
import { type AllocationModel, buildModel } from './model.ts'
import { pack } from './pack.ts'
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
  readonly unpayable: number[][]
  best: Answer | null
  /** False once something was accepted without proof. */
  proven: boolean
  readonly deadline: number
  readonly onAnswer: (answer: Answer) => void
}

export type Aim =
  | { readonly kind: 'any' }
  /** As many of these bundles as possible get a unit. */
  | { readonly kind: 'begin'; readonly bundles: readonly number[] }
  | { readonly kind: 'lowest'; readonly bundles: readonly ProblemBundle[] }
  | { readonly kind: 'sum'; readonly sum: ReadonlyMap<number, bigint> }

export type Found =
  | { readonly status: 'found'; readonly answer: Answer; readonly proven: boolean }
  | { readonly status: 'none'; readonly proven: boolean }

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

/** Above this a sum is scaled down and no longer a row of whole numbers. */
const EXACT_TOTAL = 10_000_000

/** The factors as the solver gets them; `exact` where they are still whole, so that half a step tells two sums apart. */
function scaled(search: Search, factors: ReadonlyMap<number, bigint>): { values: Map<number, number>; exact: boolean; divisor: number } {
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
  if (aim.kind === 'sum') for (const [bundle, value] of scaled(search, aim.sum).values) mip.cost[units[bundle] ?? 0] = value
}

/**
 * Narrows the units of bundles to what every answer that keeps the reached sums must have, rounded inwards with a margin far
 * above the solver's tolerance. Cuts off no answer; the later steps have less to look through.
 */
export function narrow(search: Search, bundles: readonly ProblemBundle[]): void {
  const open = bundles.filter((bundle) => (search.least[bundle.index] ?? 0) < (search.most[bundle.index] ?? 0))
  for (let round = 0; round < 2; round++) {
    const model = buildModel(search.layout, search.least, search.most, 0)
    addKept(search, model)
    const found = ranges(search.highs, model.mip, open.map((bundle) => model.units[bundle.index] ?? 0))
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

/** Proposals that cannot be paid in whole units and are cut off before the solver is left to search whole cells by itself. */
const MAX_CUTS = 25
/** Nodes after which the question whether fixed units can be paid stays open. */
const DECIDE_NODES = 3_000

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

/** Whether exactly these units can be paid in whole units; `null`: not decided within the limit on nodes. */
function decide(search: Search, units: readonly number[], nodes: number): Answer | 'unpayable' | null {
  const { layout, highs } = search
  const model = buildModel(layout, units, units, Infinity)
  const solved = solveMip(highs, model.mip, { maxNodes: nodes, deadline: search.deadline, decide: true })
  if (solved.status === 'infeasible') return 'unpayable'
  if (solved.values === null) return null
  const packing = pack(layout, units, hintsOf(layout, model, solved.values))
  return packing === null ? null : { units, packing }
}

/** Lowers what the reason does not need: bundles go down to their least while the rest stays unpayable. */
function sharpen(search: Search, units: readonly number[]): number[] {
  let sharp = [...units]
  const high = () => [...sharp.keys()].filter((bundle) => (sharp[bundle] ?? 0) > (search.least[bundle] ?? 0))
  const lower = (bundles: readonly number[]): void => {
    if (bundles.length === 0) return
    const tried = [...sharp]
    for (const bundle of bundles) tried[bundle] = search.least[bundle] ?? 0
    if (decide(search, tried, 20) === 'unpayable') sharp = tried
    else if (bundles.length > 1) {
      const middle = bundles.length >> 1
      lower(bundles.slice(0, middle))
      lower(bundles.slice(middle))
    }
  }
  const all = high()
  if (all.length <= 4) return sharp
  const middle = all.length >> 1
  lower(all.slice(middle))
  lower(all.slice(0, middle))
  return sharp
}

/**
 * The best answer for one aim under everything that is kept. The model lets sources pay fluid amounts, which bounds the truth from
 * above; its units count only when whole units per source pay for them. Where that is proven impossible, these units and all
 * above them are cut off, for this aim and every later one. An answer is `proven` when it reaches the bound of such a model.
 */
export function optimise(search: Search, aim: Aim): Found {
  const { highs } = search
  for (let cuts = 0; cuts <= MAX_CUTS; cuts++) {
    const fluid = cuts < MAX_CUTS
    const model = buildModel(search.layout, search.least, search.most, fluid ? 0 : Infinity)
    addKept(search, model)
    addCuts(search, model)
    addAim(search, model, aim)
    const solved = solveMip(highs, model.mip, { deadline: search.deadline })
    if (solved.status === 'infeasible') return { status: 'none', proven: true }
    if (solved.values === null) break
    const proven = solved.status === 'optimal'
    const { best } = search
    if (best !== null && reaches(search, aim, best, solved.values, model)) return { status: 'found', answer: best, proven }
    if (aim.kind === 'begin' && solved.bound < 0.5 && proven) return { status: 'none', proven: true }
    const units = model.units.map((column) => Math.round(solved.values?.[column] ?? 0))
    let answer: Answer | 'unpayable' | null = pickUp(search, model, units, solved.values)
    if (answer === null && fluid) answer = decide(search, units, DECIDE_NODES)
    if (answer === 'unpayable') search.unpayable.push(sharpen(search, units))
    else if (answer !== null && keeps(search, answer.units)) {
      search.onAnswer(answer)
      return { status: 'found', answer, proven }
    } else if (!proven) break
    else if (fluid) cuts = MAX_CUTS - 1
  }
  return { status: 'none', proven: false }
}

/** True where the best answer met so far is as good as a proposal. */
function reaches(search: Search, aim: Aim, best: Answer, values: Float64Array, model: AllocationModel): boolean {
  const within = best.units.every((units, bundle) => units >= (search.least[bundle] ?? 0) && units <= (search.most[bundle] ?? 0))
  if (!within || !keeps(search, best.units)) return false
  const proposed = model.units.map((column) => Math.round(values[column] ?? 0))
  if (aim.kind === 'any') return true
  if (aim.kind === 'sum') return sumOf(aim.sum, best.units) >= sumOf(aim.sum, proposed)
  if (aim.kind === 'lowest') {
    const lowest = (units: readonly number[]) => Math.min(...aim.bundles.map((bundle) => (units[bundle.index] ?? 0) / bundle.units))
    return lowest(best.units) >= lowest(proposed)
  }
  return false
}

function hintsOf(layout: Layout, model: AllocationModel, values: Float64Array) {
  return (line: number, source: number) => {
    const column = model.cells[line * layout.sourceCount + source] ?? -1
    const amount = column < 0 ? 0 : (values[column] ?? 0)
    const item = layout.problem.lines[line]
    return item?.splittable ? amount * item.unitCost : amount
  }
}

/** A proposal as a true answer where a packing is found quickly, or null. */
function pickUp(search: Search, model: AllocationModel, units: readonly number[], values: Float64Array): Answer | null {
  const { layout } = search
  if (units.some((count, bundle) => count < (search.least[bundle] ?? 0) || count > (search.most[bundle] ?? 0))) return null
  if (!keeps(search, units)) return null
  let packing = pack(layout, units, hintsOf(layout, model, values))
  const best = search.best?.packing.counts
  if (packing === null && best !== undefined) packing = pack(layout, units, (line, source) => best[line * layout.sourceCount + source] ?? 0)
  return packing === null ? null : { units, packing }
}
