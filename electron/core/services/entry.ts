import type { z } from 'zod'
import { account } from '#shared/catalogue/accounts.ts'
import type { EntrySheetView, entryContract } from '#shared/contract/entry.ts'
import { contentOf, type EntryGroup, entryTarget, rowsOfGroups, type TypedRow } from '#shared/domain/entry.ts'
import { sum } from '#shared/domain/money.ts'
import { entryGroups } from '#shared/sheets/entry-rows.ts'
import { contextOf } from '#shared/sheets/input.ts'
import { partsOf } from '#shared/sheets/parts.ts'
import { siskeudesCsv } from '#shared/sheets/siskeudes.ts'
import { AppError } from '../app-error.ts'
import type { Session } from '../session.ts'
import { entryKey, entryPath, markOf, typedRows } from './entry-marks.ts'
import { documentInput, exportDocument } from './export-document.ts'
import { type PlanView, planView } from './plan-view.ts'

type Input<K extends keyof typeof entryContract> = z.output<Extract<(typeof entryContract)[K]['~orpc']['inputSchema'], z.ZodType>>

/**
 * The rows of a plan to type, from the same description that its RAB is made from: always in Indonesian, because that is what is typed, whatever
 * the language of the window or of the paper around them.
 */
export function entryOf(session: Session, view: PlanView): EntryGroup[] {
  const typed = contextOf(documentInput(session, view, { language: 'id', findings: false }))
  return entryGroups(typed, partsOf(typed))
}

/** What is to be typed into Siskeudes or SIPD-RI, with what was ticked as it was then. @throws AppError plan_* */
export function entrySheetOf(session: Session, input: Input<'sheet'>): EntrySheetView {
  const view = planView(session, input.planId)
  const groups = entryOf(session, view)
  const typed = typedRows(session, view.plan.id)
  const rows = rowsOfGroups(groups)
  const there = new Set(rows.map(entryKey))
  const marks = rows.map((row) => ({ row, ...markOf(row, typed.get(entryKey(row))) }))
  const gone = [...typed].filter(([key]) => !there.has(key)).map(([, row]) => row)
  return {
    target: entryTarget(view.plan.kind), plan: view.plan.name, planId: view.plan.id, fiscalYear: view.plan.fiscalYear,
    groups: groups.map((group) => ({
      ...group, facts: [...group.facts],
      packages: group.packages.map((one) => ({
        activityId: one.activityId, name: one.name, accountName: account(one.rows[0]?.account ?? '')?.name ?? '',
        rows: one.rows.map((row) => {
          const ticked = typed.get(entryKey(row))
          return { ...row, ...markOf(row, ticked), typed: ticked ? { ...contentOf(ticked), at: ticked.at } : null }
        }),
      })),
    })),
    gone,
    counts: {
      rows: rows.length, typed: marks.filter(({ state }) => state === 'typed').length, changed: marks.filter(({ state }) => state === 'changed').length, gone: gone.length,
    },
    amount: sum(rows.map((row) => row.amount)), typedAmount: sum(marks.map(({ row, state }) => (state === 'typed' ? row.amount : 0))),
  }
}

/** Ticks rows as typed as they are now, or takes their ticks away, as one step. @throws AppError plan_*, line_not_found */
export function tickEntry(session: Session, input: Input<'tick'>) {
  const view = planView(session, input.planId)
  const groups = entryOf(session, view)
  const rows = new Map(rowsOfGroups(groups).map((row) => [entryKey(row), row]))
  const before = typedRows(session, view.plan.id)
  const chosen = [...new Set(input.rows.map(entryKey))]
  const unknown = chosen.find((key) => !rows.has(key) && (input.typed || !before.has(key)))
  if (unknown !== undefined) throw new AppError('line_not_found', { line: unknown })
  const moved = chosen.filter((key) => {
    const row = rows.get(key)
    const ticked = before.get(key)
    return input.typed ? row !== undefined && markOf(row, ticked).state !== 'typed' : ticked !== undefined
  })
  const [only] = moved
  const line = moved.length === 1 && only !== undefined ? (rows.get(only) ?? before.get(only))?.description : undefined
  const name = input.typed ? 'typed' : 'untyped'
  return session.step(line === undefined ? name : `${name}_row`, line === undefined ? { rows: moved.length } : { line }, () => {
    for (const key of moved) {
      const row = rows.get(key)
      if (!input.typed) session.workspace.removeSetting(`${entryPath(view.plan.id)}${key}`)
      else if (row) {
        const ticked: TypedRow = { lineId: row.lineId, sourceId: row.sourceId, ...contentOf(row), at: session.ports.now().toISOString() }
        session.workspace.setSetting(`${entryPath(view.plan.id)}${key}`, JSON.stringify(ticked))
      }
    }
    return { changed: moved.length }
  })
}

/** The rows to type as a file: the table of the program as CSV, or the paper. @throws AppError plan_*, document_not_for_kind, document_empty, stopped */
export async function exportEntry(session: Session, input: Input<'export'>, signal?: AbortSignal): Promise<File> {
  const view = planView(session, input.planId)
  const { plan } = view
  const target = entryTarget(plan.kind)
  const groups = entryOf(session, view)
  if (input.format === 'csv' && target !== 'siskeudes') throw new AppError('document_not_for_kind', { document: 'siskeudes', kind: plan.kind })
  if (groups.length === 0) throw new AppError('document_empty', { document: target })
  const name = `${plan.name} ${target}.${input.format}`.replaceAll(/[\\/:*?"<>|]/g, '-')
  if (input.format === 'csv') return new File([siskeudesCsv(groups, plan.fiscalYear, plan.region)], name, { type: 'text/csv' })
  const paper = await exportDocument(session, { planId: plan.id, document: 'lembar-entri', format: 'xlsx', findings: false, names: false, language: input.language, paper: input.paper }, signal)
  return new File([paper], name, { type: paper.type })
}
