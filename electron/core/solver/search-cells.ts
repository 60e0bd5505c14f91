import { assembled, type Cell, type Cells, freedom, open, openCells, type Ranges } from './cells.ts'
import { fillCells } from './fill-cells.ts'
import { narrowCells } from './narrow-cells.ts'
import type { Layout, Packing } from './packing.ts'

/** How long to look: tries at the root, and questions in all. Counts, not times, so that equal input gives an equal answer. */
export interface Effort {
  readonly tries: number
  readonly nodes: number
}

/** Passes of narrowing at the root and below it, and tries below it. */
const [ROOT_PASSES, PASSES, TRIES] = [4, 2, 2]

const rangesOf = ({ least, most, middle }: Ranges): Ranges => ({ least: least.slice(), most: most.slice(), middle })

function goBack(cells: Cells, { least, most, middle }: Ranges): void {
  cells.least = least.slice()
  cells.most = most.slice()
  cells.middle = middle
  cells.flow.reset(least, most)
}

/** The dearest open cell of the source with the least choice, in two halves; first the half of the fluid answer. Null: all is settled. */
function halves(cells: Cells): { readonly column: number; readonly parts: readonly (readonly [number, number])[] } | null {
  let [chosen, least]: [Cell | null, number] = [null, Infinity]
  for (const own of cells.ofSource) {
    const choice = freedom(cells, own)
    if (choice === 0 || choice >= least) continue
    least = choice
    for (const cell of own) if (chosen === null || !own.includes(chosen) || cell.cost * open(cells, cell) > chosen.cost * open(cells, chosen)) chosen = cell
  }
  if (chosen === null) return null
  const [from, to] = [cells.least[chosen.column] ?? 0, cells.most[chosen.column] ?? 0]
  const middle = Math.floor((from + to) / 2)
  const parts = [[from, middle], [middle + 1, to]] as const
  return { column: chosen.column, parts: (cells.middle[chosen.column] ?? 0) <= middle + 0.5 ? parts : [parts[1], parts[0]] }
}

/** What a search has seen so far: its nodes, and the ranges that every answer keeps. */
interface Seen {
  nodes: number
  root: Ranges | null
}

/** Looks who pays, one node after the other; each `next` looks at one node, and what is returned is settled. */
function* walk(cells: Cells, tries: number, seen: Seen): Generator<undefined, Packing | 'unpayable'> {
  seen.nodes += 1
  const node = seen.nodes
  const rests = narrowCells(cells, node === 1 ? ROOT_PASSES : PASSES)
  if (rests === null) return 'unpayable'
  const cut = halves(cells)
  if (cut === null) return assembled(cells) ?? 'unpayable'
  const here = rangesOf(cells)
  seen.root ??= here
  for (let attempt = 0; attempt < (node === 1 ? tries : Math.min(TRIES, tries)); attempt++) {
    const packing = fillCells(cells, rests, node * 100 + attempt)
    if (packing !== null) return packing
    goBack(cells, here)
  }
  for (const [from, to] of cut.parts) {
    yield
    goBack(cells, here)
    for (const [source, money] of cells.money.entries()) cells.flow.limit(source, 0, money)
    cells.least[cut.column] = from
    cells.most[cut.column] = to
    cells.flow.bound(cut.column, from, to)
    const found = yield* walk(cells, tries, seen)
    if (found !== 'unpayable') return found
  }
  return 'unpayable'
}

/** Units that a source may pay of a line. */
export interface CellRange {
  readonly line: number
  readonly source: number
  readonly least: number
  readonly most: number
}

/** A search that can be taken up again. */
export interface CellSearch {
  /** Looks until so many nodes were seen in all. Null: not settled by then, or a line pays in rupiah. */
  readonly look: (nodes: number, deadline: number) => Packing | 'unpayable' | null
  /** What its first node found that every answer keeps; empty before it. */
  readonly ranges: () => readonly CellRange[]
}

/**
 * Who pays exactly `units` in whole units: a search that narrows what each source can pay of each line (by flow through a network, and
 * by the sums that whole units of a source can make), tries to fill the sources, `tries` times at first, and halves a cell where neither decides.
 * 'unpayable' is a proof. Equal input gives an equal answer, however often it is taken up again.
 */
export function openCellSearch(layout: Layout, units: readonly number[], tries: number): CellSearch {
  const cells = openCells(layout, units)
  if (cells === null || cells === 'unpayable') return { look: () => cells, ranges: () => [] }
  const seen: Seen = { nodes: 0, root: null }
  const search = walk(cells, tries, seen)
  let settled: Packing | 'unpayable' | null = null
  const look: CellSearch['look'] = (nodes, deadline) => {
    while (settled === null && seen.nodes < nodes && (seen.nodes === 0 || performance.now() < deadline)) {
      const step = search.next()
      if (step.done === true) settled = step.value
    }
    return settled
  }
  const ranges = () => {
    const { root } = seen
    if (root === null) return []
    return cells.ofSource.flatMap((own, source) => own.map(({ line, column }) => ({ line, source, least: root.least[column] ?? 0, most: root.most[column] ?? 0 })))
  }
  return { look, ranges }
}

/** The same search once. */
export function searchCells(layout: Layout, units: readonly number[], { tries, nodes }: Effort, deadline: number): Packing | 'unpayable' | null {
  return openCellSearch(layout, units, tries).look(nodes, deadline)
}
