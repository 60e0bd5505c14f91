import type { z } from 'zod'
import type { entryContract, ReturnedChange, ReturnedWorkbookView } from '#shared/contract/entry.ts'
import { planFigures } from '#shared/domain/figures.ts'
import type { FundingSource, Plan } from '#shared/domain/plan.ts'
import { applyEdits, type EditedPlan, editedPlan, type PlanEdit } from '#shared/domain/plan-edit.ts'
import { lineEdits, type LineNow, type ReturnedFigure, type ReturnedProblem } from '#shared/domain/returned.ts'
import { AppError } from '../app-error.ts'
import { NO_PLAN } from '#shared/sheets/identity.ts'
import type { Session } from '../session.ts'
import { readReturnedWorkbook } from '../workbook/read-file.ts'
import type { ReturnedWorkbook } from '../workbook/returned.ts'
import { exactly, type PlanView, planView } from './plan-view.ts'
import { returnedChanges } from './returned-changes.ts'

type Input<K extends 'returned' | 'takeOver'> = z.output<Extract<(typeof entryContract)[K]['~orpc']['inputSchema'], z.ZodType>>

async function read(view: PlanView, file: File, signal?: AbortSignal): Promise<ReturnedWorkbook> {
  const book = await readReturnedWorkbook({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }, signal ? { signal } : {})
  if (book.facts.plan === NO_PLAN) throw new AppError('workbook_of_regency', { file: file.name, title: book.facts.name })
  if (book.facts.plan !== view.plan.id) throw new AppError('workbook_other_plan', { file: file.name, plan: book.facts.name, expected: view.plan.name })
  return book
}

function figureOf(change: ReturnedChange): ReturnedFigure {
  return { key: change.key, what: change.what, lineId: change.lineId, sourceId: change.sourceId, exported: change.exported, returned: change.returned ?? 0, now: change.now }
}

function lineNow(view: PlanView, lineId: string): LineNow | undefined {
  const figures = view.figures.lines.find(({ line }) => line.id === lineId)
  if (!figures) return undefined
  return {
    line: figures.line, need: figures.need, units: new Map(figures.cells.map((cell) => [cell.sourceId, cell.units])),
    labelOf: new Map(view.plan.sources.map((source) => [source.id, source.label])),
  }
}

interface Proposal {
  readonly edits: readonly PlanEdit[]
  readonly sources: readonly FundingSource[]
  readonly changed: EditedPlan
  readonly plan: Plan
  /** Why a change cannot be taken, by its key. */
  readonly problems: ReadonlyMap<string, { readonly problem: ReturnedProblem; readonly amounts: Readonly<Record<string, number>> }>
}

/** Chosen changes as edits, reckoned together but line by line; what cannot be taken is named, nothing is written. */
function propose(session: Session, view: PlanView, chosen: readonly ReturnedChange[]): Proposal {
  const problems = new Map<string, { problem: ReturnedProblem; amounts: Readonly<Record<string, number>> }>()
  const edits: PlanEdit[] = []
  for (const [lineId, changes] of Map.groupBy(chosen.filter(({ what }) => what !== 'ceiling'), (change) => change.lineId)) {
    const now = lineNow(view, lineId)
    if (!now) continue
    // What cannot be taken is set aside, and the rest of the line is tried again without it.
    for (let rest = changes; rest.length > 0;) {
      const made = lineEdits(now, rest.map(figureOf))
      const found = 'problem' in made ? [made] : applyEdits(view.plan, made.edits, view.counts, session.today()).refused.flatMap(({ edit, code, amounts }) => {
        const key = made.of[edit]
        return key === undefined ? [] : [{ key, problem: code === 'not_whole_units' || code === 'above_need' ? code : 'not_taken' as const, amounts }]
      })
      for (const { key, problem, amounts } of found) problems.set(key, { problem, amounts })
      if (found.length === 0 && 'edits' in made) edits.push(...made.edits)
      rest = found.length === 0 ? [] : rest.filter(({ key }) => !problems.has(key))
    }
  }
  const ceilings = new Map(chosen.filter(({ what }) => what === 'ceiling').map((change) => [change.sourceId, change.returned ?? 0]))
  const sources = view.plan.sources.flatMap((source) => {
    const ceiling = ceilings.get(source.id)
    return ceiling === undefined ? [] : [{ ...source, ceiling }]
  })
  const changed = applyEdits(view.plan, edits, view.counts, session.today())
  const plan = editedPlan(view.plan, changed)
  return { edits, sources, changed, problems, plan: { ...plan, sources: plan.sources.map((source) => sources.find(({ id }) => id === source.id) ?? source) } }
}

