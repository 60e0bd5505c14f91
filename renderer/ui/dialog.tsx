import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useTranslator } from './language.tsx'

/** A native modal dialog: Esc and the cross close it, and the focus goes back to where it was. */
export function Dialog({ title, className, close, children }: { readonly title: string; readonly className?: string; close(): void; readonly children: ReactNode }) {
  const { t } = useTranslator()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const before = document.activeElement
    const element = dialog.current
    element?.showModal()
    // React takes `autofocus` for itself, so the dialog cannot see it.
    element?.querySelector<HTMLElement>('[data-focus]')?.focus()
    return () => {
      element?.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={dialog} className={className} aria-labelledby={id}
      onCancel={(event) => { event.preventDefault(); close() }}
    >
      <header>
        <h2 id={id}>{title}</h2>
        <button type="button" className="plain" aria-label={t('frame.close')} onClick={close}>×</button>
      </header>
      {children}
    </dialog>
  )
}
