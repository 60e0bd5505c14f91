import { lazy, Suspense } from 'react'
import { useTranslator } from '../../ui/language.tsx'
import { Message } from '../../ui/message.tsx'

const Screen = lazy(() => import('./meeting-screen.tsx').then((part) => ({ default: part.MeetingScreen })))

/** The meeting in a part of the bundle of its own: it is held once or twice a year. */
export function LazyMeetingScreen() {
  const { t } = useTranslator()
  return <Suspense fallback={<Message title={t('window.states.loading')} />}><Screen /></Suspense>
}
