import ExcelJS from 'exceljs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import { READ_LIMITS } from '#core/workbook/read-limits.ts'
import { readSpreadsheet } from '#core/workbook/spreadsheet.ts'
import { readWorksheet } from '#core/workbook/worksheet-xml.ts'
import type { Cell } from '#shared/sheets/read/cell.ts'
import { worksheet } from '#tests/support/zip-files.ts'

type Value = string | number | boolean | null
const value = fc.oneof(
  fc.string(), fc.string({ unit: 'grapheme' }), fc.constantFrom('<a & "b">', '-', "'3505070101221001", 'R\u00e9n\u00e9', '3505070101221001'), fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }).map((number) => number + 0), fc.boolean(), fc.constant(null),
)
// Line ends and empty texts are written in the writers' own ways; no cell of a list depends on them.
const table = fc.array(fc.array(value.map((cell) => (typeof cell === 'string' && (cell === '' || /[\r\n\t]|_x|^\s|\s$/.test(cell)) ? 'x' : cell)), { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 8 })
  .filter((rows) => rows.some((row) => row.some((cell) => cell !== null)))

/** Rows without what is empty at their ends. */
function trimmed(rows: readonly (readonly (Cell | Value)[] | undefined)[]): (Cell | Value)[][] {
  const cut = <T>(list: readonly T[], isEmpty: (item: T) => boolean): T[] => list.slice(0, list.findLastIndex((item) => !isEmpty(item)) + 1)
  return cut(rows.map((row) => cut((row ?? []).map((cell) => cell ?? null), (cell) => cell === null)), (row) => row.length === 0)
}
const read = (bytes: Uint8Array) => readSpreadsheet({ name: 'a.xlsx', bytes }, READ_LIMITS)
const rowsOf = (xml: string, strings: readonly string[] = []) => readWorksheet(Buffer.from(worksheet(xml)), strings, 100)

describe('reading a worksheet', () => {
  it('gives back what SheetJS wrote, with shared or inline strings, on every sheet in its order', () => {
    fc.assert(fc.property(table, table, fc.boolean(), (first, second, bookSST) => {
      const book = XLSX.utils.book_new()
      XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(second), 'Zebra')
      XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(first), 'Ayam')
      const tables = read(new Uint8Array(XLSX.write(book, { type: 'buffer', bookType: 'xlsx', bookSST }) as Buffer))
      expect(tables.map(({ name }) => name)).toEqual(['Zebra', 'Ayam'])
      expect(tables.map(({ rows }) => trimmed(rows))).toEqual([trimmed(second), trimmed(first)])
    }), { numRuns: 60 })
  })

  it('gives back what exceljs wrote', async () => {
    await fc.assert(fc.asyncProperty(table, async (rows) => {
      const book = new ExcelJS.Workbook()
      const sheet = book.addWorksheet('Data')
      for (const row of rows) sheet.addRow(row)
      const tables = read(new Uint8Array(await book.xlsx.writeBuffer()))
      expect(trimmed(tables[0]?.rows ?? [])).toEqual(trimmed(rows))
    }), { numRuns: 30 })
  })

  it('keeps rows and columns where they stand, with gaps and without references', () => {
    expect(rowsOf('<row r="2"><c r="B2"><v>1</v></c><c><v>2</v></c></row><row/><row r="5"><c r="A5" s="3"/><c r="D5"><v>-1.5E-2</v></c></row>')).toEqual([undefined, [null, 1, 2], [], undefined, [null, null, null, -0.015]])
  })

  it('reads formulas by their results, rich text by its runs, errors and blanks as nothing', () => {
    const cells = [
      '<c r="A1" t="str"><f>A2&amp;"x"</f><v>a &amp; b</v></c>', '<c r="B1"><f>1+1</f><v>2</v></c>', '<c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c>', '<c r="D1" t="s"><v>1</v></c>', '<c r="E1" t="b"><v>1</v></c>',
      '<c r="F1" t="inlineStr"><is><r><rPr><b/></rPr><t>Anak </t></r><r><t xml:space="preserve">Satu</t></r><rPh sb="0" eb="1"><t>z</t></rPh></is></c>', '<c r="G1" s="1"></c>', '<c r="H1"><v></v></c>', '<c r="I1" t="d"><v>2025-08-10</v></c>',
    ]
    expect(rowsOf(`<row r="1">${cells.join('')}</row>`, ['nol', 'satu'])).toEqual([['a & b', 2, null, 'satu', true, 'Anak Satu', null, null, '2025-08-10']])
  })

  it('leaves aside columns beyond the limit', () => {
    expect(rowsOf('<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row>')).toEqual([[1]])
  })

  it.each([
    ['prefixed elements', '<x:worksheet><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>'],
    ['single quotes', "<worksheet><sheetData><row r='1'><c r='A1'><v>1</v></c></row></sheetData></worksheet>"],
    ['comments', '<worksheet><sheetData><!-- x --><row r="1"/></sheetData></worksheet>'],
    ['a row that stands twice', '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="B1"><v>1</v></c></row></sheetData></worksheet>'],
    ['a row beyond the last', '<worksheet><sheetData><row r="9999999"><c r="A9999999"><v>1</v></c></row></sheetData></worksheet>'],
  ])('leaves %s to the slow way', (_, xml) => expect(readWorksheet(Buffer.from(xml), [], 100)).toBeUndefined())
})
