import { readCount } from '#shared/sheets/read/numbers.ts'
import type { Area } from '../../../ui/grid-moves.ts'

/** Where a cell of a block falls: row and column of the table, `undefined` outside of it. */
export interface PlacedText {
  readonly row: number | undefined
  readonly col: number | undefined
  readonly value: string
}

interface Table {
  readonly rows: number
  readonly columns: number
  /** Row that a name at the beginning of a row means. */
  rowNamed(text: string): number | undefined
  /** Column that a name above a column means. */
  columnNamed(text: string): number | undefined
}

/** True for a text that is a name: something, and no number. */
export function isName(text: string): boolean {
  const read = readCount(text)
  return read !== null && 'problem' in read && read.problem === 'count_not_a_number'
}

/**
 * Where a block falls: from the first cell of the selection to the right and down; one value alone fills the selection. Where its first
 * column holds the names of rows, each row goes to the one that it names, and where its first row holds the names of columns, each column too,
 * whatever their order. Empty cells are left aside: they do not erase.
 */
export function placeBlock(block: readonly (readonly string[])[], area: Area, table: Table): PlacedText[] {
  const trimmed = block.map((row) => row.map((cell) => cell.trim()))
  const [first = []] = trimmed
  const [only = ''] = first
  if (trimmed.length === 1 && first.length === 1) {
    const places: PlacedText[] = []
    for (let row = area.top; row <= area.bottom; row += 1) for (let col = area.left; col <= area.right; col += 1) places.push({ row, col, value: only })
    return only === '' ? [] : places
  }
  const wide = trimmed.every((row) => row.length > 1)
  const isHead = trimmed.length > 1 && wide && first.slice(1).every((text) => table.columnNamed(text) !== undefined)
  const body = isHead ? trimmed.slice(1) : trimmed
  const named = wide && body.every(([text = '']) => table.rowNamed(text) !== undefined)
  const inside = (index: number, length: number) => (index < length ? index : undefined)
  return body.flatMap((cells, down) => {
    const row = named ? table.rowNamed(cells[0] ?? '') : inside(area.top + down, table.rows)
    return (named ? cells.slice(1) : cells).flatMap((value, right): PlacedText[] => {
      if (value === '') return []
      const head = isHead ? first[right + (named ? 1 : 0)] : undefined
      return [{ row, col: head === undefined ? inside(area.left + right, table.columns) : table.columnNamed(head), value }]
    })
  })
}
