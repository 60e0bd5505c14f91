import { createHash } from 'node:crypto'
import type { ScenarioItem, ScenarioOverrides } from '#shared/contract/scenario.ts'
import type { SeriesChoice } from '#shared/domain/caseload.ts'
import type { PlanSide } from '#shared/domain/compare.ts'
import { planFigures } from '#shared/domain/figures.ts'
import { allocationInstance } from '#shared/domain/instance.ts'
import type { AllocationCell } from '#shared/domain/plan.ts'
import { applyScenario, type IgnoredOverride, type Overrides, type ScenarioPlan } from '#shared/domain/scenario.ts'
import type { Family } from '#shared/domain/target-group.ts'
import { MINUS } from '#shared/i18n/format.ts'
import { AppError } from '../app-error.ts'
import type { StoredScenario } from '../db/repositories/scenario-repository.ts'
import type { Session } from '../session.ts'
import { seriesNamed } from './caseload-series.ts'
import { childLists } from './child-lists.ts'
import { exactly, findLine, findSource, type PlanView, planView } from './plan-view.ts'

/** A plan as a scenario has it: what its allocation starts from, and with the allocation that it has. */
export interface ScenarioView {
  readonly scenario: StoredScenario
  readonly base: PlanView
  /** Without an allocation but what is locked or protected. */
  readonly start: PlanView
  /** With the scenario's own allocation where it has one, else as `start`. */
  readonly view: PlanView
  readonly ignored: readonly IgnoredOverride[]
  readonly estimates: ScenarioPlan['estimates']
  /** What only its protections hold. */
  readonly held: ScenarioPlan['held']
  /** A hash of what an allocation follows from. */
  readonly basis: string
}

/** Series that are still there; the others are named. */
function knownSeries(session: Session, series: SeriesChoice): { readonly kept: SeriesChoice; readonly gone: IgnoredOverride[] } {
  const ids = new Set(session.series.list().map(({ id }) => id))
  const entries = Object.entries(series)
  return {
    kept: Object.fromEntries(entries.filter(([, id]) => ids.has(id))),
    gone: entries.filter(([, id]) => !ids.has(id)).map(([, id]) => ({ what: 'series' as const, id, why: 'gone' as const })),
  }
}

function withCells(view: PlanView, cells: readonly AllocationCell[]): PlanView {
  const plan = { ...view.plan, cells }
  return { ...view, plan, figures: exactly(() => planFigures(plan, view.counts, view.rules)) }
}

/** Reckons a scenario on its plan as it is now. @throws AppError money_range */
export function scenarioView(session: Session, base: PlanView, scenario: StoredScenario): ScenarioView {
  const { kept, gone } = knownSeries(session, scenario.overrides.series)
  const counts = Object.keys(kept).length === 0 ? base.counts : session.series.planCounts({ ...base.plan.series, ...kept })
  const applied = exactly(() => applyScenario(base, { ...scenario.overrides, series: kept }, counts))
  const start: PlanView = { plan: applied.plan, counts, rules: base.rules, figures: exactly(() => planFigures(applied.plan, counts, base.rules)) }
  const view = scenario.allocation ? withCells(start, session.scenarios.cells(scenario.id)) : start
  const basis = createHash('sha256').update(JSON.stringify([exactly(() => allocationInstance(start)).instance, scenario.overrides.strategy])).digest('hex').slice(0, 32)
  return { scenario, base, start, view, ignored: [...applied.ignored, ...gone], estimates: applied.estimates, held: applied.held, basis }
}

/** A name as it is compared: without regard to case, and a hyphen, which keyboards have, for a minus sign, which they have not. */
const compared = (name: string): string => name.trim().toLowerCase().replaceAll(MINUS, '-')

/** A scenario of a plan by its id or name. @throws AppError scenario_not_found */
export function findScenario(session: Session, planId: string, typed: string): StoredScenario {
  const all = session.scenarios.list(planId)
  const found = all.find(({ id }) => id === typed) ?? all.find(({ name }) => compared(name) === compared(typed))
  if (!found) throw new AppError('scenario_not_found', { scenario: typed, known: all.map(({ name }) => name) })
  return found
}

/** A plan or one of its scenarios as one side of a comparison; `-` is the plan itself. @throws AppError scenario_not_found, money_range */
export function variantOf(session: Session, base: PlanView, typed: string): { readonly scenario: ScenarioView | null; readonly side: PlanSide; readonly view: PlanView } {
  const scenario = typed === '-' ? null : scenarioView(session, base, findScenario(session, base.plan.id, typed))
  const view = scenario?.view ?? base
  return { scenario, view, side: { ...view, lists: childLists(session, view.plan.series.child, view.counts) } }
}

