import { openRelaxed, solveMip } from './highs.ts'
import { type AllocationModel, buildModel } from './model.ts'
import { type Hint, pack } from './pack.ts'
import type { Layout, Packing } from './packing.ts'
import type { Search } from './search.ts'

/** Nodes after which a proof that something cannot be paid is put off, and those after which it is given up. */
const [QUICK_NODES, DECIDE_NODES] = [20, 1_000]
const CULPRIT_NODES = 10
/** Other corners of what fluid sources could pay from which whole units are looked for. */
const [FEW, CORNERS] = [4, 12]

/** What a solved model proposes. */
export function hintOf(layout: Layout, model: AllocationModel, values: Float64Array): Hint {
  return (line, source) => {
    const column = model.cells[line * layout.sourceCount + source] ?? -1
    const amount = column < 0 ? 0 : (values[column] ?? 0)
    const item = layout.problem.lines[line]
    return item?.splittable ? amount * item.unitCost : amount
  }
}

/** Looks for a packing from several corners of the fluid model; the costs that lead to them are the same each time. */
function fromCorners({ highs, layout, deadline }: Search, units: readonly number[], first: number, last: number): Packing | null {
  const model = buildModel(layout, units, units, new Set())
  const relaxed = openRelaxed(highs, model.mip, deadline)
  try {
    for (let corner = first; corner <= last; corner++) {
      const values = relaxed.run((column) => (column * 7_919 * corner + corner * 104_729) % 1_000)
      if (values === null) return null
      const packing = pack(layout, units, hintOf(layout, model, values))
      if (packing !== null) return packing
    }
    return null
  } finally {
    relaxed.close()
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
  for (const hint of hints) {
    const packing = pack(search.layout, units, hint)
    if (packing !== null) return packing
  }
  return fromCorners(search, units, 1, FEW) ?? decide(search, units, QUICK_NODES)
    ?? fromCorners(search, units, FEW + 1, CORNERS) ?? decide(search, units, DECIDE_NODES)
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
