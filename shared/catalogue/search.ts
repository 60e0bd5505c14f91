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

function score(item: Indexed, word: string): number {
  const starts = (token: string) => token.startsWith(word)
  if (item.name.some(starts)) return 3
  if (item.words.some(starts)) return 2
  return item.rest.some(starts) ? 1 : 0
}

/**
 * Catalogue entries that everyday words find ("telur", "insentif kader", "2.2.02", "eggs"): every word must begin a word of the
 * entry, in either language, whatever the case and the diacritics. Best first: names, then the words that people use, then lines and
 * codes; equal ones keep the order of the catalogue. An empty query lists everything.
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
