import { type FormEvent, useState } from 'react'
import { useApi } from '../../ui/api.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { useNotices } from '../../ui/notices.tsx'
import { useCommand } from '../../ui/use-command.ts'

/** Keeps the plan as it stands as a version of a stage: who, and why. */
export function MakeVersion({ stages }: { readonly stages: readonly string[] }) {
  const { t, find } = useTranslator()
  const api = useApi()
  const show = useNotices((state) => state.show)
  const make = useCommand(['version', 'make'], api.version.make.call)
  const [stage, setStage] = useState('')
  const [by, setBy] = useState('')
  const [why, setWhy] = useState('')
  const chosen = stages.includes(stage) ? stage : (stages[0] ?? '')
  const ready = by.trim() !== '' && why.trim() !== '' && chosen !== ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!ready) return
    make.mutate({ stage: chosen, by: by.trim(), why: why.trim() }, { onSuccess: ({ number }) => { setWhy(''); show({ text: t('scenarios.versions.made', { number }), alarm: false }) } })
  }
  if (stages.length === 0) return null
  return (
    <form className="row-form" onSubmit={submit} aria-label={t('scenarios.versions.make')}>
      <label className="field"><span className="fine soft">{t('scenarios.versions.stage')}</span><select value={chosen} onChange={(event) => setStage(event.target.value)}>{stages.map((one) => <option key={one} value={one}>{find(`terms.stages.${one}`) ?? one}</option>)}</select></label>
      <label className="field"><span className="fine soft">{t('scenarios.versions.by')}</span><input type="text" value={by} maxLength={500} placeholder={t('scenarios.versions.byHint')} onChange={(event) => setBy(event.target.value)} /></label>
      <label className="field grow"><span className="fine soft">{t('scenarios.versions.why')}</span><input type="text" value={why} maxLength={500} placeholder={t('scenarios.versions.whyHint')} onChange={(event) => setWhy(event.target.value)} /></label>
      <button type="submit" className="primary" disabled={!ready || make.isPending}>{t('scenarios.versions.make')}</button>
    </form>
  )
}

/** Who locks a version: it cannot be taken back by doing it again, so a name is asked. */
export function SayWho({ busy, done, cancel }: { readonly busy: boolean; done(by: string): void; cancel(): void }) {
  const { t } = useTranslator()
  const [by, setBy] = useState('')
  return (
    <form className="row-form" onSubmit={(event) => { event.preventDefault(); if (by.trim() !== '') done(by.trim()) }}>
      <label className="field"><span className="fine soft">{t('scenarios.versions.lockBy')}</span><input type="text" value={by} maxLength={500} onChange={(event) => setBy(event.target.value)} /></label>
      <button type="submit" disabled={busy || by.trim() === ''}>{t('scenarios.versions.lock')}</button>
      <button type="button" className="quiet-action" onClick={cancel}>{t('scenarios.versions.cancel')}</button>
    </form>
  )
}
