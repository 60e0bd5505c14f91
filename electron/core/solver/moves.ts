import { type Layout, type Packing, room, stepCost } from './packing.ts'

/** Moves of one to so many units are all tried; larger ones only where something comes out even. */
const SMALL = 4
/** Moves that one line can add to a table: the small ones, and four that come out even. */
const EACH = SMALL + 4

/** Ways to move units out of one source into another, as columns of one table: it is filled again for every pair of sources. */
export interface Moves {
  count: number
  readonly line: Int32Array
  readonly steps: Float64Array
  readonly money: Float64Array
}

/** Where units move, of which lines (null: all), and by how much `from` pays too much. */
export interface Way {
  readonly from: number
  readonly to: number
  readonly lines: ReadonlySet<number> | null
  readonly over: number
}

export function createMoves(lines: number): Moves {
  const size = lines * EACH
  return { count: 0, line: new Int32Array(size), steps: new Float64Array(size), money: new Float64Array(size) }
}

/** Fills the table with moves along a way, without lines that wait: one to four units, or so many that something comes out even. */
export function listMoves(moves: Moves, layout: Layout, packing: Packing, { from, to, lines, over }: Way, waits: (cell: number) => boolean): void {
  const put = (line: number, steps: number, cost: number) => {
    moves.line[moves.count] = line
    moves.steps[moves.count] = steps
    moves.money[moves.count] = steps * cost
    moves.count += 1
  }
  moves.count = 0
  for (const line of layout.problem.lines) {
    const here = line.index * layout.sourceCount
    const have = packing.counts[here + from] ?? 0
    if (have === 0 || waits(here + to)) continue
    const free = layout.free[line.index] ?? []
    if (!free.includes(from) || !free.includes(to) || lines?.has(line.index) === false) continue
    const cost = stepCost(line)
    for (let steps = 1; steps <= Math.min(have, SMALL); steps++) put(line.index, steps, cost)
    if (have <= SMALL) continue
    const even = Math.floor(over / cost)
    if (even > SMALL && even <= have) put(line.index, even, cost)
    if (even >= SMALL && even < have && even * cost < over) put(line.index, even + 1, cost)
    const fits = Math.floor(Math.max(0, room(layout, packing, line.index, to)) / cost)
    if (fits > SMALL && fits < have) put(line.index, fits, cost)
    put(line.index, have, cost)
  }
}
