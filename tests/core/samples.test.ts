import * as XLSX from 'xlsx'
import { describe, expect, it } from 'vitest'
import { listVillages } from '#core/regions/lookup.ts'
import {
  kalipucungCounts, kalipucungFiles, kalipucungPlan, kalipucungRounds, kediriCounts, kediriFiles, type SampleFile,
} from '#core/samples/index.ts'
import { ACCOUNTS } from '#shared/catalogue/accounts.ts'
import { isInterventionKey } from '#shared/catalogue/interventions.ts'
import { VILLAGE_CODES } from '#shared/catalogue/village-codes.ts'
import { heightForAge, type Posture, type Sex, weightForAge, weightForHeight } from '#shared/domain/growth.ts'
import { shareOf, sum } from '#shared/domain/money.ts'
import { lineNeed } from '#shared/domain/need.ts'
import { ageInMonths, dayNumber } from '#shared/domain/period.ts'

type Cell = string | number | undefined

/** One child of a file, read without any code of the import. */
interface Row {
  readonly cells: Readonly<Record<string, Cell>>
  readonly nik: string
  readonly sex: Sex
  readonly born: string
  readonly on: string | null
  readonly kg: number | null
  readonly cm: number | null
  readonly z: { readonly hfa: number | null; readonly wfa: number | null; readonly wfh: number | null }
}

function sheetRows(file: SampleFile): Cell[][] {
  const book = XLSX.read(file.bytes, { type: 'array' })
  const sheet = book.Sheets[book.SheetNames[0] ?? '']
  return sheet ? XLSX.utils.sheet_to_json<Cell[]>(sheet, { header: 1, raw: true }) : []
}

function number(cell: Cell): number | null {
  if (cell === undefined || cell === '-' || cell === '') return null
  const value = Number(String(cell).replace(',', '.'))
  return value === 8888 ? null : value
}

function children(file: SampleFile): Row[] {
  const rows = sheetRows(file)
  const header = rows.find((row) => row.includes('NIK')) ?? []
  return rows
    .filter((row) => typeof row[0] === 'number')
    .map((row) => {
      const cells: Record<string, Cell> = Object.fromEntries(header.map((name, index) => [String(name), row[index]]))
      const on = String(cells['Tanggal Pengukuran'] ?? '-')
      return {
        cells,
        nik: String(cells['NIK']).replace("'", ''),
        sex: cells['JK'] === 'L' ? 'L' : 'P',
        born: String(cells['Tgl Lahir']),
        on: /^\d{4}-\d{2}-\d{2}$/.test(on) ? on : null,
        kg: number(cells['Berat']),
        cm: number(cells['Tinggi']),
        z: { hfa: number(cells['ZS TB/U']), wfa: number(cells['ZS BB/U']), wfh: number(cells['ZS BB/TB']) },
      } as const
    })
}

const months = ({ born, on }: Row): number => ageInMonths(born, on ?? '2026-08-31')
const count = (rows: readonly Row[], test: (row: Row) => boolean): number => rows.filter(test).length
const below = (z: number | null, limit: number): boolean => z !== null && z < limit
const says = (column: string, ...words: readonly string[]) => (row: Row): boolean => words.includes(String(row.cells[column]))
const posture = (row: Row): Posture => (row.cells['Cara Ukur'] === 'Terlentang' ? 'lying' : 'standing')

const [village, villageCounts, verval] = kalipucungFiles() as [SampleFile, SampleFile, SampleFile]
const [city, cityCounts] = kediriFiles() as [SampleFile, SampleFile]
const villageChildren = children(village)
const cityChildren = children(city)
const files = [['Kalipucung', villageChildren], ['Kota Kediri', cityChildren]] as const

