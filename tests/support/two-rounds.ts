import { heightForAge, weightForAge, weightForHeight } from '#shared/domain/growth.ts'
import { dayNumber } from '#shared/domain/period.ts'
import { importFile, newApp, textFile } from './app.ts'

const HEADER = 'NIK;Nama;JK;Tgl Lahir;Nama Ortu;Desa/Kel;Posyandu;Tanggal Pengukuran;Berat;Tinggi;Cara Ukur;TB/U;ZS TB/U;BB/U;ZS BB/U;BB/TB;ZS BB/TB'

export interface Row {
  readonly nik?: string
  readonly name: string
  readonly sex?: 'L' | 'P'
  readonly born: string
  readonly parent?: string
  readonly posyandu?: string
  /** null: not measured. */
  readonly on: string | null
  readonly kg?: number
  readonly cm?: number
  /** What the file reckons with, where that is not what it writes. */
  readonly meant?: { readonly sex?: 'L' | 'P'; readonly born?: string; readonly cm?: number }
  readonly label?: string
}

const label = (z: number): string => (z < -3 ? 'Sangat Pendek' : z < -2 ? 'Pendek' : 'Normal')

/** A row as an office would write it, with the z-scores that it meant. */
function line({ nik = '', name, sex = 'L', born, parent = 'Sri', posyandu = 'Mawar', on, kg = 12, cm = 90, meant = {}, label: written }: Row): string {
  const head = [nik, name, sex, born, parent, 'Kalipucung', posyandu]
  if (on === null) return [...head, '', '', '', '', '', '', '', '', '', ''].join(';')
  const days = dayNumber(on) - dayNumber(meant.born ?? born)
  const posture = dayNumber(on) - dayNumber(born) < 731 ? 'lying' as const : 'standing' as const
  const stature = { cm: meant.cm ?? cm, posture }
  const [by, hfa, wfa, wfh] = [meant.sex ?? sex, 0, 0, 0]
  const z = [heightForAge(by, days, stature) ?? hfa, weightForAge(by, days, kg) ?? wfa, weightForHeight(by, days, stature, kg) ?? wfh]
  return [...head, on, kg, cm, posture === 'lying' ? 'Terlentang' : 'Berdiri', written ?? label(z[0] ?? 0), z[0], '', z[1], '', z[2]].join(';').replaceAll('.', ',')
}

export const csv = (name: string, rows: readonly Row[]): File => textFile(name, [HEADER, ...rows.map(line)].join('\n'))

export const NIK = { adi: '3505071503240001', bela: '3505075007230002', citra: '3505070111220003', dodi: '3505072008210004', eka: '3505076001250005', fajar: '3505071212230006', gita: '3505074505230007' }

/** February: Adi and Bela stunted, Citra well, Dodi stunted and soon 60 months old, Fajar stunted. */
export const FEBRUARY: readonly Row[] = [
  { nik: NIK.adi, name: 'Adi', born: '2024-03-15', on: '2026-02-10', cm: 79, kg: 10 },
  { nik: NIK.bela, name: 'Bela', sex: 'P', born: '2023-07-10', on: '2026-02-10', cm: 82, kg: 11 },
  { nik: NIK.citra, name: 'Citra', born: '2022-11-01', on: '2026-02-10', cm: 98, kg: 15 },
  { nik: NIK.dodi, name: 'Dodi', born: '2021-08-20', on: '2026-02-10', cm: 95, kg: 14 },
  { nik: NIK.fajar, name: 'Fajar', born: '2023-12-12', on: '2026-02-10', cm: 80, kg: 10, posyandu: 'Melati' },
]
/** August: Adi still stunted, Bela measured well, Dodi past 60 months, Eka new and stunted, Fajar moved to Mawar and stunted still, Citra not measured. */
export const AUGUST: readonly Row[] = [
  { nik: NIK.adi, name: 'Adi', born: '2024-03-15', on: '2026-08-10', cm: 82, kg: 11 },
  { nik: NIK.bela, name: 'Bela', sex: 'P', born: '2023-07-10', on: '2026-08-10', cm: 92, kg: 13 },
  { nik: NIK.citra, name: 'Citra', born: '2022-11-01', on: null },
  { nik: NIK.dodi, name: 'Dodi', born: '2021-08-01', on: '2026-08-10', cm: 98, kg: 15 },
  { nik: NIK.eka, name: 'Eka', sex: 'P', born: '2025-01-20', on: '2026-08-10', cm: 72, kg: 8 },
  { nik: NIK.fajar, name: 'Fajar', born: '2023-12-12', on: '2026-08-10', cm: 84, kg: 11 },
]

export async function twoRounds() {
  const app = newApp()
  await importFile(app.client, { file: csv('feb.csv', FEBRUARY), series: 'Verval I', measuredOn: '2026-02-20' })
  await importFile(app.client, { file: csv('agu.csv', AUGUST), series: 'Verval II', measuredOn: '2026-08-20' })
  return app
}
