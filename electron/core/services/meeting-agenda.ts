import type { MeetingView } from '#shared/contract/meeting.ts'
import { type AgendaItem, agendaOf, beforeFamilies } from '#shared/domain/meeting.ts'
import { AppError } from '../app-error.ts'
import type { Session } from '../session.ts'
import type { Input } from './meeting.ts'
import { refuseNames } from './meeting-trial.ts'
import { findItem, meetingViewOf, openMeeting } from './meeting-view.ts'
import { planView, type PlanView, resolvePlanId } from './plan-view.ts'
import { contentNow, digestOf } from './version.ts'

function plain({ kind, subject, words }: AgendaItem) {
  return { kind, subject, words: { ...words, name: beforeFamilies(words.name), finding: words.finding && { ...words.finding, amounts: { ...words.finding.amounts }, words: { ...words.finding.words } } } }
}

function agendaFor(session: Session, view: PlanView): AgendaItem[] {
  return agendaOf(view, session.scenarios.list(view.plan.id).length)
}

/** The points that a plan leaves open, and what a meeting would have to go on. @throws AppError plan_* */
export function planAgenda(session: Session, planId: string | undefined) {
  const view = planView(session, planId)
  return {
    items: agendaFor(session, view).map(plain), lines: view.plan.lines.length, ceilings: view.figures.sources.filter(({ ceiling }) => ceiling !== null).length,
    scenarios: session.scenarios.list(view.plan.id).length, funded: view.figures.funded,
  }
}

function questionOf(text: string): AgendaItem {
  return { kind: 'question', subject: '', words: { why: 'asked', name: '', text } }
}

/** The points that were asked for, in the order in which they were; those that the plan no longer leaves open are passed over. */
function pointsOf(agenda: readonly AgendaItem[], wanted: Input<'start'>['points']): AgendaItem[] {
  if (!wanted) return [...agenda]
  const known = new Map(agenda.map((item) => [`${item.kind}\n${item.subject}`, item]))
  return [...new Set(wanted.flatMap(({ kind, subject }) => (kind === 'question' && subject.trim() !== '' ? [questionOf(subject.trim())] : (known.get(`${kind}\n${subject}`) ?? []))))]
}

/** Opens a meeting. @throws AppError plan_*, meeting_open, meeting_empty, text_names_somebody */
export function startMeeting(session: Session, input: Input<'start'>): MeetingView {
  const view = planView(session, input.planId)
  const all = session.meetings.list(view.plan.id)
  const open = all.find(({ finishedAt }) => finishedAt === null)
  if (open) throw new AppError('meeting_open', { number: open.number })
  refuseNames(input.place, input.leader, ...input.questions, ...(input.points ?? []).flatMap(({ kind, subject }) => (kind === 'question' ? [subject] : [])))
  const points = pointsOf(agendaFor(session, view), input.points)
  const asked = input.questions.map(questionOf)
  if (points.length + asked.length === 0) throw new AppError('meeting_empty', {})
  const content = contentNow(session, view)
  const meeting = {
    id: session.ports.newId(), planId: view.plan.id, number: (all.at(-1)?.number ?? 0) + 1, heldOn: input.heldOn, place: input.place, leader: input.leader, attended: input.attended,
    startedAt: session.ports.now().toISOString(), beforeContent: content, beforeDigest: digestOf(content),
  }
  session.step('meeting_start', { number: meeting.number }, () => {
    session.meetings.create(meeting)
    for (const item of [...points, ...asked]) session.meetings.addItem(meeting.id, session.ports.newId(), item)
  })
  return meetingViewOf(session, openMeeting(session, view.plan.id))
}

/** @throws AppError plan_*, meeting_missing, meeting_finished, text_names_somebody */
export function askQuestion(session: Session, input: Input<'ask'>): MeetingView {
  const meeting = openMeeting(session, resolvePlanId(session, input.planId))
  refuseNames(input.text)
  session.step('meeting_ask', { number: meeting.number }, () =>
    session.meetings.addItem(meeting.id, session.ports.newId(), questionOf(input.text)))
  return meetingViewOf(session, meeting)
}

/**
 * Puts the points in another order, as one step: those that are named first, in that order; the others follow as they stood. A decision
 * keeps its record, and takes the number of its new place. @throws AppError plan_*, meeting_missing, meeting_finished, meeting_item_not_found
 */
export function arrangeAgenda(session: Session, input: Input<'arrange'>): MeetingView {
  const meeting = openMeeting(session, resolvePlanId(session, input.planId))
  const items = session.meetings.items(meeting.id)
  const first = [...new Set(input.items)].map((id) => findItem(items, id).id)
  const order = [...first, ...items.map(({ id }) => id).filter((id) => !first.includes(id))]
  if (order.some((id, index) => items[index]?.id !== id)) session.step('meeting_arrange', { number: meeting.number }, () => session.meetings.arrange(order))
  return meetingViewOf(session, meeting)
}
