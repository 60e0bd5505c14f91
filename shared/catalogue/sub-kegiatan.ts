import type { Intervention } from '#shared/domain/plan.ts'
import { abridgedProgrammes, BIDANG_URUSAN, KEGIATAN, PROGRAMMES } from './nomenclature.ts'

/**
 * A sub kegiatan (domain §3.3). Code and name are as one city's data has them; the owner is the usual one (unverified), and that it
 * counts for stunting is our proposal (`usulan tagging`), because the official list of tagged sub kegiatan was not to be had.
 * `to` ends a range of codes that share a name here. The indicator is fixed by Kepmendagri: null where it is not known, never made up.
 */
export interface SubKegiatan {
  readonly code: string
  readonly to?: string
  readonly name: string
  readonly opd: string
  readonly intervention: Intervention
  readonly indicator: string | null
  readonly unit: string | null
  readonly abridged?: true
  readonly note?: string
}

const none = { indicator: null, unit: null } as const
const S = { ...none, intervention: 'specific' } as const
const N = { ...none, intervention: 'sensitive' } as const
const D = { ...none, intervention: 'support' } as const

/** Codes and names are verified (S42); which office and which kind of intervention a row belongs to is a proposal, not verified. */
export const SUB_KEGIATAN = [
  { code: '1.01.02.2.03.0047', name: 'Penyelenggaraan Proses Belajar PAUD', opd: 'Disdik', ...N },
  { code: '1.01.02.2.03.0046', name: 'Pengadaan Alat Praktik dan Peraga Peserta Didik PAUD', opd: 'Disdik', ...N },
  { code: '1.01.02.2.03.0017', name: 'Pembinaan Kelembagaan dan Manajemen PAUD', opd: 'Disdik', ...N },
  { code: '1.02.02.2.02.0001', name: 'Pengelolaan Pelayanan Kesehatan Ibu Hamil', opd: 'Dinkes', ...S },
  { code: '1.02.02.2.02.0002', name: 'Pengelolaan Pelayanan Kesehatan Ibu Bersalin', opd: 'Dinkes', ...S },
  { code: '1.02.02.2.02.0003', name: 'Pengelolaan Pelayanan Kesehatan Bayi Baru Lahir', opd: 'Dinkes', ...S },
  { code: '1.02.02.2.02.0004', name: 'Pengelolaan Pelayanan Kesehatan Balita', opd: 'Dinkes', ...S },
  {
    code: '1.02.02.2.02.0005',
    name: 'Pengelolaan Pelayanan Kesehatan pada Usia Pendidikan Dasar',
    opd: 'Dinkes',
    ...S,
    note: 'TTD remaja putri',
  },
  { code: '1.02.02.2.02.0006', name: 'Pengelolaan Pelayanan Kesehatan pada Usia Produktif', opd: 'Dinkes', ...S, note: 'calon pengantin' },
  {
    code: '1.02.02.2.02.0015',
    name: 'Pengelolaan Pelayanan Kesehatan Gizi Masyarakat',
    opd: 'Dinkes',
    ...S,
    indicator: 'Jumlah Dokumen Hasil Pengelolaan Pelayanan Kesehatan Gizi Masyarakat',
    unit: 'Dokumen',
    note: 'biasanya DAK Non Fisik (BOK)',
  },
  { code: '1.02.02.2.02.0017', name: 'Pengelolaan Pelayanan Kesehatan Lingkungan', opd: 'Dinkes', ...N, note: 'STBM' },
  { code: '1.02.02.2.02.0018', name: 'Pengelolaan Pelayanan Promosi Kesehatan', opd: 'Dinkes', ...N },
  { code: '1.02.02.2.02.0020', name: 'Pengelolaan Surveilans Kesehatan', opd: 'Dinkes', ...S },
  { code: '1.02.02.2.02.0026', name: 'Pengelolaan Jaminan Kesehatan Masyarakat', opd: 'Dinkes', ...N, note: 'PBI' },
  { code: '1.02.02.2.02.0033', name: 'Operasional Pelayanan Puskesmas', opd: 'Dinkes', ...D },
  { code: '1.02.02.2.02.0048', name: 'Pengelolaan Layanan Imunisasi', opd: 'Dinkes', ...S },
  {
    code: '1.02.05.2.01.0001',
    name: 'Peningkatan Upaya Promosi Kesehatan, Advokasi, Kemitraan dan Pemberdayaan Masyarakat',
    opd: 'Dinkes',
    ...N,
  },
  { code: '1.02.05.2.02.0001', name: 'Penyelenggaraan Promosi Kesehatan dan Gerakan Hidup Bersih dan Sehat', opd: 'Dinkes', ...N },
  { code: '1.02.05.2.03.0001', name: 'Bimtek dan Supervisi Pengembangan dan Pelaksanaan UKBM', opd: 'Dinkes', ...S, note: 'posyandu' },
  { code: '1.03.03.2.01.0022', name: 'Pembangunan SPAM Bukan Jaringan Perpipaan', opd: 'DPUPR', ...N },
  { code: '1.03.03.2.01.0026', name: 'Peningkatan SPAM Jaringan Perpipaan', opd: 'DPUPR', ...N },
  { code: '1.03.05.2.01.0032', name: 'Peningkatan SPALD Terpusat Skala Permukiman', opd: 'DPUPR/Perkim', ...N },
  { code: '1.03.05.2.01.0039', name: 'Penyediaan Sub Sistem Pengolahan ALD Setempat', opd: 'DPUPR/Perkim', ...N, note: 'tangki septik' },
  { code: '1.04.03.2.03.0002', name: 'Perbaikan Rumah Tidak Layak Huni', opd: 'Disperkim', ...N },
  { code: '1.06.05.2.02.0001', name: 'Pendataan Fakir Miskin', opd: 'Dinsos', ...N, abridged: true },
  { code: '1.06.05.2.02.0002', name: 'Pengelolaan Data Fakir Miskin', opd: 'Dinsos', ...N, abridged: true },
  { code: '1.06.05.2.02.0003', name: 'Fasilitasi Bantuan Sosial Kesejahteraan Keluarga', opd: 'Dinsos', ...N },
  { code: '2.08.04.2.01.0002', name: 'KIE KG dan Perlindungan Anak bagi Keluarga', opd: 'DP3A', ...N },
  { code: '2.08.06.2.02.0001', name: 'Penyediaan Layanan Peningkatan Kualitas Hidup Anak', opd: 'DP3A', ...N },
  { code: '2.09.03.2.01.0002', name: 'Penyediaan Pangan Berbasis Sumber Daya Lokal', opd: 'DKPP', ...N },
  { code: '2.09.03.2.01.0007', name: 'Peningkatan Ketahanan Pangan Keluarga', opd: 'DKPP', ...N },
  {
    code: '2.09.03.2.04.0002',
    name: 'Pemberdayaan Masyarakat dalam Penganekaragaman Konsumsi Pangan Berbasis Sumber Daya Lokal',
    opd: 'DKPP',
    ...N,
    note: 'B2SA',
  },
  { code: '2.09.04.2.02.0003', name: 'Koordinasi Penanganan Kerawanan Pangan dan Gizi', opd: 'DKPP', ...N },
  { code: '2.09.04.2.02.0004', name: 'Pelaksanaan Intervensi Kewaspadaan Pangan dan Gizi', opd: 'DKPP', ...N },
  {
    code: '2.12.03.2.02.0004',
    name: 'Pelayanan Secara Aktif … Pencatatan Sipil',
    opd: 'Dukcapil',
    ...N,
    abridged: true,
    note: 'akta lahir',
  },
  {
    code: '2.14.03.2.03.0014',
    name: '… Pendampingan Ibu Hamil dan Ibu Pasca Persalinan',
    opd: 'DPPKB',
    ...S,
    abridged: true,
    note: 'spesifik atau sensitif',
  },
  { code: '2.14.03.2.03.0016', name: 'Promosi dan Konseling KB Pasca Persalinan', opd: 'DPPKB', ...N },
  { code: '2.14.03.2.04.0002', name: 'Integrasi Lintas Sektor Kampung KB', opd: 'DPPKB', ...N, abridged: true },
  { code: '2.14.03.2.04.0004', name: 'Pembinaan Terpadu Kampung KB', opd: 'DPPKB', ...N },
  {
    code: '2.14.03.2.04.0005',
    name: 'Fasilitasi Pengelolaan Dapur Sehat Atasi Stunting (DASHAT) di Kampung Keluarga Berkualitas',
    opd: 'DPPKB',
    ...S,
  },
  {
    code: '2.14.04.2.01.0017',
    to: '2.14.04.2.01.0028',
    name: 'BKB/BKR/BKL/PPKS/PIK-R/UPPKA (promosi, sarana, orientasi, biaya operasional)',
    opd: 'DPPKB',
    ...N,
    abridged: true,
  },
  {
    code: '2.14.04.2.02.0005',
    name: 'Pemantauan Data dan Informasi Keluarga Berisiko Stunting (termasuk remaja calon pengantin/calon PUS, ibu hamil, pascasalin, baduta/balita)',
    opd: 'DPPKB',
    ...D,
  },
  { code: '2.14.04.2.02.0006', name: 'Pendampingan Keluarga Berisiko Stunting (…)', opd: 'DPPKB', ...N, abridged: true },
  {
    code: '3.25.06.2.03.0001',
    name: 'Peningkatan Ketersediaan Ikan untuk Konsumsi dan Usaha Pengolahan',
    opd: 'Diskan',
    ...N,
    note: 'Gemarikan',
  },
  {
    code: '5.01.03.2.01.0005',
    name: 'Koordinasi Penyusunan Dokumen… Perencanaan Bidang Pembangunan Manusia',
    opd: 'Bappeda',
    ...D,
    abridged: true,
    note: 'TPPS, rembuk',
  },
  {
    code: '5.01.03.2.01.0008',
    name: 'Sinergitas dan Harmonisasi Perencanaan Bidang Pembangunan Manusia',
    opd: 'Bappeda',
    ...D,
    abridged: true,
    note: 'TPPS, rembuk',
  },
  { code: '7.01.03.2.06.0003', name: 'Peningkatan Ketahanan Pangan Keluarga (kecamatan)', opd: 'Kecamatan', ...N },
  {
    code: '7.01.03.2.02.0003',
    name: 'Pemberdayaan Masyarakat di Kelurahan',
    opd: 'Kecamatan/Kelurahan',
    ...N,
    indicator: 'Jumlah masyarakat di kelurahan yang diberdayakan',
    unit: 'Pokmas/Ormas',
  },
  { code: '7.01.03.2.02.0002', name: 'Pembangunan Sarana dan Prasarana Kelurahan', opd: 'Kecamatan/Kelurahan', ...N, unit: 'Unit' },
] as const satisfies readonly SubKegiatan[]

