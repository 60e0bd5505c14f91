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

/**
 * Who pays exactly `units` in whole units: a search that narrows what each source can pay of each line (by flow through a network, and
 * by the sums that whole units of a source can make), tries to fill the sources, and halves a cell where neither decides.
 * 'unpayable' is a proof; null: not decided with this effort, or a line pays in rupiah. Equal input gives an equal answer.
 */
export function searchCells(layout: Layout, units: readonly number[], effort: Effort, deadline: number): Packing | 'unpayable' | null {
  const cells = openCells(layout, units)
  if (cells === null || cells === 'unpayable') return cells
  let nodes = 0
  const look = (): Packing | 'unpayable' | null => {
    nodes += 1
    const node = nodes
    const rests = narrowCells(cells, node === 1 ? ROOT_PASSES : PASSES)
    if (rests === null) return 'unpayable'
    const cut = halves(cells)
    if (cut === null) return assembled(cells) ?? 'unpayable'
    const here = rangesOf(cells)
    for (let attempt = 0; attempt < (node === 1 ? effort.tries : Math.min(TRIES, effort.tries)); attempt++) {
      const packing = fillCells(cells, rests, node * 100 + attempt)
      if (packing !== null) return packing
      goBack(cells, here)
    }
    let proven = true
    for (const [from, to] of cut.parts) {
      if (nodes >= effort.nodes || performance.now() > deadline) return null
      goBack(cells, here)
      for (const [source, money] of cells.money.entries()) cells.flow.limit(source, 0, money)
      cells.least[cut.column] = from
      cells.most[cut.column] = to
      cells.flow.bound(cut.column, from, to)
      const found = look()
      if (found !== null && found !== 'unpayable') return found
      proven &&= found === 'unpayable'
    }
    return proven ? 'unpayable' : null
  }
  return look()
}
