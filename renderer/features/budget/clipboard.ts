import type { Language } from '#shared/i18n/index.ts'
import type { Column } from './columns.ts'
import { type Reading, readCell } from './edits.ts'
import type { GridRow } from './rows.ts'

/** Tab-separated text as spreadsheets write it: cells with tabs, line breaks or quotes stand in quotes. */
export function readBlock(text: string): string[][] {
  const rows: string[][] = [[]]
  const cell = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/gy
  for (let found = cell.exec(text); found; found = cell.exec(text)) {
    rows.at(-1)?.push(found[1] === undefined ? (found[2] ?? '') : found[1].replaceAll('""', '"'))
    if (found[3] === '') break
    if (found[3] !== '\t') rows.push([])
  }
  // The line break after the last row begins no row.
  if (rows.length > 1 && rows.at(-1)?.join('') === '') rows.pop()
  return rows
}

/** The opposite of `readBlock`. */
export function writeBlock(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map((cell) => (/[\t\r\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t')).join('\r\n')
}

export interface Area {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** One cell of a paste: where it lands, what stood there, what it means. */
export interface PastedCell {
  readonly row: number
  readonly col: number
  readonly text: string
  readonly reading: Reading
}

/**
 * What a block means at the selection: one value fills the selection, a larger block begins at its first cell. What lies outside the table, or
 * has no meaning in its cell, is a problem of that cell and of no other.
 */
export function placeBlock(block: readonly (readonly string[])[], area: Area, rows: readonly GridRow[], columns: readonly Column[], language: Language): PastedCell[] {
  const [[only = ''] = []] = block
  const fill = block.length === 1 && block[0]?.length === 1
  const height = fill ? area.bottom - area.top + 1 : block.length
  const cells: PastedCell[] = []
  for (let down = 0; down < height; down += 1) {
    const width = fill ? area.right - area.left + 1 : (block[down]?.length ?? 0)
    for (let across = 0; across < width; across += 1) {
      const text = fill ? only : (block[down]?.[across] ?? '')
      const [row, col] = [area.top + down, area.left + across]
      const [target, column] = [rows[row], columns[col]]
      const reading: Reading = target && column ? readCell(target, column, text, language) : text.trim() === '' ? { kind: 'same' } : { kind: 'problem', reason: 'outside' }
      cells.push({ row, col, text, reading })
    }
  }
  return cells
}
