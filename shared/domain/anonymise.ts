import type { Json } from './canonical-json.ts'

/** What stands in place of a name or number that was taken out. */
export const HIDDEN = '[disamarkan]'

/** A NIK or KK number, however it is grouped; a longer number may hold one. */
const LONG_NUMBER = /\d(?:[ .\-\u00A0]?\d){15,}/g
const WORD = /[\p{L}\p{M}'’.]+/gu
/** Words of the longest name that is looked for. */
const LONGEST = 6
const SHORTEST = 4

/** Keys whose values are ids, codes and dates of our own making: never free text. */
const KEPT: ReadonlySet<string> = new Set(['id', 'activityId', 'lineId', 'sourceId', 'catalogueKey', 'reservedFor', 'madeAt', 'village', 'format', 'measuredOn', 'code'])

function plain(word: string): string {
  return word.replaceAll(/['’.]/g, '').toLowerCase()
}

/** The words of a text as names are compared by them. */
function wordsOf(text: string): string[] {
  return [...text.matchAll(WORD)].map(([word]) => plain(word)).filter((word) => word !== '')
}

export interface Anonymiser {
  /** The text with every long number and every known name taken out. */
  (text: string): string
}

/**
 * Takes people out of free text: numbers of 16 digits or more (NIK, KK), and the names that the workspace knows. A name of one word counts
 * only where it is written as a name (a capital) and is no word of a place or of the catalogue (`ordinary`), because posyandu are called Melati too.
 */
export function createAnonymiser(names: Iterable<string>, ordinary: Iterable<string>): Anonymiser {
  const known = new Set<string>()
  for (const name of names) known.add(wordsOf(name).join(' '))
  known.delete('')
  const common = new Set([...ordinary].flatMap(wordsOf))
  const isName = (words: readonly string[], first: string): boolean => {
    if (!known.has(words.join(' '))) return false
    const [only = ''] = words
    return words.length > 1 || (only.length >= SHORTEST && first !== first.toLowerCase() && !common.has(only))
  }
  return (text) => {
    const found = [...text.matchAll(WORD)].map((match) => ({ word: match[0], from: match.index, to: match.index + match[0].length }))
    let result = ''
    let at = 0
    for (let index = 0; index < found.length;) {
      let length = Math.min(LONGEST, found.length - index)
      while (length > 0 && !isName(found.slice(index, index + length).map(({ word }) => plain(word)), found[index]?.word ?? '')) length -= 1
      const [from, to] = [found[index]?.from ?? 0, found[index + length - 1]?.to ?? 0]
      if (length > 0) {
        result += text.slice(at, from) + HIDDEN
        at = to
      }
      index += Math.max(1, length)
    }
    return (result + text.slice(at)).replaceAll(LONG_NUMBER, HIDDEN)
  }
}

/** A value with every free text in it anonymised, and where something was taken out, as the path of its keys. */
export function anonymise<T extends Json>(value: T, hide: Anonymiser): { readonly value: T; readonly hidden: readonly string[] } {
  const hidden: string[] = []
  const walk = (inner: Json, path: string, key: string): Json => {
    if (typeof inner === 'string') {
      if (KEPT.has(key)) return inner
      const text = hide(inner)
      if (text !== inner) hidden.push(path)
      return text
    }
    if (Array.isArray(inner)) return (inner as readonly Json[]).map((one, index) => walk(one, `${path}.${index}`, key))
    if (typeof inner !== 'object' || inner === null) return inner
    return Object.fromEntries(Object.entries(inner as { readonly [name: string]: Json | undefined }).flatMap(([name, one]) => (one === undefined ? [] : [[name, walk(one, path === '' ? name : `${path}.${name}`, name)]])))
  }
  return { value: walk(value, '', '') as T, hidden }
}