const all: readonly SubKegiatan[] = SUB_KEGIATAN
const byCode = new Map(all.map((entry) => [entry.code, entry]))
const ranges = all.filter((entry) => entry.to !== undefined)

/**
 * One spelling of a sub kegiatan code: the two digits from before Kepmendagri 1317/2023 become four (`1.02.02.2.02.15` →
 * `1.02.02.2.02.0015`), a level written `02` becomes `2`. `undefined` where it is no sub kegiatan code.
 */
export function normaliseSubKegiatan(text: string): string | undefined {
  const match = /^(\d)\.(\d{2})\.(\d{2})\.0?([12])\.(\d{2})\.(\d{2}|\d{4})\.?$/.exec(text.trim())
  if (!match) return undefined
  const [, urusan, bidang, programme, level, kegiatan, sub = ''] = match
  return `${urusan}.${bidang}.${programme}.${level}.${kegiatan}.${sub.padStart(4, '0')}`
}

/** Sub kegiatan of a code in any spelling; `undefined` where the list has none. */
export function subKegiatan(code: string): SubKegiatan | undefined {
  const normal = normaliseSubKegiatan(code) ?? code
  return byCode.get(normal) ?? ranges.find(({ code: first, to }) => to !== undefined && normal >= first && normal <= to)
}

