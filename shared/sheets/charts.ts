import { CHART_COLUMNS } from './chart-frame.ts'
import { directSection, meetingSection, paidSection, reachSection, trendSection } from './figure-charts.ts'
import { type Context, frame, section } from './input.ts'
import type { Part } from './parts.ts'
import { planCharts } from './plan-charts.ts'
import type { SheetDocument } from './sheet.ts'

/** Grafik: the charts of the summary and of the meeting over live cells, which follow them. A plan that has nothing to draw says so. */
export function chartsSheet(context: Context, parts: readonly Part[]): SheetDocument {
  const { t } = context
  const sections = [
    reachSection(context), paidSection(context), ...planCharts(context), trendSection(context), directSection(context, parts), meetingSection(context),
  ].filter((one) => one !== null)
  return frame(context, 'charts', {
    title: [t.titles.charts, t.titles.place], letterhead: false, orientation: 'portrait', columns: CHART_COLUMNS,
    sections: sections.length > 0 ? sections : [section({ key: 'none', header: [], rows: [], notes: [t.charts.none] })],
  })
}
