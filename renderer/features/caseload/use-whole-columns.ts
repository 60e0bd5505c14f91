import { type RefObject, useLayoutEffect, useRef } from 'react'

/**
 * Widens the columns of a table of counts so that the last one in sight ends at the edge of what scrolls it: none stands there as a sliver.
 * The table must be as wide as its columns ask for, in an element of its own that scrolls; its first column stays. Where all columns fit, or
 * not even one does, they keep their widths.
 */
export function useWholeColumns(table: RefObject<HTMLTableElement | null>): void {
  // What the widths were last given for: a row that grows changes no column.
  const given = useRef('')
  useLayoutEffect(() => {
    const element = table.current
    const scroller = element?.parentElement
    if (!element || !scroller) return undefined
    const fit = () => {
      const heads = [...(element.tHead?.rows[0]?.cells ?? [])]
      const state = () => `${scroller.clientWidth}/${heads.length}/${element.offsetWidth}`
      if (state() === given.current) return
      for (const head of heads) head.style.minWidth = ''
      const widths = heads.map((head) => head.getBoundingClientRect().width)
      const more = roomPerColumn(widths, scroller.clientWidth)
      if (more > 0) heads.forEach((head, index) => { if (index > 0) head.style.minWidth = `${(widths[index] ?? 0) + more}px` })
      given.current = state()
    }
    fit()
    const observer = new ResizeObserver(fit)
    observer.observe(scroller)
    observer.observe(element)
    return () => observer.disconnect()
  }, [table])
}

/** What each column after the first may be wider, so that a whole number of them fills the width; in pixels. */
export function roomPerColumn([first = 0, ...columns]: readonly number[], width: number): number {
  let whole = 0
  let used = first
  for (const column of columns) {
    if (used + column > width) return whole === 0 ? 0 : (width - used) / whole
    used += column
    whole += 1
  }
  return 0
}
