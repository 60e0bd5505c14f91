import type { Denominator, Family, TargetGroup } from './target-group.ts'

/** What kind of list a series is; a `survey` holds only a percentage and is never added to or averaged with a register. */
export const SERIES_KINDS = ['register', 'verified', 'survey', 'by-name', 'manual'] as const
export type SeriesKind = (typeof SERIES_KINDS)[number]

/** A caseload series (data sasaran): counts of one round from one source. Dates are ISO `YYYY-MM-DD`. */
export interface CaseloadSeries {
  readonly id: string
  readonly name: string
  readonly kind: SeriesKind
  readonly measuredOn: string
  /** File name, register or office that the counts come from, as people would cite it. */
  readonly source: string
  /** Survey only: prevalence in basis points. */
  readonly prevalenceBp: number | null
  /** By-name lists: whose statuses are counted; all others hold the counts that they were given, `file`. */
  readonly countedBy?: 'file' | 'own'
}

export type CountKey = TargetGroup | Denominator

/** A count of one group in one area. An area is a village code, or a posyandu within it. What is not listed is unknown, never 0. */
export interface SeriesCount {
  readonly seriesId: string
  /** Region code of the village. */
  readonly village: string
  /** Name of the posyandu, `''` for the village as a whole. */
  readonly posyandu: string
  readonly group: CountKey
  readonly count: number
}

/** Which series each family of a plan follows; a missing family has no data. */
export type SeriesChoice = Partial<Readonly<Record<Family, string>>>

/** Counts that a plan sees: one number per group, from the chosen series; a missing group is unknown. */
export type PlanCounts = ReadonlyMap<CountKey, number>
