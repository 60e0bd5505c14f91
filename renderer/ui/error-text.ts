import { ORPCError } from '@orpc/client'
import type { MessageValues, Translator } from '#shared/i18n/index.ts'

function entriesOf(data: unknown): readonly (readonly [string, unknown])[] {
  return typeof data === 'object' && data !== null ? Object.entries(data) : []
}

/** The error's data as words of its sentence; lists are joined, what is missing is left empty. */
function valuesOf(data: unknown): MessageValues {
  return Object.fromEntries(
    entriesOf(data).map(([key, value]) => [key, typeof value === 'number' ? value : Array.isArray(value) ? value.join(', ') : String(value ?? '')]),
  )
}

/** Reference of an unexpected error, by which its details are found in the log. */
export function referenceOf(error: unknown): string | undefined {
  const reference = error instanceof ORPCError ? entriesOf(error.data).find(([key]) => key === 'reference')?.[1] : undefined
  return typeof reference === 'string' ? reference : undefined
}

/** Whether an error is about where changes are kept, so that the next one that is kept shows that it has passed: the file, its disk, the lost core. */
export function isUnkept(error: unknown): boolean {
  return !(error instanceof ORPCError) || error.code.startsWith('workspace_')
}

/** The sentence of an error: its own where it is named, else that the core is gone or that it was unexpected. */
export function errorText(error: unknown, { t, find }: Translator): string {
  if (!(error instanceof ORPCError)) return t('window.states.disconnectedHint')
  const values = valuesOf(error.data)
  // What a file turned out to be, in words.
  const found = error.code === 'file_not_a_table' ? { found: find(`terms.fileKinds.${values['found']}`) ?? String(values['found']).toUpperCase() } : {}
  return find(`errors.${error.code}`, { ...values, ...found }) ?? t('window.states.unexpected')
}
