import { IDENTITY_SHEET, type WorkbookIdentity } from '#shared/sheets/identity.ts'
import { addresser, layOut } from '#shared/sheets/layout.ts'
import type { SheetDocument } from '#shared/sheets/sheet.ts'
import { bookParts, sheetPath } from './book-xml.ts'
import { drawingParts } from './drawings.ts'
import { type PlacedSheet, worksheetXml } from './sheet-xml.ts'
import { createStyleSheet } from './styles-xml.ts'
import { identityXml } from './write-identity.ts'
import { styleNumbers } from './write-styles.ts'
import { type ZipPart, zipFile } from './zip-file.ts'

/** What the file says about itself. Nothing of the machine or its user is written. */
export interface WorkbookProperties {
  readonly title: string
  readonly subject?: string
  /** Local `YYYY-MM-DDTHH:MM`; now, where it is not given. */
  readonly madeAt?: string
  /** What plan it is of, on a hidden sheet; without it a workbook that comes back cannot be compared. */
  readonly identity?: WorkbookIdentity
}

/**
 * The bytes of an .xlsx with these sheets: live formulas with the results that they give, numbers and dates as such, print set-up, emblems,
 * marks and charts, and text that never becomes a formula. Rows are made one by one while they are packed, so that a long table needs little
 * more than its layout; `tell` hears how many are done. Runs on the calling thread; `writeWorkbook` runs it in a worker.
 */
export async function workbookBytes(sheets: readonly SheetDocument[], properties: WorkbookProperties, tell: (done: number) => void = () => undefined): Promise<Uint8Array> {
  const { title, subject = '', identity } = properties
  const madeAt = properties.madeAt === undefined ? new Date() : new Date(`${properties.madeAt}:00Z`)
  const laidOut = sheets.map((sheet, index) => ({ sheet, layout: layOut(sheet), number: index + 1 }))
  const address = addresser(new Map(laidOut.map(({ sheet, layout }) => [sheet.name, layout])))
  const { parts: drawings, drawnOn } = drawingParts(laidOut, address)
  const styles = createStyleSheet()
  const styleOf = styleNumbers(styles.numberOf)
  const placed = laidOut.map((one): PlacedSheet => ({ ...one, drawn: drawnOn.has(one.number) }))
  let before = 0
  const worksheets = placed.map((one): ZipPart => {
    const done = before
    before += one.layout.rows.length
    return { name: sheetPath(one.number), content: worksheetXml(one, styleOf, address, (rows) => tell(done + rows)) }
  })
  if (identity) worksheets.push({ name: sheetPath(placed.length + 1), content: identityXml(identity, address, styles.plainText) })
  function* parts(): Generator<ZipPart> {
    const names = [...worksheets, ...drawings].map(({ name }) => name)
    yield* bookParts(placed, identity ? [IDENTITY_SHEET] : [], { title, subject, madeAt }, [...names, 'xl/styles.xml'])
    yield* worksheets
    yield* drawings
    // The looks are known when the cells are written.
    yield { name: 'xl/styles.xml', content: styles.xml() }
  }
  return zipFile(parts(), madeAt)
}
