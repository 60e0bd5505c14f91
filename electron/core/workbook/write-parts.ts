import type { Cell as ExcelCell, Worksheet } from 'exceljs'
import { formulaText, type Address } from '#shared/sheets/formula.ts'
import { columnLetter, type Layout } from '#shared/sheets/layout.ts'
import { MARGINS } from '#shared/sheets/paper.ts'
import type { Cell, SheetDocument } from '#shared/sheets/sheet.ts'
import { fill } from '#shared/sheets/texts.ts'

/** Paper numbers of the file format: 14 is Folio (F4), 9 is A4. */
const PAPER_SIZE = { F4: 14, A4: 9 } as const
/** Pale enough for the figure over it, also in grey. */
const BAR = { argb: 'FFC4D9CE' } as const
const MM_PER_INCH = 25.4
/** A digit of the default font, Arial 10, is 7 pixels wide at 96 dpi; column widths are counted in digits. */
const DIGIT_PIXELS = 7

/** Width of a column in digits, as the file format counts it. */
export function columnWidth(mm: number): number {
  return Math.round((mm / MM_PER_INCH) * 96) / DIGIT_PIXELS
}

function inches(mm: number): number {
  return Math.round((mm / MM_PER_INCH) * 1000) / 1000
}

/** `&` begins a code in headers and footers. */
function footerText(words: string, limit: number): string {
  const safe = words.length > limit ? `${words.slice(0, limit - 1)}…` : words
  return safe.replaceAll('&', '&&')
}

/** Upright paper has no room for both ends of the footer side by side: its left end takes two lines. */
function footer(sheet: SheetDocument): string {
  const pages = fill(sheet.footer.page, { page: '&P', pages: '&N' })
  const left = sheet.orientation === 'portrait'
    ? sheet.footer.left.split(' · ').map((line) => footerText(line, 78)).join('\n')
    : footerText(sheet.footer.left, 150)
  // The whole footer may have 255 characters; a digit after a size code would be read as part of the size.
  return `&L&7 ${left}&R&7 ${footerText(sheet.footer.right, 50)} · ${pages}`
}

/** Puts what stands in a cell into its place. Text never becomes a formula. */
export function write(target: ExcelCell, cell: Cell, sheet: SheetDocument, address: Address): void {
  switch (cell.kind) {
    case 'text':
      target.value = cell.text
      return
    case 'number':
      target.value = cell.value
      return
    case 'date':
      target.value = new Date(`${cell.iso}T00:00:00Z`)
      return
    case 'formula':
      target.value = { formula: formulaText(cell.formula, sheet.name, address), result: cell.result }
  }
}

/** How a sheet is printed and shown. */
export function pageOf(sheet: SheetDocument, layout: Layout): Pick<Worksheet, 'pageSetup' | 'headerFooter' | 'views'> {
  const pageSetup = {
    // The library's list of papers lacks Folio, which the file format has.
    paperSize: PAPER_SIZE[sheet.paper] as 9, orientation: sheet.orientation, fitToPage: true, fitToWidth: 1, fitToHeight: 0,
    horizontalCentered: true,
    // The library puts a `$` before each end only.
    printArea: `A$1:${columnLetter(sheet.columns.length)}$${layout.rows.length}`,
    margins: {
      left: inches(MARGINS.left), right: inches(MARGINS.right), top: inches(MARGINS.top), bottom: inches(MARGINS.bottom),
      header: inches(MARGINS.header), footer: inches(MARGINS.footer),
    },
    ...(layout.repeat ? { printTitlesRow: `${layout.repeat.from}:${layout.repeat.to}` } : {}),
  }
  const headerFooter = {
    oddFooter: footer(sheet),
    ...(sheet.draft === null ? {} : { oddHeader: `&R&"Arial,Bold"&8 ${footerText(sheet.draft, 40)}` }),
  }
  const views = [{ showGridLines: false, ...(layout.freezeBelow > 0 ? { state: 'frozen' as const, ySplit: layout.freezeBelow } : {}) }]
  return { pageSetup, headerFooter, views } as Pick<Worksheet, 'pageSetup' | 'headerFooter' | 'views'>
}

/** Styles of a file with Arial as their first font. */
export function arialStyles(xml: string): string {
  return xml.replace(/(<fonts [^>]*>)<font>.*?<\/font>/, '$1<font><sz val="10"/><color theme="1"/><name val="Arial"/><family val="2"/></font>')
}

/** Bars in the columns that have them, from nothing to the whole, over each run of rows under one header. */
export function bars(worksheet: Worksheet, sheet: SheetDocument, layout: Layout): void {
  sheet.columns.forEach((column, index) => {
    if (column.bars !== true) return
    const rows = layout.rows.flatMap((row, at) =>
      row.cells.some(({ column: place, cell }) => place === index + 1 && cell?.kind === 'formula' && cell.format === 'percent') ? [at + 1] : [])
    const [first, last] = [rows[0], rows.at(-1)]
    if (first === undefined || last === undefined) return
    const letter = columnLetter(index + 1)
    worksheet.addConditionalFormatting({
      ref: `${letter}${first}:${letter}${last}`,
      rules: [{ type: 'dataBar', priority: 1, gradient: false, cfvo: [{ type: 'num', value: 0 }, { type: 'num', value: 1 }], color: BAR } as never],
    })
  })
}
