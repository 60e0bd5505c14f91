import type { CountKey } from '#shared/domain/caseload.ts'
import { plainWorkbook, type PlainCell } from '../workbook/plain-workbook.ts'
import { TITLE } from './e-ppgbm.ts'

/** What offices call the groups that a sample counts. */
const WORDS: Readonly<Partial<Record<CountKey, string>>> = {
  pregnant: 'Ibu hamil',
  pregnant_ced: 'Ibu hamil KEK',
  lactating: 'Ibu menyusui',
  adolescent_girl: 'Remaja putri',
  bride_to_be: 'Calon pengantin',
  at_risk_family: 'Keluarga berisiko stunting',
  family_no_toilet: 'Keluarga tanpa jamban',
  cadre: 'Kader posyandu',
  development_cadre: 'Kader Pembangunan Manusia',
  posyandu: 'Posyandu',
}

export interface CountRow {
  /** Region code of the village. */
  readonly village: string
  readonly name: string
  readonly group: CountKey
  readonly count: number
}

/** A plain table of area, target group, count, as an office would keep it. */
export function countsWorkbook(sheet: string, counts: readonly CountRow[]): Uint8Array {
  const rows: PlainCell[][] = [
    [TITLE],
    [],
    ['Kode Wilayah', 'Nama', 'Kelompok Sasaran', 'Jumlah'],
    ...counts.map(({ village, name, group, count }): PlainCell[] => [village, name, WORDS[group] ?? group, count]),
  ]
  return plainWorkbook([{ name: sheet, rows, widths: [16, 20, 28, 10] }])
}
