import { childLists } from './child-lists.ts'
import type { Strategy } from '#shared/domain/allocation.ts'
import { cellKey, type Held, NOTHING_HELD, withHeld } from '#shared/domain/division.ts'
import { cellsFromResult } from '#shared/domain/instance.ts'
import { type ChosenPlan, chosenInstance, type HelpChoice, type MeetingChoice, withHelp } from '#shared/domain/meeting-choice.ts'
import { type MeetingEffect, meetingEffect } from '#shared/domain/meeting-effect.ts'
import { helpLines } from '#shared/domain/meeting.ts'
import { planFigures } from '#shared/domain/figures.ts'
import type { Basis, Plan } from '#shared/domain/plan.ts'
import type { PlanSide } from '#shared/domain/compare.ts'
import { AppError } from '../app-error.ts'
import type { StoredItem, StoredMeeting } from '../db/repositories/meeting-repository.ts'
import type { Session } from '../session.ts'
import { runAllocation } from '../solver/run.ts'
import { howDivided } from './division.ts'
import { planBefore } from './meeting-view.ts'
import { exactly, findLine, planView, type PlanView } from './plan-view.ts'
import { openScenario, type ScenarioView } from './scenario-view.ts'

/** Most time that an answer may take while people wait for it; what is not proven by then counts as the best that is known. */
const ANSWER_MS = 5_000

export type TrialStatus = 'same' | 'possible' | 'beyond' | 'impossible' | 'stopped'

/** A choice tried out: the plan as it would stand, and what that does. `scenario`: the one that it takes over. */
export interface Trial {
  readonly status: TrialStatus
  readonly view: PlanView
  readonly effect: MeetingEffect
  readonly scenario: ScenarioView | null
  /** How the money is divided, and what of the last division stays protected. */
  readonly strategy: Strategy
  readonly held: Held
}

/** Where a price that the meeting agreed on comes from. */
function agreedBasis(meeting: StoredMeeting): Basis {
  return { source: 'Kesepakatan rembuk', date: meeting.heldOn, confidence: 'B' }
}

/** What was agreed about other helps so far: later choices do not undo it. */
function agreedHelps(items: readonly StoredItem[], but: string): HelpChoice[] {
  return items.flatMap(({ id, outcome, choice }) => (id !== but && outcome === 'agreed' && choice?.what === 'help' ? [choice] : []))
}

/** The plan with a help's prices and numbers as they were before the meeting. */
function restored(view: PlanView, before: PlanView, lineId: string): PlanView {
  const known = new Map(before.plan.lines.map((line) => [line.id, line]))
  const own = new Set(helpLines(view, lineId).map(({ line }) => line.id))
  const lines = view.plan.lines.map((line) => {
    const was = own.has(line.id) ? known.get(line.id) : undefined
    return was ? { ...line, unitPrice: was.unitPrice, priceBasis: was.priceBasis, quantities: was.quantities } : line
  })
  const plan = { ...view.plan, lines }
  return { ...view, plan, figures: exactly(() => planFigures(plan, view.counts, view.rules)) }
}

function sideOf(session: Session, view: PlanView): PlanSide {
  return { ...view, lists: childLists(session, view.plan.series.child, view.counts) }
}

function withCells(view: PlanView, cells: Plan['cells']): PlanView {
  const plan = { ...view.plan, cells }
  return { ...view, plan, figures: exactly(() => planFigures(plan, view.counts, view.rules)) }
}

function isSame(view: PlanView, choice: MeetingChoice): boolean {
  if (choice.what === 'words') return true
  if (choice.what === 'plan') return choice.scenario === null
  if (choice.what === 'breach') return !choice.repair
  const together = helpLines(view, choice.line)
  return together[0] !== undefined && (choice.price === null || choice.price === together[0].line.unitPrice) && together.every(({ fundedUnits }) => fundedUnits === choice.units)
}

interface Start {
  readonly now: PlanView
  readonly from: PlanView
  readonly chosen: ChosenPlan
  readonly scenario: ScenarioView | null
  /** What the last division protected, but for the lines that this meeting has decided on. */
  readonly held: Held
  /** Lines that are decided on: where the money does not reach, they get what it allows. */
  readonly own: ReadonlySet<string>
}

