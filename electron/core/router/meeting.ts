import { arrangeAgenda, askQuestion, planAgenda, startMeeting } from '../services/meeting-agenda.ts'
import { meetingRecordOf } from '../services/meeting-record.ts'
import { changeMeeting, decideItem, finishMeeting, listMeetings, objectToItem, previewDecision, showMeeting } from '../services/meeting.ts'
import type { AppRouter, Opened } from './base.ts'

/** The meeting. */
export function meetingAreas({ meeting }: Opened): Pick<AppRouter, 'meeting'> {
  return {
    meeting: {
      agenda: meeting.agenda.handler(({ context, input }) => planAgenda(context.session, input.planId)),
      list: meeting.list.handler(({ context, input }) => listMeetings(context.session, input.planId)),
      show: meeting.show.handler(({ context, input }) => showMeeting(context.session, input)),
      record: meeting.record.handler(({ context, input }) => meetingRecordOf(context.session, input)),
      start: meeting.start.handler(({ context, input }) => startMeeting(context.session, input)),
      change: meeting.change.handler(({ context, input }) => changeMeeting(context.session, input)),
      ask: meeting.ask.handler(({ context, input }) => askQuestion(context.session, input)),
      arrange: meeting.arrange.handler(({ context, input }) => arrangeAgenda(context.session, input)),
      preview: meeting.preview.handler(({ context, input, signal }) => previewDecision(context.session, input, signal)),
      decide: meeting.decide.handler(({ context, input }) => decideItem(context.session, input)),
      object: meeting.object.handler(({ context, input }) => objectToItem(context.session, input)),
      finish: meeting.finish.handler(({ context, input }) => finishMeeting(context.session, input)),
    },
  }
}
