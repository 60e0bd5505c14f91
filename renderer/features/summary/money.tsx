import { number, rupiah, tableFigure } from '#shared/i18n/format.ts'
import { ChartBlock } from '../../ui/chart-table.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { StepBars } from '../../ui/lazy-charts.ts'
import { sourceColour, UNFUNDED } from '../../ui/source-colours.ts'
import { unfundedTail } from './gap-text.ts'
import type { PlanOverview } from './types.ts'

/** Kebutuhan dan sumbernya: what each source pays and what no source pays, each part where the one before ends, with what is left of each source. */
export function MoneyBlock({ overview }: { readonly overview: PlanOverview }) {
  const translator = useTranslator()
  const { t, language } = translator
  const { sources, need, gap } = overview
  const shown = sources.filter(({ spent, hasCeiling }) => spent > 0 || hasCeiling)
  const missing = sources.length - shown.length
  const parts = [
    ...shown.map(({ label, name, code, spent, left, onBudget }) => ({
      key: label, name, value: spent, colour: sourceColour(code), note: onBudget ? undefined : t('summary.money.offBudget'),
      tail: t(left < 0 ? 'summary.money.overBy' : 'summary.money.leftOf', { amount: number(Math.abs(left), language) }), tailTone: left < 0 ? ('alarm' as const) : undefined,
    })),
    ...(gap > 0 ? [{ key: 'unfunded', name: t('summary.money.unfunded'), value: gap, colour: UNFUNDED, tone: 'alarm' as const, tail: unfundedTail(sources, translator) }] : []),
  ]
  const whole = Math.max(1, parts.reduce((sum, { value }) => sum + value, 0))
  const steps = parts.map(({ value, ...part }, index) => ({
    ...part, from: parts.slice(0, index).reduce((sum, before) => sum + before.value, 0) / whole, share: value / whole, figure: tableFigure(value, language),
  }))
  const spoken = t('summary.money.spoken', {
    need: rupiah(need, language),
    parts: parts.filter(({ value }) => value > 0).map(({ name, value }) => t('summary.money.spokenPart', { name, amount: rupiah(value, language) })).join('; '),
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
      {(need > 0 || shown.length > 0) && <StepBars whole={{ name: t('summary.money.need'), figure: tableFigure(need, language) }} steps={steps} label={spoken} />}
      {missing > 0 && <p className="fine soft">{t('summary.money.noCeiling', { count: missing })}</p>}
    </ChartBlock>
  )
}
