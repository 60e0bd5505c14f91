import type { CaseloadSeries } from './caseload.ts'

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

type Round = Pick<CaseloadSeries, 'id' | 'name' | 'kind' | 'measuredOn'> & { readonly counts: { readonly [group: string]: number | undefined }; readonly stuntedBp: number | null }

/** A share of a whole in basis points, or null where it would be more than the whole. */
function shareOrNull(bp: number | null): number | null {
  return bp !== null && bp > 10_000 ? null : bp
}

/** Rounds that count stunted children, oldest first. Surveys are no rounds: they never stand on the same line. */
export function trendPoints(series: readonly Round[]): TrendPoint[] {
  return series
    .flatMap(({ id, name, kind, measuredOn, counts, stuntedBp }) =>
      kind === 'survey' || counts['stunted'] === undefined ? [] : [{ id, name, measuredOn, count: counts['stunted'], whole: counts['measured'] ?? null, shareBp: shareOrNull(stuntedBp) }])
    .toSorted((a, b) => (a.measuredOn < b.measuredOn ? -1 : a.measuredOn > b.measuredOn ? 1 : 0))
}
