import type { MessageValues, Translator } from './translator.ts'

/** Longer lists end in `…`. */
const LISTED = 12

type Data = Readonly<Record<string, unknown>>

function wordOf(value: unknown): string | number {
  if (typeof value === 'number') return value
  if (!Array.isArray(value)) return value === '' ? '' : String(value ?? '–')
  return value.length > LISTED ? `${value.slice(0, LISTED).join(', ')} …` : value.join(', ')
}

/** What some data are called in the texts, where they are kept as a word of their own; others stand as they are. */
const CALLED: Readonly<Record<string, (word: string) => readonly string[]>> = {
  expected: (word) => [`expected.${word}`],
  fault: (word) => [`import.rejection.${word}`],
  measure: (word) => [`terms.groups.${word}`, `terms.denominators.${word}`],
}

/**
 * The sentence of a named error in the words of its reader, or `undefined` where there is none; `data` is what the error carries.
 * Some errors have a sentence for each `reason`, or one for when a certain part of the data is there: `money_range_line`.
 */
export function errorSentence(code: string, data: unknown, { find }: Pick<Translator, 'find'>): string | undefined {
  const given: Data = typeof data === 'object' && data !== null ? (data as Data) : {}
  const plain: MessageValues = Object.fromEntries(Object.entries(given).map(([key, value]) => [key, wordOf(value)]))
  const called = Object.entries(CALLED).flatMap(([key, keys]) => {
    const word = keys(String(given[key])).map((name) => find(name, plain)).find((text) => text !== undefined)
    return word === undefined ? [] : [[key, word]]
  })
  const kind = code === 'file_not_a_table' ? { found: find(`terms.fileKinds.${plain['found']}`) ?? String(plain['found']).toUpperCase() } : {}
  const values: MessageValues = { ...plain, ...Object.fromEntries(called), ...kind }
  const parts = [plain['reason'], ...Object.keys(given).filter((key) => given[key] !== undefined)]
  const own = parts.map((part) => `errors.${code}_${part}`).find((key) => find(key, values) !== undefined)
  return find(own ?? `errors.${code}`, values)
}
