import type { Address } from '#shared/sheets/formula.ts'
import { columnLetter, type Layout } from '#shared/sheets/layout.ts'
import type { PlacedCell, PlacedRow } from '#shared/sheets/placed.ts'
import type { SheetDocument } from '#shared/sheets/sheet.ts'
import { cellXml } from './cell-xml.ts'

/** Number of a cell's style in the file. */
export type StyleOf = (row: PlacedRow, placed: PlacedCell, sheet: SheetDocument) => number

/** Rows between two words about how far it is. */
const TELL_EVERY = 500

/** Ranges of the cells that are one, such as `A1:G1`. */
export function mergedRanges({ rows }: Layout): string[] {
  return rows.flatMap(({ cells }, index) => cells.flatMap(({ column, columns, rows: down }) =>
    (columns === 1 && down === 1 ? [] : [`${columnLetter(column)}${index + 1}:${columnLetter(column + columns - 1)}${index + down}`])))
}

/**
 * The rows of a sheet one after the other, each cell by cell from the left. Cells that are covered by one beside or above them have its look:
 * programs draw the lines of a merged range cell by cell. `tell` hears how many rows are made.
 */
export function* rowsXml(sheet: SheetDocument, layout: Layout, styleOf: StyleOf, address: Address, tell: (rows: number) => void): Generator<string> {
  /** Styles of covered cells of rows below, by row and column. */
  const below = new Map<number, Map<number, number>>()
  for (const [index, row] of layout.rows.entries()) {
    const number = index + 1
    const slots: string[] = []
    const covered = below.get(number)
    below.delete(number)
    covered?.forEach((style, column) => { slots[column] = `<c r="${columnLetter(column)}${number}" s="${style}"/>` })
    for (const placed of row.cells) {
      const { column, columns, rows, cell } = placed
      const style = styleOf(row, placed, sheet)
      slots[column] = cellXml(`${columnLetter(column)}${number}`, style, cell, sheet.name, address)
      for (let across = column + 1; across < column + columns; across += 1) slots[across] = `<c r="${columnLetter(across)}${number}" s="${style}"/>`
      for (let down = number + 1; down < number + rows; down += 1) {
        const styles = below.get(down) ?? new Map<number, number>()
        below.set(down, styles)
        for (let across = column; across < column + columns; across += 1) styles.set(across, style)
      }
    }
    yield `<row r="${number}" ht="${row.height}" customHeight="1">${slots.join('')}</row>`
    if (number % TELL_EVERY === 0) tell(number)
  }
  tell(layout.rows.length)
}
