import { lazy, Suspense } from 'react'
import { useTranslator } from '../../ui/language.tsx'
import { Message } from '../../ui/message.tsx'

const Screen = lazy(() => import('./consolidation-screen.tsx').then((part) => ({ default: part.ConsolidationScreen })))

/** Konsolidasi, in a part of the bundle of its own: villages never see it. */
export function LazyConsolidationScreen() {
  const { t } = useTranslator()
  return <Suspense fallback={<Message title={t('window.states.loading')} />}><Screen /></Suspense>
}
