import { useQueries } from '@tanstack/react-query'
import type { z } from 'zod'
import type { seriesSummary } from '#shared/contract/caseload.ts'
import type { PlanLine, planSource, PlanSummary } from '#shared/contract/plan.ts'
import { DIRECT_CLASSES, SPENDING_CLASSES } from '#shared/domain/plan.ts'
import { nameBeside } from '#shared/domain/source-name.ts'
import { date, number, outOf, percent, rupiah } from '#shared/i18n/format.ts'
import { unitWord } from '#shared/i18n/units.ts'
import { useApi } from './api.tsx'
import { useTranslator } from './language.tsx'
import { byActivity, type StripPart } from './strip-parts.ts'
import { hrefOf } from './route.ts'

export type StripFigure = 'need' | 'funded' | 'gap' | 'children' | 'direct' | 'cadres'

interface ExplainedProps {
  readonly figure: StripFigure
  readonly label: string
  readonly value: string
  readonly summary: PlanSummary
  close(): void
}

/** How a figure of the strip came about: the parts that sum to it, each leading to its place, and the caseload data with its date. */
export function StripExplained({ figure, label, value, summary, close }: ExplainedProps) {
  const { t } = useTranslator()
  const api = useApi()
  const [lines, sources, series] = useQueries({
    queries: [api.plan.lines.queryOptions({ input: {} }), api.plan.sources.queryOptions({ input: {} }), api.caseload.list.queryOptions({ input: {} })],
  })
  if (!lines.data || !sources.data || !series.data) return <p className="soft">{t('window.states.loading')}</p>
  return (
    // A part that leads elsewhere closes what it stands in.
    <div onClick={(event) => event.target instanceof Element && event.target.closest('a') && close()}>
      <h2>{label} <b>{value}</b></h2>
      <Parts figure={figure} summary={summary} lines={lines.data} sources={sources.data} />
      <FollowedSeries summary={summary} series={series.data} />
    </div>
  )
}

interface PartsProps {
  readonly figure: StripFigure
  readonly summary: PlanSummary
  readonly lines: readonly PlanLine[]
  readonly sources: readonly z.infer<typeof planSource>[]
}

function Parts({ figure, summary, lines, sources }: PartsProps) {
  const { t, language } = useTranslator()
  const money = (amount: number) => number(amount, language)
  const unknown = lines.filter((line) => line.need === null)
  if (figure === 'need') {
    return (
      <>
        <PartTable title={t('frame.strip.need')} parts={byActivity(lines, (line) => line.need ?? 0)} sum={summary.need} />
        {unknown.length > 0 && <p className="fine attention">{t('frame.strip.linesUnknown', { lines: unknown.map((line) => line.description).join(', ') })}</p>}
      </>
    )
  }
  if (figure === 'gap') return <PartTable title={t('frame.strip.gap')} parts={byActivity(lines, (line) => line.gap)} sum={summary.gap} />
  if (figure === 'funded') {
    const parts = sources.filter((source) => source.spent > 0).map((source) => ({ key: source.id, name: [source.label, nameBeside(source.label, source.name)].filter((part) => part !== '').join(' · '), href: hrefOf('sumber', source.id), amount: source.spent }))
    return (
      <>
        <PartTable title={t('frame.strip.funded')} parts={parts} sum={summary.funded} />
        <PartTable title={t('frame.strip.fundedFor')} parts={byActivity(lines, (line) => line.funded)} sum={summary.funded} />
      </>
    )
  }
  if (figure === 'direct') {
    const { direct, total, bp, withServiceBp } = summary.shareOfFunded
    const parts = SPENDING_CLASSES.filter((kind) => DIRECT_CLASSES.has(kind)).map((kind) => ({
      key: kind, name: t(`terms.spendingClasses.${kind}`), href: undefined, amount: lines.filter((line) => line.spendingClass === kind).reduce((sum, line) => sum + line.funded, 0),
    })).filter((part) => part.amount > 0)
    return (
      <>
        <PartTable title={t('frame.strip.direct')} parts={parts} sum={direct} />
        <PartTable title={t('frame.strip.directFor')} parts={byActivity(lines, (line) => (DIRECT_CLASSES.has(line.spendingClass) ? line.funded : 0))} sum={direct} />
        <p>{t('frame.strip.directSay', { direct: rupiah(direct, language), total: rupiah(total, language) })}</p>
        {bp !== null && <p className="soft">{t('frame.strip.thousand', { part: money(Math.round(bp / 10)) })}</p>}
        {withServiceBp !== null && <p className="soft">{t('frame.strip.withService', { share: percent(withServiceBp, language) })}</p>}
      </>
    )
  }
  const { children, cadres } = summary
  const isChildren = figure === 'children'
  const helping = lines.filter((line) => isChildren
    ? DIRECT_CLASSES.has(line.spendingClass) && line.quantities.some((quantity) => 'driver' in quantity && (quantity.driver === 'stunted' || quantity.driver === 'severely_stunted'))
    : line.spendingClass === 'cadre_incentive')
  const say = isChildren
    ? children.total === null ? t('frame.strip.childrenUnknown') : t('frame.strip.childrenSay', { covered: children.covered, total: children.total, partly: children.partly })
    : cadres.total === null ? t('frame.strip.cadresUnknown') : t('frame.strip.cadresSay', { receiving: cadres.receiving, total: cadres.total })
  return (
    <>
      <p>{say}</p>
      <ul className="parts">
        {helping.map((line) => {
          const cut = line.cutBy === null ? undefined : line.quantities[line.cutBy]
          return (
            <li key={line.id}>
              <a href={hrefOf('anggaran', line.id)}>{line.description}</a>
              <span className="num">{line.units === null ? t('frame.strip.notCounted') : t('frame.strip.ofUnits', { funded: outOf(line.fundedUnits, line.units, language), unit: unitWord(cut?.unit ?? '', language, line.units) })}</span>
            </li>
          )
        })}
        {helping.length === 0 && <li className="soft">{t('frame.strip.none')}</li>}
      </ul>
    </>
  )
}

function PartTable({ title, parts, sum }: { readonly title: string; readonly parts: readonly StripPart[]; readonly sum: number }) {
  const { t, language } = useTranslator()
  return (
    <table className="ledger">
      <caption>{title}</caption>
      <tbody>
        {parts.map((part) => (
          <tr key={part.key}>
            <th scope="row">{part.href ? <a href={part.href}>{part.name}</a> : part.name}</th>
            <td className="num">{number(part.amount, language)}</td>
          </tr>
        ))}
        {parts.length === 0 && <tr><td colSpan={2} className="soft">{t('frame.strip.none')}</td></tr>}
      </tbody>
      <tfoot><tr className="total"><th scope="row">{t('frame.strip.sum')}</th><td className="num">{number(sum, language)}</td></tr></tfoot>
    </table>
  )
}

/** The series that the plan follows, by family, with the day of their counts. */
function FollowedSeries({ summary, series }: { readonly summary: PlanSummary; readonly series: readonly z.infer<typeof seriesSummary>[] }) {
  const { t, language } = useTranslator()
  const followed = [...new Set(Object.values(summary.plan.series))].map((name) => series.find((one) => one.name === name)).filter((one) => one !== undefined)
  return (
    <>
      <h3>{t('frame.strip.series')}</h3>
      <ul className="parts">
        {followed.map((one) => <li key={one.id}><a href={hrefOf('sasaran', one.id)}>{one.name}</a> <span className="soft">{date(one.measuredOn, language)}</span></li>)}
        {followed.length === 0 && <li className="soft">{t('window.top.noSeries')}</li>}
      </ul>
    </>
  )
}
