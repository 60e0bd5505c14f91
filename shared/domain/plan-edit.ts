import type { PlanCounts } from './caseload.ts'
import { MoneyRangeError } from './money.ts'
import { drivenNumber, type LineNeed, lineNeed } from './need.ts'
import { type Activity, type AllocationCell, type CostLine, isDriven, type Plan, type Quantity } from './plan.ts'
import { type CellEdit, editCell, excessOf, mostOf, othersPay, recut } from './plan-edit-cells.ts'
import type { TargetGroup } from './target-group.ts'

/**
 * One changed cell of the budget, or one thing that its explanation lets change. Sources by their label; `basis` is the arithmetic that a price
 * or money was typed as (`=35*150rb`); `follow` makes a typed number follow a count; `cut` names the quantity in whose whole units money is given.
 */
export type PlanEdit =
  | { readonly what: 'price'; readonly line: string; readonly value: number; readonly basis?: string | undefined }
  | { readonly what: 'quantity'; readonly line: string; readonly index: number; readonly n: number }
  | { readonly what: 'description'; readonly line: string; readonly text: string }
  | { readonly what: 'name'; readonly activity: string; readonly text: string }
  | { readonly what: 'unit'; readonly line: string; readonly index: number; readonly text: string }
  | { readonly what: 'follow'; readonly line: string; readonly index: number; readonly driver: TargetGroup; readonly shareBp: number }
  | { readonly what: 'cut'; readonly line: string; readonly by: number | null }
  | { readonly what: 'target'; readonly line: string; readonly bp: number | null }
  | {
      readonly what: 'cell'; readonly line: string; readonly source: string
      readonly units?: number | undefined; readonly amount?: number | undefined; readonly basis?: string | undefined; readonly locked?: boolean | undefined
    }

export type EditProblem =
  | 'line_not_found' | 'activity_not_found' | 'source_unknown' | 'quantity_not_found' | 'need_unknown' | 'price_missing' | 'not_whole_units' | 'above_need' | 'out_of_range' | 'follows_already'

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

/** A typed number in place of a quantity; one that follows a count and is typed as it stands goes on following it. */
function withNumber(quantities: readonly Quantity[], index: number, n: number, now: number | null): readonly Quantity[] {
  return quantities.map((quantity, at) => (at !== index || n === (isDriven(quantity) ? now : quantity.n) ? quantity : { unit: quantity.unit, n }))
}

/** A typed number that follows a count; what it was stays as the last known one where nothing is counted. */
function following(quantity: Quantity, { driver, shareBp }: Extract<PlanEdit, { what: 'follow' }>, counts: PlanCounts): Quantity {
  const followed = { unit: quantity.unit, driver, shareBp, served: [], lastN: isDriven(quantity) ? quantity.lastN : quantity.n }
  return { ...followed, lastN: drivenNumber(followed, counts).n }
}

function needOf(line: CostLine, counts: PlanCounts): LineNeed | undefined {
  try {
    return lineNeed(line, counts)
  } catch (error) {
    if (error instanceof MoneyRangeError) return undefined
    throw error
  }
}

/** What changes a line's need. */
const RECKONED: ReadonlySet<PlanEdit['what']> = new Set(['price', 'quantity', 'follow', 'cut'])

