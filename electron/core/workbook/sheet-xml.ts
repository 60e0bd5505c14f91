import type { Address } from '#shared/sheets/formula.ts'
import { columnLetter, type Layout } from '#shared/sheets/layout.ts'
import { MARGINS } from '#shared/sheets/paper.ts'
import type { SheetDocument } from '#shared/sheets/sheet.ts'
import { fill } from '#shared/sheets/texts.ts'
import { mergedRanges, rowsXml, type StyleOf } from './rows-xml.ts'
import { escapeXml, XML_HEAD } from './xml.ts'

/** Paper numbers of the file format: 14 is Folio (F4), 9 is A4. */
const PAPER_SIZE = { F4: 14, A4: 9 } as const
/** Pale enough for the figure over it, also in grey. */
const BAR = 'FFC4D9CE'
const MM_PER_INCH = 25.4
/** A digit of the default font, Arial 10, is 7 pixels wide at 96 dpi; column widths are counted in digits. */
const DIGIT_PIXELS = 7

/** Opens a worksheet; drawings are named by relationships. */
export const WORKSHEET = `${XML_HEAD}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">`

/** Width of a column in digits, as the file format counts it. */
function columnWidth(mm: number): number {
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

function head(sheet: SheetDocument, { rows, widths, freezeBelow }: Layout): string {
  const frozen = freezeBelow > 0 ? `<pane ySplit="${freezeBelow}" topLeftCell="A${freezeBelow + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>` : ''
  const columns = widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${columnWidth(width)}" customWidth="1"/>`)
  return [
    WORKSHEET, '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>', `<dimension ref="A1:${columnLetter(sheet.columns.length)}${Math.max(1, rows.length)}"/>`,
    `<sheetViews><sheetView workbookViewId="0" showGridLines="0">${frozen}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>`,
    `<cols>${columns.join('')}</cols><sheetData>`,
  ].join('')
}

interface Bars { readonly range: string; readonly id: string }

/** `3 4 5 9` of column G as `G3:G5 G9:G9`. */
function runsIn(letter: string, rows: readonly number[]): string {
  const begins = rows.filter((row) => !rows.includes(row - 1))
  const ends = rows.filter((row) => !rows.includes(row + 1))
  return begins.map((begin, at) => `${letter}${begin}:${letter}${ends[at] ?? begin}`).join(' ')
}

/** Columns whose shares are drawn as bars too: the cells that hold a share, not what else stands in the column. */
function barsOf(sheet: SheetDocument, layout: Layout, number: number): Bars[] {
  return sheet.columns.flatMap(({ bars }, index): Bars[] => {
    if (bars !== true) return []
    const rows = layout.rows.flatMap((row, at) =>
      row.cells.some(({ column, cell }) => column === index + 1 && cell?.kind === 'formula' && cell.format === 'percent') ? [at + 1] : [])
    if (rows.length === 0) return []
    return [{ range: runsIn(columnLetter(index + 1), rows), id: `{B3A2C0DE-0000-4000-8000-${(number * 1_000 + index).toString(16).padStart(12, '0').toUpperCase()}}` }]
  })
}

/** Bars from nothing to the whole; that they are of one colour is said in the newer part of the format, under the same id. */
function barRules(bars: readonly Bars[]): string {
  return bars.map(({ range, id }, index) => `<conditionalFormatting sqref="${range}"><cfRule type="dataBar" priority="${index + 1}"><dataBar><cfvo type="num" val="0"/><cfvo type="num" val="1"/><color rgb="${BAR}"/></dataBar><extLst><ext uri="{B025F937-C7B1-47D3-B67F-A62EFF666E3E}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:id>${id}</x14:id></ext></extLst></cfRule></conditionalFormatting>`).join('')
}

function barExtensions(bars: readonly Bars[]): string {
  if (bars.length === 0) return ''
  const rules = bars.map(({ range, id }) => `<x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:cfRule type="dataBar" id="${id}"><x14:dataBar minLength="0" maxLength="100" gradient="0"><x14:cfvo type="num"><xm:f>0</xm:f></x14:cfvo><x14:cfvo type="num"><xm:f>1</xm:f></x14:cfvo></x14:dataBar></x14:cfRule><xm:sqref>${range}</xm:sqref></x14:conditionalFormatting>`)
  return `<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:conditionalFormattings>${rules.join('')}</x14:conditionalFormattings></ext></extLst>`
}

/** What stands behind the rows, in the order that the format prescribes. */
function tail(sheet: SheetDocument, layout: Layout, number: number, drawn: boolean): string {
  const merged = mergedRanges(layout)
  const bars = barsOf(sheet, layout, number)
  const { left, right, top, bottom, header, footer: below } = MARGINS
  const margins = Object.entries({ left, right, top, bottom, header, footer: below }).map(([side, mm]) => `${side}="${inches(mm)}"`).join(' ')
  const mark = sheet.draft === null ? '' : `<oddHeader>${escapeXml(`&R&"Arial,Bold"&8 ${footerText(sheet.draft, 40)}`)}</oddHeader>`
  const { breaks } = layout
  return [
    '</sheetData>',
    merged.length === 0 ? '' : `<mergeCells count="${merged.length}">${merged.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`,
    barRules(bars),
    `<printOptions horizontalCentered="1"/><pageMargins ${margins}/>`,
    `<pageSetup paperSize="${PAPER_SIZE[sheet.paper]}" orientation="${sheet.orientation}" fitToWidth="1" fitToHeight="0"/>`,
    `<headerFooter>${mark}<oddFooter>${escapeXml(footer(sheet))}</oddFooter></headerFooter>`,
    breaks.length === 0 ? '' : `<rowBreaks count="${breaks.length}" manualBreakCount="${breaks.length}">${breaks.map((after) => `<brk id="${after}" max="16383" man="1"/>`).join('')}</rowBreaks>`,
    drawn ? '<drawing r:id="rId1"/>' : '',
    barExtensions(bars), '</worksheet>',
  ].join('')
}

/** A sheet in its place in the file: `number` counts from 1, `drawn` says that something lies over its cells. */
export interface PlacedSheet {
  readonly sheet: SheetDocument
  readonly layout: Layout
  readonly number: number
  readonly drawn: boolean
}

/** A worksheet piece by piece: set-up, rows, print. `tell` hears how many rows are made. */
export function* worksheetXml({ sheet, layout, number, drawn }: PlacedSheet, styleOf: StyleOf, address: Address, tell: (rows: number) => void): Generator<string> {
  yield head(sheet, layout)
  yield* rowsXml(sheet, layout, styleOf, address, tell)
  yield tail(sheet, layout, number, drawn)
}