describe('Desa Kalipucung', () => {
  it('has 389 children, 368 weighed, 367 measured', () => {
    expect(villageChildren).toHaveLength(389)
    expect(count(villageChildren, ({ kg }) => kg !== null)).toBe(368)
    expect(count(villageChildren, ({ cm }) => cm !== null)).toBe(367)
    expect(new Set(villageChildren.map(({ nik }) => nik)).size).toBe(389)
  })

  it('has 16 stunted (4,36 %), 3 of them severely, by z-score and by label', () => {
    expect(count(villageChildren, ({ z }) => below(z.hfa, -2))).toBe(16)
    expect(count(villageChildren, says('TB/U', 'Pendek', 'Sangat Pendek'))).toBe(16)
    expect(count(villageChildren, ({ z }) => below(z.hfa, -3))).toBe(3)
    expect(count(villageChildren, says('TB/U', 'Sangat Pendek'))).toBe(3)
    expect(Math.round((16 / 367) * 10_000)).toBe(436)
  })

  it('has 11 with gizi kurang, all of 6 months and more, one with gizi buruk, 24 with BB kurang, 31 without gain', () => {
    const wasted = villageChildren.filter(({ z }) => below(z.wfh, -2) && !below(z.wfh, -3))
    expect(wasted).toHaveLength(11)
    expect(wasted.every(says('BB/TB', 'Gizi Kurang'))).toBe(true)
    expect(wasted.every((row) => months(row) >= 6)).toBe(true)
    expect(count(villageChildren, says('BB/TB', 'Gizi Buruk'))).toBe(1)
    expect(count(villageChildren, ({ z }) => below(z.wfa, -2))).toBe(24)
    expect(count(villageChildren, says('Naik Berat Badan', 'T'))).toBe(31)
    const underweight = villageChildren.filter((row) => months(row) >= 6 && !below(row.z.wfh, -2) && below(row.z.wfa, -2))
    expect(underweight).toHaveLength(17)
  })

  it('has five posyandu, all in the village', () => {
    expect([...new Set(villageChildren.map(({ cells }) => cells['Posyandu']))]).toEqual(['Melati I', 'Melati II', 'Mawar', 'Kenanga', 'Anggrek'])
    expect(villageChildren.every(says('Desa/Kel', 'Kalipucung'))).toBe(true)
  })

  it('looks like a file from an office', () => {
    const rows = sheetRows(village)
    const headers = rows.flatMap((row, index) => (row.includes('Pukesmas') ? [index] : []))
    expect(headers).toHaveLength(2)
    expect(headers[0]).toBeGreaterThan(0)
    expect(rows.at(-1)?.[0]).toBe('Jumlah')
    expect(villageChildren.some(({ cells }) => typeof cells['NIK'] === 'number')).toBe(true)
    expect(villageChildren.some(({ cells }) => String(cells['Berat']).includes(','))).toBe(true)
    expect(count(villageChildren, ({ cells }) => cells['Tinggi'] === 8888)).toBe(1)
  })

  it('counts mothers, young people, families and kader', () => {
    expect(kalipucungCounts).toMatchObject({ pregnant_ced: 5, family_no_toilet: 6, cadre: 25, development_cadre: 1, posyandu: 5 })
    const table = sheetRows(villageCounts).slice(3)
    expect(table.map((row) => row[3])).toEqual(Object.values(kalipucungCounts))
    expect(table.every((row) => row[0] === '35.05.07.2001')).toBe(true)
  })

  it('knows three earlier rounds', () => {
    expect(kalipucungRounds.map(({ counts }) => [counts.stunted, counts.measured])).toEqual([[24, 341], [21, 352], [19, 360]])
  })
})

