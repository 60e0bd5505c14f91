import { date } from '#shared/i18n/format.ts'
import { type Context, section } from './input.ts'
import { type Cell, type Chart, type ChartTone, type Ref, type Row, type Section, text } from './sheet.ts'
import { fill } from './texts.ts'

/** More bars than this are no picture any more: the tables say it. */
export const MOST_BARS = 24
/** Millimetres: a bar, and what stands around the bars. */
const BAR = 6.2
const AROUND = 34

export function heightFor(bars: number): number {
  return Math.min(150, AROUND + bars * BAR)
}

/** Under every chart: of which plan, in which version, on which day. */
export function sourceLine({ t, language, madeAt, placeName, plan, version }: Context): string {
  return fill(t.charts.source, { place: placeName, year: plan.fiscalYear, version, date: date(madeAt.slice(0, 10), language) })
}

/** Words, and up to four columns of figures; a table with fewer has wider words. */
export const CHART_COLUMNS = [
  { key: 'item', share: 60, align: 'left' }, { key: 'a', share: 32, align: 'right' }, { key: 'b', share: 30, align: 'right' },
  { key: 'c', share: 30, align: 'right' }, { key: 'd', share: 30, align: 'right' },
] as const
const FIGURES = ['a', 'b', 'c', 'd'] as const

/** A row that a chart is drawn from: what stands in its cells, and the figure of those that are drawn. */
export interface ChartRow {
  readonly key: string
  readonly name: string
  readonly cells: readonly Cell[]
  /** Of the cells by their place; what has none is not drawn. */
  readonly drawn: readonly number[]
  /** Words at the end of its bar, where they are not its whole. */
  readonly figure?: string
}

interface ChartTable {
  readonly key: string
  readonly kind: Chart['kind']
  readonly title: string
  /** Millimetres. */
  readonly height: number
  /** Over the words, and over each column of figures. */
  readonly head: readonly [string, ...string[]]
  /** Which columns of figures (0 = first) are drawn, in what colour. */
  readonly series: readonly { readonly column: number; readonly tone: ChartTone }[]
  readonly rows: readonly ChartRow[]
  readonly notes?: readonly string[]
}

/** Cell of a table by the place (0 = first) of its figure among `many`: figures stand at the right. */
export function figureKey(column: number, many: number): string {
  return FIGURES[FIGURES.length - many + column] ?? 'd'
}

/** A chart with the table that it is drawn from under it; `source` says under the bars where the figures come from. */
export function chartTable(source: string, { key, kind, title, height, head: [words, ...figures], series, rows, notes = [] }: ChartTable): Section {
  const many = figures.length
  const until = many === FIGURES.length ? undefined : FIGURES[FIGURES.length - many - 1]
  const at = (row: ChartRow, column: number): Ref => ({ row: row.key, column: figureKey(column, many) })
  const chart: Chart = {
    kind, title, source, height,
    labels: rows.map((row) => ({ text: row.name, at: { row: row.key, column: 'item' }, ...(row.figure === undefined ? {} : { figure: row.figure }) })),
    series: series.map(({ column, tone }) => ({ name: figures[column] ?? '', tone, values: rows.map((row) => ({ value: row.drawn[column] ?? 0, at: at(row, column) })) })),
  }
  return section({
    key, chart, notes,
    header: [[
      { text: words, column: 'item', columns: FIGURES.length - many + 1, rows: 1 },
      ...figures.map((name, column) => ({ text: name, column: figureKey(column, many), columns: 1, rows: 1 })),
    ]],
    rows: rows.map((row, index): Row => ({
      // On one page with its chart.
      key: row.key, role: 'line', least: 13, ...(index === 0 ? {} : { follows: true }), ...(until === undefined ? {} : { spans: [{ from: 'item', to: until }] }),
      cells: { item: text(row.name), ...Object.fromEntries(row.cells.map((cell, column) => [figureKey(column, many), cell])) },
    })),
  })
}
