import { type EntryGroup, type EntryRow, rowsOfGroups } from '#shared/domain/entry.ts'
import { looksLikeFormula } from './csv.ts'

/** Columns of Siskeudes' table Ta_RABRinci, by their exact names (domain §2.5, confidence A for the names). */
export const TA_RAB_RINCI = [
  'Tahun', 'Kd_Desa', 'Kd_Keg', 'Kd_Rincian', 'Kd_SubRinci', 'No_Urut', 'SumberDana', 'Uraian', 'Satuan', 'JmlSatuan', 'HrgSatuan', 'Anggaran',
  'JmlSatuanPAK', 'HrgSatuanPAK', 'AnggaranStlhPAK', 'AnggaranPAK', 'Kode_SBU',
] as const
export type RabRinciColumn = (typeof TA_RAB_RINCI)[number]

/** `2` is `02`: packages and rows are numbered so in the table. */
export function twoDigits(no: number): string {
  return String(no).padStart(2, '0')
}

/** Values of a row that Siskeudes asks for; the columns of an amended budget and of the price standard stay empty: nothing here says them. */
function valuesOf(row: EntryRow, year: number, village: string): Readonly<Record<RabRinciColumn, string>> {
  return {
    Tahun: String(year), Kd_Desa: village, Kd_Keg: row.code, Kd_Rincian: row.account, Kd_SubRinci: twoDigits(row.package), No_Urut: twoDigits(row.no),
    SumberDana: row.source, Uraian: row.description, Satuan: row.unit, JmlSatuan: String(row.volume), HrgSatuan: String(row.price),
    Anggaran: String(row.amount), JmlSatuanPAK: '', HrgSatuanPAK: '', AnggaranStlhPAK: '', AnggaranPAK: '', Kode_SBU: '',
  }
}

function field(text: string): string {
  const safe = looksLikeFormula(text) ? `'${text}` : text
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/**
 * The rows to type as CSV: one header line of Ta_RABRinci, `;` between fields, UTF-8 with BOM, figures without thousands marks. `village` is the
 * Kemendagri code; the code that Siskeudes gives a village itself is not known here.
 */
export function siskeudesCsv(groups: readonly EntryGroup[], year: number, village: string): string {
  const rows = rowsOfGroups(groups).map((row) => {
    const values = valuesOf(row, year, village)
    return TA_RAB_RINCI.map((column) => field(values[column])).join(';')
  })
  return `\uFEFF${[TA_RAB_RINCI.join(';'), ...rows].join('\r\n')}\r\n`
}
