/** Kemendagri region codes, dotted: `35`, `35.05`, `35.05.07`, `35.05.07.2001` (domain §9). */
export type RegionLevel = 'province' | 'regency' | 'district' | 'village'
export type VillageKind = 'desa' | 'kelurahan'

const PATTERN = /^\d{2}(\.\d{2}(\.\d{2}(\.[123]\d{3})?)?)?$/

export interface Region {
  readonly code: string
  readonly name: string
}

export function isRegionCode(text: string): boolean {
  return PATTERN.test(text)
}

/** Level of a well-formed code. */
export function levelOf(code: string): RegionLevel {
  return (['province', 'regency', 'district', 'village'] as const)[code.split('.').length - 1] ?? 'village'
}

/** The code of the area one level up; `''` above a province. */
export function parentOf(code: string): string {
  return code.split('.').slice(0, -1).join('.')
}

/** Last part 1xxx kelurahan; 2xxx desa and 3xxx desa adat both have a village budget and Dana Desa. */
export function villageKind(code: string): VillageKind {
  return code.split('.')[3]?.startsWith('1') ? 'kelurahan' : 'desa'
}

/** Second part 71–99 is a kota, 01–69 a kabupaten. */
export function isCity(code: string): boolean {
  return Number(code.split('.')[1]) >= 71
}

/** True where `code` is `area` or lies in it. */
export function isWithin(code: string, area: string): boolean {
  return code === area || code.startsWith(`${area}.`)
}
