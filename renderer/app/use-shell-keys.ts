import { useEffect } from 'react'

/** Ctrl+K (where there is something to search) and F1 anywhere in the window, also while typing; not over a dialog that is open already. */
export function useShellKeys({ search, help }: { search?(): void; help(): void }): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector('dialog[open]')) return
      const isSearch = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'k'
      if (!isSearch && event.key !== 'F1') return
      event.preventDefault()
      if (isSearch) search?.()
      else help()
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  })
}
