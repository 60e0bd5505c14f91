import { jump } from './jump.ts'
import { add, emptyPacking, excess, type Layout, type Packing, room, stepCost, stepsOf } from './packing.ts'

/** Amount of a line that a proposal lets a source pay, in steps; may be a fraction. */
export type Hint = (line: number, source: number) => number

/** Rounds a proposal down to whole steps and hands out what is missing, first where there is room, then where it hurts least. */
function rounded(layout: Layout, units: readonly number[], hint: Hint): Packing | null {
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

/** How long to look for a packing: moves of one search, and which of many searches it is. Counts, so that equal input gives an equal answer. */
export interface Trial {
  readonly moves: number
  readonly attempt: number
}

const SHORT: Trial = { moves: 100, attempt: 1 }

/** Whether handing the units out once, each where there is room, already pays for them; false proves nothing. */
export function packsAtOnce(layout: Layout, units: readonly number[]): boolean {
  const packing = rounded(layout, units, () => 0)
  return packing !== null && excess(layout, packing) === 0
}

/**
 * Looks for whole units per source that fund exactly `units` of each bundle within all money, caps and locks, starting from a
 * proposal. Null = not found, which proves nothing. Equal input gives an equal answer.
 */
export function pack(layout: Layout, units: readonly number[], hint: Hint, { moves, attempt }: Trial = SHORT): Packing | null {
  const packing = rounded(layout, units, hint)
  return packing !== null && jump(layout, packing, moves, attempt) ? packing : null
}
