import type { ProblemLine } from '#shared/domain/allocation-problem.ts'
import type { Row } from './mip.ts'
import { type AllocationModel, moneyRows } from './model.ts'
import type { Layout } from './packing.ts'

/** How near two dual values count as one. */
const NEAR = 1e-7
/** Noise of adding up a row's values. */
const NOISE = 1e-6

/** The fluid model: its rows, the first of them one for each line, in their order. */
export interface FluidModel {
  readonly layout: Layout
  readonly model: AllocationModel
  readonly rows: readonly Row[]
  readonly lines: readonly ProblemLine[]
  readonly most: readonly number[]
}

const clean = (dual: number) => (Math.abs(dual - Math.round(dual)) < NEAR ? Math.round(dual) : dual)

/** Weighted sum of the rows about money: what a unit of each column counts in it, and its upper limit in rupiah where all is whole money. */
function weigh({ rows, lines, model }: FluidModel, duals: Float64Array) {
  const counts = new Float64Array(model.mip.lower.length)
  let [upper, exact, money] = [0, 0, true]
  rows.forEach((row, at) => {
    const weight = at < lines.length || row.lower !== -Infinity ? 0 : clean(duals[at] ?? 0)
    if (weight === 0) return
    upper += weight * row.upper
    exact += row.exact ?? 0
    money &&= weight === 1 && row.exact !== undefined
    row.columns.forEach((column, k) => { counts[column] = (counts[column] ?? 0) + weight * (row.values[k] ?? 0) })
  })
  return { counts, upper, exact, money }
}

/**
 * A limit over units alone that follows from the duals of the fluid model by adding rows up: whatever the duals are, every answer of the
 * model keeps it (what a line is worth is never more than its cells count, or the cells' greatest amounts make up for it). Where it
 * is a plain sum of prices against money it is as tight as whole units allow, and its rounding rows come with it. Undefined: no limit.
 */
export function limitOf(fluid: FluidModel, duals: Float64Array): { readonly limit: Row | undefined; readonly cuts: readonly Row[] } {
  const { layout: { problem, sourceCount }, model: { mip, cells, units }, rows, lines, most } = fluid
  const weighed = weigh(fluid, duals)
  const [worths, costs] = [new Float64Array(units.length), new Float64Array(units.length)]
  let { upper, exact, money } = weighed
  lines.forEach((line, at) => {
    const own: number[] = []
    for (let source = 0; source < sourceCount; source++) {
      const column = cells[line.index * sourceCount + source] ?? -1
      if (column >= 0) own.push(column)
    }
    const price = line.unitCost / 1_000
    const least = own.reduce((low, column) => Math.min(low, weighed.counts[column] ?? 0), price)
    const dual = Math.min(price, duals[at] ?? 0)
    const worth = Math.abs(dual - least) < NEAR * price ? least : dual
    if (worth === 0) return
    const locked = rows[at]?.upper ?? 0
    for (const column of own) upper += Math.max(0, worth - (weighed.counts[column] ?? 0)) * (mip.upper[column] ?? 0)
    upper += worth * locked
    exact += line.unitCost * locked
    money &&= worth === price && least === price && !line.splittable
    worths[line.bundle] = (worths[line.bundle] ?? 0) + worth
    costs[line.bundle] = (costs[line.bundle] ?? 0) + line.unitCost
  })
  const columns = [...problem.bundles.keys()].filter((bundle) => worths[bundle] !== 0)
  if (money) {
    const made = moneyRows(columns.map((column) => ({ column, cost: costs[column] ?? 0, most: most[column] ?? 0 })), exact, true)
    return { limit: made.rows[0], cuts: made.cuts }
  }
  return { limit: { lower: -Infinity, upper: upper + NOISE, columns, values: columns.map((bundle) => worths[bundle] ?? 0) }, cuts: [] }
}
