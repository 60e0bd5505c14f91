import type { Language } from '#shared/i18n/index.ts'
import type { Area } from '../../ui/grid-moves.ts'
import type { Column } from './columns.ts'
import { type Reading, readCell } from './edits.ts'
import type { GridRow } from './rows.ts'

/** One cell of a paste: where it lands, what stood there, what it means. */
export interface PastedCell {
  readonly row: number
  readonly col: number
  readonly text: string
  readonly reading: Reading
}

/** A fill passes over sums and headings that stand between what it fills; where it meets nothing else, they stay and say why nothing was filled. */
export function fillable(cells: readonly PastedCell[]): readonly PastedCell[] {
  const own = cells.filter(({ reading }) => reading.kind !== 'problem' || reading.reason !== 'computed')
  return own.some(({ reading }) => reading.kind !== 'same') ? own : cells
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
