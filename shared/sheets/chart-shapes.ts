import { type Language, tableFigure } from '#shared/i18n/format.ts'
import type { Chart, ChartTone } from './sheet.ts'
import { brokenLines, textWidth } from './text-width.ts'

/** What a chart is drawn from, in points from its upper left corner; a text stands with its foot on `y`. */
export type ChartShape =
  | { readonly kind: 'rect'; readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly tone: ChartTone }
  | { readonly kind: 'line'; readonly x: number; readonly y: number; readonly toX: number; readonly toY: number }
  | { readonly kind: 'text'; readonly x: number; readonly y: number; readonly size: number; readonly anchor: 'start' | 'middle' | 'end'; readonly bold: boolean; readonly text: string }

const TITLE = 10
const SMALL = 7
const LABEL = 8

/** The next round number at or above a value, 1, 2 or 5 times a power of ten. */
export function roundUp(value: number): number {
  if (value <= 0) return 1
  const power = 10 ** Math.floor(Math.log10(value))
  return (([1, 2, 5, 10] as const).find((step) => step * power >= value) ?? 10) * power
}

/** Bars that lie under each other with their names before them and their whole behind them; lines from nothing up, a key under them. */
export function chartShapes(chart: Chart, width: number, height: number, language: Language): ChartShape[] {
  const shapes: ChartShape[] = []
  const label = (x: number, y: number, words: string, anchor: 'start' | 'middle' | 'end' = 'start', size: number = LABEL, bold = false): void => {
    shapes.push({ kind: 'text', x, y, size, anchor, bold, text: words })
  }
  label(0, TITLE + 4, chart.title, 'start', TITLE, true)
  label(0, TITLE + 4 + SMALL + 4, chart.source, 'start', SMALL)
  const wholes = chart.labels.map((_, index) => chart.series.reduce((total, { values }) => total + Math.max(0, values[index]?.value ?? 0), 0))
  const figures = wholes.map((whole) => tableFigure(whole, language))
  const names = width * 0.34
  const right = width - Math.max(...figures.map((figure) => textWidth(figure, LABEL, false)), 0) - 6
  const top = 34
  const foot = height - 28
  const step = (foot - top) / Math.max(1, chart.labels.length)
  const bar = Math.min(13, step * 0.62)
  const most = Math.max(...wholes, 0)
  const tick = roundUp(most / 5)
  const scale = (value: number): number => names + 6 + (value / (Math.max(1, Math.ceil(most / tick)) * tick)) * (right - names - 6)
  for (let value = 0; value <= most + tick * 0.999; value += tick) {
    const x = scale(value)
    shapes.push({ kind: 'line', x, y: top, toX: x, toY: foot })
    if (x <= right + 1) label(x, foot + SMALL + 3, value === 0 ? '0' : tableFigure(value, language), 'middle', SMALL)
  }
  chart.labels.forEach(({ text }, index) => {
    const middle = top + step * (index + 0.5)
    const lines = brokenLines(text, names, LABEL, false)
    const shown = lines.length > 2 ? [lines[0] ?? '', `${(lines[1] ?? '').slice(0, -1)}…`] : lines
    shown.forEach((line, at) => label(names, middle + LABEL * 0.36 + (at - (shown.length - 1) / 2) * LABEL * 1.1, line, 'end'))
    let from = 0
    for (const { tone, values } of chart.series) {
      const value = Math.max(0, values[index]?.value ?? 0)
      if (value > 0) shapes.push({ kind: 'rect', x: scale(from), y: middle - bar / 2, width: scale(from + value) - scale(from), height: bar, tone })
      from += value
    }
    label(scale(from) + 4, middle + LABEL * 0.36, figures[index] ?? '')
  })
  let x = names + 6
  for (const { name, tone } of chart.series) {
    shapes.push({ kind: 'rect', x, y: height - 13, width: 9, height: 7, tone })
    label(x + 13, height - 6.5, name)
    x += 13 + textWidth(name, LABEL, false) + 16
  }
  return shapes
}
