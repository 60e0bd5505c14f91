import { solveMip } from './highs.ts'
import { type AllocationModel, buildModel } from './model.ts'
import { type Hint, pack, type Trial } from './pack.ts'
import type { Layout, Packing } from './packing.ts'
import type { Search } from './search.ts'
import { type CellRange, type Effort, openCellSearch, searchCells } from './search-cells.ts'

/** How much was looked for one question in all. Counts, not times, so that equal input gives an equal answer. */
export interface Look {
  /** Nodes of the search over what each source pays of each line. */
  readonly cells: number
  /** Nodes of the solver with the units fixed and all cells whole. */
  readonly nodes: number
  /** Long local searches from each hint. */
  readonly attempts: number
}

/** All that is worth it. */
export const LONG_LOOK: Look = { cells: 400, nodes: 2_000, attempts: 12 }
/** Tries to fill the sources before the search over cells begins to halve. */
const TRIES = 4
/** The part of the search over cells that comes before everything else. */
const FIRST_CELLS = 20
/** Moves of a long local search. */
const MOVES = 2_000
/** A look for a proof alone. */
const PROOF: Effort = { tries: 0, nodes: 1 }

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

/** The solver with the units fixed and all cells whole, within ranges that every answer keeps. */
function solvedWhole({ layout, highs, deadline }: Question, units: readonly number[], ranges: readonly CellRange[], nodes: number): Packing | 'unpayable' | null {
  const model = buildModel(layout, units, units, 'all')
  for (const { line, source, least, most } of ranges) {
    const column = model.cells[line * layout.sourceCount + source] ?? -1
    if (column < 0) continue
    model.mip.lower[column] = least
    model.mip.upper[column] = most
  }
  const solved = solveMip(highs, model.mip, { maxNodes: nodes, deadline, decide: true })
  if (solved.status === 'infeasible') return 'unpayable'
  return solved.values === null ? null : pack(layout, units, hintOf(layout, model, solved.values))
}

/** A question who pays that can be taken up again with more effort; null: not decided yet. */
export type Asking = (look: Look) => Packing | 'unpayable' | null

/**
 * Whether exactly these units can be paid in whole units. What is found or proven quickly comes first; each way finds in no time what another
 * does not find in seconds. What is taken up again goes on where it stopped; the solver alone begins anew, with more nodes.
 */
export function ask(question: Question, units: readonly number[], hints: readonly Hint[]): Asking {
  const { layout, deadline } = question
  const cells = openCellSearch(layout, units, TRIES)
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
    return solvedWhole(question, units, cells.ranges(), nodes)
  }
  const moved = (attempts: number) => {
    let packing: Packing | null = null
    while (packing === null && done.attempts < attempts && performance.now() < deadline) packing = fromHints({ moves: MOVES, attempt: ++done.attempts })
    return packing
  }
  return (look) => {
    answer ??= (answer === undefined ? fromHints() : null)
      ?? cells.look(Math.min(FIRST_CELLS, look.cells), deadline) ?? whole(look.nodes) ?? cells.look(look.cells, deadline) ?? moved(look.attempts)
    return answer
  }
}

/**
 * Units that are shown to be unpayable as well, as few as quick proofs allow: first each bundle at the least that it can have, where the
 * proof stands without it, then the others in growing steps. The less is needed for the proof, the more it rules out.
 */
export function lowered(search: Search, units: readonly number[]): number[] {
  const { layout, deadline } = search
  const refused = (trial: readonly number[]) => searchCells(layout, trial, PROOF, deadline) === 'unpayable'
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
