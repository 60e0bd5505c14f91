import type { CountKey } from '#shared/domain/caseload.ts'
import { type Family, FAMILIES, FAMILY_NAMES, TARGET_GROUPS } from '#shared/domain/target-group.ts'
import type { SeriesSummary } from '../../ui/trend.ts'

export interface FamilyRows {
  readonly family: Family
  readonly groups: readonly CountKey[]
}

/** Denominators that stand above the children's groups; the two of the other indices only where a series knows them. */
const ALWAYS: readonly CountKey[] = ['targeted', 'weighed', 'measured']
const WHERE_KNOWN: readonly CountKey[] = ['weight_status', 'wasting_status']

/** Rows of the table, family by family: for children S, D and measured before the groups that they are the whole of. */
export function familyRows(series: readonly SeriesSummary[]): FamilyRows[] {
  const known = WHERE_KNOWN.filter((key) => series.some(({ counts }) => counts[key] !== undefined))
  return FAMILY_NAMES.map((family) => ({ family, groups: family === 'child' ? [...ALWAYS, ...known, ...FAMILIES.child] : FAMILIES[family] }))
}

/** Every count in the order of reading where they stand side by side: S, D, measured and stunted first. */
export const IN_ORDER: readonly CountKey[] = [...new Set<CountKey>([...ALWAYS, 'stunted', ...FAMILIES.child, ...TARGET_GROUPS, ...WHERE_KNOWN])]

/** Columns of the table: newest first beside the names; surveys apart at the end. */
export function columnsOf(series: readonly SeriesSummary[]): { readonly counted: SeriesSummary[]; readonly surveys: SeriesSummary[] } {
  const newest = series.toSorted((a, b) => (a.measuredOn < b.measuredOn ? 1 : a.measuredOn > b.measuredOn ? -1 : 0))
  return { counted: newest.filter(({ kind }) => kind !== 'survey'), surveys: newest.filter(({ kind }) => kind === 'survey') }
}

/** True for series whose counts are typed here. */
export function isTyped({ kind }: Pick<SeriesSummary, 'kind'>): boolean {
  return kind === 'manual' || kind === 'verified'
}

/** True where a series counts anything of a family. */
export function counts({ counts: own }: SeriesSummary, { groups }: FamilyRows): boolean {
  return groups.some((group) => own[group] !== undefined)
}

/** What prevalence and measurement coverage are parts of; `undefined` for what stands as a number alone. */
export function wholeOf(group: CountKey): CountKey | undefined {
  return group === 'stunted' ? 'measured' : group === 'measured' ? 'targeted' : undefined
}

/** The counts that are parts of another one: see `wholeOf`. */
export const PARTS = ['stunted', 'measured'] as const

/** The five counts that a first plan is made of. */
const FIRST: readonly CountKey[] = ['targeted', 'measured', 'stunted', 'pregnant_ced', 'cadre']

/** Those of the five that nobody has counted, while the only series are typed ones; none once a file is there. */
export function firstCounts(series: readonly SeriesSummary[]): CountKey[] {
  const counted = series.filter(({ kind }) => kind !== 'survey')
  return counted.length > 0 && counted.every(isTyped) ? FIRST.filter((group) => counted.every(({ counts: own }) => own[group] === undefined)) : []
}
