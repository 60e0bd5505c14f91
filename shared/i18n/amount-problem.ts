import { scalesLike, strangeWord } from './amount-words.ts'
import type { Language } from './format.ts'
import { parseAmount, perhapsMeant, type Unfit, unfitAmount } from './parse.ts'
import { isUnitWord } from './units.ts'

/** Why a text is no amount; its sentence is `fields.amount.<reason>`. */
export interface AmountProblem {
  readonly reason: Unfit | 'not_a_number' | 'unclear' | 'unclearTwo' | 'word' | 'wordLike'
  /** What it was meant as perhaps. */
  readonly first?: number
  readonly second?: number
  /** What of it is not known. */
  readonly word?: string
}

/** The amount that a text is if a word of it was mistyped; `undefined` where that could be several, or none. */
function withWordMended(text: string, word: string, language: Language): number | undefined {
  const meant = new Set(scalesLike(word).flatMap((scale) => parseAmount(text.replace(word, scale), language)?.value ?? []))
  return meant.size === 1 ? [...meant][0] : undefined
}

/**
 * What is wrong with a text that `parseAmount` does not take: a word beside the number that is not known, a number that is none to be taken, or what it was
 * meant as perhaps. `isUnit`: other words that may stand beside a number, besides the units that everybody uses.
 */
export function amountProblem(text: string, language: Language, isUnit: (word: string) => boolean = () => false): AmountProblem {
  const word = strangeWord(text, (one) => isUnitWord(one) || isUnit(one))
  if (word !== undefined) {
    const first = withWordMended(text, word, language)
    return first === undefined ? { reason: 'word', word } : { reason: 'wordLike', word, first }
  }
  const [first, second] = perhapsMeant(text, language)
  const unfit = unfitAmount(text, language) ?? unfitAmount(text.replace(/[^\d)]+$/, ''), language)
  if (unfit === 'negative' || first === undefined) return { reason: unfit ?? 'not_a_number' }
  return second === undefined ? { reason: 'unclear', first } : { reason: 'unclearTwo', first, second }
}
