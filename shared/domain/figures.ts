import type { PlanCounts } from './caseload.ts'
import { type Rupiah, ratioBp, shareOf, sum } from './money.ts'
import { cellAmount, type LineNeed, lineNeed } from './need.ts'
import {
  type Activity, type AllocationCell, type CostLine, DIRECT_CLASSES, type FundingSource, type Plan, type SpendingClass,
} from './plan.ts'
import type { RuleSet } from './rule.ts'

/** What one source pays of a line. */
export interface CellFigures {
  readonly sourceId: string
  readonly units: number
  readonly amount: Rupiah
  readonly locked: boolean
}

/** A cost line with everything that follows from it. Unknown need counts as 0 in sums; `need.known` says so. */
export interface LineFigures {
  readonly line: CostLine
  readonly activity: Activity
  readonly need: LineNeed
  readonly needed: Rupiah
  readonly funded: Rupiah
  /** Whole units that are paid in full, from all sources together. */
  readonly fundedUnits: number
  /** Never below 0: what is booked above the need is a note, not a negative gap. */
  readonly gap: Rupiah
  readonly cells: readonly CellFigures[]
}

export interface SourceFigures {
  readonly source: FundingSource
  /** null = no ceiling typed. */
  readonly ceiling: Rupiah | null
  /** The ceiling is reckoned from the whole pagu by the year's reserve, not typed. */
  readonly estimated: boolean
  /** What the year's reserve takes of the whole pagu; null where there is no whole pagu or no reserve. */
  readonly reserve: Rupiah | null
  readonly committed: Rupiah
  /** max(0, ceiling − committed). */
  readonly available: Rupiah
  readonly overcommitted: boolean
  readonly spent: Rupiah
  /** available − spent; below 0 where more is booked than there is. */
  readonly left: Rupiah
}

/** Sources as every table and chart lists them: money of the budget first, then what stands outside it, each in spending order. */
export function inBudgetOrder(sources: readonly SourceFigures[]): SourceFigures[] {
  return sources.toSorted((a, b) => Number(b.source.onBudget) - Number(a.source.onBudget))
}

/** Direct-to-target spending as part of a total. `bp` is null where the total is 0. */
export interface Share {
  readonly direct: Rupiah
  /** Kader and midwife: service that reaches families, beside the direct part. */
  readonly service: Rupiah
  readonly total: Rupiah
  readonly bp: number | null
  readonly withServiceBp: number | null
}

export interface PlanFigures {
  readonly lines: readonly LineFigures[]
  readonly sources: readonly SourceFigures[]
  readonly need: Rupiah
  readonly funded: Rupiah
  readonly gap: Rupiah
  readonly shareOfNeed: Share
  readonly shareOfFunded: Share
  readonly shareBySource: ReadonlyMap<string, Share>
  readonly shareByActivity: ReadonlyMap<string, Share>
}

const SERVICE_CLASSES: ReadonlySet<SpendingClass> = new Set(['cadre_incentive', 'service'])

/** Share of the year's reserve on a source's whole pagu, in basis points (2026: KDMP 5803 on Dana Desa, PMK 7/2026 Ps 15(3)); 0 = none. */
export function reserveBp(source: FundingSource, rules: RuleSet): number {
  if (source.origin === 'carry_over') return 0
  return rules.rules.find((rule) => rule.kind === 'reserve' && rule.source === source.code)?.shareBp ?? 0
}

/**
 * Ceiling of a source: the typed one, or for Dana Desa with only the whole pagu total − round(total × reserve), marked as an
 * estimate. null = nothing typed.
 */
export function ceilingOf(source: FundingSource, rules: RuleSet): { ceiling: Rupiah | null; estimated: boolean; reserve: Rupiah | null } {
  const bp = reserveBp(source, rules)
  const reserve = source.total !== null && bp > 0 ? shareOf(source.total, bp) : null
  if (source.ceiling !== null) return { ceiling: source.ceiling, estimated: false, reserve }
  if (source.total === null) return { ceiling: null, estimated: false, reserve: null }
  return { ceiling: source.total - (reserve ?? 0), estimated: reserve !== null, reserve }
}

