import { defaultFiscalYear } from '#shared/domain/period.ts'
import type { PlanKind } from '#shared/domain/plan.ts'
import { buildTemplate } from '#shared/domain/template.ts'
import { AppError } from '../app-error.ts'
import { findRegion } from '../regions/lookup.ts'
import type { Session } from '../session.ts'
import { newestSeries, rememberNumbers } from './caseload-series.ts'

const YEARS = { from: 2024, to: 2040 }

/** What people call the plan of an area: `Desa Kalipucung TA 2027`. */
export function planName(kind: PlanKind, region: string, fiscalYear: number): string {
  const name = findRegion(region)?.name ?? region
  const title = kind === 'regency' ? name : `${kind === 'desa' ? 'Desa' : 'Kelurahan'} ${name}`
  return `${title} TA ${fiscalYear}`
}

/** A plan's name that no other has: the second of one name is called `… (2)`. */
export function freePlanName(session: Session, base: string): string {
  const taken = new Set(session.plans.heads().map((head) => head.name))
  let name = base
  for (let number = 2; taken.has(name); number += 1) name = `${base} (${number})`
  return name
}

/** Budget year of a plan: what is asked for, or the usual one on this day. @throws AppError year_out_of_range */
export function planYear(session: Session, asked: number | undefined): number {
  const year = asked ?? Number(session.workspace.settings().get('fiscal-year') ?? defaultFiscalYear(session.workspace.get().kind, session.today()))
  if (year < YEARS.from || year > YEARS.to) throw new AppError('year_out_of_range', { year, ...YEARS })
  return year
}

/**
 * Makes a complete first plan from the template of the workspace's kind. It follows, per family, the newest series that
 * counts it; sources come without ceilings. It becomes the current plan. @throws AppError template_mismatch, year_out_of_range
 */
export function createPlan(session: Session, input: { template: PlanKind; fiscalYear?: number | undefined; name?: string | undefined }) {
  const { kind, region } = session.workspace.get()
  if (input.template !== kind) throw new AppError('template_mismatch', { template: input.template, kind })
  const fiscalYear = planYear(session, input.fiscalYear)
  const series = newestSeries(session)
  const template = buildTemplate(kind, { fiscalYear, counts: session.series.planCounts(series), newId: session.ports.newId })
  const id = session.ports.newId()
  const name = freePlanName(session, input.name ?? planName(kind, region, fiscalYear))
  return session.step('plan', { plan: name }, () => {
    session.plans.create({ id, name, region, kind, fiscalYear, complete: false }, session.ports.now().toISOString())
    for (const [family, seriesId] of Object.entries(series)) session.plans.follow(id, family as keyof typeof series, seriesId)
    for (const activity of template.activities) session.plans.addActivity(id, activity)
    for (const line of template.lines) session.plans.saveLine(line)
    for (const source of template.sources) session.plans.saveSource(id, source)
    session.workspace.setCurrentPlan(id)
    rememberNumbers(session)
    return { plan: id, activities: template.activities.length, lines: template.lines.length, fiscalYear }
  })
}
