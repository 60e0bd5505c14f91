import { planCoverage } from '#shared/domain/coverage.ts'
import { checkPlan } from '#shared/domain/checks.ts'
import { inBudgetOrder, type LineFigures, type SourceFigures } from '#shared/domain/figures.ts'
import type { Finding } from '#shared/domain/finding.ts'
import { overrideOf } from '#shared/domain/override.ts'
import type { PlanActivity, PlanLine, PlanSummary } from '#shared/contract/plan.ts'
import { type PlanHead, type PlanKind } from '#shared/domain/plan.ts'
import { searchCatalogue } from '#shared/catalogue/search.ts'
import { type TypedSum, typedSumKey } from '../db/repositories/typed-sums.ts'
import type { Session } from '../session.ts'
import { type PlanView, planView } from './plan-view.ts'

/** A plan's head with the names of the series that it follows. */
export function headOf(session: Session, head: PlanHead) {
  const names = new Map(session.series.list().map((series) => [series.id, series.name]))
  const { id, name, region, kind, fiscalYear, complete } = head
  const current = (session.workspace.get().currentPlanId ?? session.plans.heads().at(-1)?.id) === id
  return { id, name, region, kind, fiscalYear, complete, current, series: Object.fromEntries(Object.entries(head.series).map(([family, seriesId]) => [family, names.get(seriesId) ?? seriesId])) }
}

export function listPlans(session: Session) {
  return session.plans.heads().map((head) => headOf(session, head))
}

/** Money per source label; sources that pay nothing are left out. */
export function amountsByLabel(line: LineFigures, view: PlanView): Record<string, number> {
  const labels = new Map(view.plan.sources.map((source) => [source.id, source.label]))
  return Object.fromEntries(line.cells.filter((cell) => cell.amount > 0).map((cell) => [labels.get(cell.sourceId) ?? cell.sourceId, cell.amount]))
}

/** The arithmetic of a line's money by the label of its source; what has come to another amount since was not typed so. */
function typedMoney(figures: LineFigures, labels: ReadonlyMap<string, string>, typed: ReadonlyMap<string, TypedSum>): PlanLine['typed'] {
  return Object.fromEntries(figures.cells.flatMap(({ sourceId, amount }) => {
    const sum = typed.get(typedSumKey({ lineId: figures.line.id, sourceId }))
    return sum?.amount === amount ? [[labels.get(sourceId) ?? sourceId, { text: sum.text, date: sum.date }]] : []
  }))
}

/** A cost line as people read it: what it asks for, from which counts, who pays; `typed` is the arithmetic of all money. */
export function lineView(figures: LineFigures, view: PlanView, typed: ReadonlyMap<string, TypedSum>): PlanLine {
  const { line, activity, need } = figures
  const labels = new Map(view.plan.sources.map((source) => [source.id, source.label]))
  return {
    id: line.id, activityId: activity.id, activity: activity.name, description: line.description, tier: activity.tier, weight: activity.weight,
    code: view.plan.kind === 'desa' ? activity.villageCode : activity.regencyCode, accountCode: line.accountCode, spendingClass: line.spendingClass,
    quantities: line.quantities.map((quantity, index) => ({
      ...('driver' in quantity ? { ...quantity, served: [...quantity.served] } : quantity),
      now: need.known ? (need.factors[index] ?? null) : 'n' in quantity ? quantity.n : quantity.lastN,
      stale: 'driver' in quantity && !view.counts.has(quantity.driver),
    })),
    cutBy: line.cutBy, unitPrice: line.unitPrice, priceBasis: line.priceBasis,
    units: need.known ? need.units : null, unitCost: need.known ? need.unitCost : null, need: need.known ? need.need : null, stale: need.known && need.stale,
    fundedUnits: figures.fundedUnits, funded: figures.funded, gap: figures.gap, coverageTargetBp: line.coverageTargetBp, splittable: line.splittable,
    bySource: amountsByLabel(figures, view), locked: figures.cells.filter((cell) => cell.locked).map((cell) => labels.get(cell.sourceId) ?? cell.sourceId),
    typed: typedMoney(figures, labels, typed), override: overrideOf(line, activity, view.counts),
  }
}

export function listLines(session: Session, planId: string | undefined): PlanLine[] {
  const view = planView(session, planId)
  const typed = session.plans.typedSums.all()
  return view.figures.lines.map((line) => lineView(line, view, typed))
}

/** Activities with what is said about each beside its lines; also those without a line. */
export function listActivities(session: Session, planId: string | undefined): PlanActivity[] {
  const { plan } = planView(session, planId)
  const lines = Map.groupBy(plan.lines, (line) => line.activityId)
  return plan.activities.map(({ id, name, villageCode, regencyCode, catalogueKey, tier, weight, location, implementer, beneficiaries, months, indicator, indicatorUnit, target }) => ({
    id, name, code: plan.kind === 'desa' ? villageCode : regencyCode, catalogueKey, tier, weight, location, implementer, beneficiaries, months, indicator, indicatorUnit, target,
    lines: lines.get(id)?.length ?? 0,
  }))
}

export function sourceView(figures: SourceFigures, view: PlanView) {
  const { source } = figures
  return {
    id: source.id, code: source.code, label: source.label, name: source.name, ceiling: figures.ceiling, total: source.total, estimated: figures.estimated,
    reserve: figures.reserve, committed: figures.committed, available: figures.available, spent: figures.spent, left: figures.left, onBudget: source.onBudget,
    certainty: source.certainty, origin: source.origin, spendingOrder: source.spendingOrder, reservedFor: [...source.reservedFor], stages: source.stages.map((stage) => ({ ...stage })), directBp: view.figures.shareBySource.get(source.id)?.bp ?? null,
    commitments: view.plan.commitments.filter((commitment) => commitment.sourceId === source.id).map(({ class: kind, bidang, amount }) => ({ class: kind, bidang, amount })),
  }
}

export function listSources(session: Session, planId: string | undefined) {
  const view = planView(session, planId)
  return inBudgetOrder(view.figures.sources).map((source) => sourceView(source, view))
}

export function findingsOf(view: PlanView): Finding[] {
  return checkPlan(view)
}

/** The figures of the strip, each as exact parts. */
export function summarise(session: Session, planId: string | undefined): PlanSummary {
  return summaryOf(session, planView(session, planId))
}

/** The strip of a plan that is already in sight, with its notes. */
export function summaryOf(session: Session, view: PlanView): PlanSummary {
  return { ...stripOf(session, view), findings: findingsOf(view) }
}

/** The strip without the notes. */
export function stripOf(session: Session, view: PlanView): Omit<PlanSummary, 'findings'> {
  const { figures } = view
  const coverage = planCoverage(view)
  return {
    plan: headOf(session, view.plan), need: figures.need, uncounted: figures.lines.filter(({ need }) => !need.known).length, funded: figures.funded, over: figures.sources.reduce((sum, { left }) => sum + Math.max(0, -left), 0), gap: figures.gap,
    directShareBp: figures.shareOfFunded.bp, directShareOfNeedBp: figures.shareOfNeed.bp,
    children: coverage.stunted, groups: [...coverage.groups], cadres: coverage.cadres,
    shareOfNeed: figures.shareOfNeed, shareOfFunded: figures.shareOfFunded,
  }
}

export function searchActivities(text: string, kind: PlanKind | undefined) {
  return searchCatalogue(text, kind).map((entry) => ({
    key: entry.key, name: entry.name, villageCode: entry.villageCode, regencyCode: entry.regencyCode, tier: entry.tier, weight: entry.weight, lines: entry.lines.length,
  }))
}
