import { useQuery } from '@tanstack/react-query'
import { number, tableFigure } from '#shared/i18n/format.ts'
import { useApi } from '../../ui/api.tsx'
import { ChartBlock } from '../../ui/chart-table.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { BarChart } from '../../ui/lazy-charts.ts'
import { hrefOf } from '../../ui/route.ts'
import { sumsByActivity } from './sums-by-activity.ts'

/** More than these would push the rest of the page out of sight. */
const SHOWN = 10

/** Terdanai per kegiatan: the largest activities in the order of the plan, how much of each is paid. Where the window has room for it. */
export function ActivitiesBlock() {
  const { t, language } = useTranslator()
  const api = useApi()
  const lines = useQuery(api.plan.lines.queryOptions({ input: {} }))
  const all = sumsByActivity(lines.data ?? [])
  // Before any money is divided, the gaps say all that there is to say.
  if (all.every(({ funded }) => funded === 0)) return null
  const least = all.map(({ need }) => need).toSorted((a, b) => b - a)[SHOWN - 1] ?? 0
  const shown = all.filter(({ need }) => need >= least).slice(0, SHOWN)
  const figure = (funded: number, need: number) => (funded < need ? t('summary.activities.of', { funded: number(funded, language), need: tableFigure(need, language) }) : tableFigure(funded, language))
  const bars = shown.map(({ id, name, need, funded }) => ({ key: id, label: name, full: Math.min(1, funded / need), part: 0, figure: figure(funded, need), short: funded < need }))
  const table = {
    head: [t('summary.activities.name'), t('summary.activities.need'), t('summary.activities.funded'), t('summary.activities.gap')],
    rows: all.map(({ name, need, funded, gap }) => [name, tableFigure(need, language), tableFigure(funded, language), tableFigure(gap, language)]),
  }
  return (
    <ChartBlock title={t('summary.activities.title')} table={table}>
      <BarChart bars={bars} label={t('summary.activities.spoken', { bars: bars.map((bar) => `${bar.label} ${bar.figure}`).join('; ') })} />
      {all.length > shown.length && <p className="fine soft more"><a href={hrefOf('anggaran')}>{t('summary.activities.more', { count: all.length - shown.length })}</a></p>}
    </ChartBlock>
  )
}