function lineFigures(line: CostLine, activity: Activity, cells: readonly AllocationCell[], counts: PlanCounts): LineFigures {
  const need = lineNeed(line, counts)
  const paid = cells.map((cell) => ({ sourceId: cell.sourceId, units: cell.units, amount: cellAmount(cell, need), locked: cell.locked }))
  const funded = sum(paid.map((cell) => cell.amount))
  const needed = need.known ? need.need : 0
  const shared = cells.some((cell) => cell.amount !== null)
  const units = paid.reduce((total, cell) => total + cell.units, 0)
  const fundedUnits = shared && need.known && need.unitCost > 0 ? Math.floor(funded / need.unitCost) : units
  return { line, activity, need, needed, funded, fundedUnits, gap: Math.max(0, needed - funded), cells: paid.filter((cell) => cell.amount > 0 || cell.locked || cell.units > 0) }
}

interface Part { readonly class: SpendingClass; readonly amount: Rupiah }

function share(parts: readonly Part[]): Share {
  const direct = sum(parts.map((part) => (DIRECT_CLASSES.has(part.class) ? part.amount : 0)))
  const service = sum(parts.map((part) => (SERVICE_CLASSES.has(part.class) ? part.amount : 0)))
  const total = sum(parts.map((part) => part.amount))
  return { direct, service, total, bp: ratioBp(direct, total), withServiceBp: ratioBp(direct + service, total) }
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group) group.push(item)
    else groups.set(key(item), [item])
  }
  return groups
}

/**
 * Everything that follows from a plan, its counts and its year's rules: needs, balances, gaps and direct shares, in plan order.
 * Pure; a plan of 400 activities is recomputed at each keystroke.
 * @throws MoneyRangeError where an amount leaves the exact range
 */
export function planFigures(plan: Plan, counts: PlanCounts, rules: RuleSet): PlanFigures {
  const activities = new Map(plan.activities.map((activity) => [activity.id, activity]))
  const cells = groupBy(plan.cells, (cell) => cell.lineId)
  const lines: LineFigures[] = []
  for (const line of plan.lines) {
    const activity = activities.get(line.activityId)
    if (activity) lines.push(lineFigures(line, activity, cells.get(line.id) ?? [], counts))
  }
  const spent = groupBy(lines.flatMap((line) => line.cells.map((cell) => ({ ...cell, class: line.line.spendingClass }))), (cell) => cell.sourceId)
  const committed = groupBy(plan.commitments, (commitment) => commitment.sourceId)
  const sources = plan.sources.map((source): SourceFigures => {
    const { ceiling, estimated, reserve } = ceilingOf(source, rules)
    const taken = sum((committed.get(source.id) ?? []).map((commitment) => commitment.amount))
    const available = Math.max(0, (ceiling ?? 0) - taken)
    const paid = sum((spent.get(source.id) ?? []).map((cell) => cell.amount))
    return { source, ceiling, estimated, reserve, committed: taken, available, overcommitted: taken > (ceiling ?? 0), spent: paid, left: available - paid }
  })
  // Refuses ceilings whose sum leaves the exact range: no figure here needs it, but papers and the solver do.
  sum(sources.map(({ ceiling }) => ceiling ?? 0))
  const funded = lines.map((line) => ({ class: line.line.spendingClass, amount: line.funded, activityId: line.activity.id }))
  return {
    lines,
    sources,
    need: sum(lines.map((line) => line.needed)),
    funded: sum(lines.map((line) => line.funded)),
    gap: sum(lines.map((line) => line.gap)),
    shareOfNeed: share(lines.map((line) => ({ class: line.line.spendingClass, amount: line.needed }))),
    shareOfFunded: share(funded),
    shareBySource: new Map([...spent].map(([id, parts]) => [id, share(parts)])),
    shareByActivity: new Map([...groupBy(funded, (part) => part.activityId)].map(([id, parts]) => [id, share(parts)])),
  }
}
