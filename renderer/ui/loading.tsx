import { useTranslator } from './language.tsx'

/** Stands where a list will be, while it is read: an empty place would say that there is nothing. */
export function Loading() {
  const { t } = useTranslator()
  return <p className="soft nothing" role="status">{t('window.states.loading')}</p>
}
