import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { VersionItem, versionContract } from '#shared/contract/version.ts'
import { compare, type PlanSide } from '#shared/domain/compare.ts'
import { isDriven, type Plan } from '#shared/domain/plan.ts'
import { isStage, stageInTheWay, stagesOf, type VersionContent, versionContent, versionView } from '#shared/domain/version.ts'
import { planTotals, type VersionTotals } from '#shared/domain/version-totals.ts'
import { AppError } from '../app-error.ts'
import type { HistoryStep } from '../db/repositories/history-repository.ts'
import type { VersionHead } from '../db/repositories/version-repository.ts'
import type { Session } from '../session.ts'
import { childLists } from './child-lists.ts'
import { exactly, planView, type PlanView } from './plan-view.ts'
import { plainComparison } from './scenario.ts'

export type Input<K extends keyof typeof versionContract> = z.output<Extract<(typeof versionContract)[K]['~orpc']['inputSchema'], z.ZodType>>

/** What a version's content is known by. */
export function digestOf(content: string): string {
  return createHash('sha256').update(content).digest('hex')
}

/** A version's plan as it was. @throws AppError workspace_damaged where its content is not what was written */
function contentOf(session: Session, { id, number, digest }: VersionHead): VersionContent {
  const content = session.versions.content(id)
  if (content === undefined || digestOf(content) !== digest) throw new AppError('workspace_damaged', { file: session.file, detail: `plan_version ${number}`, backup: null })
  return JSON.parse(content) as VersionContent
}

function itemOf(session: Session, head: VersionHead): VersionItem {
  const { figures } = exactly(() => versionView(contentOf(session, head)))
  const { id, number, stage, madeBy, madeAt, why, lockedBy, lockedAt } = head
  return { id, number, stage: stage as VersionItem['stage'], madeBy, madeAt, why, lockedBy, lockedAt, need: figures.need, funded: figures.funded, gap: figures.gap }
}

/** A version by its number or id. @throws AppError version_not_found */
function findVersion(session: Session, planId: string, typed: string): VersionHead {
  const found = session.versions.list(planId).find(({ id, number }) => id === typed || String(number) === typed.trim())
  if (!found) throw new AppError('version_not_found', { version: typed })
  return found
}

export function listVersions(session: Session, planId: string | undefined) {
  const { plan } = planView(session, planId)
  const versions = session.versions.list(plan.id)
  const locked = versions.filter(({ lockedAt }) => lockedAt !== null).map(({ stage }) => stage)
  return {
    stages: stagesOf(plan.kind).map((stage) => {
      const state = locked.includes(stage) ? 'locked' as const : stageInTheWay(plan.kind, stage, locked) !== null ? 'passed' as const : versions.some((one) => one.stage === stage) ? 'made' as const : 'open' as const
      return { stage, state }
    }),
    versions: versions.map((version) => itemOf(session, version)),
  }
}

/** What a version of the plan as it stands would hold. */
export function contentNow(session: Session, view: PlanView): string {
  const names = new Map(session.series.list().map(({ id, name, measuredOn }) => [id, { name, measuredOn }]))
  const series = Object.fromEntries(Object.entries(view.plan.series).flatMap(([family, id]) => {
    const found = names.get(id)
    return found ? [[family, found]] : []
  }))
  return JSON.stringify(versionContent(view, series))
}

/** What papers say of a locked version: its number, its stage, when and by whom it was locked. */
export interface LockedVersion {
  readonly number: number
  readonly stage: VersionItem['stage']
  readonly lockedAt: string
  readonly lockedBy: string
}

function lockedFacts({ number, stage, lockedAt, lockedBy }: VersionHead): LockedVersion {
  return { number, stage: stage as VersionItem['stage'], lockedAt: lockedAt ?? '', lockedBy: lockedBy ?? '' }
}

