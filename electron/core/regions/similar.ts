import { isWithin, levelOf, parentOf, type Region } from '#shared/domain/region.ts'
import { eachRegion, findRegion, listRegions } from './lookup.ts'

/**
 * Regions that someone may have meant by a code or a name that is not one, likeliest first; for the hints of an error.
 *
 * A code is tried with its dots put where they belong (`3505072001`), then the nearest numbers in the smallest area that exists.
 * A name may have its kind before it (`Desa Kalipucung`), a few wrong letters, or the area after it (`Kalipucung, Blitar`). `within`
 * limits the answer to an area.
 */
export function similarRegions(text: string, limit = 5, within = ''): Region[] {
  const found = /^[\d.\s-]+$/.test(text) ? nearCodes(text) : nearNames(text)
  return found.filter(({ code }) => within === '' || isWithin(code, within)).slice(0, limit)
}

function nearCodes(text: string): Region[] {
  const digits = text.replaceAll(/\D/g, '').slice(0, 10)
  const parts = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6), digits.slice(6)].filter((part) => part !== '')
  for (let length = parts.length; length > 0; length -= 1) {
    const exact = findRegion(parts.slice(0, length).join('.'))
    if (!exact) continue
    if (length === parts.length) return [exact, ...listRegions(exact.code)]
    return nearest(listRegions(exact.code), Number(parts[length]))
  }
  return nearest(listRegions(''), Number(parts[0] ?? 0))
}

function nearest(regions: readonly Region[], number: number): Region[] {
  const distance = ({ code }: Region): number => Math.abs(Number(code.slice(parentOf(code).length).replace('.', '')) - number)
  return regions.toSorted((a, b) => distance(a) - distance(b))
}

function nearNames(text: string): Region[] {
  const [name = '', ...areas] = text.split(/[,/(]/).map(plain)
  if (name === '') return []
  const most = Math.floor(name.length / 4)
  const ranked: { readonly region: Region; readonly rank: number }[] = []
  for (const region of eachRegion()) {
    const rank = difference(name, plain(region.name), most)
    if (rank !== undefined) ranked.push({ region, rank })
  }
  const areaNames = new Set(areas.filter((area) => area !== ''))
  const outside = (region: Region): number => (areaNames.size > 0 && !liesIn(region, areaNames) ? 1 : 0)
  return ranked
    .map(({ region, rank }) => ({ region, rank, outside: outside(region) }))
    .toSorted((a, b) => a.outside - b.outside || a.rank - b.rank || level(a.region) - level(b.region))
    .map(({ region }) => region)
}

function level({ code }: Region): number {
  return ['province', 'regency', 'district', 'village'].indexOf(levelOf(code))
}

function liesIn({ code }: Region, names: ReadonlySet<string>): boolean {
  const above = parentOf(code)
  if (above === '') return false
  const area = findRegion(above)
  return (area !== undefined && names.has(plain(area.name))) || liesIn({ code: above, name: '' }, names)
}

/** Letters and digits only, without the word for the kind of area before the name. */
function plain(name: string): string {
  return name
    .toLowerCase()
    .trim()
    .replace(/^(provinsi|prov|kabupaten|kab|kota|kecamatan|kec|kelurahan|kel|desa|ds)[.\s]+(?=\S)/, '')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}

/** 0 for the same, 1 and more for edits, a little more for a name that only begins alike; `undefined` for what is too far. */
function difference(wanted: string, name: string, most: number): number | undefined {
  if (wanted === name) return 0
  const edits = Math.abs(wanted.length - name.length) <= most ? editDistance(wanted, name, most) : undefined
  if (edits !== undefined) return edits
  return wanted.length >= 4 && name.startsWith(wanted) ? most + 0.5 : undefined
}

function editDistance(a: string, b: string, most: number): number | undefined {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    if (Math.min(...next) > most) return undefined
    row = next
  }
  const distance = row[b.length] ?? 0
  return distance <= most ? distance : undefined
}
