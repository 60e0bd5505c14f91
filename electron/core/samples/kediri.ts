import type { SeriesCount } from '#shared/domain/caseload.ts'
import { split } from '#shared/domain/money.ts'
import type { TargetGroup } from '#shared/domain/target-group.ts'
import { findRegion, listRegions, listVillages } from '../regions/lookup.ts'
import { plainWorkbook, type PlainCell } from '../workbook/plain-workbook.ts'
import { createNikSeries, makeGroup, type SampleChild } from './children.ts'
import { countsWorkbook } from './counts-file.ts'
import { HEADERS, type Place, rowOf, TITLE, WIDTHS } from './e-ppgbm.ts'
import { createRandom, type Random } from './random.ts'
import type { SampleFile } from './sample.ts'

/**
 * The sample city. What is real: the city, its 3 kecamatan and 46 kelurahan with their codes, and the 358 stunted children of
 * kecamatan Mojoroto (mini lokakarya of 21 May 2025), carried into a round of August 2026. Everything else is made up, every child
 * and every other figure included.
 */
export const KEDIRI = '35.71'

interface DistrictFigures {
  readonly targeted: number
  readonly measured: number
  readonly severelyStunted: number
  readonly stunted: number
  readonly severelyWasted: number
  readonly wasted: number
}

/** By kecamatan code; `stunted` here without the severe ones. Mojoroto: 64 + 294 = 358. */
const FIGURES: Readonly<Record<string, DistrictFigures>> = {
  '35.71.01': { targeted: 4_110, measured: 3_584, severelyStunted: 64, stunted: 294, severelyWasted: 21, wasted: 142 },
  '35.71.02': { targeted: 2_745, measured: 2_391, severelyStunted: 31, stunted: 178, severelyWasted: 12, wasted: 87 },
  '35.71.03': { targeted: 3_470, measured: 3_025, severelyStunted: 42, stunted: 213, severelyWasted: 17, wasted: 109 },
}

const SERIES = 'e-PPGBM Agustus 2026 (contoh)'
const MEASURED_ON = '2026-08-20'
const POSYANDU = ['Melati', 'Mawar', 'Kenanga', 'Anggrek', 'Dahlia', 'Flamboyan'] as const
/** Weekdays of the first half of August 2026, when posyandu weigh. */
const DAYS = [3, 4, 5, 6, 7, 10, 11, 12, 13, 14] as const

export interface SampleWard {
  readonly code: string
  readonly place: Place
  readonly children: readonly SampleChild[]
}

/** The children of each kelurahan, in order of code. */
function kediriWards(): SampleWard[] {
  const random = createRandom(3571)
  const nik = createNikSeries()
  return listRegions(KEDIRI).flatMap(({ code }) => districtWards(random, nik, code))
}

function spread(total: number, weights: readonly number[]): number[] {
  return split(total, weights.map(BigInt))
}

function districtWards(random: Random, nik: ReturnType<typeof createNikSeries>, district: string): SampleWard[] {
  const figures = FIGURES[district]
  if (!figures) return []
  const wards = listVillages(district)
  const sizes = wards.map(() => random.integer(60, 160))
  const measured = spread(figures.measured, sizes)
  // the burden is heavier in some wards than in others, as it is in truth
  const burden = measured.map((count) => count * random.integer(60, 140))
  const unseen = spread(figures.targeted - figures.measured, sizes)
  const severelyStunted = spread(figures.severelyStunted, burden)
  const stunted = spread(figures.stunted, burden)
  const severelyWasted = spread(figures.severelyWasted, measured)
  const wasted = spread(figures.wasted, measured)
  return wards.map(({ code, name }, ward) => {
    const posyandu = POSYANDU.slice(0, (measured[ward] ?? 0) > 220 ? 6 : (measured[ward] ?? 0) > 160 ? 5 : 4)
    const even = posyandu.map(() => 1)
    const parts = [measured, unseen, severelyStunted, stunted, severelyWasted, wasted].map((figure) => spread(figure[ward] ?? 0, even))
    const children = posyandu.flatMap((posyanduName, index) => {
      const [seen = 0, missing = 0, severe = 0, short = 0, verySevere = 0, thin = 0] = parts.map((part) => part[index] ?? 0)
      const group = {
        nikArea: district.replaceAll('.', ''),
        posyandu: `${posyanduName} ${name}`,
        weighedOn: `2026-08-${String(random.pick(DAYS)).padStart(2, '0')}`,
        targeted: seen + missing,
        measured: seen,
        weighedOnly: 0,
        severelyStunted: severe,
        stunted: short,
        severelyWasted: verySevere,
        wasted: thin,
      }
      return makeGroup(random, nik, group).toSorted((a, b) => (a.name < b.name ? -1 : 1))
    })
    const place = { province: 'Jawa Timur', regency: 'Kota Kediri', district: findRegion(district)?.name ?? '', village: name }
    return { code, place, children }
  })
}

