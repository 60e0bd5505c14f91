import { number } from '#shared/i18n/format.ts'
import type { Translator } from '#shared/i18n/index.ts'
import { unitWord } from '#shared/i18n/units.ts'
import { volumeText } from './cells.ts'
import type { Problem } from './edits.ts'

/** Why a text is not taken, in the words and the numbers of a language. */
export function problemText({ reason, values = {} }: Problem, { t, language }: Translator): string {
  const { first, second, unit, example } = values
  return t(`budget.problems.${reason}`, {
    ...(first === undefined ? {} : { first: number(first, language) }), ...(second === undefined ? {} : { second: number(second, language) }),
    ...(unit === undefined ? {} : { unit: unitWord(unit, language, null) }), ...(example === undefined ? {} : { example: volumeText(example, language) }),
  })
}
