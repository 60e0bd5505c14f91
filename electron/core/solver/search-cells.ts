import { assembled, bound, type Cell, type Cells, freedom, limit, open, openCells, type Ranges } from './cells.ts'
import { fillCells } from './fill-cells.ts'
import { narrowCells } from './narrow-cells.ts'
import type { Layout, Packing } from './packing.ts'

/** Passes of narrowing and tries to fill the sources, at the root and below it. */
const ROOT = { passes: 4, tries: 24 }
const BELOW = { passes: 2, tries: 3 }

const rangesOf = ({ least, most, low, high, middle }: Ranges): Ranges => ({ least: least.slice(), most: most.slice(), low: low.slice(), high: high.slice(), middle })

function goBack(cells: Cells, { least, most, low, high, middle }: Ranges): void {
  cells.least = least.slice()
  cells.most = most.slice()
  cells.low = low.slice()
  cells.high = high.slice()
  cells.middle = middle
  for (const column of cells.least.keys()) bound(cells, column)
  for (const pot of cells.pots.keys()) limit(cells, pot)
}

/** The dearest open cell of the source with the least choice, in two halves; first the half of the fluid answer. Null: all is settled. */
function halves(cells: Cells): { readonly column: number; readonly parts: readonly (readonly [number, number])[] } | null {
  let [chosen, least]: [Cell | null, number] = [null, Infinity]
  for (const { cap, cells: own } of cells.pots) {
    const choice = freedom(cells, own)
    if (cap !== null || choice === 0 || choice >= least) continue
    least = choice
    for (const cell of own) if (open(cells, cell) > 0 && (chosen === null || !own.includes(chosen) || cell.cost > chosen.cost)) chosen = cell
  }
  if (chosen === null) return null
  const [from, to] = [cells.least[chosen.column] ?? 0, cells.most[chosen.column] ?? 0]
  const middle = Math.floor((from + to) / 2)
  const parts = [[from, middle], [middle + 1, to]] as const
  return { column: chosen.column, parts: (cells.middle[chosen.column] ?? 0) <= middle + 0.5 ? parts : [parts[1], parts[0]] }
}

/** Looks who pays; each `next` looks at one node or tries once to fill its sources, and what is returned is settled. `seen`: nodes so far. */
function* walk(cells: Cells, seen: { nodes: number }): Generator<undefined, Packing | 'unpayable'> {
  seen.nodes += 1
  const node = seen.nodes
  const { passes, tries } = node === 1 ? ROOT : BELOW
  if (!narrowCells(cells, passes)) return 'unpayable'
  const cut = halves(cells)
  if (cut === null) return assembled(cells) ?? 'unpayable'
  const here = rangesOf(cells)
  for (let attempt = 0; attempt < tries; attempt++) {
    const packing = fillCells(cells, node * 100 + attempt)
    if (packing !== null) return packing
    goBack(cells, here)
    yield
  }
  for (const [from, to] of cut.parts) {
    goBack(cells, here)
    cells.least[cut.column] = from
    cells.most[cut.column] = to
    bound(cells, cut.column)
    const found = yield* walk(cells, seen)
    if (found !== 'unpayable') return found
  }
  return 'unpayable'
}

/** A search that can be taken up again. */
export interface CellSearch {
  /** Looks until so many nodes were seen in all. Null: not settled by then. */
  readonly look: (nodes: number, deadline: number) => Packing | 'unpayable' | null
  /** Nodes that were seen so far. */
  readonly nodes: () => number
}

/**
 * Who pays exactly `units` in whole units: a search that narrows what each source can pay of each line, and what each source and cap pays in all (by
 * flow through networks, and by the sums that whole units can make), tries to fill the sources, and halves a cell where neither decides.
 * 'unpayable' is a proof. Equal input gives an equal answer, however often it is taken up again. Null: a line pays in rupiah.
 */
export function openCellSearch(layout: Layout, units: readonly number[]): CellSearch | null {
  const cells = openCells(layout, units)
  if (cells === null) return null
  if (cells === 'unpayable') return { look: () => cells, nodes: () => 0 }
  const seen = { nodes: 0 }
  const search = walk(cells, seen)
  let settled: Packing | 'unpayable' | null = null
  const look: CellSearch['look'] = (nodes, deadline) => {
    while (settled === null && seen.nodes < nodes && performance.now() < deadline) {
      const step = search.next()
      if (step.done === true) settled = step.value
    }
    return settled
  }
  return { look, nodes: () => seen.nodes }
}

/** Whether narrowing the cells once shows that nobody can pay for these units: a quick proof. */
export function plainlyUnpayable(layout: Layout, units: readonly number[]): boolean {
  const cells = openCells(layout, units)
  return cells === 'unpayable' || (cells !== null && !narrowCells(cells, 1))
}
