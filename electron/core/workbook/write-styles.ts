import type { PlacedCell, PlacedRow } from '#shared/sheets/placed.ts'
import type { Align, SheetDocument } from '#shared/sheets/sheet.ts'
import { FRONT_SIZE } from '#shared/sheets/letterhead.ts'
import { looksLikeFormula } from '#shared/sheets/csv.ts'

/** Zero is a dash; `_-` leaves a little room between a figure and the line beside it. */
const FORMATS = { integer: '#,##0_-;-#,##0_-;"–"_-', percent: '0.00%_-;-0.00%_-;"–"_-' } as const

/** Indonesian or English month names whatever the machine's language. */
const DATE = { id: '[$-421]d mmmm yyyy', en: '[$-409]d mmmm yyyy' } as const

/** How a cell looks; equal looks are one style of the file. */
export interface Look {
  readonly bold: boolean
  readonly italic: boolean
  readonly grey: boolean
  readonly underline: boolean
  readonly size: number
  readonly horizontal: Align
  readonly vertical: 'top' | 'middle' | 'bottom'
  readonly border: 'none' | 'box' | 'under' | 'total'
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

/** Looks of the cells of a workbook as numbers of styles, which `numberOf` gives each look that is new. */
export function styleNumbers(numberOf: (look: Look) => number): (row: PlacedRow, placed: PlacedCell, sheet: SheetDocument) => number {
  const bySheet = new Map<number, number>()
  let last: SheetDocument | undefined
  return (row, placed, sheet) => {
    if (sheet !== last) bySheet.clear()
    last = sheet
    const short = shortKey(row, placed)
    const known = bySheet.get(short)
    if (known !== undefined) return known
    const number = numberOf(look(row, placed, sheet))
    bySheet.set(short, number)
    return number
  }
}
