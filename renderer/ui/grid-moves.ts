export interface Place {
  readonly row: number
  readonly col: number
}

export interface Size {
  readonly rows: number
  readonly columns: number
}

export interface Area {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** The rectangle between two places, whichever comes first. */
export function areaBetween(one: Place, other: Place): Area {
  return { top: Math.min(one.row, other.row), bottom: Math.max(one.row, other.row), left: Math.min(one.col, other.col), right: Math.max(one.col, other.col) }
}

const clamp = (value: number, last: number) => Math.max(0, Math.min(last, value))

/** Ctrl with an arrow: to the edge of what is filled, or over what is empty to the next that is, as in spreadsheets. */
function jump(from: number, step: 1 | -1, last: number, filled: (index: number) => boolean): number {
  const next = from + step
  if (next < 0 || next > last) return from
  let at = next
  if (filled(from) && filled(next)) {
    while (at + step >= 0 && at + step <= last && filled(at + step)) at += step
    return at
  }
  while (at >= 0 && at <= last && !filled(at)) at += step
  return clamp(at, last)
}

/** Where a key leads from a place; `undefined` for keys that do not move. `page` is how many rows are in sight. */
export function moved(key: string, ctrl: boolean, from: Place, size: Size, page: number, filled: (place: Place) => boolean): Place | undefined {
  const [lastRow, lastCol] = [size.rows - 1, size.columns - 1]
  const down = (step: 1 | -1) => ({ col: from.col, row: ctrl ? jump(from.row, step, lastRow, (row) => filled({ row, col: from.col })) : clamp(from.row + step, lastRow) })
  const across = (step: 1 | -1) => ({ row: from.row, col: ctrl ? jump(from.col, step, lastCol, (col) => filled({ row: from.row, col })) : clamp(from.col + step, lastCol) })
  switch (key) {
    case 'ArrowDown': return down(1)
    case 'ArrowUp': return down(-1)
    case 'ArrowRight': return across(1)
    case 'ArrowLeft': return across(-1)
    case 'Home': return { row: ctrl ? 0 : from.row, col: 0 }
    case 'End': return { row: ctrl ? lastRow : from.row, col: lastCol }
    case 'PageDown': return { row: clamp(from.row + page, lastRow), col: from.col }
    case 'PageUp': return { row: clamp(from.row - page, lastRow), col: from.col }
    default: return undefined
  }
}

/** Tab and Shift+Tab go on in the next row at the end of one; `undefined` past the last cell, where Tab leaves the table. */
export function tabbed(from: Place, step: 1 | -1, size: Size): Place | undefined {
  const at = from.row * size.columns + from.col + step
  if (at < 0 || at >= size.rows * size.columns) return undefined
  return { row: Math.floor(at / size.columns), col: at % size.columns }
}
