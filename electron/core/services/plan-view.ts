import type { PlanCounts } from '#shared/domain/caseload.ts'
import { type PlanFigures, planFigures } from '#shared/domain/figures.ts'
import { MoneyRangeError } from '#shared/domain/money.ts'
import type { CostLine, FundingSource, Activity, Plan } from '#shared/domain/plan.ts'
import type { Rule, RuleSet } from '#shared/domain/rule.ts'
import { rulesFor } from '#shared/domain/rules.ts'
import { AppError } from '../app-error.ts'
import type { Session } from '../session.ts'

/** A plan with what it sees and what follows from it: what nearly every service starts from. */
export interface PlanView {
  readonly plan: Plan
  readonly counts: PlanCounts
  readonly rules: RuleSet
  readonly figures: PlanFigures
}

/** Rules that hold for a year in this workspace: the year's file with what its users changed. */
export function workspaceRules(session: Session, fiscalYear: number): RuleSet {
  return rulesFor(fiscalYear, session.plans.changedRules(fiscalYear).map((body) => JSON.parse(body) as Rule))
}

/** Runs figures that may leave the exact range. @throws AppError money_range */
export function exactly<T>(work: () => T, line?: string): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof MoneyRangeError) throw new AppError('money_range', line === undefined ? {} : { line })
    throw error
  }
}

/** Id of the plan that a command means: the one that it names (by id or by name), else the workspace's current one. @throws AppError plan_missing, plan_not_found */
export function resolvePlanId(session: Session, planId: string | undefined): string {
  const heads = session.plans.heads()
  if (planId !== undefined) {
    const found = heads.find((head) => head.id === planId) ?? heads.find((head) => head.name === planId)
    if (!found) throw new AppError('plan_not_found', { plan: planId })
    return found.id
  }
  const current = session.workspace.get().currentPlanId ?? heads.at(-1)?.id
  if (current === undefined) throw new AppError('plan_missing', {})
  return current
}

/** The view that was asked for last, and how many rows had been written by then: a screen asks many questions of the same plan. */
const latest = new WeakMap<Session['db'], { readonly changes: number; readonly view: PlanView }>()

/** @throws AppError plan_missing, plan_not_found, money_range */
export function planView(session: Session, planId: string | undefined): PlanView {
  const changes = session.workspace.changes()
  const known = latest.get(session.db)
  if (known?.changes === changes && known.view.plan.id === resolvePlanId(session, planId)) return known.view
  const view = readView(session, planId)
  // What is seen inside a step may still be rolled back.
  if (!session.db.inTransaction) latest.set(session.db, { changes, view })
  return view
}

function readView(session: Session, planId: string | undefined): PlanView {
  const plan = session.plans.get(resolvePlanId(session, planId))
  if (!plan) throw new AppError('plan_missing', {})
  const counts = session.series.planCounts(plan.series)
  const rules = workspaceRules(session, plan.fiscalYear)
  return { plan, counts, rules, figures: exactly(() => planFigures(plan, counts, rules)) }
}

/** The one item whose id is, or begins with, what was typed. */
function byPrefix<T extends { readonly id: string }>(items: readonly T[], typed: string, missing: () => AppError): T {
  const exact = items.find((item) => item.id === typed)
  if (exact) return exact
  const matches = typed.length >= 4 ? items.filter((item) => item.id.startsWith(typed)) : []
  if (matches.length > 1) throw new AppError('line_ambiguous', { line: typed, matches: matches.length })
  if (!matches[0]) throw missing()
  return matches[0]
}

/** A cost line by its id, or at least four letters of its beginning. @throws AppError line_not_found, line_ambiguous */
export function findLine(plan: Plan, typed: string): CostLine {
  return byPrefix(plan.lines, typed, () => new AppError('line_not_found', { line: typed }))
}

/** An activity by its id, or at least four letters of its beginning. @throws AppError activity_not_found, line_ambiguous */
export function findActivity(plan: Plan, typed: string): Activity {
  return byPrefix(plan.activities, typed, () => new AppError('activity_not_found', { activity: typed }))
}

/** A source by its id, or its label (`DDS`), whatever the case. @throws AppError source_unknown */
export function findSource(plan: Plan, typed: string): FundingSource {
  const source = plan.sources.find((candidate) => candidate.id === typed || candidate.label.toUpperCase() === typed.trim().toUpperCase())
  if (!source) throw new AppError('source_unknown', { source: typed, known: plan.sources.map((candidate) => candidate.label) })
  return source
}
