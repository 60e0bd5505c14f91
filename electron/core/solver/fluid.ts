import type { Highs } from 'highs'
import { limitOf } from './fluid-limit.ts'
import { addColumn, excessOf, type Limits, type Row } from './mip.ts'
import { type AllocationModel, buildModel } from './model.ts'
import type { Layout } from './packing.ts'
import { openPriced } from './relaxed.ts'

/** Shortage in thousands of rupiah above which units are called too many for fluid money. */
const SHORT = 1e-4
/** By how much a rounding row must be broken. */
const BROKEN = 1e-6

/**
 * The question whether fluid money pays for units, asked again and again with other units. Where it does not, a limit says why: a row over
 * the units alone that every payable answer keeps and these units break.
 */
export interface Fluid {
  /** Units that it was made for: up to them its limits hold. */
  readonly most: readonly number[]
  /** Limits met so far. Columns are bundles. */
  readonly limits: readonly Row[]
  /** New limits that these units break, the first values being the units of each bundle; none where fluid money pays for them, or nothing is known. */
  readonly ask: Limits
  /** The model whose columns `paid` fills. */
  readonly model: AllocationModel
  /** What was paid at the last question. */
  readonly paid: () => Float64Array
  readonly close: () => void
}

/** Sets the question up for units up to `most`; `close` it afterwards. Null: not even nothing can be paid. */
export function openFluid(highs: Highs, layout: Layout, most: readonly number[], deadline: number): Fluid | null {
  const model = buildModel(layout, most.map(() => 0), most, 'none')
  const { mip, units } = model
  if (mip.rows.some((row) => row.columns.length === 0 && (row.lower > 0 || row.upper < 0))) return null
  const rows = [...mip.rows, ...mip.cuts].filter((row) => row.columns.length > 0)
  const lines = layout.problem.lines.filter((line) => line.unitCost > 0)
  // half a step of slack in each source would add up; what the limits need of it they add themselves
  const short = { ...mip, rows: rows.map((row) => (row.exact === undefined ? row : { ...row, upper: row.exact / 1_000 })), cuts: [] }
  lines.forEach((line, at) => {
    const row = short.rows[at]
    if (row === undefined) return
    const missing = addColumn(short, 0, Infinity, false, -line.unitCost / 1_000)
    short.rows[at] = { ...row, columns: [...row.columns, missing], values: [...row.values, -1] }
  })
  const relaxed = openPriced(highs, short, deadline)
  let paid: Float64Array = new Float64Array(0)
  const limits: Row[] = []
  let rounding: readonly Row[] = []
  const ask = (wanted: ArrayLike<number>): readonly Row[] => {
    const rounded = rounding.filter((row) => excessOf(row, wanted) > BROKEN)
    if (rounded.length > 0) {
      rounding = rounding.filter((row) => !rounded.includes(row))
      limits.push(...rounded)
      return rounded
    }
    units.forEach((column, bundle) => relaxed.bound(column, wanted[bundle] ?? 0, wanted[bundle] ?? 0))
    const values = relaxed.again()
    if (values === null) return []
    paid = values
    if (relaxed.objective() > -SHORT) return []
    const { limit, cuts } = limitOf({ layout, model, rows, lines, most }, relaxed.duals())
    if (limit === undefined || excessOf(limit, wanted) < BROKEN) return []
    limits.push(limit)
    rounding = [...rounding, ...cuts]
    return [limit]
  }
  return { most: [...most], limits, ask, model, paid: () => paid, close: relaxed.close }
}
