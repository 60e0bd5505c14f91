import type { z } from 'zod'
import type { meetingContract, MeetingView } from '#shared/contract/meeting.ts'
import { beforeFamilies, helpLines } from '#shared/domain/meeting.ts'
import { stageInTheWay, STAGES, type VersionStage } from '#shared/domain/version.ts'
import type { PlanKind } from '#shared/domain/plan.ts'
import { AppError } from '../app-error.ts'
import type { StoredItem, StoredMeeting } from '../db/repositories/meeting-repository.ts'
import type { Session } from '../session.ts'
import { backupBefore } from './backup.ts'
import { rememberDivision } from './division.ts'
import { rememberNumbers } from './caseload-series.ts'
import { refuseNames, type Trial, trialBasis, tryChoice } from './meeting-trial.ts'
import { findItem, findMeeting, headOfMeeting, meetingViewOf, openMeeting } from './meeting-view.ts'
import { planView, resolvePlanId } from './plan-view.ts'
import { takeScenario } from './scenario-run.ts'
import { versionOf } from './version.ts'

export type Input<K extends keyof typeof meetingContract> = z.output<Extract<(typeof meetingContract)[K]['~orpc']['inputSchema'], z.ZodType>>

export function listMeetings(session: Session, planId: string | undefined) {
  return session.meetings.list(resolvePlanId(session, planId)).map((meeting) => {
    const items = session.meetings.items(meeting.id)
    return { ...headOfMeeting(session, meeting), items: items.length, agreed: items.filter(({ outcome }) => outcome === 'agreed').length, deferred: items.filter(({ outcome }) => outcome === 'deferred').length }
  })
}

/** A meeting with all of its points; null where there was none yet. @throws AppError plan_*, meeting_missing, workspace_damaged */
export function showMeeting(session: Session, input: Input<'show'>): MeetingView | null {
  const found = findMeeting(session, resolvePlanId(session, input.planId), input.meeting)
  return found ? meetingViewOf(session, found) : null
}

/** Changes when, where, under whom and before how many. @throws AppError plan_*, meeting_missing, text_names_somebody */
export function changeMeeting(session: Session, input: Input<'change'>) {
  const id = resolvePlanId(session, input.planId)
  const meeting = findMeeting(session, id)
  if (!meeting) throw new AppError('meeting_missing', {})
  refuseNames(input.place ?? '', input.leader ?? '')
  const changed: StoredMeeting = {
    ...meeting, heldOn: input.heldOn ?? meeting.heldOn, place: input.place ?? meeting.place, leader: input.leader ?? meeting.leader, attended: input.attended === undefined ? meeting.attended : input.attended,
  }
  session.step('meeting_change', { number: meeting.number }, () => session.meetings.update(changed))
  return headOfMeeting(session, changed)
}

/** @throws AppError plan_*, meeting_*, scenario_not_found, line_not_found, money_range */
export async function previewDecision(session: Session, input: Input<'preview'>, signal?: AbortSignal) {
  const meeting = findMeeting(session, resolvePlanId(session, input.planId))
  if (!meeting) throw new AppError('meeting_missing', {})
  const item = findItem(session.meetings.items(meeting.id), input.item)
  const { status, effect, view, held } = await tryChoice(session, meeting, item, input.choice, { signal })
  const kept = new Set([...held.lines, ...held.cells].map(({ lineId }) => lineId))
  return { status, effect: plainEffect(effect), held: view.plan.lines.filter(({ id }) => kept.has(id)).map(({ description }) => beforeFamilies(description)) }
}

/** An effect as the contract carries it: copies that may be written to. */
function plainEffect(effect: Trial['effect']) {
  return {
    people: [...effect.people], helps: [...effect.helps], sources: [...effect.sources], totals: { before: { ...effect.totals.before }, after: { ...effect.totals.after } },
    own: effect.own && { ...effect.own, bySource: [...effect.own.bySource] },
  }
}

/** Writes the plan of a trial. Call inside a step. */
function takeOver(session: Session, { view, scenario, strategy, held }: Trial, planId: string): void {
  if (scenario) takeScenario(session, scenario, view.plan)
  const known = new Map(session.plans.get(planId)?.lines.map((line) => [line.id, line]))
  for (const { id, unitPrice, priceBasis, quantities } of view.plan.lines) {
    const was = known.get(id)
    if (was && (was.unitPrice !== unitPrice || JSON.stringify(was.quantities) !== JSON.stringify(quantities))) session.plans.saveLine({ ...was, unitPrice, priceBasis, quantities })
  }
  if (!scenario) {
    const locked = new Set(view.plan.cells.filter((cell) => cell.locked).map((cell) => `${cell.lineId}\n${cell.sourceId}`))
    for (const cell of session.plans.get(planId)?.cells ?? []) if (cell.locked && !locked.has(`${cell.lineId}\n${cell.sourceId}`)) session.plans.saveCell({ ...cell, locked: false })
    session.plans.replaceCells(planId, view.plan.cells)
    rememberDivision(session, planId, { strategy, scenario: null, ...held })
  }
  rememberNumbers(session)
}

