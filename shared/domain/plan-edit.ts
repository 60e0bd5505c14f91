import type { PlanCounts } from './caseload.ts'
import { MoneyRangeError, sum } from './money.ts'
import { cellAmount, type LineNeed, lineNeed } from './need.ts'
import { type Activity, type AllocationCell, type CostLine, isDriven, type Plan, type Quantity } from './plan.ts'

/** One changed cell of the budget. Sources by their label; `basis` is the arithmetic that a price was typed as (`=35*150rb`). */
export type PlanEdit =
  | { readonly what: 'price'; readonly line: string; readonly value: number; readonly basis?: string | undefined }
  | { readonly what: 'quantity'; readonly line: string; readonly index: number; readonly n: number }
  | { readonly what: 'description'; readonly line: string; readonly text: string }
  | { readonly what: 'name'; readonly activity: string; readonly text: string }
  | {
      readonly what: 'cell'; readonly line: string; readonly source: string
      readonly units?: number | undefined; readonly amount?: number | undefined; readonly locked?: boolean | undefined
    }

export type EditProblem =
  | 'line_not_found' | 'activity_not_found' | 'source_unknown' | 'quantity_not_found' | 'need_unknown' | 'price_missing' | 'not_whole_units' | 'above_need' | 'out_of_range'

/** Why an edit is not taken; `edit` is its index. `amounts` are what its sentence needs, in rupiah or units. */
export interface EditRefusal {
  readonly edit: number
  readonly code: EditProblem
  readonly amounts: Readonly<Record<string, number>>
}

export interface EditedPlan {
  readonly refused: readonly EditRefusal[]
  readonly lines: readonly CostLine[]
  readonly activities: readonly Activity[]
  readonly cells: readonly AllocationCell[]
}

type CellEdit = Extract<PlanEdit, { what: 'cell' }>

/** A typed number in place of a quantity; one that follows a count and is typed as it stands goes on following it. */
function withNumber(quantities: readonly Quantity[], index: number, n: number, now: number | null): readonly Quantity[] {
  return quantities.map((quantity, at) => (at !== index || n === (isDriven(quantity) ? now : quantity.n) ? quantity : { unit: quantity.unit, n }))
}

function needOf(line: CostLine, counts: PlanCounts): LineNeed | undefined {
  try {
    return lineNeed(line, counts)
  } catch (error) {
    if (error instanceof MoneyRangeError) return undefined
    throw error
  }
}

/** The line after its own edits, before its cells. */
function editLine(line: CostLine, edits: readonly PlanEdit[], counts: PlanCounts, today: string): { line: CostLine; refused: { edit: PlanEdit; code: EditProblem }[] } {
  const refused: { edit: PlanEdit; code: EditProblem }[] = []
  const need = needOf(line, counts)
  const factors = need?.known ? need.factors : []
  let { description, unitPrice, quantities, priceBasis } = line
  for (const edit of edits) {
    if (edit.what === 'description') description = edit.text
    if (edit.what === 'price' && (edit.value !== unitPrice || edit.basis !== undefined)) {
      unitPrice = edit.value
      priceBasis = { source: edit.basis ?? 'diketik', date: today, confidence: 'B' }
    }
    if (edit.what !== 'quantity') continue
    if (quantities[edit.index]) quantities = withNumber(quantities, edit.index, edit.n, factors[edit.index] ?? null)
    else refused.push({ edit, code: 'quantity_not_found' })
  }
  const same = description === line.description && priceBasis === line.priceBasis && quantities.every((quantity, index) => quantity === line.quantities[index])
  const changed: CostLine = same ? line : { ...line, description, unitPrice, quantities, priceBasis }
  if (needOf(changed, counts) === undefined) {
    return { line, refused: edits.filter((edit) => edit.what === 'price' || edit.what === 'quantity').map((edit) => ({ edit, code: 'out_of_range' as const })) }
  }
  return { line: changed, refused }
}

type CellOutcome = { readonly cell: AllocationCell } | { readonly code: EditProblem; readonly amounts: Record<string, number> }

/** What a cell becomes: whole units, or rupiah where the line may be shared. Money that is no whole number of units is refused with its neighbours. */
function editCell(edit: CellEdit, line: CostLine, need: LineNeed, sourceId: string, before: AllocationCell | undefined): CellOutcome {
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
  if (rest !== 0) return { code: 'not_whole_units', amounts: { unitCost: need.unitCost, below: units * need.unitCost, above: (units + 1) * need.unitCost } }
  return { cell: { ...kept, units, amount: null } }
}

