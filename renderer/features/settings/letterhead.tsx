import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useId, useRef, useState } from 'react'
import { useApi } from '../../ui/api.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { smallPicture } from './small-picture.ts'

/** What the office's papers begin with: its lines, its address, its emblem. Empty lines: the usual ones. */
export function Letterhead({ set }: { set(key: string, value: string): void }) {
  const { t } = useTranslator()
  const api = useApi()
  const id = useId()
  const picker = useRef<HTMLInputElement>(null)
  const { data } = useQuery(api.workspace.letterhead.queryOptions({ input: {} }))
  const setLogo = useCommand(['workspace', 'setLogo'], (file: File | null) => api.workspace.setLogo.call({ file }))
  const take = async (file: File | undefined) => {
    if (file) setLogo.mutate(await smallPicture(file))
    if (picker.current) picker.current.value = ''
  }
  if (!data) return null
  return (
    <section className="letterhead" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{t('settings.letterhead.title')}</h3>
      <p className="fine soft">{t('settings.letterhead.about')}</p>
      <div className="letterhead-grid">
        <Lines key={`lines/${data.lines.join('\n')}`} label={t('settings.letterhead.lines')} hint={t('settings.letterhead.linesHint')} value={data.lines} usual={data.usual} save={(text) => set('letterhead.lines', text)} />
        <Lines key={`address/${data.address.join('\n')}`} label={t('settings.letterhead.address')} hint={t('settings.letterhead.addressHint')} value={data.address} usual={[]} save={(text) => set('letterhead.address', text)} />
        <span id={`${id}-logo`}>{t('settings.letterhead.logo')}</span>
        <div className="emblem">
          {data.logo ? <img src={data.logo.src} alt={t('settings.letterhead.logoNow')} /> : <span className="soft fine">{t('settings.letterhead.none')}</span>}
          <input ref={picker} type="file" accept="image/png,image/jpeg" hidden aria-hidden="true" tabIndex={-1} onChange={(event) => void take(event.target.files?.[0])} />
          <button type="button" disabled={setLogo.isPending} onClick={() => picker.current?.click()}>{t(data.logo ? 'settings.letterhead.change' : 'settings.letterhead.choose')}</button>
          {data.logo && <button type="button" className="plain" disabled={setLogo.isPending} onClick={() => setLogo.mutate(null)}>{t('settings.letterhead.remove')}</button>}
          <small className="fine soft">{t('settings.letterhead.logoHint')}</small>
        </div>
      </div>
    </section>
  )
}

interface LinesProps {
  readonly label: string
  readonly hint: string
  readonly value: readonly string[]
  /** Shown where nothing is typed. */
  readonly usual: readonly string[]
  save(text: string): void
}

/** Rows of text that are saved when the field is left. Its key is what it began with. */
function Lines({ label, hint, value, usual, save }: LinesProps) {
  const id = useId()
  const before = value.join('\n')
  const [typed, setTyped] = useState(before)
  const leave = (event: FormEvent) => {
    event.preventDefault()
    const text = typed.split('\n').map((line) => line.trim()).filter((line) => line !== '').join('\n')
    if (text !== before) save(text)
  }
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <div>
        <textarea id={id} rows={Math.max(2, usual.length)} value={typed} placeholder={usual.join('\n')} maxLength={600} aria-describedby={`${id}-hint`} onChange={(event) => setTyped(event.target.value)} onBlur={leave} />
        <small className="fine soft" id={`${id}-hint`}>{hint}</small>
      </div>
    </>
  )
}
