import type { MeetingItemView, MeetingView } from '#shared/contract/meeting.ts'
import { checkPlan } from '#shared/domain/checks.ts'
import { beforeFamilies, spokenSource } from '#shared/domain/meeting.ts'
import { helpDial, type LookBack } from '#shared/domain/meeting-dial.ts'
import type { MoneyTotals } from '#shared/domain/compare.ts'
import { inBudgetOrder } from '#shared/domain/figures.ts'
import type { InstanceInput } from '#shared/domain/instance.ts'
import { type VersionContent, versionView } from '#shared/domain/version.ts'
import { AppError } from '../app-error.ts'
import { regionPath } from '../regions/lookup.ts'
import type { StoredItem, StoredMeeting } from '../db/repositories/meeting-repository.ts'
import type { Session } from '../session.ts'
import { exactly, planView, type PlanView } from './plan-view.ts'
import { digestOf } from './version.ts'

/** Setting that remembers where the meeting's screen stands, as `meeting id:point`: a preference, so looking around is no step. */
const MEETING_AT = 'meeting-at'

/** The meeting that goes on, or the newest; by number or id where one is named. @throws AppError meeting_missing where it is named and there is none */
export function findMeeting(session: Session, planId: string, typed?: string): StoredMeeting | undefined {
  const all = session.meetings.list(planId)
  if (typed === undefined) return all.find(({ finishedAt }) => finishedAt === null) ?? all.at(-1)
  const found = all.find(({ id, number }) => id === typed || String(number) === typed.trim())
  if (!found) throw new AppError('meeting_missing', {})
  return found
}

/** The meeting that goes on. @throws AppError meeting_missing, meeting_finished */
export function openMeeting(session: Session, planId: string): StoredMeeting {
  const found = findMeeting(session, planId)
  if (!found) throw new AppError('meeting_missing', {})
  if (found.finishedAt !== null) throw new AppError('meeting_finished', { number: found.number })
  return found
}

/** A point of the meeting. @throws AppError meeting_item_not_found */
export function findItem(items: readonly StoredItem[], id: string): StoredItem {
  const found = items.find((item) => item.id === id || String(item.position) === id)
  if (!found) throw new AppError('meeting_item_not_found', { item: id })
  return found
}

/** The plan as it stood when the meeting began. @throws AppError workspace_damaged where that is not what was written */
export function planBefore(session: Session, meeting: StoredMeeting): InstanceInput {
  const content = session.meetings.before(meeting.id)
  if (content === undefined || digestOf(content) !== meeting.beforeDigest) throw new AppError('workspace_damaged', { file: session.file, detail: `meeting ${meeting.number}`, backup: null })
  return exactly(() => versionView(JSON.parse(content) as VersionContent))
}

/** The plan as a meeting left it: the version that it ended with; as it stands where the meeting goes on or made none. @throws AppError workspace_damaged */
export function planAfter(session: Session, meeting: StoredMeeting, now: InstanceInput): InstanceInput {
  if (meeting.versionId === null) return now
  const content = session.versions.content(meeting.versionId)
  const version = session.versions.list(meeting.planId).find(({ id }) => id === meeting.versionId)
  if (content === undefined || version === undefined || digestOf(content) !== version.digest) throw new AppError('workspace_damaged', { file: session.file, detail: `meeting ${meeting.number}`, backup: null })
  return exactly(() => versionView(JSON.parse(content) as VersionContent))
}

/** Last year's plan of the same place: its newest version that became a budget, else the plan itself. */
function lastYear(session: Session, { plan }: PlanView): LookBack[] {
  const head = session.plans.heads().findLast(({ region, fiscalYear }) => region === plan.region && fiscalYear === plan.fiscalYear - 1)
  if (!head) return []
  const version = session.versions.list(head.id).findLast(({ stage }) => /^(apb|p_apb|dp)/.test(stage))
  const content = version && session.versions.content(version.id)
  if (version && content !== undefined && digestOf(content) === version.digest) {
    return [{ of: 'last_year', stage: version.stage, view: exactly(() => versionView(JSON.parse(content) as VersionContent)) }]
  }
  return [{ of: 'last_year', stage: null, view: planView(session, head.id) }]
}

/** Plans that the meeting can choose between: the plan as it stands, and its scenarios. */
function plansOf(session: Session, planId: string): MeetingItemView['plans'] {
  return [{ scenario: null, name: '' }, ...session.scenarios.list(planId).map(({ id, name }) => ({ scenario: id, name }))]
}

function itemView(session: Session, view: PlanView, lookBack: readonly LookBack[], notes: ReadonlySet<string>, item: StoredItem): MeetingItemView {
  const dial = item.kind === 'help' ? helpDial(view, item.subject, lookBack) : undefined
  const plans = item.kind === 'plan' ? plansOf(session, view.plan.id) : []
  const { words, effect, ...rest } = item
  return {
    ...rest, words: { ...words, name: beforeFamilies(words.name) }, opinions: item.opinions.map((opinion) => ({ ...opinion })), plans,
    gone: (item.kind === 'help' && dial === undefined) || (item.kind === 'plan' && plans.length < 2) || (item.kind === 'breach' && !notes.has(item.subject)),
    effect: effect as MeetingItemView['effect'],
    dial: dial === undefined ? null : { ...dial, over: [...dial.over], others: dial.others.map(beforeFamilies), served: [...dial.served], partners: [...dial.partners], reference: [...dial.reference] },
  } as MeetingItemView
}

export function headOfMeeting(session: Session, meeting: StoredMeeting) {
  const { id, number, heldOn, place, leader, attended, startedAt, finishedAt, versionId } = meeting
  const version = versionId === null ? undefined : session.versions.list(meeting.planId).find((one) => one.id === versionId)
  return { id, number, heldOn, place, leader, attended, startedAt, finishedAt, version: version?.number ?? null }
}

function totalsOf({ figures: { need, funded, gap } }: InstanceInput): MoneyTotals {
  return { need, funded, gap }
}

function placeAt(session: Session, meeting: StoredMeeting, items: readonly StoredItem[]): number {
  const [id, at] = (session.workspace.settings().get(MEETING_AT) ?? '').split(':')
  const known = id === meeting.id ? Number(at) : Number.NaN
  return Number.isInteger(known) && known >= 0 && known <= items.length + 1 ? known : 0
}

/** A meeting as its screen has it. @throws AppError plan_*, workspace_damaged */
export function meetingViewOf(session: Session, meeting: StoredMeeting): MeetingView {
  const view = planView(session, meeting.planId)
  const before = planBefore(session, meeting)
  const after = planAfter(session, meeting, view)
  const items = session.meetings.items(meeting.id)
  const lookBack: LookBack[] = [{ of: 'before', stage: null, view: before }, ...lastYear(session, view)]
  const notes = new Set(checkPlan(view).map(({ code, where }) => `${code}:${where.id}`))
  const area = regionPath(view.plan.region).at(-1)
  return {
    ...headOfMeeting(session, meeting), items: items.map((item) => itemView(session, view, lookBack, notes, item)),
    planName: view.plan.name, village: area?.name ?? view.plan.region, kind: view.plan.kind, fiscalYear: view.plan.fiscalYear,
    before: totalsOf(before), after: totalsOf(after), directBp: after.figures.shareOfFunded.bp, at: placeAt(session, meeting, items),
    money: inBudgetOrder(view.figures.sources).filter(({ available, spent }) => available > 0 || spent > 0)
      .map(({ source, available, left }) => ({ code: source.code, label: spokenSource(source), name: source.name, available, left, onBudget: source.onBudget })),
  }
}
