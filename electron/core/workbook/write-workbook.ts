import ExcelJS, { type Cell as ExcelCell, type Worksheet } from 'exceljs'
import { formulaText, type Address } from '#shared/sheets/formula.ts'
import { addresser, columnLetter, type Layout, layOut } from '#shared/sheets/layout.ts'
import type { WorkbookIdentity } from '#shared/sheets/identity.ts'
import { MARGINS } from '#shared/sheets/paper.ts'
import type { Cell, SheetDocument } from '#shared/sheets/sheet.ts'
import { fill } from '#shared/sheets/texts.ts'
import { addDrawings, type Drawn } from './drawings.ts'
import { addIdentity } from './write-identity.ts'
import { createStyles } from './write-styles.ts'

/** What the file says about itself. Nothing of the machine or its user is written. */
export interface WorkbookProperties {
  readonly title: string
  readonly subject?: string
  /** Local `YYYY-MM-DDTHH:MM`; now, where it is not given. */
  readonly madeAt?: string
  /** What plan it is of, on a hidden sheet; without it a workbook that comes back cannot be compared. */
  readonly identity?: WorkbookIdentity
}

/** Paper numbers of the file format: 14 is Folio (F4), 9 is A4. */
const PAPER_SIZE = { F4: 14, A4: 9 } as const
/** Pale enough for the figure over it, also in grey. */
const BAR = { argb: 'FFC4D9CE' } as const
const MM_PER_INCH = 25.4
/** A digit of the default font, Arial 10, is 7 pixels wide at 96 dpi; column widths are counted in digits. */
const DIGIT_PIXELS = 7

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

function page(worksheet: Worksheet, sheet: SheetDocument, layout: Layout): void {
  const { pageSetup, headerFooter, views } = pageOf(sheet, layout)
  worksheet.pageSetup = { ...worksheet.pageSetup, ...pageSetup }
  worksheet.headerFooter = { ...worksheet.headerFooter, ...headerFooter }
  worksheet.views = views
}

/** Styles of a file with Arial as their first font. */
export function arialStyles(xml: string): string {
  return xml.replace(/(<fonts [^>]*>)<font>.*?<\/font>/, '$1<font><sz val="10"/><color theme="1"/><name val="Arial"/><family val="2"/></font>')
}

/** Files of this library say Calibri; the papers, and the widths that are reckoned for them, use Arial. */
function useArial(workbook: ExcelJS.Workbook): void {
  const writer: unknown = workbook.xlsx
  if (typeof writer !== 'object' || writer === null || !('addStyles' in writer)) return
  Object.assign(writer, {
    addStyles: (zip: { append: (data: string, entry: { name: string }) => void }, model: { styles: { xml: string } }) => {
      zip.append(arialStyles(model.styles.xml), { name: 'xl/styles.xml' })
    },
  })
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

/** Where the library keeps the ranges that were merged. */
const KNOWN_MERGES = '_merges'

/**
 * Merges without comparing each range with every other one, as the library does: a layout never overlaps, and the comparison
 * takes longer than all the rest of a long RAB.
 */
function merger(worksheet: Worksheet): { merge: (top: number, left: number, bottom: number, right: number) => void; finish: () => void } {
  const held: { [KNOWN_MERGES]?: Record<string, unknown> } = worksheet as never
  const all: Record<string, unknown> = {}
  return {
    merge: (top, left, bottom, right) => {
      worksheet.mergeCells(top, left, bottom, right)
      if (held[KNOWN_MERGES] === undefined) return
      Object.assign(all, held[KNOWN_MERGES])
      held[KNOWN_MERGES] = {}
    },
    finish: () => {
      if (held[KNOWN_MERGES] !== undefined) held[KNOWN_MERGES] = all
    },
  }
}

/**
 * The bytes of an .xlsx with these sheets: live formulas with the results that they give, numbers and dates as such, print set-up, and
 * text that never becomes a formula. Runs on the calling thread; `writeWorkbook` runs it in a worker.
 */
export async function workbookBytes(sheets: readonly SheetDocument[], properties: WorkbookProperties): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  const made = properties.madeAt === undefined ? new Date() : new Date(`${properties.madeAt}:00Z`)
  Object.assign(workbook, {
    creator: 'Rembuk', lastModifiedBy: 'Rembuk', company: '', title: properties.title, subject: properties.subject ?? '',
    created: made, modified: made,
  })
  useArial(workbook)
  const layouts = new Map(sheets.map((sheet) => [sheet.name, layOut(sheet)]))
  const address = addresser(layouts)
  const style = createStyles()
  const drawn: Drawn[] = []
  for (const sheet of sheets) {
    const layout = layouts.get(sheet.name)
    if (!layout) continue
    const worksheet = workbook.addWorksheet(sheet.name)
    drawn.push({ worksheet: worksheet.id, sheet, layout })
    page(worksheet, sheet, layout)
    layout.widths.forEach((width, index) => {
      worksheet.getColumn(index + 1).width = columnWidth(width)
    })
    const { merge, finish } = merger(worksheet)
    layout.rows.forEach((placed, index) => {
      const row = worksheet.getRow(index + 1)
      row.height = placed.height
      for (const at of placed.cells) {
        const cell = row.getCell(at.column)
        cell.style = style(placed, at, sheet)
        if (at.cell) write(cell, at.cell, sheet, address)
        if (at.columns > 1 || at.rows > 1) merge(index + 1, at.column, index + at.rows, at.column + at.columns - 1)
      }
    })
    finish()
    bars(worksheet, sheet, layout)
    for (const after of layout.breaks) worksheet.getRow(after).addPageBreak()
  }
  addDrawings(workbook, drawn, address)
  if (properties.identity) addIdentity(workbook, properties.identity, address)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
