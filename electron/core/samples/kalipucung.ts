import type { CountKey } from '#shared/domain/caseload.ts'
import { plainWorkbook, type PlainCell } from '../workbook/plain-workbook.ts'
import { createNikSeries, type Group, makeGroup, type SampleChild } from './children.ts'
import { countsWorkbook } from './counts-file.ts'
import { type Dirt, HEADERS, type Place, rowOf, TITLE, WIDTHS } from './e-ppgbm.ts'
import { vervalRows } from './kalipucung-verval.ts'
import { createRandom } from './random.ts'
import type { SampleFile, SampleRound } from './sample.ts'

/**
 * The sample village. What is real: the village and its code, 4,36 % stunted of the children measured (Setwapres, 11 December 2025),
 * Rp150.000 per child and month. Everything else is made up around it, every child included.
 */
export const KALIPUCUNG = '35.05.07.2001'

const PLACE: Place = { province: 'Jawa Timur', regency: 'Blitar', district: 'Sanankulon', village: 'Kalipucung' }
/** Posyandu, day of weighing, targeted, measured, weighed only, severely stunted, stunted, severely wasted, wasted. */
const POSYANDU = [
  ['Melati I', '2026-08-04', 82, 78, 0, 1, 3, 0, 3],
  ['Melati II', '2026-08-05', 75, 70, 0, 0, 2, 0, 2],
  ['Mawar', '2026-08-06', 80, 76, 0, 1, 4, 1, 2],
  ['Kenanga', '2026-08-10', 71, 66, 1, 0, 1, 0, 2],
  ['Anggrek', '2026-08-12', 81, 77, 0, 1, 3, 0, 2],
] as const

const GROUPS: readonly Group[] = POSYANDU.map(
  ([posyandu, weighedOn, targeted, measured, weighedOnly, severelyStunted, stunted, severelyWasted, wasted]) => ({
    nikArea: '350507', posyandu, weighedOn, targeted, measured, weighedOnly, severelyStunted, stunted, severelyWasted, wasted,
  }),
)

/** The children behind the file, posyandu by posyandu, in order of name. */
function kalipucungChildren(): SampleChild[] {
  const random = createRandom(350_507_2001)
  const nik = createNikSeries()
  return GROUPS.flatMap((group) => makeGroup(random, nik, group).toSorted((a, b) => (a.name < b.name ? -1 : 1)))
}

/**
 * The by-name file with the marks of a real one: a title above the header, the header once more where a page of the print began,
 * a total at the end, decimal commas at one posyandu, some NIK as numbers, a height of 8888, dashes and blanks where nothing is known.
 */
function byNameFile(): SampleFile {
  const children = kalipucungChildren()
  const body: PlainCell[][] = []
  for (const [index, child] of children.entries()) {
    if (index === 200) body.push([...HEADERS])
    const dirt: Dirt = {
      comma: child.posyandu === 'Kenanga',
      nikAsNumber: index % 19 === 0,
      nothing: child.posyandu === 'Melati II' ? '' : '-',
    }
    body.push(rowOf(index + 1, child, PLACE, dirt))
  }
  const rows: PlainCell[][] = [
    [TITLE],
    ['Status gizi balita per nama dan alamat, Desa Kalipucung, Kec. Sanankulon, Kab. Blitar'],
    ['e-PPGBM, periode Agustus 2026'],
    [],
    [...HEADERS],
    ...body,
    ['Jumlah', null, `${children.length} balita`],
  ]
  return {
    name: 'contoh-e-ppgbm-kalipucung-agustus-2026.xlsx',
    bytes: plainWorkbook([{ name: 'Status Gizi', rows, widths: WIDTHS }]),
    content: 'by-name',
    series: KALIPUCUNG_CHILDREN,
    measuredOn: '2026-08-20',
  }
}

/** Women, young people, families and kader of the village; a group that is not here is unknown. */
export const kalipucungCounts: Readonly<Partial<Record<CountKey, number>>> = {
  pregnant: 38,
  pregnant_ced: 5,
  lactating: 61,
  adolescent_girl: 142,
  bride_to_be: 17,
  at_risk_family: 96,
  family_no_toilet: 6,
  cadre: 25,
  development_cadre: 1,
  posyandu: 5,
}

/** Earlier rounds, known only as totals. */
export const kalipucungRounds: readonly SampleRound[] = [
  { series: 'e-PPGBM Februari 2025 (contoh)', measuredOn: '2025-02-28', counts: { stunted: 24, measured: 341 } },
  { series: 'e-PPGBM Agustus 2025 (contoh)', measuredOn: '2025-08-31', counts: { stunted: 21, measured: 352 } },
  { series: 'e-PPGBM Februari 2026 (contoh)', measuredOn: '2026-02-28', counts: { stunted: 19, measured: 360 } },
]

function countsFile(): SampleFile {
  const counts = Object.entries(kalipucungCounts).map(([group, count]) => ({
    village: KALIPUCUNG, name: PLACE.village, group: group as CountKey, count,
  }))
  return {
    name: 'contoh-data-desa-kalipucung-2026.xlsx',
    bytes: countsWorkbook('Data desa (contoh)', counts),
    content: 'counts',
    series: 'Data desa 2026 (contoh)',
    measuredOn: '2026-08-20',
  }
}

/** Name of the series that the sample's plan follows for its children; the verification after it is there to be compared and chosen. */
export const KALIPUCUNG_CHILDREN = 'e-PPGBM Agustus 2026 (contoh)'

/** The second verification: the same children in October, with children who left and mistakes to be found. */
function vervalFile(): SampleFile {
  const weighing = { 'Melati I': '2026-10-06', 'Melati II': '2026-10-07', Mawar: '2026-10-08', Kenanga: '2026-10-12', Anggrek: '2026-10-14' }
  const rows: PlainCell[][] = [
    [TITLE],
    ['Verifikasi dan validasi balita, Desa Kalipucung, Kec. Sanankulon, Kab. Blitar'],
    [...HEADERS],
    ...vervalRows(createRandom(350_507_2002), kalipucungChildren(), weighing, PLACE),
  ]
  return {
    name: 'contoh-verval-2-kalipucung-oktober-2026.xlsx',
    bytes: plainWorkbook([{ name: 'Verval 2', rows, widths: WIDTHS }]),
    content: 'by-name',
    series: 'Verval II Oktober 2026 (contoh)',
    measuredOn: '2026-10-20',
  }
}

/** The caseload files of the sample village, the by-name one that its plan follows first, the verification after it last. The same bytes every time. */
export function kalipucungFiles(): readonly SampleFile[] {
  return [byNameFile(), countsFile(), vervalFile()]
}
