import { number, outOf, tableFigure } from '#shared/i18n/format.ts'
import type { Translator } from '#shared/i18n/index.ts'
import { unitWord } from '#shared/i18n/units.ts'
import { ChartBlock } from '../../ui/chart-table.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { BarChart } from '../../ui/lazy-charts.ts'
import { hrefOf } from '../../ui/route.ts'
import type { Reach } from './types.ts'

function nameOf(group: string, { find }: Translator): string {
  const name = find(`terms.groups.${group}`) ?? group
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** `16 dari 16`; `16 dari 16, 9 dari 12 bulan` where those who are reached get only some of it. */
function figureOf({ total, covered, partly, units, neededUnits, unit }: Reach, { t, language }: Translator): string {
  if (partly === 0 || units === null || neededUnits === null) return outOf(covered, total, language)
  return t('summary.reach.part', { count: number(covered + partly, language), total: number(total, language), units, needed: neededUnits, unit: unitWord(unit, language, neededUnits) })
}

/** Siapa yang terlayani: one bar per group, fully and partly reached. */
export function ReachBlock({ reach }: { readonly reach: readonly Reach[] }) {
  const translator = useTranslator()
  const { t, language } = translator
  if (reach.length === 0) {
    return (
      <ChartBlock title={t('summary.reach.title')}>
        <p className="soft empty">{t('summary.reach.empty')} <a href={hrefOf('sasaran')}>{t('summary.reach.fill')}</a></p>
      </ChartBlock>
    )
  }
  const bars = reach.map((one) => ({
    key: one.group, label: nameOf(one.group, translator), full: one.covered / one.total, figure: figureOf(one, translator),
    part: one.units === null || one.neededUnits === null ? 0 : (one.partly * one.units) / (one.total * one.neededUnits),
    short: one.covered < one.total,
  }))
  const table = {
    head: [t('summary.reach.group'), t('summary.reach.covered'), t('summary.reach.partly'), t('summary.reach.total')],
    rows: reach.map((one) => [nameOf(one.group, translator), tableFigure(one.covered, language), tableFigure(one.partly, language), tableFigure(one.total, language)]),
  }
  return (
    <ChartBlock title={t('summary.reach.title')} table={table}>
      <BarChart bars={bars} label={t('summary.reach.spoken', { bars: bars.map(({ label, figure }) => `${label} ${figure}`).join('; ') })} />
    </ChartBlock>
  )
}
