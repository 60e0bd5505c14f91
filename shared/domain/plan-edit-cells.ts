import { MoneyRangeError, sum } from './money.ts'
import { cellAmount, type LineNeed } from './need.ts'
import type { AllocationCell, CostLine } from './plan.ts'
import type { EditProblem, PlanEdit } from './plan-edit.ts'

export type CellEdit = Extract<PlanEdit, { what: 'cell' }>

type CellOutcome = { readonly cell: AllocationCell } | { readonly code: EditProblem; readonly amounts: Record<string, number> }

/**
 * What a cell becomes: whole units, or rupiah where the line may be shared. Money that is no whole number of units is refused with those of its
 * neighbours that the need has room for beside `others`, the rupiah that other sources pay; what is above the need is refused as such first.
 */
export function editCell(edit: CellEdit, line: CostLine, need: LineNeed, sourceId: string, before: AllocationCell | undefined, others: number): CellOutcome {
  const locked = edit.locked ?? before?.locked ?? false
  const kept = { lineId: line.id, sourceId, units: before?.units ?? 0, amount: before?.amount ?? null, locked }
  if (edit.units === undefined && edit.amount === undefined) return { cell: kept }
  const empty = (edit.units ?? edit.amount) === 0
  if (empty) return { cell: { ...kept, units: 0, amount: null } }
  if (!need.known) return { code: 'need_unknown', amounts: {} }
  if (need.unitCost === 0) return { code: 'price_missing', amounts: {} }
  if (line.splittable) return { cell: { ...kept, units: 0, amount: edit.amount ?? need.unitCost * (edit.units ?? 0) } }
  if (edit.amount === undefined) return { cell: { ...kept, units: edit.units ?? 0, amount: null } }
  const units = Math.floor(edit.amount / need.unitCost)
  const rest = edit.amount - units * need.unitCost
  if (rest === 0) return { cell: { ...kept, units, amount: null } }
  const most = mostOf(line, need, others)
  if (edit.amount > need.need - others) return { code: 'above_need', amounts: { given: edit.amount + others, needed: need.need, most } }
  return { code: 'not_whole_units', amounts: { unitCost: need.unitCost, below: Math.min(most, units * need.unitCost), above: Math.min(most, (units + 1) * need.unitCost) } }
}

/** A cell's money in the units of a line that is cut otherwise than before; refused where it is no whole number of them. */
export function recut(cell: AllocationCell, before: LineNeed, after: LineNeed): CellOutcome {
  if (cell.units === 0 || !before.known || !after.known) return { cell }
  const amount = cellAmount(cell, before)
  const units = after.unitCost === 0 ? 0 : Math.floor(amount / after.unitCost)
  if (units * after.unitCost !== amount) return { code: 'not_whole_units', amounts: { unitCost: after.unitCost, below: units * after.unitCost, above: (units + 1) * after.unitCost } }
  return { cell: { ...cell, units } }
}

/** The most rupiah that the need has room for beside what others pay, in whole units unless the line may be shared. */
export function mostOf(line: CostLine, need: Extract<LineNeed, { known: true }>, others: number): number {
  const room = Math.max(0, need.need - others)
  if (line.splittable) return room
  return need.unitCost === 0 ? 0 : Math.floor(room / need.unitCost) * need.unitCost
}

/** What the other cells of a line pay together; as much as its need where that is beyond the exact range. */
export function othersPay(cells: ReadonlyMap<string, AllocationCell>, sourceId: string, need: LineNeed): number {
  try {
    return sum([...cells].map(([id, cell]) => (id === sourceId ? 0 : cellAmount(cell, need))))
  } catch (error) {
    if (error instanceof MoneyRangeError) return need.known ? need.need : 0
    throw error
  }
}

/** Needed and given where a line would get more than it asks for. */
export function excessOf(cells: readonly AllocationCell[], line: CostLine, need: Extract<LineNeed, { known: true }>): { given: number; needed: number } | undefined {
  try {
    const given = sum(cells.map((cell) => cellAmount(cell, need)))
    const units = cells.reduce((total, cell) => total + cell.units, 0)
    return given > need.need || (!line.splittable && units > need.units) ? { given, needed: need.need } : undefined
  } catch (error) {
    if (error instanceof MoneyRangeError) return { given: Number.MAX_SAFE_INTEGER, needed: need.need }
    throw error
  }
}
