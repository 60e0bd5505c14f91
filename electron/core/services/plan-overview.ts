import type { PlanOverview } from '#shared/contract/overview.ts'
import { planCoverage, prevalence } from '#shared/domain/coverage.ts'
import { inBudgetOrder } from '#shared/domain/figures.ts'
import { largestGaps } from '#shared/domain/gaps.ts'
import { perStuntedChild, progressOf, reachBars, spendingParts } from '#shared/domain/overview.ts'
import { documentSheets } from '#shared/sheets/documents.ts'
import { table5Total } from '#shared/sheets/table-5-total.ts'
import type { Session } from '../session.ts'
import { documentInput } from './export-document.ts'
import { findingsOf } from './plan-read.ts'
import { type PlanView, planView } from './plan-view.ts'

/** How many of the largest gaps the page has room for. */
const GAPS = 3

/** The stunting part of Dana Desa, read from Tabel 5 itself, so that the page and the paper never differ. */
function danaDesa(session: Session, view: PlanView): PlanOverview['danaDesa'] {
  if (!view.plan.sources.some((source) => source.code === 'DDS')) return null
  const [sheet] = documentSheets('tabel-5', documentInput(session, view, { language: 'id', findings: false }))
  return sheet ? table5Total(sheet) : null
}

/** The plan on one page. @throws AppError plan_missing, plan_not_found, money_range */
export function planOverviewOf(session: Session, planId: string | undefined): PlanOverview {
  const view = planView(session, planId)
  const { plan, figures, counts } = view
  const followed = session.series.list().find(({ id }) => id === plan.series.child)
  const share = prevalence(counts)
  const findings = findingsOf(view)
  return {
    reach: reachBars(planCoverage(view)),
    sources: inBudgetOrder(figures.sources).map(({ source: { code, label, name, onBudget }, spent, left, ceiling }) => ({ code, label, name, onBudget, spent, left, hasCeiling: ceiling !== null })),
    need: figures.need, funded: figures.funded, gap: figures.gap,
    gaps: largestGaps(view, GAPS).map((gap) => ({ ...gap, closers: [...gap.closers], unfilled: [...gap.unfilled], partners: [...gap.partners] })),
    spending: spendingParts(figures), directShareBp: figures.shareOfFunded.bp, perChild: perStuntedChild(figures, counts), danaDesa: danaDesa(session, view),
    register: followed && share ? { name: followed.name, measuredOn: followed.measuredOn, ...share } : null,
    progress: { ...progressOf(view, findings), series: followed?.name ?? null, firstError: findings.find(({ severity }) => severity === 'error') ?? null },
  }
}
