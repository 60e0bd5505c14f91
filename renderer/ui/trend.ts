import type { z } from 'zod'
import type { seriesSummary } from '#shared/contract/caseload.ts'

export type SeriesSummary = z.infer<typeof seriesSummary>

/** One round of weighing on the line. `whole` = measured children, null where nobody counted them. */
export interface TrendPoint {
  readonly id: string
  readonly name: string
  readonly measuredOn: string
  readonly count: number
  readonly whole: number | null
  /** null where it is not known, and where more are counted than were measured: that is no share. */
  readonly shareBp: number | null
}

/** A share of a whole in basis points, or null where it would be more than the whole. */
export function shareOrNull(bp: number | null): number | null {
  return bp !== null && bp > 10_000 ? null : bp
}

/** Rounds that count stunted children, oldest first. Surveys are no rounds: they never stand on the same line. */
export function trendPoints(series: readonly SeriesSummary[]): TrendPoint[] {
  return series
    .flatMap(({ id, name, kind, measuredOn, counts, stuntedBp }) =>
      kind === 'survey' || counts.stunted === undefined ? [] : [{ id, name, measuredOn, count: counts.stunted, whole: counts.measured ?? null, shareBp: shareOrNull(stuntedBp) }])
    .toSorted((a, b) => (a.measuredOn < b.measuredOn ? -1 : a.measuredOn > b.measuredOn ? 1 : 0))
}

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
