import type { z } from 'zod'
import type { planContract } from '#shared/contract/plan.ts'
import { inBudgetOrder, planFigures } from '#shared/domain/figures.ts'
import { MoneyRangeError } from '#shared/domain/money.ts'
import type { Plan } from '#shared/domain/plan.ts'
import { applyEdits, type EditedPlan, editedPlan, type EditRefusal } from '#shared/domain/plan-edit.ts'
import type { Session } from '../session.ts'
import { lineView, sourceView, stripOf } from './plan-read.ts'
import { findActivity, planView, type PlanView } from './plan-view.ts'

type Input<K extends keyof typeof planContract> = z.output<Extract<(typeof planContract)[K]['~orpc']['inputSchema'], z.ZodType>>

/** What the window shows anew after an edit: the lines of it, every source, the strip. */
function answer(session: Session, view: PlanView, changed: EditedPlan, refused: readonly EditRefusal[], applied: boolean) {
  const lines = new Set([...changed.lines.map((line) => line.id), ...changed.cells.map((cell) => cell.lineId)])
  const activities = new Set(changed.activities.map((activity) => activity.id))
  const shown = applied ? view.figures.lines.filter(({ line }) => lines.has(line.id) || activities.has(line.activityId)) : []
  const typed = session.plans.typedSums.all()
  return {
    applied, refused: refused.map(({ edit, code, amounts }) => ({ edit, code, amounts: { ...amounts } })), lines: shown.map((line) => lineView(line, view, typed)),
    sources: applied ? inBudgetOrder(view.figures.sources).map((source) => sourceView(source, view)) : [], summary: applied ? stripOf(session, view) : null,
  }
}

/**
 * Many edits as one step: all of them or none. Edits that cannot be taken are answered as data, each with its reason, so that a paste can be
 * looked at before it is kept; a dry run writes nothing. @throws AppError plan_missing, plan_not_found, money_range
 */
export function editPlan(session: Session, input: Input<'edit'>) {
  const view = planView(session, input.planId)
  const changed = applyEdits(view.plan, input.edits, view.counts, session.today())
  if (changed.refused.length > 0) return answer(session, view, changed, changed.refused, false)
  const plan = editedPlan(view.plan, changed)
  let after: PlanView
  try {
    after = { ...view, plan, figures: planFigures(plan, view.counts, view.rules) }
  } catch (error) {
    if (!(error instanceof MoneyRangeError)) throw error
    return answer(session, view, changed, input.edits.map((_, edit) => ({ edit, code: 'out_of_range' as const, amounts: {} })), false)
  }
  if (input.dryRun) return answer(session, view, changed, [], false)
  session.step(...stepOf(view.plan, input.edits), () => {
    for (const line of changed.lines) session.plans.saveLine(line)
    for (const activity of changed.activities) session.plans.updateActivity(activity)
    for (const cell of changed.cells) session.plans.saveCell(cell)
    keepArithmetic(session, after, input.edits)
  })
  return answer(session, after, changed, [], true)
}

/** Keeps what money was typed as, with what it came to; the last one of a cell counts. */
function keepArithmetic(session: Session, after: PlanView, edits: Input<'edit'>['edits']): void {
  const sources = new Map(after.plan.sources.map(({ id, label }) => [label, id]))
  for (const edit of edits) {
    if (edit.what !== 'cell' || edit.basis === undefined) continue
    const sourceId = sources.get(edit.source) ?? ''
    const amount = after.figures.lines.find(({ line }) => line.id === edit.line)?.cells.find((cell) => cell.sourceId === sourceId)?.amount ?? 0
    if (amount > 0) session.plans.typedSums.keep({ lineId: edit.line, sourceId }, { text: edit.basis, amount, date: session.today() })
  }
}

/** One edit is called by what it changes, several by how many there are. */
function stepOf(plan: Plan, edits: Input<'edit'>['edits']): [string, Record<string, string | number>] {
  const [only] = edits
  const onlyLocks = edits.every((edit) => edit.what === 'cell' && edit.units === undefined && edit.amount === undefined)
  if (edits.length > 1 && onlyLocks) return [edits.every((edit) => edit.what === 'cell' && edit.locked) ? 'lock_many' : 'unlock_many', { count: edits.length }]
  if (!only || edits.length > 1) return ['edit', { count: edits.length }]
  if (only.what === 'name') return ['activity', { activity: only.text }]
  const line = plan.lines.find((candidate) => candidate.id === only.line)?.description ?? ''
  if (only.what !== 'cell') return ['line', { line: only.what === 'description' ? only.text : line }]
  if (only.units === undefined && only.amount === undefined) return [only.locked ? 'lock' : 'unlock', { line, source: only.source }]
  return ['cell', { line, source: only.source }]
}

/** Puts an activity before another one (or last in its tier), and into that one's tier, as one step. @throws AppError activity_not_found, line_ambiguous */
export function moveActivity(session: Session, input: Input<'moveActivity'>) {
  const { plan } = planView(session, input.planId)
  const activity = findActivity(plan, input.activity)
  const before = input.before === null ? undefined : findActivity(plan, input.before)
  const tier = input.tier ?? before?.tier ?? activity.tier
  const others = plan.activities.filter((candidate) => candidate.id !== activity.id)
  const lastOfTier = others.findLastIndex((candidate) => candidate.tier <= tier)
  const at = before && before.id !== activity.id ? others.findIndex((candidate) => candidate.id === before.id) : lastOfTier + 1
  const ordered = [...others.slice(0, at), { ...activity, tier }, ...others.slice(at)]
  return session.step('move_activity', { activity: activity.name }, () => {
    for (const [index, candidate] of ordered.entries()) {
      const known = plan.activities.find((one) => one.id === candidate.id)
      if (known?.position !== index + 1 || known.tier !== candidate.tier) session.plans.updateActivity({ ...candidate, position: index + 1 })
    }
    return { activity: activity.id, tier, order: ordered.map((candidate) => candidate.id) }
  })
}
