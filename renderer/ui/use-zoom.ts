import { type RefObject, useEffect, useState } from 'react'

export type Zoom = 'fit' | '75' | '100' | '150'

const PIXELS_PER_MM = 96 / 25.4
/** Room beside the paper, in pixels. */
const ROOM = 40

/** Factor by which paper of a width (millimetres) is drawn: a fixed one, or as wide as the element that holds it. */
export function useZoom(holder: RefObject<HTMLElement | null>, width: number, zoom: Zoom): number {
  const [room, setRoom] = useState(0)
  useEffect(() => {
    const element = holder.current
    if (!element) return undefined
    const observer = new ResizeObserver(() => setRoom(element.clientWidth - ROOM))
    observer.observe(element)
    return () => observer.disconnect()
  }, [holder])
  if (zoom !== 'fit') return Number(zoom) / 100
  return room > 0 ? Math.min(1.5, Math.max(0.3, room / (width * PIXELS_PER_MM))) : 0.7
}
