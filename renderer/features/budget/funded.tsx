import { ratioBp } from '#shared/domain/money.ts'
import { NOTHING, percent, tableFigure } from '#shared/i18n/format.ts'
import { useTranslator } from '../../ui/language.tsx'
import type { Figures } from './rows.ts'

/** What is funded, as a figure and as a bar of the need. A need that is not known has no bar: an empty one would say that all of it is missing. */
export function Funded({ figures }: { readonly figures: Figures }) {
  const { t, language } = useTranslator()
  const amount = tableFigure(figures.funded, language)
  const share = ratioBp(figures.funded, figures.need)
  if (share === null) return <span className={amount === NOTHING ? 'faint' : 'good'}>{amount}</span>
  return (
    <span className="both" title={`${amount} (${percent(share, language)})`}>
      <span className="cover" aria-hidden="true"><i style={{ width: `${Math.min(100, share / 100)}%` }} /></span>
      <span className={amount === NOTHING ? 'amount faint' : 'amount good'}>{amount}</span>
      <span className="hidden">, {t('budget.fundedShare', { percent: percent(share, language) })}</span>
    </span>
  )
}
