import { describe, expect, it } from 'vitest'
import type { Cell } from '#shared/sheets/read/cell.ts'
import { readRkpdList } from '#shared/sheets/read/rkpd-lists.ts'

const table = (...rows: Cell[][]) => [{ name: 'Lembar1', date1904: false, rows }]
const read = (kind: 'programmes' | 'ceilings', ...rows: Cell[][]) => {
  const found = readRkpdList(table(...rows), kind)
  if ('missing' in found) throw new Error(found.missing.join())
  return found
}

describe('the programmes of an RPJMD', () => {
  it('are found under their heading among the rows of other levels, each once, with their names', () => {
    const found = read('programmes', ['RPJMD 2025–2029'], [], ['No', 'Kode', 'Urusan/Program', 'Indikator'], [1, 2, 3, 4], [null, 1, 'URUSAN WAJIB'], [null, '1.02', 'KESEHATAN'], [1, '1.02.02.', 'Program UKP dan UKM'], [null, '1.02.02', '', 'indikator kedua'], [null, ' 1.02.02.2.02 ', 'Kegiatan'], [2, '2.14.04', 'Program KS'], [], ['Jumlah', 2])
    expect(found.programmes).toEqual([{ code: '1.02.02', name: 'Program UKP dan UKM' }, { code: '2.14.04', name: 'Program KS' }])
    expect([found.rows, found.passedOver, found.rejected]).toEqual([6, 4, []])
  })

  it('that cannot be read are told by row and heading', () => {
    const found = read('programmes', ['Kode Program', 'Program'], ['X.XX.01', 'Penunjang'], ['', 'Tanpa kode'], ['1.02.2', 'Kurang'], ['1.03.05', 'Air limbah'])
    expect(found.rejected.map(({ row, column, code, value }) => [row, column, code, value])).toEqual([[2, 'Kode Program', 'code_invalid', 'X.XX.01'], [3, 'Kode Program', 'code_missing', ''], [4, 'Kode Program', 'code_invalid', '1.02.2']])
    expect(found.programmes).toEqual([{ code: '1.03.05', name: 'Air limbah' }])
  })
})

describe('the ceilings of departments', () => {
  it('are read as people write them, under the name that the catalogue has for each department', () => {
    const found = read('ceilings', ['Pagu Indikatif (Rp)', 'Perangkat Daerah'], [45_000_000_000, 'Dinas Kesehatan Kabupaten Blitar'], ['Rp 1.500.000,00', 'dppkb'], ['2,5 M', 'Dinas Sosial'], [0, 'RSUD Ngudi Waluyo'], [null, 'Diskan'], ['TOTAL', ''])
    expect(found.ceilings).toEqual([{ opd: 'Dinkes', amount: 45_000_000_000 }, { opd: 'DPPKB', amount: 1_500_000 }, { opd: 'Dinsos', amount: 2_500_000_000 }, { opd: 'RSUD Ngudi Waluyo', amount: 0 }])
    expect([found.passedOver, found.rejected]).toEqual([1, []])
  })

  it('that cannot be read are told by row and heading', () => {
    const found = read('ceilings', ['OPD', 'Pagu'], ['Dinkes', 'banyak'], ['Dinkes', -5], ['', 700], ['Disdik', 10.5], ['DPPKB', 1], ['Dinas PPKB', 2], ['Dinsos', '(1.000)'])
    expect(found.rejected.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, 'Pagu', 'amount_invalid'], [3, 'Pagu', 'amount_negative'], [4, 'OPD', 'opd_missing'], [5, 'Pagu', 'amount_fraction'], [7, 'OPD', 'opd_twice'], [8, 'Pagu', 'amount_negative'],
    ])
    expect(found.ceilings).toEqual([{ opd: 'DPPKB', amount: 1 }])
  })

  it('without their headings name what is missing and what stands there instead', () => {
    expect(readRkpdList(table(['Dinas', 'Uang'], ['Dinkes', 5]), 'ceilings')).toEqual({ missing: ['OPD', 'Pagu (Rp)'], found: ['Dinas', 'Uang'], sheet: 'Lembar1', row: 1 })
    expect(readRkpdList(table(['OPD', 'Uang'], ['Dinkes', 5]), 'ceilings')).toMatchObject({ missing: ['Pagu (Rp)'] })
  })
})
