import { assembled, type Cell, type Cells, freedom, orderWithin } from './cells.ts'
import { MAX_SPAN, tighten } from './narrow-cells.ts'
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

/** What is left to waste while the sources are filled: of all, and for one by itself. */
interface Waste {
  readonly most: number
  readonly fair: number
}

function holdsCaps({ layout, capMoney, capsOf }: Cells, source: number, own: readonly Cell[], units: ReadonlyMap<Cell, number>): boolean {
  return (capsOf[source] ?? []).every((cap) => {
    const lines = layout.problem.caps[cap]?.lines
    return own.reduce((sum, cell) => sum + (lines?.has(cell.line) === true ? (units.get(cell) ?? 0) * cell.cost : 0), 0) <= (capMoney[cap] ?? 0)
  })
}

/** Ways to fill a source so that at most `waste.most` steps stay over, the nearest to what is fluid first. */
function waysToFill(cells: Cells, source: number, waste: Waste, random: () => number): ReadonlyMap<Cell, number>[] {
  const money = cells.money[source] ?? 0
  const own = cells.ofSource[source] ?? []
  const caps = cells.capsOf[source] ?? []
  for (let reach = 1; reach <= FAR; reach *= 2) {
    const near = ({ column }: Cell) => cells.middle[column] ?? 0
    const from = new Map(own.map((cell) => [cell, Math.max(cells.least[cell.column] ?? 0, Math.min(cells.most[cell.column] ?? 0, Math.ceil(near(cell) - 1e-6) - reach))]))
    const most = new Map(own.map((cell) => [cell, Math.max(0, Math.min(cells.most[cell.column] ?? 0, Math.floor(near(cell) + 1e-6) + reach) - (from.get(cell) ?? 0))]))
    const base = own.reduce((sum, cell) => sum + cell.cost * (from.get(cell) ?? 0), 0)
    const span = own.reduce((sum, cell) => sum + cell.cost * (most.get(cell) ?? 0), 0)
    if (span > MAX_SPAN) return []
    const many = own.reduce((product, cell) => product * ((most.get(cell) ?? 0) + 1), 1)
    const reached = base <= money && base + span >= money - waste.most
    if (reach < FAR && (!reached || (many * (waste.fair + 1)) / (span + 1) < PLENTY)) continue
    const { order, limits } = orderWithin(cells, own, (cell) => from.get(cell) ?? 0, caps[Math.floor(random() * caps.length)], [money - waste.most - base, money - base])
    const sums = sumsOf(order.map((cell) => ({ weight: cell.cost, most: most.get(cell) ?? 0 })), limits)
    const amounts: number[] = []
    for (let rest = 0; rest <= waste.most && amounts.length < AMOUNTS; rest++) if (sums.has(money - rest - base)) amounts.push(money - rest - base)
    if (amounts.length === 0) continue
    const ways = Array.from({ length: DRAWN }, (_, draw) => {
      const amount = amounts[draw % 2 === 0 ? 0 : Math.floor(random() * amounts.length)] ?? 0
      const way = sums.way(amount, random)
      const units = new Map(order.map((cell, k) => [cell, (from.get(cell) ?? 0) + (way[k] ?? 0)]))
      return { units, off: own.reduce((sum, cell) => sum + cell.cost * Math.abs((units.get(cell) ?? 0) - near(cell)), 0) }
    }).filter(({ units }) => holdsCaps(cells, source, own, units))
    if (ways.length > 0) return ways.toSorted((a, b) => a.off - b.off).map(({ units }) => units)
  }
  return []
}

/** Settles the cells of one source in a way that leaves the others a fluid answer. Returns the steps that it pays, or null. */
function settle(cells: Cells, source: number, waste: Waste, random: () => number): number | null {
  const own = cells.ofSource[source] ?? []
  if (!tighten(cells, own.map(({ column }) => column))) return null
  for (const units of waysToFill(cells, source, waste, random).slice(0, TRIED)) {
    for (const [cell, count] of units) cells.flow.bound(cell.column, count, count)
    if (!cells.flow.again()) continue
    for (const [cell, count] of units) cells.least[cell.column] = cells.most[cell.column] = count
    return own.reduce((sum, cell) => sum + cell.cost * (units.get(cell) ?? 0), 0)
  }
  return null
}

/**
 * Fills the sources one after the other, the one with the least choice first, to the last step that can be; after each the others
 * are fluid anew. `rests`: what stays over in each at least. Null = not found, which proves nothing; the ranges of the cells are
 * changed either way. The same try gives the same answer.
 */
export function fillCells(cells: Cells, rests: readonly number[], attempt: number): Packing | null {
  const random = createNumbers(attempt)
  let left = rests.reduce((slack, rest) => slack - rest, cells.slack)
  const waiting = new Set(cells.money.keys())
  while (waiting.size > 0) {
    let [next, least] = [-1, Infinity]
    for (const source of waiting) {
      const choice = freedom(cells, cells.ofSource[source] ?? []) * (0.8 + 0.4 * random())
      if (choice < least) [next, least] = [source, choice]
    }
    const rest = rests[next] ?? 0
    const paid = settle(cells, next, { most: left + rest, fair: Math.floor(left / waiting.size) + rest }, random)
    if (paid === null) return null
    left -= (cells.money[next] ?? 0) - rest - paid
    waiting.delete(next)
  }
  return assembled(cells)
}
