import { number, percent } from '#shared/i18n/format.ts'
import { useApi } from '../../ui/api.tsx'
import { ChartBlock } from '../../ui/chart-table.tsx'
import { errorText } from '../../ui/error-text.ts'
import { CurveChart } from '../../ui/curve-chart.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { changeText } from './change.ts'
import { useStream } from '../../ui/use-stream.ts'
import type { ScenarioOverrides } from './types.ts'


interface MoneyCurveProps {
  readonly scenario?: string | undefined
  readonly source?: string | undefined
  readonly series?: ScenarioOverrides['series'] | undefined
  /** How many points. */
  readonly count: number
}

/** Need and coverage over −60 % … +20 % of the money, drawn as the points are reckoned, with the steps at which something drops out in words. */
export function MoneyCurve({ scenario, source, series, count }: MoneyCurveProps) {
  const translator = useTranslator()
  const { t, language, find } = translator
  const api = useApi()
  const call = (signal: AbortSignal) => api.sensitivity.money.call({ points: count, ...(scenario !== undefined && { scenario }), ...(source !== undefined && { source }), ...(series !== undefined && { series }) }, { signal })
  const { events, state, stale, failed, start, stop } = useStream(call)
  const points = events.flatMap((event) => (event.event === 'point' ? [event.point] : [])).toSorted((a, b) => a.changeBp - b.changeBp)
  const drops = events.flatMap((event) => (event.event === 'done' ? event.dropOuts : [])).toSorted((a, b) => b.from - a.from)
  const known = points.flatMap(({ changeBp, money, outcome }) => (outcome === null ? [] : [{ changeBp, money, outcome }]))
  const moneyless = known.length > 0 && points.every(({ money }) => money === 0)
  const change = (bp: number) => changeText(bp, language)
  const groupName = (group: string | null) => (group === null ? '' : (find(`terms.groups.${group}`) ?? group))
  const table = {
    head: [t('scenarios.curve.change'), t('scenarios.curve.money'), t('scenarios.totals.need'), t('scenarios.totals.funded'), t('scenarios.curve.covered'), ...[1, 2, 3].map((tier) => find(`terms.tiers.${tier}`) ?? '')],
    rows: points.map(({ changeBp, money, outcome }) => [
      change(changeBp), number(money, language),
      ...(outcome === null ? [t('scenarios.curve.impossible'), '', '', '', '', ''] : [
        number(outcome.need, language), number(outcome.funded, language), percent(outcome.coverageBp, language),
        ...[1, 2, 3].map((tier) => percent(outcome.tiers.find((one) => one.tier === tier)?.coverageBp ?? null, language)),
      ]),
    ]),
  }
  const lines = known[0] ? [
    { key: 'all', name: t('scenarios.curve.covered'), strong: true, points: known.map(({ changeBp, outcome }) => ({ x: changeBp, y: outcome.coverageBp ?? 0 })) },
    ...known[0].outcome.tiers.map(({ tier }) => ({
      key: String(tier), name: find(`terms.tiers.${tier}`) ?? '', strong: false,
      points: known.flatMap(({ changeBp, outcome }) => { const y = outcome.tiers.find((one) => one.tier === tier)?.coverageBp; return y === null || y === undefined ? [] : [{ x: changeBp, y }] }),
    })),
  ] : []
  const [first, last] = [known[0], known.at(-1)]
  const spoken = first && last ? t('scenarios.curve.spoken', {
    from: change(first.changeBp), low: percent(first.outcome.coverageBp, language), to: change(last.changeBp), high: percent(last.outcome.coverageBp, language),
  }) : ''
  return (
    <div className="curve">
      <ChartBlock title={t('scenarios.curve.title')} table={points.length > 0 ? table : undefined}>
        {points.length === 0 && state !== 'running' && <p className="soft">{t('scenarios.curve.about')}</p>}
        {moneyless && <p className="attention">● {t('budget.allocate.noMoney')}</p>}
        {known.length > 0 && !moneyless && <CurveChart lines={lines} label={spoken} from={-6_000} to={2_000} tick={change} figure={(bp) => percent(bp, language).replace(/[.,]\d\d%/, '%')} marks={[...new Set(drops.map(({ to }) => to))]} />}
        {points.length > known.length && <p className="fine alarm">▲ {t('scenarios.curve.someImpossible', { count: points.length - known.length })}</p>}
        {failed !== null && <p className="alarm" role="alert">▲ {errorText(failed, translator)}</p>}
        <p role="status" className="acts">
          {state === 'running' ? (
            <><progress value={points.length} max={count} aria-label={t('scenarios.running')} /> {t('scenarios.curve.reckoned', { done: points.length, total: count })} <button type="button" onClick={stop}>{t('scenarios.stop')}</button></>
          ) : <><button type="button" onClick={start}>{t(state === 'idle' ? 'scenarios.curve.start' : 'scenarios.curve.again')}</button> {state === 'stopped' && <span className="attention">{t('scenarios.curve.stopped', { done: points.length, total: count })}</span>}{stale && <span className="attention">▲ {t('scenarios.outdated')}</span>}</>}
        </p>
      </ChartBlock>
      {state !== 'idle' && !moneyless && (
        <section className="block drops">
          <header><h2>{t('scenarios.curve.drops')}</h2></header>
          {drops.length === 0 ? <p className="soft">{t(state === 'running' ? 'scenarios.curve.dropsLater' : state === 'done' ? (known.length === 0 ? 'scenarios.curve.dropsImpossible' : 'scenarios.curve.dropsNone') : 'scenarios.curve.dropsStopped')}</p> : (
            <ul className="drop-list" aria-label={t('scenarios.curve.drops')} tabIndex={0}>
              {drops.map(({ kind, what, tier, group, from, to, before, after }) => (
                <li key={`${kind}/${what}/${tier ?? ''}/${group ?? ''}/${to}`}>
                  <b className="num">{change(from)} → {change(to)}</b>
                  <span>{t(`explain.dropOuts.${kind}.${what}`, { tier: tier ?? '', group: capital(groupName(group)), before: number(before, language), after: number(after, language) })}</span>
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
    </div>
  )
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}
