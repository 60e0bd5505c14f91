import { createNumbers } from './numbers.ts'
import { add, excess, type Layout, type Packing, room, stepCost } from './packing.ts'

/** A few units more or less of a line go from one source to another. */
interface Move {
  readonly line: number
  readonly from: number
  readonly to: number
  readonly steps: number
  readonly money: number
  /** A cap counts one of its two cells. */
  readonly capped: boolean
}

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
  readonly capChange: Float64Array
}

const above = (spent: number, max: number) => (spent > max ? spent - max : 0)

/** Moves out of one source into another, of so many units that something comes out even, or of one to four. */
function movesBetween({ layout, packing }: Jump, from: number, to: number, lines: ReadonlySet<number> | null, over: number): Move[] {
  const list: Move[] = []
  for (const line of layout.problem.lines) {
    const free = layout.free[line.index] ?? []
    if (!free.includes(from) || !free.includes(to) || lines?.has(line.index) === false) continue
    const here = line.index * layout.sourceCount
    const have = packing.counts[here + from] ?? 0
    if (have === 0) continue
    const cost = stepCost(line)
    const capped = (layout.capsOf[here + from]?.length ?? 0) + (layout.capsOf[here + to]?.length ?? 0) > 0
    const fits = Math.floor(Math.max(0, room(layout, packing, line.index, to)) / cost)
    for (const steps of new Set([1, 2, 3, 4, Math.ceil(over / cost), Math.floor(over / cost), fits, have])) {
      if (steps > 0 && steps <= have) list.push({ line: line.index, from, to, steps, money: steps * cost, capped })
    }
  }
  return list
}

/** Change of the weighted overspending of caps by one or two moves. */
function capGain({ layout, packing, capWeight, capChange }: Jump, moves: readonly Move[]): number {
  const touched = new Set<number>()
  for (const { line, from, to, money } of moves) {
    for (const [source, sign] of [[from, -1], [to, 1]] as const) {
      for (const cap of layout.capsOf[line * layout.sourceCount + source] ?? []) {
        touched.add(cap)
        capChange[cap] = (capChange[cap] ?? 0) + sign * money
      }
    }
  }
  let total = 0
  for (const cap of touched) {
    const spent = packing.capSpent[cap] ?? 0
    const max = layout.problem.caps[cap]?.max ?? 0
    total += (capWeight[cap] ?? 1) * (above(spent + (capChange[cap] ?? 0), max) - above(spent, max))
    capChange[cap] = 0
  }
  return total
}

/** The move, or the exchange of two, out of what is broken that lowers the weighted overspending most, or raises it least. */
function bestMove(state: Jump, broken: Broken, step: number): { moves: Move[]; gain: number } {
  const { layout, packing, sourceWeight, waits } = state
  const { source: from, lines, over } = broken
  const { available } = layout.problem
  let moves: Move[] = []
  let gain = Infinity
  const open = (move: Move) => (waits[move.line * layout.sourceCount + move.to] ?? 0) <= step
  const [fromSpent, fromMax, fromWeight] = [packing.spent[from] ?? 0, available[from] ?? 0, sourceWeight[from] ?? 1]
  for (let to = 0; to < layout.sourceCount; to++) {
    if (to === from) continue
    const [toSpent, toMax, toWeight] = [packing.spent[to] ?? 0, available[to] ?? 0, sourceWeight[to] ?? 1]
    const before = fromWeight * above(fromSpent, fromMax) + toWeight * above(toSpent, toMax)
    const judge = (money: number) => fromWeight * above(fromSpent - money, fromMax) + toWeight * above(toSpent + money, toMax) - before
    const out = movesBetween(state, from, to, lines, over).filter(open)
    for (const move of out) {
      const value = judge(move.money) + (move.capped ? capGain(state, [move]) : 0)
      if (value < gain) [moves, gain] = [[move], value]
    }
    if (out.length === 0 || (gain < 0 && state.random() < 0.5)) continue
    for (const back of movesBetween(state, to, from, null, over).filter(open)) {
      for (const move of out) {
        if (move.line === back.line) continue
        const value = judge(move.money - back.money)
        // caps can only be broken further by what comes in: without their part a move is judged too well, never too badly
        if (value >= gain && !move.capped && !back.capped) continue
        const whole = move.capped || back.capped ? value + capGain(state, [move, back]) : value
        if (whole < gain) [moves, gain] = [[move, back], whole]
      }
    }
  }
  return { moves, gain }
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

/** What is broken where nothing helps weighs more from now on. */
function weigh({ layout, packing, sourceWeight, capWeight }: Jump): void {
  const { available, caps } = layout.problem
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
 * true where it holds. Finding nothing proves nothing. Equal input gives an equal answer.
 */
export function jump(layout: Layout, packing: Packing, limit: number): boolean {
  const { caps } = layout.problem
  const state: Jump = {
    layout, packing, random: createNumbers(1), sourceWeight: new Float64Array(layout.sourceCount).fill(1),
    capWeight: new Float64Array(caps.length).fill(1), waits: new Int32Array(layout.capsOf.length), capChange: new Float64Array(caps.length),
  }
  for (let step = 1; step <= limit && excess(layout, packing) > 0; step++) {
    const broken = brokenOnes(state)
    const chosen = broken[Math.floor(state.random() * broken.length)]
    if (chosen === undefined) break
    const { moves, gain } = bestMove(state, chosen, step)
    if (gain >= 0) weigh(state)
    for (const { line, from, to, steps } of moves) {
      add(layout, packing, line, from, -steps)
      add(layout, packing, line, to, steps)
      state.waits[line * layout.sourceCount + from] = step + 3 + Math.floor(state.random() * 8)
    }
  }
  return excess(layout, packing) === 0
}
