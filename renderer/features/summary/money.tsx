import { number, rupiah, tableFigure } from '#shared/i18n/format.ts'
import { ChartBlock } from '../../ui/chart-table.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { SourceBar } from '../../ui/lazy-charts.tsx'
import { Swatch } from '../../ui/swatch.tsx'
import { sourceColour, UNFUNDED } from '../../ui/source-colours.ts'
import type { PlanOverview } from './types.ts'

/** Kebutuhan dan sumbernya: what each source pays and what no source pays, as one bar, with what is left of each. */
export function MoneyBlock({ overview }: { readonly overview: PlanOverview }) {
  const { t, language } = useTranslator()
  const { sources, need, gap } = overview
  const shown = sources.filter(({ spent, hasCeiling }) => spent > 0 || hasCeiling)
  const missing = sources.length - shown.length
  const parts = [
    ...shown.map(({ label, name, code, spent }) => ({ key: label, name, value: spent, colour: sourceColour(code) })),
    { key: '', name: t('summary.money.unfunded'), value: gap, colour: UNFUNDED },
  ].filter(({ value }) => value > 0)
  const spoken = t('summary.money.spoken', {
    need: rupiah(need, language), parts: parts.map(({ name, value }) => t('summary.money.spokenPart', { name, amount: rupiah(value, language) })).join('; '),
  })
  const rows = [
    ...shown.map(({ name, spent, left }) => [name, tableFigure(spent, language), tableFigure(left, language)]),
    [t('summary.money.unfunded'), tableFigure(gap, language), ''],
  ]
  const table = {
    head: [t('summary.money.source'), t('summary.money.spent'), t('summary.money.left')], rows, foot: [t('summary.money.need'), tableFigure(need, language), ''],
  }
  return (
    <ChartBlock title={t('summary.money.title')} table={need > 0 || shown.length > 0 ? table : undefined}>
      {need === 0 && shown.length === 0 && <p className="soft empty">{t('summary.money.empty')}</p>}
      <SourceBar parts={parts} label={spoken} />
      <ul className="money">
        {shown.map(({ label, name, code, spent, left, onBudget }) => (
          <li key={label}>
            <Swatch colour={sourceColour(code)} />
            <span>{name}{!onBudget && <small> {t('summary.money.offBudget')}</small>}</span>
            <span className="num">{tableFigure(spent, language)}</span>
            <span className={left < 0 ? 'num fine alarm' : 'num fine soft'}>{t('summary.money.leftOf', { amount: number(left, language) })}</span>
          </li>
        ))}
        {gap > 0 && (
          <li>
            <Swatch colour={UNFUNDED} />
            <span>{t('summary.money.unfunded')}</span>
            <span className="num alarm">{number(gap, language)}</span>
            <span className="num fine soft">{t('summary.money.noSource')}</span>
          </li>
        )}
      </ul>
      {missing > 0 && <p className="fine soft">{t('summary.money.noCeiling', { count: missing })}</p>}
    </ChartBlock>
  )
}
