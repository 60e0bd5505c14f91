import { type MouseEvent, type PointerEvent, type RefObject, useMemo, useRef } from 'react'
import { type Column, trackStyle, WIDTHS_PX } from './columns.ts'

interface Drag {
  readonly key: string
  readonly startX: number
  readonly startPx: number
  px: number
}

/** Dragging the edge of a column's head resizes it, a double click gives it back its own width. What is dragged is drawn without React; the width is kept when it is let go. */
export function useSizing(sheet: RefObject<HTMLElement | null>, columns: readonly Column[], setWidth: (key: string, px: number | null) => void) {
  const drag = useRef<Drag>(null)
  return useMemo(() => {
    const draw = (shown: readonly Column[]) => {
      for (const [name, value] of Object.entries(trackStyle(shown))) sheet.current?.style.setProperty(name, value)
    }
    const end = () => {
      drag.current = null
      draw(columns)
    }
    return {
      onPointerDown(event: PointerEvent<HTMLElement>) {
        const key = event.currentTarget.dataset['size']
        if (event.button !== 0 || key === undefined) return
        event.preventDefault()
        event.stopPropagation()
        event.currentTarget.setPointerCapture(event.pointerId)
        const startPx = Math.round(event.currentTarget.parentElement?.getBoundingClientRect().width ?? 0)
        drag.current = { key, startX: event.clientX, startPx, px: startPx }
      },
      onPointerMove(event: PointerEvent<HTMLElement>) {
        const dragged = drag.current
        if (!dragged) return
        event.stopPropagation()
        const px = Math.max(WIDTHS_PX.least, Math.min(WIDTHS_PX.most, Math.round(dragged.startPx + event.clientX - dragged.startX)))
        dragged.px = px
        draw(columns.map((column) => (column.key === dragged.key ? { ...column, least: px, track: `${px}px` } : column)))
      },
      onPointerUp(event: PointerEvent<HTMLElement>) {
        const dragged = drag.current
        if (!dragged) return
        event.stopPropagation()
        drag.current = null
        if (dragged.px !== dragged.startPx) setWidth(dragged.key, dragged.px)
      },
      onPointerCancel: end,
      onDoubleClick(event: MouseEvent<HTMLElement>) {
        event.stopPropagation()
        setWidth(event.currentTarget.dataset['size'] ?? '', null)
      },
    }
  }, [sheet, columns, setWidth])
}

export type Sizing = ReturnType<typeof useSizing>