export interface NomenclatureLevel {
  readonly level: 'urusan' | 'bidang_urusan' | 'programme' | 'kegiatan' | 'sub_kegiatan'
  readonly code: string
  /** null where no source gives it: print the code alone. */
  readonly name: string | null
  readonly abridged: boolean
}

/** The five levels above and including a sub kegiatan, outermost first, as the RKPD table nests them (domain §3.1, §3.2). */
export function nomenclature(code: string): readonly NomenclatureLevel[] {
  const normal = normaliseSubKegiatan(code) ?? code
  const parts = normal.split('.')
  const until = (count: number) => parts.slice(0, count).join('.')
  const sub = subKegiatan(normal)
  const programme = until(3)
  return [
    { level: 'urusan', code: until(1), name: null, abridged: false },
    { level: 'bidang_urusan', code: until(2), name: BIDANG_URUSAN[until(2)] ?? null, abridged: false },
    { level: 'programme', code: programme, name: PROGRAMMES[programme] ?? null, abridged: abridgedProgrammes.has(programme) },
    { level: 'kegiatan', code: until(5), name: KEGIATAN[until(5)] ?? null, abridged: false },
    { level: 'sub_kegiatan', code: normal, name: sub?.name ?? null, abridged: sub?.abridged ?? false },
  ]
}
