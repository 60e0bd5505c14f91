import { isCity, levelOf, parentOf, type Region, villageKind } from '#shared/domain/region.ts'
import { eachRegion, findRegion } from './lookup.ts'
import { similarRegions } from './similar.ts'

interface Indexed extends Region {
  /** Words of the name, and of the names of all that it lies in. */
  readonly own: readonly string[]
  readonly above: readonly string[]
}

const KIND_WORDS: Readonly<Record<string, 'desa' | 'kelurahan' | 'city' | 'regency' | ''>> = {
  desa: 'desa', ds: 'desa', nagari: 'desa', gampong: 'desa', kelurahan: 'kelurahan', kel: 'kelurahan', kota: 'city', kabupaten: 'regency', kab: 'regency',
  kecamatan: '', kec: '', provinsi: '', prov: '',
}

const indexes: Partial<Record<'village' | 'regency', readonly Indexed[]>> = {}

function wordsOf(text: string): string[] {
  return text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
}

function namesOf(text: string): string[] {
  return wordsOf(text).filter((word) => !(word in KIND_WORDS))
}

/** Made at the first search of a level: about 0.3 s for all villages of the country. */
function indexOf(level: 'village' | 'regency'): readonly Indexed[] {
  const above = new Map<string, readonly string[]>()
  const namesAbove = (code: string): readonly string[] => {
    if (code === '') return []
    const known = above.get(code)
    if (known) return known
    const names = [...namesOf(findRegion(code)?.name ?? ''), ...namesAbove(parentOf(code))]
    above.set(code, names)
    return names
  }
  indexes[level] ??= [...eachRegion()].filter(({ code }) => levelOf(code) === level)
    .map(({ code, name }) => ({ code, name, own: namesOf(name), above: namesAbove(parentOf(code)) }))
  return indexes[level]
}

/** 0 = not meant; more is likelier: a whole word of the name before the beginning of one, the name before what it lies in. */
function score(region: Indexed, words: readonly string[]): number {
  let total = 0
  let named = false
  for (const word of words) {
    if (region.own.includes(word)) total += 8
    else if (region.own.some((own) => own.startsWith(word))) total += 6
    else if (region.above.includes(word)) total += 2
    else if (region.above.some((name) => name.startsWith(word))) total += 1
    else return 0
    named ||= total >= 6
  }
  // of two names that hold the words, the one with nothing else in it
  return named ? total * 10 - region.own.length : 0
}

function isOfKind(code: string, kinds: ReadonlySet<string>, level: 'village' | 'regency'): boolean {
  if (level === 'village') return kinds.has('desa') === kinds.has('kelurahan') || kinds.has(villageKind(code))
  return kinds.has('city') === kinds.has('regency') || kinds.has(isCity(code) ? 'city' : 'regency')
}

/**
 * Villages or regencies that everyday words mean, likeliest first: every word must begin a word of the name or of what it lies in,
 * words for kinds only narrow (`kel mojoroto kediri`). A code finds its region; misspelt names find similar ones.
 */
export function searchRegions(text: string, level: 'village' | 'regency', limit: number): Region[] {
  const trimmed = text.trim()
  if (trimmed === '') return []
  const words = namesOf(trimmed)
  const isCode = /^[\d.\s-]+$/.test(trimmed)
  if (!isCode && words.length > 0) {
    // in a search for villages, `kab` and `kota` name what the village lies in
    const kinds = new Set(wordsOf(trimmed).flatMap((word) => KIND_WORDS[word] || []))
    const found: { readonly region: Indexed; readonly points: number }[] = []
    for (const region of indexOf(level)) {
      const points = isOfKind(region.code, kinds, level) ? score(region, words) : 0
      if (points > 0) found.push({ region, points })
    }
    const best = found.toSorted((a, b) => b.points - a.points || (a.region.code < b.region.code ? -1 : 1)).slice(0, limit)
    if (best.length > 0) return best.map(({ region: { code, name } }) => ({ code, name }))
  }
  if (trimmed.length < 3) return []
  return similarRegions(trimmed, 400).filter(({ code }) => levelOf(code) === level).slice(0, limit)
}
