import { type Cell, type Cells, freedom, MARGIN, open, orderWithin } from './cells.ts'
import { unitRanges } from './sum-ranges.ts'
import { makes } from './sums.ts'

/** Steps of money that the sums of a source may span; beyond it they are not looked at. */
export const MAX_SPAN = 3_000_000
/** Ways to fill a source below which its cells are narrowed to what some way has. */
const SPARSE = 200
/** The share of what was open before, under which narrowing once more is worth it. */
const WORTH = 0.9

/** Corners of the fluid model that were met: what each of the columns had at least and at most there. */
interface Corners {
  /** Notes the answer that the flow has now. */
  readonly see: () => void
  readonly low: Float64Array
  readonly high: Float64Array
  /** Leaves the middle of all corners in the cells. */
  readonly keepMiddle: () => void
}

function createCorners(cells: Cells, columns: readonly number[]): Corners {
  const width = cells.least.length
  const [low, high, sum] = [new Float64Array(width).fill(Infinity), new Float64Array(width).fill(-Infinity), new Float64Array(width)]
  let count = 0
  const see = () => {
    count += 1
    for (const column of columns) {
      const value = cells.flow.at(column)
      sum[column] = (sum[column] ?? 0) + value
      if (value < (low[column] ?? 0)) low[column] = value
      if (value > (high[column] ?? 0)) high[column] = value
    }
  }
  const keepMiddle = () => {
    if (count === 0) see()
    cells.middle = sum.map((value) => value / count)
  }
  return { low, high, see, keepMiddle }
}

/**
 * Narrows columns to the whole units that some fluid answer has, rounded inwards with a margin far above the solver's tolerance. Cuts
 * off no whole answer. False: there is none.
 */
export function tighten(cells: Cells, columns: readonly number[]): boolean {
  const { flow, least, most } = cells
  const { see, low, high, keepMiddle } = createCorners(cells, columns)
  for (const column of columns) {
    if (least[column] === most[column]) continue
    // a corner that was met already shows that the bound stays
    if ((high[column] ?? 0) <= (most[column] ?? 0) - 1 + MARGIN) {
      if (!flow.push(column, 1)) return false
      see()
      most[column] = Math.min(most[column] ?? 0, Math.floor(flow.at(column) + MARGIN))
    }
    if ((low[column] ?? 0) >= (least[column] ?? 0) + 1 - MARGIN) {
      if (!flow.push(column, -1)) return false
      see()
      least[column] = Math.max(least[column] ?? 0, Math.ceil(flow.at(column) - MARGIN))
    }
    if ((least[column] ?? 0) > (most[column] ?? 0)) return false
    flow.bound(column, least[column] ?? 0, most[column] ?? 0)
  }
  if (!flow.again()) return false
  keepMiddle()
  return true
}

/** Steps that stay over in a source at least, whatever it pays; more than the slack where nothing fills it so far. Asked once for the same ranges. */
function leastRest(cells: Cells, source: number): number {
  const own = cells.ofSource[source] ?? []
  const ranges = own.map(({ column }) => `${cells.least[column]}-${cells.most[column]}`).join()
  const known = cells.restsKnown[source]
  const rest = known?.get(ranges) ?? reckonRest(cells, source)
  known?.set(ranges, rest)
  return rest
}

function reckonRest(cells: Cells, source: number): number {
  const { slack } = cells
  const money = cells.money[source] ?? 0
  const own = cells.ofSource[source] ?? []
  if (own.reduce((sum, cell) => sum + cell.cost * open(cells, cell), 0) > MAX_SPAN) return 0
  const base = own.reduce((sum, cell) => sum + cell.cost * (cells.least[cell.column] ?? 0), 0)
  let rest = 0
  for (const cap of capsOf(cells, source)) {
    const made = sumsAbove(cells, own, cap, [money - slack - base, money - base])
    while (rest <= slack && !made(money - rest - base)) rest++
  }
  return rest
}

/** Whether cells can pay a sum above their least units, within one cap. */
function sumsAbove(cells: Cells, own: readonly Cell[], cap: number | undefined, limits: readonly [number, number]): (sum: number) => boolean {
  const { order, limits: within } = orderWithin(cells, own, ({ column }) => cells.least[column] ?? 0, cap, limits)
  return makes(order.map((cell) => ({ weight: cell.cost, most: open(cells, cell) })), within)
}

/** Each cap of a source in turn, or none where it has none: what holds within one of several caps can only be more than the truth. */
function capsOf({ capsOf: all }: Cells, source: number): readonly (number | undefined)[] {
  const caps = all[source] ?? []
  return caps.length === 0 ? [undefined] : caps
}

/** Narrows the cells of a source to units that some way to pay `low` … `high` steps has. False where there is none. */
function filter(cells: Cells, source: number, low: number, high: number): boolean {
  const { least, most, flow } = cells
  const own = cells.ofSource[source] ?? []
  const span = own.reduce((sum, cell) => sum + cell.cost * open(cells, cell), 0)
  if (span > MAX_SPAN || (Math.exp(freedom(cells, own)) * (high - low + 1)) / (span + 1) > SPARSE) return true
  for (const cap of capsOf(cells, source)) {
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
  for (const { column } of own) flow.bound(column, least[column] ?? 0, most[column] ?? 0)
  return true
}

/** What each source must pay at least and can pay at most, since `wasted` steps stay over in all. */
function limitSources({ money, slack, flow }: Cells, rests: readonly number[], wasted: number): void {
  for (const [source, have] of money.entries()) {
    const rest = rests[source] ?? 0
    flow.limit(source, have - (slack - wasted + rest), have - rest)
  }
}

/**
 * Narrows the cells and what each source pays, in turn, until little moves. Returns the steps that stay over in each source at
 * least; null: nobody can pay for these units. Cuts off no whole answer.
 */
export function narrowCells(cells: Cells, passes: number): number[] | null {
  const columns = cells.ofSource.flat().map(({ column }) => column)
  const width = () => columns.reduce((sum, column) => sum + (cells.most[column] ?? 0) - (cells.least[column] ?? 0), 0)
  let rests = cells.money.map(() => 0)
  for (let pass = 0; pass < passes; pass++) {
    const before = width()
    if (!tighten(cells, columns)) return null
    rests = cells.money.map((_, source) => leastRest(cells, source))
    const wasted = rests.reduce((a, b) => a + b, 0)
    if (wasted > cells.slack) return null
    for (const [source, money] of cells.money.entries()) {
      const rest = rests[source] ?? 0
      if (!filter(cells, source, money - (cells.slack - wasted + rest), money - rest)) return null
    }
    limitSources(cells, rests, wasted)
    if (pass > 0 && width() > WORTH * before) break
  }
  return rests
}
