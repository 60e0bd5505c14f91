import { editDistance } from '../domain/validity-identity.ts'

/** What people write after a number. `M` is miliar (10⁹) and never million: an office that reads it otherwise would plan a thousandth. */
export const SCALES: Readonly<Record<string, bigint>> = {
  rb: 1_000n, ribu: 1_000n, k: 1_000n, thousand: 1_000n, jt: 1_000_000n, juta: 1_000_000n, million: 1_000_000n, m: 1_000_000_000n, mld: 1_000_000_000n,
  miliar: 1_000_000_000n, milyar: 1_000_000_000n, billion: 1_000_000_000n, t: 1_000_000_000_000n, triliun: 1_000_000_000_000n, trilyun: 1_000_000_000_000n, trillion: 1_000_000_000_000n,
}

/** The first word of a text that means nothing beside a number; `isKnown` says which others do (units, say). `undefined` where there is none, or no number. */
export function strangeWord(text: string, isKnown: (word: string) => boolean): string | undefined {
  if (!/\d/.test(text)) return undefined
  return text.match(/\p{L}+/gu)?.find((word) => !(word.toLowerCase() in SCALES) && !/^(?:rp|idr|rupiah|x)$/i.test(word) && !isKnown(word))
}

/**
 * Words that a mistyped one was meant as perhaps: one letter too many or too few, or one wrong letter of at least four. `mln` is near `mld` and may be
 * a million as well, so that a wrong letter of a short word says nothing.
 */
export function scalesLike(word: string): readonly string[] {
  const typed = word.toLowerCase()
  if (typed.length < 3) return []
  return Object.keys(SCALES).filter((scale) => scale.length > 1 && (scale.length !== typed.length || typed.length > 3) && editDistance(typed, scale, 1) === 1)
}
