import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { Family } from '#shared/domain/target-group.ts'
import { useApi } from '../../../ui/api.tsx'
import { Failure } from '../../../ui/failure.tsx'
import { useTranslator } from '../../../ui/language.tsx'
import { Message } from '../../../ui/message.tsx'
import type { SeriesSummary } from '../../../ui/trend.ts'
import { counts, familyRows } from '../rows.ts'
import { CompareTable } from './compare-table.tsx'

interface CompareViewProps {
  readonly series: readonly SeriesSummary[]
  choose(series: SeriesSummary, family: Family): void
}

/** What the plan would be by each series, beside each other, before one is adopted. */
export function CompareView({ series, choose }: CompareViewProps) {
  const { t } = useTranslator()
  const id = useId()
  const families = familyRows(series).filter((rows) => series.some((one) => one.kind !== 'survey' && counts(one, rows))).map((rows) => rows.family)
  const [picked, setPicked] = useState<Family>('child')
  const family = families.includes(picked) ? picked : families[0]
  const { data, error, refetch } = useQuery({ ...useApi().caseload.compareSeries.queryOptions({ input: { family: family ?? 'child' } }), enabled: family !== undefined })
  if (error) return <Failure error={error} again={() => void refetch()} />
  if (family === undefined) return <p className="nothing soft">{t('truth.compare.none')}</p>
  return (
    <div className="truth">
      <div className="filters">
        <label htmlFor={id}>{t('truth.compare.family')}</label>
        <select id={id} value={family} onChange={(event) => setPicked(families.find((one) => one === event.target.value) ?? 'child')}>
          {families.map((one) => <option key={one} value={one}>{t(`terms.families.${one}`)}</option>)}
        </select>
      </div>
      {!data ? <Message title={t('window.states.loading')} /> : data.choices.length === 0 ? <p className="nothing soft">{t('truth.compare.none')}</p> : (
        <div className="list" tabIndex={0} role="region" aria-label={t('truth.compare.caption')}>
          <CompareTable compared={data} choose={(chosen) => { const one = series.find((summary) => summary.id === chosen); if (one) choose(one, family) }} />
        </div>
      )}
      <p className="foot fine soft">{t('truth.compare.note')}</p>
    </div>
  )
}
