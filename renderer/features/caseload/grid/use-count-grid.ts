import { type ClipboardEvent, type KeyboardEvent, type PointerEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { useTranslator } from '../../../ui/language.tsx'
import { useNotices } from '../../../ui/notices.tsx'
import { readBlock, writeBlock } from '../../../ui/clipboard-block.ts'
import { type Area, areaBetween, moved, type Place } from '../../../ui/grid-moves.ts'
import { copiedText, type CountCell } from './count-cell.ts'
import type { Typing } from './use-typing.ts'

/** Rows that Page Up and Page Down go. */
const PAGE = 12

interface CountGridOptions {
  readonly table: RefObject<HTMLTableElement | null>
  readonly cells: readonly (readonly CountCell[])[]
  readonly typing: Typing
  /** A block that was pasted on this part of the table. */
  paste(block: readonly (readonly string[])[], area: Area): void
}

const placeOf = (target: EventTarget | null): Place | undefined => {
  const [row, col] = (target instanceof Element ? (target.closest<HTMLElement>('[data-cell]')?.dataset['cell'] ?? '') : '').split('/')
  return row === undefined || row === '' || col === undefined ? undefined : { row: Number(row), col: Number(col) }
}

/** The keys and the pointer of a spreadsheet over a table of counts: one cell has the focus, a range may be chosen from it, one may be open. */
export function useCountGrid({ table, cells, typing, paste }: CountGridOptions) {
  const { t, language } = useTranslator()
  const show = useNotices((state) => state.show)
  const dragging = useRef(false)
  const focusNext = useRef(false)
  // After Esc, Tab leaves the table instead of going to the next cell.
  const leaving = useRef(false)
  const [{ at, anchor }, setChosen] = useState<{ readonly at: Place; readonly anchor: Place }>({ at: { row: 0, col: 0 }, anchor: { row: 0, col: 0 } })
  const [open, setOpen] = useState<(Place & { readonly start: string }) | undefined>()
  const size = { rows: cells.length, columns: cells[0]?.length ?? 0 }
  const area = areaBetween(anchor, at)
  const cell = cells[at.row]?.[at.col]
  const chosenCells = () => cells.slice(area.top, area.bottom + 1).map((row) => row.slice(area.left, area.right + 1))

  // Once the cell is drawn as the one in the tab order.
  useLayoutEffect(() => {
    if (!focusNext.current || open) return
    focusNext.current = false
    table.current?.querySelector<HTMLElement>(`[data-cell="${at.row}/${at.col}"]`)?.focus()
  }, [table, at, open])

  function select(place: Place, extend = false): void {
    focusNext.current = true
    leaving.current = false
    const next = { row: Math.max(0, Math.min(size.rows - 1, place.row)), col: Math.max(0, Math.min(size.columns - 1, place.col)) }
    setChosen((before) => ({ at: next, anchor: extend ? before.anchor : next }))
  }

  function edit(start?: string): void {
    if (!cell) return
    if (!cell.typed) {
      show({ text: t(cell.series.kind === 'survey' ? 'caseload.table.surveyReadOnly' : 'caseload.table.readOnly', { series: cell.series.name }), alarm: false })
      return
    }
    const own = cell.posyanduSum?.own === false ? undefined : cell.count
    setOpen({ ...at, start: start ?? typing.marked[cell.key]?.text ?? String(own ?? '') })
  }

  /** Arrows, Home and End, Ctrl with them, Shift for a range, Tab along the row (out at its end, or after Esc); typing and F2 open the cell, Delete empties the range. */
  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (open || event.altKey || event.nativeEvent.isComposing || !placeOf(event.target)) return
    const ctrl = event.ctrlKey || event.metaKey
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
    const filled = (place: Place) => cells[place.row]?.[place.col]?.count !== undefined
    const target = moved(event.key, ctrl, at, size, PAGE, filled)
    if (event.key === 'Tab') {
      const col = at.col + (event.shiftKey ? -1 : 1)
      if (leaving.current || col < 0 || col >= size.columns) return
      select({ row: at.row, col })
    } else if (target) select(target, event.shiftKey)
    else if (event.key === 'Enter') select({ row: at.row + (event.shiftKey ? -1 : 1), col: at.col })
    else if (ctrl && key === 'a') {
      focusNext.current = true
      setChosen({ anchor: { row: 0, col: 0 }, at: { row: size.rows - 1, col: size.columns - 1 } })
    } else if (event.key === 'Escape') {
      select(at)
      leaving.current = true
    } else if (event.key === 'F2') edit()
    else if (event.key === 'Delete' || event.key === 'Backspace') typing.erase(chosenCells().flat())
    else if (!ctrl && event.key.length === 1) edit(event.key)
    else return
    event.preventDefault()
  }

  function copy(event: ClipboardEvent): void {
    if (open) return
    event.preventDefault()
    event.clipboardData.setData('text/plain', writeBlock(chosenCells().map((row) => row.map((one) => typing.marked[one.key]?.text ?? copiedText(one, language)))))
  }

  return {
    at, area, open, edit, select,
    /** Closes the open cell; `back` gives the focus to its place in the table. */
    close(back: boolean): void {
      focusNext.current = back
      setOpen(undefined)
    },
    /** For the table: everything that happens in its cells. */
    handlers: {
      onKeyDown, onCopy: copy,
      onCut: (event: ClipboardEvent) => { if (!open) { copy(event); typing.erase(chosenCells().flat()) } },
      onPaste: (event: ClipboardEvent) => {
        if (open) return
        event.preventDefault()
        paste(readBlock(event.clipboardData.getData('text/plain')), area)
      },
      // A cell that gets the focus by other ways than these, as by Tab from outside.
      onFocus: (event: { readonly target: EventTarget }) => {
        const place = placeOf(event.target)
        if (place && !open && (place.row !== at.row || place.col !== at.col)) setChosen({ at: place, anchor: place })
      },
      onPointerDown: (event: PointerEvent) => {
        const place = placeOf(event.target)
        if (event.button !== 0 || !place || (event.target instanceof Element && event.target.closest('input, button'))) return
        event.preventDefault()
        dragging.current = true
        select(place, event.shiftKey)
      },
      onPointerMove: (event: PointerEvent) => {
        if (event.buttons === 0) dragging.current = false
        const place = dragging.current ? placeOf(event.target) : undefined
        if (place && (place.row !== at.row || place.col !== at.col)) select(place, true)
      },
      onPointerUp: () => { dragging.current = false },
      onDoubleClick: (event: { readonly target: EventTarget | null }) => { if (placeOf(event.target)) edit() },
    },
  }
}

export type CountGrid = ReturnType<typeof useCountGrid>
