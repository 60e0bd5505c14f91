import { targetUnits } from './allocation-problem.ts'
import type { Strategy } from './allocation.ts'
import type { InstanceInput } from './instance.ts'
import type { Rupiah } from './money.ts'
import type { AllocationCell, CostLine, Plan } from './plan.ts'
import type { TargetGroup } from './target-group.ts'

/** Least coverage that only this division held for a line: it is no target of the plan. */
interface HeldLine {
  readonly lineId: string
  readonly targetBp: number
  /** What was protected: the line itself, or a group that it follows. */
  readonly by: 'line' | TargetGroup
}

/** Money that only this division held where it was: it is no lock of the plan. */
interface HeldCell {
  readonly lineId: string
  readonly sourceId: string
  readonly units: number
  readonly amount: Rupiah | null
}

/** What is held without being a target or a lock. */
export interface Held {
  readonly lines: readonly HeldLine[]
  readonly cells: readonly HeldCell[]
}

/** How a plan's money was divided when an allocation was last taken over: what explanations of it follow. */
export interface Division extends Held {
  readonly strategy: Strategy
  /** Name of the scenario that was taken over; null: a run of the plan itself. */
  readonly scenario: string | null
  /** When, ISO. */
  readonly at: string
  /** Source ids in the order in which they were spent. */
  readonly order: readonly string[]
}

/** Nothing is held. */
export const NOTHING_HELD: Held = { lines: [], cells: [] }

/** Sources in the order in which they are spent. */
export function spendingOrder({ sources }: Plan): string[] {
  return sources.toSorted((a, b) => a.spendingOrder - b.spendingOrder).map(({ id }) => id)
}

/** A cell as a key of a map or set. */
export const cellKey = ({ lineId, sourceId }: Pick<AllocationCell, 'lineId' | 'sourceId'>) => `${lineId}\n${sourceId}`

/** What of a division the plan still keeps: a line that gets less by now, or a cell with other money, was changed by hand and is held no longer. */
export function stillHeld({ lines, cells }: Held, { plan, figures }: Pick<InstanceInput, 'plan' | 'figures'>): Held {
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

/** What of a division the plan still keeps and does not itself ask for: no target and no lock has taken its place. */
export function onlyHeld(division: Held, view: Pick<InstanceInput, 'plan' | 'figures'>): Held {
  const { lines, cells } = stillHeld(division, view)
  const targets = new Map(view.plan.lines.map(({ id, coverageTargetBp }) => [id, coverageTargetBp ?? 0]))
  const locked = new Set(view.plan.cells.filter((cell) => cell.locked).map(cellKey))
  return { lines: lines.filter(({ lineId, targetBp }) => targetBp > (targets.get(lineId) ?? 0)), cells: cells.filter((cell) => !locked.has(cellKey(cell))) }
}

/** A plan with what is held of it, as least coverages and locks. */
export function withHeld(plan: Plan, held: Held): Plan {
  const least = new Map(held.lines.map(({ lineId, targetBp }) => [lineId, targetBp]))
  const locked = new Set(held.cells.map(cellKey))
  return {
    ...plan,
    lines: plan.lines.map((line): CostLine => ((least.get(line.id) ?? 0) > (line.coverageTargetBp ?? 0) ? { ...line, coverageTargetBp: least.get(line.id) ?? null } : line)),
    cells: plan.cells.map((cell) => (locked.has(cellKey(cell)) ? { ...cell, locked: true } : cell)),
  }
}
