import { bound, type Cell, type Cells, freedom, limit, MARGIN, open, orderWithin, type Reach } from './cells.ts'
import type { Flow } from './flow-cells.ts'
import { unitRanges } from './sum-ranges.ts'
import { makes } from './sums.ts'

/** Steps of money that the sums of a pot may span; beyond it they are not looked at. */
export const MAX_SPAN = 3_000_000
/** Ways to fill a pot below which its cells are narrowed to what some way has. */
const SPARSE = 200
/** The share of what was open before, under which narrowing once more is worth it. */
const WORTH = 0.9
/** How often in a pass what pots pay is narrowed. */
const ROUNDS = 3
/** Answers about the sums of a pot that are remembered. */
const REMEMBERED = 400

/** Corners of the fluid model that were met: what each of the columns had at least and at most there. */
interface Corners {
  /** Notes the answer that the flow has now. */
  readonly see: () => void
  readonly low: Float64Array
  readonly high: Float64Array
  /** The middle of all corners. */
  readonly middle: () => Float64Array
}

function createCorners(width: number, flow: Flow, columns: readonly number[]): Corners {
  const [low, high, sum] = [new Float64Array(width).fill(Infinity), new Float64Array(width).fill(-Infinity), new Float64Array(width)]
  let count = 0
  const see = () => {
    count += 1
    for (const column of columns) {
      const value = flow.at(column)
      sum[column] = (sum[column] ?? 0) + value
      if (value < (low[column] ?? 0)) low[column] = value
      if (value > (high[column] ?? 0)) high[column] = value
    }
  }
  const middle = () => {
    if (count === 0) see()
    return sum.map((value) => value / count)
  }
  return { low, high, see, middle }
}

/** Narrows columns by one network. Returns the middle of the corners that were met; null: the network has no answer. */
function tightenIn(cells: Cells, flow: Flow, columns: readonly number[]): Float64Array | null {
  const { least, most } = cells
  const { see, low, high, middle } = createCorners(least.length, flow, columns)
  for (const column of columns) {
    if (least[column] === most[column]) continue
    // a corner that was met already shows that the bound stays
    if ((high[column] ?? 0) <= (most[column] ?? 0) - 1 + MARGIN) {
      if (!flow.push(column, 1)) return null
      see()
      most[column] = Math.min(most[column] ?? 0, Math.floor(flow.at(column) + MARGIN))
    }
    if ((low[column] ?? 0) >= (least[column] ?? 0) + 1 - MARGIN) {
      if (!flow.push(column, -1)) return null
      see()
      least[column] = Math.max(least[column] ?? 0, Math.ceil(flow.at(column) - MARGIN))
    }
    if ((least[column] ?? 0) > (most[column] ?? 0)) return null
    bound(cells, column)
  }
  return flow.again() ? middle() : null
}

/**
 * Narrows columns to the whole units that some fluid answer has, rounded inwards with a margin far above the solver's tolerance. Cuts
 * off no whole answer. False: there is none.
 */
export function tighten(cells: Cells, columns: readonly number[]): boolean {
  for (const [at, flow] of cells.flows.entries()) {
    const middle = tightenIn(cells, flow, columns)
    if (middle === null) return false
    if (at === 0) cells.middle = middle
  }
  return true
}

/** Narrows what a pot pays to what some fluid answer has. False: there is none. */
export function tightenPot({ flows, low, high }: Cells, pot: number): boolean {
  for (const flow of flows) {
    if (flow.paid(pot) === null) continue
    if (!flow.pushPot(pot, 1)) return false
    high[pot] = Math.min(high[pot] ?? 0, flow.paid(pot) ?? 0)
    if (!flow.pushPot(pot, -1)) return false
    low[pot] = Math.max(low[pot] ?? 0, flow.paid(pot) ?? 0)
  }
  return (low[pot] ?? 0) <= (high[pot] ?? 0)
}

/** The least and the most that whole units of a pot pay between its limits; null: nothing. Asked once for the same ranges. */
function reach(cells: Cells, pot: number): Reach | null {
  const own = cells.pots[pot]?.cells ?? []
  const { low, high, least, most } = cells
  const caps = capsOf(cells, pot).map((cap) => (cap === undefined ? '' : `${low[cap]}-${high[cap]}`))
  const ranges = `${low[pot]}-${high[pot]},${caps.join()},${own.map(({ column }) => `${least[column]}-${most[column]}`).join()}`
  const known = cells.known[pot]
  const kept = known?.get(ranges)
  if (kept !== undefined) return kept
  const reached = reckonReach(cells, pot)
  if ((known?.size ?? 0) >= REMEMBERED) known?.clear()
  known?.set(ranges, reached)
  return reached
}

