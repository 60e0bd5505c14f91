import { describe, expect, it } from 'vitest'
import { type AggregateTable, readAggregate } from '#shared/sheets/read/aggregate.ts'
import type { Grid } from '#tests/support/eppgbm-files.ts'

const VILLAGE = { home: '35.05.07.2001', villages: [{ code: '35.05.07.2001', name: 'Kalipucung' }], districts: [] }
const REGENCY = {
  home: '35.05', villages: [{ code: '35.05.07.2001', name: 'Kalipucung' }, { code: '35.05.07.2002', name: 'Bendosari' }], districts: [{ code: '35.05.07', name: 'Sanankulon' }],
}

function read(rows: Grid, areas: Parameters<typeof readAggregate>[1] = VILLAGE): AggregateTable {
  const result = readAggregate([{ name: 'Data', rows, date1904: false }], areas)
  if ('missing' in result) throw new Error(result.missing.join(', '))
  return result
}

describe('a table of counts', () => {
  it('has area, target group and count, under a title, in everyday words or codes', () => {
    const result = read([
      ['DATA SASARAN (CONTOH)'], [], ['Wilayah', 'Kelompok Sasaran', 'Jumlah'], ['Kalipucung', 'Balita stunting', 16], ['35.05.07.2001', 'Sasaran', '402'], ['Desa Kalipucung', 'diukur', '367'], ['Kalipucung', 'pregnant_ced', 5],
      ['Kalipucung', 'kader posyandu', '1.025'], ['Jumlah', null, 1815],
    ])
    expect(Object.fromEntries(result.totals)).toEqual({ stunted: 16, targeted: 402, measured: 367, pregnant_ced: 5, cadre: 1025 })
    expect([result.dataRows, result.rejected]).toEqual([5, []])
  })

  it('needs no area in a village workspace', () => {
    expect(read([['Kelompok', 'Jumlah'], ['bumil', 40], ['KRS', 72]]).entries).toEqual([
      { village: '35.05.07.2001', posyandu: '', group: 'pregnant', count: 40 }, { village: '35.05.07.2001', posyandu: '', group: 'at_risk_family', count: 72 },
    ])
  })

  it('may have posyandu, which are summed for a village that has no figure of its own', () => {
    const result = read([['Desa', 'Posyandu', 'Kelompok', 'Jumlah'], ['Kalipucung', 'Mawar', 'stunting', 9], ['Kalipucung', 'Melati', 'stunting', 7], ['Kalipucung', 'Mawar', 'S', 60], ['Kalipucung', '', 'S', 402]])
    expect(Object.fromEntries(result.totals)).toEqual({ stunted: 16, targeted: 402 })
    expect(result.entries).toContainEqual({ village: '35.05.07.2001', posyandu: '', group: 'stunted', count: 16 })
  })

  it('may be wide: areas as rows, groups as columns', () => {
    const result = read([['Kecamatan', 'Desa', 'Sasaran', 'Diukur', 'Sangat pendek', 'Keterangan'], ['Sanankulon', 'Kalipucung', 402, 367, 2, 'x'], ['Sanankulon', 'Bendosari', 300, '-', 1, ''], ['Jumlah', null, 702, 367, 3, '']], REGENCY)
    expect(Object.fromEntries(result.totals)).toEqual({ targeted: 702, measured: 367, severely_stunted: 3 })
    expect(result.entries.filter(({ village }) => village === '35.05.07.2002').map(({ group }) => group)).toEqual(['targeted', 'severely_stunted'])
    expect(result.warnings).toEqual([{ code: 'count_blank', count: 1, places: [{ sheet: 'Data', row: 3 }], words: {} }])
  })

  it('tells the names of posyandu from their number in a wide table', () => {
    const names = read([['Desa', 'Posyandu', 'S', 'D'], ['Kalipucung', 'Mawar', 60, 52], ['Kalipucung', 'Melati', 41, 40]])
    expect(Object.fromEntries(names.totals)).toEqual({ targeted: 101, weighed: 92 })
    expect(names.entries.filter(({ posyandu }) => posyandu === 'Melati')).toHaveLength(2)
    expect(Object.fromEntries(read([['Desa', 'Posyandu', 'Kader'], ['Kalipucung', 8, 40]]).totals)).toEqual({ posyandu: 8, cadre: 40 })
    expect(Object.fromEntries(read([['Posyandu', 'S'], ['Mawar', 60], ['Melati', 41]]).totals)).toEqual({ targeted: 101 })
  })

  it('keeps an empty count unknown, and a 0 is 0', () => {
    expect(Object.fromEntries(read([['Kelompok', 'Jumlah'], ['bumil', ''], ['catin', 0]]).totals)).toEqual({ bride_to_be: 0 })
  })

  it.each([
    ['a negative count', ['Kalipucung', 'bumil', -4], 'count_negative', 'Jumlah', '-4'], ['a fraction', ['Kalipucung', 'bumil', '4,5'], 'count_fraction', 'Jumlah', '4,5'], ['words', ['Kalipucung', 'bumil', 'banyak'], 'count_not_a_number', 'Jumlah', 'banyak'],
    ['an unknown group', ['Kalipucung', 'lansia', 4], 'group_unknown', 'Kelompok', 'lansia'], ['an unknown area', ['Atlantis', 'bumil', 4], 'area_unknown', 'Wilayah', 'Atlantis'],
  ])('rejects %s with row and column, and the rest goes on', (_, row, code, column, value) => {
    const result = read([['Wilayah', 'Kelompok', 'Jumlah'], row, ['Kalipucung', 'catin', 7]])
    expect(result.rejected).toEqual([{ sheet: 'Data', row: 2, column, code, value }])
    expect(Object.fromEntries(result.totals)).toEqual({ bride_to_be: 7 })
  })

  it('rejects a village of the same name in another district, and the rest goes on', () => {
    const areas = { ...VILLAGE, districts: [{ code: '35.05.07', name: 'Sanankulon' }] }
    const result = read([['Kecamatan', 'Desa', 'Stunting'], ['SANANKULON', 'Kalipucung', 16], ['Srengat', 'Kalipucung', 40]], areas)
    expect(result.rejected).toEqual([{ sheet: 'Data', row: 3, column: 'Kecamatan', code: 'area_unknown', value: 'Srengat' }])
    expect([Object.fromEntries(result.totals), result.duplicates]).toEqual([{ stunted: 16 }, []])
  })

  it('takes the later of two different counts and lists both', () => {
    const result = read([['Kelompok', 'Jumlah'], ['bumil', 4], ['ibu hamil', 5], ['bumil', 5]])
    expect(result.totals.get('pregnant')).toBe(5)
    expect(result.duplicates.map(({ code, place, other }) => [code, place.row, other.row])).toEqual([['corrected', 2, 3], ['identical', 4, 3]])
  })

  it('says what is missing when there is no such header', () => {
    expect(readAggregate([{ name: 'Data', rows: [['Nome', 'Idade'], ['a', 1]], date1904: false }], VILLAGE)).toMatchObject({ missing: ['Wilayah', 'Kelompok Sasaran', 'Jumlah'], found: ['Nome', 'Idade'], row: 1 })
  })
})
