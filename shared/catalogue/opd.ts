import { letters } from '#shared/domain/letters.ts'
import { SUB_KEGIATAN } from './sub-kegiatan.ts'

/** What papers call the departments that the catalogue names in short. Only for finding them again: which sub kegiatan is whose stays unverified. */
const LONG: Readonly<Record<string, readonly string[]>> = {
  Disdik: ['Dinas Pendidikan', 'Dinas Pendidikan dan Kebudayaan', 'Dindik', 'Dispendik'],
  Dinkes: ['Dinas Kesehatan', 'Dinas Kesehatan PPKB', 'Dinkes PPKB'],
  DPUPR: ['Dinas Pekerjaan Umum dan Penataan Ruang', 'Dinas PUPR', 'PUPR'],
  'DPUPR/Perkim': ['Dinas Pekerjaan Umum, Penataan Ruang, Perumahan dan Kawasan Permukiman', 'DPUPR Perkim'],
  Disperkim: ['Dinas Perumahan dan Kawasan Permukiman', 'Dinas Perkim', 'Perkim', 'DPKP'],
  Dinsos: ['Dinas Sosial'],
  DP3A: ['Dinas Pemberdayaan Perempuan dan Perlindungan Anak', 'DPPPA', 'Dinas PPPA'],
  DKPP: ['Dinas Ketahanan Pangan dan Pertanian', 'Dinas Ketahanan Pangan', 'DKP', 'Dinas Pangan'],
  Dukcapil: ['Dinas Kependudukan dan Pencatatan Sipil', 'Dispendukcapil', 'Disdukcapil'],
  DPPKB: ['Dinas Pengendalian Penduduk dan Keluarga Berencana', 'Dinas PPKB', 'DP2KB', 'DPPKBPPPA', 'DP2KBP3A'],
  Diskan: ['Dinas Perikanan', 'Dinas Kelautan dan Perikanan', 'Dinas Peternakan dan Perikanan'],
  Bappeda: ['Badan Perencanaan Pembangunan Daerah', 'Bappedalitbang', 'Bapperida', 'Bappelitbangda'],
  'Kecamatan/Kelurahan': ['Kecamatan dan Kelurahan', 'Kelurahan', 'Kecamatan (kelurahan)'],
  Kecamatan: ['Seluruh Kecamatan', 'Kecamatan-kecamatan'],
}

/** Departments that own a sub kegiatan of the catalogue, in its order. */
export const OPDS: readonly string[] = [...new Set(SUB_KEGIATAN.map(({ opd }) => opd))]

const byLetters = new Map([...OPDS.map((opd) => [letters(opd), opd] as const), ...Object.entries(LONG).flatMap(([opd, names]) => names.map((name) => [letters(name), opd] as const))])

/** The catalogue's name of a department, however a paper writes it; `undefined` where the catalogue has none of it. */
export function opdOf(text: string): string | undefined {
  return byLetters.get(letters(text)) ?? byLetters.get(letters(text.replace(/\b(kabupaten|kota|kab\.?)\s.*$/i, '')))
}
