import type { z } from 'zod'
import type { planContract } from '#shared/contract/plan.ts'
import { isInterventionKey } from '#shared/catalogue/interventions.ts'
import { newSource, sourceEntry, sourcesFor } from '#shared/catalogue/sources.ts'
import { FULL_BP } from '#shared/domain/money.ts'
import { type Activity, COMMITMENT_CLASSES, type Commitment, type CommitmentClass, type CostLine, type FundingSource, isDriven, type PlanKind, type Quantity, type Stage } from '#shared/domain/plan.ts'
import { lineNeed } from '#shared/domain/need.ts'
import { MONTH_UNITS } from '#shared/domain/per-child.ts'
import { isTargetGroup } from '#shared/domain/target-group.ts'
import { fromCatalogue } from '#shared/domain/template.ts'
import { AppError } from '../app-error.ts'
import type { Session } from '../session.ts'
import { backupBefore } from './backup.ts'
import { countKeyOf, rememberNumbers } from './caseload-series.ts'
import { exactly, findActivity, findLine, findSource, type PlanView, planView, resolvePlanId } from './plan-view.ts'
import { headOf, lineView, sourceView } from './plan-read.ts'

type Input<K extends keyof typeof planContract> = z.output<Extract<(typeof planContract)[K]['~orpc']['inputSchema'], z.ZodType>>

/** Refuses an edit whose figures would leave the exact range, before anything is written. */
function viewAfter(session: Session, planId: string): PlanView {
  return exactly(() => planView(session, planId))
}

/** The source as it stands, or a new one of the catalogue for this kind of plan. @throws AppError source_unknown, source_not_allowed */
function sourceFor(session: Session, view: PlanView, input: Input<'setSource'>): FundingSource {
  const typed = input.source.trim().toUpperCase()
  const label = input.carryOver ? `SILPA-${typed}` : typed
  const known = view.plan.sources.find((source) => source.label.toUpperCase() === label)
  if (known) return known
  const entry = sourceEntry(typed)
  if (!entry) throw new AppError('source_unknown', { source: input.source, known: sourcesFor(view.plan.kind).map((candidate) => candidate.code) })
  if (!entry.kinds.includes(view.plan.kind)) throw new AppError('source_not_allowed', { source: entry.code, kind: view.plan.kind })
  return newSource(entry.code, session.ports.newId(), input.carryOver ? 'carry_over' : 'current')
}

/** Stages in the order of the year; what arrives is at most the whole. @throws AppError amount_invalid */
function stagesOf(stages: readonly Stage[]): Stage[] {
  const used = stages.filter(({ shareBp }) => shareBp > 0).toSorted((a, b) => a.month - b.month)
  const total = used.reduce((sum, { shareBp }) => sum + shareBp, 0)
  const twice = used.find((stage, index) => used[index + 1]?.month === stage.month)
  if (total > FULL_BP || twice) throw new AppError('amount_invalid', { field: 'stages', value: twice ? String(twice.month) : `${total / 100}%`, expected: '≤ 100%' })
  return used
}

/** Takes a source out of the plan; what it paid becomes unfunded. @throws AppError plan_*, source_unknown */
export function removeSource(session: Session, input: Input<'removeSource'>) {
  const { plan } = planView(session, input.planId)
  const source = findSource(plan, input.source)
  return session.step('remove_source', { source: source.label }, () => {
    session.plans.removeSource(source.id)
    return { source: source.label }
  })
}

export function setSource(session: Session, input: Input<'setSource'>) {
  const view = planView(session, input.planId)
  const source = sourceFor(session, view, input)
  if (input.total !== undefined && input.total !== null && source.code !== 'DDS') {
    throw new AppError('amount_invalid', { field: 'total', value: String(input.total), expected: 'DDS' })
  }
  const unknown = input.reservedFor?.find((key) => !isInterventionKey(key))
  if (unknown !== undefined) throw new AppError('activity_not_found', { activity: unknown })
  const changed: FundingSource = {
    ...source,
    ...(input.ceiling === undefined ? {} : { ceiling: input.ceiling }),
    ...(input.total === undefined ? {} : { total: input.total }),
    certainty: input.certainty ?? source.certainty,
    name: input.name ?? source.name,
    spendingOrder: input.spendingOrder ?? source.spendingOrder,
    reservedFor: input.reservedFor ?? source.reservedFor,
    onBudget: input.onBudget ?? source.onBudget,
    stages: input.stages === undefined ? source.stages : stagesOf(input.stages),
  }
  return session.step('source', { source: changed.label }, () => {
    session.plans.saveSource(view.plan.id, changed)
    return sourceNow(session, view.plan.id, changed.label)
  })
}

function sourceNow(session: Session, planId: string, label: string) {
  const view = viewAfter(session, planId)
  const source = findSource(view.plan, label)
  const figures = view.figures.sources.find((candidate) => candidate.source.id === source.id)
  if (!figures) throw new AppError('source_unknown', { source: label, known: [] })
  return sourceView(figures, view)
}

export function setCommitment(session: Session, input: Input<'setCommitment'>) {
  const { plan } = planView(session, input.planId)
  const source = findSource(plan, input.source)
  const kind = input.class.trim().toLowerCase().replaceAll('-', '_')
  if (!(COMMITMENT_CLASSES as readonly string[]).includes(kind)) throw new AppError('class_unknown', { class: input.class, known: [...COMMITMENT_CLASSES] })
  return session.step('commitment', { source: source.label, class: kind, amount: input.amount }, () => {
    if (input.replaces) session.plans.saveCommitment({ sourceId: source.id, class: input.replaces.class, bidang: input.replaces.bidang as Commitment['bidang'], amount: 0 })
    session.plans.saveCommitment({ sourceId: source.id, class: kind as CommitmentClass, bidang: (input.bidang ?? null) as 1 | 2 | 3 | 4 | 5 | null, amount: input.amount })
    return sourceNow(session, plan.id, source.label)
  })
}

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
  const view = viewAfter(session, planId)
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
