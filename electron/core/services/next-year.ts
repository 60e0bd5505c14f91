import type { NextYearReport } from '#shared/contract/version.ts'
import { planFigures } from '#shared/domain/figures.ts'
import { nextYearPlan } from '#shared/domain/next-year.ts'
import type { Family } from '#shared/domain/target-group.ts'
import { AppError } from '../app-error.ts'
import type { Session } from '../session.ts'
import { newestSeries, rememberNumbers, seriesNamed } from './caseload-series.ts'
import { freePlanName, planName, planYear } from './plan-create.ts'
import { exactly, planView, workspaceRules } from './plan-view.ts'
import type { Input } from './version.ts'

/**
 * Makes the plan of another year from this one, as one step, and says what is different; it becomes the current plan.
 * @throws AppError plan_*, year_out_of_range, series_not_found, series_is_survey, money_range
 */
export function makeNextYear(session: Session, input: Input<'nextYear'>): NextYearReport {
  const view = planView(session, input.planId)
  const fiscalYear = planYear(session, input.fiscalYear ?? view.plan.fiscalYear + 1)
  const named = Object.entries(input.series).map(([family, name]): [Family, string] => {
    const series = seriesNamed(session, name)
    if (series.kind === 'survey') throw new AppError('series_is_survey', { series: series.name })
    return [family as Family, series.id]
  })
  const series = { ...newestSeries(session), ...Object.fromEntries(named) }
  const counts = session.series.planCounts(series)
  const name = freePlanName(session, input.name ?? planName(view.plan.kind, view.plan.region, fiscalYear))
  const { plan, changes } = exactly(() => nextYearPlan(view, {
    id: session.ports.newId(), name, fiscalYear, series, counts, priceChangeBp: input.priceChangeBp, ceilings: input.ceilings, newId: session.ports.newId, today: session.today(),
  }))
  const rules = workspaceRules(session, fiscalYear)
  const { need } = exactly(() => planFigures(plan, counts, rules))
  if (!input.dryRun) {
    session.step('next_year', { plan: name, from: view.plan.name }, () => {
      session.plans.create(plan, session.ports.now().toISOString())
      for (const [family, seriesId] of Object.entries(series)) session.plans.follow(plan.id, family as Family, seriesId)
      for (const activity of plan.activities) session.plans.addActivity(plan.id, activity)
      for (const line of plan.lines) session.plans.saveLine(line)
      for (const source of plan.sources) session.plans.saveSource(plan.id, source)
      for (const commitment of plan.commitments) session.plans.saveCommitment(commitment)
      session.workspace.setCurrentPlan(plan.id)
      rememberNumbers(session)
    })
  }
  const names = new Map(session.series.list().map((one) => [one.id, one.name]))
  return {
    series: Object.fromEntries(Object.entries(series).map(([family, id]) => [family, names.get(id) ?? id])),
    plan: input.dryRun ? null : plan.id, name, fiscalYear, needBefore: view.figures.need, needAfter: need,
    lines: changes.lines.map((line) => ({ ...line, reasons: [...line.reasons] })), counts: [...changes.counts], sources: [...changes.sources], dropped: [...changes.dropped], rulesFrom: rules.from,
  }
}
