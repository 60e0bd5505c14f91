import { type Day, daysInMonth, parseIsoDate } from '#shared/domain/period.ts'
import type { Z } from '#shared/domain/growth.ts'
import type { PlainCell } from '../workbook/plain-workbook.ts'
import type { SampleChild } from './children.ts'

/** Headers of the by-name export as the application writes them, `Pukesmas` included (domain §6.1). */
export const HEADERS = [
  'No', 'NIK', 'Nama', 'JK', 'Tgl Lahir', 'BB Lahir', 'TB Lahir', 'Nama Ortu', 'Prov', 'Kab/Kota', 'Kec', 'Pukesmas', 'Desa/Kel',
  'Posyandu', 'RT', 'RW', 'Alamat', 'Usia Saat Ukur', 'Tanggal Pengukuran', 'Berat', 'Tinggi', 'Cara Ukur', 'LiLA', 'BB/U', 'ZS BB/U',
  'TB/U', 'ZS TB/U', 'BB/TB', 'ZS BB/TB', 'Naik Berat Badan', 'PMT Diterima (kg)', 'Jml Vit A', 'KPSP', 'KIA', 'Detail',
] as const

const WIDE: Readonly<Record<string, number>> = { NIK: 19, Nama: 34, 'Nama Ortu': 34, 'Usia Saat Ukur': 27 }

/** Width of each column in characters. */
export const WIDTHS: readonly number[] = HEADERS.map((header) => WIDE[header] ?? 12)

export const TITLE = 'CONTOH – data sintetis, bukan data anak yang sebenarnya'

/** Where the children of a row live, as the file writes it. */
export interface Place {
  readonly province: string
  readonly regency: string
  readonly district: string
  readonly village: string
}

/** What real files do to a row. */
export interface Dirt {
  /** Decimals as text with a comma. */
  readonly comma?: boolean
  /** NIK as a number, as a spreadsheet makes of digits. */
  readonly nikAsNumber?: boolean
  /** NIK with the apostrophe that forces text. */
  readonly nikApostrophe?: boolean
  /** What stands where there is nothing. */
  readonly nothing?: '' | '-'
}

/** One child as a row under `HEADERS`; a child that was weighed but not measured has the sentinel 8888 as its height. */
export function rowOf(number: number, child: SampleChild, place: Place, dirt: Dirt = {}): PlainCell[] {
  const nothing = dirt.nothing ?? '-'
  const decimal = (value: number): PlainCell => (dirt.comma ? String(value).replace('.', ',') : value)
  const orNothing = (value: number | null): PlainCell => (value === null ? nothing : decimal(value))
  const { measured } = child
  const identity = [
    number, nikCell(child.nik, dirt), child.name, child.sex, child.born, decimal(child.birthKg), decimal(child.birthCm), child.mother,
    place.province, place.regency, place.district, place.district, place.village, child.posyandu, child.rt, child.rw, 'Dusun Contoh',
  ]
  if (!measured) return [...identity, ...Array<PlainCell>(HEADERS.length - identity.length - 1).fill(nothing), 'view']
  return [
    ...identity,
    ageText(child.born, measured.on),
    measured.on,
    decimal(measured.kg),
    measured.cm === null ? 8888 : decimal(measured.cm),
    measured.posture === 'lying' ? 'Terlentang' : 'Berdiri',
    nothing,
    weightForAgeLabel(measured.wfa), decimal(measured.wfa),
    measured.hfa === null ? nothing : heightForAgeLabel(measured.hfa), orNothing(measured.hfa),
    measured.wfh === null ? nothing : weightForHeightLabel(measured.wfh), orNothing(measured.wfh),
    measured.gain,
    nothing,
    child.born <= '2026-02' ? 1 : nothing,
    nothing,
    'Ya', 'view',
  ]
}

function nikCell(nik: string, dirt: Dirt): PlainCell {
  if (dirt.nikAsNumber) return Number(nik)
  return dirt.nikApostrophe ? `'${nik}` : nik
}

/** Labels of domain §6.2 in the short form that exports use. */
function heightForAgeLabel(z: Z): string {
  return z < -3 ? 'Sangat Pendek' : z < -2 ? 'Pendek' : z <= 3 ? 'Normal' : 'Tinggi'
}

function weightForAgeLabel(z: Z): string {
  return z < -3 ? 'Sangat Kurang' : z < -2 ? 'Kurang' : z <= 1 ? 'Berat Badan Normal' : 'Risiko Lebih'
}

function weightForHeightLabel(z: Z): string {
  if (z < -3) return 'Gizi Buruk'
  if (z < -2) return 'Gizi Kurang'
  if (z <= 1) return 'Gizi Baik'
  return z <= 2 ? 'Risiko Gizi Lebih' : z <= 3 ? 'Gizi Lebih' : 'Obesitas'
}

/** `2 Tahun - 4 Bulan - 8 Hari`. Both dates must exist, the first not after the second. */
function ageText(born: string, on: string): string {
  const from = parseIsoDate(born) as Day
  const to = parseIsoDate(on) as Day
  const short = to.day < from.day
  const months = (to.year - from.year) * 12 + to.month - from.month - (short ? 1 : 0)
  const before = to.month === 1 ? daysInMonth(to.year - 1, 12) : daysInMonth(to.year, to.month - 1)
  const days = short ? to.day + Math.max(0, before - from.day) : to.day - from.day
  return `${Math.floor(months / 12)} Tahun - ${months % 12} Bulan - ${days} Hari`
}
