import { shortDate } from '#shared/i18n/format.ts'
import { useTranslator } from '../../ui/language.tsx'
import type { SeriesSummary } from '../../ui/trend.ts'

/** Head of a column: what the series is called, of what kind, of which day and from where; its name opens what can be changed. */
export function SeriesHead({ series, change }: { readonly series: SeriesSummary; change(): void }) {
  const { t, language } = useTranslator()
  const { kind, name, measuredOn, source } = series
  return (
    <th scope="col" className={kind === 'survey' ? 'head survey' : 'head'}>
      <button type="button" className="plain" aria-label={t('caseload.table.menu', { series: name })} title={t('caseload.table.menu', { series: name })} onClick={change}>{name}</button>
      <span className="kind">{t(`caseload.kinds.${kind}`)} · {shortDate(measuredOn, language)}</span>
      {kind === 'survey' ? <span className="attention">{t('caseload.table.notSame')}</span> : source !== name && <span className="from">{t('caseload.table.source', { source })}</span>}
    </th>
  )
}
