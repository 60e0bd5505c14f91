import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Consolidation } from '#shared/contract/consolidation.ts'
import { ratioBp } from '#shared/domain/money.ts'
import { MOST_RANKED, type RankedFigures, type Ranking, RANKINGS, rankVillages } from '#shared/domain/village-ranking.ts'
import { NOTHING, number, outOf, percent, rupiah, tableFigure } from '#shared/i18n/format.ts'
import { useApi } from '../../ui/api.tsx'
import { ChartBlock } from '../../ui/chart-table.tsx'
import { Failure } from '../../ui/failure.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { BarChart } from '../../ui/lazy-charts.ts'
import { Message } from '../../ui/message.tsx'

/** The villages where most is to be done, as bars; their table has them all. */
export function RankingView({ data }: { readonly data: Consolidation }) {
  const { t, language } = useTranslator()
  const api = useApi()
  const [by, setBy] = useState<Ranking>('gap')
  const list = useQuery(api.exchange.villages.queryOptions({ input: {} }))
  if (list.error) return <Failure error={list.error} again={() => void list.refetch()} />
  if (!list.data) return <Message title={t('window.states.loading')} />
  const all = rankVillages(list.data.villages, by)
  const shown = all.slice(0, MOST_RANKED)
  const share = ({ funded, need }: RankedFigures) => percent(ratioBp(funded ?? 0, need ?? 0), language)
  const counted = ({ stunted, measured }: RankedFigures) => (measured === null ? number(stunted ?? 0, language) : outOf(stunted ?? 0, measured, language))
  const figure = { gap: (one: RankedFigures) => rupiah(one.gap ?? 0, language), share, stunted: counted }[by]
  const longest = Math.max(1, ...shown.map((one) => (by === 'gap' ? one.gap : one.stunted) ?? 0))
  const part = (one: RankedFigures) => (by === 'share' ? (one.funded ?? 0) / (one.need ?? 1) : ((by === 'gap' ? one.gap : one.stunted) ?? 0) / longest)
  const bars = shown.map((one) => ({ key: one.code, label: `${one.name}, ${one.district}`, full: part(one), part: 0, figure: figure(one), short: false }))
  const table = {
    head: [t('consolidation.ranking.village'), t('consolidation.columns.need'), t('consolidation.columns.funded'), t('consolidation.columns.gap'), t('consolidation.columns.share'), t('consolidation.ranking.counted')],
    rows: all.map((one, index) => [
      `${number(index + 1, language)}. ${one.name}, ${one.district}`, tableFigure(one.need ?? 0, language), tableFigure(one.funded ?? 0, language), tableFigure(one.gap ?? 0, language), one.need ? share(one) : NOTHING, one.stunted === null ? NOTHING : counted(one),
    ]),
  }
  const title = t(`consolidation.ranking.${by}`)
  return (
    <>
      <div className="by" role="group" aria-label={t('consolidation.ranking.label')}>
        <span className="soft">{t('consolidation.ranking.label')}</span>
        {RANKINGS.map((one) => <button type="button" key={one} className="choice" aria-pressed={by === one} onClick={() => setBy(one)}>{t(`consolidation.ranking.${one}`)}</button>)}
      </div>
      <div className="scroll" role="region" aria-label={t('consolidation.views.ranking')} tabIndex={0}>
        {all.length === 0 ? <p className="soft">{t('consolidation.ranking.none')}</p> : (
          <ChartBlock key={by} title={title} table={table} of={t('consolidation.ranking.of', { received: data.received, villages: data.villages, year: data.fiscalYear })}>
            <BarChart bars={bars} missing={by !== 'share'} label={bars.map((bar) => `${bar.label} ${bar.figure}`).join('; ')} />
            {all.length > shown.length && <p className="fine soft more">{t('consolidation.ranking.more', { shown: shown.length, all: all.length })}</p>}
          </ChartBlock>
        )}
      </div>
    </>
  )
}
