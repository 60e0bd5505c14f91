import { AppError } from '#core/app-error.ts'
import { errorSentence } from '#shared/i18n/error-text.ts'
import { createTranslator, type Language } from '#shared/i18n/index.ts'

/** The sentence for an error that keeps a host from starting; for an unexpected one, its own message. */
export function describeError(error: unknown, language: Language = 'id'): string {
  const translator = createTranslator(language)
  if (error instanceof AppError) return errorSentence(error.code, error.data, translator) ?? error.code
  return `${translator.t('window.states.unexpected')}\n${error instanceof Error ? error.message : String(error)}`
}

/** The sentence for a backup that could not be made when the workspace was closed: that nothing of the work is lost, and why. */
export function describeBackupFailure(error: unknown, language: Language = 'id'): string {
  return createTranslator(language).t('menu.backupFailed', { why: describeError(error, language) })
}
