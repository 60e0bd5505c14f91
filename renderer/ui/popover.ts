const GAP = 4
const EDGE = 8

/** Puts a popover under what opened it, inside the window; what does not fit scrolls in it. */
export function placeUnder(popover: HTMLElement, opener: HTMLElement | null): void {
  if (!opener) return
  const { left, bottom } = opener.getBoundingClientRect()
  const { clientWidth, clientHeight } = document.documentElement
  const top = Math.min(bottom + GAP, Math.max(EDGE, clientHeight - 160))
  const { style } = popover
  style.left = `${Math.max(EDGE, Math.min(left, clientWidth - popover.offsetWidth - EDGE))}px`
  style.top = `${top}px`
  style.maxHeight = `${clientHeight - top - EDGE}px`
}
