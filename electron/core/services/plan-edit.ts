import type { z } from 'zod'
import type { planContract } from '#shared/contract/plan.ts'
import { type Activity, type CostLine, isDriven, type PlanKind, type Quantity } from '#shared/domain/plan.ts'
import { lineNeed } from '#shared/domain/need.ts'
import { MONTH_UNITS } from '#shared/domain/per-child.ts'
import { isTargetGroup } from '#shared/domain/target-group.ts'
import { fromCatalogue } from '#shared/domain/template.ts'
import { AppError } from '../app-error.ts'
import type { Session } from '../session.ts'
import { backupBefore } from './backup.ts'
import { countKeyOf, rememberNumbers } from './caseload-series.ts'
import { exactly, findActivity, findLine, planView, resolvePlanId } from './plan-view.ts'
import { headOf, lineView } from './plan-read.ts'

type Input<K extends keyof typeof planContract> = z.output<Extract<(typeof planContract)[K]['~orpc']['inputSchema'], z.ZodType>>

function withNumber(quantities: readonly Quantity[], index: number, n: number): Quantity[] {
  return quantities.map((quantity, at) => (at === index ? { unit: quantity.unit, n } : quantity))
}

/** The quantity that `--count` means: the driven one, else the first that is not a number of months. */
function countIndex(line: CostLine): number {
  const driven = line.quantities.findIndex(isDriven)
  return driven >= 0 ? driven : line.quantities.findIndex((quantity) => !MONTH_UNITS.has(quantity.unit.toLowerCase()))
}

function changedQuantities(line: CostLine, input: Input<'setLine'>): readonly Quantity[] {
  let quantities = line.quantities
  if (input.count !== undefined) {
    const index = countIndex(line)
    if (index < 0) throw new AppError('line_has_no_count', { line: line.description })
    quantities = withNumber(quantities, index, input.count)
  }
  if (input.months !== undefined) {
    const index = quantities.findIndex((quantity) => MONTH_UNITS.has(quantity.unit.toLowerCase()))
    if (index < 0) throw new AppError('line_has_no_count', { line: line.description })
    quantities = withNumber(quantities, index, input.months)
  }
  if (input.driver !== undefined) {
    const driver = countKeyOf(input.driver)
    if (!isTargetGroup(driver)) throw new AppError('group_unknown', { group: input.driver, known: [] })
    const index = countIndex({ ...line, quantities })
    if (index < 0) throw new AppError('line_has_no_count', { line: line.description })
    quantities = quantities.map((quantity, at) =>
      at === index ? { unit: quantity.unit, driver, shareBp: isDriven(quantity) ? quantity.shareBp : 10_000, served: isDriven(quantity) ? quantity.served : [], lastN: isDriven(quantity) ? quantity.lastN : quantity.n } : quantity)
  }
  if (input.served !== undefined) {
    const { served } = input
    if (!quantities.some(isDriven)) throw new AppError('line_has_no_count', { line: line.description })
    quantities = quantities.map((quantity) => (isDriven(quantity) ? { ...quantity, served } : quantity))
  }
  return quantities
}

export function setLine(session: Session, input: Input<'setLine'>) {
  const { plan, counts } = planView(session, input.planId)
  const line = findLine(plan, input.line)
  const changed: CostLine = {
    ...line,
    quantities: changedQuantities(line, input),
    unitPrice: input.price ?? line.unitPrice,
    priceBasis: input.price === undefined || input.price === line.unitPrice ? line.priceBasis : { source: 'diketik', date: session.today(), confidence: 'B' },
    description: input.description ?? line.description,
    coverageTargetBp: input.coverageTargetBp === undefined ? line.coverageTargetBp : input.coverageTargetBp,
  }
  exactly(() => lineNeed(changed, counts), changed.description)
  return session.step('line', { line: changed.description }, () => {
    session.plans.saveLine(changed)
    rememberNumbers(session)
    return lineNow(session, plan.id, line.id)
  })
}

function lineNow(session: Session, planId: string, lineId: string) {
  const view = exactly(() => planView(session, planId))
  const figures = view.figures.lines.find((candidate) => candidate.line.id === lineId)
  if (!figures) throw new AppError('line_not_found', { line: lineId })
  return lineView(figures, view, session.plans.typedSums.all())
}

/** An activity with what the RKPD says of it, where that is given. */
export function withOutput(activity: Activity, given: Partial<Pick<Input<'setActivity'>, 'regencyCode' | 'indicator' | 'indicatorUnit' | 'target' | 'targetNext'>>): Activity {
  return {
    ...activity, regencyCode: given.regencyCode === undefined ? activity.regencyCode : given.regencyCode, indicator: given.indicator ?? activity.indicator,
    indicatorUnit: given.indicatorUnit ?? activity.indicatorUnit, target: given.target === undefined ? activity.target : given.target,
    targetNext: given.targetNext === undefined ? activity.targetNext : given.targetNext,
  }
}

export function setActivity(session: Session, input: Input<'setActivity'>) {
  const { plan } = planView(session, input.planId)
  const activity = findActivity(plan, input.activity)
  const changed = withOutput({
    ...activity, tier: input.tier ?? activity.tier, weight: input.weight ?? activity.weight, name: input.name ?? activity.name, location: input.location ?? activity.location,
    implementer: input.implementer ?? activity.implementer, months: input.months ?? activity.months,
  }, input)
  session.step('activity', { activity: changed.name }, () => session.plans.updateActivity(changed))
  const { id, name, tier, weight, location, implementer, months } = changed
  return { id, name, tier, weight, location, implementer, months }
}

export function addActivity(session: Session, input: Input<'addActivity'>) {
  const { plan, counts } = planView(session, input.planId)
  const position = Math.max(0, ...plan.activities.map((activity) => activity.position)) + 1
  const made = fromCatalogue(input.key, { kind: plan.kind as PlanKind, counts, newId: session.ports.newId, position })
  if (!made) throw new AppError('activity_not_found', { activity: input.key })
  return session.step('add_activity', { activity: made.activity.name }, () => {
    session.plans.addActivity(plan.id, made.activity)
    for (const line of made.lines) session.plans.saveLine(line)
    rememberNumbers(session)
    return { activity: made.activity.id, name: made.activity.name, lines: made.lines.map((line) => lineNow(session, plan.id, line.id)) }
  })
}

/** Takes an activity out with its lines and their allocation, after a backup. */
export async function removeActivity(session: Session, input: Input<'removeActivity'>) {
  const { plan } = planView(session, input.planId)
  const activity = findActivity(plan, input.activity)
  await backupBefore(session, 'hapus')
  return session.step('remove_activity', { activity: activity.name }, () => {
    session.plans.removeActivity(activity.id)
    return { activity: activity.id, name: activity.name, lines: plan.lines.filter((line) => line.activityId === activity.id).length }
  })
}

/** Makes a plan the one that the workspace opens on. @throws AppError plan_not_found */
export function openPlan(session: Session, input: Input<'open'>) {
  const planId = resolvePlanId(session, input.planId)
  const head = session.plans.heads().find((candidate) => candidate.id === planId) ?? planView(session, planId).plan
  return session.step('open_plan', { plan: head.name }, () => {
    session.workspace.setCurrentPlan(planId)
    return headOf(session, head)
  })
}

export function setComplete(session: Session, input: Input<'setComplete'>) {
  const planId = resolvePlanId(session, input.planId)
  return session.step(input.complete ? 'complete' : 'incomplete', {}, () => {
    session.plans.setComplete(planId, input.complete)
    return headOf(session, session.plans.heads().find((head) => head.id === planId) ?? planView(session, planId).plan)
  })
}
