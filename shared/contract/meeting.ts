import { z } from 'zod'
import { MEETING_ITEM_KINDS } from '../domain/meeting.ts'
import { command, query } from './procedure.ts'
import { balance, finding, id, isoDate, planId, rupiah, targetGroup, wholeNumber } from './values.ts'

const PLAN_ERRORS = ['plan_missing', 'plan_not_found', 'money_range'] as const
const MEETING_ERRORS = [...PLAN_ERRORS, 'meeting_missing', 'workspace_damaged'] as const
const TOPICS = ['plan', 'caseload', 'allocation', 'rules', 'scenario', 'meeting'] as const

const shortText = z.string().trim().max(200)
const longText = z.string().trim().max(1000)
const heads = z.int().min(0).max(100_000)

/** People as they may be shown on a wall: `few` stands for one to four. */
const shownCount = z.union([wholeNumber, z.literal('few')])
const change = z.enum(['same', 'better', 'worse'])

const agendaWords = z.object({
  why: z.enum(['breach', 'scenarios', 'children', 'cadres', 'gap', 'asked']), name: z.string(), shape: z.enum(['monthly', 'people', 'times', 'whole']).optional(), unit: z.string().optional(),
  group: targetGroup.optional(), finding: finding.optional(), text: z.string().optional(),
})
const agendaItem = z.object({ kind: z.enum(MEETING_ITEM_KINDS), subject: z.string(), words: agendaWords })
export type AgendaItemView = z.infer<typeof agendaItem>

const meetingChoice = z.discriminatedUnion('what', [
  /** So many units at such a price; null: the line's own. */
  z.strictObject({ what: z.literal('help'), line: id, price: rupiah.nullable(), units: wholeNumber }),
  /** A scenario by id, or null for the plan as it is. */
  z.strictObject({ what: z.literal('plan'), scenario: id.nullable(), name: z.string().max(200) }),
  /** Whether the money is divided anew under the rules. */
  z.strictObject({ what: z.literal('breach'), repair: z.boolean() }),
  z.strictObject({ what: z.literal('words') }),
])
export type MeetingChoiceInput = z.infer<typeof meetingChoice>

const reach = z.object({ reached: shownCount, total: shownCount, time: z.object({ given: wholeNumber, needed: wholeNumber, unit: z.string() }).nullable() })
const totals = z.object({ need: rupiah, funded: rupiah, gap: rupiah, directBp: z.int().nullable() })

/** What a choice does, as it may be shown: no names, no count of people below five. */
export const meetingEffect = z.object({
  people: z.array(z.object({ group: targetGroup, kind: z.enum(['direct', 'incentive']), before: reach.nullable(), after: reach.nullable(), change })),
  helps: z.array(z.object({ line: id, name: z.string(), unit: z.string(), before: shownCount, after: shownCount, needed: shownCount, change: z.enum(['better', 'worse']) })),
  sources: z.array(z.object({ code: z.string(), label: z.string(), name: z.string(), before: rupiah, after: rupiah, available: rupiah, left: balance, onBudget: z.boolean() })),
  totals: z.object({ before: totals, after: totals }),
  own: z.object({ units: wholeNumber, funded: rupiah, bySource: z.array(z.object({ label: z.string(), amount: rupiah })) }).nullable(),
})
export type MeetingEffectView = z.infer<typeof meetingEffect>

const votes = z.strictObject({ for: heads, against: heads, abstained: heads })

const dial = z.object({
  line: id, shape: z.enum(['monthly', 'people', 'times', 'whole']),
  price: z.object({ now: rupiah, min: rupiah, max: rupiah, step: rupiah, per: z.string() }),
  units: z.object({ now: wholeNumber, needed: wholeNumber, max: wholeNumber, unit: z.string(), hidden: z.boolean() }),
  factor: wholeNumber, rest: rupiah, over: z.array(z.object({ n: wholeNumber, unit: z.string() })), others: z.array(z.string()), people: shownCount.nullable(),
  served: z.array(z.object({ by: z.string(), units: shownCount, unit: z.string() })), partners: z.array(z.string()),
  reference: z.array(z.object({ of: z.enum(['before', 'last_year']), year: z.int(), stage: z.string().nullable(), price: rupiah, units: wholeNumber, unit: z.string(), people: shownCount.nullable() })),
})
export type MeetingDial = z.infer<typeof dial>

const meetingItem = agendaItem.extend({
  id, position: z.int(), outcome: z.enum(['agreed', 'deferred']).nullable(), choice: meetingChoice.nullable(), effect: meetingEffect.nullable(), proposer: z.string(), votes: votes.nullable(),
  note: z.string(), decidedAt: z.string().nullable(),
  opinions: z.array(z.object({ id, by: z.string(), text: z.string(), at: z.string() })),
  /** What it is about is no longer in the plan, or was put right meanwhile. */
  gone: z.boolean(),
  dial: dial.nullable(),
  /** Plans to choose from, the plan as it stands first. */
  plans: z.array(z.object({ scenario: id.nullable(), name: z.string() })),
})
export type MeetingItemView = z.infer<typeof meetingItem>

const head = z.object({
  id, number: z.int(), heldOn: isoDate, place: z.string(), leader: z.string(), attended: heads.nullable(), startedAt: z.string(), finishedAt: z.string().nullable(),
  /** Number of the version that the meeting ended with; null where it made none. */
  version: z.int().nullable(),
})

