/** Brings what carries `data-place` of this id into sight and gives it the focus; nothing happens where there is none. */
export function showPlace(place: string): void {
  const here = document.querySelector<HTMLElement>(`main [data-place="${CSS.escape(place)}"]`)
  here?.scrollIntoView({ block: 'nearest' })
  here?.focus({ preventScroll: true })
}
