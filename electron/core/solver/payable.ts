import { solveMip } from './highs.ts'
import { type AllocationModel, buildModel } from './model.ts'
import { type Hint, pack, type Trial } from './pack.ts'
import type { Layout, Packing } from './packing.ts'
import type { Search } from './search.ts'
import { openCellSearch, plainlyUnpayable } from './search-cells.ts'

/** How much was looked for one question in all. Counts, not times, so that equal input gives an equal answer. */
export interface Look {
  /** Nodes of the search over what each source pays of each line. */
  readonly cells: number
  /** Nodes of the solver with the units fixed and all cells whole; only where a line pays in rupiah and there is no such search. */
  readonly nodes: number
  /** Long local searches from each hint. */
  readonly attempts: number
}

/** All that is worth it. */
export const LONG_LOOK: Look = { cells: 1_500, nodes: 2_000, attempts: 12 }
/** Moves of a long local search. */
const MOVES = 2_000

/** Of what the question is asked. */
type Question = Pick<Search, 'highs' | 'layout' | 'deadline'>

/** What a solved model proposes. */
export function hintOf(layout: Layout, model: AllocationModel, values: Float64Array): Hint {
  return (line, source) => {
    const column = model.cells[line * layout.sourceCount + source] ?? -1
    const amount = column < 0 ? 0 : (values[column] ?? 0)
    const item = layout.problem.lines[line]
    return item?.splittable ? amount * item.unitCost : amount
  }
}

/** The solver with the units fixed and all cells whole. */
function solvedWhole({ layout, highs, deadline }: Question, units: readonly number[], nodes: number): Packing | 'unpayable' | null {
  const model = buildModel(layout, units, units, 'all')
  const solved = solveMip(highs, model.mip, { maxNodes: nodes, deadline, purpose: 'decision' })
  if (solved.status === 'infeasible') return 'unpayable'
  return solved.values === null ? null : pack(layout, units, hintOf(layout, model, solved.values))
}

/** A question who pays that can be taken up again with more effort. */
export interface Asking {
  /** Null: not decided yet. */
  readonly look: (look: Look) => Packing | 'unpayable' | null
  /** Nodes of the search over cells so far. */
  readonly nodes: () => number
}

/**
 * Whether exactly these units can be paid in whole units. What is found or proven quickly comes first. What is taken up again goes on where it
 * stopped; the solver alone begins anew, with more nodes.
 */
export function ask(question: Question, units: readonly number[], hints: readonly Hint[]): Asking {
  const { layout, deadline } = question
  const cells = openCellSearch(layout, units)
  const done = { nodes: 0, attempts: 0 }
  let answer: Packing | 'unpayable' | null | undefined
  const fromHints = (trial?: Trial) => {
    for (const hint of hints) {
      const packing = pack(layout, units, hint, trial)
      if (packing !== null) return packing
    }
    return null
  }
  const whole = (nodes: number) => {
    if (nodes <= done.nodes) return null
    done.nodes = nodes
    return solvedWhole(question, units, nodes)
  }
  const moved = (attempts: number) => {
    let packing: Packing | null = null
    while (packing === null && done.attempts < attempts && performance.now() < deadline) packing = fromHints({ moves: MOVES, attempt: ++done.attempts })
    return packing
  }
  const look = (look: Look) => {
    answer ??= (answer === undefined ? fromHints() : null)
      ?? (cells === null ? whole(look.nodes) : cells.look(look.cells, deadline)) ?? moved(look.attempts)
    return answer
  }
  return { look, nodes: () => cells?.nodes() ?? 0 }
}

/**
 * Units that are shown to be unpayable as well, as few as quick proofs allow: first each bundle at the least that it can have, where the
 * proof stands without it, then the others in growing steps. The less is needed for the proof, the more it rules out.
 */
export function lowered(search: Search, units: readonly number[]): number[] {
  const refused = (trial: readonly number[]) => plainlyUnpayable(search.layout, trial)
  let low = [...units]
  if (!refused(low)) return low
  const needed: number[] = []
  for (const [index, least] of search.least.entries()) {
    if ((low[index] ?? 0) === least) continue
    const trial = low.with(index, least)
    if (refused(trial)) low = trial
    else needed.push(index)
  }
  for (const index of needed) {
    for (let step = 1; (low[index] ?? 0) - step > (search.least[index] ?? 0); step *= 2) {
      const trial = low.with(index, (low[index] ?? 0) - step)
      if (!refused(trial)) break
      low = trial
    }
  }
  return low
}
