import { useQueries } from '@tanstack/react-query'
import { Suspense } from 'react'
import { outOf, percent } from '#shared/i18n/format.ts'
import { useApi } from '../../ui/api.tsx'
import { Failure } from '../../ui/failure.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { TrendChart } from '../../ui/lazy-charts.tsx'
import { Message } from '../../ui/message.tsx'
import { DirectBlock } from './direct.tsx'
import { FactsBlock } from './facts.tsx'
import { GapsBlock } from './gaps.tsx'
import { MoneyBlock } from './money.tsx'
import { NextBlock } from './next-steps.tsx'
import { ReachBlock } from './reach.tsx'
import '../../styles/print.css'
import './summary.css'

/** Ringkasan: the one-page answer, who is reached, who pays, what is missing, what comes next. It prints on one sheet. */
export function SummaryScreen() {
  const { t, language } = useTranslator()
  const api = useApi()
  const [overview, series, summary] = useQueries({
    queries: [api.plan.overview.queryOptions({ input: {} }), api.caseload.list.queryOptions({ input: {} }), api.plan.summary.queryOptions({ input: {} })],
  })
  const failed = overview.error ?? series.error ?? summary.error
  if (failed) return <Failure error={failed} again={() => { void overview.refetch(); void series.refetch(); void summary.refetch() }} />
  if (!overview.data || !series.data || !summary.data) return <Message title={t('window.states.loading')} />
  const { register } = overview.data
  return (
    <section className="summary-page" id="isi" aria-labelledby="summary-title" tabIndex={0}>
      <h1 id="summary-title" className="hidden">{t('summary.title')}</h1>
      <div className="column">
        <ReachBlock reach={overview.data.reach} />
        <MoneyBlock overview={overview.data} />
        <NextBlock overview={overview.data} planId={summary.data.plan.id} />
        <button type="button" className="print-page" onClick={() => window.print()}>{t('summary.print')}</button>
      </div>
      <div className="column">
        <div className="block">
          <Suspense><TrendChart title={t('summary.trend')} series={series.data} /></Suspense>
          {register && (
            <p className="fine soft register">
              {t('summary.register', { percent: percent(register.bp, language), figure: outOf(register.part, register.whole, language), name: register.name })}
            </p>
          )}
        </div>
        <GapsBlock gaps={overview.data.gaps} />
        <DirectBlock spending={overview.data.spending} directShareBp={overview.data.directShareBp} />
        <FactsBlock perChild={overview.data.perChild} danaDesa={overview.data.danaDesa} />
      </div>
    </section>
  )
}
