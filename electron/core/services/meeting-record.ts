import type { MeetingRecord } from '#shared/domain/meeting-record.ts'
import { createTranslator, type Language } from '#shared/i18n/index.ts'
import { choiceText, effectTexts, questionText } from '#shared/i18n/meeting-text.ts'
import { AppError } from '../app-error.ts'
import type { StoredMeeting } from '../db/repositories/meeting-repository.ts'
import type { Session } from '../session.ts'
import type { Input } from './meeting.ts'
import { findMeeting, planAfter, planBefore } from './meeting-view.ts'
import { planView, resolvePlanId } from './plan-view.ts'

/** What the papers say of a meeting: sentences in one language, counts below five hidden, no names but those that were typed as roles. */
function recordOf(session: Session, meeting: StoredMeeting, language: Language): MeetingRecord {
  const translator = createTranslator(language)
  const { plan, figures } = planAfter(session, meeting, planView(session, meeting.planId))
  const before = planBefore(session, meeting).figures
  const { number, heldOn, place, leader, attended, finishedAt } = meeting
  return {
    number, heldOn, place, leader, attended, finished: finishedAt !== null,
    before: { need: before.need, funded: before.funded, gap: before.gap }, after: { need: figures.need, funded: figures.funded, gap: figures.gap },
    decisions: session.meetings.items(meeting.id).map((item) => ({
      number: item.position, question: questionText(item, translator), outcome: item.outcome ?? 'open',
      decision: choiceText(item, item.choice, item.effect, plan.lines.find(({ id }) => id === item.subject), translator), effects: item.outcome === 'agreed' ? effectTexts(item.effect, translator) : [],
      proposer: item.proposer, votes: item.votes, note: item.note, opinions: item.opinions.map(({ by, text }) => ({ by, text })),
    })),
  }
}

/** The newest meeting's record for the papers of a plan; `undefined` where there was none. */
export function newestRecord(session: Session, planId: string, language: Language): MeetingRecord | undefined {
  const meeting = session.meetings.list(planId).at(-1)
  return meeting && recordOf(session, meeting, language)
}

/** A meeting's record as sentences. @throws AppError plan_*, meeting_missing, workspace_damaged */
export function meetingRecordOf(session: Session, input: Input<'record'>) {
  const meeting = findMeeting(session, resolvePlanId(session, input.planId), input.meeting)
  if (!meeting) throw new AppError('meeting_missing', {})
  const record = recordOf(session, meeting, input.language)
  return { ...record, decisions: record.decisions.map((one) => ({ ...one, effects: [...one.effects], opinions: [...one.opinions] })) }
}