/** Groups that the city knows per kelurahan from other lists; all made up, in proportion to the children. */
const OTHER_GROUPS: readonly { readonly group: TargetGroup; readonly total: number }[] = [
  { group: 'pregnant', total: 3_120 },
  { group: 'pregnant_ced', total: 268 },
  { group: 'lactating', total: 2_640 },
  { group: 'adolescent_girl', total: 9_450 },
  { group: 'bride_to_be', total: 1_180 },
  { group: 'at_risk_family', total: 5_230 },
  { group: 'family_no_toilet', total: 187 },
]

/** Mothers, young people, families, kader and posyandu of each kelurahan. */
export function kediriCounts(wards: readonly SampleWard[] = kediriWards()): Omit<SeriesCount, 'seriesId'>[] {
  const weights = wards.map(({ children }) => BigInt(children.length))
  const posyandu = wards.map(({ children }) => new Set(children.map((child) => child.posyandu)).size)
  const columns = [
    ...OTHER_GROUPS.map(({ group, total }) => ({ group, counts: split(total, weights) })),
    { group: 'cadre' as const, counts: posyandu.map((number) => number * 5) },
    { group: 'posyandu' as const, counts: posyandu },
  ]
  return wards.flatMap(({ code }, ward) =>
    columns.map(({ group, counts }) => ({ village: code, posyandu: '', group, count: counts[ward] ?? 0 })),
  )
}

function byNameFile(wards: readonly SampleWard[]): SampleFile {
  const rows: PlainCell[][] = [
    [TITLE],
    ['Status gizi balita per nama dan alamat, Kota Kediri; Kec. Mojoroto dibangun di atas 358 balita stunting (berita Mei 2025)'],
    ['e-PPGBM, periode Agustus 2026'],
    [],
    [...HEADERS],
  ]
  let number = 0
  for (const { place, children } of wards) {
    for (const child of children) {
      number += 1
      rows.push(rowOf(number, child, place, { nikApostrophe: number % 50 === 0, nothing: number % 3 === 0 ? '' : '-' }))
    }
  }
  return {
    name: 'contoh-e-ppgbm-kota-kediri-agustus-2026.xlsx',
    bytes: plainWorkbook([{ name: 'Status Gizi', rows, widths: WIDTHS }]),
    content: 'by-name',
    series: SERIES,
    measuredOn: MEASURED_ON,
  }
}

function countsFile(wards: readonly SampleWard[]): SampleFile {
  const names = new Map(wards.map(({ code, place }) => [code, place.village]))
  const counts = kediriCounts(wards).map(({ village, group, count }) => ({ village, name: names.get(village) ?? '', group, count }))
  return {
    name: 'contoh-data-kelurahan-kota-kediri-2026.xlsx',
    bytes: countsWorkbook('Data kelurahan (contoh)', counts),
    content: 'counts',
    series: 'Data kelurahan 2026 (contoh)',
    measuredOn: MEASURED_ON,
  }
}

/** The caseload files of the sample city, the by-name one first. The same bytes every time; takes about two seconds. */
export function kediriFiles(): readonly SampleFile[] {
  const wards = kediriWards()
  return [byNameFile(wards), countsFile(wards)]
}