describe('Kota Kediri', () => {
  const stunted = (district: string): number => count(cityChildren, (row) => row.cells['Kec'] === district && below(row.z.hfa, -2))

  it('has 358 stunted children in Mojoroto, and 9,000 measured of 10,325', () => {
    expect(stunted('Mojoroto')).toBe(358)
    expect(count(cityChildren, (row) => row.cells['Kec'] === 'Mojoroto' && says('TB/U', 'Pendek', 'Sangat Pendek')(row))).toBe(358)
    expect([stunted('Kota'), stunted('Pesantren')]).toEqual([209, 255])
    expect(cityChildren).toHaveLength(10_325)
    expect(count(cityChildren, ({ cm }) => cm !== null)).toBe(9_000)
  })

  it('has each of the 46 kelurahan under its own name', () => {
    const names = listVillages('35.71').map(({ name }) => name)
    expect(names).toHaveLength(46)
    expect([...new Set(cityChildren.map(({ cells }) => cells['Desa/Kel']))]).toEqual(names)
    for (const name of names) expect(count(cityChildren, (row) => row.cells['Desa/Kel'] === name && below(row.z.hfa, -2))).toBeGreaterThan(0)
  })

  it('counts the other groups in every kelurahan', () => {
    const counts = kediriCounts()
    const codes = listVillages('35.71').map(({ code }) => code)
    expect([...new Set(counts.map((entry) => entry.village))]).toEqual(codes)
    expect(sum(counts.filter(({ group }) => group === 'pregnant_ced').map((entry) => entry.count))).toBe(268)
    expect(sum(counts.filter(({ group }) => group === 'posyandu').map((entry) => entry.count))).toBe(
      new Set(cityChildren.map(({ cells }) => `${cells['Desa/Kel']}/${cells['Posyandu']}`)).size,
    )
    expect(sheetRows(cityCounts).slice(3).map((row) => row[3])).toEqual(counts.map((entry) => entry.count))
  })
})

describe.each(files)('the children of %s', (_, rows) => {
  it('have z-scores and labels that are WHO’s for their measures', () => {
    for (const row of rows.filter(({ on }) => on !== null)) {
      const days = dayNumber(row.on ?? '') - dayNumber(row.born)
      const measured = { cm: row.cm ?? Number.NaN, posture: posture(row) }
      const kg = row.kg ?? Number.NaN
      expect({ nik: row.nik, ...row.z }).toEqual({
        nik: row.nik,
        hfa: heightForAge(row.sex, days, measured) ?? null,
        wfa: weightForAge(row.sex, days, kg) ?? null,
        wfh: weightForHeight(row.sex, days, measured, kg) ?? null,
      })
    }
  })

  it('lie on no border between two labels, and none is implausible', () => {
    for (const { z } of rows) {
      for (const score of [z.hfa, z.wfa, z.wfh]) expect([-2, -3].includes(score ?? 0) || Math.abs(score ?? 0) > 5).toBe(false)
    }
  })

  it('are under 60 months old and measured in August 2026', () => {
    expect(rows.every((row) => months(row) < 60 && ageInMonths(row.born, '2026-08-31') < 60)).toBe(true)
    expect(rows.every(({ on }) => on === null || on.startsWith('2026-08-'))).toBe(true)
    expect(count(rows, ({ on, kg, cm }) => on === null && (kg !== null || cm !== null))).toBe(0)
  })

  it('cannot be anybody: a NIK outside what is given out, and a name that says so', () => {
    for (const { nik, sex, born, cells } of rows) {
      const day = String(Number(born.slice(8)) + (sex === 'P' ? 40 : 0)).padStart(2, '0')
      expect(nik.slice(0, 12)).toMatch(new RegExp(`^(350507|35710[123])${day}${born.slice(5, 7)}${born.slice(2, 4)}$`))
      expect(nik.slice(12)).toMatch(/^9\d{3}$/)
      expect(String(cells['Nama'])).toMatch(/ \(contoh\)$/)
      expect(String(cells['Nama Ortu'])).toMatch(/ \(contoh\)$/)
    }
    expect(new Set(rows.map(({ nik }) => nik)).size).toBe(rows.length)
  })
})

it('marks every file as synthetic, in its name and its first row', () => {
  for (const file of [village, villageCounts, verval, city, cityCounts]) {
    expect(file.name).toMatch(/^contoh-/)
    expect(file.series).toMatch(/\(contoh\)$/)
    expect(sheetRows(file)[0]?.[0]).toMatch(/^CONTOH/)
  }
})

