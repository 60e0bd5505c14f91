import { number, percent, tableFigure } from '#shared/i18n/format.ts'
import { ChartBlock } from '../../ui/chart-table.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { StepBars } from '../../ui/lazy-charts.ts'
import type { PlanOverview } from './types.ts'

/** Belanja langsung ke sasaran: what every Rp1.000 of the funded money becomes. */
export function DirectBlock({ spending, directShareBp }: Pick<PlanOverview, 'spending' | 'directShareBp'>) {
  const { t, find, language } = useTranslator()
  if (spending.length === 0) {
    return <ChartBlock title={t('summary.direct.title')}><p className="soft empty">{t('summary.direct.none')}</p></ChartBlock>
  }
  const parts = spending.map((part) => ({
    ...part, key: part.class, name: find(`terms.spendingClasses.${part.class}`) ?? part.class, value: part.perThousand,
  }))
  const shown = parts.filter(({ value }) => value > 0)
  // Each class on a line of its own with its name: no shade has to be told from another, on paper either.
  const bars = shown.map(({ key, name, value, direct }, index) => ({
    key, name, figure: `Rp${number(value, language)}`, colour: `var(${direct ? '--accent' : '--ink-faint'})`,
    from: shown.slice(0, index).reduce((sum, before) => sum + before.value, 0) / 1_000, share: value / 1_000,
  }))
  const perDirect = parts.filter((part) => part.direct)
  const names = perDirect.map(({ name }) => name)
  const listed = names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${t('summary.gaps.and')} ${names.at(-1) ?? ''}`
  const table = {
    head: [t('summary.direct.class'), t('summary.direct.amount'), t('summary.direct.perThousand')],
    rows: parts.map(({ name, amount, perThousand }) => [name, tableFigure(amount, language), tableFigure(perThousand, language)]),
  }
  return (
    <ChartBlock title={t('summary.direct.title')} table={table}>
      <p className="lead">
        <strong>{percent(directShareBp, language)}</strong>
        <span className="soft">
          {t('summary.direct.ofFunded')}. {names.length > 0 && t('summary.direct.sentence', { amount: perDirect.reduce((total, { value }) => total + value, 0), names: listed })}
        </span>
      </p>
      <StepBars
        whole={{ name: t('summary.direct.ofEach'), figure: `Rp${number(1_000, language)}` }} steps={bars}
        label={t('summary.direct.spoken', { parts: parts.map(({ name, value }) => `${name} Rp${number(value, language)}`).join('; ') })}
      />
    </ChartBlock>
  )
}
