import { type ReactNode, useRef } from 'react'
import { useTranslator } from '../../ui/language.tsx'
import { useFilesDrop } from '../../ui/use-files-drop.ts'

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
  const over = useFilesDrop(([file]) => { if (file) take(file) })
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
