import { AppError } from '#core/app-error.ts'
import { createTranslator, type Language } from '#shared/i18n/index.ts'

/** The sentence for an error that keeps a host from starting; for an unexpected one, its own message. */
export function describeError(error: unknown, language: Language = 'id'): string {
  const { find, t } = createTranslator(language)
  if (error instanceof AppError) {
    const values = Object.fromEntries(Object.entries(error.data).map(([key, value]) => [key, Array.isArray(value) ? value.join(', ') : String(value ?? '–')]))
    return find(`errors.${error.code}`, values) ?? error.code
  }
  return `${t('window.states.unexpected')}\n${error instanceof Error ? error.message : String(error)}`
}

/** The sentence for a backup that could not be made when the workspace was closed: that nothing of the work is lost, and why. */
export function describeBackupFailure(error: unknown, language: Language = 'id'): string {
  return createTranslator(language).t('menu.backupFailed', { why: describeError(error, language) })
}
