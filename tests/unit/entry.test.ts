import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changedSince, type EntryGroup, rowsOfGroups } from '#shared/domain/entry.ts'
import { compareEntry, type FiledRow, villageIn } from '#shared/domain/entry-compare.ts'
import { contextOf } from '#shared/sheets/input.ts'
import { entryGroups } from '#shared/sheets/entry-rows.ts'
import { partsOf } from '#shared/sheets/parts.ts'
import { activityPart, exportedAmount, readSiskeudes } from '#shared/sheets/read/siskeudes.ts'
import { siskeudesCsv, TA_RAB_RINCI } from '#shared/sheets/siskeudes.ts'
import type { Table } from '#shared/sheets/read/cell.ts'
import { longPlan, sampleInput, sampleWard } from '#tests/support/sample-plan.ts'

function groupsOf(input = sampleInput()): EntryGroup[] {
  const context = contextOf(input)
  return entryGroups(context, partsOf(context))
}

function tableOf(csv: string): Table {
  return { name: 'Ta_RABRinci', date1904: false, rows: csv.slice(1).trimEnd().split('\r\n').map((line) => line.split(';')) }
}

function filedOf(groups: readonly EntryGroup[]): FiledRow[] {
  return rowsOfGroups(groups).map(({ code, account, source, description, unit, volume, price, amount }, index) => ({
    code, account, source, description, unit, volume, price, amount, activityName: '', village: '', row: index + 2,
  }))
}

describe('what is typed into Siskeudes', () => {
  it('is every rupiah of the village’s own budget, each amount its volume times its price, in the order of the screens', () => {
    for (const input of [sampleInput(), longPlan()]) {
      const groups = groupsOf(input)
      const rows = rowsOfGroups(groups)
      const village = new Set(input.plan.sources.filter((source) => source.onBudget && source.code !== 'GENTING' && source.code !== 'CSR').map(({ id }) => id))
      const spent = input.figures.lines.flatMap((line) => line.cells).filter((cell) => village.has(cell.sourceId)).reduce((total, cell) => total + cell.amount, 0)
      expect(rows.reduce((total, row) => total + row.amount, 0)).toBe(spent)
      expect(rows.filter((row) => row.volume * row.price !== row.amount)).toEqual([])
      const codes = groups.map(({ code }) => code)
      expect(codes).toEqual(codes.toSorted())
      expect(codes.every((code) => /^\d\d\.\d\d\.\d\d$/.test(code))).toBe(true)
      for (const group of groups) {
        const accounts = group.packages.map((one) => one.rows[0]?.account ?? '')
        expect(accounts).toEqual(accounts.toSorted())
        const places = group.packages.flatMap((one) => one.rows.map((row) => `${row.account} ${row.package} ${row.no}`))
        expect(new Set(places).size).toBe(places.length)
      }
    }
  })

  it('is of a ward the city’s money under its sub kegiatan, for SIPD-RI', () => {
    const groups = groupsOf(sampleWard())
    expect(groups.every(({ code }) => code === '' || /^\d\.\d\d\.\d\d\.\d\.\d\d\.\d{4}$/.test(code))).toBe(true)
    expect(new Set(rowsOfGroups(groups).map(({ source }) => source))).toEqual(new Set(['DAU', 'BOK']))
  })

  it('is one header line of Ta_RABRinci and a line for each row as CSV, which reads back as it was', () => {
    const groups = groupsOf(longPlan())
    const csv = siskeudesCsv(groups, 2027, '35.05.07.2001')
    expect(csv.slice(1).split('\r\n')[0]).toBe(TA_RAB_RINCI.join(';'))
    const read = readSiskeudes(tableOf(csv), undefined, 'initial', 2027)
    if ('missing' in read) throw new Error('columns are missing')
    expect(read).toMatchObject({ rejected: [], years: [2027], otherYears: 0, villages: ['35.05.07.2001'], amended: false })
    const compared = compareEntry(groups, read.rows)
    expect(compared.others).toEqual([])
    expect(new Set(compared.activities.flatMap((activity) => activity.rows.map(({ state }) => state)))).toEqual(new Set(['same']))
  })

  it('says which fields changed since a row was typed', () => {
    const [row] = rowsOfGroups(groupsOf())
    if (!row) throw new Error('no row')
    expect(changedSince(row, { ...row })).toEqual([])
    expect(changedSince({ ...row, price: row.price + 1, amount: row.amount + row.volume }, row)).toEqual(['price', 'amount'])
  })
})

