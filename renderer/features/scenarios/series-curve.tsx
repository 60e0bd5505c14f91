import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { SeriesPoint } from '#shared/contract/sensitivity.ts'
import { FAMILIES, type Family, FAMILY_NAMES } from '#shared/domain/target-group.ts'
import { number, outOf, percent, shortDate } from '#shared/i18n/format.ts'
import { useApi } from '../../ui/api.tsx'
import { ChartBlock } from '../../ui/chart-table.tsx'
import { errorText } from '../../ui/error-text.ts'
import { useTranslator } from '../../ui/language.tsx'
import { BarChart } from '../../ui/lazy-charts.ts'
import { useStream } from '../../ui/use-stream.ts'

interface SeriesCurveProps {
  readonly scenario?: string | undefined
}

/** The same plan with each caseload series that was brought in, family by family: a plan takes each family of groups from a series of its own. */
export function SeriesCurve({ scenario }: SeriesCurveProps) {
  const { t } = useTranslator()
  const api = useApi()
  const series = useQuery(api.caseload.list.queryOptions({ input: {} }))
  const [chosen, setChosen] = useState<Family>('child')
  const counted = FAMILY_NAMES.filter((family) => (series.data ?? []).some(({ kind, counts }) => kind !== 'survey' && FAMILIES[family].some((group) => counts[group] !== undefined)))
  const family = counted.includes(chosen) ? chosen : (counted[0] ?? 'child')
  return (
    <div className="curve">
      <FamilyCurve
        key={family} family={family} scenario={scenario}
        choice={(
          <label className="pick-one">{t('scenarios.curve.family')} <select value={family} onChange={(event) => setChosen(FAMILY_NAMES.find((one) => one === event.target.value) ?? 'child')}>
            {(counted.length === 0 ? [family] : counted).map((one) => <option key={one} value={one}>{t(`terms.families.${one}`)}</option>)}
          </select></label>
        )}
      />
    </div>
  )
}

type Known = SeriesPoint & { readonly outcome: NonNullable<SeriesPoint['outcome']> }

/** Need, what the money reaches, and who of the family is covered, with each series of one family. */
function FamilyCurve({ family, scenario, choice }: SeriesCurveProps & { readonly family: Family; readonly choice: ReactNode }) {
  const translator = useTranslator()
  const { t, find, language } = translator
  const api = useApi()
  const call = (signal: AbortSignal) => api.sensitivity.series.call({ family, ...(scenario !== undefined && { scenario }) }, { signal })
  const { events, state, stale, failed, start, stop } = useStream(call)
  const points = events.flatMap((event) => (event.event === 'point' ? [event.point] : []))
  const known = points.flatMap(({ outcome, ...point }): Known[] => (outcome === null ? [] : [{ ...point, outcome }]))
  const most = Math.max(1, ...known.map(({ outcome }) => outcome.need))
  const groups = FAMILIES[family].filter((group) => known.some(({ outcome }) => outcome.groups.some((one) => one.group === group)))
  const covered = ({ outcome }: Known, group: string) => {
    const found = outcome.groups.find((one) => one.group === group)
    return found ? outOf(found.covered, found.total, language) : '–'
  }
  const label = ({ name, measuredOn, followed }: Known) => `${name}, ${shortDate(measuredOn, language)}${followed ? ` (${t('scenarios.curve.followed')})` : ''}`
  const groupName = (group: string) => find(`terms.groups.${group}`) ?? group
  const table = {
    head: [t('scenarios.curve.series'), t('scenarios.totals.need'), t('scenarios.totals.funded'), t('scenarios.curve.covered'), ...groups.map((group) => t('scenarios.curve.groupCovered', { group: groupName(group) }))],
    rows: known.map((point) => [label(point), number(point.outcome.need, language), number(point.outcome.funded, language), percent(point.outcome.coverageBp, language), ...groups.map((group) => covered(point, group))]),
  }
  // For children the one that the plan is about; else the first that a line follows.
  const lead = groups.find((group) => group === 'stunted') ?? groups[0]
  const bars = known.map((point) => ({
    key: point.series, label: label(point), full: point.outcome.funded / most, part: (point.outcome.need - point.outcome.funded) / most,
    figure: [t('scenarios.curve.barFigure', { funded: number(point.outcome.funded, language), need: number(point.outcome.need, language) }), lead === undefined ? '' : `${groupName(lead)} ${covered(point, lead)}`].filter(Boolean).join('; '), short: false,
  }))
  return (
    <ChartBlock title={t('scenarios.curve.seriesTitle')} table={known.length > 0 ? table : undefined}>
      {choice}
      {known.length === 0 && state !== 'running' && <p className="soft">{t(state === 'done' ? 'scenarios.curve.seriesNone' : 'scenarios.curve.seriesAbout')}</p>}
      {known.length > 0 && <BarChart bars={bars} label={table.rows.map((row) => row.join(', ')).join('; ')} />}
      {known.length > 1 && known.every(({ outcome }) => outcome.need === known[0]?.outcome.need) && <p className="fine soft">{t('scenarios.curve.seriesSame')}</p>}
      {failed !== null && <p className="alarm" role="alert">▲ {errorText(failed, translator)}</p>}
      <p role="status" className="acts">
        {state === 'running' ? <><progress aria-label={t('scenarios.running')} /> {t('scenarios.running')} <button type="button" onClick={stop}>{t('scenarios.stop')}</button></>
          : <><button type="button" onClick={start}>{t(state === 'idle' ? 'scenarios.curve.seriesStart' : 'scenarios.curve.seriesAgain')}</button> {stale && <span className="attention">▲ {t('scenarios.outdated')}</span>}</>}
      </p>
    </ChartBlock>
  )
}
