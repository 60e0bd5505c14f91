import type { CaseloadSeries } from '#shared/domain/caseload.ts'
import { planFigures, type PlanFigures } from '#shared/domain/figures.ts'
import { drivenNumber } from '#shared/domain/need.ts'
import { isDriven } from '#shared/domain/plan.ts'
import { FAMILIES } from '#shared/domain/target-group.ts'
import { AppError } from '../app-error.ts'
import type { Session } from '../session.ts'
import { familiesOf, type Input, seriesNamed } from './caseload-series.ts'
import { exactly, planView, workspaceRules } from './plan-view.ts'

type Lines = PlanFigures['lines']

function followed(figures: Lines[number], counts: Parameters<typeof drivenNumber>[1]): number | null {
  const quantity = figures.line.quantities.find(isDriven)
  return quantity ? drivenNumber(quantity, counts).n : null
}

/**
 * What each series would make of a plan, for one family of groups. Nothing is written, and a survey, which has no counts, is
 * never among them. @throws AppError plan_*, series_not_found, series_is_survey
 */
export function compareSeries(session: Session, { planId, family, series: names }: Input<'compareSeries'>) {
  const { plan, counts, figures } = planView(session, planId)
  const rules = workspaceRules(session, plan.fiscalYear)
  const current = plan.series[family]
  const candidates: CaseloadSeries[] = names
    ? names.map((name) => seriesNamed(session, name))
    : session.series.list().filter((series) => series.kind !== 'survey' && familiesOf(session.series.totals(series.id)).includes(family))
  const survey = candidates.find(({ kind }) => kind === 'survey')
  if (survey) throw new AppError('series_is_survey', { series: survey.name })
  const choices = candidates.map((series) => {
    const after = session.series.planCounts({ ...plan.series, [family]: series.id })
    const made = exactly(() => planFigures(plan, after, rules))
    const lines = made.lines.flatMap((line, index) => {
      const was = figures.lines[index]
      if (!was) return []
      const [before, now] = [{ n: followed(was, counts), need: was.need.known ? was.needed : null }, { n: followed(line, after), need: line.need.known ? line.needed : null }]
      return before.n === now.n && before.need === now.need ? [] : [{ id: line.line.id, description: line.line.description, activity: line.activity.name, before, after: now }]
    })
    const groups = FAMILIES[family].map((group) => {
      const [a, b] = [counts.get(group) ?? null, after.get(group) ?? null]
      return { group, count: b, difference: a === null || b === null ? null : b - a }
    })
    return {
      series: series.name, id: series.id, measuredOn: series.measuredOn, chosen: series.id === current, need: made.need, gap: made.gap, difference: made.need - figures.need, groups, lines,
    }
  })
  return { plan: plan.name, family, current: session.series.list().find(({ id }) => id === current)?.name ?? null, funded: figures.funded, choices }
}
