import type { z } from 'zod'
import type { FigureChange, historyContract } from '#shared/contract/history.ts'
import { AppError } from '../app-error.ts'
import type { RowChange } from '../db/repositories/history-repository.ts'
import type { Session } from '../session.ts'
import { countKeyOf } from './caseload-series.ts'
import { findLine, findSource, planView, resolvePlanId } from './plan-view.ts'

type Input = z.output<Extract<(typeof historyContract)['figure']['~orpc']['inputSchema'], z.ZodType>>
type Value = string | number | null

function moved(session: Session, step: ReturnType<Session['undo']>) {
  const state = session.journalState()
  return step && { step: { ...step, words: { ...step.words } }, undoable: state.undo !== undefined, redoable: state.redo !== undefined }
}

/** Takes the last step back. @throws AppError nothing_to_undo, workspace_* */
export function undo(session: Session) {
  const answer = moved(session, session.undo())
  if (!answer) throw new AppError('nothing_to_undo', {})
  return answer
}

/** Makes the last step that was taken back again. @throws AppError nothing_to_redo, workspace_* */
export function redo(session: Session) {
  const answer = moved(session, session.redo())
  if (!answer) throw new AppError('nothing_to_redo', {})
  return answer
}

export function listSteps(session: Session, limit?: number) {
  const state = session.journalState()
  return {
    steps: session.history.steps(limit).map((step) => ({ ...step, words: { ...step.words } })),
    undo: state.undo?.id ?? null, redo: state.redo?.id ?? null, journalBytes: state.bytes, journalLimit: state.limit,
  }
}

/** A changed column of changed rows as the history of one figure. */
function figureOf(changes: readonly RowChange[], figure: FigureChange['figure'], column: string, label: (change: RowChange) => string): FigureChange[] {
  return changes.flatMap((change) => {
    const [from, to]: [Value, Value] = [change.before?.[column] ?? null, change.after?.[column] ?? null]
    return from === to ? [] : [{ step: { ...change.step, words: { ...change.step.words } }, figure, label: label(change), from, to }]
  })
}

function text(change: RowChange, column: string): string {
  return String(change.after?.[column] ?? change.before?.[column] ?? '')
}

/** Newest step first; inside a step in the order of the questions. */
function newestFirst(changes: readonly FigureChange[]): FigureChange[] {
  return changes.toSorted((a, b) => b.step.id - a.step.id)
}

function lineHistory(session: Session, planId: string | undefined, typed: string, source: string | undefined): FigureChange[] {
  const { plan } = planView(session, planId)
  const line = findLine(plan, typed)
  const labels = new Map(plan.sources.map((candidate) => [candidate.id, candidate.label]))
  const { changes } = session.history
  const cells = changes('allocation', source === undefined ? [line.id] : [line.id, findSource(plan, source).id])
  const sourceLabel = (change: RowChange) => labels.get(String(change.key[1])) ?? String(change.key[1])
  const ofCells = [
    ...figureOf(cells, 'allocation', 'units', sourceLabel), ...figureOf(cells, 'allocation', 'amount_rupiah', sourceLabel),
    ...figureOf(cells, 'locked', 'locked', sourceLabel).filter((change) => change.from === 1 || change.to === 1),
  ]
  if (source !== undefined) return ofCells
  const rows = changes('cost_line', [line.id])
  const quantities = changes('quantity', [line.id])
  const unit = (change: RowChange) => text(change, 'unit')
  return [
    ...figureOf(rows, 'price', 'unit_price_rupiah', () => line.description), ...figureOf(rows, 'coverage_target', 'coverage_target_bp', () => line.description),
    ...figureOf(quantities, 'quantity', 'n', unit), ...figureOf(quantities, 'driver', 'driver', unit),
    ...figureOf(changes('served', [line.id]), 'served', 'units', (change) => text(change, 'served_by')), ...ofCells,
  ]
}

function sourceHistory(session: Session, planId: string | undefined, typed: string): FigureChange[] {
  const source = findSource(planView(session, planId).plan, typed)
  const rows = session.history.changes('source', [source.id])
  return [
    ...figureOf(rows, 'ceiling', 'ceiling_rupiah', () => source.label), ...figureOf(rows, 'total', 'total_rupiah', () => source.label),
    ...figureOf(session.history.changes('commitment', [source.id]), 'commitment', 'amount_rupiah', (change) => text(change, 'class')),
  ]
}

/** A count changes by hand, or with everything else of its series by an import. */
function countHistory(session: Session, input: Input, typed: string): FigureChange[] {
  const series = session.series.byName(typed) ?? session.series.list().find((candidate) => candidate.id === typed)
  if (!series) throw new AppError('series_not_found', { series: typed, known: session.series.list().map((candidate) => candidate.name) })
  const group = countKeyOf(input.group ?? 'stunted')
  const village = input.village ?? session.workspace.get().region
  const { history } = session
  const ofBatch = new Map(history.batchesOf(series.id).map((batch) => [batch, figureOf(history.changes('series_count', [batch, village, input.posyandu, group]), 'count', 'count', () => group)]))
  const byHand = [...ofBatch.values()].flat()
  /** What a batch counted when a step was done: what the first later change by hand began from, else what it counts now. */
  const countAt = (batch: Value | undefined, stepId: number): Value => {
    if (typeof batch !== 'number') return null
    const later = ofBatch.get(batch)?.findLast((change) => change.step.id > stepId)
    return later ? later.from : history.countIn(batch, village, input.posyandu, group)
  }
  const byImport = history.changes('caseload_series', [series.id]).flatMap((change): FigureChange[] => {
    const [before, after] = [change.before?.['batch_id'], change.after?.['batch_id']]
    const [from, to] = [countAt(before, change.step.id), countAt(after, change.step.id)]
    const known = byHand.some((found) => found.step.id === change.step.id)
    return before === after || from === to || known ? [] : [{ step: { ...change.step, words: { ...change.step.words } }, figure: 'count', label: group, from, to }]
  })
  return [...byHand, ...byImport]
}

/** The past of the figures of a line, a source or a count, newest first. @throws AppError plan_*, line_*, source_unknown, series_not_found, group_unknown */
export function figureHistory(session: Session, input: Input): FigureChange[] {
  if (input.series !== undefined) return newestFirst(countHistory(session, input, input.series))
  if (input.line !== undefined) return newestFirst(lineHistory(session, input.planId, input.line, input.source))
  if (input.source !== undefined) return newestFirst(sourceHistory(session, input.planId, input.source))
  resolvePlanId(session, input.planId)
  throw new AppError('line_not_found', { line: '' })
}
