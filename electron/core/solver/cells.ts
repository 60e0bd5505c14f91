import { type Flow, openFlow } from './flow-cells.ts'
import { buildModel, gcd } from './model.ts'
import { add, emptyPacking, excess, type Layout, type Packing, stepsOf } from './packing.ts'
import type { SumLimits } from './sum-bits.ts'

/** What a source may pay of a line. */
export interface Cell {
  readonly line: number
  /** Its column in the fluid model. */
  readonly column: number
  /** Price of a unit, in steps of money. */
  readonly cost: number
}

/** Whole units that each column can have, and the middle of the fluid answers met. */
export interface Ranges {
  least: Float64Array
  most: Float64Array
  middle: Float64Array
}

/** The question who pays exactly so many units of each line, with what is known of its cells. Money is in steps: all prices are multiples of one. */
export interface Cells extends Ranges {
  readonly layout: Layout
  readonly flow: Flow
  /** Money of each source and cap after its locks. */
  readonly money: readonly number[]
  readonly capMoney: readonly number[]
  /** Money that stays over in all sources together, whoever pays. */
  readonly slack: number
  /** Units of each line that its free cells pay. */
  readonly wanted: readonly number[]
  /** Cells of each source, and its caps. */
  readonly ofSource: readonly (readonly Cell[])[]
  readonly capsOf: readonly (readonly number[])[]
  /** Of each source, what stays over in it at least where its cells have the ranges that were looked at. */
  readonly restsKnown: readonly Map<string, number>[]
}

/** How far the bound of a fluid answer may be off. */
export const MARGIN = 1e-4

/** Sets the question up. 'unpayable': there is not the money at all. Null where a line pays in rupiah: then there is no step to count in. */
export function openCells(layout: Layout, units: readonly number[]): Cells | 'unpayable' | null {
  const { problem, sourceCount } = layout
  if (problem.lines.some((line) => line.splittable && (units[line.bundle] ?? 0) > 0)) return null
  const step = problem.lines.reduce((all, line) => gcd(all, line.unitCost), 0)
  if (step === 0) return null
  const locked = emptyPacking(layout)
  const { mip, cells } = buildModel(layout, units, units, 'none', false)
  const money = problem.available.map((available, source) => Math.floor((available - (locked.spent[source] ?? 0)) / step))
  const wanted = problem.lines.map((line) => {
    if (line.unitCost === 0) return 0
    const held = problem.available.reduce((sum, _, source) => sum + (locked.counts[line.index * sourceCount + source] ?? 0), 0)
    return stepsOf(line, units[line.bundle] ?? 0) - held
  })
  const slack = problem.lines.reduce((left, line) => left - (wanted[line.index] ?? 0) * (line.unitCost / step), money.reduce((a, b) => a + b, 0))
  const capMoney = problem.caps.map((cap, index) => Math.floor((cap.max - (locked.capSpent[index] ?? 0)) / step))
  if (slack < 0 || [...money, ...capMoney, ...wanted].some((left) => left < 0)) return 'unpayable'
  const ofSource = problem.available.map((_, source) => problem.lines.flatMap((line): Cell[] => {
    const column = cells[line.index * sourceCount + source] ?? -1
    return column < 0 ? [] : [{ line: line.index, column, cost: line.unitCost / step }]
  }))
  const capsOf = money.map((_, source) => [...problem.caps.keys()].filter((cap) => problem.caps[cap]?.source === source))
  const most = Float64Array.from(mip.upper, (upper) => Math.floor(upper + MARGIN))
  const flow = openFlow({
    columns: mip.lower.length, least: Float64Array.from(mip.lower), most,
    needs: problem.lines.map((line) => (wanted[line.index] ?? 0) * (line.unitCost / step)),
    sources: ofSource.map((own, source) => ({
      cells: own, money: money[source] ?? 0,
      caps: (capsOf[source] ?? []).map((cap) => ({ lines: problem.caps[cap]?.lines ?? new Set(), money: capMoney[cap] ?? 0 })),
    })),
  })
  return {
    layout, flow, money, capMoney, slack, wanted, ofSource, capsOf, restsKnown: money.map(() => new Map()),
    least: Float64Array.from(mip.lower), most, middle: new Float64Array(mip.lower.length),
  }
}

/** Units that a cell leaves open. */
export function open({ least, most }: Ranges, { column }: Cell): number {
  return (most[column] ?? 0) - (least[column] ?? 0)
}

/** How many ways there are to fill these cells, as a logarithm. */
export function freedom(ranges: Ranges, cells: readonly Cell[]): number {
  return cells.reduce((sum, cell) => sum + Math.log(open(ranges, cell) + 1), 0)
}

/** Cells in the order in which their sums are made, and what these keep to besides `least` and `limit`: `from` is what the cells have already. */
export function orderWithin(
  cells: Cells, own: readonly Cell[], from: (cell: Cell) => number, cap: number | undefined, [least, limit]: readonly [number, number],
): { readonly order: readonly Cell[]; readonly limits: SumLimits } {
  const lines = cap === undefined ? undefined : cells.layout.problem.caps[cap]?.lines
  if (cap === undefined || lines === undefined) return { order: own, limits: { least, limit } }
  const capped = own.filter((cell) => lines.has(cell.line))
  const room = capped.reduce((left, cell) => left - cell.cost * from(cell), cells.capMoney[cap] ?? 0)
  return { order: [...capped, ...own.filter((cell) => !lines.has(cell.line))], limits: { least, limit, cap: { first: capped.length, most: room } } }
}

/** The packing where every cell is settled; null where it does not hold. */
export function assembled({ layout, ofSource, least, wanted }: Cells): Packing | null {
  const packing = emptyPacking(layout)
  const missing = [...wanted]
  ofSource.forEach((own, source) => {
    for (const { line, column } of own) {
      const units = least[column] ?? 0
      add(layout, packing, line, source, units)
      missing[line] = (missing[line] ?? 0) - units
    }
  })
  return excess(layout, packing) === 0 && missing.every((units) => units === 0) ? packing : null
}
