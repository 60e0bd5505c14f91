import { createMoves, listMoves, type Moves } from './moves.ts'
import { createNumbers } from './numbers.ts'
import { add, excess, type Layout, type Packing } from './packing.ts'

/** Steps for which a cell that gave units away gets none: so many at least, and how many more by chance. */
const [WAIT, CHANCE] = [1, 5]
/** How often, where nothing helps, all weights begin anew. */
const FORGET = 0.05

/** A source or a cap that pays more than it may. */
interface Broken {
  readonly source: number
  readonly lines: ReadonlySet<number> | null
  readonly over: number
}

interface Jump {
  readonly layout: Layout
  readonly packing: Packing
  readonly random: () => number
  /** What a rupiah too much weighs; grows for what stays broken, so that the search leaves where it is stuck. */
  readonly sourceWeight: Float64Array
  readonly capWeight: Float64Array
  /** Cells that may not be filled again before this step. */
  readonly waits: Int32Array
  /** For `capGain`: the change of each cap, nought between two calls, and the caps that one call touches. */
  readonly capChange: Float64Array
  readonly touched: Int32Array
  readonly out: Moves
  readonly back: Moves
}

/** What goes from one source to another, or back. */
interface Part {
  readonly line: number
  readonly steps: number
  readonly money: number
}

/** The best that was met: units that move, and perhaps others that come back for them. */
interface Best {
  readonly gain: number
  readonly to: number
  readonly out: Part
  readonly back: Part | null
}

const above = (spent: number, max: number) => (spent > max ? spent - max : 0)

const part = ({ line, steps, money }: Moves, at: number): Part => ({ line: line[at] ?? 0, steps: steps[at] ?? 0, money: money[at] ?? 0 })

/** Change of the weighted overspending of caps by units that move from one source to another, and others that come back. */
function capGain({ layout, packing, capWeight, capChange, touched }: Jump, from: number, to: number, out: readonly [line: number, money: number], back: readonly [line: number, money: number] | null): number {
  let count = 0
  const change = (line: number, source: number, money: number) => {
    for (const cap of layout.capsOf[line * layout.sourceCount + source] ?? []) {
      if (capChange[cap] === 0) touched[count++] = cap
      capChange[cap] = (capChange[cap] ?? 0) + money
    }
  }
  change(out[0], from, -out[1])
  change(out[0], to, out[1])
  if (back !== null) {
    change(back[0], to, -back[1])
    change(back[0], from, back[1])
  }
  let total = 0
  for (let at = 0; at < count; at++) {
    const cap = touched[at] ?? 0
    const spent = packing.capSpent[cap] ?? 0
    const max = layout.problem.caps[cap]?.max ?? 0
    total += (capWeight[cap] ?? 1) * (above(spent + (capChange[cap] ?? 0), max) - above(spent, max))
    capChange[cap] = 0
  }
  return total
}

