import { type Cell, type Cells, freedom, MARGIN, open, orderWithin } from './cells.ts'
import { makes } from './sums.ts'

/** Steps of money that the sums of a source may span; beyond it they are not looked at. */
export const MAX_SPAN = 3_000_000
/** Ways to fill a source below which its cells are narrowed to what some way has. */
const SPARSE = 200
/** The share of what was open before, under which narrowing once more is worth it. */
const WORTH = 0.9

/** Corners of the fluid model that were met: what each column had at least and at most there, and their middle. */
interface Corners {
  /** Notes a corner; false where there was none. */
  readonly see: (values: Float64Array | null) => boolean
  readonly low: Float64Array
  readonly high: Float64Array
  readonly middle: () => Float64Array
}

function createCorners(columns: number): Corners {
  const [low, high, sum] = [new Float64Array(columns).fill(Infinity), new Float64Array(columns).fill(-Infinity), new Float64Array(columns)]
  let count = 0
  return {
    low, high, middle: () => sum.map((value) => value / Math.max(1, count)),
    see: (values) => {
      if (values === null) return false
      count += 1
      values.forEach((value, column) => {
        sum[column] = (sum[column] ?? 0) + value
        low[column] = Math.min(low[column] ?? 0, value)
        high[column] = Math.max(high[column] ?? 0, value)
      })
      return true
    },
  }
}

/**
 * Narrows columns to the whole units that some fluid answer has, rounded inwards with a margin far above the solver's tolerance. Cuts
 * off no whole answer. False: there is none.
 */
export function tighten(cells: Cells, columns: readonly number[]): boolean {
  const { flow, least, most } = cells
  const { see, low, high, middle } = createCorners(least.length)
  for (const column of columns) {
    if (least[column] === most[column]) continue
    // a corner that was met already shows that the bound stays
    if ((high[column] ?? 0) <= (most[column] ?? 0) - 1 + MARGIN) {
      const values = flow.push(column, 1)
      if (!see(values)) return false
      most[column] = Math.min(most[column] ?? 0, Math.floor((values?.[column] ?? 0) + MARGIN))
    }
    if ((low[column] ?? 0) >= (least[column] ?? 0) + 1 - MARGIN) {
      const values = flow.push(column, -1)
      if (!see(values)) return false
      least[column] = Math.max(least[column] ?? 0, Math.ceil((values?.[column] ?? 0) - MARGIN))
    }
    if ((least[column] ?? 0) > (most[column] ?? 0)) return false
    flow.bound(column, least[column] ?? 0, most[column] ?? 0)
  }
  if (low[0] === Infinity && !see(flow.again())) return false
  cells.middle = middle()
  return true
}

/** Steps that stay over in a source at least, whatever it pays; more than the slack where nothing fills it so far. */
function leastRest(cells: Cells, source: number): number {
  const { slack } = cells
  const money = cells.money[source] ?? 0
  const own = cells.ofSource[source] ?? []
  if (own.reduce((sum, cell) => sum + cell.cost * open(cells, cell), 0) > MAX_SPAN) return 0
  const base = own.reduce((sum, cell) => sum + cell.cost * (cells.least[cell.column] ?? 0), 0)
  let rest = 0
  for (const cap of capsOf(cells, source)) {
    const made = sumsAbove(cells, own, cap, money - base)
    while (rest <= slack && !made(money - rest - base)) rest++
  }
  return rest
}

/** Whether cells can pay a sum above their least units, within one cap. */
function sumsAbove(cells: Cells, own: readonly Cell[], cap: number | undefined, limit: number): (sum: number) => boolean {
  const { order, limits } = orderWithin(cells, own, ({ column }) => cells.least[column] ?? 0, cap, limit)
  return makes(order.map((cell) => ({ weight: cell.cost, most: open(cells, cell) })), limits)
}

/** Each cap of a source in turn, or none where it has none: what holds within one of several caps can only be more than the truth. */
function capsOf({ capsOf: all }: Cells, source: number): readonly (number | undefined)[] {
  const caps = all[source] ?? []
  return caps.length === 0 ? [undefined] : caps
}

/** Narrows the cells of a source to units that some way to pay `low` … `high` steps has. False where there is none. */
function filter(cells: Cells, source: number, low: number, high: number): boolean {
  const own = cells.ofSource[source] ?? []
  for (;;) {
    const free = own.filter((cell) => open(cells, cell) > 0)
    const span = free.reduce((sum, cell) => sum + cell.cost * open(cells, cell), 0)
    if (span > MAX_SPAN || (Math.exp(freedom(cells, free)) * (high - low + 1)) / (span + 1) > SPARSE) return true
    const base = own.reduce((sum, cell) => sum + cell.cost * (cells.least[cell.column] ?? 0), 0)
    const narrowed = free.some((cell) => {
      const most = open(cells, cell)
      const fitting = capsOf(cells, source).map((cap) => {
        // the cell itself may overstep the cap here: that can only keep more
        const made = sumsAbove(cells, free.filter((other) => other !== cell), cap, high - base)
        return (units: number) => {
          const paid = base + units * cell.cost
          for (let sum = Math.max(0, low - paid); sum <= high - paid; sum++) if (made(sum)) return true
          return false
        }
      })
      const fits = (units: number) => fitting.every((test) => test(units))
      let [from, to] = [0, most]
      while (from <= to && !fits(from)) from++
      while (to > from && !fits(to)) to--
      const least = cells.least[cell.column] ?? 0
      cells.least[cell.column] = least + from
      cells.most[cell.column] = least + to
      return from > 0 || to < most
    })
    if (!narrowed) return true
    if (free.some((cell) => open(cells, cell) < 0)) return false
    for (const { column } of free) cells.flow.bound(column, cells.least[column] ?? 0, cells.most[column] ?? 0)
  }
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
