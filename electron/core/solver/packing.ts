import type { Problem, ProblemLine } from '#shared/domain/allocation-problem.ts'

/**
 * Who pays what, in whole steps: a step of an ordinary line is one unit, of a splittable line one rupiah. `counts` is indexed by
 * line × sources + source. All figures are whole numbers in the exact range.
 */
export interface Packing {
  readonly counts: Float64Array
  readonly spent: Float64Array
  readonly capSpent: Float64Array
}

/** Rupiah of one step. */
export function stepCost(line: ProblemLine): number {
  return line.splittable ? 1 : line.unitCost
}

/** Steps that `units` of the line come to. */
export function stepsOf(line: ProblemLine, units: number): number {
  return line.splittable ? units * line.unitCost : units
}

export interface Layout {
  readonly problem: Problem
  readonly sourceCount: number
  /** Caps of each cell. */
  readonly capsOf: readonly (readonly number[])[]
  /** Cells that may move: eligible, not locked, of a line that costs something. */
  readonly free: readonly (readonly number[])[]
  readonly locked: readonly { readonly cell: number; readonly line: number; readonly source: number; readonly steps: number }[]
}

export function createLayout(problem: Problem): Layout {
  const sourceCount = problem.available.length
  const capsOf: number[][] = Array.from({ length: problem.lines.length * sourceCount }, () => [])
  problem.caps.forEach((cap, index) => {
    for (const line of cap.lines) capsOf[line * sourceCount + cap.source]?.push(index)
  })
  const locked = problem.lines.flatMap((line) =>
    [...line.locks].map(([source, amount]) => ({
      cell: line.index * sourceCount + source, line: line.index, source, steps: line.unitCost === 0 ? 0 : amount / stepCost(line),
    })))
  return {
    problem, sourceCount, capsOf, locked,
    free: problem.lines.map((line) => (line.unitCost === 0 ? [] : line.sources.filter((source) => !line.locks.has(source)))),
  }
}

export function emptyPacking(layout: Layout): Packing {
  const packing = {
    counts: new Float64Array(layout.capsOf.length),
    spent: new Float64Array(layout.sourceCount),
    capSpent: new Float64Array(layout.problem.caps.length),
  }
  for (const lock of layout.locked) add(layout, packing, lock.line, lock.source, lock.steps)
  return packing
}

export function copyPacking(packing: Packing): Packing {
  return { counts: packing.counts.slice(), spent: packing.spent.slice(), capSpent: packing.capSpent.slice() }
}

/** Brings a packing back to a copy of itself. */
export function restore(packing: Packing, saved: Packing): void {
  packing.counts.set(saved.counts)
  packing.spent.set(saved.spent)
  packing.capSpent.set(saved.capSpent)
}

/** Adds steps (or takes them away) in one cell and keeps the totals. */
export function add(layout: Layout, packing: Packing, line: number, source: number, steps: number): void {
  const item = layout.problem.lines[line]
  if (item === undefined || steps === 0) return
  const cell = line * layout.sourceCount + source
  const money = steps * stepCost(item)
  packing.counts[cell] = (packing.counts[cell] ?? 0) + steps
  packing.spent[source] = (packing.spent[source] ?? 0) + money
  for (const cap of layout.capsOf[cell] ?? []) packing.capSpent[cap] = (packing.capSpent[cap] ?? 0) + money
}

/** Money that one more step in the cell may cost: what the source and its caps leave. */
export function room(layout: Layout, packing: Packing, line: number, source: number): number {
  let left = (layout.problem.available[source] ?? 0) - (packing.spent[source] ?? 0)
  for (const cap of layout.capsOf[line * layout.sourceCount + source] ?? []) {
    left = Math.min(left, (layout.problem.caps[cap]?.max ?? 0) - (packing.capSpent[cap] ?? 0))
  }
  return left
}

/** Rupiah by which the caps are overspent, in all. */
function capExcess(layout: Layout, packing: Packing): number {
  let total = 0
  layout.problem.caps.forEach((cap, index) => {
    total += Math.max(0, (packing.capSpent[index] ?? 0) - cap.max)
  })
  return total
}

/** Rupiah by which sources and caps are overspent, in all; 0 = it holds. */
export function excess(layout: Layout, packing: Packing): number {
  return layout.problem.available.reduce(
    (total, available, source) => total + Math.max(0, (packing.spent[source] ?? 0) - available), capExcess(layout, packing))
}

/** Units that locks and targets ask for at least, per bundle; what costs nothing is bought whole. */
export function leastUnits(problem: Problem): number[] {
  return problem.bundles.map((bundle) => {
    const lines = bundle.lines.map((index) => problem.lines[index]).filter((line) => line !== undefined)
    if (lines.every((line) => line.unitCost === 0)) return bundle.units
    return Math.max(bundle.least, ...lines.map((line) => {
      const locked = [...line.locks.values()].reduce((sum, amount) => sum + amount, 0)
      return line.unitCost === 0 ? 0 : Math.ceil(locked / line.unitCost)
    }))
  })
}
