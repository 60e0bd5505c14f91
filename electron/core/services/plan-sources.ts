import type { z } from 'zod'
import type { planContract } from '#shared/contract/plan.ts'
import { isInterventionKey } from '#shared/catalogue/interventions.ts'
import { newSource, sourceEntry, sourcesFor } from '#shared/catalogue/sources.ts'
import { FULL_BP } from '#shared/domain/money.ts'
import { COMMITMENT_CLASSES, type Commitment, type CommitmentClass, type FundingSource, type Stage } from '#shared/domain/plan.ts'
import { AppError } from '../app-error.ts'
import type { Session } from '../session.ts'
import { exactly, findSource, type PlanView, planView } from './plan-view.ts'
import { sourceView } from './plan-read.ts'

type Input<K extends keyof typeof planContract> = z.output<Extract<(typeof planContract)[K]['~orpc']['inputSchema'], z.ZodType>>

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

/** Sets or adds a source. @throws AppError plan_*, source_unknown, source_not_allowed, amount_invalid, money_range */
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

/** The source as its figures stand after a change; refuses one whose figures leave the exact range. */
function sourceNow(session: Session, planId: string, label: string) {
  const view = exactly(() => planView(session, planId))
  const source = findSource(view.plan, label)
  const figures = view.figures.sources.find((candidate) => candidate.source.id === source.id)
  if (!figures) throw new AppError('source_unknown', { source: label, known: [] })
  return sourceView(figures, view)
}

/** Sets money of a source that is spoken for elsewhere; 0 takes it out. @throws AppError plan_*, source_unknown, class_unknown, money_range */
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
