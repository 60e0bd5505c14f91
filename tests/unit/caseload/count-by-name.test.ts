import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ByNameKnown } from '#shared/domain/by-name.ts'
import type { CountKey } from '#shared/domain/caseload.ts'
import { type ByNameCount, type ByNameOptions, countByName } from '#shared/domain/count-by-name.ts'
import { type ByNameTable, readByName } from '#shared/sheets/read/by-name.ts'
import { child, EPPGBM_HEADER, type EppgbmRow, type Grid, grid } from '#tests/support/eppgbm-files.ts'

const KALIPUCUNG = '35.05.07.2001'
const AREAS = { home: KALIPUCUNG, villages: [{ code: KALIPUCUNG, name: 'Kalipucung' }], districts: [{ code: '35.05.07', name: 'Sanankulon' }] }
const OPTIONS: ByNameOptions = { today: '2025-11-21', areas: AREAS }

function read(...tables: { name: string; rows: Grid }[]): ByNameTable {
  const result = readByName(tables.map((table) => ({ ...table, date1904: false })), OPTIONS.today)
  if ('missing' in result) throw new Error(`header not found: ${result.missing.join(', ')}`)
  return result
}

function count(rows: readonly EppgbmRow[], options: Partial<ByNameOptions> = {}, header: readonly string[] = EPPGBM_HEADER): ByNameCount {
  const table = read({ name: 'Data', rows: grid(rows, header) })
  expect(table.rejected).toEqual([])
  return countByName(table.rows, table.known, { ...OPTIONS, ...options })
}

const total = (result: ByNameCount, key: CountKey): number | undefined => result.totals.get(key)
const warning = (result: ByNameCount, code: string) => result.warnings.find((entry) => entry.code === code)
const stunted = (number: number, changes: EppgbmRow = {}): EppgbmRow => child(number, { 'TB/U': 'Pendek', 'ZS TB/U': -2.4, ...changes })
const ALL_KNOWN: ByNameKnown = { weight: true, height: true }

