import ExcelJS, { type Worksheet } from 'exceljs'
import { addresser, type Layout, layOut } from '#shared/sheets/layout.ts'
import type { WorkbookIdentity } from '#shared/sheets/identity.ts'
import type { SheetDocument } from '#shared/sheets/sheet.ts'
import { addDrawings, type Drawn } from './drawings.ts'
import { addIdentity } from './write-identity.ts'
import { arialStyles, bars, columnWidth, pageOf, write } from './write-parts.ts'
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

function page(worksheet: Worksheet, sheet: SheetDocument, layout: Layout): void {
  const { pageSetup, headerFooter, views } = pageOf(sheet, layout)
  worksheet.pageSetup = { ...worksheet.pageSetup, ...pageSetup }
  worksheet.headerFooter = { ...worksheet.headerFooter, ...headerFooter }
  worksheet.views = views
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