const totals = ({ need, funded }: { readonly need: number; readonly funded: number }) => ({ need, funded })

function after(view: PlanView, plan: Plan) {
  return totals(exactly(() => planFigures(plan, view.counts, view.rules)))
}

/** Changes whose taking over fails as they stand are refused, with the reason. */
function judged(session: Session, view: PlanView, changes: readonly ReturnedChange[]): ReturnedChange[] {
  const { problems } = propose(session, view, changes.filter(({ state }) => state === 'ready' || state === 'conflict'))
  return changes.map((change) => {
    const found = problems.get(change.key)
    return found ? { ...change, state: 'refused', problem: found.problem, amounts: { ...found.amounts } } : change
  })
}

/** A workbook that came back, beside the plan; nothing is written. @throws AppError plan_*, workbook_*, file_*, money_range, stopped */
export async function compareReturned(session: Session, input: Input<'returned'>, signal?: AbortSignal): Promise<ReturnedWorkbookView> {
  const view = planView(session, input.planId)
  const book = await read(view, input.file, signal)
  const { rows } = book
  const changes = judged(session, view, returnedChanges(view, rows))
  const { plan } = propose(session, view, changes.filter(({ state, renamed }) => state === 'ready' && !renamed))
  const revision = Number(book.facts.revision)
  return {
    file: input.file.name, plan: book.facts.name, document: book.facts.document, version: book.facts.version, madeAt: book.facts.madeAt,
    stepsSince: session.history.steps().filter(({ id, state }) => id > revision && state === 'done').length, rows: rows.length,
    deleted: rows.filter((row) => Object.values(row.cells).some((cell) => cell === null)).length, changes, now: totals(view.figures), after: after(view, plan),
  }
}

/** Takes chosen changes over as one step, all or none. @throws AppError plan_*, workbook_*, file_*, proposal_outdated, money_range, stopped */
export async function takeOver(session: Session, input: Input<'takeOver'>, signal?: AbortSignal) {
  const planId = planView(session, input.planId).plan.id
  const book = await read(planView(session, planId), input.file, signal)
  // Read anew: reading the file took a while.
  const view = planView(session, planId)
  const changes = judged(session, view, returnedChanges(view, book.rows))
  const byKey = new Map(changes.map((change) => [change.key, change]))
  const outdated = input.keys?.some(({ key, now }) => byKey.get(key)?.now !== now) ?? false
  if (outdated) throw new AppError('proposal_outdated', {})
  const wanted = input.keys ? new Set(input.keys.map(({ key }) => key)) : undefined
  const chosen = changes.filter(({ key, state, renamed }) => (wanted ? wanted.has(key) && state !== 'same' : state === 'ready' && !renamed))
  const impossible = chosen.filter(({ state }) => state === 'gone' || state === 'refused')
  const before = totals(view.figures)
  const takeable = chosen.filter(({ state }) => state === 'ready' || state === 'conflict')
  const { changed, sources, plan, problems } = propose(session, view, takeable)
  const refused = [...impossible, ...takeable.flatMap((change) => {
    const found = problems.get(change.key)
    return found ? [{ ...change, state: 'refused' as const, problem: found.problem, amounts: { ...found.amounts } }] : []
  })]
  if (refused.length > 0 || changed.refused.length > 0) return { taken: 0, refused, before, after: before }
  const result = after(view, plan)
  session.step('take_over', { count: takeable.length, file: input.file.name }, () => {
    for (const line of changed.lines) session.plans.saveLine(line)
    for (const cell of changed.cells) session.plans.saveCell(cell)
    for (const source of sources) session.plans.saveSource(planId, source)
  })
  return { taken: takeable.length, refused: [], before, after: result }
}