const money = z.object({ need: rupiah, funded: rupiah, gap: rupiah })
const meetingView = head.extend({
  items: z.array(meetingItem), planName: z.string(), village: z.string(), kind: z.enum(['desa', 'kelurahan', 'regency']), fiscalYear: z.int(),
  before: money, after: money, directBp: z.int().nullable(),
  /** What the sources can give, and what is left of it, in spending order. */
  money: z.array(z.object({ code: z.string(), label: z.string(), name: z.string(), available: rupiah, left: balance, onBudget: z.boolean() })),
  /** Where the screen stands: 0 is its opening, one more than the points its end. */
  at: z.int().min(0),
})
export type MeetingView = z.infer<typeof meetingView>

const record = z.object({
  number: z.int(), heldOn: isoDate, place: z.string(), leader: z.string(), attended: heads.nullable(), finished: z.boolean(), before: money, after: money,
  decisions: z.array(z.object({
    number: z.int(), question: z.string(), outcome: z.enum(['agreed', 'deferred', 'open']), decision: z.string(), effects: z.array(z.string()), proposer: z.string(), votes: votes.nullable(),
    note: z.string(), opinions: z.array(z.object({ by: z.string(), text: z.string() })),
  })),
})

const facts = { heldOn: isoDate, place: shortText, leader: shortText, attended: heads.nullable() }
const meeting = z.string().max(100).optional().describe('a meeting by number or id; the newest when left out')

/** The rembuk: one decision after the other over a plan, its record, and the version that comes of it. Nothing here names a child. */
export const meetingContract = {
  /** The points that the plan leaves open, in the order of an agenda. */
  agenda: query(TOPICS, z.strictObject({ planId }), z.object({ items: z.array(agendaItem), lines: z.int(), ceilings: z.int(), scenarios: z.int(), funded: rupiah }), PLAN_ERRORS),
  list: query(TOPICS, z.strictObject({ planId }), z.array(head.extend({ items: z.int(), agreed: z.int(), deferred: z.int() })), PLAN_ERRORS),
  /** A meeting with everything that was decided; null where there was none. */
  show: query(TOPICS, z.strictObject({ planId, meeting }), meetingView.nullable(), [...PLAN_ERRORS, 'workspace_damaged', 'meeting_missing']),
  /** Its berita acara as sentences. */
  record: query(TOPICS, z.strictObject({ planId, meeting, language: z.enum(['id', 'en']).default('id') }), record, MEETING_ERRORS),
  /** Opens a meeting with points of the agenda (by kind and subject, in that order; all when left out; a `question` has its words as subject) and questions of its own at the end. */
  start: command(['meeting'], z.strictObject({
    planId, ...facts, points: z.array(z.strictObject({ kind: z.enum(MEETING_ITEM_KINDS), subject: z.string().max(300) })).max(40).optional(), questions: z.array(z.string().trim().min(1).max(300)).max(20).default([]),
  }), meetingView, [...PLAN_ERRORS, 'meeting_open', 'meeting_empty', 'text_names_somebody']),
  change: command(['meeting'], z.strictObject({ planId, heldOn: isoDate.optional(), place: shortText.optional(), leader: shortText.optional(), attended: heads.nullable().optional() }), head,
    [...MEETING_ERRORS, 'text_names_somebody']),
  /** Puts a question of the meeting's own at the end of the agenda. */
  ask: command(['meeting'], z.strictObject({ planId, text: z.string().trim().min(1).max(300) }), meetingView, [...MEETING_ERRORS, 'meeting_finished', 'text_names_somebody']),
  /** Puts the points in another order: these first, by id. */
  arrange: command(['meeting'], z.strictObject({ planId, items: z.array(id).min(1).max(100) }), meetingView, [...MEETING_ERRORS, 'meeting_finished', 'meeting_item_not_found']),
  /** What a choice would do to the plan as it stands, with what was agreed before; writes nothing. Solved exactly; can be stopped. */
  preview: query(TOPICS, z.strictObject({ planId, item: id, choice: meetingChoice }), z.object({
    /** same: nothing changes; beyond: the money does not reach that far, `effect` shows how far; impossible: not with what was agreed or locked before. */
    status: z.enum(['same', 'possible', 'beyond', 'impossible', 'stopped']), effect: meetingEffect,
    /** Lines that the last division protected and that stay so, by name. */
    held: z.array(z.string()),
  }), [...MEETING_ERRORS, 'meeting_item_not_found', 'scenario_not_found', 'line_not_found']),
  /** Records a decision; what was agreed is taken over into the plan in the same step. A decision can be taken again while the meeting goes on. */
  decide: command(['plan', 'allocation', 'caseload', 'scenario', 'meeting'], z.strictObject({
    planId, item: id, outcome: z.enum(['agreed', 'deferred']), choice: meetingChoice.default({ what: 'words' }), proposer: shortText.default(''), votes: votes.nullable().default(null), note: longText.default(''),
  }), meetingView, [...MEETING_ERRORS, 'meeting_item_not_found', 'meeting_finished', 'meeting_choice_impossible', 'meeting_item_settled', 'proposal_outdated', 'scenario_not_found', 'line_not_found', 'text_names_somebody']),
  /** Records another opinion on a point, decided or not. */
  object: command(['meeting'], z.strictObject({ planId, item: id, by: shortText, text: longText.min(1) }), meetingView, [...MEETING_ERRORS, 'meeting_item_not_found', 'meeting_finished', 'text_names_somebody']),
  /** Ends the meeting: locks what was agreed and keeps the plan as the version of its stage, as one step. No version where a later stage is locked already. */
  finish: command(['plan', 'allocation', 'scenario', 'meeting'], z.strictObject({ planId, by: shortText.min(1) }), meetingView, [...MEETING_ERRORS, 'meeting_finished', 'text_names_somebody']),
}