it('makes the same bytes every time', () => {
  const again = [...kalipucungFiles(), ...kediriFiles()]
  for (const [index, file] of [village, villageCounts, verval, city, cityCounts].entries()) {
    expect(Buffer.from(file.bytes).equals(Buffer.from(again[index]?.bytes ?? []))).toBe(true)
  }
})

describe('the second verification of Kalipucung', () => {
  const rows = children(verval)
  it('lists made-up children only, in October, by serials that no registry gave', () => {
    expect(rows.length).toBeGreaterThan(380)
    for (const { nik, cells } of rows) {
      expect(String(cells['Nama'])).toMatch(/ \(contoh\)$/)
      expect(String(cells['Nama Ortu'])).toMatch(/ \(contoh\)$/)
      expect(nik === '' || nik === '-' || /^350507\d{6}9\d{3}$/.test(nik)).toBe(true)
    }
    expect(rows.every(({ on }) => on === null || on.startsWith('2026-10-'))).toBe(true)
  })

  it('knows most children of the list before', () => {
    const before = new Set(villageChildren.map(({ nik }) => nik))
    expect(count(rows, ({ nik }) => before.has(nik))).toBeGreaterThan(360)
  })
})

describe('the plan of the sample village', () => {
  const { activities, sources, commitments, locks } = kalipucungPlan
  const counts = new Map([...Object.entries(kalipucungCounts), ['stunted', 16], ['pmt_wasted', 11]] as [never, number][])
  const lines = activities.flatMap(({ key, lines: own }) => own.map((line) => ({ key, line })))
  const needs = lines.map(({ key, line }) => {
    const need = lineNeed({ ...line, id: key, activityId: key, coverageTargetBp: null, position: 0 }, counts)
    return need.known ? need.need : Number.NaN
  })

  it('needs Rp173.614.000 for ten activities', () => {
    expect(activities).toHaveLength(10)
    expect(needs).toEqual([28_800_000, 10_164_000, 12_900_000, 45_000_000, 6_000_000, 4_250_000, 21_000_000, 3_000_000, 33_000_000, 9_500_000])
    expect(sum(needs)).toBe(173_614_000)
  })

  it('has only codes that the catalogue knows', () => {
    const villageCodes = new Set<string>(VILLAGE_CODES.map(({ code }) => code))
    const accounts = new Set<string>(ACCOUNTS.map(({ code }) => code))
    expect(activities.filter(({ villageCode }) => !villageCodes.has(villageCode ?? ''))).toEqual([])
    expect(lines.filter(({ line }) => !accounts.has(line.accountCode ?? ''))).toEqual([])
    expect(activities.filter(({ key }) => !isInterventionKey(key))).toEqual([])
  })

  it('has four sources, of which Rp97,5 million of Dana Desa and Rp32 million of ADD are left for it', () => {
    const spoken = (code: string): number => sum(commitments.filter(({ source }) => source === code).map(({ amount }) => amount))
    const total = sources.find(({ code }) => code === 'DDS')?.total ?? 0
    // 58,03 % of the pagu stay with the cooperative
    expect(total - shareOf(total, 5803) - spoken('DDS')).toBe(97_529_791)
    expect((sources.find(({ code }) => code === 'ADD')?.ceiling ?? 0) - spoken('ADD')).toBe(32_000_000)
    expect(sources.map(({ code }) => code).toSorted()).toEqual(['ADD', 'DDS', 'GENTING', 'PBH'])
  })

  it('keeps 15 of the 25 kader on ADD: Rp27.000.000', () => {
    const [lock] = locks
    const line = activities.find(({ key }) => key === lock?.activity)?.lines[lock?.line ?? -1]
    expect(line?.cutBy).toBe(0)
    expect((lock?.units ?? 0) * 12 * (line?.unitPrice ?? 0)).toBe(27_000_000)
    expect(lock?.source).toBe('ADD')
  })
})
