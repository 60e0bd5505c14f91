import { useState } from 'react'
import { useTranslator } from '../../ui/language.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import type { Reveal } from './use-children.ts'

/** Says in words what showing names means, and takes the choice. */
export function RevealDialog({ close, reveal }: { close(): void; reveal(chosen: Reveal): void }) {
  const { t } = useTranslator()
  const [nik, setNik] = useState(false)
  return (
    <Dialog className="caseload-dialog" title={t('caseload.children.revealTitle')} close={close}>
      <p>{t('caseload.children.revealText')}</p>
      <label className="check"><input type="checkbox" checked={nik} onChange={(event) => setNik(event.target.checked)} /> {t('caseload.children.revealNik')}</label>
      <div className="buttons">
        <button type="button" onClick={close}>{t('caseload.actions.cancel')}</button>
        <button type="button" className="primary" onClick={() => reveal(nik ? 'names_and_nik' : 'names')}>{t('caseload.children.revealYes')}</button>
      </div>
    </Dialog>
  )
}
