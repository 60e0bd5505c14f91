import type { PlanCounts } from './caseload.ts'
import { cellKey } from './division.ts'
import type { InstanceInput } from './instance.ts'
import type { Rupiah } from './money.ts'
import { lineNeed } from './need.ts'
import type { AllocationCell, CostLine } from './plan.ts'

/**
 * Another lock on a cell that the plan locks or a protected source holds: none, or so many whole units (rupiah where the line may share one).
 * It says nothing where that cell is held no longer.
 */
export type LockOverride = { readonly lineId: string; readonly sourceId: string } & (
  | { readonly kind: 'released' }
  | { readonly kind: 'units'; readonly units: number }
  | { readonly kind: 'amount'; readonly amount: Rupiah }
)

/** A held cell as its override has it: none where that lets it go, the cell itself where it speaks of other units than the line has. */
function changedLock(cell: AllocationCell, override: LockOverride | undefined, splittable: boolean): AllocationCell[] {
  if (override?.kind === 'released') return []
  if (override?.kind === 'units' && !splittable) return [{ ...cell, units: override.units }]
  if (override?.kind === 'amount' && splittable) return [{ ...cell, amount: override.amount }]
  return [cell]
}

interface KeptCells {
  /** The plan's own locks and what protected sources pay, each as the overrides have it. */
  readonly cells: readonly AllocationCell[]
  /** Those of protected sources. */
  readonly byProtection: readonly AllocationCell[]
  /** Cells that an override of their lock can speak of. */
  readonly known: ReadonlySet<string>
}

/** What an allocation starts from: money that is locked stays where it is, and what protected sources pay as far as the line still needs it. */
export function keptCells(base: InstanceInput, lines: readonly CostLine[], counts: PlanCounts, { locks, sourceIds }: { readonly locks: readonly LockOverride[]; readonly sourceIds: readonly string[] }): KeptCells {
  const protectedSources = new Set(sourceIds)
  const overrides = new Map(locks.map((lock) => [cellKey(lock), lock]))
  const needs = new Map(lines.map((line) => [line.id, lineNeed(line, counts)]))
  const room = new Map([...needs].map(([id, need]) => [id, need.known ? need.units : 0]))
  const splittable = new Set(lines.filter((line) => line.splittable).map(({ id }) => id))
  const changed = (cell: AllocationCell) => changedLock(cell, overrides.get(cellKey(cell)), splittable.has(cell.lineId))
  const own = base.plan.cells.filter((cell) => cell.locked)
  const locked = own.flatMap(changed)
  for (const cell of locked) room.set(cell.lineId, (room.get(cell.lineId) ?? 0) - cell.units)
  const paying = base.plan.cells.filter((cell) => !cell.locked && protectedSources.has(cell.sourceId))
  const byProtection = paying.flatMap(changed).flatMap((cell) => {
    // an amount of a line that may share a unit stays as it is: whole units are not asked of it
    if (splittable.has(cell.lineId)) return [{ ...cell, locked: true }]
    const units = Math.max(0, Math.min(cell.units, room.get(cell.lineId) ?? 0))
    room.set(cell.lineId, (room.get(cell.lineId) ?? 0) - units)
    return units === 0 ? [] : [{ ...cell, units, locked: true }]
  })
  const fits = (cell: AllocationCell) => {
    const kind = overrides.get(cellKey(cell))?.kind
    return kind === 'released' || (kind === 'amount') === splittable.has(cell.lineId)
  }
  return { cells: [...locked, ...byProtection], byProtection, known: new Set([...own, ...paying].filter(fits).map(cellKey)) }
}
