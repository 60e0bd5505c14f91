import { targetUnits } from './allocation-problem.ts'
import type { Strategy } from './allocation.ts'
import type { InstanceInput } from './instance.ts'
import type { Rupiah } from './money.ts'
import type { AllocationCell, CostLine, Plan } from './plan.ts'

/** Least coverage that only this division held for a line: it is no target of the plan. */
interface HeldLine {
  readonly lineId: string
  readonly targetBp: number
}

/** Money that only this division held where it was: it is no lock of the plan. */
interface HeldCell {
  readonly lineId: string
  readonly sourceId: string
  readonly units: number
  readonly amount: Rupiah | null
}

/** How a plan's money was divided when an allocation was last taken over: what explanations of it follow. */
export interface Division {
  readonly strategy: Strategy
  /** Name of the scenario that was taken over; null: a run of the plan itself. */
  readonly scenario: string | null
  /** When, ISO. */
  readonly at: string
  /** Source ids in the order in which they were spent. */
  readonly order: readonly string[]
  readonly lines: readonly HeldLine[]
  readonly cells: readonly HeldCell[]
}

/** What a plan holds more than another that has the same lines and cells: higher least coverages and locks of its own. */
export function heldMore(start: Plan, kept: Plan): Pick<Division, 'lines' | 'cells'> {
  const targets = new Map(kept.lines.map(({ id, coverageTargetBp }) => [id, coverageTargetBp ?? 0]))
  const locked = new Set(kept.cells.filter((cell) => cell.locked).map(cellKey))
  return {
    lines: start.lines.filter(({ id, coverageTargetBp }) => (coverageTargetBp ?? 0) > (targets.get(id) ?? 0)).map(({ id, coverageTargetBp }) => ({ lineId: id, targetBp: coverageTargetBp ?? 0 })),
    cells: start.cells.filter((cell) => cell.locked && !locked.has(cellKey(cell))).map(({ lineId, sourceId, units, amount }) => ({ lineId, sourceId, units, amount })),
  }
}

/** Sources in the order in which they are spent. */
export function spendingOrder({ sources }: Plan): string[] {
  return sources.toSorted((a, b) => a.spendingOrder - b.spendingOrder).map(({ id }) => id)
}

const cellKey = ({ lineId, sourceId }: Pick<AllocationCell, 'lineId' | 'sourceId'>) => `${lineId}\n${sourceId}`

/** What of a division the plan still keeps: a line that gets less by now, or a cell with other money, was changed by hand and is held no longer. */
export function stillHeld({ lines, cells }: Pick<Division, 'lines' | 'cells'>, { plan, figures }: Pick<InstanceInput, 'plan' | 'figures'>): Pick<Division, 'lines' | 'cells'> {
  const known = new Map(figures.lines.map((line) => [line.line.id, line]))
  const now = new Map(plan.cells.map((cell) => [cellKey(cell), cell]))
  return {
    lines: lines.filter(({ lineId, targetBp }) => {
      const line = known.get(lineId)
      return line?.need.known === true && line.fundedUnits >= targetUnits({ targetBp, units: line.need.units })
    }),
    cells: cells.filter((cell) => {
      const found = now.get(cellKey(cell))
      return found !== undefined && found.units === cell.units && found.amount === cell.amount
    }),
  }
}

/** The plan with what a division held and it still keeps, as least coverages and locks. */
export function withHeld(view: Pick<InstanceInput, 'plan' | 'figures'>, division: Pick<Division, 'lines' | 'cells'>): Plan {
  const held = stillHeld(division, view)
  const least = new Map(held.lines.map(({ lineId, targetBp }) => [lineId, targetBp]))
  const locked = new Set(held.cells.map(cellKey))
  return {
    ...view.plan,
    lines: view.plan.lines.map((line): CostLine => ((least.get(line.id) ?? 0) > (line.coverageTargetBp ?? 0) ? { ...line, coverageTargetBp: least.get(line.id) ?? null } : line)),
    cells: view.plan.cells.map((cell) => (locked.has(cellKey(cell)) ? { ...cell, locked: true } : cell)),
  }
}
