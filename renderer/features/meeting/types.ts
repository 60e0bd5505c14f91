export type { AgendaItemView, MeetingChoiceInput, MeetingDial, MeetingEffectView, MeetingItemView, MeetingView } from '#shared/contract/meeting.ts'

/** Place in the address of the screen that fills the wall. */
export const STAGE = 'layar'
