import { useRef } from 'react'
import { useTranslator } from '../../ui/language.tsx'

/** Opens the system's choice of package files, or of a folder with them. */
export function PickFiles({ disabled, take }: { readonly disabled: boolean; take(files: readonly File[]): void }) {
  const { t } = useTranslator()
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const chosen = (input: HTMLInputElement | null) => {
    const list = [...(input?.files ?? [])]
    if (input) input.value = ''
    take(list)
  }
  return (
    <>
      <button type="button" className="primary" disabled={disabled} onClick={() => files.current?.click()}>{t('submissions.choose')}</button>
      <button type="button" disabled={disabled} onClick={() => folder.current?.click()}>{t('submissions.chooseFolder')}</button>
      <input ref={files} type="file" multiple hidden accept=".gz" aria-label={t('submissions.choose')} onChange={() => chosen(files.current)} />
      <input ref={folder} type="file" multiple hidden aria-label={t('submissions.chooseFolder')} onChange={() => chosen(folder.current)} {...{ webkitdirectory: '' }} />
    </>
  )
}
