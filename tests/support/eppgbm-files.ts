import * as XLSX from 'xlsx'

/** Header of the by-name file as e-PPGBM writes it, misspelling included (domain §6.1). */
export const EPPGBM_HEADER = [
  'No', 'NIK', 'Nama', 'JK', 'Tgl Lahir', 'BB Lahir', 'TB Lahir', 'Nama Ortu', 'Prov', 'Kab/Kota', 'Kec', 'Pukesmas', 'Desa/Kel', 'Posyandu', 'RT', 'RW', 'Alamat',
  'Usia Saat Ukur', 'Tanggal Pengukuran', 'Berat', 'Tinggi', 'Cara Ukur', 'LiLA', 'BB/U', 'ZS BB/U', 'TB/U', 'ZS TB/U', 'BB/TB', 'ZS BB/TB', 'Naik Berat Badan',
  'PMT Diterima (kg)', 'Jml Vit A', 'KPSP', 'KIA', 'Detail',
] as const
export type EppgbmColumn = (typeof EPPGBM_HEADER)[number]
export type EppgbmRow = Partial<Record<EppgbmColumn, string | number>>
export type Grid = (string | number | null)[][]

/** A healthy child, to be spoilt by the test. Every call with another number is another child. */
export function child(number: number, changes: EppgbmRow = {}): EppgbmRow {
  return {
    No: number, NIK: `350507010122${String(1000 + number)}`, Nama: `Anak Contoh ${number}`, JK: number % 2 === 0 ? 'P' : 'L', 'Tgl Lahir': '2023-06-15', 'BB Lahir': 3.1, 'TB Lahir': 49,
    'Nama Ortu': `Ibu Contoh ${number}`, Prov: 'JAWA TIMUR', 'Kab/Kota': 'BLITAR', Kec: 'SANANKULON', Pukesmas: 'SANANKULON', 'Desa/Kel': 'KALIPUCUNG', Posyandu: 'Mawar', RT: '01', RW: '02',
    Alamat: 'Dusun Contoh', 'Usia Saat Ukur': '2 Tahun - 1 Bulan - 26 Hari', 'Tanggal Pengukuran': '2025-08-10', Berat: 11.5, Tinggi: 86.2, 'Cara Ukur': 'Berdiri', LiLA: 15,
    'BB/U': 'Berat Badan Normal', 'ZS BB/U': -0.5, 'TB/U': 'Normal', 'ZS TB/U': -0.7, 'BB/TB': 'Gizi Baik', 'ZS BB/TB': -0.2, 'Naik Berat Badan': 'N', 'Jml Vit A': 1, ...changes,
  }
}

/** Header row and rows below it, in the file's order of columns. */
export function grid(rows: readonly EppgbmRow[], header: readonly string[] = EPPGBM_HEADER): Grid {
  return [[...header], ...rows.map((row) => header.map((column) => row[column as EppgbmColumn] ?? null))]
}

export function sheets(tables: Readonly<Record<string, Grid>>): XLSX.WorkBook {
  const book = XLSX.utils.book_new()
  for (const [name, rows] of Object.entries(tables)) XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), name)
  return book
}

/** A workbook as the office programs write it. */
export function workbook(rows: Grid, bookType: 'xlsx' | 'biff8' | 'ods' | 'xlsb' = 'xlsx'): Uint8Array {
  return new Uint8Array(XLSX.write(sheets({ Data: rows }), { type: 'buffer', bookType, compression: true, bookSST: true }) as Buffer)
}

/** Excel's CSV on Indonesian Windows: `;` between cells, decimal comma. */
export function csv(rows: Grid, delimiter: ';' | ',' | '\t' = ';', mark = true): Uint8Array {
  const cell = (value: string | number | null): string => {
    const text = typeof value === 'number' && delimiter === ';' ? String(value).replace('.', ',') : String(value ?? '')
    return /[";,\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  return new TextEncoder().encode((mark ? '\u{feff}' : '') + rows.map((row) => row.map(cell).join(delimiter)).join('\r\n'))
}

/** An HTML page with one table, the way web applications hand out ".xls". */
export function html(rows: Grid): Uint8Array {
  const escape = (value: string | number | null): string => String(value ?? '').replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const body = rows.map((row, index) => `<tr>${row.map((value) => (index === 0 ? `<th>${escape(value)}</th>` : `<td style="mso-number-format:'\\@'">${escape(value)}</td>`)).join('')}</tr>`)
  return new TextEncoder().encode(`<html><head><meta charset="utf-8"></head><body><table border="1">${body.join('\n')}</table></body></html>`)
}
