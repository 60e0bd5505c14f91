import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { number } from '#shared/i18n/format.ts'
import { useApi } from '../../../ui/api.tsx'
import { Failure } from '../../../ui/failure.tsx'
import { useTranslator } from '../../../ui/language.tsx'
import { Message } from '../../../ui/message.tsx'
import type { SeriesSummary } from '../../../ui/trend.ts'
import { KEPT, type Reveal } from '../use-children.ts'
import { BasisTotals } from './basis-totals.tsx'
import { CrossRows, INDEXES, type Narrowed } from './cross-rows.tsx'

const PAGE = 100

interface CrossViewProps {
  readonly series: SeriesSummary
  readonly reveal: Reveal
  open(child: number): void
}

/** The file's z-scores and labels against ours: totals by both, which of the two counts, and each difference with its reason. */
export function CrossView({ series, reveal, open }: CrossViewProps) {
  const { t, language } = useTranslator()
  const [narrowed, setNarrowed] = useState<Narrowed>({})
  const [offset, setOffset] = useState(0)
  const input = { series: series.id, reveal, offset, limit: PAGE, ...(narrowed.index ? { index: narrowed.index } : {}), ...(narrowed.reason ? { reason: narrowed.reason } : {}) }
  const { data, error, refetch } = useQuery({ ...useApi().caseload.crossCheck.queryOptions({ input }), placeholderData: keepPreviousData, gcTime: reveal === 'nothing' ? KEPT : 0 })
  if (error) return <Failure error={error} again={() => void refetch()} />
  if (!data) return <Message title={t('window.states.loading')} />
  const narrow = (change: Narrowed) => { setNarrowed(change); setOffset(0) }
  return (
    <div className="cross">
      <div className="list side">
        <BasisTotals series={series} basis={data.basis} totals={data.totals} />
        <section>
          <h2>{t('truth.cross.reasons')}</h2>
          <ul className="compared soft fine">
            {INDEXES.flatMap((index) => {
              const one = data.compared.find((compared) => compared.index === index)
              return one ? [<li key={index}>{t('truth.cross.differ', { index: t(`truth.cross.indexes.${index}`), differ: number(one.differ, language), both: number(one.both, language) })}</li>] : []
            })}
          </ul>
          <ul className="rule-list flat">
            {data.reasons.map(({ reason, count }) => (
              <li key={reason}>
                <button type="button" aria-pressed={narrowed.reason === reason} onClick={() => narrow(narrowed.reason === reason ? { index: narrowed.index } : { ...narrowed, reason })}>
                  <span className="rule">{t(`validity.reason.${reason}`)}</span><span className="num">{number(count, language)}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      </div>
      <div className="list" tabIndex={0} role="region" aria-label={t('truth.cross.caption')}>
        {data.reasons.length === 0 ? <p className="nothing soft">{t('truth.cross.none')}</p> : (
          <>
            <CrossRows rows={data.rows} narrowed={narrowed} narrow={narrow} open={open} />
            {data.total > PAGE && (
              <p className="foot pages">
                <span className="soft fine">{t('truth.cross.page', { from: number(offset + 1, language), to: number(offset + data.rows.length, language), total: number(data.total, language) })}</span>
                <button type="button" disabled={offset === 0} onClick={() => setOffset(offset - PAGE)}>{t('truth.cross.before')}</button>
                <button type="button" disabled={offset + PAGE >= data.total} onClick={() => setOffset(offset + PAGE)}>{t('truth.cross.next')}</button>
              </p>
            )}
          </>
        )}
      </div>
    </div>
  )
}
