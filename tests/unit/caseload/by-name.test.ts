import { describe, expect, it } from 'vitest'
import { type ByNameTable, readByName } from '#shared/sheets/read/by-name.ts'
import type { Table } from '#shared/sheets/read/cell.ts'
import type { MissingHeader } from '#shared/sheets/read/result.ts'
import { child, EPPGBM_HEADER, type EppgbmRow, type Grid, grid } from '#tests/support/eppgbm-files.ts'

const table = (rows: Grid, name = 'Data'): Table => ({ name, rows, date1904: false })

function read(...tables: Table[]): ByNameTable {
  const result = readByName(tables, '2025-11-21')
  if ('missing' in result) throw new Error(result.missing.join(', '))
  return result
}
const names = (result: ByNameTable): string[] => result.rows.map(({ name }) => name)

describe('the header', () => {
  it('stands anywhere in the first 30 rows, under titles', () => {
    const title: Grid = [['LAPORAN BALITA (CONTOH)'], [], ['Puskesmas', 'SANANKULON'], ...Array.from({ length: 26 }, (): Grid[number] => [])]
    expect(read(table([...title, ...grid([child(1)])])).rows[0]?.place.row).toBe(31)
    expect(readByName([table([...title, [], ...grid([child(1)])])], '2025-11-21')).toHaveProperty('missing')
  })

  it('is recognised without regard to case, spaces, punctuation, order, with extra columns and either spelling', () => {
    const header = ['nama anak', 'N I K', 'Jenis  Kelamin', 'tgl. lahir', 'Keterangan', 'TANGGAL_PENGUKURAN', 'BB (kg)', 'TB (cm)', 'ZS TB/U', 'tb / u', 'Puskesmas', 'Status Bulan']
    const rows: Grid = [header, ['Anak Satu', '3505070101221001', 'Perempuan', '15/06/2023', 'x', '10/08/2025', '11,5', '86,2', '-2,40', 'Pendek', 'SANANKULON', 'ok']]
    expect(read(table(rows)).rows[0]).toMatchObject({ name: 'Anak Satu', sex: 'P', bornOn: '2023-06-15', measuredOn: '2025-08-10', weightG: 11_500, heightMm: 862, z: { hfa: -240 }, label: { hfa: 'stunted' } })
  })

  it('may be two rows, a group heading over the columns', () => {
    const rows: Grid = [
      ['No', 'NIK', 'Nama', 'JK', 'Tgl Lahir', 'Tanggal Pengukuran', 'Hasil', null, 'Status Gizi', null], [null, null, null, null, null, null, 'Berat', 'Tinggi', 'TB/U', 'ZS TB/U'],
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [1, '3505070101221001', 'Anak', 'L', '15/06/2023', '10/08/2025', 11.5, 86.2, 'Normal', -1],
    ]
    const result = read(table(rows))
    expect(result.dataRows).toBe(1)
    expect(result.rows[0]).toMatchObject({ place: { row: 4 }, heightMm: 862, z: { hfa: -100 } })
  })

  it('of two rows may say a column with both, and one that is not enough still offers the texts of both', () => {
    const upper = ['N.I.K Anak', 'Nama Lengkap Balita', 'L/P', 'Lahir', null, 'Penimbangan', null, null, 'Status Gizi']
    const lower = [null, null, null, 'Tempat', 'Tanggal', 'Tanggal', 'BB (kg)', 'PB/TB (cm)', 'TB/U']
    const row = ['3505070101221001', 'Anak', 'P', 'Blitar', '15/06/2023', '10/08/2025', 11.5, 86.2, 'Pendek']
    expect(read(table([upper, lower, row])).rows[0]).toMatchObject({ bornOn: '2023-06-15', measuredOn: '2025-08-10', weightG: 11_500, heightMm: 862, label: { hfa: 'stunted' } })
    const other = lower.map((text) => (text === 'Tempat' ? 'Kota' : text === 'Tanggal' ? 'Hari' : text))
    const rows: Grid = [upper, other, row]
    expect(readByName([table(rows)], '2025-11-21')).toMatchObject({
      missing: ['Tgl Lahir', 'Tanggal Pengukuran'], row: 2, found: expect.arrayContaining(['Lahir Hari', 'Penimbangan Hari', 'BB (kg)']) as string[], columns: { nik: 'N.I.K Anak', weight: 'BB (kg)' },
    })
    const choices = { columns: { bornOn: 'Lahir Hari', measuredOn: 'Penimbangan Hari' }, corrections: [] }
    expect(readByName([table(rows)], '2025-11-21', choices)).toMatchObject({ rows: [{ bornOn: '2023-06-15', measuredOn: '2025-08-10' }] })
  })

  it('that repeats, blank rows, column numbers and totals are no data', () => {
    const [header = [], ...rows] = grid([child(1), child(2)])
    const numbers = header.map((_, index) => index + 1)
    const total = header.map((text) => (text === 'Nama' ? 'JUMLAH' : text === 'Berat' ? 23 : null))
    const average = header.map((text) => (text === 'Nama' ? 'Rata-rata' : text === 'JK' ? 3.4 : text === 'Tgl Lahir' ? 31 : null))
    const result = read(table([header, numbers, rows[0] ?? [], [], header, [3, null, ''], rows[1] ?? [], total, ['Total', null, 2], average, ['Mengetahui, Bidan Desa']]))
    expect([result.dataRows, result.rejected.length, names(result)]).toEqual([2, 0, ['Anak Contoh 1', 'Anak Contoh 2']])
  })

  it('that is not there is answered with what is missing and the row that came closest', () => {
    const rows: Grid = [['Posyandu Mawar'], ['Nama', 'NIK', 'Gender code', 'Tgl Lahir', 'Berat'], ['A', '1', 'L', '1/1/2024', 9]]
    expect(readByName([table([['catatan']], 'Lain'), table(rows, 'Agustus')], '2025-11-21')).toEqual({
      missing: ['JK', 'Tanggal Pengukuran'], found: ['Nama', 'NIK', 'Gender code', 'Tgl Lahir', 'Berat'], sheet: 'Agustus', row: 2,
      columns: { name: 'Nama', nik: 'NIK', bornOn: 'Tgl Lahir', weight: 'Berat' },
    } satisfies MissingHeader)
  })
})

