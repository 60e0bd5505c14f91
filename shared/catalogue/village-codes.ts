import type { Confidence, Intervention } from '#shared/domain/plan.ts'
import type { ReferenceKey } from './references.ts'

/**
 * A village activity of Permendagri 20/2018 (domain §2.3). `local`: a code 90–98 that regencies give out themselves, so the
 * same code may mean something else next door. `abridged`: the reference shortens the official label.
 */
export interface VillageCode {
  readonly code: string
  readonly name: string
  readonly intervention: Intervention
  readonly local?: true
  readonly abridged?: true
  readonly confidence: Confidence
  readonly source: ReferenceKey
  readonly note?: string
}

const from = { confidence: 'A', source: 'S33' } as const
const S = { ...from, intervention: 'specific' } as const
const N = { ...from, intervention: 'sensitive' } as const
const D = { ...from, intervention: 'support' } as const

export const VILLAGE_CODES = [
  { code: '1.1.08', name: 'Penyediaan Operasional Pemerintah Desa yang bersumber dari Dana Desa', ...D },
  { code: '1.3.02', name: 'Penyusunan, Pendataan, dan Pemutakhiran Profil Desa', ...D },
  { code: '1.4.01', name: 'Penyelenggaraan Musyawarah Perencanaan Desa/Pembahasan APBDes (Reguler)', ...D },
  { code: '1.4.02', name: 'Penyelenggaraan Musyawarah Desa Lainnya (Musdus, Rembug desa Non Reguler)', ...D, note: 'Rembuk stunting desa' },
  { code: '1.4.08', name: 'Pengembangan Sistem Informasi Desa', ...D },
  { code: '2.1.01', name: 'Penyelenggaraan PAUD/TK/TPA/TKA/TPQ/Madrasah Non-Formal Milik Desa (Honor, Pakaian dll)', ...N },
  { code: '2.1.02', name: 'Dukungan Penyelenggaraan PAUD (APE, Sarana PAUD dst)', ...N },
  { code: '2.1.05', name: 'Pemeliharaan Sarana-Prasarana-APE PAUD', ...N, abridged: true },
  { code: '2.1.06', name: 'Pembangunan-Rehabilitasi-Pengadaan Sarana-Prasarana-APE PAUD', ...N, abridged: true },
  {
    code: '2.2.01',
    name: 'Penyelenggaraan Pos Kesehatan Desa (PKD)/Polindes Milik Desa (Obat-obatan; Tambahan Insentif Bidan Desa/Perawat Desa; Pelayanan KB…)',
    ...S,
    abridged: true,
  },
  { code: '2.2.02', name: 'Penyelenggaraan Posyandu (Makanan Tambahan, Kelas Ibu Hamil, Kelas Lansia, Insentif Kader Posyandu)', ...S },
  { code: '2.2.03', name: 'Penyuluhan dan Pelatihan Bidang Kesehatan (untuk Masyarakat, Tenaga Kesehatan, Kader Kesehatan, dll)', ...S },
  { code: '2.2.04', name: 'Penyelenggaraan Desa Siaga Kesehatan', ...D, note: 'KPM dan rumah desa sehat sering di sini' },
  { code: '2.2.06', name: 'Pengasuhan Bersama atau Bina Keluarga Balita (BKB)', ...N },
  { code: '2.2.08', name: 'Pemeliharaan Sarana/Prasarana Posyandu/Polindes/PKD', ...S, note: 'Hanya perbaikan' },
  {
    code: '2.2.09',
    name: 'Pembangunan/Rehabilitasi/Peningkatan/Pengadaan Sarana/Prasarana Posyandu/Polindes/PKD',
    ...S,
    note: 'Alat ukur antropometri, bangunan',
  },
  { code: '2.2.93', name: 'Penyelenggaraan Promosi Kesehatan dan Gerakan Hidup Bersih dan Sehat', ...N, local: true },
  { code: '2.2.97', name: 'Penyelenggaraan Promosi Kesehatan dan Gerakan Hidup Bersih dan Sehat', ...N, local: true },
  { code: '2.2.99', name: 'Lain-lain Kegiatan Sub Bidang Kesehatan', ...S },
  { code: '2.3.95', name: 'Rehabilitasi dan Penambahan Unit Fasilitas Jamban Publik', ...N, local: true },
  { code: '2.4.01', name: 'Dukungan Pelaksanaan Program Pembangunan/Rehab Rumah Tidak Layak Huni (RTLH) GAKIN', ...N },
  { code: '2.4.03', name: 'Pemeliharaan Sumber Air Bersih Milik Desa', ...N },
  { code: '2.4.04', name: 'Pemeliharaan Sambungan Air Bersih ke Rumah Tangga (pipanisasi)', ...N },
  { code: '2.4.05', name: 'Pemeliharaan Sanitasi Permukiman', ...N },
  { code: '2.4.06', name: 'Pemeliharaan Fasilitas Jamban Umum/MCK umum', ...N },
  { code: '2.4.07', name: 'Pemeliharaan Fasilitas Pengelolaan Sampah', ...N },
  { code: '2.4.08', name: 'Pemeliharaan Sistem Pembuangan Air Limbah', ...N },
  { code: '2.4.11', name: 'Pembangunan Sumber Air Bersih Milik Desa', ...N, abridged: true },
  { code: '2.4.12', name: 'Pembangunan Sambungan Air Bersih ke Rumah Tangga (pipanisasi)', ...N, abridged: true },
  { code: '2.4.13', name: 'Pembangunan Sanitasi Permukiman', ...N, abridged: true },
  {
    code: '2.4.14',
    name: 'Pembangunan Fasilitas Jamban Umum/MCK umum',
    ...N,
    abridged: true,
    note: 'Jamban keluarga di sini adalah kebiasaan',
  },
  { code: '2.4.15', name: 'Pembangunan Fasilitas Pengelolaan Sampah', ...N, abridged: true },
  { code: '2.4.16', name: 'Pembangunan Sistem Pembuangan Air Limbah', ...N, abridged: true },
  { code: '2.6.02', name: 'Penyelenggaraan Informasi Publik Desa (Poster, Baliho Dll)', ...D },
  { code: '3.4.03', name: 'Pembinaan PKK', ...N },
  { code: '4.2.01', name: 'Peningkatan Produksi Tanaman Pangan', ...N, abridged: true },
  { code: '4.2.02', name: 'Peningkatan Produksi Peternakan', ...N, abridged: true },
  { code: '4.2.03', name: 'Penguatan Ketahanan Pangan Tingkat Desa (Lumbung Desa dll)', ...N, note: 'Termasuk porsi ketahanan pangan' },
  { code: '4.4.01', name: 'Pelatihan dan Penyuluhan Pemberdayaan Perempuan', ...N },
  { code: '4.4.02', name: 'Pelatihan dan Penyuluhan Perlindungan Anak', ...N },
  { code: '4.4.93', name: 'Pemberdayaan Posyandu UP2K dan BKB', ...N, local: true },
  { code: '4.4.95', name: 'Pencegahan dan Penanganan Stunting', ...S, local: true, note: 'Ada di sebagian kabupaten' },
  { code: '5.3.00', name: 'Penanganan Keadaan Mendesak', ...N, note: 'BLT Desa dibukukan di sini menurut kebiasaan, belum terverifikasi' },
] as const satisfies readonly VillageCode[]

