import { groupNamed } from '#shared/sheets/read/group-names.ts'
import type { CountKey } from '#shared/domain/caseload.ts'
import type { SeriesSummary } from '../../ui/trend.ts'

/** A pasted cell with the place that it falls on; `series` or `group` undefined: outside the table. */
export interface PastedCell {
  readonly group: CountKey | undefined
  readonly series: SeriesSummary | undefined
  readonly value: string
}

/** A block from a spreadsheet as rows of texts; quoted cells may hold tabs and line ends. */
export function blockOf(text: string): string[][] {
  const rows: string[][] = [['']]
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]
    const row = rows.at(-1) ?? []
    const last = row.length - 1
    if (quoted) {
      if (sign !== '"') row[last] += sign ?? ''
      else if (text[at + 1] === '"') row[last] += text[(at += 1)] ?? ''
      else quoted = false
    } else if (sign === '"' && row[last] === '') quoted = true
    else if (sign === '\t') row.push('')
    else if (sign === '\n') rows.push([''])
    else if (sign !== '\r') row[last] += sign ?? ''
  }
  // A spreadsheet ends its block with a line end.
  if (rows.length > 1 && rows.at(-1)?.every((cell) => cell === '')) rows.pop()
  return rows.map((row) => row.map((cell) => cell.trim()))
}

/**
 * Where a block falls: from the cell that it is pasted on to the right and down. Where its first column holds names of target
 * groups, each row goes to the group that it names, whatever the order. Empty cells are left aside: they do not erase.
 */
export function pastedCells(block: readonly (readonly string[])[], groups: readonly CountKey[], columns: readonly SeriesSummary[], row: number, column: number): PastedCell[] {
  const named = block.every(([first = '']) => groupNamed(first) !== undefined) && block.some((cells) => cells.length > 1)
  return block.flatMap((cells, down) => {
    const group = named ? groupNamed(cells[0] ?? '') : groups[row + down]
    return (named ? cells.slice(1) : cells).flatMap((value, right) => (value === '' ? [] : [{ group, series: columns[column + right], value }]))
  })
}
