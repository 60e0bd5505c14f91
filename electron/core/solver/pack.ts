import { transfer } from './exchange.ts'
import { add, copyPacking, dearest, emptyPacking, excess, type Layout, type Packing, room, stepCost, stepsOf } from './packing.ts'

/** Moves that one search for a packing tries at most. */
const BUDGET = 200
/** Sums per half that one exchange looks at: many quick ones find more than few thorough ones. */
const WIDTH = 100
/** Ways to settle a source that are tried, by the number of open sources. */
const TRIES = [0, 0, 20, 20, 8, 4]

/** Rounds a proposal down to whole steps and hands out what is missing, first where there is room, then where it hurts least. */
function rounded(layout: Layout, units: readonly number[], hint: (line: number, source: number) => number): Packing | null {
  const { problem } = layout
  const packing = emptyPacking(layout)
  const open: { line: number; source: number; rest: number }[] = []
  const missing = new Map<number, number>()
  for (const line of problem.lines) {
    const wanted = stepsOf(line, units[line.bundle] ?? 0)
    if (line.unitCost === 0 || wanted === 0) continue
    let left = wanted
    for (const lock of layout.locked) if (lock.line === line.index) left -= lock.steps
    if (left < 0) return null
    const free = layout.free[line.index] ?? []
    if (left > 0 && free.length === 0) return null
    for (const source of free) {
      const proposed = Math.max(0, hint(line.index, source))
      const steps = Math.min(left, Math.floor(proposed + 1e-6))
      add(layout, packing, line.index, source, steps)
      left -= steps
      open.push({ line: line.index, source, rest: proposed - steps })
    }
    missing.set(line.index, left)
  }
  // dear units first: they are hardest to place
  const order = [...missing.keys()].toSorted((a, b) => stepCost(problem.lines[b] ?? never()) - stepCost(problem.lines[a] ?? never()) || a - b)
  for (const index of order) {
    const line = problem.lines[index] ?? never()
    let left = missing.get(index) ?? 0
    const cost = stepCost(line)
    const places = open.filter((place) => place.line === index).toSorted((a, b) => b.rest - a.rest || a.source - b.source)
    for (const place of places) {
      const steps = Math.min(left, Math.max(0, Math.floor(room(layout, packing, index, place.source) / cost)))
      const some = line.splittable ? steps : Math.min(steps, Math.max(1, Math.ceil(place.rest)))
      add(layout, packing, index, place.source, some)
      left -= some
    }
    while (left > 0) {
      const best = places.toSorted((a, b) => room(layout, packing, index, b.source) - room(layout, packing, index, a.source) || a.source - b.source)[0]
      if (best === undefined) return null
      const steps = line.splittable ? left : Math.min(left, Math.max(1, Math.floor(room(layout, packing, index, best.source) / cost)))
      add(layout, packing, index, best.source, steps)
      left -= steps
    }
  }
  return packing
}

function never(): never {
  throw new RangeError('no such line')
}

/** One unit (or the rupiah over) of a line moves to another source wherever that lowers the overspending. */
function moveSingles(layout: Layout, packing: Packing): boolean {
  let before = excess(layout, packing)
  let moved = false
  for (const line of layout.problem.lines) {
    const free = layout.free[line.index] ?? []
    for (const from of free) {
      for (const to of free) {
        if (from === to || before === 0) continue
        const cell = line.index * layout.sourceCount + from
        const have = packing.counts[cell] ?? 0
        if (have === 0) continue
        const over = -room(layout, packing, line.index, from)
        if (over <= 0) continue
        const steps = Math.min(have, Math.ceil(over / stepCost(line)))
        add(layout, packing, line.index, from, -steps)
        add(layout, packing, line.index, to, steps)
        const after = excess(layout, packing)
        if (after < before) {
          before = after
          moved = true
        } else {
          add(layout, packing, line.index, from, steps)
          add(layout, packing, line.index, to, -steps)
        }
      }
    }
  }
  return moved
}

/** Lines that each pair of sources may both pay and do pay, counted. */
function ties(layout: Layout, packing: Packing): number[][] {
  const { sourceCount } = layout
  const common = Array.from({ length: sourceCount }, () => Array.from({ length: sourceCount }, () => 0))
  for (const line of layout.problem.lines) {
    const free = layout.free[line.index] ?? []
    for (const a of free) {
      for (const b of free) {
        const units = (packing.counts[line.index * sourceCount + a] ?? 0) + (packing.counts[line.index * sourceCount + b] ?? 0)
        const row = common[a]
        if (a !== b && units > 0 && row !== undefined) row[b] = (row[b] ?? 0) + 1
      }
    }
  }
  return common
}

