import { lazy, Suspense } from 'react'
import { useTranslator } from '../../ui/language.tsx'
import { Message } from '../../ui/message.tsx'

const Submissions = lazy(() => import('./submissions-screen.tsx').then((part) => ({ default: part.SubmissionsScreen })))
const Package = lazy(() => import('./package-screen.tsx').then((part) => ({ default: part.PackageScreen })))

/** Kiriman, in a part of the bundle of its own: villages never see it. */
export function LazySubmissionsScreen() {
  const { t } = useTranslator()
  return <Suspense fallback={<Message title={t('window.states.loading')} />}><Submissions /></Suspense>
}

/** The package of a village's plan. */
export function LazyPackageScreen() {
  const { t } = useTranslator()
  return <Suspense fallback={<Message title={t('window.states.loading')} />}><Package /></Suspense>
}
