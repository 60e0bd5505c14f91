import { inBudgetOrder } from '#shared/domain/figures.ts'
import { nameBeside } from '#shared/domain/source-name.ts'
import { heightFor, MOST_BARS, sourceLine } from './chart-frame.ts'
import { lackingOf, nameOf } from './du-rkp.ts'
import { type Context, section } from './input.ts'
import type { Chart, Section } from './sheet.ts'

/** How many of the largest gaps are drawn. */
const GAPS = 5

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
    kind: 'parts', title: t.charts.activities, source: sourceLine(context), height: heightFor(rows.length),
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
    kind: 'parts', title: t.charts.sources, source: sourceLine(context), height: heightFor(shown.length),
    labels: shown.map(({ source }) => ({ text: `${source.label} ${nameBeside(source.label, source.name)}`.trim(), at: at(source.id, 'item') })),
    series: [
      { name: t.charts.used, tone: 'done', values: shown.map(({ source, spent }) => ({ value: spent, at: at(source.id, 'c') })) },
      { name: t.charts.left, tone: 'rest', values: shown.map(({ source, left }) => ({ value: left, at: at(source.id, 'p') })) },
    ],
  }
}

/** The cost lines that lack most, largest first. */
function gapChart(context: Context): Chart | null {
  const { t, figures } = context
  const sheet = t.sheets.summary
  const shown = figures.lines.filter(({ gap }) => gap > 0).toSorted((a, b) => b.gap - a.gap).slice(0, GAPS)
  if (shown.length === 0) return null
  const words = (line: (typeof shown)[number]) => [nameOf(line), lackingOf(context, line).volume].filter((part) => part !== '').join(', ')
  return {
    kind: 'single', title: t.charts.gaps, source: sourceLine(context), height: heightFor(shown.length),
    labels: shown.map((line) => ({ text: words(line), at: { sheet, row: `gap:${line.line.id}`, column: 'item' } })),
    series: [{ name: t.summary.gap, tone: 'gap', values: shown.map(({ line, gap }) => ({ value: gap, at: { sheet, row: `gap:${line.id}`, column: 'c' } })) }],
  }
}

/** Charts over cells of Ringkasan, which stand there with all else that belongs to them. */
export function planCharts(context: Context): Section[] {
  return [activityChart(context), sourceChart(context), gapChart(context)].flatMap((chart, index) => (chart === null ? [] : [section({ key: `chart:${index}`, header: [], rows: [], chart })]))
}
