import { date } from '#shared/i18n/format.ts'
import { inBudgetOrder } from '#shared/domain/figures.ts'
import { nameBeside } from '#shared/domain/source-name.ts'
import { type Context, frame, section } from './input.ts'
import type { Chart, Section, SheetDocument } from './sheet.ts'
import { fill } from './texts.ts'

/** More bars than this are no picture any more: the tables say it. */
const MOST_BARS = 24
/** Millimetres: a bar, and what stands around the bars. */
const BAR = 6.2
const AROUND = 34

function heightFor(bars: number): number {
  return Math.min(150, AROUND + bars * BAR)
}

function sourceLine(context: Context): string {
  const { t, language, madeAt, placeName, plan, version } = context
  return fill(t.charts.source, { place: placeName, year: plan.fiscalYear, version, date: date(madeAt.slice(0, 10), language) })
}

/** Money that is there and money that is missing, activity by activity, in the plan's order. */
function activityChart(context: Context): Chart | null {
  const { t, figures, plan } = context
  const sheet = t.sheets.summary
  const rows = plan.activities.map((activity) => {
    const own = figures.lines.filter((line) => line.activity.id === activity.id)
    return { activity, funded: own.reduce((total, line) => total + line.funded, 0), gap: own.reduce((total, line) => total + line.gap, 0) }
  })
  if (rows.length === 0 || rows.length > MOST_BARS || rows.every(({ funded, gap }) => funded + gap === 0)) return null
  const at = (id: string, column: string) => ({ sheet, row: `activity:${id}`, column })
  return {
    title: t.charts.activities, source: sourceLine(context), height: heightFor(rows.length),
    labels: rows.map(({ activity }) => ({ text: activity.name, at: at(activity.id, 'item') })),
    series: [
      { name: t.summary.funded, tone: 'done', values: rows.map(({ activity, funded }) => ({ value: funded, at: at(activity.id, 'b') })) },
      { name: t.summary.gap, tone: 'gap', values: rows.map(({ activity, gap }) => ({ value: gap, at: at(activity.id, 'c') })) },
    ],
  }
}

/** What the plan takes of each source and what is left of it. */
function sourceChart(context: Context): Chart | null {
  const { t, figures } = context
  const sheet = t.sheets.summary
  const shown = inBudgetOrder(figures.sources).filter(({ ceiling }) => ceiling !== null)
  if (shown.length === 0 || shown.length > MOST_BARS || figures.sources.some(({ left }) => left < 0)) return null
  const at = (id: string, column: string) => ({ sheet, row: `by:${id}`, column })
  return {
    title: t.charts.sources, source: sourceLine(context), height: heightFor(shown.length),
    labels: shown.map(({ source }) => ({ text: `${source.label} ${nameBeside(source.label, source.name)}`.trim(), at: at(source.id, 'item') })),
    series: [
      { name: t.charts.used, tone: 'done', values: shown.map(({ source, spent }) => ({ value: spent, at: at(source.id, 'b') })) },
      { name: t.charts.left, tone: 'rest', values: shown.map(({ source, left }) => ({ value: left, at: at(source.id, 'c') })) },
    ],
  }
}

/** Grafik: charts over the cells of Ringkasan, which follow them. A plan that has nothing to draw says so. */
export function chartsSheet(context: Context): SheetDocument {
  const { t } = context
  const charts = [activityChart(context), sourceChart(context)].filter((chart) => chart !== null)
  const sections = charts.map((chart, index): Section => section({ key: `chart:${index}`, header: [], rows: [], chart }))
  return frame(context, 'charts', {
    title: [t.titles.charts, t.titles.place], letterhead: false, orientation: 'portrait',
    columns: [{ key: 'a', share: 50, align: 'left' }, { key: 'b', share: 50, align: 'left' }],
    sections: sections.length > 0 ? sections : [section({ key: 'none', header: [], rows: [], notes: [t.charts.none] })],
  })
}
