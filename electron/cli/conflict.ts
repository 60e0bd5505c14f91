import type { AllocationReport } from '#shared/contract/allocation.ts'
import { conflictText } from '#shared/i18n/conflict-text.ts'
import type { Translator } from '#shared/i18n/index.ts'

/** What cannot hold together, a line each; lines of the plan by their names. */
export function printConflict(conflict: AllocationReport['conflict'], lines: readonly { readonly id: string; readonly description: string }[], translator: Translator): string[] {
  const nameOf = (id: string | undefined) => lines.find((line) => line.id === id)?.description ?? id
  return conflict.map((part) => `✗ ${translator.t('cli.conflict', { what: conflictText(part, { ...part, line: nameOf(part.line) }, translator) })}`)
}
