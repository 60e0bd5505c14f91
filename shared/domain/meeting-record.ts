import type { MoneyTotals } from './compare.ts'

/** Votes as they were counted; a decision without them was agreed by all (musyawarah mufakat). */
export interface Votes {
  readonly for: number
  readonly against: number
  readonly abstained: number
}

/** A point of the agenda as the berita acara says it. Sentences are made by whoever has the message catalogue. */
export interface MeetingDecision {
  /** From 1, in the order of the agenda. */
  readonly number: number
  readonly question: string
  /** open: it was not reached. */
  readonly outcome: 'agreed' | 'deferred' | 'open'
  /** What was agreed, in words; `''` where nothing was. */
  readonly decision: string
  /** What the decision does, one sentence each, as it was shown when it was taken. */
  readonly effects: readonly string[]
  /** A role or a group, as it was typed; `''` where nobody was named. */
  readonly proposer: string
  /** null: without a vote. */
  readonly votes: Votes | null
  readonly note: string
  readonly opinions: readonly { readonly by: string; readonly text: string }[]
}

/** A meeting as its berita acara has it. No child, no NIK: only what was typed about roles, and counts. */
export interface MeetingRecord {
  readonly number: number
  /** ISO date. */
  readonly heldOn: string
  readonly place: string
  /** Who led it: role or name, as it was typed. */
  readonly leader: string
  /** People who attended; null: not counted. */
  readonly attended: number | null
  readonly finished: boolean
  readonly decisions: readonly MeetingDecision[]
  /** The plan when the meeting began, and as it stands. */
  readonly before: MoneyTotals
  readonly after: MoneyTotals
}