describe('one child', () => {
  it('is one NIK, with several rows counted by its latest measurement inside the month', () => {
    const result = count([
      stunted(1, { 'Tanggal Pengukuran': '2025-08-20' }), child(1, { 'Tanggal Pengukuran': '2025-08-25' }), stunted(1, { 'Tanggal Pengukuran': '2025-07-25' }), child(2),
    ])
    expect([total(result, 'targeted'), total(result, 'measured'), total(result, 'stunted')]).toEqual([2, 2, 0])
    expect(result.measuredOn).toBe('2025-08-25')
    expect(result.window).toEqual({ from: '2025-08-01', to: '2025-08-31' })
    expect(result.children[0]).toMatchObject({ countedOn: '2025-08-25', measurements: [{ measuredOn: '2025-07-25' }, { measuredOn: '2025-08-20' }, { measuredOn: '2025-08-25' }] })
    expect(warning(result, 'outside_window')).toMatchObject({ count: 1, places: [{ sheet: 'Data', row: 4 }] })
  })

  it('may be counted over another window than the month; its end is then the last measurement inside', () => {
    const rows = [stunted(1, { 'Tanggal Pengukuran': '2025-06-20' }), child(1, { 'Tanggal Pengukuran': '2025-08-25' }), stunted(2, { 'Tanggal Pengukuran': '2025-07-03' })]
    const result = count(rows, { window: { from: '2025-06-01', to: '2025-07-31' } })
    expect([result.measuredOn, total(result, 'stunted'), total(result, 'measured')]).toEqual(['2025-07-03', 2, 2])
    const august = count(rows)
    expect([total(august, 'targeted'), total(august, 'measured'), total(august, 'stunted')]).toEqual([2, 1, 0])
    expect([...count(rows, { measuredOn: '2025-06-30' }).totals].filter(([key]) => key === 'stunted')).toEqual([['stunted', 1]])
  })

  it('without a usable NIK is the same name, birth date and parent', () => {
    const result = count([
      child(1, { NIK: '-', Nama: 'Siti  Aminah' }), child(2, { NIK: '0000000000000000', Nama: 'SITI AMINAH', 'Nama Ortu': 'ibu contoh 1', JK: 'L', 'Tanggal Pengukuran': '2025-08-12' }),
      child(3, { NIK: '', Nama: 'Siti Aminah', 'Nama Ortu': 'Ibu Lain' }), child(4, { NIK: '', Nama: 'Siti Aminah', 'Nama Ortu': 'Ibu Contoh 1', 'Tgl Lahir': '2023-06-16' }),
    ])
    expect(total(result, 'targeted')).toBe(3)
  })

  it('joins a row without NIK to the one child with a NIK of that name, birth date and parent', () => {
    expect(total(count([child(1), child(1, { NIK: '-', 'Tanggal Pengukuran': '2025-08-12' })]), 'targeted')).toBe(1)
    const twins = count([child(1), child(1, { NIK: '3505070101229999' }), child(1, { NIK: '-', 'Tanggal Pengukuran': '2025-08-12' })])
    expect(total(twins, 'targeted')).toBe(3)
    expect(warning(twins, 'same_child_other_nik')?.count).toBe(1)
  })

  it('does not go by a number that Excel has rounded, and says so when one NIK has two birth dates', () => {
    const rounded = count([child(1, { NIK: 3_505_070_101_221_000 }), child(2, { NIK: 3_505_070_101_221_000 })])
    expect(total(rounded, 'targeted')).toBe(2)
    const shared = count([child(1), child(2, { NIK: child(1).NIK as string, 'Tgl Lahir': '2022-01-01' })])
    expect(total(shared, 'targeted')).toBe(1)
    expect(warning(shared, 'nik_shared')?.count).toBe(1)
  })

  it('does not take a NIK of 17 digits, made of the mother’s, for an identity: siblings may share it', () => {
    const result = count([child(1, { NIK: '35050701012210011' }), child(2, { NIK: '35050701012210011' })])
    expect(result.children.map(({ nik }) => nik)).toEqual([null, null])
    expect(total(result, 'targeted')).toBe(2)
  })
})

describe('rows of the same child and day', () => {
  it('count once when identical, and the later one when they differ; both are listed', () => {
    const result = count([stunted(1), stunted(1), child(2), stunted(2)])
    expect([total(result, 'targeted'), total(result, 'stunted')]).toEqual([2, 2])
    expect(result.duplicates).toEqual([
      { code: 'identical', place: { sheet: 'Data', row: 3 }, other: { sheet: 'Data', row: 2 } },
      { code: 'corrected', place: { sheet: 'Data', row: 4 }, other: { sheet: 'Data', row: 5 } },
    ])
  })
})

