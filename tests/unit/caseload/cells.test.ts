import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { statusOf } from '#shared/domain/child-status.ts'
import { readLabel } from '#shared/sheets/read/by-name-labels.ts'
import { dateReader } from '#shared/sheets/read/dates.ts'
import { groupNamed } from '#shared/sheets/read/group-names.ts'
import { readNik } from '#shared/sheets/read/nik.ts'
import { readCount, readDecimal } from '#shared/sheets/read/numbers.ts'

describe('dates', () => {
  const read = dateReader(false)
  it.each([
    ['2025-08-06', '2025-08-06'], ['2025-08-06 00:00:00', '2025-08-06'], ['2025-08-06T17:00:00.000Z', '2025-08-06'], ['06/08/2025', '2025-08-06'], ['6/8/2025', '2025-08-06'],
    ['06-08-2025', '2025-08-06'], ['06.08.2025', '2025-08-06'], ['6/8/25', '2025-08-06'], ['6 Juni 2025', '2025-06-06'], ['06-Agt-2025', '2025-08-06'], ['Jumat, 6 Juni 2025', '2025-06-06'],
    ['6 Nopember 2024', '2024-11-06'], ["'06/08/2025", '2025-08-06'], [' 06/08/2025 10:15 ', '2025-08-06'], ['20250806', '2025-08-06'], ['45875', '2025-08-06'],
  ])('reads %s as %s', (text, date) => expect(read(text)).toBe(date))
  it('reads serial numbers of both systems, without the time of day', () => {
    expect(read(45_875)).toBe('2025-08-06')
    expect(read(45_875.999)).toBe('2025-08-06')
    expect(dateReader(true)(45_875 - 1462)).toBe('2025-08-06')
  })
  it.each(['31/02/2025', '8/25/2025', '2025-13-01', 'kemarin', '12', '29/02/2023'])('refuses %s', (text) => expect(read(text)).toBeUndefined())
  it.each(['', '-', null, '  ', '0000-00-00'])('takes %j as empty', (cell) => expect(read(cell)).toBeNull())
  it('reads back every day it could have written, whatever the way of writing', () => {
    fc.assert(fc.property(fc.integer({ min: 20_000, max: 79_000 }), fc.constantFrom('/', '-', '.'), (serial, mark) => {
      const iso = read(serial) as string
      const [year, month, day] = iso.split('-')
      expect(read(`${day}${mark}${month}${mark}${year}`)).toBe(iso)
      expect(read(iso)).toBe(iso)
    }))
  })
})

describe('decimals and counts', () => {
  it.each([['10,5', 10.5], ['10.5', 10.5], ['1.050,25', 1050.25], ['1,050.25', 1050.25], ['-2,01', -2.01], ['−2,01', -2.01], ['10,5 kg', 10.5], [' 86.2 cm', 86.2], ['10', 10]])(
    'reads %s as %d', (text, value) => expect(readDecimal(text)).toBe(value))
  it.each(['sepuluh', '1,2,3.4.5', '10-5', '1e3'])('refuses %s', (text) => expect(readDecimal(text)).toBeUndefined())
  it.each(['-', '', null, 'n/a'])('takes %j as empty', (cell) => expect(readDecimal(cell)).toBeNull())
  it.each([['1.234', 1234], ['1,234', 1234], ['12,0', 12], ['16 anak', 16], ['0', 0], ['1.234.567', 1_234_567]])('counts %s as %d', (text, count) => expect(readCount(text)).toEqual({ count }))
  it('says what is wrong with a count', () => {
    expect(readCount(-3)).toEqual({ problem: 'count_negative' })
    expect(readCount('12,5')).toEqual({ problem: 'count_fraction' })
    expect(readCount('banyak')).toEqual({ problem: 'count_not_a_number' })
    expect(readCount(1e12)).toEqual({ problem: 'count_too_large' })
    expect(readCount('-')).toBeNull()
  })
})

