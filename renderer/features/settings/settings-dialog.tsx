import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { THEMES } from '#shared/domain/theme.ts'
import { useApi } from '../../ui/api.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useTranslator } from '../../ui/language.tsx'
import type { usePreferences } from '../../ui/preferences.ts'
import { Backups } from './backups.tsx'
import { Letterhead } from './letterhead.tsx'
import { Signatories } from './signatories.tsx'
import { rowsOf } from './signatory-rows.ts'
import './settings.css'

const PAPERS = ['F4', 'A4'] as const

interface SettingsProps {
  readonly settings: Readonly<Record<string, string>>
  readonly preferences: ReturnType<typeof usePreferences>
  /** False where there is no plan whose papers would be signed. */
  readonly papers?: boolean
  set(key: string, value: string): void
  close(): void
}

/** Settings of the window and of the open file. Each choice is saved as it is made. */
export function SettingsDialog({ settings, preferences, papers = true, set, close }: SettingsProps) {
  const { t } = useTranslator()
  const { language, theme, setLanguage, setTheme } = preferences
  const id = useId()
  const api = useApi()
  const signatories = useQuery({ ...api.workspace.signatories.queryOptions({ input: {} }), enabled: papers })
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
      </div>
      {papers && <Letterhead set={set} />}
      <Backups folder={settings['backup-folder'] ?? ''} setFolder={(folder) => set('backup-folder', folder)} restored={close} />
      {papers && <section aria-labelledby={`${id}-signs`}>
        <h3 id={`${id}-signs`}>{t('settings.signatories')}</h3>
        {signatories.data?.map((paper) => <Signatories key={`${paper.sheet}/${rowsOf(paper.people)}`} paper={paper} save={(value) => set(`sign.${paper.sheet}`, value)} />)}
      </section>}
    </Dialog>
  )
}
