import { describe, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import type { CaseloadReading } from '#core/workbook/caseload-reading.ts'
import { readCaseload } from '#core/workbook/read-caseload.ts'
import { readTables } from '#core/workbook/read-file.ts'
import type { ReadPhase } from '#core/workbook/read-worker-messages.ts'
import { dateReader } from '#shared/sheets/read/dates.ts'
import { child, csv, EPPGBM_HEADER, type EppgbmRow, type Grid, grid, html, sheets, workbook } from '#tests/support/eppgbm-files.ts'

const AREAS = { home: '35.05.07.2001', villages: [{ code: '35.05.07.2001', name: 'Kalipucung' }], districts: [] }
const read = (bytes: Uint8Array, name = 'data.xls'): Promise<CaseloadReading> => readCaseload({ name, bytes }, { kind: 'auto', today: '2025-11-21', areas: AREAS })

/** As untidy as real files are: titles, a repeated header, dashes, sentinels, twice the same child, a total. */
const DIRTY: readonly EppgbmRow[] = [
  child(1), child(2, { 'TB/U': 'Pendek', 'ZS TB/U': -2.41 }), child(3, { 'TB/U': 'Sangat Pendek', 'ZS TB/U': -3.25, NIK: "'3505070101221003" }), child(4, { NIK: '-', Berat: 8888, Tinggi: '-', 'TB/U': '-', 'ZS TB/U': '', 'BB/TB': '' , 'ZS BB/TB': '' }),
  child(5, { 'BB/TB': 'Gizi Kurang', 'ZS BB/TB': -2.2, 'Naik Berat Badan': 'T', 'Tgl Lahir': '15/06/2023' }), child(5, { 'BB/TB': 'Gizi Kurang', 'ZS BB/TB': -2.2, 'Naik Berat Badan': 'T', 'Tgl Lahir': '15/06/2023' }),
  child(6, { JK: '' }), child(7, { 'Tanggal Pengukuran': '31/02/2025' }), child(8, { 'Tgl Lahir': '2019-01-01' }), child(9, { 'Desa/Kel': 'BENDOSARI', Nama: 'Anak; "Contoh", 9' }),
]
const [header = [], ...body] = grid(DIRTY)
const TOTAL: Grid[number] = header.map((text) => (text === 'Nama' ? 'Jumlah' : text === 'Berat' ? 92 : null))
const FILE: Grid = [['DAFTAR BALITA (CONTOH)'], ['Bulan', 'Agustus 2025'], [...EPPGBM_HEADER], ...body.slice(0, 4), [...EPPGBM_HEADER], [null], ...body.slice(4), TOTAL]

const COUNTS = {
  targeted: 6, under_five: 6, under_two: 0, child_6_23: 0, weighed: 6, measured: 5, weight_status: 6, underweight: 0, wasting_status: 5, moderately_wasted: 1, severely_wasted: 0, pmt_wasted: 1, pmt_underweight: 0,
  pmt_faltering: 0, stunted: 2, severely_stunted: 1, faltering: 1,
}

describe('the same list in every format', () => {
  it.each<[string, Uint8Array]>([
    ['.xlsx', workbook(FILE)], ['.xls', workbook(FILE, 'biff8')], ['.ods', workbook(FILE, 'ods')], ['.xlsb', workbook(FILE, 'xlsb')], ['.csv with ;', csv(FILE, ';')], ['.csv with ,', csv(FILE, ',', false)], ['.csv with tabs', csv(FILE, '\t')],
    ['an HTML table named .xls', html(FILE)], ['UTF-16 text', Buffer.from(`\u{feff}${new TextDecoder().decode(csv(FILE, '\t', false))}`, 'utf16le')],
  ])('%s gives the same counts, rejections and repeats', async (_, bytes) => {
    const reading = await read(bytes)
    expect(reading.totals).toEqual(COUNTS)
    expect([reading.rows, reading.accepted]).toEqual([10, 8])
    expect(reading.rejected.map(({ row, column, code, value }) => [row, column, code, value])).toEqual([[12, 'JK', 'no_sex', ''], [13, 'Tanggal Pengukuran', 'date_invalid', '31/02/2025']])
    expect(reading.duplicates.map(({ code, place, other }) => [code, place.row, other.row])).toEqual([['identical', 11, 10]])
    expect(reading.children.map(({ name }) => name)).toEqual(['Anak Contoh 1', 'Anak Contoh 2', 'Anak Contoh 3', 'Anak Contoh 4', 'Anak Contoh 5', 'Anak Contoh 8', 'Anak; "Contoh", 9'])
    expect(reading.warnings.map(({ code, count }) => [code, count])).toEqual([['other_village', 1], ['too_old', 1]])
    expect([reading.measuredOn, reading.measuredOnFound]).toEqual(['2025-08-10', true])
  })
})

describe('cells', () => {
  it('of real dates are the same day in every format and time zone', async () => {
    const rows: Grid = [['Tanggal'], [45_879]]
    for (const bookType of ['xlsx', 'biff8', 'ods', 'xlsb'] as const) {
      const book = sheets({ Data: rows })
      const cell = book.Sheets['Data']?.['A2'] as XLSX.CellObject
      cell.z = 'dd/mm/yyyy'
      const bytes = new Uint8Array(XLSX.write(book, { type: 'buffer', bookType }) as Buffer)
      for (const zone of ['Asia/Jakarta', 'America/New_York']) {
        const before = process.env['TZ']
        process.env['TZ'] = zone
        const [table] = await readTables({ name: `tanggal.${bookType}`, bytes })
        if (before === undefined) delete process.env['TZ']
        else process.env['TZ'] = before
        expect([bookType, zone, table?.rows[1]]).toEqual([bookType, zone, [45_879]])
      }
    }
  })

  it('with ISO dates written as such in .xlsx are read as that day', async () => {
    const book = XLSX.utils.book_new()
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['Tanggal', 'x'], [new Date(Date.UTC(2025, 7, 10)), 1]], { cellDates: true, UTC: true }), 'Data')
    const bytes = new Uint8Array(XLSX.write(book, { type: 'buffer', bookType: 'xlsx', cellDates: true }) as Buffer)
    const [table] = await readTables({ name: 'tanggal.xlsx', bytes })
    expect(dateReader(false)(table?.rows[1]?.[0])).toBe('2025-08-10')
  })

  it('of the 1904 system say so', async () => {
    const book = sheets({ Data: [['a'], [44_417]] })
    book.Workbook = { WBProps: { date1904: true } }
    const [table] = await readTables({ name: 'mac.xlsx', bytes: new Uint8Array(XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer) })
    expect(table?.date1904).toBe(true)
  })

  it('keep long numbers of text files as text, and what Windows-1252 wrote', async () => {
    const bytes = Buffer.concat([Buffer.from('sep=;\r\nNIK;Nama\r\n3505070101221001;Ren'), Buffer.from([0xe9]), Buffer.from('\r\n"tidak ditutup;x\r\n')])
    const [table] = await readTables({ name: 'lama.csv', bytes })
    expect(table?.rows).toEqual([['NIK', 'Nama'], ['3505070101221001', 'René'], ['"tidak ditutup', 'x']])
  })

  it('of an HTML table keep their columns under merged headings', async () => {
    const page = '<style>td{}</style><!-- <table><tr><td>x</td></tr></table> --><table><tr><th rowspan="2">Nama</th><th colspan=2>Status</th><th rowspan=2>L/P</th></tr><tr><th>TB/U</th><th>BB/U</th></tr><tr><td>A &amp; B<br>C</td><td>Normal</td><td>&nbsp;</td><td>L</td></tr></table>'
    const [table] = await readTables({ name: 'web.xls', bytes: new TextEncoder().encode(page) })
    expect(table?.rows).toEqual([['Nama', 'Status', '', 'L/P'], ['', 'TB/U', 'BB/U'], ['A & B C', 'Normal', '', 'L']])
  })
})

