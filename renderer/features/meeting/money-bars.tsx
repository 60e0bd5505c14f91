import { rupiah } from '#shared/i18n/format.ts'
import { useTranslator } from '../../ui/language.tsx'
import { WallBars } from './wall-bars.tsx'

interface Side {
  readonly name: string
  readonly funded: number
  readonly gap: number
}

/** Need, as it is paid and not paid, before and after: what everybody takes in before reading a figure. */
export function MoneyBars({ sides, title }: { readonly sides: readonly Side[]; readonly title?: string }) {
  const { t, language } = useTranslator()
  const bars = sides.map(({ name, funded, gap }) => ({ key: name, name, filled: funded, rest: gap, figure: t('meeting.chart.short', { amount: rupiah(gap, language) }) }))
  const label = sides.map(({ name, funded, gap }) => t('meeting.chart.says', { name, funded: rupiah(funded, language), gap: rupiah(gap, language) })).join('. ')
  return <WallBars filled={t('meeting.chart.funded')} rest={t('meeting.chart.gap')} missing bars={bars} label={label} title={title} />
}
