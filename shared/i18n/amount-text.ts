import type { AmountProblem } from './amount-problem.ts'
import { number } from './format.ts'
import type { Translator } from './index.ts'

/** What is wrong with a text that is no amount, in the words and numbers of a language. */
export function amountText({ reason, first, second, word }: AmountProblem, { t, language }: Translator): string {
  return t(`fields.amount.${reason}`, { ...(first === undefined ? {} : { first: number(first, language) }), ...(second === undefined ? {} : { second: number(second, language) }), ...(word === undefined ? {} : { word }) })
}
