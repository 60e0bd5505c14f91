import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslator } from '../../ui/language.tsx'

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false

interface FileChoiceProps {
  readonly label: string
  readonly accept: string
  /** Name of the file that is being read. */
  readonly reading: string | null
  readonly primary: boolean
  take(file: File): void
  stop(): void
  readonly children?: ReactNode
}

/** Chooses a file, or takes one that is dropped on the window while the part is open; while it is read, that can be stopped. */
export function FileChoice({ label, accept, reading, primary, take, stop, children }: FileChoiceProps) {
  const { t } = useTranslator()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const drop = useEffectEvent((event: DragEvent) => {
    if (!holdsFiles(event)) return
    event.preventDefault()
    setOver(false)
    const [file] = event.dataTransfer?.files ?? []
    if (file) take(file)
  })
  useEffect(() => {
    const onOver = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const onLeave = (event: DragEvent) => { if (event.relatedTarget === null) setOver(false) }
    const onDrop = (event: DragEvent) => drop(event)
    window.addEventListener('dragover', onOver)
    window.addEventListener('dragleave', onLeave)
    window.addEventListener('drop', onDrop)
    return () => {
      window.removeEventListener('dragover', onOver)
      window.removeEventListener('dragleave', onLeave)
      window.removeEventListener('drop', onDrop)
    }
  }, [])
  return (
    <div className="file-choice">
      {reading === null
        ? <button type="button" className={primary ? 'primary' : undefined} onClick={() => input.current?.click()}>{label}</button>
        : <><progress aria-label={t('entry.reading', { file: reading })} /> <span role="status">{t('entry.reading', { file: reading })}</span> <button type="button" onClick={stop}>{t('entry.stop')}</button></>}
      <input
        ref={input} type="file" hidden accept={accept} aria-label={label}
        onChange={(event) => { const [file] = event.target.files ?? []; event.target.value = ''; if (file) take(file) }}
      />
      {children}
      {over && <div className="dropping"><strong>{t('entry.drop')}</strong></div>}
    </div>
  )
}
