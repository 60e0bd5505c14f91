import { ratioBp } from '#shared/domain/money.ts'
import type { CountKey } from '#shared/domain/caseload.ts'
import { number, outOf, percent } from '#shared/i18n/format.ts'
import { useTranslator } from '../../ui/language.tsx'
import type { Refused } from '../../ui/rejected.ts'
import type { SeriesSummary } from '../../ui/trend.ts'
import type { CountCell } from './grid/count-cell.ts'
import { PARTS, wholeOf } from './rows.ts'

/** A count, and under it what share of its whole it is; unknown is said, never 0; so is a sum of posyandu, or one that differs. */
export function Shown({ of: { group, counts, count = counts[group], posyanduSum } }: { readonly of: Pick<CountCell, 'group' | 'counts' | 'posyanduSum'> & { readonly count?: number | undefined } }) {
  const { t, language } = useTranslator()
  if (count === undefined) return <span className="faint fine">{t('caseload.unknown')}</span>
  const wholeKey = wholeOf(group)
  const whole = wholeKey && counts[wholeKey]
  // A part larger than its whole is no share of it: both cells say so, and neither says a percentage.
  const tooMany = whole !== undefined && count > whole
  const part = PARTS.find((one) => wholeOf(one) === group)
  const partCount = part && counts[part]
  return (
    <>
      {number(count, language)}
      {whole !== undefined && (tooMany
        ? <small className="alarm"><span aria-hidden="true">▲ </span>{t(`caseload.table.over.${group === 'stunted' ? 'stunted' : 'measured'}`, { whole: number(whole, language) })}</small>
        : <small>{t('caseload.table.stunted', { part: outOf(count, whole, language), percent: percent(ratioBp(count, whole), language) })}</small>
      )}
      {part && partCount !== undefined && partCount > count && (
        <small className="alarm"><span aria-hidden="true">▲ </span>{t(`caseload.table.under.${part === 'stunted' ? 'stunted' : 'measured'}`, { part: number(partCount, language) })}</small>
      )}
      {posyanduSum && (posyanduSum.own
        ? <small className="attention"><span aria-hidden="true">▲ </span>{t('caseload.areas.differs', { sum: number(posyanduSum.sum, language) })}</small>
        : <small>{t('caseload.areas.isSum')}</small>)}
    </>
  )
}

/** A survey's percentage, which stands in the row of what it estimates and nowhere else. */
export function SurveyFigure({ series, group }: { readonly series: Pick<SeriesSummary, 'prevalenceBp'>; readonly group: CountKey }) {
  const { t, language } = useTranslator()
  return group === 'stunted' ? <>{percent(series.prevalenceBp, language)}<small>{t('caseload.table.notSame')}</small></> : null
}

/** What could not be understood, as it was typed, with the reason in words. */
export function Marked({ refused }: { readonly refused: Refused }) {
  const { t } = useTranslator()
  return (
    <span className="marked alarm">
      <span aria-hidden="true">▲ </span>
      {refused.text}
      <small>{t(`caseload.refusal.${refused.code}`, { value: refused.text })}</small>
    </span>
  )
}
