import { type Language, number, tableFigure } from '#shared/i18n/format.ts'
import type { Chart, ChartTone } from './sheet.ts'
import { brokenLines, textWidth } from './text-width.ts'

/** What a chart is drawn from, in points from its upper left corner; a text stands with its foot on `y`. A line without a tone is a part of the grid. */
export type ChartShape =
  | { readonly kind: 'rect'; readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly tone: ChartTone }
  | { readonly kind: 'line'; readonly x: number; readonly y: number; readonly toX: number; readonly toY: number; readonly tone: ChartTone | null }
  | { readonly kind: 'text'; readonly x: number; readonly y: number; readonly size: number; readonly anchor: 'start' | 'middle' | 'end'; readonly bold: boolean; readonly text: string }

const TITLE = 10
const SMALL = 7
const LABEL = 8
/** Where the drawing begins under the title and its source, and how much stays under it. */
const HEAD = 34
const FOOT = 28

interface Pen {
  readonly shapes: ChartShape[]
  readonly width: number
  readonly foot: number
  readonly language: Language
  write(x: number, y: number, words: string, anchor?: 'start' | 'middle' | 'end', size?: number, bold?: boolean): void
}

/** The next round number at or above a value, 1, 2 or 5 times a power of ten. */
function roundUp(value: number): number {
  if (value <= 0) return 1
  const power = 10 ** Math.floor(Math.log10(value))
  return (([1, 2, 5, 10] as const).find((step) => step * power >= value) ?? 10) * power
}

/** Round steps from nothing to just above the most. */
function stepsTo(most: number): { readonly steps: readonly number[]; readonly end: number } {
  const step = Math.max(1, roundUp(most / 5))
  const many = Math.max(1, Math.ceil(most / step))
  return { steps: Array.from({ length: many + 1 }, (_, index) => index * step), end: many * step }
}

/** Bars that lie under each other with their names before them and their figure behind them, over a grid from nothing up. */
function drawBars(chart: Chart, { shapes, write, width, foot, language }: Pen): void {
  const shares = chart.kind === 'shares'
  const wholes = chart.labels.map((_, index) => chart.series.reduce((total, { values }) => total + Math.max(0, values[index]?.value ?? 0), 0))
  const figures = chart.labels.map(({ figure }, index) => figure ?? tableFigure(wholes[index] ?? 0, language))
  const names = width * 0.34
  const right = width - Math.max(...figures.map((figure) => textWidth(figure, LABEL, false)), 0) - 6
  const step = (foot - HEAD) / Math.max(1, chart.labels.length)
  const bar = Math.min(13, step * 0.62)
  const { steps, end } = shares ? { steps: [0, 25, 50, 75, 100], end: 100 } : stepsTo(Math.max(...wholes, 0))
  const scale = (value: number): number => names + 6 + (value / end) * (right - names - 6)
  for (const value of steps) {
    const x = scale(value)
    shapes.push({ kind: 'line', x, y: HEAD, toX: x, toY: foot, tone: null })
    if (x <= right + 1) write(x, foot + SMALL + 3, `${number(value, language)}${shares ? '%' : ''}`, 'middle', SMALL)
  }
  chart.labels.forEach(({ text }, index) => {
    const middle = HEAD + step * (index + 0.5)
    const lines = brokenLines(text, names, LABEL, false)
    const shown = lines.length > 2 ? [lines[0] ?? '', `${(lines[1] ?? '').slice(0, -1)}…`] : lines
    shown.forEach((line, at) => write(names, middle + LABEL * 0.36 + (at - (shown.length - 1) / 2) * LABEL * 1.1, line, 'end'))
    const unit = shares ? 100 / Math.max(1, wholes[index] ?? 0) : 1
    let from = 0
    for (const { tone, values } of chart.series) {
      const value = Math.max(0, values[index]?.value ?? 0) * unit
      if (value > 0) shapes.push({ kind: 'rect', x: scale(from), y: middle - bar / 2, width: scale(from + value) - scale(from), height: bar, tone })
      from += value
    }
    write(scale(from) + 4, middle + LABEL * 0.36, figures[index] ?? '')
  })
}

/** Points at equal distances with their figures over them and their names under them, from nothing up, the first series alone. */
function drawLine(chart: Chart, { shapes, write, width, foot, language }: Pen): void {
  const [series] = chart.series
  if (!series) return
  const { tone, values } = series
  const top = HEAD + LABEL + 8
  const { end } = stepsTo(Math.max(...values.map(({ value }) => value), 0))
  const gap = width / Math.max(1, values.length)
  const points = values.map(({ value }, index) => ({ x: gap * (index + 0.5), y: foot - (Math.max(0, value) / end) * (foot - top) }))
  shapes.push({ kind: 'line', x: 0, y: foot, toX: width, toY: foot, tone: null })
  points.forEach(({ x, y }, index) => {
    const next = points[index + 1]
    if (next) shapes.push({ kind: 'line', x, y, toX: next.x, toY: next.y, tone })
    shapes.push({ kind: 'rect', x: x - 2.5, y: y - 2.5, width: 5, height: 5, tone })
    write(x, y - 7, chart.labels[index]?.figure ?? number(values[index]?.value ?? 0, language), 'middle')
    write(x, foot + SMALL + 4, chart.labels[index]?.text ?? '', 'middle', SMALL)
  })
}

/** A chart with its title and source over it, and under it a key where there is more than one colour. */
export function chartShapes(chart: Chart, width: number, height: number, language: Language): ChartShape[] {
  const shapes: ChartShape[] = []
  const write: Pen['write'] = (x, y, text, anchor = 'start', size = LABEL, bold = false) => {
    shapes.push({ kind: 'text', x, y, size, anchor, bold, text })
  }
  write(0, TITLE + 4, chart.title, 'start', TITLE, true)
  write(0, TITLE + 4 + SMALL + 4, chart.source, 'start', SMALL)
  const pen = { shapes, write, width, foot: height - FOOT, language }
  if (chart.kind === 'line') drawLine(chart, pen)
  else drawBars(chart, pen)
  if (chart.series.length < 2) return shapes
  let x = width * 0.34 + 6
  for (const { name, tone } of chart.series) {
    shapes.push({ kind: 'rect', x, y: height - 13, width: 9, height: 7, tone })
    write(x + 13, height - 6.5, name)
    x += 13 + textWidth(name, LABEL, false) + 16
  }
  return shapes
}