function reckonReach(cells: Cells, pot: number): Reach | null {
  const own = cells.pots[pot]?.cells ?? []
  let [low, high] = [cells.low[pot] ?? 0, cells.high[pot] ?? 0]
  if (own.reduce((sum, cell) => sum + cell.cost * open(cells, cell), 0) > MAX_SPAN) return { low, high }
  const base = own.reduce((sum, cell) => sum + cell.cost * (cells.least[cell.column] ?? 0), 0)
  for (const cap of capsOf(cells, pot)) {
    const { order, limits } = orderWithin(cells, own, ({ column }) => cells.least[column] ?? 0, cap, [low - base, high - base])
    const made = makes(order.map((cell) => ({ weight: cell.cost, most: open(cells, cell) })), limits)
    while (low <= high && !made(high - base)) high--
    while (low <= high && !made(low - base)) low++
    if (low > high) return null
  }
  return { low, high }
}

/** Each cap of a source in turn, or none where it has none: what holds within one of several caps can only be more than the truth. */
function capsOf({ capsOf: all, pots }: Cells, pot: number): readonly (number | undefined)[] {
  const caps = pots[pot]?.cap === null ? (all[pot] ?? []) : []
  return caps.length === 0 ? [undefined] : caps
}

/** Narrows the cells of a pot to units that some way to pay within its limits has. False where there is none. */
function filter(cells: Cells, pot: number): boolean {
  const { least, most } = cells
  const own: readonly Cell[] = cells.pots[pot]?.cells ?? []
  const [low, high] = [cells.low[pot] ?? 0, cells.high[pot] ?? 0]
  const span = own.reduce((sum, cell) => sum + cell.cost * open(cells, cell), 0)
  if (span > MAX_SPAN || (Math.exp(freedom(cells, own)) * (high - low + 1)) / (span + 1) > SPARSE) return true
  for (const cap of capsOf(cells, pot)) {
    const base = own.reduce((sum, cell) => sum + cell.cost * (least[cell.column] ?? 0), 0)
    const { order, limits } = orderWithin(cells, own, ({ column }) => least[column] ?? 0, cap, [low - base, high - base])
    const ranges = unitRanges(order.map((cell) => ({ weight: cell.cost, most: open(cells, cell) })), limits)
    if (ranges === null) return false
    for (const [index, { column }] of order.entries()) {
      const from = least[column] ?? 0
      least[column] = from + (ranges[index]?.least ?? 0)
      most[column] = from + (ranges[index]?.most ?? 0)
    }
  }
  for (const { column } of own) bound(cells, column)
  return true
}

/** Narrows what each pot pays, by flow and by the sums that its whole units make, in turn until nothing moves. False: nobody can pay. */
function narrowPots(cells: Cells): boolean {
  for (let round = 0; round < ROUNDS; round++) {
    let moved = false
    for (const pot of cells.pots.keys()) {
      if (!tightenPot(cells, pot)) return false
      const reached = reach(cells, pot)
      if (reached === null) return false
      if (reached.low !== cells.low[pot] || reached.high !== cells.high[pot]) moved = true
      cells.low[pot] = reached.low
      cells.high[pot] = reached.high
      limit(cells, pot)
    }
    if (!moved) break
  }
  return true
}

/**
 * Narrows the cells and what each pot pays, in turn, until little moves. False: nobody can pay for these units. Cuts off no whole answer.
 */
export function narrowCells(cells: Cells, passes: number): boolean {
  const columns = cells.pots.flatMap(({ cap, cells: own }) => (cap === null ? own.map(({ column }) => column) : []))
  const width = () => columns.reduce((sum, column) => sum + (cells.most[column] ?? 0) - (cells.least[column] ?? 0), 0)
  for (let pass = 0; pass < passes; pass++) {
    const before = width()
    if (!tighten(cells, columns) || !narrowPots(cells)) return false
    for (const pot of cells.pots.keys()) if (!filter(cells, pot)) return false
    if (!cells.flows.every((flow) => flow.again())) return false
    if (pass > 0 && width() > WORTH * before) break
  }
  return true
}
