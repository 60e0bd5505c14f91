import { changedSince, type EntryRow, rowsOfGroups, type TypedRow } from '#shared/domain/entry.ts'
import { entryGroups } from '#shared/sheets/entry-rows.ts'
import { contextOf, type DocumentInput, type EntryMark } from '#shared/sheets/input.ts'
import { partsOf } from '#shared/sheets/parts.ts'
import type { Session } from '../session.ts'

/** Where the ticks of a plan are kept. */
export function entryPath(planId: string): string {
  return `entry/${planId}/`
}

/** A row to type by what it is of. */
export function entryKey({ lineId, sourceId }: { readonly lineId: string; readonly sourceId: string }): string {
  return `${lineId}/${sourceId}`
}

/** What was ticked, by `line/source`. */
export function typedRows(session: Session, planId: string): ReadonlyMap<string, TypedRow> {
  return new Map([...session.workspace.keyed(entryPath(planId))].map(([key, value]) => [key, JSON.parse(value) as TypedRow]))
}

/** Whether a row was ticked, and what is another one since. */
export function markOf(row: EntryRow, typed: TypedRow | undefined): { readonly state: EntryMark; readonly changed: ReturnType<typeof changedSince> } {
  if (!typed) return { state: 'open', changed: [] }
  const changed = changedSince(row, typed)
  return { state: changed.length > 0 ? 'changed' : 'typed', changed }
}

/** The ticks that a printed entry sheet shows. */
export function entryMarks(session: Session, input: DocumentInput): ReadonlyMap<string, EntryMark> {
  const typed = typedRows(session, input.plan.id)
  const context = contextOf({ ...input, language: 'id' })
  return new Map(rowsOfGroups(entryGroups(context, partsOf(context))).map((row) => [entryKey(row), markOf(row, typed.get(entryKey(row))).state]))
}
