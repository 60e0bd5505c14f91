import { solveMip } from './highs.ts'
import { type AllocationModel, buildModel } from './model.ts'
import { type Hint, pack } from './pack.ts'
import type { Layout, Packing } from './packing.ts'
import type { Search } from './search.ts'
import { type Effort, searchCells } from './search-cells.ts'

/** Nodes after which the solver gives up the question who pays. */
const DECIDE_NODES = 1_000
/** All the looking that is worth it for one question. */
export const LONG_LOOK: Effort = { tries: 4, nodes: 150 }
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

/** Whether exactly these units can be paid in whole units; `null`: not decided with this effort. What is found quickly comes first. */
export function payable(search: Question, units: readonly number[], hints: readonly Hint[], look: Effort): Packing | 'unpayable' | null {
  const { layout, deadline } = search
  for (const hint of hints) {
    const packing = pack(layout, units, hint)
    if (packing !== null) return packing
  }
  return searchCells(layout, units, look, deadline)
}

/** The same with all that is worth it: where the look does not decide, the solver with all cells whole. */
export function payableSurely(search: Question, units: readonly number[]): Packing | 'unpayable' | null {
  const { layout, highs, deadline } = search
  const found = payable(search, units, [], LONG_LOOK)
  if (found !== null) return found
  const model = buildModel(layout, units, units, 'all')
  const solved = solveMip(highs, model.mip, { maxNodes: DECIDE_NODES, deadline, decide: true })
  if (solved.status === 'infeasible') return 'unpayable'
  return solved.values === null ? null : pack(layout, units, hintOf(layout, model, solved.values))
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