/** The line after its own edits, before its cells. */
function editLine(line: CostLine, edits: readonly PlanEdit[], counts: PlanCounts, today: string): { line: CostLine; refused: { edit: PlanEdit; code: EditProblem }[] } {
  const refused: { edit: PlanEdit; code: EditProblem }[] = []
  const need = needOf(line, counts)
  const factors = need?.known ? need.factors : []
  let { description, unitPrice, quantities, priceBasis, cutBy, coverageTargetBp } = line
  const replaced = (index: number, quantity: Quantity) => quantities.map((known, at) => (at === index ? quantity : known))
  for (const edit of edits) {
    if (edit.what === 'description') description = edit.text
    if (edit.what === 'price' && (edit.value !== unitPrice || edit.basis !== undefined)) {
      unitPrice = edit.value
      priceBasis = { source: edit.basis ?? 'diketik', date: today, confidence: 'B' }
    }
    if (edit.what === 'target') coverageTargetBp = edit.bp
    if (edit.what === 'cut') {
      if (edit.by === null || quantities[edit.by]) cutBy = edit.by
      else refused.push({ edit, code: 'quantity_not_found' })
    }
    if (edit.what !== 'quantity' && edit.what !== 'unit' && edit.what !== 'follow') continue
    const quantity = quantities[edit.index]
    if (!quantity) refused.push({ edit, code: 'quantity_not_found' })
    else if (edit.what === 'quantity') quantities = withNumber(quantities, edit.index, edit.n, factors[edit.index] ?? null)
    else if (edit.what === 'unit') quantities = edit.text === quantity.unit ? quantities : replaced(edit.index, { ...quantity, unit: edit.text })
    else if (quantities.some(isDriven)) refused.push({ edit, code: 'follows_already' })
    else quantities = replaced(edit.index, following(quantity, edit, counts))
  }
  const same = description === line.description && priceBasis === line.priceBasis && cutBy === line.cutBy && coverageTargetBp === line.coverageTargetBp
    && quantities.every((quantity, index) => quantity === line.quantities[index])
  const changed: CostLine = same ? line : { ...line, description, unitPrice, quantities, priceBasis, cutBy, coverageTargetBp }
  if (needOf(changed, counts) === undefined) {
    return { line, refused: edits.filter(({ what }) => RECKONED.has(what)).map((edit) => ({ edit, code: 'out_of_range' as const })) }
  }
  return { line: changed, refused }
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
    const cut = edited.line.cutBy === line.cutBy ? undefined : own.findLast(({ what }) => what === 'cut')
    // At the line's own figures before its other edits: what a source pays stays what it is in rupiah.
    const recuts = cut ? [...after].map(([sourceId, cell]) => ({ sourceId, outcome: recut(cell, needOf(line, counts) ?? { known: false }, needOf({ ...line, cutBy: edited.line.cutBy }, counts) ?? { known: false }) })) : []
    for (const { sourceId, outcome } of recuts) {
      if ('cell' in outcome) after.set(sourceId, outcome.cell)
      else if (cut) refuse(cut, outcome.code, outcome.amounts)
    }
    const raised: CellEdit[] = []
    for (const edit of own) {
      if (edit.what !== 'cell') continue
      const sourceId = sources.get(edit.source)
      if (sourceId === undefined) {
        refuse(edit, 'source_unknown')
        continue
      }
      const outcome = editCell(edit, edited.line, need, sourceId, after.get(sourceId), othersPay(after, sourceId, need))
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
    if (excess) for (const edit of raised) refuse(edit, 'above_need', { ...excess, most: mostOf(edited.line, need, othersPay(after, sources.get(edit.source) ?? '', need)) })
  }
  return { refused: refused.toSorted((a, b) => a.edit - b.edit), lines: changedLines, activities: [...changedActivities.values()], cells: changedCells }
}

/** The plan with its edits in place. */
export function editedPlan(plan: Plan, { lines, activities, cells }: EditedPlan): Plan {
  const line = new Map(lines.map((changed) => [changed.id, changed]))
  const activity = new Map(activities.map((changed) => [changed.id, changed]))
  const touched = new Set(cells.map((cell) => `${cell.lineId}\n${cell.sourceId}`))
  return {
    ...plan,
    lines: plan.lines.map((known) => line.get(known.id) ?? known),
    activities: plan.activities.map((known) => activity.get(known.id) ?? known),
    cells: [...plan.cells.filter((cell) => !touched.has(`${cell.lineId}\n${cell.sourceId}`)), ...cells],
  }
}
