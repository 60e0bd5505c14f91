import { number, percent, tableFigure } from '#shared/i18n/format.ts'
import { ChartBlock } from '../../ui/chart-table.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { SourceBar } from '../../ui/lazy-charts.tsx'
import { Swatch } from '../../ui/swatch.tsx'
import type { PlanOverview } from './types.ts'

/** Shades of classes: direct ones in the accent, the others in ink, each paler than the one before it, so that they part in grey too. They are no colours of sources. */
function shadeOf(direct: boolean, index: number): string {
  const strength = direct ? Math.max(35, 100 - index * 30) : Math.max(16, 58 - index * 16)
  return `color-mix(in srgb, var(${direct ? '--accent' : '--ink-faint'}) ${strength}%, var(--sheet))`
}

/** Belanja langsung ke sasaran: what every Rp1.000 of the funded money becomes. */
export function DirectBlock({ spending, directShareBp }: Pick<PlanOverview, 'spending' | 'directShareBp'>) {
  const { t, find, language } = useTranslator()
  if (spending.length === 0) {
    return <ChartBlock title={t('summary.direct.title')}><p className="soft empty">{t('summary.direct.none')}</p></ChartBlock>
  }
  const direct = spending.filter((part) => part.direct).length
  const parts = spending.map((part, index) => ({
    ...part, key: part.class, name: find(`terms.spendingClasses.${part.class}`) ?? part.class, value: part.perThousand,
    colour: shadeOf(part.direct, part.direct ? index : index - direct),
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
      <SourceBar thin parts={parts} label={t('summary.direct.spoken', { parts: parts.map(({ name, value }) => `${name} Rp${number(value, language)}`).join('; ') })} />
      <ul className="keys">
        {parts.filter(({ value }) => value > 0).map(({ key, name, value, colour }) => (
          <li key={key}><Swatch colour={colour} /> {name} <span className="num">Rp{number(value, language)}</span></li>
        ))}
      </ul>
    </ChartBlock>
  )
}