/** The overrides as they are kept, by ids. @throws AppError source_unknown, line_not_found, line_ambiguous, series_not_found, series_is_survey */
export function overridesOf(session: Session, { plan }: PlanView, input: ScenarioOverrides): Overrides {
  const sourceId = (label: string) => findSource(plan, label).id
  const lineId = (typed: string) => findLine(plan, typed).id
  const series = Object.entries(input.series).map(([family, name]): [Family, string] => {
    const found = seriesNamed(session, name)
    if (found.kind === 'survey') throw new AppError('series_is_survey', { series: found.name })
    return [family as Family, found.id]
  })
  return {
    ceilings: input.ceilings.map(({ source, ...ceiling }) => ({ ...ceiling, sourceId: sourceId(source) })),
    series: Object.fromEntries(series),
    prices: input.prices.map(({ changeBp, spendingClasses, lines }) => ({ changeBp, ...(spendingClasses && { spendingClasses }), ...(lines && { lineIds: lines.map(lineId) }) })),
    protect: { lineIds: input.protect.lines.map(lineId), sourceIds: input.protect.sources.map(sourceId), groups: input.protect.groups },
    targets: input.targets.map(({ line, targetBp }) => ({ lineId: lineId(line), targetBp })),
    locks: input.locks.map(({ line, source, ...lock }) => ({ ...lock, lineId: lineId(line), sourceId: sourceId(source) })),
    strategy: input.strategy,
  }
}

/** The overrides as people read them; an id that is gone stands as it is. */
function shownOverrides(session: Session, { plan }: PlanView, kept: Overrides): ScenarioOverrides {
  const label = (id: string) => plan.sources.find((source) => source.id === id)?.label ?? id
  const names = new Map(session.series.list().map(({ id, name }) => [id, name]))
  return {
    ceilings: kept.ceilings.map(({ sourceId, ...ceiling }) => ({ ...ceiling, source: label(sourceId) })),
    series: Object.fromEntries(Object.entries(kept.series).map(([family, id]) => [family, names.get(id) ?? id])),
    prices: kept.prices.map(({ changeBp, spendingClasses, lineIds }) => ({ changeBp, ...(spendingClasses && { spendingClasses: [...spendingClasses] }), ...(lineIds && { lines: [...lineIds] }) })),
    protect: { lines: [...kept.protect.lineIds], sources: kept.protect.sourceIds.map(label), groups: [...kept.protect.groups] },
    targets: kept.targets.map(({ lineId, targetBp }) => ({ line: lineId, targetBp })),
    locks: kept.locks.map(({ lineId, sourceId, ...lock }) => ({ ...lock, line: lineId, source: label(sourceId) })),
    strategy: kept.strategy,
  }
}

/** A scenario's allocation as it stands beside the plan; null where it has none. */
export function allocationState({ scenario, basis }: ScenarioView): ScenarioItem['allocation'] {
  const { allocation } = scenario
  return allocation && { status: allocation.status, allocatedAt: allocation.allocatedAt, current: allocation.basis === basis }
}

/** Scenarios of each open workspace that nothing could satisfy when they were last run, with what that run followed from. */
const impossible = new WeakMap<Session['db'], Map<string, string>>()

/** Remembers, while the workspace is open, whether the last run found that nothing can satisfy a scenario; a change of what it follows from ends that. */
export function rememberImpossible(session: Session, scenario: string, basis: string | null): void {
  const known = impossible.get(session.db) ?? new Map<string, string>()
  impossible.set(session.db, known)
  if (basis === null) known.delete(scenario)
  else known.set(scenario, basis)
}

/** True where the last run since the workspace was opened found that nothing can satisfy the scenario as it still is. */
export function isImpossible(session: Session, { scenario, basis }: ScenarioView): boolean {
  return impossible.get(session.db)?.get(scenario.id) === basis
}

/** A scenario as a screen lists it. */
export function scenarioItem(session: Session, reckoned: ScenarioView): ScenarioItem {
  const { scenario, base, view: { figures }, ignored, estimates } = reckoned
  const label = (id: string) => base.plan.sources.find((source) => source.id === id)?.label ?? id
  return {
    id: scenario.id, name: scenario.name, overrides: shownOverrides(session, base, scenario.overrides), madeAt: scenario.madeAt, allocation: allocationState(reckoned),
    impossible: isImpossible(session, reckoned),
    totals: { need: figures.need, funded: figures.funded, gap: figures.gap }, ignored: ignored.map((one) => ({ ...one, id: label(one.id) })),
    estimates: [...estimates].map(([id, basis]) => ({ source: label(id), basis })),
  }
}

/** A scenario of the plan that a call means, reckoned. @throws AppError plan_*, scenario_not_found, money_range */
export function openScenario(session: Session, planId: string | undefined, typed: string): ScenarioView {
  const base = planView(session, planId)
  return scenarioView(session, base, findScenario(session, base.plan.id, typed))
}
