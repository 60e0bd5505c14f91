import type { z } from 'zod'
import type { seriesSummary } from '#shared/contract/caseload.ts'
import type { TrendPoint } from '#shared/domain/trend.ts'

export type SeriesSummary = z.infer<typeof seriesSummary>

/** Surveys with a percentage, newest first. */
export function surveysOf(series: readonly SeriesSummary[]): SeriesSummary[] {
  return series.filter(({ kind, prevalenceBp }) => kind === 'survey' && prevalenceBp !== null).toSorted((a, b) => (a.measuredOn > b.measuredOn ? -1 : 1))
}

/** Where a point stands: x in percent of the width (rounds at equal distances), y as a share of the height from a zero baseline. */
export function placed(points: readonly TrendPoint[]): { readonly point: TrendPoint; readonly x: number; readonly y: number }[] {
  const highest = Math.max(1, ...points.map(({ count }) => count))
  const gap = 100 / Math.max(1, points.length)
  return points.map((point, index) => ({ point, x: gap / 2 + gap * index, y: point.count / highest }))
}
