import type { MeetingEffect } from '#shared/domain/meeting-effect.ts'
import type { MeetingChoice } from '#shared/domain/meeting-choice.ts'
import type { AgendaItem, AgendaWords } from '#shared/domain/meeting.ts'
import type { Votes } from '#shared/domain/meeting-record.ts'
import type { Sql } from '../statements.ts'

export interface StoredMeeting {
  readonly id: string
  readonly planId: string
  readonly number: number
  /** ISO date. */
  readonly heldOn: string
  readonly place: string
  readonly leader: string
  readonly attended: number | null
  readonly startedAt: string
  /** null: it goes on. */
  readonly finishedAt: string | null
  readonly versionId: string | null
  readonly beforeDigest: string
}

export interface StoredOpinion {
  readonly id: string
  readonly by: string
  readonly text: string
  readonly at: string
}

export interface StoredItem extends AgendaItem {
  readonly id: string
  readonly position: number
  readonly outcome: 'agreed' | 'deferred' | null
  readonly choice: MeetingChoice | null
  readonly effect: MeetingEffect | null
  readonly proposer: string
  readonly votes: Votes | null
  readonly note: string
  readonly decidedAt: string | null
  readonly opinions: readonly StoredOpinion[]
}

export type Decision = Pick<StoredItem, 'outcome' | 'choice' | 'effect' | 'proposer' | 'votes' | 'note' | 'decidedAt'>

type ItemRow = Omit<StoredItem, 'words' | 'choice' | 'effect' | 'votes' | 'opinions'> & {
  words: string; choice: string | null; effect: string | null; votesFor: number | null; votesAgainst: number | null; votesAbstained: number | null
}

const MEETING = `id, plan_id AS planId, number, held_on AS heldOn, place, leader, attended, started_at AS startedAt, finished_at AS finishedAt,
  version_id AS versionId, before_digest AS beforeDigest`
const ITEM = `id, position, kind, subject, words, outcome, choice, effect, proposer, votes_for AS votesFor, votes_against AS votesAgainst,
  votes_abstained AS votesAbstained, note, decided_at AS decidedAt`

function itemOf({ words, choice, effect, votesFor, votesAgainst, votesAbstained, ...row }: ItemRow, opinions: readonly StoredOpinion[]): StoredItem {
  return {
    ...row, words: JSON.parse(words) as AgendaWords, choice: choice === null ? null : (JSON.parse(choice) as MeetingChoice), opinions,
    effect: effect === null ? null : (JSON.parse(effect) as MeetingEffect),
    votes: votesFor === null || votesAgainst === null || votesAbstained === null ? null : { for: votesFor, against: votesAgainst, abstained: votesAbstained },
  }
}

/** A number that no agenda reaches. */
const ASIDE = 1_000_000

/** Meetings over plans, oldest first, and what was decided there. */
export function createMeetingRepository(sql: Sql) {
  return {
    list(planId: string): StoredMeeting[] {
      return sql(`SELECT ${MEETING} FROM meeting WHERE plan_id = ? ORDER BY number`).all(planId) as StoredMeeting[]
    },

    /** The plan as it stood when the meeting began, as it was written. */
    before(id: string): string | undefined {
      return sql('SELECT before_content FROM meeting WHERE id = ?').pluck().get(id) as string | undefined
    },

    items(meetingId: string): StoredItem[] {
      const opinions = sql(`SELECT o.id, o.item_id AS itemId, o.said_by AS "by", o.words AS text, o.said_at AS at FROM meeting_opinion o JOIN meeting_item i ON i.id = o.item_id
        WHERE i.meeting_id = ? ORDER BY o.position`).all(meetingId) as (StoredOpinion & { itemId: string })[]
      const byItem = Map.groupBy(opinions, ({ itemId }) => itemId)
      const rows = sql(`SELECT ${ITEM} FROM meeting_item WHERE meeting_id = ? ORDER BY position`).all(meetingId) as ItemRow[]
      return rows.map((row) => itemOf(row, (byItem.get(row.id) ?? []).map(({ id, by, text, at }) => ({ id, by, text, at }))))
    },

    create(meeting: Omit<StoredMeeting, 'finishedAt' | 'versionId'> & { readonly beforeContent: string }): void {
      sql(`INSERT INTO meeting (id, plan_id, number, held_on, place, leader, attended, started_at, before_content, before_digest)
           VALUES (@id, @planId, @number, @heldOn, @place, @leader, @attended, @startedAt, @beforeContent, @beforeDigest)`).run(meeting)
    },

    update({ id, heldOn, place, leader, attended }: Pick<StoredMeeting, 'id' | 'heldOn' | 'place' | 'leader' | 'attended'>): void {
      sql('UPDATE meeting SET held_on = ?, place = ?, leader = ?, attended = ? WHERE id = ?').run(heldOn, place, leader, attended, id)
    },

    finish(id: string, at: string, versionId: string | null): void {
      sql('UPDATE meeting SET finished_at = ?, version_id = ? WHERE id = ?').run(at, versionId, id)
    },

    /** Puts a point at the end of the agenda. */
    addItem(meetingId: string, id: string, { kind, subject, words }: AgendaItem): void {
      sql(`INSERT INTO meeting_item (id, meeting_id, position, kind, subject, words)
           VALUES (@id, @meetingId, (SELECT coalesce(max(position), 0) + 1 FROM meeting_item WHERE meeting_id = @meetingId), @kind, @subject, @words)`)
        .run({ id, meetingId, kind, subject, words: JSON.stringify(words) })
    },

    /** Numbers the points anew. Beyond the others first: no two may ever have one number. */
    arrange(ids: readonly string[]): void {
      const move = sql('UPDATE meeting_item SET position = ? WHERE id = ?')
      for (const [index, id] of ids.entries()) move.run(ASIDE + index, id)
      for (const [index, id] of ids.entries()) move.run(index + 1, id)
    },

    decide(id: string, { outcome, choice, effect, proposer, votes, note, decidedAt }: Decision): void {
      sql(`UPDATE meeting_item SET outcome = ?, choice = ?, effect = ?, proposer = ?, votes_for = ?, votes_against = ?, votes_abstained = ?, note = ?, decided_at = ? WHERE id = ?`)
        .run(outcome, choice === null ? null : JSON.stringify(choice), effect === null ? null : JSON.stringify(effect), proposer, votes?.for ?? null, votes?.against ?? null, votes?.abstained ?? null, note, decidedAt, id)
    },

    addOpinion(itemId: string, { id, by, text, at }: StoredOpinion): void {
      sql(`INSERT INTO meeting_opinion (id, item_id, position, said_by, words, said_at)
           VALUES (@id, @itemId, (SELECT coalesce(max(position), 0) + 1 FROM meeting_opinion WHERE item_id = @itemId), @by, @text, @at)`).run({ id, itemId, by, text, at })
    },
  }
}
