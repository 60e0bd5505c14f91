import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import type { Language } from '#shared/i18n/index.ts'
import { useApi } from '../../ui/api.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { THEMES, type Theme } from '../../ui/frame-preferences.ts'
import { useTranslator } from '../../ui/language.tsx'
import { Signatories } from './signatories.tsx'
import { rowsOf } from './signatory-rows.ts'
import './settings.css'

const PAPERS = ['F4', 'A4'] as const

interface SettingsProps {
  readonly settings: Readonly<Record<string, string>>
  readonly theme: Theme
  setLanguage(language: Language): void
  setTheme(theme: Theme): void
  set(key: string, value: string): void
  close(): void
}

/** Settings of the open file. Each choice is saved as it is made, as a step that can be undone. */
export function SettingsDialog({ settings, theme, setLanguage, setTheme, set, close }: SettingsProps) {
  const { t, language } = useTranslator()
  const id = useId()
  const api = useApi()
  const signatories = useQuery(api.workspace.signatories.queryOptions({ input: {} }))
  return (
    <Dialog title={t('settings.title')} className="settings" close={close}>
      <p className="fine soft">{t('settings.about')}</p>
      <div className="settings-grid">
        <label htmlFor={`${id}-language`}>{t('settings.language')}</label>
        <select id={`${id}-language`} value={language} onChange={(event) => setLanguage(event.target.value === 'en' ? 'en' : 'id')}>
          <option value="id" lang="id">{t('window.language.id')}</option>
          <option value="en" lang="en">{t('window.language.en')}</option>
        </select>
        <label htmlFor={`${id}-theme`}>{t('settings.theme')}</label>
        <select id={`${id}-theme`} value={theme} onChange={(event) => setTheme(THEMES.find((one) => one === event.target.value) ?? 'system')}>
          {THEMES.map((one) => <option key={one} value={one}>{t(`settings.themes.${one}`)}</option>)}
        </select>
        <label htmlFor={`${id}-paper`}>{t('settings.paper')}</label>
        <select id={`${id}-paper`} value={settings['paper'] === 'A4' ? 'A4' : 'F4'} onChange={(event) => set('paper', event.target.value)}>
          {PAPERS.map((one) => <option key={one} value={one}>{t(`settings.papers.${one}`)}</option>)}
        </select>
        <label htmlFor={`${id}-date`}>{t('settings.signedOn')}</label>
        <DateField label={t('settings.signedOn')} labelledFrom={`${id}-date`} value={settings['signed-on'] ?? ''} clearable hint={t('settings.signedOnHint')} save={(date) => set('signed-on', date)} />
        <label htmlFor={`${id}-backup`}>{t('settings.backup')}</label>
        <BackupFolder key={settings['backup-folder']} id={`${id}-backup`} value={settings['backup-folder'] ?? ''} save={(folder) => set('backup-folder', folder)} />
      </div>
      <h3>{t('settings.signatories')}</h3>
      {signatories.data?.map((paper) => <Signatories key={`${paper.sheet}/${rowsOf(paper.people)}`} paper={paper} save={(value) => set(`sign.${paper.sheet}`, value)} />)}
    </Dialog>
  )
}

function BackupFolder({ id, value, save }: { readonly id: string; readonly value: string; save(folder: string): void }) {
  const { t } = useTranslator()
  const [folder, setFolder] = useState(value)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (folder.trim() !== value) save(folder.trim())
  }
  return (
    <form onSubmit={submit}>
      <span className="row">
        <input id={id} value={folder} aria-describedby={`${id}-note`} onChange={(event) => setFolder(event.target.value)} />
        <button type="submit" disabled={folder.trim() === value}>{t('settings.save')}</button>
      </span>
      <p id={`${id}-note`} className="fine soft">{t('settings.backupHint')}</p>
    </form>
  )
}
