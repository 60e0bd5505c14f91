import { useQueries } from '@tanstack/react-query'
import { trendPoints } from '#shared/domain/trend.ts'
import { outOf, percent } from '#shared/i18n/format.ts'
import { useApi } from '../../ui/api.tsx'
import { Failure } from '../../ui/failure.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { TrendChart } from '../../ui/lazy-charts.ts'
import { Message } from '../../ui/message.tsx'
import { useMedia } from '../../ui/use-media.ts'
import { ActivitiesBlock } from './activities.tsx'
import { DirectBlock } from './direct.tsx'
import { FactsBlock } from './facts.tsx'
import { GapsBlock } from './gaps.tsx'
import { MoneyBlock } from './money.tsx'
import { NextBlock } from './next-steps.tsx'
import { ReachBlock } from './reach.tsx'
import '../../styles/print.css'
import './summary.css'

/** Height of the trend where there is room, in px. */
const WIDE_TREND = 330

/** Ringkasan: the one-page answer, who is reached, who pays, what is missing, what comes next. It prints on one sheet. */
export function SummaryScreen() {
  const { t, language } = useTranslator()
  const api = useApi()
  const [overview, series, summary] = useQueries({
    queries: [api.plan.overview.queryOptions({ input: {} }), api.caseload.list.queryOptions({ input: {} }), api.plan.summary.queryOptions({ input: {} })],
  })
  const wide = useMedia('(min-width: 1680px)')
  const failed = overview.error ?? series.error ?? summary.error
  if (failed) return <Failure error={failed} again={() => { void overview.refetch(); void series.refetch(); void summary.refetch() }} />
  if (!overview.data || !series.data || !summary.data) return <Message title={t('window.states.loading')} />
  const { register } = overview.data
  const reach = <ReachBlock key="reach" reach={overview.data.reach} />
  const money = <MoneyBlock key="money" overview={overview.data} />
  const next = (
    <div key="next">
      <NextBlock overview={overview.data} planId={summary.data.plan.id} />
      <button type="button" className="print-page" onClick={() => window.print()}>{t('summary.print')}</button>
    </div>
  )
  const trend = (
    <div className="block" key="trend">
      <TrendChart title={t('summary.trend')} series={series.data} {...(wide && { height: WIDE_TREND })} />
      {register && (
        <p className="fine soft register">
          {register.part > register.whole
            ? t('summary.registerOver', { figure: outOf(register.part, register.whole, language), name: register.name })
            : t('summary.register', { percent: percent(register.bp, language), figure: outOf(register.part, register.whole, language), name: register.name })}
        </p>
      )}
    </div>
  )
  const gaps = <GapsBlock key="gaps" gaps={overview.data.gaps} />
  const direct = <DirectBlock key="direct" spending={overview.data.spending} directShareBp={overview.data.directShareBp} />
  const facts = <FactsBlock key="facts" perChild={overview.data.perChild} danaDesa={overview.data.danaDesa} />
  const activities = <ActivitiesBlock key="activities" />
  // They stand where there is room: beside a trend, or in its place.
  const [below, instead] = trendPoints(series.data).length > 1 ? [[activities], []] : [[], [activities]]
  const columns = wide ? [[reach, money, ...below], [trend, gaps, ...instead], [next, direct, facts]] : [[reach, money, next], [trend, gaps, direct, facts]]
  return (
    <section className={wide ? 'summary-page wide' : 'summary-page'} id="isi" aria-labelledby="summary-title" tabIndex={0}>
      <h1 id="summary-title" className="hidden">{t('summary.title')}</h1>
      {columns.map((blocks) => <div className="column" key={blocks[0]?.key}>{blocks}</div>)}
    </section>
  )
}
