import { assembled, type Cell, type Cells, freedom, orderWithin } from './cells.ts'
import { MAX_SPAN, tighten, tightenPot } from './narrow-cells.ts'
import { createNumbers } from './numbers.ts'
import type { Packing } from './packing.ts'
import { sumsOf } from './sums.ts'

/** Ways to fill a source that are drawn, and how many of them are tried. */
const [DRAWN, TRIED] = [24, 6]
/** Ways that there should be for a wanted amount before the cells may move further from the fluid answer. */
const PLENTY = 16
/** Units that a cell may move from the fluid answer at most. */
const FAR = 512
/** Amounts near the greatest that are chosen from. */
const AMOUNTS = 40

function holdsCaps({ pots, low, high, capsOf }: Cells, source: number, units: ReadonlyMap<Cell, number>): boolean {
  return (capsOf[source] ?? []).every((cap) => {
    const paid = (pots[cap]?.cells ?? []).reduce((sum, cell) => sum + (units.get(cell) ?? 0) * cell.cost, 0)
    return paid >= (low[cap] ?? 0) && paid <= (high[cap] ?? 0)
  })
}

/**
 * Ways to fill a source within its limits, with units near to what is fluid; those of the fewest units first, so that small ones stay for the
 * sources that come later. `waiting`: sources that are not filled yet.
 */
function waysToFill(cells: Cells, source: number, waiting: number, random: () => number): ReadonlyMap<Cell, number>[] {
  const own = cells.pots[source]?.cells ?? []
  const caps = cells.capsOf[source] ?? []
  const [low, high] = [cells.low[source] ?? 0, cells.high[source] ?? 0]
  const fair = Math.floor((high - low) / waiting)
  const near = ({ column }: Cell) => cells.middle[column] ?? 0
  for (let reach = 1; reach <= FAR; reach *= 2) {
    const from = new Map(own.map((cell) => [cell, Math.max(cells.least[cell.column] ?? 0, Math.min(cells.most[cell.column] ?? 0, Math.ceil(near(cell) - 1e-6) - reach))]))
    const most = new Map(own.map((cell) => [cell, Math.max(0, Math.min(cells.most[cell.column] ?? 0, Math.floor(near(cell) + 1e-6) + reach) - (from.get(cell) ?? 0))]))
    const base = own.reduce((sum, cell) => sum + cell.cost * (from.get(cell) ?? 0), 0)
    const span = own.reduce((sum, cell) => sum + cell.cost * (most.get(cell) ?? 0), 0)
    if (span > MAX_SPAN) return []
    const many = own.reduce((product, cell) => product * ((most.get(cell) ?? 0) + 1), 1)
    const reached = base <= high && base + span >= low
    if (reach < FAR && (!reached || (many * (fair + 1)) / (span + 1) < PLENTY)) continue
    const { order, limits } = orderWithin(cells, own, (cell) => from.get(cell) ?? 0, caps[Math.floor(random() * caps.length)], [low - base, high - base])
    const sums = sumsOf(order.map((cell) => ({ weight: cell.cost, most: most.get(cell) ?? 0 })), limits)
    const amounts: number[] = []
    for (let amount = high; amount >= low && amounts.length < AMOUNTS; amount--) if (sums.has(amount - base)) amounts.push(amount - base)
    if (amounts.length === 0) continue
    const ways = Array.from({ length: DRAWN }, (_, draw) => {
      const way = sums.way(amounts[draw % 2 === 0 ? 0 : Math.floor(random() * amounts.length)] ?? 0, random)
      const units = new Map(order.map((cell, k) => [cell, (from.get(cell) ?? 0) + (way[k] ?? 0)]))
      return { units, count: own.reduce((sum, cell) => sum + (units.get(cell) ?? 0), 0) }
    }).filter(({ units }) => holdsCaps(cells, source, units))
    if (ways.length > 0) return ways.toSorted((a, b) => a.count - b.count).map(({ units }) => units)
  }
  return []
}

/** Settles the cells of a source in a way that leaves the others a fluid answer; false where none is found. */
function settle(cells: Cells, source: number, waiting: number, random: () => number): boolean {
  const columns = (cells.pots[source]?.cells ?? []).map(({ column }) => column)
  if (!tighten(cells, columns) || !tightenPot(cells, source)) return false
  for (const units of waysToFill(cells, source, waiting, random).slice(0, TRIED)) {
    for (const flow of cells.flows) for (const [{ column }, count] of units) flow.bound(column, count, count)
    if (!cells.flows.every((flow) => flow.again())) continue
    for (const [{ column }, count] of units) cells.least[column] = cells.most[column] = count
    return true
  }
  return false
}

/**
 * Fills the sources one after the other, the one with the least choice first, to the last step that can be; after each the others
 * are fluid anew. Null = not found, which proves nothing; the ranges of the cells are changed either way. The same try gives the same answer.
 */
export function fillCells(cells: Cells, attempt: number): Packing | null {
  const random = createNumbers(attempt)
  const waiting = new Set([...cells.pots.keys()].filter((pot) => cells.pots[pot]?.cap === null))
  while (waiting.size > 0) {
    let [next, least] = [-1, Infinity]
    for (const source of waiting) {
      const choice = freedom(cells, cells.pots[source]?.cells ?? []) * (0.8 + 0.4 * random())
      if (choice < least) [next, least] = [source, choice]
    }
    if (!settle(cells, next, waiting.size, random)) return null
    waiting.delete(next)
  }
  return assembled(cells)
}
