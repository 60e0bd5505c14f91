import { type PointerEvent, type RefObject, useCallback, useRef } from 'react'
import { useTranslator } from '../../ui/language.tsx'
import { editText, isEditable } from './cells.ts'
import type { Place } from '../../ui/grid-moves.ts'
import type { GridRow } from './rows.ts'
import { gridState, markKey } from './store.ts'

function placeAt(target: EventTarget | null): Place | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-col]') : null
  const row = cell?.closest<HTMLElement>('[data-index]')
  return cell && row ? { row: Number(row.dataset['index']), col: Number(cell.dataset['col']) } : undefined
}

/** Whether the pointer is in the lower half of the row under it. */
function inLowerHalf({ target, clientY }: PointerEvent<HTMLElement>): boolean {
  const box = target instanceof Element ? target.closest('[data-index]')?.getBoundingClientRect() : undefined
  return box !== undefined && clientY > box.top + box.height / 2
}

export type Drop = (activity: string, target: { before: string | null; tier: 1 | 2 | 3 }) => unknown

/** Where a dragged activity would land: before the activity under the pointer, after it in the lower half of its rows, or first in the tier whose heading it is on. */
export function dropAt(index: number, lower: boolean, rows: readonly GridRow[]): { before: string | null; tier: 1 | 2 | 3 } | undefined {
  const row = rows[index]
  if (!row) return undefined
  if (row.kind !== 'tier') {
    const tier = row.activity.lines[0]?.tier ?? 1
    const last = rows.findLastIndex((candidate) => candidate.kind !== 'tier' && candidate.activity.id === row.activity.id)
    if (!lower || index !== last) return { before: row.activity.id, tier }
    const next = rows[last + 1]
    return { before: next && next.kind !== 'tier' ? next.activity.id : null, tier }
  }
  const first = rows.find((candidate) => candidate.kind === 'activity' && candidate.activity.lines[0]?.tier === row.tier)
  return { before: first?.kind === 'activity' ? first.activity.id : null, tier: row.tier }
}

/** Click, Shift+click and dragging select; a double click edits; the triangle of a row folds it. */
export function useGridPointer(grid: RefObject<HTMLElement | null>, drop: Drop) {
  const { language } = useTranslator()
  const dragging = useRef(false)
  const carried = useRef<string>(null)
  const show = useCallback((index: number | undefined, lower = false) => {
    for (const element of grid.current?.querySelectorAll<HTMLElement>('[data-drop]') ?? []) delete element.dataset['drop']
    const element = index === undefined ? undefined : grid.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)
    if (element) element.dataset['drop'] = lower ? 'after' : 'before'
  }, [grid])
  const onPointerDown = useCallback((event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0 || !(event.target instanceof Element) || event.target.closest('input')) return
    if (event.target.closest('[data-grip]')) {
      const row = gridState().rows[placeAt(event.target)?.row ?? -1]
      carried.current = row?.kind === 'activity' ? row.activity.id : null
      event.preventDefault()
      return
    }
    const fold = event.target.closest<HTMLElement>('[data-fold]')?.dataset['fold']
    const state = gridState()
    if (fold !== undefined) {
      const row = state.rows.find(({ key }) => key === fold)
      if (row?.open !== null && row !== undefined) state.fold(fold, !row.open)
      event.preventDefault()
      grid.current?.focus({ preventScroll: true })
      return
    }
    const place = placeAt(event.target)
    if (!place) return
    event.preventDefault()
    grid.current?.focus({ preventScroll: true })
    state.select(place, event.shiftKey)
    dragging.current = true
  }, [grid])
  const onPointerMove = useCallback((event: PointerEvent<HTMLElement>) => {
    if (event.buttons === 0) {
      dragging.current = false
      carried.current = null
      show(undefined)
      return
    }
    const place = placeAt(event.target)
    if (carried.current !== null) show(place?.row, inLowerHalf(event))
    if (!dragging.current) return
    const { active, select } = gridState()
    if (place && (place.row !== active.row || place.col !== active.col)) select(place, true)
  }, [show])
  const onPointerUp = useCallback((event: PointerEvent<HTMLElement>) => {
    dragging.current = false
    const { rows, select } = gridState()
    const activity = carried.current
    carried.current = null
    show(undefined)
    const place = placeAt(event.target)
    if (activity === null) return
    grid.current?.focus({ preventScroll: true })
    // The selection follows the row to where it goes.
    const row = rows.findIndex(({ key }) => key === activity)
    if (row >= 0) select({ row, col: 1 })
    const target = dropAt(place?.row ?? -1, inLowerHalf(event), rows)
    if (target && target.before !== activity) drop(activity, target)
  }, [grid, drop, show])
  const onDoubleClick = useCallback(() => {
    const state = gridState()
    const [row, column] = [state.rows[state.active.row], state.columns[state.active.col]]
    if (row && column && isEditable(row, column)) state.edit(state.marks.get(markKey(row, column))?.text ?? editText(row, column, language), false)
  }, [language])
  return { onPointerDown, onPointerMove, onPointerUp, onDoubleClick }
}
