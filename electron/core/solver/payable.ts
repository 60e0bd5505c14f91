import { solveMip } from './highs.ts'
import { type AllocationModel, buildModel } from './model.ts'
import { type Hint, pack } from './pack.ts'
import type { Layout, Packing } from './packing.ts'
import type { Search } from './search.ts'
import { type Effort, searchCells } from './search-cells.ts'

/** Nodes after which a proof that something cannot be paid is put off, and those after which it is given up. */
const [QUICK_NODES, DECIDE_NODES] = [20, 1_000]
const CULPRIT_NODES = 10
/** The first look for whole units, a longer one where the solver's quick proof fails, and a look for a proof alone. */
const LOOK: Effort = { tries: 4, nodes: 12 }
const LONG_LOOK: Effort = { tries: 3, nodes: 150 }
const PROOF: Effort = { tries: 0, nodes: 1 }

/** What a solved model proposes. */
export function hintOf(layout: Layout, model: AllocationModel, values: Float64Array): Hint {
  return (line, source) => {
    const column = model.cells[line * layout.sourceCount + source] ?? -1
    const amount = column < 0 ? 0 : (values[column] ?? 0)
    const item = layout.problem.lines[line]
    return item?.splittable ? amount * item.unitCost : amount
  }
}

/** The solver's own word, with all cells whole. */
function decide(search: Search, units: readonly number[], maxNodes: number): Packing | 'unpayable' | null {
  const { layout, highs, deadline } = search
  const model = buildModel(layout, units, units, 'all')
  const solved = solveMip(highs, model.mip, { maxNodes, deadline, decide: true })
  if (solved.status === 'infeasible') return 'unpayable'
  return solved.values === null ? null : pack(layout, units, hintOf(layout, model, solved.values))
}

/**
 * Whether exactly these units can be paid in whole units; `null`: not decided within the limits, which count steps and not time.
 * What is found quickly comes first, then a quick proof, then a longer look for both.
 */
export function payable(search: Search, units: readonly number[], hints: readonly Hint[]): Packing | 'unpayable' | null {
  const { highs, layout, deadline } = search
  for (const hint of hints) {
    const packing = pack(layout, units, hint)
    if (packing !== null) return packing
  }
  return searchCells(highs, layout, units, LOOK, deadline) ?? decide(search, units, QUICK_NODES)
    ?? searchCells(highs, layout, units, LONG_LOOK, deadline) ?? decide(search, units, DECIDE_NODES)
}

/**
 * Units that are shown to be unpayable as well, as few as quick proofs allow: first each bundle at the least that it can have, where the
 * proof stands without it, then the others in growing steps. The less is needed for the proof, the more it rules out.
 */
export function lowered(search: Search, units: readonly number[]): number[] {
  const { highs, layout, deadline } = search
  const refused = (trial: readonly number[]) => searchCells(highs, layout, trial, PROOF, deadline) === 'unpayable'
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

/**
 * The fewest of the dearest lines whose whole units alone make `units` unpayable, found by halving with proofs of a few nodes. The
 * other lines may stay fluid in a bound.
 */
export function culprits({ highs, layout, deadline }: Search, units: readonly number[]): number[] {
  const dearest = layout.problem.lines
    .filter((line) => line.unitCost > 0 && !line.splittable && (units[line.bundle] ?? 0) > 0)
    .toSorted((a, b) => b.unitCost - a.unitCost || a.index - b.index)
    .map((line) => line.index)
  let most = dearest.length
  for (let least = 0; least < most;) {
    const middle = (least + most) >> 1
    const { mip } = buildModel(layout, units, units, new Set(dearest.slice(0, middle)))
    if (solveMip(highs, mip, { maxNodes: CULPRIT_NODES, deadline, decide: true }).status === 'infeasible') most = middle
    else least = middle + 1
  }
  return dearest.slice(0, most)
}
