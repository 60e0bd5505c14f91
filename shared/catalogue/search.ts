import type { PlanKind } from '#shared/domain/plan.ts'
import type { InterventionEntry } from './intervention.ts'
import { INTERVENTIONS, offeredTo } from './interventions.ts'

/** Lower case, without diacritics, everything but letters, digits and dots as one space. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.]+/gu, ' ')
    .trim()
}

interface Indexed {
  readonly entry: InterventionEntry
  readonly name: readonly string[]
  readonly words: readonly string[]
  readonly rest: readonly string[]
}

const tokens = (...texts: readonly (string | null)[]): string[] => texts.flatMap((text) => (text === null ? [] : plain(text).split(' ')))

const index: readonly Indexed[] = INTERVENTIONS.map((entry) => ({
  entry,
  name: tokens(entry.name, entry.nameEn),
  words: tokens(...entry.words),
  rest: tokens(entry.villageCode, entry.regencyCode, entry.wardCode, entry.beneficiaries, ...entry.lines.map((line) => line.description)),
}))

/** What may stand before the root of a word: `petelur` is of `telur`, `perikanan` of `ikan`; `pendidikan` is not of `ikan`. */
const PREFIXES = ['pe', 'pem', 'pen', 'peng', 'peny', 'per', 'pel', 'be', 'ber', 'bel', 'me', 'mem', 'men', 'meng', 'meny', 'di', 'ter', 'ke', 'se'] as const
/** Letters of a word that may be the root of another. */
const ROOT = 4

/** How well a word of the query meets the best of these tokens: 2 where it begins one, 1 where it begins the root of one. */
function meets(tokens: readonly string[], word: string): 0 | 1 | 2 {
  if (tokens.some((token) => token.startsWith(word))) return 2
  return word.length >= ROOT && tokens.some((token) => PREFIXES.some((prefix) => token.startsWith(prefix + word))) ? 1 : 0
}

function score(item: Indexed, word: string): number {
  const [name, words, rest] = [meets(item.name, word), meets(item.words, word), meets(item.rest, word)]
  return name > 0 ? 4 + name : words > 0 ? 2 + words : rest
}

/**
 * Catalogue entries that everyday words find ("telur", "insentif kader", "2.2.02", "eggs"): every word must begin a word of the entry
 * or the root of one, in either language, whatever the case and the diacritics. Best first: names (what can be seen to fit), then the words
 * that people use, then lines and codes; in each, the beginning of a word before its root; equal ones keep the order of the catalogue. An
 * empty query lists everything.
 */
export function searchCatalogue(query: string, kind?: PlanKind): readonly InterventionEntry[] {
  const words = tokens(query).filter((word) => word !== '')
  const found: { readonly entry: InterventionEntry; readonly total: number }[] = []
  for (const item of index) {
    if (kind !== undefined && !offeredTo(item.entry, kind)) continue
    const scores = words.map((word) => score(item, word))
    if (scores.every((points) => points > 0)) found.push({ entry: item.entry, total: scores.reduce((a, b) => a + b, 0) })
  }
  return found.toSorted((a, b) => b.total - a.total).map(({ entry }) => entry)
}
