import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { isRegionCode, levelOf, parentOf, type Region } from '#shared/domain/region.ts'

/** Beside this file when it runs from source; the build copies it beside the bundles. Attribution: NOTICE.md. */
const DATA = path.join(import.meta.dirname, 'regions.txt.gz')

interface Entry extends Region {
  /** Districts only: the villages, four digits and name each, between tabs; read when asked for. */
  readonly villages: string
}

/** Provinces, regencies and districts in order of code: each by its code, and those of each parent. */
interface Tree {
  readonly byCode: ReadonlyMap<string, Entry>
  readonly byParent: ReadonlyMap<string, readonly Entry[]>
}

let loaded: Tree | undefined

/** Read at the first question. */
function tree(): Tree {
  loaded ??= readTree()
  return loaded
}

function readTree(): Tree {
  const byCode = new Map<string, Entry>()
  const byParent = new Map<string, Entry[]>()
  for (const line of gunzipSync(readFileSync(DATA)).toString('utf8').split('\n')) {
    const [code = '', name = ''] = line.split('\t', 2)
    if (code === '') continue
    const entry = { code, name, villages: line.slice(code.length + name.length + 2) }
    byCode.set(code, entry)
    const parent = code.slice(0, Math.max(0, code.length - 3))
    const siblings = byParent.get(parent)
    if (siblings) siblings.push(entry)
    else byParent.set(parent, [entry])
  }
  return { byCode, byParent }
}

function villagesOf(district: Entry): Region[] {
  if (district.villages === '') return []
  return district.villages.split('\t').map((text) => ({ code: `${district.code}.${text.slice(0, 4)}`, name: text.slice(4) }))
}

/** The region of a dotted code at any level, or `undefined`. Names are the decree's: `Kabupaten Blitar`, `Sanankulon`, `Kalipucung`. */
export function findRegion(code: string): Region | undefined {
  if (!isRegionCode(code)) return undefined
  if (levelOf(code) === 'village') {
    const district = tree().byCode.get(parentOf(code))
    return district && villagesOf(district).find((village) => village.code === code)
  }
  const found = tree().byCode.get(code)
  return found && { code: found.code, name: found.name }
}

/** The region and all that it lies in, province first; empty for an unknown code. */
export function regionPath(code: string): Region[] {
  const region = findRegion(code)
  return region ? [...(parentOf(code) === '' ? [] : regionPath(parentOf(code))), region] : []
}

/** What lies directly in a region, in order of code: districts of a regency, villages of a district; `''` gives the provinces. */
export function listRegions(parent: string): Region[] {
  if (parent !== '' && levelOf(parent) === 'district') return listVillages(parent)
  return (tree().byParent.get(parent) ?? []).map(({ code, name }) => ({ code, name }))
}

/** All desa and kelurahan in a regency (or district, or province), in order of code; empty for an unknown code. */
export function listVillages(area: string): Region[] {
  const entry = tree().byCode.get(area)
  if (!entry) return []
  return levelOf(area) === 'district' ? villagesOf(entry) : (tree().byParent.get(area) ?? []).flatMap(({ code }) => listVillages(code))
}

/** Every region of the country, provinces, regencies and districts before villages: about 91,700; for searching. */
export function* eachRegion(): Generator<Region> {
  for (const { code, name } of tree().byCode.values()) yield { code, name }
  for (const entry of tree().byCode.values()) yield* villagesOf(entry)
}