/** A locked version with its plan as it was. @throws AppError plan_*, version_not_found where it is not there or not locked, workspace_damaged */
export function lockedVersion(session: Session, planId: string | undefined, typed: string): { readonly facts: LockedVersion; readonly view: PlanView } {
  const head = findVersion(session, planView(session, planId).plan.id, typed)
  if (head.lockedAt === null) throw new AppError('version_not_found', { version: typed })
  return { facts: lockedFacts(head), view: exactly(() => versionView(contentOf(session, head))) }
}

/** The locked versions of a plan with their sums by activity, oldest first. @throws AppError workspace_damaged, money_range */
export function lockedTotals(session: Session, planId: string): VersionTotals[] {
  return session.versions.list(planId).flatMap((head) => {
    if (head.lockedAt === null) return []
    const totals = planTotals(exactly(() => versionView(contentOf(session, head))))
    return [{ number: head.number, stage: head.stage as VersionItem['stage'], lockedAt: head.lockedAt, ...totals }]
  })
}

/** The newest locked version that the plan still is, to the last rupiah; `undefined` where it was changed since or none is locked. */
export function lockedVersionOf(session: Session, view: PlanView): LockedVersion | undefined {
  const locked = session.versions.list(view.plan.id).filter((version) => version.lockedAt !== null)
  if (locked.length === 0) return undefined
  const now = digestOf(contentNow(session, view))
  const same = locked.findLast(({ digest }) => digest === now)
  return same && lockedFacts(same)
}

/** A version of the plan as it stands, not written yet. @throws AppError version_stage_unknown, version_stage_passed */
export function versionOf(session: Session, view: PlanView, input: Pick<Input<'make'>, 'stage' | 'by' | 'why'>) {
  const { id: planId, kind } = view.plan
  const { stage } = input
  if (!isStage(kind, stage)) throw new AppError('version_stage_unknown', { stage, known: [...stagesOf(kind)] })
  const versions = session.versions.list(planId)
  const last = stageInTheWay(kind, stage, versions.filter(({ lockedAt }) => lockedAt !== null).map((version) => version.stage))
  if (last !== null) throw new AppError('version_stage_passed', { stage, last })
  const content = contentNow(session, view)
  const open = versions.find((version) => version.stage === stage && version.lockedAt === null)
  return {
    id: open?.id ?? session.ports.newId(), planId, number: open?.number ?? Math.max(0, ...versions.map(({ number }) => number)) + 1, stage, madeBy: input.by, madeAt: session.ports.now().toISOString(),
    why: input.why, afterStep: session.history.steps(1)[0]?.id ?? 0, content, digest: digestOf(content),
  }
}

/** Keeps the plan as a version. @throws AppError plan_*, version_stage_unknown, version_stage_passed */
export function makeVersion(session: Session, input: Input<'make'>): VersionItem {
  const view = planView(session, input.planId)
  const version = versionOf(session, view, input)
  session.because(input.why).step('version', { number: version.number, stage: version.stage }, () => session.versions.save(version))
  return itemOf(session, findVersion(session, view.plan.id, version.id))
}

/** Locks a version for good. @throws AppError plan_*, version_not_found, version_locked, version_stage_passed where a later one is locked */
export function lockVersion(session: Session, input: Input<'lock'>): VersionItem {
  const { plan } = planView(session, input.planId)
  const version = findVersion(session, plan.id, input.version)
  if (version.lockedAt !== null) throw new AppError('version_locked', { version: String(version.number) })
  const locked = session.versions.list(plan.id).filter(({ lockedAt }) => lockedAt !== null).map(({ stage }) => stage)
  const last = isStage(plan.kind, version.stage) ? stageInTheWay(plan.kind, version.stage, locked) : null
  if (last !== null) throw new AppError('version_stage_passed', { stage: version.stage, last })
  contentOf(session, version)
  session.step('version_lock', { number: version.number, stage: version.stage }, () => session.versions.lock(version.id, input.by, session.ports.now().toISOString()))
  return itemOf(session, findVersion(session, plan.id, version.id))
}

