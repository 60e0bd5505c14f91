import { tableFigure } from '#shared/i18n/format.ts'
import { MARGINS, paperSize, POINTS_PER_MM } from './paper.ts'
import type { SheetDocument } from './sheet.ts'
import { textWidth } from './text-width.ts'

/** Cell padding that spreadsheet programs keep on the left and right together, in points. */
export const CELL_PADDING = 6
/** Millimetres that a long word may claim of a column; what is longer is broken. */
const MOST = 34

/** Points of the longest word of each column, of its headings and of the cells that stand in it alone. */
function longestWords(sheet: SheetDocument): number[] {
  const index = new Map(sheet.columns.map(({ key }, at) => [key, at]))
  const longest = sheet.columns.map(() => 0)
  const seen = new Map<string, number>()
  /** Points of the longest word of a text; long tables say the same again and again. */
  const longestWord = (content: string, bold: boolean): number => {
    const key = bold ? `*${content}` : content
    const known = seen.get(key)
    if (known !== undefined) return known
    const width = Math.max(...content.split(/\s+/).map((word) => textWidth(word, sheet.textSize, bold)))
    seen.set(key, width)
    return width
  }
  const claim = (at: number, width: number): void => {
    if (width > (longest[at] ?? 0)) longest[at] = width
  }
  // Digits are equally wide: of figures the largest is the longest, below zero and above.
  const figures = sheet.columns.map(() => ({ most: 0, least: 0, bold: false }))
  for (const section of sheet.sections) {
    for (const cell of section.header.flat()) {
      const at = index.get(cell.column)
      if (cell.columns === 1 && at !== undefined) claim(at, longestWord(cell.text, true))
    }
    for (const row of section.rows) {
      const spanned = row.spans?.filter(({ from, to }) => from !== to).map(({ from }) => from)
      const bold = row.role !== 'line' && row.role !== 'muted' && row.role !== 'carry'
      for (const column in row.cells) {
        const cell = row.cells[column]
        const at = index.get(column)
        if (!cell || at === undefined || cell.kind === 'date' || spanned?.includes(column)) continue
        if (cell.kind === 'text') claim(at, longestWord(cell.text, bold) + (cell.indent ?? 0) * 9)
        else {
          const value = cell.kind === 'number' ? cell.value : cell.result
          const figure = figures[at]
          if (!figure) continue
          if (value > figure.most) figure.most = value
          if (value < figure.least) figure.least = value
          figure.bold ||= bold
        }
      }
    }
  }
  // A figure stays on one line; programs keep a little room behind it.
  figures.forEach(({ most, least, bold }, at) => {
    for (const value of [most, least]) if (value !== 0) claim(at, longestWord(`${tableFigure(value, sheet.language)}.`, bold))
  })
  return longest
}

/**
 * Widths of the columns on the paper in millimetres, by their shares; they fill it from margin to margin, so that it is printed at its true
 * size. A column in which a word would be broken takes what it lacks from those that have room, in proportion to the room that they have.
 */
export function columnWidths(sheet: SheetDocument): number[] {
  const printed = paperSize(sheet).width - MARGINS.left - MARGINS.right - 1
  const total = sheet.columns.reduce((sum, column) => sum + column.share, 0)
  const widths = sheet.columns.map((column) => (column.share / total) * printed)
  const needed = longestWords(sheet).map((points) => (points === 0 ? 0 : Math.min(MOST, (points + CELL_PADDING + 0.5) / POINTS_PER_MM)))
  // A column that is the second half of the one before it has no words of its own.
  const room = widths.map((width, at) => (sheet.columns[at + 1]?.filler === true || sheet.columns[at]?.filler === true ? 0 : Math.max(0, width - Math.max(needed[at] ?? 0, width * 0.5))))
  const lacking = widths.map((width, at) => Math.max(0, (needed[at] ?? 0) - width))
  const lacks = lacking.reduce((sum, one) => sum + one, 0)
  const has = room.reduce((sum, one) => sum + one, 0)
  if (lacks === 0 || has === 0) return widths
  const given = Math.min(lacks, has)
  return widths.map((width, at) => width + ((lacking[at] ?? 0) / lacks) * given - ((room[at] ?? 0) / has) * given)
}
