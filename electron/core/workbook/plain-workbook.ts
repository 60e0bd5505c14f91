import * as XLSX from 'xlsx'

export type PlainCell = string | number | null

export interface PlainSheet {
  readonly name: string
  readonly rows: readonly (readonly PlainCell[])[]
  /** Widths of the columns in characters. */
  readonly widths: readonly number[]
}

/** An .xlsx file of plain cells, without styles or formulas; the same cells always give the same bytes. */
export function plainWorkbook(sheets: readonly PlainSheet[]): Uint8Array {
  const book = XLSX.utils.book_new()
  for (const { name, rows, widths } of sheets) {
    const sheet = XLSX.utils.aoa_to_sheet(rows.map((row) => [...row]))
    sheet['!cols'] = widths.map((wch) => ({ wch }))
    XLSX.utils.book_append_sheet(book, sheet, name)
  }
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx', compression: true, bookSST: true }) as ArrayBuffer)
}
