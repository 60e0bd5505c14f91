import { add, type Layout, type Packing, stepCost } from './packing.ts'

/** Nearest combinations that are tried in turn. */
const CANDIDATES = 200

interface Item {
  readonly line: number
  readonly to: number
  readonly cost: number
  readonly least: number
  readonly most: number
}

/** Sums that some lines can reach by moving a few units, sorted, each with the way there. */
interface Sums {
  readonly sums: Float64Array
  readonly order: Uint32Array
  /** Per line, the entry of the line before and the units moved. */
  readonly levels: readonly { readonly parent: Uint32Array; readonly steps: Int32Array }[]
}

function reachableSums(items: readonly Item[], width: number): Sums {
  let sums: number[] = [0]
  const levels: { parent: Uint32Array; steps: Int32Array }[] = []
  items.forEach((item, k) => {
    const reach = Math.max(1, Math.floor(((width / sums.length) ** (1 / (items.length - k)) - 1) / 2))
    const next: number[] = []
    const parent: number[] = []
    const steps: number[] = []
    const seen = new Set<number>()
    for (let size = 0; size <= reach; size++) {
      for (const d of size === 0 ? [0] : [size, -size]) {
        if (d > item.most || d < item.least) continue
        for (let from = 0; from < sums.length && next.length < 2 * width; from++) {
          const total = (sums[from] ?? 0) + d * item.cost
          if (seen.has(total)) continue
          seen.add(total)
          next.push(total)
          parent.push(from)
          steps.push(d)
        }
      }
    }
    sums = next
    levels.push({ parent: Uint32Array.from(parent), steps: Int32Array.from(steps) })
  })
  const values = Float64Array.from(sums)
  return { sums: values, order: Uint32Array.from(values.keys()).toSorted((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b), levels }
}

function movesOf(list: Sums, items: readonly Item[], entry: number): Move[] {
  const moves: Move[] = []
  let at = entry
  for (let k = items.length - 1; k >= 0; k--) {
    const level = list.levels[k]
    const d = level?.steps[at] ?? 0
    const item = items[k]
    if (d !== 0 && item !== undefined) moves.push([item.line, item.to, d])
    at = level?.parent[at] ?? 0
  }
  return moves
}

/** What can move both ways comes first. */
function freedom(item: Item): number {
  return Math.min(2, item.most) + Math.min(2, -item.least)
}

/** Line, the source that takes it over, and how many steps. */
type Move = readonly [line: number, to: number, steps: number]

export interface Transfer {
  readonly from: number
  /** Sources that take over what `from` gives, and give what it takes. */
  readonly partners: readonly number[]
  /** `from` pays less by an amount in [least, most], as near to `wanted` as is found; negative: it pays more. */
  readonly least: number
  readonly most: number
  readonly wanted: number
  /** How many sums each half of the lines may reach: 3,000 make nine million combinations. */
  readonly width: number
}

function movable(layout: Layout, packing: Packing, { from, partners }: Transfer): { items: Item[]; fillers: Item[] } {
  const items: Item[] = []
  const fillers: Item[] = []
  for (const line of layout.problem.lines) {
    const free = layout.free[line.index] ?? []
    if (!free.includes(from)) continue
    const here = packing.counts[line.index * layout.sourceCount + from] ?? 0
    for (const to of partners) {
      if (!free.includes(to)) continue
      const there = packing.counts[line.index * layout.sourceCount + to] ?? 0
      if (here + there === 0) continue
      const item = { line: line.index, to, cost: stepCost(line), least: -there, most: here }
      if (line.splittable) fillers.push(item)
      else items.push(item)
    }
  }
  return { items, fillers }
}

/**
 * Moves units of lines between one source and others, so that what it pays changes by a wanted amount. `holds` judges the packing
 * after the move; a move that it refuses is taken back. Two lists of sums meet in the middle, so exact amounts are found among
 * millions of combinations. A heuristic: finding nothing proves nothing. Changes the packing; returns what moved, or null.
 */
export function transfer(layout: Layout, packing: Packing, task: Transfer, holds: () => boolean): number | null {
  const { from, least, most, wanted, width } = task
  const { sourceCount } = layout
  const { items, fillers } = movable(layout, packing, task)
  const slack = fillers.reduce((total, item) => total + item.most - item.least, 0)
  const put = (moves: readonly Move[], sign: number) => {
    for (const [line, to, steps] of moves) {
      add(layout, packing, line, from, -sign * steps)
      add(layout, packing, line, to, sign * steps)
    }
  }
  const valid = (moves: readonly Move[]) =>
    moves.every(([line, to]) => (packing.counts[line * sourceCount + from] ?? 0) >= 0 && (packing.counts[line * sourceCount + to] ?? 0) >= 0)
  const attempt = (moves: readonly Move[], amount: number): number | null => {
    const all = [...moves]
    put(moves, 1)
    let total = amount
    for (const { line, to } of fillers) {
      const here = packing.counts[line * sourceCount + from] ?? 0
      const there = packing.counts[line * sourceCount + to] ?? 0
      const d = Math.max(-there, Math.min(here, wanted - total))
      if (d === 0) continue
      all.push([line, to, d])
      put([[line, to, d]], 1)
      total += d
    }
    if (all.length > 0 && total >= least && total <= most && valid(all) && holds()) return total
    put(all, -1)
    return null
  }
  if (fillers.length > 0) {
    const moved = attempt([], 0)
    if (moved !== null) return moved
  }
  if (items.length === 0) return null
  const chosen = items.toSorted((a, b) => freedom(b) - freedom(a) || a.line - b.line || a.to - b.to).slice(0, 16)
  const left = chosen.filter((_, k) => k % 2 === 0)
  const right = chosen.filter((_, k) => k % 2 === 1)
  const a = reachableSums(left, width)
  const b = reachableSums(right, width)
  const hits: { off: number; i: number; j: number; total: number }[] = []
  let worst = Infinity
  const byNearest = (x: (typeof hits)[number], y: (typeof hits)[number]) => x.off - y.off || x.i - y.i || x.j - y.j
  let start = b.order.length
  // as the sums of a rise, the place in b where wanted is met falls
  for (const i of a.order) {
    const base = a.sums[i] ?? 0
    while (start > 0 && (b.sums[b.order[start - 1] ?? 0] ?? 0) >= wanted - base) start--
    for (const direction of [1, -1]) {
      let k = direction === 1 ? start : start - 1
      for (let steps = 0; k >= 0 && k < b.order.length && steps < 3; k += direction, steps++) {
        const j = b.order[k] ?? 0
        const total = base + (b.sums[j] ?? 0)
        const off = Math.abs(total - wanted)
        if (off >= worst) break
        if (total < least - slack || total > most + slack) break
        hits.push({ off, i, j, total })
      }
    }
    if (hits.length > 4 * CANDIDATES) {
      hits.sort(byNearest)
      hits.length = CANDIDATES
      worst = hits.at(-1)?.off ?? Infinity
    }
  }
  hits.sort(byNearest)
  for (const hit of hits.slice(0, CANDIDATES)) {

    const moves = [...movesOf(a, left, hit.i), ...movesOf(b, right, hit.j)]
    if (moves.length === 0) continue
    const moved = attempt(moves, hit.total)
    if (moved !== null) return moved
  }
  return null
}
