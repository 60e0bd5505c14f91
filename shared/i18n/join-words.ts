import type { Language } from './format.ts'

const BEFORE_LAST = { id: { and: 'dan', or: 'atau' }, en: { and: 'and', or: 'or' } } as const

/** `DDS`, `DDS dan ADD`, `DDS, ADD, dan PAD`: names in a sentence, in their order. Written out by hand, as numbers are. */
export function joinWords(words: readonly string[], how: 'and' | 'or', language: Language): string {
  const last = words.at(-1)
  if (last === undefined) return ''
  if (words.length === 1) return last
  return `${words.slice(0, -1).join(', ')}${words.length > 2 ? ',' : ''} ${BEFORE_LAST[language][how]} ${last}`
}
