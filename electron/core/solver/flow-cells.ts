import type { Cell } from './cells.ts'
import { type Arc, createCirculation } from './circulation.ts'

/** Caps of one source, each with its lines and its money in steps. */
export interface FlowCap {
  readonly lines: ReadonlySet<number>
  readonly money: number
}

/** Who pays what, in steps of money: the cells of each source, what it has, its caps, and the steps that each line needs. */
export interface FlowQuestion {
  readonly columns: number
  readonly sources: readonly { readonly cells: readonly Cell[]; readonly money: number; readonly caps: readonly FlowCap[] }[]
  readonly needs: readonly number[]
  readonly least: Float64Array
  readonly most: Float64Array
}

const inside = (one: FlowCap, lines: readonly number[], other: FlowCap) => lines.every((line) => !one.lines.has(line) || other.lines.has(line))
const apart = (one: FlowCap, lines: readonly number[], other: FlowCap) => lines.every((line) => !one.lines.has(line) || !other.lines.has(line))

/** Fluid answers to a question. False = there is none. */
export interface Flow {
  /** Any answer, after bounds or limits have changed. */
  readonly again: () => boolean
  /** An answer with the greatest (1) or least (−1) value of one column. */
  readonly push: (column: number, sign: 1 | -1) => boolean
  /** Units of a column in the answer. */
  readonly at: (column: number) => number
  readonly bound: (column: number, lower: number, upper: number) => void
  /** Bounds of all columns. */
  readonly reset: (lower: Float64Array, upper: Float64Array) => void
  /** What a source pays at least and at most, in steps. */
  readonly limit: (source: number, lower: number, upper: number) => void
}

/**
 * The fluid question as a network: money goes from a source, through its caps, to its lines and back round. Quicker than linear programming,
 * and exact. Of two caps of a source that cross, the narrower one has no place in a network and is left out: an answer may then be none
 * in truth, but what has no answer here has none at all.
 */
export function openFlow({ columns, sources, needs, least, most }: FlowQuestion): Flow {
  const arcs: Arc[] = []
  const add = (arc: Arc) => arcs.push(arc) - 1
  const [home, lineAt] = [0, 1]
  let nodes = lineAt + needs.length
  const costs = new Float64Array(columns)
  const arcOf = new Int32Array(columns).fill(-1)
  const arcOfSource: number[] = []
  needs.forEach((need, line) => add({ from: lineAt + line, to: home, lower: need, upper: need }))
  for (const { cells, money, caps } of sources) {
    const lines = cells.map(({ line }) => line)
    // the widest first, so that each finds the one around it
    const order = caps.toSorted((a, b) => lines.filter((line) => b.lines.has(line)).length - lines.filter((line) => a.lines.has(line)).length)
    const node = nodes++
    arcOfSource.push(add({ from: home, to: node, lower: 0, upper: money }))
    const placed: { readonly cap: FlowCap; readonly node: number }[] = []
    for (const cap of order) {
      const around = placed.findLast((other) => inside(cap, lines, other.cap))
      if (placed.some((other) => !inside(cap, lines, other.cap) && !apart(cap, lines, other.cap))) continue
      placed.push({ cap, node: nodes++ })
      add({ from: around?.node ?? node, to: nodes - 1, lower: 0, upper: cap.money })
    }
    for (const { line, column, cost } of cells) {
      costs[column] = cost
      const under = placed.findLast(({ cap }) => cap.lines.has(line))
      arcOf[column] = add({ from: under?.node ?? node, to: lineAt + line, lower: (least[column] ?? 0) * cost, upper: (most[column] ?? 0) * cost })
    }
  }
  const round = createCirculation(nodes, arcs)
  const bound = (column: number, low: number, high: number) => {
    const arc = arcOf[column] ?? -1
    if (arc < 0) return
    round.lower[arc] = low * (costs[column] ?? 0)
    round.upper[arc] = high * (costs[column] ?? 0)
  }
  return {
    bound,
    again: () => round.settle(),
    push: (column, sign) => {
      const arc = arcOf[column] ?? -1
      if (!round.settle()) return false
      if (arc >= 0) round.push(arc, sign)
      return true
    },
    at: (column) => {
      const arc = arcOf[column] ?? -1
      return arc < 0 ? 0 : (round.flow[arc] ?? 0) / (costs[column] ?? 1)
    },
    reset: (low, high) => { for (let column = 0; column < columns; column++) bound(column, low[column] ?? 0, high[column] ?? 0) },
    limit: (source, low, high) => {
      const arc = arcOfSource[source] ?? -1
      round.lower[arc] = Math.max(0, low)
      round.upper[arc] = high
    },
  }
}