describe('a caseload file', () => {
  it('of several sheets is read whole and says which sheets were used', async () => {
    const only = EPPGBM_HEADER.filter((column) => column !== 'Posyandu')
    const book = sheets({ Rekap: [['Rekap bulan Agustus']], Mawar: grid([child(1)], only), Melati: grid([child(2), child(3)], only) })
    const reading = await read(new Uint8Array(XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer))
    expect(reading.sheets.map(({ name, used }) => [name, used])).toEqual([['Rekap', false], ['Mawar', true], ['Melati', true]])
    expect(reading.entries.filter(({ group }) => group === 'targeted').map(({ posyandu, count }) => [posyandu, count])).toEqual([['', 3], ['Mawar', 1], ['Melati', 2]])
  })

  it('may be a plain table of counts, and says its phases', async () => {
    const phases: ReadPhase[] = []
    const bytes = csv([['Wilayah', 'Kelompok', 'Jumlah'], ['Kalipucung', 'Balita stunting', 16], ['Kalipucung', 'S', '-3']])
    const reading = await readCaseload({ name: 'sasaran.csv', bytes }, { kind: 'auto', today: '2025-11-21', areas: AREAS }, { onProgress: (phase) => phases.push(phase) })
    expect(reading).toMatchObject({ kind: 'aggregate', totals: { stunted: 16 }, rows: 2, accepted: 1, measuredOn: '2025-11-21', rejected: [{ row: 3, column: 'Jumlah', code: 'count_negative', value: '-3' }] })
    expect(phases).toEqual(['reading', 'recognising', 'counting'])
  })

  it('is judged for one day: what is measured after today is rejected', async () => {
    const reading = await readCaseload({ name: 'a.xlsx', bytes: workbook(grid([child(1), child(2)])) }, { kind: 'by-name', today: '2025-08-09', areas: AREAS })
    expect(reading.rejected.map(({ code }) => code)).toEqual(['date_in_future', 'date_in_future'])
    expect([reading.rows, reading.accepted]).toEqual([2, 0])
  })

  it('with NIK as numbers keeps those whose digits are certain', async () => {
    const reading = await read(workbook(grid([child(1, { NIK: 3_505_070_101_221_001 }), child(2, { NIK: 3_505_070_101_221_000 })])))
    expect(reading.children.map(({ nik }) => nik)).toEqual(['3505070101221001', null])
    expect(reading.warnings.find(({ code }) => code === 'nik_rounded')).toMatchObject({ count: 1, places: [{ sheet: 'Data', row: 3 }] })
  })
})
