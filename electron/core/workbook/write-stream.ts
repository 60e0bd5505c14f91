import { Writable } from 'node:stream'
import type ExcelJS from 'exceljs'
import WorkbookWriter from 'exceljs/lib/stream/xlsx/workbook-writer.js'
import type { Address } from '#shared/sheets/formula.ts'
import { addresser, columnLetter, type Layout, layOut } from '#shared/sheets/layout.ts'
import type { SheetDocument } from '#shared/sheets/sheet.ts'
import { createStyles } from './write-styles.ts'
import { arialStyles, bars, columnWidth, pageOf, write } from './write-parts.ts'
import type { WorkbookProperties } from './write-workbook.ts'

/** Rows between two words about how far it is. */
const TELL_EVERY = 500
/** Rows whose formulas are kept at most. */
const FORGET_EVERY = 100

type Merges = { push: (range: unknown) => void }

function writeSheet(
  workbook: ExcelJS.stream.xlsx.WorkbookWriter, sheet: SheetDocument, layout: Layout, address: Address, tell: (rows: number) => void,
): void {
  const worksheet = workbook.addWorksheet(sheet.name, pageOf(sheet, layout))
  worksheet.columns = layout.widths.map((width) => ({ width: columnWidth(width) }))
  const style = createStyles()
  // The library compares each merged range with all others; a layout never overlaps.
  const { _merges: merges } = worksheet as unknown as { _merges: Merges }
  const breaks = new Set(layout.breaks)
  let open = 0
  for (const [index, placed] of layout.rows.entries()) {
    const row = worksheet.getRow(index + 1)
    row.height = placed.height
    for (const at of placed.cells) {
      const cell = row.getCell(at.column)
      cell.style = style(placed, at, sheet)
      if (at.cell) write(cell, at.cell, sheet, address)
      if (at.columns === 1 && at.rows === 1) continue
      const bottom = index + at.rows
      for (let down = index + 1; down <= bottom; down++) {
        for (let across = at.column; across < at.column + at.columns; across++) {
          if (down > index + 1 || across > at.column) (worksheet.getRow(down).getCell(across) as unknown as { merge: (master: ExcelJS.Cell) => void }).merge(cell)
        }
      }
      const range = `${cell.address}:${columnLetter(at.column + at.columns - 1)}${bottom}`
      merges.push(range)
      open = Math.max(open, bottom)
    }
    if (breaks.has(index + 1)) row.addPageBreak()
    if (index + 1 >= open) row.commit()
    if ((index + 1) % FORGET_EVERY === 0) {
      // The library keeps each formula for others that share it; none is shared.
      Object.assign(worksheet, { _formulae: {} })
    }
    if ((index + 1) % TELL_EVERY === 0) tell(index + 1)
  }
  bars(worksheet, sheet, layout)
  worksheet.commit()
}

/**
 * A long workbook written row by row into a stream, with little more in memory than its layout. As `workbookBytes`, but for what is drawn over
 * the cells: long tables have no charts, emblems or marks; that a paper is a draft stands at the head of each page. `tell` hears the rows that
 * are written.
 */
export async function streamWorkbook(
  sheets: readonly SheetDocument[], properties: WorkbookProperties, sink: Writable, tell: (done: number) => void = () => undefined,
): Promise<void> {
  const workbook = new WorkbookWriter({ stream: sink, useStyles: true, useSharedStrings: false })
  const made = properties.madeAt === undefined ? new Date() : new Date(`${properties.madeAt}:00Z`)
  const writer: { zip: { append: (data: string, entry: { name: string }) => void }; styles: { xml: string } } = workbook as never
  Object.assign(workbook, {
    creator: 'Rembuk', lastModifiedBy: 'Rembuk', company: '', title: properties.title, subject: properties.subject ?? '', created: made, modified: made,
    addStyles: async () => writer.zip.append(arialStyles(writer.styles.xml), { name: 'xl/styles.xml' }),
  })
  const layouts = new Map(sheets.map((sheet) => [sheet.name, layOut(sheet)]))
  const address = addresser(layouts)
  let before = 0
  for (const sheet of sheets) {
    const layout = layouts.get(sheet.name)
    if (!layout) continue
    const done = before
    writeSheet(workbook, sheet, layout, address, (rows) => tell(done + rows))
    before += layout.rows.length
    tell(before)
  }
  await workbook.commit()
}

/** The bytes of a streamed workbook. */
export async function streamedBytes(sheets: readonly SheetDocument[], properties: WorkbookProperties, tell?: (done: number) => void): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  const sink = new Writable({ write(chunk: Buffer, _encoding, next) { chunks.push(chunk); next() } })
  await streamWorkbook(sheets, properties, sink, tell)
  return new Uint8Array(Buffer.concat(chunks))
}
