/** Puts a text into the clipboard the way Ctrl+C does: that needs no permission in either host. @returns whether it was taken */
export function copyText(text: string): boolean {
  const put = (event: ClipboardEvent) => {
    event.preventDefault()
    event.stopImmediatePropagation()
    event.clipboardData?.setData('text/plain', text)
  }
  document.addEventListener('copy', put, { capture: true, once: true })
  const done = document.execCommand('copy')
  document.removeEventListener('copy', put, { capture: true })
  return done
}
