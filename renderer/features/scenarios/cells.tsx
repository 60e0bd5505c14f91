import { number } from '#shared/i18n/format.ts'
import { useTranslator } from '../../ui/language.tsx'
import { signed } from './change.ts'
import type { CompareReport } from './report.ts'

/** What has no figure: not reckoned yet, or nothing can satisfy the scenario. */
export function NotYet({ report, index }: { readonly report: CompareReport; readonly index: number }) {
  const { t } = useTranslator()
  return <span className="faint">{t(report.variants[index]?.impossible === true ? 'scenarios.impossibleCell' : 'scenarios.unknown')}</span>
}

/** A difference to the plan under its figure, with its sign; its colour says which way is good. */
export function Delta({ before, after, good = 'more' }: { readonly before: number; readonly after: number; readonly good?: 'more' | 'less' | 'none' }) {
  const { language } = useTranslator()
  if (before === after) return null
  const tone = good === 'none' ? 'soft' : (after > before) === (good === 'more') ? 'good' : 'alarm'
  return <span className={`delta ${tone}`}>{signed(after - before, (value) => number(value, language))}</span>
}
