import type { GrowthIndex } from '#shared/domain/child-status.ts'
import { aliasMap } from './header.ts'

/** Columns of a by-name file that are read; others are left aside (domain §6.1). `Usia Saat Ukur` is not read: age follows from the dates. */
export type ByNameColumn =
  | 'nik' | 'name' | 'sex' | 'bornOn' | 'parent' | 'district' | 'village' | 'posyandu' | 'measuredOn' | 'weight' | 'height' | 'method'
  | 'wfa' | 'zWfa' | 'hfa' | 'zHfa' | 'wfh' | 'zWfh' | 'gain'

const SPEC: Readonly<Record<ByNameColumn, readonly string[]>> = {
  nik: ['NIK', 'NIK Anak', 'NIK Balita', 'No NIK', 'Nomor Induk Kependudukan', 'NIK/ID', 'No. KTP'],
  name: ['Nama', 'Nama Anak', 'Nama Balita', 'Nama Lengkap', 'Nama Lengkap Anak', 'Nama Lengkap Balita', 'Nama Bayi/Balita', 'Nama Bayi', 'Nama Sasaran'],
  sex: ['JK', 'Jenis Kelamin', 'L/P', 'Kelamin', 'Jns Kelamin', 'Sex', 'JK (L/P)'],
  bornOn: ['Tgl Lahir', 'Tanggal Lahir', 'Tgl. Lahir Anak', 'Tanggal Lahir Anak', 'TTL', 'Tgl Lhr', 'DOB', 'Tanggal Lahir Balita'],
  parent: ['Nama Ortu', 'Nama Orang Tua', 'Nama Orangtua', 'Ortu', 'Orang Tua', 'Nama Ibu', 'Nama Ayah', 'Nama Ibu/Ayah', 'Nama Ayah/Ibu', 'Nama KK'],
  district: ['Kec', 'Kecamatan', 'Nama Kecamatan'],
  village: ['Desa/Kel', 'Desa', 'Kelurahan', 'Desa/Kelurahan', 'Kel/Desa', 'Kelurahan/Desa', 'Nama Desa', 'Nama Kelurahan', 'Kel', 'Nama Desa/Kelurahan'],
  posyandu: ['Posyandu', 'Nama Posyandu', 'Posy'],
  measuredOn: [
    'Tanggal Pengukuran', 'Tgl Pengukuran', 'Tanggal Ukur', 'Tgl Ukur', 'Tanggal Penimbangan', 'Tgl Penimbangan', 'Tgl Timbang', 'Tanggal Timbang',
    'Tanggal Kunjungan', 'Tgl Kunjungan',
  ],
  weight: ['Berat', 'Berat Badan', 'BB', 'BB (kg)', 'Berat (kg)', 'BB Saat Ini', 'BB Ukur', 'Berat Badan (kg)', 'BB kg'],
  height: ['Tinggi', 'Tinggi Badan', 'TB', 'TB (cm)', 'TB/PB', 'PB/TB', 'Panjang/Tinggi', 'Tinggi/Panjang', 'Tinggi (cm)', 'PB', 'Panjang Badan', 'TB cm', 'Panjang/Tinggi Badan'],
  method: ['Cara Ukur', 'Cara Pengukuran', 'Posisi Ukur', 'Cara'],
  wfa: ['BB/U', 'Status BB/U', 'Status Gizi BB/U', 'Stat BB/U', 'Kategori BB/U'],
  zWfa: ['ZS BB/U', 'Z-Score BB/U', 'Zscore BBU', 'Z BB/U', 'ZS-BB/U', 'BB/U Zscore', 'BB/U (Z-Score)'],
  hfa: ['TB/U', 'PB/U', 'TB/U (PB/U)', 'PB/U atau TB/U', 'TB/PB/U', 'PB/TB/U', 'Status TB/U', 'Status PB/U', 'Status Gizi TB/U', 'Stat TB/U', 'Kategori TB/U', 'PB/U-TB/U'],
  zHfa: ['ZS TB/U', 'ZS PB/U', 'Z-Score TB/U', 'Z-Score PB/U', 'Zscore TBU', 'Z TB/U', 'ZS PB/TB/U', 'TB/U Zscore', 'TB/U (Z-Score)', 'ZS TB/U (PB/U)'],
  wfh: ['BB/TB', 'BB/PB', 'BB/TB (BB/PB)', 'BB/PB atau BB/TB', 'BB/PB/TB', 'BB/TB/PB', 'Status BB/TB', 'Status BB/PB', 'Status Gizi BB/TB', 'Stat BB/TB', 'Kategori BB/TB'],
  zWfh: ['ZS BB/TB', 'ZS BB/PB', 'Z-Score BB/TB', 'Z-Score BB/PB', 'Zscore BBTB', 'Z BB/TB', 'BB/TB Zscore', 'BB/TB (Z-Score)', 'ZS BB/TB (BB/PB)'],
  gain: ['Naik Berat Badan', 'Naik BB', 'N/T', 'Status Naik', 'Naik', 'Naik/Tidak', 'Kenaikan BB', 'Kenaikan Berat Badan', 'Status N/T', 'NTOB', 'N/T/O/B'],
}

export const BY_NAME_COLUMNS = Object.keys(SPEC) as readonly ByNameColumn[]

export const BY_NAME_ALIASES = aliasMap(SPEC)

/** Status label and z-score columns per index. */
export const INDEX_COLUMNS: Readonly<Record<GrowthIndex, { readonly label: ByNameColumn; readonly z: ByNameColumn }>> = {
  hfa: { label: 'hfa', z: 'zHfa' },
  wfa: { label: 'wfa', z: 'zWfa' },
  wfh: { label: 'wfh', z: 'zWfh' },
}

const MEASURED: readonly ByNameColumn[] = ['weight', 'height', 'wfa', 'zWfa', 'hfa', 'zHfa', 'wfh', 'zWfh']

/** What must be there, with the words of the usual file for people: one column of each list. */
const REQUIRED: readonly { readonly any: readonly ByNameColumn[]; readonly words: string }[] = [
  { any: ['nik', 'name'], words: 'NIK / Nama' },
  { any: ['sex'], words: 'JK' },
  { any: ['bornOn'], words: 'Tgl Lahir' },
  { any: ['measuredOn'], words: 'Tanggal Pengukuran' },
  { any: MEASURED, words: 'Berat / Tinggi / TB/U / BB/U / BB/TB' },
]

/** Required columns that are missing, in the words of the usual file; empty where the header is enough. */
export function missingColumns(columns: ReadonlyMap<ByNameColumn, number>): string[] {
  return REQUIRED.filter(({ any }) => !any.some((column) => columns.has(column))).map(({ words }) => words)
}
