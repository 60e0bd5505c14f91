import { date, percent, tableFigure } from '#shared/i18n/format.ts'
import { type ChartShape, chartShapes } from './chart-shapes.ts'
import { type Layout, layOut } from './layout.ts'
import { MARGINS, paperSize, POINTS_PER_MM } from './paper.ts'
import type { PlacedCell, PlacedRow, RowKind } from './placed.ts'
import type { Align, Cell, RowRole, SheetDocument, Signatory } from './sheet.ts'
import { fill } from './texts.ts'

export interface PreviewCell {
  /** First column (1 = first), how many columns and rows it takes. */
  readonly column: number
  readonly columns: number
  readonly rows: number
  readonly text: string
  readonly align: Align
  readonly indent: number
  /** Length of the cell's bar, 0 … 1; null = no bar. */
  readonly bar: number | null
}

export interface PreviewRow {
  readonly kind: RowKind
  readonly role: RowRole | null
  /** Points. */
  readonly height: number
  readonly cells: readonly PreviewCell[]
  /** What is drawn in the row, as wide as the paper and as high as the row, in points. */
  readonly chart: { readonly width: number; readonly label: string; readonly shapes: readonly ChartShape[] } | null
}

/** A sheet as it will be printed: pages of rows, everything as text in the paper's language, sizes in millimetres and points. */
export interface PreviewSheet {
  readonly name: string
  readonly paper: 'F4' | 'A4'
  readonly width: number
  readonly height: number
  readonly margins: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number; readonly footer: number }
  readonly textSize: number
  readonly language: 'id' | 'en'
  readonly draft: string | null
  /** Widths of the columns in millimetres. */
  readonly widths: readonly number[]
  /** The emblem of the letterhead as a data URL, in millimetres from the margins of the pages that have it. */
  readonly logo: { readonly src: string; readonly left: number; readonly top: number; readonly width: number; readonly height: number } | null
  readonly pages: readonly { readonly hasLogo: boolean; readonly rows: readonly PreviewRow[]; readonly left: string; readonly right: string }[]
  readonly signatories: readonly Signatory[]
}

/** A bar is drawn for a share in a column that has bars. */
function barOf({ cell, column }: PlacedCell, sheet: SheetDocument): number | null {
  if (sheet.columns[column - 1]?.bars !== true || (cell?.kind !== 'number' && cell?.kind !== 'formula') || cell.format !== 'percent') return null
  return Math.min(1, Math.max(0, cell.kind === 'number' ? cell.value : cell.result))
}

function textOf(cell: Cell | null, language: 'id' | 'en'): string {
  if (cell === null) return ''
  if (cell.kind === 'text') return cell.text
  if (cell.kind === 'date') return date(cell.iso, language)
  const value = cell.kind === 'number' ? cell.value : cell.result
  if (cell.format === 'integer') return tableFigure(value, language)
  return value === 0 ? tableFigure(0, language) : percent(Math.round(value * 10_000), language)
}

const CENTRED: ReadonlySet<RowKind> = new Set(['letterhead', 'office', 'address', 'title', 'header', 'numbering', 'sign', 'sign-space', 'sign-name'])

/** Where the text of a cell stands, as in the workbook: figures right, dates centred, merged text left. */
function alignOf(row: PlacedRow, { cell, column, columns }: PlacedCell, sheet: SheetDocument): Align {
  if (CENTRED.has(row.kind)) return 'center'
  if (row.kind !== 'body') return 'left'
  if (cell?.kind === 'number' || cell?.kind === 'formula') return 'right'
  if (cell?.kind === 'date') return 'center'
  const own = sheet.columns[column - 1]?.align ?? 'left'
  return cell?.align ?? (columns > 1 ? 'left' : own)
}

function chartOf({ chart, height }: PlacedRow, sheet: SheetDocument, widths: readonly number[]): PreviewRow['chart'] {
  if (!chart) return null
  const width = widths.reduce((total, one) => total + one, 0) * POINTS_PER_MM
  return { width, label: chart.title, shapes: chartShapes(chart, width, height, sheet.language) }
}

function rowOf(row: PlacedRow, sheet: SheetDocument, widths: readonly number[]): PreviewRow {
  return {
    kind: row.kind, role: row.role, height: row.height, chart: chartOf(row, sheet, widths),
    cells: row.cells.map((placed) => ({
      column: placed.column, columns: placed.columns, rows: placed.rows, text: textOf(placed.cell, sheet.language), align: alignOf(row, placed, sheet),
      indent: placed.cell?.kind === 'text' ? (placed.cell.indent ?? 0) : 0, bar: barOf(placed, sheet),
    })),
  }
}

/** Rows of each page; from the second page on the repeated ones stand first, as the spreadsheet program prints them. */
function pagesOf({ rows, breaks, repeat }: Layout): PlacedRow[][] {
  const ends = [...breaks, rows.length]
  return ends.map((end, index) => {
    const own = rows.slice(index === 0 ? 0 : ends[index - 1], end)
    return index === 0 || repeat === null ? own : [...rows.slice(repeat.from - 1, repeat.to), ...own]
  })
}

/** The pages of a sheet, from the same layout that the workbook is written from. The sheet must be computed. */
export function previewOf(sheet: SheetDocument): PreviewSheet {
  const layout = layOut(sheet)
  const pages = pagesOf(layout)
  const { left, right, top, bottom, footer } = MARGINS
  return {
    name: sheet.name, paper: sheet.paper, ...paperSize(sheet), margins: { left, right, top, bottom, footer }, textSize: sheet.textSize,
    language: sheet.language, draft: sheet.draft, widths: layout.widths,
    logo: layout.logo && sheet.logo ? { src: `data:image/${sheet.logo.type};base64,${sheet.logo.base64}`, ...layout.logo } : null,
    pages: pages.map((rows, index) => ({
      hasLogo: layout.logo !== null && layout.fronts.includes(index === 0 ? 0 : (layout.breaks[index - 1] ?? -1)),
      rows: rows.map((row) => rowOf(row, sheet, layout.widths)), left: sheet.footer.left,
      right: `${sheet.footer.right} · ${fill(sheet.footer.page, { page: index + 1, pages: pages.length })}`,
    })),
    signatories: sheet.sections.find((section) => section.signatories.length > 0)?.signatories ?? [],
  }
}