describe('NIK', () => {
  it.each([['3505070101221001'], ["'3505070101221001"], ['3505 0701 0122 1001'], ['35.05.07.010122.1001'], ['3505070101221000']])('accepts %s', (text) =>
    expect(readNik(text).nik).toMatch(/^3505070101221\d{3,4}$/))
  it('trusts a number only where no digit can be lost', () => {
    expect(readNik(3_505_070_101_221_001)).toEqual({ nik: '3505070101221001', problem: null })
    expect(readNik(3_505_070_101_221_000)).toEqual({ nik: null, problem: 'rounded' })
    expect(readNik('3,505E+15')).toEqual({ nik: null, problem: 'rounded' })
    expect(readNik('3.50507010122E+15')).toEqual({ nik: null, problem: 'rounded' })
  })
  it.each([['0000000000000000', 'dummy'], ['9999999999999999', 'dummy'], [0, 'absent'], ['-', 'absent'], ['', 'absent'], ['0', 'absent'], ['350507010122100', 'length'], [12_345, 'length'], ['35050701012210011', 'length'], [35_050_701_012_210_010, 'length'], ['tidak tahu', 'length'], ['3505070100000000', 'dummy']] as const)(
    'does not use %j (%s)', (cell, problem) => expect(readNik(cell)).toEqual({ nik: null, problem }))
})

describe('status', () => {
  it.each([
    ['hfa', -301, null, 'severely_stunted'], ['hfa', -300, null, 'stunted'], ['hfa', -300, 'severely_stunted', 'severely_stunted'], ['hfa', -300, 'normal', 'stunted'], ['hfa', -201, 'normal', 'stunted'],
    ['hfa', -200, null, 'normal'], ['hfa', -200, 'stunted', 'stunted'], ['hfa', -200, 'severely_stunted', 'stunted'], ['hfa', -199, 'stunted', 'normal'], ['hfa', 300, null, 'normal'], ['hfa', 301, null, 'tall'],
    ['hfa', null, 'stunted', 'stunted'], ['hfa', null, null, null], ['hfa', -600, null, 'severely_stunted'], ['hfa', -601, 'stunted', 'implausible'], ['hfa', 601, null, 'implausible'],
    ['wfa', 500, null, 'overweight_risk'], ['wfa', 501, null, 'implausible'], ['wfa', 101, null, 'overweight_risk'], ['wfa', -200, 'underweight', 'underweight'],
    ['wfh', -501, null, 'implausible'], ['wfh', 101, null, 'overweight_risk'], ['wfh', 201, null, 'overweight'], ['wfh', 301, null, 'obese'], ['wfh', -250, null, 'moderately_wasted'], ['wfh', null, 'outlier', 'implausible'],
  ] as const)('%s z %s, label %s: %s', (index, z, label, status) => expect(statusOf(index, z, label)).toBe(status))
  it.each([
    ['hfa', 'Sangat Pendek', 'severely_stunted'], ['hfa', 'Pendek (Stunted)', 'stunted'], ['wfa', 'Berat Badan Normal', 'normal'], ['wfa', 'BB Sangat Kurang', 'severely_underweight'], ['wfa', 'Resiko Lebih', 'overweight_risk'],
    ['wfa', 'Kurang', 'underweight'], ['wfh', 'Gizi Baik / Normal', 'normal'], ['wfh', 'Berisiko Gizi Lebih', 'overweight_risk'], ['wfh', 'GIZI KURANG', 'moderately_wasted'], ['wfh', 'Outlier', 'outlier'],
    ['hfa', '-', null], ['hfa', 'entah', undefined],
  ] as const)('%s label %s: %s', (index, text, label) => expect(readLabel(index, text)).toBe(label))
})

describe('names of groups', () => {
  it.each([
    ['balita stunting', 'stunted'], ['Pendek + Sangat Pendek', 'stunted'], ['Sangat pendek', 'severely_stunted'], ['Sasaran', 'targeted'], ['S', 'targeted'], ['D', 'weighed'], ['ditimbang', 'weighed'], ['Diukur', 'measured'],
    ['bumil KEK', 'pregnant_ced'], ['Jumlah ibu hamil', 'pregnant'], ['Kader Posyandu', 'cadre'], ['KPM', 'development_cadre'], ['posyandu', 'posyandu'], ['T', 'faltering'], ['pregnant_ced', 'pregnant_ced'], ['Jumlah balita stunting', 'stunted'],
    ['Keluarga Berisiko Stunting (KRS)', 'at_risk_family'], ['gizi buruk', 'severely_wasted'], ['bukan kelompok', undefined],
  ] as const)('%s is %s', (text, group) => expect(groupNamed(text)).toBe(group))
})
