import type { Alignment, Borders, Font, Style } from 'exceljs'
import type { PlacedCell, PlacedRow } from '#shared/sheets/placed.ts'
import type { Align, SheetDocument } from '#shared/sheets/sheet.ts'
import { FRONT_SIZE } from '#shared/sheets/letterhead.ts'
import { looksLikeFormula } from '#shared/sheets/csv.ts'

const FONT = 'Arial'
const LINE = { style: 'thin', color: { argb: 'FF000000' } } as const
const BOX: Partial<Borders> = { top: LINE, left: LINE, bottom: LINE, right: LINE }
const BORDERS = {
  none: {}, box: BOX, under: { bottom: { ...LINE, style: 'double' } }, total: { ...BOX, top: { ...LINE, style: 'medium' } },
} as const satisfies Record<string, Partial<Borders>>
/** Zero is a dash; `_-` leaves a little room between a figure and the line beside it. */
const FORMATS = { integer: '#,##0_-;-#,##0_-;"–"_-', percent: '0.00%_-;-0.00%_-;"–"_-' } as const

/** Indonesian or English month names whatever the machine's language. */
const DATE = { id: '[$-421]d mmmm yyyy', en: '[$-409]d mmmm yyyy' } as const

interface Look {
  readonly bold: boolean
  readonly italic: boolean
  readonly grey: boolean
  readonly underline: boolean
  readonly size: number
  readonly horizontal: Align
  readonly vertical: 'top' | 'middle' | 'bottom'
  readonly border: keyof typeof BORDERS
  readonly indent: number
  readonly format: string
  /** A figure never wraps: it is made smaller rather than shown as ####. */
  readonly figure: boolean
}

function textAlign(cell: PlacedCell['cell'], placed: PlacedCell, column: Align): Align {
  if (cell?.kind !== 'text') return column
  return cell.align ?? (placed.columns > 1 ? 'left' : column)
}

function look(row: PlacedRow, placed: PlacedCell, sheet: SheetDocument): Look {
  const { cell } = placed
  const size = sheet.textSize
  const plain: Look = {
    bold: false, italic: false, grey: false, underline: false, size, horizontal: 'left', vertical: 'middle', border: 'none', indent: 0,
    figure: false, format: cell?.kind === 'text' && looksLikeFormula(cell.text) ? '@' : 'General',
  }
  switch (row.kind) {
    case 'letterhead':
    case 'office':
    case 'address':
      return { ...plain, bold: row.kind !== 'address', size: FRONT_SIZE[row.kind], horizontal: 'center', vertical: 'middle' }
    case 'rule':
      return { ...plain, border: 'under' }
    case 'paragraph':
      return { ...plain, vertical: 'top' }
    case 'title':
      return { ...plain, bold: true, size: FRONT_SIZE.title, horizontal: 'center', vertical: 'middle' }
    case 'heading':
      return { ...plain, bold: true, size: size + 1, vertical: 'middle' }
    case 'fact':
      return { ...plain, size: size + 0.5 }
    case 'header':
      return { ...plain, bold: true, horizontal: 'center', vertical: 'middle', border: 'box' }
    case 'numbering':
      return { ...plain, size: Math.min(6.5, size), horizontal: 'center', vertical: 'middle', border: 'box' }
    case 'note':
      return { ...plain, italic: true }
    case 'sign':
    case 'sign-space':
      return { ...plain, size: size + 0.5, horizontal: 'center', vertical: 'top' }
    case 'sign-name':
      return {
        ...plain, size: size + 0.5, horizontal: 'center', bold: true, underline: cell?.kind === 'text' && !cell.text.startsWith('…'),
      }
    case 'gap':
    case 'chart':
      return plain
    case 'body': {
      const muted = row.role === 'muted'
      const column = sheet.columns[placed.column - 1]
      const figure = cell?.kind === 'number' || cell?.kind === 'formula'
      return {
        ...plain, figure,
        bold: row.role !== 'line' && row.role !== 'carry' && !muted, italic: row.role === 'carry', grey: muted, border: row.role === 'total' ? 'total' : 'box',
        indent: cell?.kind === 'text' ? (cell.indent ?? 0) : 0,
        horizontal: figure ? 'right' : cell?.kind === 'date' ? 'center' : textAlign(cell, placed, column?.align ?? 'left'),
        format: figure ? FORMATS[cell.format] : cell?.kind === 'date' ? DATE[sheet.language] : plain.format,
      }
    }
  }
}

function styleOf(it: Look): Partial<Style> {
  const font: Partial<Font> = {
    name: FONT, family: 2, size: it.size, bold: it.bold, italic: it.italic, ...(it.underline ? { underline: true } : {}),
    ...(it.grey ? { color: { argb: 'FF555555' } } : {}),
  }
  const alignment: Partial<Alignment> = {
    horizontal: it.horizontal, vertical: it.vertical, ...(it.figure ? { shrinkToFit: true } : { wrapText: true }),
    ...(it.indent > 0 ? { indent: it.indent } : {}),
  }
  const border = BORDERS[it.border]
  return { font, alignment, border, numFmt: it.format }
}

const KINDS = [
  'letterhead', 'office', 'address', 'rule', 'title', 'gap', 'heading', 'paragraph', 'chart', 'fact', 'header', 'numbering', 'body', 'note', 'sign', 'sign-space', 'sign-name',
] as const satisfies readonly PlacedRow['kind'][]
const ROLES = ['group', 'subgroup', 'line', 'muted', 'subtotal', 'total', 'carry'] as const
const CELLS = ['text', 'number', 'formula', 'date'] as const
const ALIGNS = ['left', 'center', 'right'] as const

/** Everything that a look depends on within one sheet, as one number. */
function shortKey(row: PlacedRow, { cell, column, columns }: PlacedCell): number {
  let key = KINDS.indexOf(row.kind) * 8 + (row.role === null ? 7 : ROLES.indexOf(row.role))
  key = (key * 64 + column) * 2 + (columns > 1 ? 1 : 0)
  key = key * 8 + (cell === null ? 7 : CELLS.indexOf(cell.kind))
  if (cell?.kind === 'number' || cell?.kind === 'formula') return key * 256 + (cell.format === 'percent' ? 1 : 0)
  if (cell?.kind !== 'text') return key * 256
  const unusual = looksLikeFormula(cell.text) ? 1 : cell.text.startsWith('…') ? 2 : 0
  return key * 256 + (cell.align === undefined ? 3 : ALIGNS.indexOf(cell.align)) * 64 + Math.min(cell.indent ?? 0, 15) * 4 + unusual
}

/** Styles of a workbook; cells that look the same share one object, which the writer stores once. */
export function createStyles(): (row: PlacedRow, placed: PlacedCell, sheet: SheetDocument) => Partial<Style> {
  const known = new Map<string, Partial<Style>>()
  const bySheet = new Map<number, Partial<Style>>()
  let last: SheetDocument | undefined
  return (row, placed, sheet) => {
    const short = shortKey(row, placed)
    const quick = sheet === last ? bySheet.get(short) : undefined
    if (quick) return quick
    if (sheet !== last) bySheet.clear()
    last = sheet
    const style = full(look(row, placed, sheet))
    bySheet.set(short, style)
    return style
  }

  function full(it: Look): Partial<Style> {
    const key = Object.values(it).join('|')
    const found = known.get(key)
    if (found) return found
    const style = styleOf(it)
    known.set(key, style)
    return style
  }
}
