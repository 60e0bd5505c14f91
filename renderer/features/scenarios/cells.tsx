import { number } from '#shared/i18n/format.ts'
import { useTranslator } from '../../ui/language.tsx'
import { signed } from './change.ts'

/** What is not reckoned yet: no figure stands in its place. */
export function NotYet() {
  const { t } = useTranslator()
  return <span className="faint">{t('scenarios.unknown')}</span>
}

/** A difference to the plan under its figure, with its sign; its colour says which way is good. */
export function Delta({ before, after, good = 'more' }: { readonly before: number; readonly after: number; readonly good?: 'more' | 'less' | 'none' }) {
  const { language } = useTranslator()
  if (before === after) return null
  const tone = good === 'none' ? 'soft' : (after > before) === (good === 'more') ? 'good' : 'alarm'
  return <span className={`delta ${tone}`}>{signed(after - before, (value) => number(value, language))}</span>
}
