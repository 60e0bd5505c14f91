import { useState } from 'react'
import { useTranslator } from '../../ui/language.tsx'
import { RevealDialog } from './reveal-dialog.tsx'
import type { Reveal } from './use-children.ts'

/** Shows names for as long as the view is open, after saying what that means; and hides them again. */
export function RevealButton({ reveal, set }: { readonly reveal: Reveal; set(reveal: Reveal): void }) {
  const { t } = useTranslator()
  const [asking, setAsking] = useState(false)
  return (
    <>
      {reveal === 'nothing'
        ? <button type="button" className="end" onClick={() => setAsking(true)}>{t('truth.reveal.show')}</button>
        : <button type="button" className="end" onClick={() => set('nothing')}>{t('truth.reveal.hide')}</button>}
      {asking && <RevealDialog close={() => setAsking(false)} reveal={(chosen) => { set(chosen); setAsking(false) }} />}
    </>
  )
}

/** Says how names are shown now. */
export function RevealNote({ reveal }: { readonly reveal: Reveal }) {
  const { t } = useTranslator()
  return <p className={reveal === 'nothing' ? 'foot soft fine' : 'foot attention fine'}>{t(reveal === 'nothing' ? 'truth.reveal.masked' : 'truth.reveal.shown')}</p>
}
