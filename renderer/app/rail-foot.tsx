import { useBackupFailure } from '../ui/backup-failure.ts'
import { FrameHistory, type useHistory } from '../ui/frame-history.tsx'
import { useTranslator } from '../ui/language.tsx'
import { LanguageSwitch } from '../ui/language-switch.tsx'

interface RailFootProps {
  readonly history: ReturnType<typeof useHistory>
  openSettings(): void
  openHelp(): void
}

/** The foot of the rail, with a plan and without one: what is saved, the way back, settings, help, the language. */
export function RailFoot({ history, openSettings, openHelp }: RailFootProps) {
  const { t } = useTranslator()
  const backupFailure = useBackupFailure()
  return (
    <>
      <FrameHistory history={history} />
      {backupFailure && <button type="button" className="rail-action" onClick={openSettings}><span aria-hidden="true" className="alarm">▲</span> <span className="clip alarm">{t('backups.mark')}</span></button>}
      <button type="button" className="rail-action" onClick={openSettings}><span aria-hidden="true">⚙</span> <span className="clip">{t('frame.settings')}</span></button>
      <button type="button" className="rail-action" title={`${t('frame.help')} (F1)`} onClick={openHelp}><span aria-hidden="true">?</span> <span className="clip">{t('frame.help')}</span></button>
      <LanguageSwitch />
    </>
  )
}
