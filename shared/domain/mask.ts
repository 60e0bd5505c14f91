/** How a child's identity is shown to who has not asked for more. */

const DOT = '•'

/** First six digits (the region of the issue) and the last two; what is too short to hide anything in is hidden whole. */
export function maskedNik(nik: string): string {
  return nik.length < 12 ? DOT.repeat(nik.length) : `${nik.slice(0, 6)}${DOT.repeat(nik.length - 8)}${nik.slice(-2)}`
}

/** `Ani Sri Wahyuni` as `A. S. W.`; nothing for nothing. */
export function initials(name: string): string {
  return name.split(/[^\p{L}\p{N}]+/u).flatMap((word) => (word === '' ? [] : [`${[...word][0]?.toLocaleUpperCase('id') ?? ''}.`])).join(' ')
}
