import type { ConflictPart } from '#shared/contract/allocation.ts'
import type { Protecting } from '#shared/contract/values.ts'
import type { Conflict } from '#shared/domain/allocation.ts'
import type { Held } from '#shared/domain/division.ts'

/** What is only protected, of a lock or target of a problem; `source` is an id. Undefined: it was set as such. */
export function protectionOf({ kind, line, source }: { readonly kind: string; readonly line?: string | null | undefined; readonly source?: string | null | undefined }, held: Held): Protecting | undefined {
  if (kind === 'target') return held.lines.find(({ lineId }) => lineId === line)?.by
  return kind === 'lock' && held.cells.some(({ lineId, sourceId }) => lineId === line && sourceId === source) ? 'source' : undefined
}

/** A part of a conflict in the words of the plan: its source by its label, and named as a protection where it is one. */
export function namedPart(part: Conflict, held: Held, label: (sourceId: string) => string): ConflictPart {
  const protection = protectionOf(part, held)
  return { ...part, ...(part.source === undefined ? {} : { source: label(part.source) }), ...(protection && { protection }) }
}
