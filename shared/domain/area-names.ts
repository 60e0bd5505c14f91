import { letters } from './letters.ts'
import { isWithin, type Region } from './region.ts'

/** The villages that a workspace is about. In a village workspace `villages` holds that village alone and `home` is its code. */
export interface AreaList {
  /** Region code of the workspace. Rows whose village is not found are counted under it. */
  readonly home: string
  readonly villages: readonly Region[]
  /** Districts of the regency; they tell villages of the same name apart. */
  readonly districts: readonly Region[]
}

const KIND = /^(desa|kelurahan|kel|ds|kecamatan|kec|nagari|gampong|kampung)[\s.]+/i

/** Letters and digits of a name without its kind: `Desa Kali Pucung` and `KALIPUCUNG` are the same. */
function bare(name: string): string {
  return letters(name.trim().replace(KIND, ''))
}

/**
 * Finds villages by the free text of a file: by code, or by name without regard to case, spaces and the word before it
 * (`Desa`, `Kel.`). Where several villages share the name, the district decides. `undefined`: none of the list.
 */
export function areaResolver(areas: AreaList): (village: string, district: string) => string | undefined {
  const byName = new Map<string, Region[]>()
  for (const village of areas.villages) {
    const key = bare(village.name)
    const same = byName.get(key)
    if (same) same.push(village)
    else byName.set(key, [village])
  }
  const codes = new Set(areas.villages.map(({ code }) => code))
  const seen = new Map<string, string | undefined>()
  const find = (village: string, district: string): string | undefined => {
    if (codes.has(village)) return village
    const same = byName.get(bare(village)) ?? []
    if (same.length <= 1) return same[0]?.code
    const within = areas.districts.filter(({ name }) => bare(name) === bare(district))
    const found = same.filter(({ code }) => within.some((region) => isWithin(code, region.code)))
    return found.length === 1 ? found[0]?.code : undefined
  }
  return (village, district) => {
    const key = `${village}\n${district}`
    if (seen.has(key)) return seen.get(key)
    const code = find(village, district)
    seen.set(key, code)
    return code
  }
}

/** True where `text` (a name, or a code in whole or in part) can only mean another district than `region`. What says nothing says no other one either. */
function isOtherDistrict(text: string, { code, name }: Region): boolean {
  if (/^[\d.]*$/.test(text)) return text !== '' && text !== code && !code.endsWith(`.${text}`)
  return bare(text) !== bare(name)
}

/**
 * Tells rows of a village workspace whose district says that they are of another village, although the village's name is the same (many share one) or
 * is missing. A row with the village's own code needs no district. In a regency's workspace a name that no other village has is enough: never true.
 */
export function inOtherDistrict({ home, villages, districts }: AreaList): (village: string, district: string) => boolean {
  const own = villages.length === 1 ? districts.find(({ code }) => isWithin(home, code)) : undefined
  return (village, district) => own !== undefined && village !== home && isOtherDistrict(district, own)
}
