import { trendPoints } from '#shared/domain/trend.ts'
import { date, percent, shortDate } from '#shared/i18n/format.ts'
import { ChartBlock } from '../../ui/chart-table.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { PrevalenceChart, TrendChart } from '../../ui/lazy-charts.ts'
import { useMedia } from '../../ui/use-media.ts'
import { type SeriesSummary, surveysOf } from '../../ui/trend.ts'

/** Rounds that fit beside each other; the table holds all. */
const SHOWN = 8
/** Heights in px where the window is high. */
const HIGH = { trend: 320, prevalence: 400 } as const

/** The stunted children round by round, and the prevalence by rounds beside that of surveys, which never stand on one line. */
export function TrendView({ series }: { readonly series: readonly SeriesSummary[] }) {
  const { t, language } = useTranslator()
  const high = useMedia('(min-height: 900px)')
  const mark = ({ id, name, measuredOn, shareBp }: { readonly id: string; readonly name: string; readonly measuredOn: string; readonly shareBp: number }) =>
    ({ id, name, shareBp, figure: percent(shareBp, language), when: shortDate(measuredOn, language), on: date(measuredOn, language) })
  const rounds = trendPoints(series).flatMap((point) => (point.shareBp === null ? [] : [mark({ ...point, shareBp: point.shareBp })]))
  const surveys = surveysOf(series).toReversed().flatMap((one) => (one.prevalenceBp === null ? [] : [mark({ ...one, shareBp: one.prevalenceBp })]))
  const spoken = (marks: typeof rounds) => marks.map(({ when, name, figure }) => `${name}, ${when}: ${figure}`).join('; ')
  return (
    <div className="trend-view" tabIndex={0} role="region" aria-label={t('caseload.views.trend')}>
      <TrendChart title={t('caseload.trend.title')} series={series} {...(high && { height: HIGH.trend })} />
      {rounds.length + surveys.length > 0 && (
        <ChartBlock
          title={t('truth.trend.title')}
          table={{
            head: [t('truth.growth.series'), t('truth.trend.kind'), t('truth.trend.date'), t('truth.trend.prevalence')],
            rows: [...rounds.map(({ name, on, figure }) => [name, t('truth.trend.round'), on, figure]), ...surveys.map(({ name, on, figure }) => [name, t('truth.trend.survey'), on, figure])],
          }}
        >
          <PrevalenceChart {...(high && { height: HIGH.prevalence })} rounds={rounds.slice(-SHOWN)} surveys={surveys} apart={t('truth.trend.apart')} spoken={t('truth.trend.spoken', { rounds: spoken(rounds) || '–', surveys: spoken(surveys) || '–' })} />
        </ChartBlock>
      )}
    </div>
  )
}
