import { type Flow, openFlows } from './flow-cells.ts'
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

/** Money that whole units are paid from: a source, or what a cap lets it pay for some lines. */
export interface Pot {
  readonly source: number
  /** Of a cap, its place among all caps. */
  readonly cap: number | null
  readonly cells: readonly Cell[]
}

/** Whole units that each column can have, steps of money that each pot pays at least and at most, and the middle of the fluid answers met. */
export interface Ranges {
  least: Float64Array
  most: Float64Array
  low: Float64Array
  high: Float64Array
  middle: Float64Array
}

/** The question who pays exactly so many units of each line, with what is known of its cells. Money is in steps: all prices are multiples of one. */
export interface Cells extends Ranges {
  readonly layout: Layout
  /** Fluid answers, in one network or two. */
  readonly flows: readonly Flow[]
  /** Units of each line that its free cells pay. */
  readonly wanted: readonly number[]
  /** The sources, then their caps. */
  readonly pots: readonly Pot[]
  /** Pots that are caps of each source. */
  readonly capsOf: readonly (readonly number[])[]
  /** Of each pot, what its cells can pay where they have the ranges that were looked at. */
  readonly known: readonly Map<string, Reach | null>[]
}

/** The least and the most of a range of money that whole units can pay. */
export interface Reach {
  readonly low: number
  readonly high: number
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
  const capMoney = problem.caps.map((cap, index) => Math.floor((cap.max - (locked.capSpent[index] ?? 0)) / step))
  if ([...money, ...capMoney, ...wanted].some((left) => left < 0)) return 'unpayable'
  const high = Float64Array.from([...money, ...capMoney])
  const least = Float64Array.from(mip.lower)
  const most = Float64Array.from(mip.upper, (upper) => Math.floor(upper + MARGIN))
  const ofSource = money.map((_, source) => problem.lines.flatMap(({ index: line, unitCost }): Cell[] => {
    const column = cells[line * sourceCount + source] ?? -1
    if (column < 0) return []
    const cost = unitCost / step
    for (const cap of layout.capsOf[line * sourceCount + source] ?? []) most[column] = Math.min(most[column] ?? 0, Math.floor((capMoney[cap] ?? 0) / cost))
    return (most[column] ?? 0) > 0 ? [{ line, column, cost }] : []
  }))
  const pots: Pot[] = [
    ...ofSource.map((own, source) => ({ source, cap: null, cells: own })),
    ...problem.caps.map(({ source, lines }, cap) => ({ source, cap, cells: (ofSource[source] ?? []).filter(({ line }) => lines.has(line)) })),
  ]
  const flows = openFlows({ columns: most.length, least, most, high, pots, needs: problem.lines.map((line) => (wanted[line.index] ?? 0) * (line.unitCost / step)) })
  return {
    layout, flows, wanted, pots, known: pots.map(() => new Map()), least, most, high, low: new Float64Array(pots.length), middle: new Float64Array(most.length),
    capsOf: money.map((_, source) => [...pots.keys()].filter((pot) => pots[pot]?.source === source && pots[pot]?.cap !== null)),
  }
}

/** Hands the units that a column can have on to the networks. */
export function bound({ flows, least, most }: Cells, column: number): void {
  for (const flow of flows) flow.bound(column, least[column] ?? 0, most[column] ?? 0)
}

/** Hands what a pot pays at least and at most on to the networks. */
export function limit({ flows, low, high }: Cells, pot: number): void {
  for (const flow of flows) flow.limit(pot, low[pot] ?? 0, high[pot] ?? 0)
}

/** Units that a cell leaves open. */
export function open({ least, most }: Ranges, { column }: Cell): number {
  return (most[column] ?? 0) - (least[column] ?? 0)
}

/** How many ways there are to fill these cells, as a logarithm. */
export function freedom(ranges: Ranges, cells: readonly Cell[]): number {
  return cells.reduce((sum, cell) => sum + Math.log(open(ranges, cell) + 1), 0)
}

/** Cells of a pot in the order in which their sums are made, and what these keep to besides `least` and `limit`: `from` is what the cells have already. */
export function orderWithin(
  { pots, low, high }: Cells, own: readonly Cell[], from: (cell: Cell) => number, cap: number | undefined, [least, limit]: readonly [number, number],
): { readonly order: readonly Cell[]; readonly limits: SumLimits } {
  const capped = cap === undefined ? undefined : pots[cap]?.cells
  if (cap === undefined || capped === undefined) return { order: own, limits: { least, limit } }
  const base = capped.reduce((sum, cell) => sum + cell.cost * from(cell), 0)
  const first = { first: capped.length, least: (low[cap] ?? 0) - base, most: (high[cap] ?? 0) - base }
  return { order: [...capped, ...own.filter((cell) => !capped.includes(cell))], limits: { least, limit, cap: first } }
}

/** The packing where every cell is settled; null where it does not hold. */
export function assembled({ layout, pots, least, wanted }: Cells): Packing | null {
  const packing = emptyPacking(layout)
  const missing = [...wanted]
  for (const { source, cap, cells } of pots) {
    if (cap !== null) continue
    for (const { line, column } of cells) {
      const units = least[column] ?? 0
      add(layout, packing, line, source, units)
      missing[line] = (missing[line] ?? 0) - units
    }
  }
  return excess(layout, packing) === 0 && missing.every((units) => units === 0) ? packing : null
}
