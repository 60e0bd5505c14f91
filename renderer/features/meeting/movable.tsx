import { type DragEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslator } from '../../ui/language.tsx'

type Way = 'up' | 'down'

/** Puts rows of a list in another order: by the two buttons of a row, by Alt with an arrow anywhere in it, or by dragging it. The focus goes along. */
export function useMovable(count: number, move: (from: number, to: number) => Promise<unknown> | void) {
  const list = useRef<HTMLOListElement>(null)
  const [dragged, setDragged] = useState<number | null>(null)
  const [moved, setMoved] = useState<{ readonly at: number; readonly way: Way } | null>(null)
  useEffect(() => {
    if (!moved) return
    const row = list.current?.querySelectorAll('[data-row]')[moved.at]
    const button = row?.querySelector<HTMLElement>(`[data-way="${moved.way}"]:not(:disabled)`) ?? row?.querySelector<HTMLElement>('[data-way]:not(:disabled)')
    button?.focus()
  }, [moved])
  const shift = (from: number, to: number, way: Way) => {
    if (to < 0 || to >= count || to === from) return
    void Promise.resolve(move(from, to)).then(() => setMoved({ at: to, way }), () => undefined)
  }
  const row = (at: number) => ({
    'data-row': '', draggable: true,
    onDragStart: (event: DragEvent) => { event.dataTransfer.effectAllowed = 'move'; setDragged(at) },
    onDragEnd: () => setDragged(null),
    onDragOver: (event: DragEvent) => { if (dragged !== null) event.preventDefault() },
    onDrop: (event: DragEvent) => { if (dragged !== null) { event.preventDefault(); shift(dragged, at, at < dragged ? 'up' : 'down') } setDragged(null) },
    onKeyDown: (event: KeyboardEvent) => {
      const way = event.altKey ? ({ ArrowUp: 'up', ArrowDown: 'down' } as const)[event.key] : undefined
      if (!way) return
      event.preventDefault()
      event.stopPropagation()
      shift(at, at + (way === 'up' ? -1 : 1), way)
    },
  })
  return { list, row, shift }
}

/** An order that is kept elsewhere: it stands at once, and the next move goes on from it while the one before is still being written. */
export function useOrder(kept: readonly string[], write: (order: string[]) => Promise<void>) {
  const [asked, setAsked] = useState<{ readonly order: readonly string[]; readonly times: number } | null>(null)
  const latest = useRef(0)
  const order = asked && asked.order.length === kept.length ? asked.order : kept
  const move = (from: number, to: number) => {
    const next = withMoved(order, from, to)
    latest.current += 1
    const times = latest.current
    setAsked({ order: next, times })
    void write(next).catch(() => undefined).finally(() => setAsked((now) => (now?.times === times ? null : now)))
  }
  return { order, move, writing: asked !== null }
}

/** The two buttons of a row. */
export function Moves({ at, count, name, shift }: { readonly at: number; readonly count: number; readonly name: string; shift(from: number, to: number, way: Way): void }) {
  const { t } = useTranslator()
  return (
    <span className="moves">
      {(['up', 'down'] as const).map((way) => (
        <button
          key={way} type="button" className="plain" data-way={way} aria-label={t(`meeting.order.${way}`, { name })} title={`${t(`meeting.order.${way}`, { name })} (Alt+${way === 'up' ? '↑' : '↓'})`}
          disabled={way === 'up' ? at === 0 : at === count - 1} onClick={() => shift(at, at + (way === 'up' ? -1 : 1), way)}
        >{way === 'up' ? '↑' : '↓'}</button>
      ))}
    </span>
  )
}

/** A list with one entry in another place. */
export function withMoved<T>(list: readonly T[], from: number, to: number): T[] {
  const next = [...list]
  next.splice(to, 0, ...next.splice(from, 1))
  return next
}
