import type { PlanCounts, SeriesChoice } from './caseload.ts'
import type { InstanceInput } from './instance.ts'
import type { Rupiah } from './money.ts'
import { drivenNumber, type LineNeed, lineNeed } from './need.ts'
import { type Activity, type Commitment, type CommitmentClass, type CostLine, type FundingSource, isDriven, type Plan } from './plan.ts'
import { changedBy } from './scenario.ts'
import type { TargetGroup } from './target-group.ts'

export interface NextYearOptions {
  readonly id: string
  readonly name: string
  readonly fiscalYear: number
  readonly series: SeriesChoice
  /** Counts of those series. */
  readonly counts: PlanCounts
  /** Change of all prices in basis points: 350 = an index of +3,5 %. */
  readonly priceChangeBp: number
  /** keep: this year's ceilings stand in as indicative ones; empty: they are typed anew. */
  readonly ceilings: 'keep' | 'empty'
  readonly newId: () => string
  readonly today: string
}

interface LineFigure {
  readonly unitPrice: Rupiah
  readonly units: number | null
  readonly need: Rupiah | null
}

/** Why a line asks for something else next year: its price, the count that it follows, or what others served and nobody has said for next year. */
export type LineReason = 'price' | 'count' | 'served'

export interface NextYearChanges {
  readonly lines: readonly { readonly id: string; readonly description: string; readonly before: LineFigure; readonly after: LineFigure; readonly reasons: readonly LineReason[] }[]
  readonly counts: readonly { readonly group: TargetGroup; readonly before: number | null; readonly after: number | null }[]
  /** dropped: carry-overs belong to the year that had them. */
  readonly sources: readonly { readonly label: string; readonly what: 'kept' | 'emptied' | 'dropped'; readonly before: Rupiah | null; readonly after: Rupiah | null }[]
  /** Commitments that are not taken over: last year's debts. */
  readonly dropped: readonly { readonly source: string; readonly class: CommitmentClass; readonly amount: Rupiah }[]
}

export interface NextYearPlan {
  readonly plan: Plan
  readonly changes: NextYearChanges
}

function nextLine(line: CostLine, activityId: string, { newId, counts, priceChangeBp, today }: NextYearOptions): CostLine {
  const quantities = line.quantities.map((quantity) => {
    if (!isDriven(quantity)) return quantity
    const asked = { ...quantity, served: [] }
    const { n, stale } = drivenNumber(asked, counts)
    return { ...asked, lastN: stale ? quantity.lastN : n }
  })
  const unitPrice = changedBy(line.unitPrice, priceChangeBp)
  const basis = line.priceBasis?.source ?? ''
  const priceBasis = unitPrice === line.unitPrice
    ? line.priceBasis
    : { source: `${basis === '' ? '' : `${basis}; `}indeks ${priceChangeBp > 0 ? '+' : ''}${String(priceChangeBp / 100).replace('.', ',')}%`, date: today, confidence: 'unverified' as const }
  return { ...line, id: newId(), activityId, quantities, unitPrice, priceBasis }
}

function figure(line: CostLine, need: LineNeed): LineFigure {
  return { unitPrice: line.unitPrice, units: need.known ? need.units : null, need: need.known ? need.need : null }
}

function lineChange(before: CostLine, after: CostLine, base: PlanCounts, counts: PlanCounts): NextYearChanges['lines'] {
  const [from, to] = [figure(before, lineNeed(before, base)), figure(after, lineNeed(after, counts))]
  const driven = before.quantities.filter(isDriven)
  const reasons: LineReason[] = []
  if (from.unitPrice !== to.unitPrice) reasons.push('price')
  if (driven.some(({ driver }) => base.get(driver) !== counts.get(driver))) reasons.push('count')
  if (driven.some(({ served }) => served.length > 0)) reasons.push('served')
  return reasons.length === 0 ? [] : [{ id: after.id, description: after.description, before: from, after: to, reasons }]
}

/**
 * A plan for another year from this one: its activities, lines and sources with new ids, prices by an index (rounded half up), counts of other
 * series, no allocation. What belongs to the old year stays behind: what others served, carry-overs, debts of the year before; a target of
 * the next year becomes the target. Ceilings that are kept are indicative.
 * @throws MoneyRangeError
 */
export function nextYearPlan({ plan, counts: base, figures }: InstanceInput, options: NextYearOptions): NextYearPlan {
  const activityIds = new Map(plan.activities.map(({ id }) => [id, options.newId()]))
  const activities = plan.activities.map((activity): Activity => ({
    ...activity, id: activityIds.get(activity.id) ?? activity.id, target: activity.targetNext ?? activity.target, targetNext: null,
  }))
  const lines = plan.lines.map((line) => nextLine(line, activityIds.get(line.activityId) ?? line.activityId, options))
  const kept = figures.sources.filter(({ source }) => source.origin === 'current')
  const sourceIds = new Map(kept.map(({ source }) => [source.id, options.newId()]))
  const empty = options.ceilings === 'empty'
  const sources = kept.map(({ source }): FundingSource => ({
    ...source, id: sourceIds.get(source.id) ?? source.id, certainty: source.certainty === 'certain' ? 'indicative' : source.certainty,
    ...(empty ? { ceiling: null, total: null } : {}),
  }))
  const moved = (commitment: Commitment) => commitment.class !== 'previous_year_debt' && sourceIds.has(commitment.sourceId)
  const labels = new Map(plan.sources.map(({ id, label }) => [id, label]))
  const groups = [...new Set(plan.lines.flatMap((line) => line.quantities.filter(isDriven).map(({ driver }) => driver)))]
  const next: Plan = {
    ...plan, id: options.id, name: options.name, fiscalYear: options.fiscalYear, complete: false, series: options.series, activities, lines, sources, cells: [],
    commitments: plan.commitments.filter(moved).map((commitment) => ({ ...commitment, sourceId: sourceIds.get(commitment.sourceId) ?? '' })),
  }
  return {
    plan: next,
    changes: {
      lines: plan.lines.flatMap((line, index) => (lines[index] ? lineChange(line, lines[index], base, options.counts) : [])),
      counts: groups.map((group) => ({ group, before: base.get(group) ?? null, after: options.counts.get(group) ?? null })).filter(({ before, after }) => before !== after),
      sources: figures.sources.map(({ source: { id, label }, ceiling }) => {
        const what = sourceIds.has(id) ? (empty ? 'emptied' as const : 'kept' as const) : ('dropped' as const)
        return { label, what, before: ceiling, after: what === 'kept' ? ceiling : null }
      }),
      dropped: plan.commitments.filter((commitment) => !moved(commitment)).map(({ sourceId, class: kind, amount }) => ({ source: labels.get(sourceId) ?? sourceId, class: kind, amount })),
    },
  }
}
