import { type ReactNode, useEffect, useRef } from 'react'

interface DialogProps {
  readonly title: string
  readonly wide?: boolean
  readonly children: ReactNode
  close(): void
}

/** The browser's own modal dialog: it keeps the focus inside, gives it back, and closes with Esc. */
export function Dialog({ title, wide = false, children, close }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    const before = document.activeElement
    element?.showModal()
    return () => {
      element?.close()
      if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [])
  return (
    <dialog ref={dialog} className={wide ? 'dialog wide' : 'dialog'} aria-label={title} onCancel={(event) => { event.preventDefault(); close() }} onKeyDown={(event) => event.stopPropagation()}>
      <h2>{title}</h2>
      {children}
    </dialog>
  )
}
