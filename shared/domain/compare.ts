import { type ChildrenChange, comparePeople, type GroupChange, type PeopleSide } from './compare-people.ts'
import { inBudgetOrder, type LineFigures, type SourceFigures } from './figures.ts'
import type { Rupiah } from './money.ts'
import type { Plan, Tier } from './plan.ts'

/** A plan as one side of a comparison has it. Lines and sources of both sides are matched by id. */
export interface PlanSide extends PeopleSide {
  readonly plan: Plan
}

export interface LineState {
  /** Needed; null where the count was never known. */
  readonly neededUnits: number | null
  readonly need: Rupiah
  readonly unitCost: Rupiah | null
  /** Whole units that are paid in full, and what is paid. */
  readonly units: number
  readonly funded: Rupiah
}

export interface LineChange {
  readonly id: string
  readonly description: string
  readonly activity: string
  readonly tier: Tier
  /** null: the side has no such line. */
  readonly before: LineState | null
  readonly after: LineState | null
}

export interface SourceState {
  readonly ceiling: Rupiah | null
  readonly available: Rupiah
  readonly spent: Rupiah
  readonly left: Rupiah
}

/** What a source pays for a line before and after, in whole rupiah. */
export interface Move {
  readonly lineId: string
  readonly description: string
  readonly before: Rupiah
  readonly after: Rupiah
}

export interface SourceChange {
  readonly id: string
  readonly label: string
  readonly name: string
  readonly before: SourceState | null
  readonly after: SourceState | null
  /** Lines for which it pays another amount. Their differences sum to the difference of `spent`. */
  readonly moves: readonly Move[]
}

export interface MoneyTotals {
  readonly need: Rupiah
  readonly funded: Rupiah
  readonly gap: Rupiah
}

export interface Comparison {
  readonly totals: { readonly before: MoneyTotals; readonly after: MoneyTotals }
  readonly lines: readonly LineChange[]
  readonly groups: readonly GroupChange[]
  readonly children: ChildrenChange
  readonly sources: readonly SourceChange[]
}

function lineState({ need, funded, fundedUnits, needed }: LineFigures): LineState {
  return { neededUnits: need.known ? need.units : null, unitCost: need.known ? need.unitCost : null, need: needed, units: fundedUnits, funded }
}

function sourceState({ ceiling, available, spent, left }: SourceFigures): SourceState {
  return { ceiling, available, spent, left }
}

/** Items of both sides by id, those of the first in its order, then the new ones of the second. */
function pairs<T>(a: readonly T[], b: readonly T[], idOf: (item: T) => string): { readonly id: string; readonly a: T | undefined; readonly b: T | undefined }[] {
  const [first, second] = [a, b].map((items) => new Map(items.map((item) => [idOf(item), item])))
  return [...new Set([...(first?.keys() ?? []), ...(second?.keys() ?? [])])].map((id) => ({ id, a: first?.get(id), b: second?.get(id) }))
}

function lineChanges(a: PlanSide, b: PlanSide): LineChange[] {
  return pairs(a.figures.lines, b.figures.lines, ({ line }) => line.id).flatMap(({ id, a: before, b: after }) => {
    const shown = after ?? before
    if (!shown) return []
    return [{
      id, description: shown.line.description, activity: shown.activity.name, tier: shown.activity.tier,
      before: before ? lineState(before) : null, after: after ? lineState(after) : null,
    }]
  })
}

/** What a source pays per line. */
function payments({ figures }: PlanSide, sourceId: string): ReadonlyMap<string, Rupiah> {
  return new Map(figures.lines.flatMap(({ line, cells }) => cells.filter((cell) => cell.sourceId === sourceId && cell.amount > 0).map((cell) => [line.id, cell.amount])))
}

function sourceChanges(a: PlanSide, b: PlanSide): SourceChange[] {
  const names = new Map([...a.figures.lines, ...b.figures.lines].map(({ line }) => [line.id, line.description]))
  return pairs(inBudgetOrder(a.figures.sources), inBudgetOrder(b.figures.sources), ({ source }) => source.id).flatMap(({ id, a: before, b: after }) => {
    const shown = after ?? before
    if (!shown) return []
    const [from, to] = [payments(a, id), payments(b, id)]
    const moves = [...names].flatMap(([lineId, description]) => {
      const move = { lineId, description, before: from.get(lineId) ?? 0, after: to.get(lineId) ?? 0 }
      return move.before === move.after ? [] : [move]
    })
    return [{
      id, label: shown.source.label, name: shown.source.name, before: before ? sourceState(before) : null, after: after ? sourceState(after) : null, moves,
    }]
  })
}

/** Everything of two plans side by side, in the order of the first; also what is the same. @throws nothing: figures are reckoned already */
export function compareAll(a: PlanSide, b: PlanSide): Comparison {
  const totals = ({ figures: { need, funded, gap } }: PlanSide): MoneyTotals => ({ need, funded, gap })
  return { totals: { before: totals(a), after: totals(b) }, lines: lineChanges(a, b), sources: sourceChanges(a, b), ...comparePeople(a, b) }
}

const differs = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b)

/**
 * What differs between two plans: lines, groups and sources with nothing changed are left out, so a plan against itself is empty. The other
 * way round it is the same with before and after, gained and lost exchanged. Differences of lines, of sources and of totals add up to the rupiah.
 */
export function compare(a: PlanSide, b: PlanSide): Comparison {
  const all = compareAll(a, b)
  return {
    ...all,
    lines: all.lines.filter(({ before, after }) => differs(before, after)),
    groups: all.groups.filter(({ before, after, gained, lost }) => differs(before, after) || gained.to > 0 || lost.to > 0),
    sources: all.sources.filter(({ before, after, moves }) => differs(before, after) || moves.length > 0),
  }
}