describe('targeted', () => {
  it('is children under 60 months at their own measurement; older ones are listed and left out', () => {
    const result = count([
      stunted(1, { 'Tgl Lahir': '2020-08-10', 'Tanggal Pengukuran': '2025-08-10' }), child(2, { 'Tgl Lahir': '2020-08-11', 'Tanggal Pengukuran': '2025-08-10' }), child(3, { 'Tanggal Pengukuran': '2025-08-31' }),
    ])
    expect([total(result, 'targeted'), total(result, 'under_five'), total(result, 'measured'), total(result, 'stunted')]).toEqual([2, 2, 2, 0])
    expect(warning(result, 'too_old')).toMatchObject({ count: 1, places: [{ row: 2 }] })
  })

  it('takes the age of an unmeasured child on the date of the series', () => {
    const unmeasured = { 'Tanggal Pengukuran': '', Berat: '', Tinggi: '', 'BB/U': '', 'ZS BB/U': '', 'TB/U': '', 'ZS TB/U': '', 'BB/TB': '', 'ZS BB/TB': '' }
    const rows = [child(1), child(2, { ...unmeasured, 'Tgl Lahir': '2020-08-20' }), child(3, { ...unmeasured, 'Tgl Lahir': '2020-08-10' }), child(4, { ...unmeasured, 'Tgl Lahir': '2025-08-15' })]
    const result = count(rows)
    expect([total(result, 'targeted'), total(result, 'measured'), total(result, 'weighed')]).toEqual([2, 1, 1])
    expect(warning(result, 'too_old')?.count).toBe(1)
    expect(warning(result, 'not_born_yet')?.count).toBe(1)
    expect(total(count(rows, { measuredOn: '2025-08-20' }), 'targeted')).toBe(2)
  })

  it('gives way to a typed S, and both are shown', () => {
    const result = count([stunted(1), child(2)], { targetedTyped: 420 })
    expect([total(result, 'targeted'), total(result, 'under_five')]).toEqual([420, 420])
    expect(warning(result, 'targeted_typed')?.words).toEqual({ typed: 420, file: 2 })
    expect(result.entries.find(({ posyandu, group }) => posyandu === '' && group === 'targeted')?.count).toBe(420)
    expect(result.entries.find(({ posyandu, group }) => posyandu === 'Mawar' && group === 'targeted')?.count).toBe(2)
  })
})

describe('status', () => {
  it('goes by the file\'s z-score, then by the label; at exactly −2,00 and −3,00 the label decides, without one the milder side', () => {
    const z = (number: number, zScore: number | string, label: string) => child(number, { 'ZS TB/U': zScore, 'TB/U': label })
    const result = count([
      z(1, '-2,01', 'Normal'), z(2, -2, 'Pendek'), z(3, -2, 'Normal'), z(4, -2, '-'), z(5, -3, 'Sangat Pendek'), z(6, -3, ''), z(7, -3.01, ''), z(8, '', 'Pendek'), z(9, '-', 'Sangat pendek'), z(10, -1.99, 'Normal'),
    ])
    expect([total(result, 'stunted'), total(result, 'severely_stunted'), total(result, 'measured')]).toEqual([7, 3, 10])
  })

  it('shows both totals where labels and z-scores differ', () => {
    const result = count([child(1, { 'ZS TB/U': -2.5, 'TB/U': 'Normal' }), child(2, { 'ZS TB/U': -2.6, 'TB/U': 'Pendek' }), child(3)])
    expect(total(result, 'stunted')).toBe(2)
    expect(warning(result, 'label_z_differ')).toEqual({ code: 'label_z_differ', count: 1, places: [{ sheet: 'Data', row: 2 }], words: { group: 'stunted', byLabel: 1, byZ: 2 } })
  })

  it('leaves an implausible value out of that index, numerator and denominator, and lists it', () => {
    const result = count([
      child(1, { 'ZS TB/U': -6.01, 'TB/U': 'Sangat Pendek', 'ZS BB/TB': -2.5, 'BB/TB': 'Gizi Kurang' }), stunted(2), child(3, { 'ZS BB/U': 5.01 }), child(4, { 'ZS BB/TB': -5.01, 'BB/TB': 'Gizi Buruk' }), child(5, { 'ZS TB/U': -6, 'TB/U': 'Sangat Pendek' }),
    ])
    expect(Object.fromEntries(result.totals)).toMatchObject({
      targeted: 5, weighed: 5, measured: 4, stunted: 2, severely_stunted: 1, weight_status: 4, wasting_status: 4, moderately_wasted: 1, severely_wasted: 0,
    })
    expect(['implausible_hfa', 'implausible_wfa', 'implausible_wfh'].map((code) => warning(result, code)?.places[0]?.row)).toEqual([2, 4, 5])
  })

  it('counts moderate wasting without the severe, underweight and stunting with them, faltering by T', () => {
    const result = count([
      child(1, { 'BB/TB': 'Gizi Kurang', 'ZS BB/TB': -2.2 }), child(2, { 'BB/TB': 'Gizi Buruk', 'ZS BB/TB': -3.4 }), child(3, { 'BB/U': 'Sangat Kurang', 'ZS BB/U': -3.2 }), child(4, { 'BB/U': 'Kurang', 'ZS BB/U': -2.2 }),
      child(5, { 'Naik Berat Badan': 'T' }), child(6, { 'Naik Berat Badan': 'Tidak' }), child(7, { 'Naik Berat Badan': 'O' }), child(8, { 'Naik Berat Badan': 'B' }), child(9, { 'Naik Berat Badan': 'Ya' }),
    ])
    expect(Object.fromEntries(result.totals)).toMatchObject({ moderately_wasted: 1, severely_wasted: 1, underweight: 2, faltering: 2 })
  })
})