const keyOf = (lineId: string, sourceId: string) => `${lineId}\n${sourceId}`

/**
 * Many edits of a plan reckoned as one, in memory: the lines first, then their cells at the new prices and counts. What cannot be taken is
 * refused edit by edit with its reason; whether the rest is then kept is for the caller. `today` dates a typed price.
 */
export function applyEdits(plan: Plan, edits: readonly PlanEdit[], counts: PlanCounts, today: string): EditedPlan {
  const refused: EditRefusal[] = []
  const indexOf = new Map(edits.map((edit, index) => [edit, index]))
  const refuse = (edit: PlanEdit, code: EditProblem, amounts: Record<string, number> = {}) => refused.push({ edit: indexOf.get(edit) ?? 0, code, amounts })
  const lines = new Map(plan.lines.map((line) => [line.id, line]))
  const activities = new Map(plan.activities.map((activity) => [activity.id, activity]))
  const sources = new Map(plan.sources.map((source) => [source.label, source.id]))
  const cells = new Map(plan.cells.map((cell) => [keyOf(cell.lineId, cell.sourceId), cell]))
  const cellsOfLine = Map.groupBy(plan.cells, (cell) => cell.lineId)
  const changedActivities = new Map<string, Activity>()
  const ofLine = new Map<string, Exclude<PlanEdit, { what: 'name' }>[]>()
  for (const edit of edits) {
    if (edit.what === 'name') {
      const activity = changedActivities.get(edit.activity) ?? activities.get(edit.activity)
      if (activity) changedActivities.set(activity.id, { ...activity, name: edit.text })
      else refuse(edit, 'activity_not_found')
    } else if (!lines.has(edit.line)) refuse(edit, 'line_not_found')
    else ofLine.set(edit.line, [...(ofLine.get(edit.line) ?? []), edit])
  }
  const changedLines: CostLine[] = []
  const changedCells: AllocationCell[] = []
  for (const [lineId, own] of ofLine) {
    const line = lines.get(lineId)
    if (!line) continue
    const edited = editLine(line, own, counts, today)
    for (const { edit, code } of edited.refused) refuse(edit, code)
    if (edited.line !== line) changedLines.push(edited.line)
    const need = needOf(edited.line, counts) ?? { known: false as const }
    const after = new Map((cellsOfLine.get(lineId) ?? []).map((cell) => [cell.sourceId, cell]))
    const raised: CellEdit[] = []
    for (const edit of own) {
      if (edit.what !== 'cell') continue
      const sourceId = sources.get(edit.source)
      if (sourceId === undefined) {
        refuse(edit, 'source_unknown')
        continue
      }
      const outcome = editCell(edit, edited.line, need, sourceId, after.get(sourceId))
      if ('code' in outcome) refuse(edit, outcome.code, outcome.amounts)
      else {
        const before = cells.get(keyOf(lineId, sourceId))
        after.set(sourceId, outcome.cell)
        if (outcome.cell.units > (before?.units ?? 0) || (outcome.cell.amount ?? 0) > (before?.amount ?? 0)) raised.push(edit)
      }
    }
    for (const [sourceId, cell] of after) if (cells.get(keyOf(lineId, sourceId)) !== cell) changedCells.push(cell)
    if (!need.known) continue
    const excess = excessOf([...after.values()], edited.line, need)
    if (excess) for (const edit of raised) refuse(edit, 'above_need', excess)
  }
  return { refused: refused.toSorted((a, b) => a.edit - b.edit), lines: changedLines, activities: [...changedActivities.values()], cells: changedCells }
}

/** Needed and given where a line would get more than it asks for. */
function excessOf(cells: readonly AllocationCell[], line: CostLine, need: Extract<LineNeed, { known: true }>): { given: number; needed: number } | undefined {
  try {
    const given = sum(cells.map((cell) => cellAmount(cell, need)))
    const units = cells.reduce((total, cell) => total + cell.units, 0)
    return given > need.need || (!line.splittable && units > need.units) ? { given, needed: need.need } : undefined
  } catch (error) {
    if (error instanceof MoneyRangeError) return { given: Number.MAX_SAFE_INTEGER, needed: need.need }
    throw error
  }
}
