import type { z } from 'zod'
import type { consolidationContract, OpdActivities } from '#shared/contract/consolidation.ts'
import { sum } from '#shared/domain/money.ts'
import { taggedActivities, type Tags } from '#shared/domain/tagging.ts'
import { AppError } from '../app-error.ts'
import type { Session } from '../session.ts'
import { withOutput } from './plan-edit.ts'
import { findActivity, planView } from './plan-view.ts'
import { regencyOf } from './submission-store.ts'

type Input<K extends 'setOpd' | 'setTags'> = z.output<Extract<(typeof consolidationContract)[K]['~orpc']['inputSchema'], z.ZodType>>

const PATH = 'regency/tags/'

/** What was tagged otherwise than usual in a plan. */
export function tagsOf(session: Session, planId: string): Tags {
  const saved = session.workspace.keyed(PATH).get(planId)
  return { percent: {}, direct: {}, ...(saved === undefined ? {} : (JSON.parse(saved) as Partial<Tags>)) }
}

/** The regency's own activities with what of them is tagged. @throws AppError regency_only, plan_missing, money_range */
export function opdActivitiesOf(session: Session): OpdActivities {
  regencyOf(session)
  const view = planView(session, undefined)
  const activities = taggedActivities(view, tagsOf(session, view.plan.id)).map(({ activity, sources, lines, ...rest }) => ({
    id: activity.id, name: activity.name, regencyCode: activity.regencyCode, target: activity.target, targetNext: activity.targetNext, ...rest, sources: sources.map((source) => ({ ...source })), lines: lines.map((line) => ({ ...line })),
  }))
  const total = (what: 'ceiling' | 'tagged' | 'direct') => sum(activities.map((activity) => activity[what]))
  return {
    plan: view.plan.name, fiscalYear: view.plan.fiscalYear, total: { ceiling: total('ceiling'), tagged: total('tagged'), direct: total('direct') },
    subKegiatan: new Set(activities.filter(({ tagged }) => tagged > 0).flatMap(({ regencyCode }) => regencyCode ?? [])).size, activities,
  }
}

/** Changes tags, as one step. @throws AppError regency_only, plan_missing, activity_not_found, line_not_found */
export function setTags(session: Session, { percent, direct }: Input<'setTags'>): OpdActivities {
  regencyOf(session)
  const { plan } = planView(session, undefined)
  const names = new Map(plan.activities.map(({ id, name }) => [id, name]))
  const lines = new Map(plan.lines.map(({ id, description }) => [id, description]))
  for (const id of Object.keys(percent)) if (!names.has(id)) throw new AppError('activity_not_found', { activity: id })
  for (const id of Object.keys(direct)) if (!lines.has(id)) throw new AppError('line_not_found', { line: id })
  const before = tagsOf(session, plan.id)
  const marked = Object.entries({ ...before.direct, ...direct }).filter((entry): entry is [string, boolean] => entry[1] !== null)
  const tags: Tags = { percent: { ...before.percent, ...percent }, direct: Object.fromEntries(marked) }
  const what = [...Object.keys(percent).map((id) => names.get(id)), ...Object.keys(direct).map((id) => lines.get(id))].join(', ')
  session.step('tags', { what }, () => writeTags(session, plan.id, tags))
  return opdActivitiesOf(session)
}

function writeTags(session: Session, planId: string, tags: Tags): void {
  session.workspace.setSetting(`${PATH}${planId}`, JSON.stringify(tags))
}

/** Changes what the RKPD says of an activity, and its percent, as one step. @throws AppError regency_only, plan_missing, activity_not_found */
export function setOpdActivity(session: Session, { activity: id, percent, ...fields }: Input<'setOpd'>): OpdActivities {
  regencyOf(session)
  const { plan } = planView(session, undefined)
  const activity = findActivity(plan, id)
  const before = tagsOf(session, plan.id)
  session.step('activity', { activity: activity.name }, () => {
    session.plans.updateActivity(withOutput(activity, fields))
    if (percent !== undefined) writeTags(session, plan.id, { ...before, percent: { ...before.percent, [activity.id]: percent } })
  })
  return opdActivitiesOf(session)
}