describe('PMT groups', () => {
  it('are exclusive, for 6–59 months, in the order gizi kurang, BB kurang, T; gizi buruk is in none', () => {
    const wasted = { 'BB/TB': 'Gizi Kurang', 'ZS BB/TB': -2.2 }
    const severe = { 'BB/TB': 'Gizi Buruk', 'ZS BB/TB': -3.2 }
    const under = { 'BB/U': 'Kurang', 'ZS BB/U': -2.2 }
    const falters = { 'Naik Berat Badan': 'T' }
    const result = count([
      child(1, { ...wasted, ...under, ...falters }), child(2, { ...under, ...falters }), child(3, falters), child(4, { ...severe, ...under, ...falters }), child(5, { ...wasted, 'Tgl Lahir': '2025-02-11' }),
      child(6, { ...wasted, 'Tgl Lahir': '2025-02-10' }), child(7, { 'BB/U': 'Sangat Kurang', 'ZS BB/U': -3.3 }), child(8),
    ])
    expect(Object.fromEntries(result.totals)).toMatchObject({ pmt_wasted: 2, pmt_underweight: 2, pmt_faltering: 1, moderately_wasted: 3, underweight: 4, faltering: 4 })
  })
})

describe('ages', () => {
  it('under_two is 0–23 months, child_6_23 is 6–23 months, at the child\'s own measurement', () => {
    const born = (number: number, date: string) => child(number, { 'Tgl Lahir': date, 'Tanggal Pengukuran': '2025-08-10' })
    const result = count([born(1, '2023-08-10'), born(2, '2023-08-11'), born(3, '2025-02-10'), born(4, '2025-02-11'), born(5, '2025-08-10')])
    expect([total(result, 'under_five'), total(result, 'under_two'), total(result, 'child_6_23')]).toEqual([5, 4, 2])
  })
})

describe('what the file has no column for', () => {
  it('is unknown, never 0', () => {
    const without = (...columns: string[]) => EPPGBM_HEADER.filter((column) => !columns.includes(column))
    const noWasting = count([child(1)], {}, without('BB/TB', 'ZS BB/TB'))
    for (const key of ['moderately_wasted', 'severely_wasted', 'wasting_status', 'pmt_wasted', 'pmt_underweight', 'pmt_faltering'] as const) expect(total(noWasting, key)).toBeUndefined()
    expect(total(noWasting, 'underweight')).toBe(0)
    const noGain = count([child(1)], {}, without('Naik Berat Badan'))
    expect([total(noGain, 'faltering'), total(noGain, 'pmt_faltering'), total(noGain, 'pmt_underweight')]).toEqual([undefined, undefined, 0])
    const onlyWeight = count([child(1)], {}, without('Tinggi', 'TB/U', 'ZS TB/U', 'BB/TB', 'ZS BB/TB'))
    expect([total(onlyWeight, 'stunted'), total(onlyWeight, 'measured'), total(onlyWeight, 'weighed')]).toEqual([undefined, undefined, 1])
    expect(total(count([child(1, { 'Naik Berat Badan': '-' })]), 'faltering')).toBeUndefined()
  })

  it('counts a height without a status as measured, and says so', () => {
    const result = count([child(1, { 'TB/U': '', 'ZS TB/U': '' }), stunted(2)])
    expect([total(result, 'measured'), total(result, 'stunted')]).toEqual([2, 1])
    expect(warning(result, 'height_without_status')?.count).toBe(1)
  })
})

