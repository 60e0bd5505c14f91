import { number } from '#shared/i18n/format.ts'
import { unitWord } from '#shared/i18n/units.ts'
import { ChartBlock } from '../../ui/chart-table.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { HatchBar } from '../../ui/lazy-charts.ts'
import { hrefOf } from '../../ui/route.ts'
import { sentences } from './gap-text.ts'
import type { Gap } from './types.ts'

/** Belum terdanai, terbesar: the three worst gaps, each with what would close it; each leads to its line. */
export function GapsBlock({ gaps }: { readonly gaps: readonly Gap[] }) {
  const translator = useTranslator()
  const { t, language } = translator
  const name = (gap: Gap) => gap.unit === '' ? gap.name : t('summary.gaps.missing', { name: gap.name, missing: number(gap.missing, language), units: number(gap.units, language), unit: unitWord(gap.unit, language, gap.units) })
  const longest = Math.max(1, ...gaps.map(({ gap }) => gap))
  const table = {
    head: [t('summary.gaps.line'), t('summary.gaps.amount'), t('summary.gaps.perUnit')],
    rows: gaps.map((gap) => [name(gap), number(gap.gap, language), number(gap.unitCost, language)]),
  }
  return (
    <ChartBlock title={t('summary.gaps.title')} table={gaps.length > 0 ? table : undefined}>
      {gaps.length === 0 && <p className="soft empty">{t('summary.gaps.none')}</p>}
      <ul className="gaps">
        {gaps.map((gap) => (
          <li key={gap.lineId}>
            <a href={hrefOf('anggaran', gap.lineId)}>{name(gap)}</a>
            <strong className="num alarm">{number(gap.gap, language)}</strong>
            <HatchBar share={gap.gap / longest} />
            <small>{sentences(gap, translator)}</small>
          </li>
        ))}
      </ul>
    </ChartBlock>
  )
}
