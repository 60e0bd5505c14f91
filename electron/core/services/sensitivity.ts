import type { z } from 'zod'
import type { MoneyPoint, sensitivityContract, SeriesPoint } from '#shared/contract/sensitivity.ts'
import type { Progress } from '#shared/contract/values.ts'
import type { Strategy } from '#shared/domain/allocation.ts'
import type { SeriesChoice } from '#shared/domain/caseload.ts'
import { planFigures } from '#shared/domain/figures.ts'
import { allocationInstance, cellsFromResult } from '#shared/domain/instance.ts'
import { sum } from '#shared/domain/money.ts'
import { applyScenario, NO_OVERRIDES, type Overrides } from '#shared/domain/scenario.ts'
import { coarseFirst, type CurvePoint, curveChanges, type DropOut, dropOuts, type Outcome, outcomeOf } from '#shared/domain/sensitivity.ts'
import type { Family } from '#shared/domain/target-group.ts'
import { AppError } from '../app-error.ts'
import type { Session } from '../session.ts'
import { runAllocation } from '../solver/run.ts'
import { familiesOf, seriesNamed } from './caseload-series.ts'
import { dividedView } from './division.ts'
import { exactly, findSource, type PlanView, planView } from './plan-view.ts'
import { openScenario } from './scenario-view.ts'

type Input<K extends keyof typeof sensitivityContract> = z.output<Extract<(typeof sensitivityContract)[K]['~orpc']['inputSchema'], z.ZodType>>

/** Most time that one point may take; what is not proven by then is shown as `feasible`. */
const POINT_MS = 3_000

interface Base {
  readonly view: PlanView
  readonly strategy: Strategy
}

/** The plan, or what a scenario makes of it. @throws AppError plan_*, scenario_not_found */
function baseOf(session: Session, input: { readonly planId?: string | undefined; readonly scenario?: string | undefined }): Base {
  if (input.scenario === undefined) return dividedView(session, planView(session, input.planId))
  const { start, scenario } = openScenario(session, input.planId, input.scenario)
  return { view: start, strategy: scenario.overrides.strategy }
}

/** The best plan with other money or counts, and what it reaches. */
async function reckon({ view, strategy }: Base, overrides: Overrides, counts: PlanView['counts'], signal: AbortSignal | undefined) {
  const { plan } = exactly(() => applyScenario(view, overrides, counts))
  const start: PlanView = { plan, counts, rules: view.rules, figures: exactly(() => planFigures(plan, counts, view.rules)) }
  const result = await runAllocation(exactly(() => allocationInstance(start)).instance, { strategy, deadlineMs: POINT_MS, ...(signal ? { signal } : {}) })
  const money = sum(start.figures.sources.map(({ available }) => available))
  if (result.status !== 'optimal' && result.status !== 'feasible') return { money, status: result.status, outcome: null }
  const solved = { ...plan, cells: cellsFromResult(result, start) }
  return { money, status: result.status, outcome: outcomeOf({ figures: exactly(() => planFigures(solved, counts, view.rules)), counts }) }
}

function plainOutcome(outcome: Outcome | null): MoneyPoint['outcome'] {
  return outcome && { ...outcome, tiers: [...outcome.tiers], groups: [...outcome.groups] }
}

/** Series by family, by name. @throws AppError series_not_found, series_is_survey */
function choiceOf(session: Session, series: Partial<Record<Family, string>>): SeriesChoice {
  return Object.fromEntries(Object.entries(series).map(([family, name]) => {
    const found = seriesNamed(session, name)
    if (found.kind === 'survey') throw new AppError('series_is_survey', { series: found.name })
    return [family, found.id]
  }))
}

/** The sources that change: the named one, all in the budget for `*`, else what the plan mainly lives on. @throws AppError source_unknown */
function changingSources(plan: PlanView['plan'], named: string | undefined) {
  if (named !== undefined && named !== '*') return [findSource(plan, named)]
  const own = plan.sources.filter(({ onBudget }) => onBudget)
  const main = own.filter(({ code, origin }) => origin === 'current' && code === (plan.kind === 'desa' ? 'DDS' : 'DAU'))
  return named === '*' || main.length === 0 ? own : main
}

/** The curve over the money, coarse first. @throws AppError plan_*, scenario_not_found, source_unknown, series_*, money_range */
export async function* moneyCurve(session: Session, input: Input<'money'>, signal?: AbortSignal): AsyncGenerator<Progress | { event: 'point'; point: MoneyPoint } | { event: 'done'; stopped: boolean; dropOuts: DropOut[] }> {
  const base = baseOf(session, input)
  const { plan } = base.view
  const sources = changingSources(plan, input.source)
  const series = choiceOf(session, input.series)
  const counts = Object.keys(series).length === 0 ? base.view.counts : session.series.planCounts({ ...plan.series, ...series })
  const changes = curveChanges(input.from, input.to, input.points)
  const known: CurvePoint[] = []
  yield { event: 'progress', phase: 'solve', done: 0, total: changes.length }
  for (const [done, index] of coarseFirst(changes).entries()) {
    if (signal?.aborted) break
    const changeBp = changes[index] ?? 0
    const point = await reckon(base, { ...NO_OVERRIDES, ceilings: sources.map(({ id: sourceId }) => ({ sourceId, kind: 'percent', changeBp })) }, counts, signal)
    if (signal?.aborted) break
    known.push({ changeBp, outcome: point.outcome })
    yield { event: 'point', point: { changeBp, ...point, outcome: plainOutcome(point.outcome) } }
    yield { event: 'progress', phase: 'solve', done: done + 1, total: changes.length }
  }
  yield { event: 'done', stopped: signal?.aborted ?? false, dropOuts: dropOuts(known) }
}

/** What each series that counts a family would make of the plan. @throws AppError plan_*, scenario_not_found, money_range */
export async function* seriesCurve(session: Session, input: Input<'series'>, signal?: AbortSignal): AsyncGenerator<Progress | { event: 'point'; point: SeriesPoint } | { event: 'done'; stopped: boolean }> {
  const base = baseOf(session, input)
  const { plan } = base.view
  const all = session.series.list().filter(({ id, kind }) => kind !== 'survey' && familiesOf(session.series.totals(id)).includes(input.family))
  yield { event: 'progress', phase: 'solve', done: 0, total: all.length }
  for (const [done, { id, name, measuredOn }] of all.entries()) {
    if (signal?.aborted) break
    const { status, outcome } = await reckon(base, NO_OVERRIDES, session.series.planCounts({ ...plan.series, [input.family]: id }), signal)
    if (signal?.aborted) break
    yield { event: 'point', point: { series: id, name, measuredOn, followed: plan.series[input.family] === id, status, outcome: plainOutcome(outcome) } }
    yield { event: 'progress', phase: 'solve', done: done + 1, total: all.length }
  }
  yield { event: 'done', stopped: signal?.aborted ?? false }
}