describe('sheets', () => {
  it('with a header are all read, the others are named; without a posyandu column the sheet is the posyandu', () => {
    const header = EPPGBM_HEADER.filter((column) => column !== 'Posyandu')
    const result = read(table(grid([child(1)], header), 'Mawar'), table([['Rekap'], ['isi']], 'Rekap'), table([], 'Sheet3'), table(grid([child(2)], header), 'Melati'))
    expect(result.rows.map(({ posyandu }) => posyandu)).toEqual(['Mawar', 'Melati'])
    expect(result.sheets).toEqual([
      { name: 'Mawar', used: true, reason: null }, { name: 'Rekap', used: false, reason: 'no_header' }, { name: 'Sheet3', used: false, reason: 'empty' }, { name: 'Melati', used: true, reason: null },
    ])
  })

  it('of the 1904 system have their own dates', () => {
    const result = read({ ...table(grid([child(1, { 'Tanggal Pengukuran': 45_879 - 1462 })])), date1904: true })
    expect(result.rows[0]?.measuredOn).toBe('2025-08-10')
  })
})

describe('a row that cannot be used', () => {
  const AT = { village: 'KALIPUCUNG', district: 'SANANKULON', posyandu: 'Mawar' }

  it.each<[string, EppgbmRow, string, string, string]>([
    ['no child', { NIK: '-', Nama: ' ' }, 'no_child', 'Nama', ''],
    ['no sex', { JK: '' }, 'no_sex', 'JK', ''],
    ['another sex', { JK: 'X' }, 'sex_unknown', 'JK', 'X'],
    ['no birth date', { 'Tgl Lahir': '-' }, 'no_birth_date', 'Tgl Lahir', '-'],
    ['an impossible birth date', { 'Tgl Lahir': '31/02/2024' }, 'date_invalid', 'Tgl Lahir', '31/02/2024'],
    ['an impossible measurement date', { 'Tanggal Pengukuran': '2025-02-30' }, 'date_invalid', 'Tanggal Pengukuran', '2025-02-30'],
    ['a month-first date', { 'Tanggal Pengukuran': '8/25/2025' }, 'date_invalid', 'Tanggal Pengukuran', '8/25/2025'],
    ['a measurement in the future', { 'Tanggal Pengukuran': '22/11/2025' }, 'date_in_future', 'Tanggal Pengukuran', '22/11/2025'],
    ['a birth in the future', { 'Tgl Lahir': '2026-01-01' }, 'date_in_future', 'Tgl Lahir', '2026-01-01'],
    ['a measurement before birth', { 'Tanggal Pengukuran': '2023-06-14' }, 'measured_before_birth', 'Tanggal Pengukuran', '2023-06-14'],
    ['measures without a date', { 'Tanggal Pengukuran': '' }, 'no_measurement_date', 'Tanggal Pengukuran', ''],
    ['a date that the spreadsheet holds as a number', { 'Tanggal Pengukuran': 45_091 }, 'measured_before_birth', 'Tanggal Pengukuran', '2023-06-14'],
  ])('%s: is listed with row, column and reason, and the rest goes on', (_, changes, code, column, value) => {
    const result = read(table(grid([child(1), child(2, changes), child(3)])))
    expect(result.rejected).toEqual([{ sheet: 'Data', row: 3, column, code, value, at: AT }])
    expect([result.dataRows, names(result)]).toEqual([3, ['Anak Contoh 1', 'Anak Contoh 3']])
  })

  it('is told every fault of it at once, and nothing else of it', () => {
    const result = read(table(grid([child(1, { NIK: '', Nama: '', JK: 'X', 'Tgl Lahir': '31/02/2024', 'Tanggal Pengukuran': '', Berat: 'sebelas' }), child(2, { 'Tgl Lahir': '2026-01-01', 'Tanggal Pengukuran': '2023-06-14' })])))
    expect(result.rejected).toEqual([
      { sheet: 'Data', row: 2, column: 'Nama', code: 'no_child', value: '', at: AT, also: [
        { column: 'JK', code: 'sex_unknown', value: 'X' }, { column: 'Tgl Lahir', code: 'date_invalid', value: '31/02/2024' }, { column: 'Tanggal Pengukuran', code: 'no_measurement_date', value: '' },
      ] },
      // Without a birth date nothing is before it.
      { sheet: 'Data', row: 3, column: 'Tgl Lahir', code: 'date_in_future', value: '2026-01-01', at: AT },
    ])
    expect(result.unreadable).toEqual([])
  })

  it('does not include a child measured today', () => {
    expect(read(table(grid([child(1, { 'Tanggal Pengukuran': '21/11/2025' })]))).rejected).toEqual([])
  })
})