describe('a filtered list', () => {
  const list = [1, 2, 3, 4, 5].map((number) => stunted(number))
  it('is said, and gives neither S nor measured until they are typed', () => {
    const result = count(list)
    expect(warning(result, 'filtered_list')).toBeDefined()
    expect(Object.fromEntries(result.totals)).toEqual({ stunted: 5, severely_stunted: 0 })
    const typed = count(list, { targetedTyped: 400, measuredTyped: 367 })
    expect(Object.fromEntries(typed.totals)).toEqual({ stunted: 5, severely_stunted: 0, targeted: 400, under_five: 400, measured: 367 })
  })
  it('is not made of four children, nor of fewer than 80 %', () => {
    expect(warning(count(list.slice(1)), 'filtered_list')).toBeUndefined()
    expect(warning(count([...list, child(6), child(7)]), 'filtered_list')).toBeUndefined()
    expect(warning(count([...list, child(6)]), 'filtered_list')).toBeDefined()
    // four of five are exactly 80 %
    expect(warning(count([...list.slice(1), child(6)]), 'filtered_list')).toBeDefined()
  })
})

describe('areas', () => {
  it('counts rows of other villages under the workspace, with a warning', () => {
    const result = count([child(1), child(2, { 'Desa/Kel': 'Bendosari' }), child(3, { 'Desa/Kel': 'Desa Kali Pucung' })])
    expect(total(result, 'targeted')).toBe(3)
    expect(warning(result, 'other_village')).toMatchObject({ count: 1, words: { names: 'Bendosari, SANANKULON', area: KALIPUCUNG } })
  })

  it('knows a village of the same name in another district for another village, and a row that names only another district', () => {
    const result = count([child(1, { Kec: 'Kec. Sanan Kulon' }), child(2, { Kec: '35.05.07' }), child(3, { Kec: '' }), child(4, { Kec: 'SRENGAT' }), child(5, { Kec: 'Srengat', 'Desa/Kel': '' }), child(6, { Kec: 'SRENGAT', 'Desa/Kel': KALIPUCUNG })])
    expect(warning(result, 'other_village')).toMatchObject({ count: 2, places: [{ row: 5 }, { row: 6 }], words: { names: 'KALIPUCUNG, SRENGAT; Srengat' } })
    expect(total(result, 'targeted')).toBe(6)
  })

  it('tells villages of one name apart by their district', () => {
    const areas = {
      home: '35.71', villages: [{ code: '35.71.01.1001', name: 'Sukorame' }, { code: '35.71.02.1001', name: 'Sukorame' }], districts: [{ code: '35.71.01', name: 'Mojoroto' }, { code: '35.71.02', name: 'Kota' }],
    }
    const result = count([child(1, { 'Desa/Kel': 'SUKORAME', Kec: 'Kec. Mojoroto' }), child(2, { 'Desa/Kel': 'Kel. Sukorame', Kec: 'KOTA' }), child(3, { 'Desa/Kel': 'Sukorame', Kec: '' })], { areas })
    expect(result.children.map(({ village }) => village)).toEqual(['35.71.01.1001', '35.71.02.1001', '35.71'])
  })

  it('counts per posyandu whatever its spelling', () => {
    const result = count([child(1, { Posyandu: 'Mawar 1' }), child(2, { Posyandu: 'MAWAR 1' }), child(3, { Posyandu: 'Melati' })])
    const targeted = result.entries.filter(({ group }) => group === 'targeted').map(({ posyandu, count: n }) => [posyandu, n])
    expect(targeted).toEqual([['', 3], ['MAWAR 1', 2], ['Melati', 1]])
  })
})

