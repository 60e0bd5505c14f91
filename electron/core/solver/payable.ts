import { solveMip } from './highs.ts'
import { type AllocationModel, buildModel } from './model.ts'
import { type Hint, pack } from './pack.ts'
import type { Layout, Packing } from './packing.ts'
import type { Search } from './search.ts'
import { type Effort, searchCells } from './search-cells.ts'

/** How much looking is worth it for one question. Counts, not times, so that equal input gives an equal answer. */
export interface Look {
  /** The search over what each source pays of each line. */
  readonly cells: Effort
  /** Long local searches from each hint. */
  readonly attempts: number
  /** Nodes of the solver with the units fixed and all cells whole. */
  readonly nodes: number
}

/** What mostly decides, in some hundredths of a second. */
export const QUICK_LOOK: Look = { cells: { tries: 2, nodes: 2 }, attempts: 1, nodes: 0 }
export const LOOK: Look = { cells: { tries: 4, nodes: 40 }, attempts: 5, nodes: 300 }
/** All that is worth it. */
export const LONG_LOOK: Look = { cells: { tries: 4, nodes: 150 }, attempts: 20, nodes: 2_000 }
/** The part of the search over cells that comes before the long local searches. */
const FIRST_NODES = 10
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

/** Local searches from each hint, one attempt after the other. */
function packedFrom({ layout, deadline }: Question, units: readonly number[], hints: readonly Hint[], attempts: number): Packing | null {
  for (let attempt = 1; attempt <= attempts && performance.now() < deadline; attempt++) {
    for (const hint of hints) {
      const packing = pack(layout, units, hint, { moves: MOVES, attempt })
      if (packing !== null) return packing
    }
  }
  return null
}

/** The solver with the units fixed and all cells whole. */
function solvedWhole({ layout, highs, deadline }: Question, units: readonly number[], nodes: number): Packing | 'unpayable' | null {
  const model = buildModel(layout, units, units, 'all')
  const solved = solveMip(highs, model.mip, { maxNodes: nodes, deadline, decide: true })
  if (solved.status === 'infeasible') return 'unpayable'
  return solved.values === null ? null : pack(layout, units, hintOf(layout, model, solved.values))
}

/**
 * Whether exactly these units can be paid in whole units; `null`: not decided with this effort. What is found or proven quickly comes first;
 * each way finds in no time what another does not find in seconds.
 */
export function payable(question: Question, units: readonly number[], hints: readonly Hint[], { cells, attempts, nodes }: Look): Packing | 'unpayable' | null {
  const { layout, deadline } = question
  for (const hint of hints) {
    const packing = pack(layout, units, hint)
    if (packing !== null) return packing
  }
  return searchCells(layout, units, { ...cells, nodes: Math.min(FIRST_NODES, cells.nodes) }, deadline)
    ?? packedFrom(question, units, hints, attempts)
    ?? (nodes > 0 ? solvedWhole(question, units, nodes) : null)
    ?? (cells.nodes > FIRST_NODES ? searchCells(layout, units, cells, deadline) : null)
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
