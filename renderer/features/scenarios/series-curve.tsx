import { number, outOf, percent, shortDate } from '#shared/i18n/format.ts'
import { useApi } from '../../ui/api.tsx'
import { ChartBlock } from '../../ui/chart-table.tsx'
import { errorText } from '../../ui/error-text.ts'
import { useTranslator } from '../../ui/language.tsx'
import { BarChart } from '../../ui/lazy-charts.tsx'
import { useStream } from '../../ui/use-stream.ts'

/** The same plan with each list of children that was brought in: need, what the money reaches, and who is covered. */
export function SeriesCurve({ scenario }: { readonly scenario?: string | undefined }) {
  const translator = useTranslator()
  const { t, language } = translator
  const api = useApi()
  const call = (signal: AbortSignal) => api.sensitivity.series.call(scenario === undefined ? {} : { scenario }, { signal })
  const { events, state, failed, start, stop } = useStream(call)
  const points = events.flatMap((event) => (event.event === 'point' ? [event.point] : []))
  const known = points.flatMap(({ outcome, ...point }) => (outcome === null ? [] : [{ ...point, outcome }]))
  const most = Math.max(1, ...known.map(({ outcome }) => outcome.need))
  const stunted = (point: (typeof known)[number]) => { const group = point.outcome.groups.find((one) => one.group === 'stunted'); return group ? outOf(group.covered, group.total, language) : '–' }
  const label = ({ name, measuredOn, followed }: (typeof known)[number]) => `${name}, ${shortDate(measuredOn, language)}${followed ? ` (${t('scenarios.curve.followed')})` : ''}`
  const table = {
    head: [t('scenarios.curve.series'), t('scenarios.totals.need'), t('scenarios.totals.funded'), t('scenarios.curve.covered'), t('scenarios.curve.stunted')],
    rows: known.map((point) => [label(point), number(point.outcome.need, language), number(point.outcome.funded, language), percent(point.outcome.coverageBp, language), stunted(point)]),
  }
  const bars = known.map((point) => ({
    key: point.series, label: label(point), full: point.outcome.funded / most, part: (point.outcome.need - point.outcome.funded) / most,
    figure: t('scenarios.curve.barFigure', { funded: number(point.outcome.funded, language), need: number(point.outcome.need, language), stunted: stunted(point) }), short: false,
  }))
  return (
    <div className="curve">
      <ChartBlock title={t('scenarios.curve.seriesTitle')} table={known.length > 0 ? table : undefined}>
        {known.length === 0 && state !== 'running' && <p className="soft">{t(state === 'done' ? 'scenarios.curve.seriesNone' : 'scenarios.curve.seriesAbout')}</p>}
        {known.length > 0 && <BarChart bars={bars} label={table.rows.map((row) => row.join(', ')).join('; ')} />}
        {failed !== null && <p className="alarm" role="alert">▲ {errorText(failed, translator)}</p>}
        <p role="status" className="acts">
          {state === 'running' ? <><progress aria-label={t('scenarios.running')} /> {t('scenarios.running')} <button type="button" onClick={stop}>{t('scenarios.stop')}</button></>
            : <button type="button" onClick={start}>{t(state === 'idle' ? 'scenarios.curve.seriesStart' : 'scenarios.curve.seriesAgain')}</button>}
        </p>
      </ChartBlock>
    </div>
  )
}