describe('values', () => {
  it('that say "not measured" are missing: blank, dash, sentinels, 0', () => {
    const result = read(table(grid([
      child(1, { Berat: 8888, Tinggi: 9999 }), child(2, { Berat: '88.88', Tinggi: '-' }), child(3, { Berat: 0, Tinggi: '88,88' }), child(4, { Berat: '', Tinggi: '9999' }), child(5, { 'ZS TB/U': 9999, 'TB/U': '-' }), child(6, { 'ZS TB/U': 0 }),
    ])))
    expect(result.rows.slice(0, 4).map(({ weightG, heightMm }) => [weightG, heightMm])).toEqual([[null, null], [null, null], [null, null], [null, null]])
    expect(result.rows.slice(4).map(({ z, label }) => [z.hfa, label.hfa])).toEqual([[null, null], [0, 'normal']])
    expect(result.unreadable).toEqual([])
  })

  it('that are real are kept: 8,88 kg, 88,8 cm', () => {
    expect(read(table(grid([child(1, { Berat: '8,88', Tinggi: '88,8' })]))).rows[0]).toMatchObject({ weightG: 8880, heightMm: 888 })
  })

  it('that cannot be read are listed and taken as missing', () => {
    const result = read(table(grid([child(1, { Berat: 'sepuluh', Tinggi: 862, 'TB/U': 'entah', 'Naik Berat Badan': '?' })])))
    expect(result.rows[0]).toMatchObject({ weightG: null, heightMm: null, label: { hfa: null }, gain: null })
    expect(result.unreadable.map(({ column, value }) => [column, value])).toEqual([['Berat', 'sepuluh'], ['Tinggi', '862'], ['TB/U', 'entah'], ['Naik Berat Badan', '?']])
  })

  it('of z are taken to two decimals', () => {
    expect(read(table(grid([child(1, { 'ZS TB/U': '-2,004' }), child(2, { 'ZS TB/U': -1.995 }), child(3, { 'ZS TB/U': -0.001 })]))).rows.map(({ z }) => z.hfa)).toEqual([-200, -200, 0])
  })

  it('of NIK that are no use are listed, the child is kept', () => {
    const result = read(table(grid([child(1, { NIK: 3_505_070_101_221_000 }), child(2, { NIK: '12345' }), child(3, { NIK: '' })])))
    expect([result.nikRounded.map(({ row }) => row), result.nikUnusable.map(({ row }) => row), result.rows.length]).toEqual([[2], [3], 3])
  })
})