/** What an undone agreement was about: a scenario that was taken over cannot be given back but by undo. */
function settled({ outcome, choice }: StoredItem): boolean {
  return outcome === 'agreed' && choice?.what === 'plan' && choice.scenario !== null
}

/**
 * Records a decision as one step, and with an agreement takes over into the plan what was agreed.
 * @throws AppError plan_*, meeting_*, scenario_not_found, line_not_found, proposal_outdated where the plan changed while it was reckoned
 */
export async function decideItem(session: Session, input: Input<'decide'>): Promise<MeetingView> {
  const meeting = openMeeting(session, resolvePlanId(session, input.planId))
  const item = findItem(session.meetings.items(meeting.id), input.item)
  refuseNames(input.proposer, input.note)
  if (settled(item)) throw new AppError('meeting_item_settled', {})
  const agreed = input.outcome === 'agreed'
  const back = !agreed && item.outcome === 'agreed' && item.choice?.what === 'help'
  const basis = trialBasis(session, meeting)
  const trial = agreed || back ? await tryChoice(session, meeting, item, agreed ? input.choice : { what: 'words' }, { back }) : null
  if (trial && trial.status !== 'same' && trial.status !== 'possible') throw new AppError('meeting_choice_impossible', {})
  if (trial?.status === 'possible') await backupBefore(session, 'alokasi')
  if (basis !== trialBasis(session, meeting)) throw new AppError('proposal_outdated', {})
  session.step(agreed ? 'meeting_agree' : 'meeting_defer', { point: item.position, number: meeting.number }, () => {
    if (trial?.status === 'possible') takeOver(session, trial, meeting.planId)
    session.meetings.decide(item.id, {
      outcome: input.outcome, choice: agreed ? input.choice : null, effect: agreed ? (trial?.effect ?? null) : null, proposer: input.proposer, votes: input.votes, note: input.note,
      decidedAt: session.ports.now().toISOString(),
    })
  })
  return meetingViewOf(session, meeting)
}

/** Records another opinion. @throws AppError plan_*, meeting_*, text_names_somebody */
export function objectToItem(session: Session, input: Input<'object'>): MeetingView {
  const meeting = openMeeting(session, resolvePlanId(session, input.planId))
  const item = findItem(session.meetings.items(meeting.id), input.item)
  refuseNames(input.by, input.text)
  session.step('meeting_object', { point: item.position, number: meeting.number }, () =>
    session.meetings.addOpinion(item.id, { id: session.ports.newId(), by: input.by, text: input.text, at: session.ports.now().toISOString() }))
  return meetingViewOf(session, meeting)
}

/** The stage that a meeting's result has: hasil rembuk of a desa, musrenbang of a kelurahan, rancangan awal of a regency. */
function stageOf(kind: PlanKind): VersionStage {
  return kind === 'desa' ? 'rembuk' : STAGES[kind][0]
}

/** Ends a meeting as one step: cells of the helps that were agreed on are locked, and the plan is kept as a version. @throws AppError plan_*, meeting_* */
export async function finishMeeting(session: Session, input: Input<'finish'>): Promise<MeetingView> {
  const planId = resolvePlanId(session, input.planId)
  openMeeting(session, planId)
  refuseNames(input.by)
  await backupBefore(session, 'alokasi')
  const meeting = openMeeting(session, planId)
  const view = planView(session, planId)
  const { plan } = view
  const agreed = new Set(session.meetings.items(meeting.id).flatMap(({ outcome, choice }) => (outcome === 'agreed' && choice?.what === 'help' ? helpLines(view, choice.line).map(({ line }) => line.id) : [])))
  const stage = stageOf(plan.kind)
  const passed = stageInTheWay(plan.kind, stage, session.versions.list(planId).filter(({ lockedAt }) => lockedAt !== null).map((version) => version.stage)) !== null
  session.step('meeting_finish', { number: meeting.number }, () => {
    for (const cell of plan.cells) if (agreed.has(cell.lineId) && !cell.locked && cell.units > 0) session.plans.saveCell({ ...cell, locked: true })
    const version = passed ? null : versionOf(session, planView(session, planId), { stage, by: input.by, why: `Rembuk ${meeting.heldOn}` })
    if (version) session.versions.save(version)
    session.meetings.finish(meeting.id, session.ports.now().toISOString(), version?.id ?? null)
  })
  return meetingViewOf(session, findMeeting(session, planId, meeting.id) ?? meeting)
}