/** The move, or the exchange of two, out of what is broken that lowers the weighted overspending most, or raises it least. */
function bestMove(state: Jump, { source: from, lines, over }: Broken, step: number): Best | null {
  const { layout, packing, sourceWeight, out, back } = state
  const { available } = layout.problem
  let best: Best | null = null
  const bar = () => best?.gain ?? Infinity
  const waits = (cell: number) => (state.waits[cell] ?? 0) > step
  const [fromSpent, fromMax, fromWeight] = [packing.spent[from] ?? 0, available[from] ?? 0, sourceWeight[from] ?? 1]
  for (let to = 0; to < layout.sourceCount; to++) {
    if (to === from) continue
    const [toSpent, toMax, toWeight] = [packing.spent[to] ?? 0, available[to] ?? 0, sourceWeight[to] ?? 1]
    const before = fromWeight * above(fromSpent, fromMax) + toWeight * above(toSpent, toMax)
    const judge = (money: number) => fromWeight * above(fromSpent - money, fromMax) + toWeight * above(toSpent + money, toMax) - before
    listMoves(out, layout, packing, { from, to, lines, over }, waits)
    for (let k = 0; k < out.count; k++) {
      const [line, money] = [out.line[k] ?? 0, out.money[k] ?? 0]
      const gain = judge(money) + capGain(state, from, to, [line, money], null)
      if (gain < bar()) best = { gain, to, out: part(out, k), back: null }
    }
    if (out.count === 0 || (bar() < 0 && state.random() < 0.5)) continue
    listMoves(back, layout, packing, { from: to, to: from, lines: null, over }, waits)
    for (let b = 0; b < back.count; b++) {
      const [backLine, backMoney] = [back.line[b] ?? 0, back.money[b] ?? 0]
      for (let k = 0; k < out.count; k++) {
        const [line, money] = [out.line[k] ?? 0, out.money[k] ?? 0]
        if (line === backLine) continue
        const value = judge(money - backMoney)
        // out of a source the caps seldom gain much: they are reckoned only where money alone would do
        if (value >= bar() && lines === null) continue
        const gain = value + capGain(state, from, to, [line, money], [backLine, backMoney])
        if (gain < bar()) best = { gain, to, out: part(out, k), back: part(back, b) }
      }
    }
  }
  return best
}

function brokenOnes({ layout, packing }: Jump): Broken[] {
  const { available, caps } = layout.problem
  const broken: Broken[] = []
  available.forEach((max, source) => {
    const over = (packing.spent[source] ?? 0) - max
    if (over > 0) broken.push({ source, lines: null, over })
  })
  caps.forEach((cap, index) => {
    const over = (packing.capSpent[index] ?? 0) - cap.max
    if (over > 0) broken.push({ source: cap.source, lines: cap.lines, over })
  })
  return broken
}

/** What is broken where nothing helps weighs more from now on; now and then all weighs alike again. */
function weigh({ layout, packing, random, sourceWeight, capWeight }: Jump): void {
  const { available, caps } = layout.problem
  if (random() < FORGET) {
    sourceWeight.fill(1)
    capWeight.fill(1)
    return
  }
  available.forEach((max, source) => {
    if ((packing.spent[source] ?? 0) > max) sourceWeight[source] = (sourceWeight[source] ?? 1) + 1
  })
  caps.forEach((cap, index) => {
    if ((packing.capSpent[index] ?? 0) > cap.max) capWeight[index] = (capWeight[index] ?? 1) + 1
  })
}

/**
 * Moves units between sources until none pays too much: a local search that always takes the best move out of something broken,
 * does not take it back at once, and gives more weight to what stays broken. The units of each line stay. Changes the packing;
 * true where it holds. Finding nothing proves nothing. The same attempt gives the same answer.
 */
export function jump(layout: Layout, packing: Packing, limit: number, attempt = 1): boolean {
  const { caps, lines } = layout.problem
  const state: Jump = {
    layout, packing, random: createNumbers(attempt), sourceWeight: new Float64Array(layout.sourceCount).fill(1),
    capWeight: new Float64Array(caps.length).fill(1), waits: new Int32Array(layout.capsOf.length), capChange: new Float64Array(caps.length),
    touched: new Int32Array(caps.length * 4), out: createMoves(lines.length), back: createMoves(lines.length),
  }
  const move = ({ line, steps }: Part, from: number, to: number, step: number) => {
    add(layout, packing, line, from, -steps)
    add(layout, packing, line, to, steps)
    state.waits[line * layout.sourceCount + from] = step + WAIT + Math.floor(state.random() * CHANCE)
  }
  for (let step = 1; step <= limit && excess(layout, packing) > 0; step++) {
    const broken = brokenOnes(state)
    const chosen = broken[Math.floor(state.random() * broken.length)]
    if (chosen === undefined) break
    const best = bestMove(state, chosen, step)
    if (best === null || best.gain >= 0) weigh(state)
    if (best === null) continue
    move(best.out, chosen.source, best.to, step)
    if (best.back !== null) move(best.back, best.to, chosen.source, step)
  }
  return excess(layout, packing) === 0
}
