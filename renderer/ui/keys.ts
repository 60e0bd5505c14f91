const TEXT_TYPES: ReadonlySet<string> = new Set(['text', 'search', 'number', 'email', 'tel', 'url', 'password', 'date', 'month', 'time'])

/** True where keys belong to what has the focus: a text field, or an open dialog. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.closest('dialog')) return true
  return target.isContentEditable || target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && TEXT_TYPES.has(target.type))
}
