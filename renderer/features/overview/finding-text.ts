import type { Finding } from '#shared/domain/finding.ts'
import type { Translator } from '#shared/i18n/index.ts'

/** The sentence of a note; where its text is missing, at least where it leads and its code. */
export function findingText({ code, where, amounts, words }: Finding, { find }: Translator): string {
  return find(`findings.${code}`, { ...words, ...amounts, where: where.label }) ?? `${where.label} (${code})`
}
