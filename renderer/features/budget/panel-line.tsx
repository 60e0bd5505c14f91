import { useQuery } from '@tanstack/react-query'
import type { PlanLine, PlanSummary } from '#shared/contract/plan.ts'
import type { PerChild } from '#shared/domain/per-child.ts'
import { familyOf, type TargetGroup } from '#shared/domain/target-group.ts'
import { date, number, percent, quantities, rupiah } from '#shared/i18n/format.ts'
import { unitWord } from '#shared/i18n/units.ts'
import { useApi } from '../../ui/api.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { volumeText } from './cells.ts'
import type { Source } from './types.ts'

/** The formula of a line with its numbers. */
export function FormulaPart({ line }: { readonly line: PlanLine }) {
  const { t, language } = useTranslator()
  const cut = line.cutBy === null ? undefined : line.quantities[line.cutBy]
  return (
    <div className="equation">
      {volumeText(line, language)} × {rupiah(line.unitPrice, language)}<br />
      = {line.need === null ? t('budget.unknownNeed') : <strong>{rupiah(line.need, language)}</strong>}
      {cut && line.unitCost !== null && <span className="soft"> ({t('budget.panel.unitCost', { amount: rupiah(line.unitCost, language), unit: unitWord(cut.unit, language) })})</span>}
    </div>
  )
}

/** What the help comes to for one child, with its sum. */
export function PerChildPart({ figure }: { readonly figure: PerChild | null }) {
  const { t, find, language } = useTranslator()
  if (!figure) return null
  const group = find(`terms.groups.${figure.group}`) ?? figure.group
  const values = { group, amount: rupiah(figure.amount, language), months: number(figure.months ?? 0, language), over: quantities(figure.over, language) }
  return <p className="soft fine">{figure.months !== null ? t('budget.panel.perChildMonth', values) : figure.over.length > 0 ? t('budget.panel.perChildOver', values) : t('budget.panel.perChildOnce', values)}</p>
}

/** Exact ceil(count × share) without leaving whole numbers. */
function shareCeil(count: number, shareBp: number): number {
  return Number((BigInt(count) * BigInt(shareBp) + 9_999n) / 10_000n)
}

/** Where a driven number comes from: the series, its date, its denominator, what others serve; and what another series would make of it. */
export function Counting({ line, summary }: { readonly line: PlanLine; readonly summary: PlanSummary }) {
  const translator = useTranslator()
  const { t, language } = translator
  const api = useApi()
  const series = useQuery(api.caseload.list.queryOptions({ input: {} }))
  const index = line.quantities.findIndex((quantity) => 'driver' in quantity)
  const driven = line.quantities[index]
  if (!driven || !('driver' in driven) || !series.data) return null
  const group = driven.driver
  const term = (key: TargetGroup) => translator.find(`terms.groups.${key}`) ?? key
  const followed = series.data.find(({ name }) => name === summary.plan.series[familyOf(group)])
  const count = followed?.counts[group]
  const served = driven.served.reduce((sum, entry) => sum + entry.units, 0)
  const others = series.data.filter((candidate) => candidate !== followed && candidate.counts[group] !== undefined).slice(0, 2)
  const { measured, targeted } = followed?.counts ?? {}
  return (
    <section>
      <h3>{t('budget.panel.from', { figure: `${driven.now === null ? '…' : number(driven.now, language)} ${unitWord(driven.unit, language, driven.now)}` })}</h3>
      {count === undefined ? <p className="attention">{t(driven.now === null ? 'budget.panel.noCountNone' : 'budget.panel.noCount', { group: term(group) })}</p> : (
        <dl>
          <dt>{term(group)}</dt>
          <dd>{group === 'stunted' && measured !== undefined ? `${t('budget.panel.measured', { part: number(count, language), whole: number(measured, language) })} (${percent(followed?.stuntedBp ?? null, language)})` : number(count, language)}</dd>
          {group === 'stunted' && measured !== undefined && targeted !== undefined && <><dt>{translator.find('terms.denominators.measured')}</dt><dd>{t('budget.panel.targeted', { part: number(measured, language), whole: number(targeted, language) })}</dd></>}
          {driven.shareBp !== 10_000 && <><dt>×</dt><dd>{t('budget.panel.share', { percent: percent(driven.shareBp, language), count: number(count, language) })}</dd></>}
          {driven.served.map((entry) => <div className="line" key={`${entry.by}/${entry.date}`}>{t('budget.panel.servedBy', { units: number(entry.units, language), by: entry.by })}</div>)}
        </dl>
      )}
      {followed && <p className="soft fine">{t('budget.panel.series', { series: followed.name, date: date(followed.measuredOn, language) })}</p>}
      {others.map((other) => {
        const n = Math.max(0, shareCeil(other.counts[group] ?? 0, driven.shareBp) - served)
        const need = line.quantities.reduce((product, quantity, at) => product * BigInt(at === index ? n : (quantity.now ?? 0)), BigInt(line.unitPrice))
        return (
          <p className="fine" key={other.id}>
            <span className="soft">{t('budget.panel.alternative', { series: other.name })}:</span> {t('budget.panel.alternativeNeed', { count: number(n, language), unit: unitWord(driven.unit, language, n), need: rupiah(Number(need), language) })}
          </p>
        )
      })}
    </section>
  )
}

/** What a price rests on, and how sure that is. */
export function PricePart({ line }: { readonly line: PlanLine }) {
  const { t, find, language } = useTranslator()
  const basis = line.priceBasis
  const confidence = basis && find(`terms.confidence.${basis.confidence}`)
  const basisText = basis && [basis.source, basis.date && date(basis.date, language), basis.source.toLowerCase() === confidence ? '' : confidence].filter(Boolean).join(' · ')
  return (
    <section>
      <h3>{t('budget.panel.price')}</h3>
      <p>{rupiah(line.unitPrice, language)}</p>
      <p className="soft fine">{basis ? basisText : t('budget.panel.noBasis')}</p>
    </section>
  )
}

/** Who pays how much of a line, and how far that reaches. */
export function AllocationPart({ line, sources }: { readonly line: PlanLine; readonly sources: readonly Source[] }) {
  const { t, language } = useTranslator()
  const cut = line.cutBy === null ? undefined : line.quantities[line.cutBy]
  const paying = sources.filter(({ label }) => (line.bySource[label] ?? 0) > 0)
  return (
    <section>
      <h3>{t('budget.panel.allocation')}</h3>
      {paying.length === 0 ? <p className="soft">{t('budget.panel.unfunded')}</p> : (
        <dl>
          {paying.map((source) => <Paid key={source.id} name={source.name} amount={rupiah(line.bySource[source.label] ?? 0, language)} />)}
        </dl>
      )}
      {cut && line.units !== null && <p className="soft">{t('budget.panel.funded', { funded: number(line.fundedUnits, language), units: number(line.units, language), unit: unitWord(cut.unit, language, line.units) })}</p>}
    </section>
  )
}

function Paid({ name, amount }: { readonly name: string; readonly amount: string }) {
  return <><dt>{name}</dt><dd>{amount}</dd></>
}
