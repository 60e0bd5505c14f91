import { useTranslator } from '../../ui/language.tsx'
import type { Opening } from './use-opening.ts'

/** What is being done here, how far it is where that is known, and a way to stop it. */
export function Progress({ at, opening, stoppable = false }: { readonly at: string; readonly opening: Opening; readonly stoppable?: boolean }) {
  const { t, find } = useTranslator()
  const { busy } = opening
  if (busy?.at !== at) return null
  const { phase, done, total } = busy
  return (
    <div className="progress" role="status">
      <progress {...(done === null || total === null ? {} : { value: done, max: total })} aria-label={t('home.busy.opening')} />
      <span>{find(`home.busy.${phase}`, { done: (done ?? 0) + 1, total: total ?? 0 }) ?? t('home.busy.opening')}</span>
      {stoppable && <button type="button" onClick={() => opening.stop()}>{t('home.busy.stop')}</button>}
    </div>
  )
}
