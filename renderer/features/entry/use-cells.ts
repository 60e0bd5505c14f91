import { type KeyboardEvent, useState } from 'react'

const MOVES: Readonly<Record<string, readonly [down: number, across: number]>> = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] }

/** Cells of a table that are one stop of the Tab key; arrows go from cell to cell, Home and End along the row. Cells carry `data-cell="row:column"`. */
export function useCells() {
  const [current, setCurrent] = useState('0:0')
  const go = (table: HTMLElement, row: number, column: number): boolean => {
    const cell = table.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`)
    cell?.focus()
    return cell !== null
  }
  const keys = (event: KeyboardEvent<HTMLElement>): void => {
    const at = (event.target as HTMLElement).dataset['cell']
    if (at === undefined || event.ctrlKey || event.altKey || event.metaKey) return
    const [row = 0, column = 0] = at.split(':').map(Number)
    const move = MOVES[event.key]
    const moved = move ? go(event.currentTarget, row + move[0], column + move[1]) : event.key === 'Home' ? go(event.currentTarget, row, 0) : event.key === 'End' && go(event.currentTarget, row, 7)
    if (move || moved) event.preventDefault()
  }
  return { keys, cell: (row: number, column: number) => ({ 'data-cell': `${row}:${column}`, tabIndex: current === `${row}:${column}` ? 0 : -1, onFocus: () => setCurrent(`${row}:${column}`) }) }
}