/** Bidang of the APBDes with the Roman number of the RKP Desa; V since 2018. */
export const BIDANG = [
  { number: 1, roman: 'I', name: 'Penyelenggaraan Pemerintahan Desa' },
  { number: 2, roman: 'II', name: 'Pelaksanaan Pembangunan Desa' },
  { number: 3, roman: 'III', name: 'Pembinaan Kemasyarakatan' },
  { number: 4, roman: 'IV', name: 'Pemberdayaan Masyarakat' },
  { number: 5, roman: 'V', name: 'Penanggulangan Bencana, Darurat dan Mendesak Desa' },
] as const

const SUB_BIDANG: Readonly<Record<string, string>> = {
  '2.1': 'Pendidikan',
  '2.2': 'Kesehatan',
  '2.3': 'Pekerjaan Umum dan Penataan Ruang',
  '2.4': 'Kawasan Permukiman',
  '2.5': 'Kehutanan dan Lingkungan Hidup',
  '2.6': 'Perhubungan, Komunikasi dan Informatika',
  '4.2': 'Pertanian dan Peternakan',
  '4.4': 'Pemberdayaan Perempuan, Perlindungan Anak dan Keluarga',
}

const byCode = new Map<string, VillageCode>(VILLAGE_CODES.map((entry) => [entry.code, entry]))

/** Catalogue entry of a code in any spelling; `undefined` where the list has none (many codes are local). */
export function villageCode(code: string): VillageCode | undefined {
  return byCode.get(normaliseVillageCode(code) ?? code)
}

/**
 * One spelling for the many of the same code: `02.02.02`, `02.02.02.`, `2 2 02` and `2.2.2` become `2.2.02`.
 * `undefined` where it is no village activity code.
 */
export function normaliseVillageCode(text: string): string | undefined {
  const parts = text
    .trim()
    .replace(/\.$/, '')
    .split(/[.\s]+/)
  if (parts.length !== 3 || parts.some((part) => !/^\d{1,2}$/.test(part))) return undefined
  const [bidang = 0, sub = 0, activity = 0] = parts.map(Number)
  if (bidang < 1 || bidang > 5) return undefined
  return `${bidang}.${sub}.${String(activity).padStart(2, '0')}`
}

/** The spelling of Siskeudes: two digits each, `2.2.02` → `02.02.02`. */
export function siskeudesCode(code: string): string {
  return code
    .split('.')
    .map((part) => part.padStart(2, '0'))
    .join('.')
}

/** Bidang that a code belongs to; `undefined` where its first part is none of 1–5. */
export function bidangOf(code: string): (typeof BIDANG)[number] | undefined {
  const number = Number(code.split('.')[0])
  return BIDANG.find((bidang) => bidang.number === number)
}

/** Sub-bidang of a code, `2.2` Kesehatan; the name is null where the reference gives none. */
export function subBidangOf(code: string): { readonly code: string; readonly name: string | null } {
  const sub = code.split('.').slice(0, 2).join('.')
  return { code: sub, name: SUB_BIDANG[sub] ?? null }
}
