import { amountText } from '#shared/i18n/amount-text.ts'
import type { Translator } from '#shared/i18n/index.ts'
import { unitWord } from '#shared/i18n/units.ts'
import { volumeText } from './cells.ts'
import type { Problem } from './edits.ts'

/** Why a text is not taken, in the words and the numbers of a language. */
export function problemText({ reason, values = {} }: Problem, translator: Translator): string {
  const { t, language } = translator
  const { unit, example, ...amount } = values
  switch (reason) {
    case 'computed': case 'too_long': case 'empty': case 'quantities': case 'unit': case 'outside':
      return t(`budget.problems.${reason}`, { ...(unit === undefined ? {} : { unit: unitWord(unit, language, null) }), ...(example === undefined ? {} : { example: volumeText(example, language) }) })
    default:
      return amountText({ reason, ...amount }, translator)
  }
}