/**
 * The order in which sources are settled: the two that share the most lines come last, before them what shares the most with
 * them, and so on, so that the end, where little can still move, has the most freedom.
 */
export function settlingOrder(layout: Layout, packing: Packing, sources: readonly number[]): number[] {
  const common = ties(layout, packing)
  const between = (a: number, b: number) => common[a]?.[b] ?? 0
  let last: number[] = []
  for (const a of sources) for (const b of sources) if (a < b && (last.length === 0 || between(a, b) > between(last[0] ?? 0, last[1] ?? 0))) last = [a, b]
  if (last.length === 0) return [...sources]
  const rest = new Set(sources.filter((source) => !last.includes(source)))
  while (rest.size > 0) {
    const shared = (source: number) => last.reduce((sum, other) => sum + between(source, other), 0)
    const [next] = [...rest].toSorted((a, b) => shared(b) - shared(a) || a - b)
    if (next === undefined) break
    rest.delete(next)
    last.unshift(next)
  }
  return last
}

export interface Settling {
  readonly layout: Layout
  readonly packing: Packing
  /** Spare money beyond which nothing is tight: some units of the dearest line. */
  readonly plenty: number
  readonly width: number
  /** Moves that may still be tried, in all. */
  budget: number
}

export function restore(packing: Packing, saved: Packing): void {
  packing.counts.set(saved.counts)
  packing.spent.set(saved.spent)
  packing.capSpent.set(saved.capSpent)
}

/**
 * Brings one source after the other to where nothing is left in it, so that all spare money gathers in the last ones, which then
 * have room for what was too much elsewhere. `open` is in settling order; where the
 * rest cannot be settled, other ways to settle this one are tried.
 */
export function settle(state: Settling, open: readonly number[], spare: number): boolean {
  const { layout, packing } = state
  if (excess(layout, packing) === 0) return true
  if (open.length < 2 || spare < 0) return false
  const [source, ...partners] = open
  if (source === undefined) return false
  const left = () => (layout.problem.available[source] ?? 0) - (packing.spent[source] ?? 0)
  const start = left()
  // caps of sources that are still open may be overspent for a while; those of a settled one hold
  const capped = () => layout.problem.caps.every((cap, index) => cap.source !== source || (packing.capSpent[index] ?? 0) <= cap.max)
  // little is lost by leaving a little, and nothing where plenty remains for the others
  const near = start >= 0 && (start <= spare / 8 || spare - start > state.plenty) && capped()
  if (near && settle(state, partners, spare - start)) return true
  const saved = copyPacking(packing)
  let tries = TRIES[open.length] ?? 3
  const holds = () => {
    if (tries === 0 || state.budget === 0 || !capped()) return false
    tries--
    state.budget--
    const inner = copyPacking(packing)
    if (settle(state, partners, spare - left())) return true
    restore(packing, inner)
    return false
  }
  const task = { from: source, partners, least: -start, most: -start + spare, wanted: -start, width: state.width }
  if (transfer(layout, packing, task, holds) !== null) return true
  restore(packing, saved)
  // money that no other source can use may stay where it is
  return !near && start > 0 && start <= spare && capped() && settle(state, partners, spare - start)
}

/**
 * Looks for whole units per source that fund exactly `units` of each bundle within all money, caps and locks, starting from a
 * proposal. Null = not found, which proves nothing. Equal input gives an equal answer.
 */
export function pack(layout: Layout, units: readonly number[], hint: (line: number, source: number) => number): Packing | null {
  const packing = rounded(layout, units, hint)
  if (packing === null) return null
  let before = excess(layout, packing)
  while (before > 0 && moveSingles(layout, packing) && excess(layout, packing) < before) before = excess(layout, packing)
  if (excess(layout, packing) === 0) return packing
  const spare = layout.problem.available.reduce((sum, available, other) => sum + available - (packing.spent[other] ?? 0), 0)
  if (settle({ layout, packing, plenty: dearest(layout), width: WIDTH, budget: BUDGET }, settlingOrder(layout, packing, [...layout.problem.available.keys()]), spare)) return packing
  return null
}