const arbitraryRow = fc.record({
  number: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }), born: fc.constantFrom('2020-05-01', '2023-06-15', '2025-03-01'), posyandu: fc.constantFrom('Mawar', 'Melati', 'Anggrek'),
  hfa: fc.constantFrom(-650, -310, -300, -250, -200, -100, 0), wfa: fc.constantFrom(-320, -210, -100), wfh: fc.constantFrom(-310, -220, 0), gain: fc.constantFrom('N', 'T', ''),
})
type Arbitrary = typeof arbitraryRow extends fc.Arbitrary<infer T> ? T : never
const rowOf = ({ number, day, born, posyandu, hfa, wfa, wfh, gain }: Arbitrary): EppgbmRow =>
  child(number, {
    'Tgl Lahir': born, Posyandu: posyandu, 'Tanggal Pengukuran': `2025-08-${String(day).padStart(2, '0')}`, 'ZS TB/U': hfa / 100, 'TB/U': '', 'ZS BB/U': wfa / 100, 'BB/U': '', 'ZS BB/TB': wfh / 100, 'BB/TB': '', 'Naik Berat Badan': gain,
  })
const tally = (rows: readonly EppgbmRow[]): ByNameCount => countByName(read({ name: 'Data', rows: grid(rows) }).rows, ALL_KNOWN, OPTIONS)

describe('properties', () => {
  const oneRowPerChild = fc.uniqueArray(arbitraryRow, { selector: ({ number }) => number, minLength: 1 }).map((rows) => rows.map(rowOf))

  it('the order of rows never changes the counts, nor does repeating any of them', () => {
    fc.assert(fc.property(oneRowPerChild.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray([...rows, ...rows], { minLength: rows.length * 2 }))), ([rows, shuffled]) => {
      const once = tally(rows)
      const twice = tally(shuffled)
      expect([...twice.totals]).toEqual([...once.totals])
      expect(twice.entries).toEqual(once.entries)
      expect(twice.duplicates.map(({ code }) => code)).toEqual(rows.map(() => 'identical'))
    }))
  })

  it('posyandu sum to their village, and villages to the total', () => {
    fc.assert(fc.property(fc.array(arbitraryRow, { minLength: 1, maxLength: 40 }), (arbitrary) => {
      const result = tally(arbitrary.map(rowOf))
      for (const [key, whole] of result.totals) {
        const of = result.entries.filter(({ group }) => group === key)
        expect(of.filter(({ posyandu }) => posyandu === '').reduce((sum, entry) => sum + entry.count, 0)).toBe(whole)
        expect(of.filter(({ posyandu }) => posyandu !== '').reduce((sum, entry) => sum + entry.count, 0)).toBe(whole)
      }
    }))
  })

  it('parts never exceed their whole, and no child is in two PMT groups', () => {
    fc.assert(fc.property(fc.array(arbitraryRow, { minLength: 1, maxLength: 40 }), (arbitrary) => {
      const { totals } = tally(arbitrary.map(rowOf))
      const n = (key: CountKey): number => totals.get(key) ?? 0
      expect(n('severely_stunted')).toBeLessThanOrEqual(n('stunted'))
      expect(n('measured')).toBeLessThanOrEqual(n('targeted'))
      expect(n('moderately_wasted') + n('severely_wasted')).toBeLessThanOrEqual(n('wasting_status'))
      expect(n('underweight')).toBeLessThanOrEqual(n('weight_status'))
      expect(n('pmt_wasted') + n('pmt_underweight') + n('pmt_faltering')).toBeLessThanOrEqual(n('targeted') - n('severely_wasted'))
      expect(n('child_6_23')).toBeLessThanOrEqual(n('under_two'))
    }))
  })
})
