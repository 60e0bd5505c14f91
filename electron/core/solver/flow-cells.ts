import type { Cell, Pot } from './cells.ts'
import { type Arc, createCirculation } from './circulation.ts'

/** Who pays what, in steps of money: the pots and what each has, the steps that each line needs, and the units that each column can have. */
export interface FlowQuestion {
  readonly columns: number
  readonly pots: readonly Pot[]
  readonly high: Float64Array
  readonly needs: readonly number[]
  readonly least: Float64Array
  readonly most: Float64Array
}

/** Fluid answers to a question. False = there is none. */
export interface Flow {
  /** Any answer, after bounds or limits have changed. */
  readonly again: () => boolean
  /** An answer with the greatest (1) or least (−1) value of one column. */
  readonly push: (column: number, sign: 1 | -1) => boolean
  /** The same for what a pot pays. */
  readonly pushPot: (pot: number, sign: 1 | -1) => boolean
  /** Units of a column in the answer. */
  readonly at: (column: number) => number
  /** Steps that a pot pays in the answer; null: it has no place in this network. */
  readonly paid: (pot: number) => number | null
  readonly bound: (column: number, lower: number, upper: number) => void
  /** What a pot pays at least and at most, in steps. */
  readonly limit: (pot: number, lower: number, upper: number) => void
}

/** A cap in a network: all its cells, or, where it crosses others there, what it has beside them. */
interface Place {
  readonly pot: number
  readonly cells: ReadonlySet<Cell>
  readonly whole: boolean
}

const within = (cells: Iterable<Cell>, other: ReadonlySet<Cell>) => [...cells].every((cell) => other.has(cell))
const apart = (cells: Iterable<Cell>, other: ReadonlySet<Cell>) => ![...cells].some((cell) => other.has(cell))

/** Caps of one source in a network, those named first as a whole; the widest places first, so that each comes after what is around it. */
function placesOf(order: readonly number[], pots: readonly Pot[]): Place[] {
  const places: Place[] = []
  for (const pot of order) {
    const all = new Set(pots[pot]?.cells)
    const crossed = places.filter(({ cells }) => !within(all, cells) && !within(cells, all) && !apart(all, cells))
    const cells = new Set([...all].filter((cell) => crossed.every((other) => !other.cells.has(cell))))
    if (cells.size > 0) places.push({ pot, cells, whole: crossed.length === 0 })
  }
  return places.toSorted((a, b) => b.cells.size - a.cells.size)
}

/** Money goes round: from home to the sources, through their places to the lines, and home again. */
function openNet({ columns, pots, high, needs, least, most }: FlowQuestion, caps: readonly (readonly Place[])[]): Flow {
  const arcs: Arc[] = []
  const add = (arc: Arc) => arcs.push(arc) - 1
  const [home, lineAt] = [0, 1]
  let nodes = lineAt + needs.length
  const costs = new Float64Array(columns).fill(1)
  const ofColumn = new Int32Array(columns).fill(-1)
  const [ofPot, ofPart] = [new Int32Array(pots.length).fill(-1), new Int32Array(pots.length).fill(-1)]
  needs.forEach((need, line) => add({ from: lineAt + line, to: home, lower: need, upper: need }))
  for (const [source, pot] of pots.entries()) {
    if (pot.cap !== null) continue
    const placed: (Place & { readonly node: number })[] = []
    const around = (cells: Iterable<Cell>) => placed.findLast((place) => within(cells, place.cells))?.node ?? home
    for (const place of [{ pot: source, cells: new Set(pot.cells), whole: true }, ...(caps[source] ?? [])]) {
      const arc = add({ from: around(place.cells), to: nodes, lower: 0, upper: high[place.pot] ?? 0 })
      placed.push({ ...place, node: nodes++ })
      if (place.whole) ofPot[place.pot] = arc
      else ofPart[place.pot] = arc
    }
    for (const cell of pot.cells) {
      const { line, column, cost } = cell
      costs[column] = cost
      ofColumn[column] = add({ from: around([cell]), to: lineAt + line, lower: (least[column] ?? 0) * cost, upper: (most[column] ?? 0) * cost })
    }
  }
  const round = createCirculation(nodes, arcs)
  const push = (arc = -1, sign: 1 | -1) => {
    if (!round.settle()) return false
    if (arc >= 0) round.push(arc, sign)
    return true
  }
  const between = (arc = -1, lower: number, upper: number) => {
    if (arc < 0) return
    round.lower[arc] = lower
    round.upper[arc] = upper
  }
  return {
    again: () => round.settle(),
    push: (column, sign) => push(ofColumn[column], sign),
    pushPot: (pot, sign) => push(ofPot[pot], sign),
    at: (column) => (round.flow[ofColumn[column] ?? -1] ?? 0) / (costs[column] ?? 1),
    paid: (pot) => round.flow[ofPot[pot] ?? -1] ?? null,
    bound: (column, lower, upper) => between(ofColumn[column], lower * (costs[column] ?? 0), upper * (costs[column] ?? 0)),
    limit: (pot, lower, upper) => {
      between(ofPot[pot], lower, upper)
      between(ofPart[pot], 0, upper)
    },
  }
}

/**
 * The fluid question as networks: quicker than linear programming, and exact. Of two caps of a source that cross, one stands whole in a
 * network and the other with what it has beside the first: the widest are whole in the first network, those that cross them in a second one.
 * What has no answer in one of them has none at all; that each has one does not say that one answer holds in both.
 */
export function openFlows(question: FlowQuestion): Flow[] {
  const { pots } = question
  const size = (pot: number) => pots[pot]?.cells.length ?? 0
  const widest = pots.map((_, source) =>
    [...pots.keys()].filter((pot) => pots[pot]?.cap !== null && pots[pot]?.source === source && size(pot) > 0).toSorted((a, b) => size(b) - size(a)))
  const first = widest.map((order) => placesOf(order, pots))
  const crossing = widest.map((order, source) => order.filter((pot) => first[source]?.some((place) => place.pot === pot && place.whole) !== true))
  if (crossing.every((order) => order.length === 0)) return [openNet(question, first)]
  const second = widest.map((order, source) => placesOf([...new Set([...(crossing[source] ?? []), ...order])], pots))
  return [openNet(question, first), openNet(question, second)]
}
