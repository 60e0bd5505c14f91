import { ORPCError } from '@orpc/client'
import { errorSentence } from '#shared/i18n/error-text.ts'
import type { Translator } from '#shared/i18n/index.ts'

/** Reference of an unexpected error, by which its details are found in the log. */
export function referenceOf(error: unknown): string | undefined {
  const data: unknown = error instanceof ORPCError ? error.data : undefined
  const reference = typeof data === 'object' && data !== null && 'reference' in data ? data.reference : undefined
  return typeof reference === 'string' ? reference : undefined
}

/** Whether an error is about where changes are kept, so that the next one that is kept shows that it has passed: the file, its disk, the lost core. */
export function isUnkept(error: unknown): boolean {
  return !(error instanceof ORPCError) || error.code.startsWith('workspace_')
}

/** The sentence of an error: its own where it is named, else that the core is gone or that it was unexpected. */
export function errorText(error: unknown, translator: Translator): string {
  if (!(error instanceof ORPCError)) return translator.t('window.states.disconnectedHint')
  return errorSentence(error.code, error.data, translator) ?? translator.t('window.states.unexpected')
}
