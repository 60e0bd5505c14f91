import { headerSignature } from '#shared/sheets/read/choices.ts'
import type { Session } from '../session.ts'

const keyOf = (headers: readonly string[]): string => `import-columns.${headerSignature(headers)}`

/** The columns that were chosen for the last file with these headers, or `undefined`. */
export function rememberedColumns(session: Session, headers: readonly string[]): Readonly<Record<string, string>> | undefined {
  const value = headers.length === 0 ? undefined : session.workspace.settings().get(keyOf(headers))
  if (value === undefined || value === '') return undefined
  const columns: unknown = JSON.parse(value)
  if (typeof columns !== 'object' || columns === null) return undefined
  return Object.fromEntries(Object.entries(columns).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
}

/** Keeps chosen columns for the next file with these headers; none chosen forgets them. Call inside a step. */
export function rememberColumns(session: Session, headers: readonly string[], columns: Readonly<Record<string, string>>): void {
  const before = session.workspace.settings().get(keyOf(headers))
  const value = Object.keys(columns).length === 0 ? '' : JSON.stringify(columns)
  if (before === undefined && value === '') return
  session.workspace.setSetting(keyOf(headers), value)
}