/** @throws AppError plan_*, scenario_not_found, line_not_found */
function startOf(session: Session, meeting: StoredMeeting, items: readonly StoredItem[], item: StoredItem, choice: MeetingChoice, back: boolean): Start {
  const now = planView(session, meeting.planId)
  if (choice.what === 'help') findLine(now.plan, choice.line)
  const scenario = choice.what === 'plan' && choice.scenario !== null ? openScenario(session, meeting.planId, choice.scenario) : null
  const line = item.choice?.what === 'help' ? item.choice.line : null
  const from = scenario?.start ?? (back && line !== null ? restored(now, planBefore(session, meeting), line) : now)
  const choices = [...agreedHelps(items, item.id), ...(choice.what === 'help' ? [choice] : [])]
  const own = new Set(choice.what === 'help' ? helpLines(from, choice.line).map(({ line: { id } }) => id) : [])
  const decided = new Set(choices.flatMap((one) => helpLines(from, one.line).map(({ line: { id } }) => id)))
  const { lines, cells } = scenario ? NOTHING_HELD : howDivided(session, now).held
  const held = { lines: lines.filter(({ lineId }) => !decided.has(lineId)), cells: cells.filter(({ lineId }) => !decided.has(lineId)) }
  return { now, from, scenario, own, held, chosen: exactly(() => withHelp(from, choices, agreedBasis(meeting))) }
}

/** The attempts in their order: all that was protected stays, else nothing of it; the choice whole, else as far as the money goes. */
function attemptsOf({ held, own }: Start): readonly { readonly status: 'possible' | 'beyond'; readonly held: Held }[] {
  const ways = held.lines.length + held.cells.length === 0 ? [NOTHING_HELD] : [held, NOTHING_HELD]
  return ways.flatMap((each) => (own.size > 0 ? (['possible', 'beyond'] as const) : (['possible'] as const)).map((status) => ({ status, held: each })))
}

/** Cells without the locks that were only held while it was reckoned. */
function unheld(cells: Plan['cells'], { cells: held }: Held): Plan['cells'] {
  const keys = new Set(held.map(cellKey))
  return cells.map((cell) => (keys.has(cellKey(cell)) ? { ...cell, locked: false } : cell))
}

/**
 * Tries a choice on the plan as it stands, solved exactly with all that was agreed before and what the last division protected; where that cannot
 * hold any more, without the latter. Nothing is written. `back`: an agreement about a help is taken back instead. @throws AppError plan_*, scenario_not_found, line_not_found, money_range
 */
export async function tryChoice(
  session: Session, meeting: StoredMeeting, item: StoredItem, choice: MeetingChoice, { signal, back = false }: { readonly signal?: AbortSignal | undefined; readonly back?: boolean } = {},
): Promise<Trial> {
  const items = session.meetings.items(meeting.id)
  const start = startOf(session, meeting, items, item, choice, back)
  const { now, from, chosen, scenario, own } = start
  const line = choice.what === 'help' ? choice.line : item.kind === 'help' ? item.subject : null
  const strategy = scenario?.scenario.overrides.strategy ?? howDivided(session, now).strategy
  const trial = (status: TrialStatus, view: PlanView, held: Held = NOTHING_HELD): Trial => ({ status, view, scenario, strategy, held, effect: meetingEffect(sideOf(session, now), sideOf(session, view), line) })
  if (!back && isSame(now, choice)) return trial('same', now)
  const options = { strategy, deadlineMs: ANSWER_MS, ...(signal ? { signal } : {}) } as const
  for (const { status, held } of attemptsOf(start)) {
    const { view, instance } = exactly(() => chosenInstance(from, { ...chosen, plan: withHeld(chosen.plan, held) }, status === 'beyond' ? own : new Set()))
    const result = await runAllocation(instance, options)
    if (result.status === 'stopped') return trial('stopped', now)
    if (result.status !== 'infeasible') return trial(status, withCells({ ...from, plan: chosen.plan }, unheld(cellsFromResult(result, view), held)), held)
  }
  return trial('impossible', now)
}

/** What a trial follows from: whether the plan and the agreements are still those that it was tried on. */
export function trialBasis(session: Session, meeting: StoredMeeting): string {
  const { plan, counts, rules } = planView(session, meeting.planId)
  return JSON.stringify([plan, [...counts], rules, session.meetings.items(meeting.id).map(({ id, outcome, choice }) => [id, outcome, choice])])
}

/** Refuses what could name a child: a number of 16 digits, as a NIK has. @throws AppError text_names_somebody */
export function refuseNames(...texts: readonly string[]): void {
  if (texts.some((text) => /\d{16}/.test(text.replaceAll(/[\s.-]/g, '')))) throw new AppError('text_names_somebody', {})
}
