import { type KeyboardEvent, useRef, useState } from 'react'

export interface Place {
  readonly row: number
  readonly column: number
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], Enter: [1, 0] }

/** The cursor of a grid of `rows` × `columns`: which cell has the focus, and which is open with what text. */
export function useGrid(rows: number, columns: number) {
  const table = useRef<HTMLTableElement>(null)
  const [at, setAt] = useState<Place>({ row: 0, column: 0 })
  const [open, setOpen] = useState<(Place & { readonly start: string }) | undefined>()

  function focus(place: Place): void {
    const next = { row: Math.max(0, Math.min(rows - 1, place.row)), column: Math.max(0, Math.min(columns - 1, place.column)) }
    setAt(next)
    // After the cell is drawn as the one in the tab order.
    requestAnimationFrame(() => table.current?.querySelector<HTMLElement>(`[data-cell="${next.row}/${next.column}"]`)?.focus())
  }

  const move = (by: readonly [number, number]): void => focus({ row: at.row + by[0], column: at.column + by[1] })

  /** Arrows, Home and End, Ctrl with them to the ends, Tab along the row (and out at its end). Typing, F2 and Delete go to `edit`. */
  function onKeyDown(event: KeyboardEvent, edit: (start: string | null) => void, erase: () => void): void {
    if (event.altKey || open) return
    const jump = event.ctrlKey || event.metaKey
    const arrow = ARROWS[event.key]
    const along = event.key === 'Tab' ? at.column + (event.shiftKey ? -1 : 1) : undefined
    if (along !== undefined) {
      if (along < 0 || along >= columns) return
      focus({ row: at.row, column: along })
    } else if (arrow) {
      const by = event.key === 'Enter' && event.shiftKey ? [-1, 0] as const : arrow
      focus({ row: at.row + by[0] * (jump ? rows : 1), column: at.column + by[1] * (jump ? columns : 1) })
    } else if (event.key === 'Home' || event.key === 'End') focus({ row: jump ? (event.key === 'Home' ? 0 : rows - 1) : at.row, column: event.key === 'Home' ? 0 : columns - 1 })
    else if (event.key === 'F2') edit(null)
    else if (event.key === 'Delete' || event.key === 'Backspace') erase()
    else if (!jump && event.key.length === 1) edit(event.key)
    else return
    event.preventDefault()
  }

  return { table, at, open, setOpen, setAt, focus, move, onKeyDown }
}
