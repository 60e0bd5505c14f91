import { lazy, Suspense } from 'react'
import { useTranslator } from '../../ui/language.tsx'
import { Message } from '../../ui/message.tsx'

const Screen = lazy(() => import('./entry-screen.tsx').then((part) => ({ default: part.EntryScreen })))

/** Entry and comparison in a part of the bundle of their own: nobody needs them to start. */
export function LazyEntryScreen() {
  const { t } = useTranslator()
  return <Suspense fallback={<Message title={t('window.states.loading')} />}><Screen /></Suspense>
}
