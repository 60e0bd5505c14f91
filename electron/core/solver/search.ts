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

/**
 * Cells are whole in the model where the source could buy at most this many units of the line: first nowhere, then everywhere.
 * Fluid cells bound the truth from above and are quick; where their answer can be packed exactly it is the truth. Stages in
 * between were tried: they cost time and hardly ever told more than the first.
 */
const STAGES = [0, Infinity] as const
/** Other proposals that are tried for units whose first one cannot be packed. */
const CORNERS = 5

/**
 * The best answer for one aim under everything that is kept. The solver proposes; an answer counts only when whole units per
 * source were found that pay for it, checked in whole numbers. `proven` says that no answer is better: the bound of a model that
 * allows more than the truth was reached by an answer that is true.
 */
export function optimise(search: Search, aim: Aim): Found {
  const { layout, highs } = search
  for (const coarse of STAGES) {
    const model = buildModel(layout, search.least, search.most, coarse)
    addKept(search, model)
    addAim(search, model, aim)
    const solved = solveMip(highs, model.mip, { deadline: search.deadline })
    if (solved.status === 'infeasible') return { status: 'none', proven: true }
    if (solved.values === null) break
    const { best } = search
    if (best !== null && reaches(search, aim, best, solved.values, model)) return { status: 'found', answer: best, proven: solved.status === 'optimal' }
    const answer = pickUp(search, model, solved.values)
    if (aim.kind === 'begin' && solved.bound < 0.5 && solved.status === 'optimal') return { status: 'none', proven: true }
    if (answer !== null) {
      search.onAnswer(answer)
      return { status: 'found', answer, proven: solved.status === 'optimal' }
    }
    if (solved.status === 'limit') break
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

/** A proposal as a true answer, or null. */
function pickUp(search: Search, model: AllocationModel, values: Float64Array): Answer | null {
  const { layout } = search
  const units = model.units.map((column) => Math.round(values[column] ?? 0))
  if (units.some((count, bundle) => count < (search.least[bundle] ?? 0) || count > (search.most[bundle] ?? 0))) return null
  if (!keeps(search, units)) return null
  const hints = (from: AllocationModel, proposed: Float64Array) => (line: number, source: number) => {
    const column = from.cells[line * layout.sourceCount + source] ?? -1
    const amount = column < 0 ? 0 : (proposed[column] ?? 0)
    const item = layout.problem.lines[line]
    return item?.splittable ? amount * item.unitCost : amount
  }
  let packing = pack(layout, units, hints(model, values))
  const best = search.best?.packing.counts
  if (packing === null && best !== undefined) packing = pack(layout, units, (line, source) => best[line * layout.sourceCount + source] ?? 0)
  if (packing !== null) return { units, packing }
  // other corners of the same units: each has few cells to round, and rounds differently
  const fixed = buildModel(layout, units, units, 0)
  for (let corner = 1; corner <= CORNERS && packing === null; corner++) {
    for (const column of fixed.cells) if (column >= 0) fixed.mip.cost[column] = (Math.imul(column * 7919 + corner * 104_729, 2_654_435_761) >>> 16) % 1_000
    const solved = solveMip(search.highs, fixed.mip, { relaxed: true, deadline: search.deadline })
    if (solved.values === null) return null
    packing = pack(layout, units, hints(fixed, solved.values))
  }
  return packing === null ? null : { units, packing }
}