describe('what is read of Siskeudes', () => {
  it.each([
    ['1500000', 1_500_000], ['1500000.0000', 1_500_000], ['1500000,00', 1_500_000], ['1.500.000,00', 1_500_000], ['1,500,000.00', 1_500_000], ['1.500', 1500], ['Rp 1.500.000,50', 1_500_001],
    ['0.0000', 0], ['', 0], ['-250', -250], ['satu juta', null], ['1.5.0', null], ['99999999999999999', null],
  ])('%j is %j', (text, amount) => expect(exportedAmount(text)).toBe(amount))

  it('reads whole rupiah in any of their spellings alike', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 9_000_000_000_000 }), (amount) => {
      const grouped = String(amount).replaceAll(/\B(?=(\d{3})+$)/g, '.')
      expect([String(amount), `${amount}.0000`, `${amount},00`, `${grouped},00`, grouped].map(exportedAmount)).toEqual([amount, amount, amount, amount, amount])
    }))
  })

  it.each([['07.2001.02.02.02.', '02.02.02'], ['02.02.02', '02.02.02'], ['2.2.02', '02.02.02'], ['01.2001.', '01.2001']])('the activity of %j is %j', (code, activity) => expect(activityPart(code)).toBe(activity))

  it('finds columns by name in any order, takes the amended amounts when asked, and lists what it cannot read', () => {
    const rows = [
      ['ANGGARAN', 'uraian', 'Kd_Keg', 'Kd_Rincian', 'SumberDana', 'Tahun', 'AnggaranStlhPAK'],
      ['1000', 'Makanan', '07.2001.02.02.02.', '5.2.7.01.', 'DDS', '2027', '1200'],
      ['seribu', 'Kader', '07.2001.02.02.02.', '5.2.2.03.', 'ADD', '2027', '500'],
      ['700', 'Jalan', '07.2001.02.03.10.', '5.3.5.01.', 'DDS', '2026', '700'],
      [],
    ]
    const table: Table = { name: 'Ta_RABRinci', rows, date1904: false }
    const names: Table = { name: 'Ta_Kegiatan', rows: [['Kd_Keg', 'Nama_Kegiatan'], ['07.2001.02.02.02.', 'Penyelenggaraan Posyandu']], date1904: false }
    expect(readSiskeudes(table, names, 'initial', 2027)).toMatchObject({
      rows: [{ code: '02.02.02', account: '5.2.7.01', source: 'DDS', amount: 1000, activityName: 'Penyelenggaraan Posyandu' }], rejected: [{ row: 3, column: 'Anggaran', value: 'seribu' }],
      years: [2026, 2027], otherYears: 1, amended: true,
    })
    expect(readSiskeudes(table, undefined, 'amended', 2027)).toMatchObject({ rows: [{ amount: 1200 }, { amount: 500 }], rejected: [] })
    expect(readSiskeudes({ ...table, rows: [['Kd_Keg', 'Uraian']] }, undefined, 'initial', null)).toEqual({ missing: ['Kd_Rincian', 'SumberDana', 'Anggaran'], found: ['kd_keg', 'uraian'] })
  })
})

describe('plan and Siskeudes compared', () => {
  const groups = groupsOf(longPlan(6))
  const filed = filedOf(groups)
  const states = (rows: readonly FiledRow[]) => compareEntry(groups, rows).activities.flatMap((activity) => activity.rows.map(({ state }) => state)).filter((state) => state !== 'same')

  it.each([
    ['its own code', ['35.05.07.2001'], '35.05.07.2001'], ['a code of the program', ['01.2001'], '01.2001'], ['another village', ['35.05.07.2002'], undefined], ['another district', ['35.05.08.2001'], undefined],
    ['another one by the code of the program', ['07.2002'], undefined], ['its own beside another', ['07.2001', '07.2002'], '07.2001'], ['two that it could be', ['08.2001', '09.2001'], undefined], ['none', [], undefined],
  ])('tells by its code which village is the plan’s: %s', (_, villages, own) => {
    expect(villageIn(villages, '35.05.07.2001')).toBe(own)
  })

  it('finds nothing where all was typed, in whatever order', () => {
    expect(states(filed)).toEqual([])
    expect(states(filed.toReversed())).toEqual([])
  })

  it('tells a missing row, another amount, another source and a row too many apart', () => {
    const [first, second, ...rest] = filed
    if (!first || !second) throw new Error('too few rows')
    expect(states(filed.slice(1))).toEqual(['missing_there'])
    expect(states([{ ...first, amount: first.amount + 1 }, second, ...rest])).toEqual(['amount'])
    expect(states([{ ...first, source: 'PBK' }, second, ...rest])).toEqual(['placed'])
    expect(states([...filed, { ...first, description: 'Lain sama sekali', account: '5.2.9.99', amount: 7 }])).toEqual(['missing_here'])
  })

  it('keeps apart what Siskeudes holds besides this plan', () => {
    const road: FiledRow = { ...(filed[0] as FiledRow), code: '02.03.10', activityName: 'Jalan', amount: 5_000 }
    const found = compareEntry(groups, [...filed, road, road])
    expect(found.others).toEqual([{ code: '02.03.10', name: 'Jalan', filed: 10_000, rows: 2 }])
    expect(states([...filed, road])).toEqual([])
  })

  it('accounts for every row of both sides exactly once, whatever was typed', () => {
    fc.assert(fc.property(fc.array(fc.record({ at: fc.nat(filed.length - 1), plus: fc.integer({ min: 0, max: 3 }), other: fc.boolean() }), { maxLength: 30 }), (picked) => {
      const rows = picked.map(({ at, plus, other }, index): FiledRow => {
        const row = filed[at] as FiledRow
        return { ...row, row: index + 2, amount: row.amount + plus, ...(other ? { description: `x ${index}` } : {}) }
      })
      const all = compareEntry(groups, rows).activities.flatMap((activity) => activity.rows)
      expect(all.flatMap(({ filed: one }) => (one ? [one.row] : [])).toSorted((a, b) => a - b)).toEqual(rows.map(({ row }) => row))
      expect(all.filter(({ plan }) => plan !== null)).toHaveLength(filed.length)
    }))
  })
})
