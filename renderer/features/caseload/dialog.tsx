import { type ReactNode, useEffect, useId, useRef } from 'react'

/** A native dialog over the screen; Esc and `close` end it, and the focus goes back to where it was. */
export function Dialog({ title, close, children }: { readonly title: string; close(): void; readonly children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const { current } = dialog
    current?.showModal()
    return () => current?.close()
  }, [])
  return (
    <dialog className="caseload-dialog" ref={dialog} aria-labelledby={id} onCancel={(event) => { event.preventDefault(); close() }}>
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>
  )
}