interface Side {
  readonly side: PlanSide
  /** The last step before it. */
  readonly step: number
}

function sideOf(session: Session, planId: string, typed: string): Side {
  if (typed === '-') {
    const view = planView(session, planId)
    return { side: { ...view, lists: childLists(session, view.plan.series.child, view.counts) }, step: Number.MAX_SAFE_INTEGER }
  }
  const version = findVersion(session, planId, typed)
  return { side: exactly(() => versionView(contentOf(session, version))), step: version.afterStep }
}

const CASELOAD_TABLES: ReadonlySet<string> = new Set(['series_count', 'caseload_series', 'plan_series'])

const LINE_TABLES: ReadonlySet<string> = new Set(['cost_line', 'quantity', 'served'])
const SOURCE_TABLES: ReadonlySet<string> = new Set(['source', 'source_stage', 'source_purpose', 'commitment'])

/** Tells what a row of a step means for a comparison of these plans: ids of the lines and sources that it changed, and whether it is about them at all. */
function subjects(plans: readonly Plan[]) {
  const lines = new Set(plans.flatMap((plan) => plan.lines).map(({ id }) => id))
  const sources = new Set(plans.flatMap((plan) => plan.sources).map(({ id }) => id))
  const activities = new Set(plans.flatMap((plan) => plan.activities).map(({ id }) => id))
  const byActivity = Map.groupBy(plans.flatMap((plan) => plan.lines), ({ activityId }) => activityId)
  return (table: string, [first, second]: readonly (string | number)[]): { readonly ids: readonly string[]; readonly about: boolean } => {
    const [a, b] = [String(first), String(second)]
    if (LINE_TABLES.has(table)) return { ids: [a], about: lines.has(a) }
    if (table === 'allocation') return { ids: [a, b], about: lines.has(a) }
    if (SOURCE_TABLES.has(table)) return { ids: [a], about: sources.has(a) }
    if (table === 'activity') return { ids: (byActivity.get(a) ?? []).map(({ id }) => id), about: activities.has(a) }
    return { ids: [], about: CASELOAD_TABLES.has(table) || table === 'changed_rule' }
  }
}

/** What differs between two versions, and the steps in between that changed it. @throws AppError plan_*, version_not_found, workspace_damaged */
export function compareVersions(session: Session, input: Input<'compare'>) {
  const { plan: { id: planId } } = planView(session, input.planId)
  const [from, to] = [sideOf(session, planId, input.from), sideOf(session, planId, input.to)]
  const found = compare(from.side, to.side)
  const [after, until] = [Math.min(from.step, to.step), Math.max(from.step, to.step)]
  const plans = [from.side.plan, to.side.plan]
  const steps = new Map<number, HistoryStep>()
  const causes = new Map<string, Set<number>>()
  const subjectsOf = subjects(plans)
  const counted = new Set(plans.flatMap((plan) => plan.lines).filter((line) => line.quantities.some(isDriven)).map(({ id }) => id))
  const changedByCount = found.lines.filter(({ id, before, after: now }) => counted.has(id) && before?.neededUnits !== now?.neededUnits).map(({ id }) => id)
  for (const { step, table, key } of session.history.touched(after, until)) {
    const { ids, about } = subjectsOf(table, key)
    if (!about) continue
    steps.set(step.id, step)
    for (const id of CASELOAD_TABLES.has(table) ? changedByCount : ids) causes.set(id, (causes.get(id) ?? new Set()).add(step.id))
  }
  const changed = new Set([...found.lines, ...found.sources].map(({ id }) => id))
  return {
    ...plainComparison(found), steps: [...steps.values()].map((step) => ({ ...step, words: { ...step.words } })),
    causes: Object.fromEntries([...causes].filter(([id]) => changed.has(id)).map(([id, ids]) => [id, [...ids]])),
    complete: session.history.steps().every(({ id, kept, state }) => id <= after || id > until || state !== 'done' || kept),
  }
}
