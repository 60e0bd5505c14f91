import type { CountKey } from '#shared/domain/caseload.ts'
import { letters } from '#shared/domain/letters.ts'
import type { SeriesSummary } from '../../../ui/trend.ts'
import { countCell, type CountCell } from '../grid/count-cell.ts'
import { IN_ORDER, isTyped } from '../rows.ts'

export interface Place {
  readonly village: string
  readonly villageName: string
  /** `''`: the village as a whole. */
  readonly posyandu: string
}

export interface Area extends Place {
  readonly counts: SeriesSummary['counts']
}

export interface AreaRow extends Place {
  readonly cells: readonly CountCell[]
  /** A village above its posyandu. */
  readonly isWhole: boolean
}

/** Denominators that only files know. */
const RARE: ReadonlySet<CountKey> = new Set(['weight_status', 'wasting_status'])

const keyOf = ({ village, posyandu }: Pick<Place, 'village' | 'posyandu'>): string => `${village}\n${letters(posyandu)}`
const inOrder = (a: Place, b: Place): number => a.village.localeCompare(b.village) || (a.posyandu === '' ? -1 : b.posyandu === '' ? 1 : a.posyandu.localeCompare(b.posyandu, 'id', { numeric: true }))

/** Groups that stand as columns: for a typed series every group, for a file those that it counts. */
export function areaColumns(series: SeriesSummary, areas: readonly Area[]): CountKey[] {
  const known = (group: CountKey): boolean => areas.some(({ counts }) => counts[group] !== undefined)
  return IN_ORDER.filter((group) => known(group) || (isTyped(series) && !RARE.has(group)))
}

/** What the posyandu of a village come to, group by group; nothing of them known: missing. */
function sumOf(posyandu: readonly Area[], group: CountKey): number | undefined {
  const counts = posyandu.flatMap(({ counts: { [group]: count } }) => (count === undefined ? [] : [count]))
  return counts.length === 0 ? undefined : counts.reduce((sum, count) => sum + count, 0)
}

/**
 * The places of a series as rows, a village before its posyandu: those that it counts; for a typed one also those that others know
 * (`known`) and that were added here. A village without a figure of its own shows the sum of its posyandu, and one whose own figure is
 * another says so.
 */
export function areaRows(series: SeriesSummary, areas: readonly Area[], known: readonly Place[], columns: readonly CountKey[]): AreaRow[] {
  const typed = isTyped(series)
  const all = new Map<string, Area>(areas.map((area) => [keyOf(area), area]))
  if (typed) for (const place of known) if (!all.has(keyOf(place))) all.set(keyOf(place), { ...place, counts: {} })
  const rows = [...all.values()].toSorted(inOrder)
  return rows.map(({ village, villageName, posyandu, counts: own }) => {
    const parts = posyandu === '' ? rows.filter((row) => row.village === village && row.posyandu !== '') : []
    const sums = new Map(columns.map((group) => [group, sumOf(parts, group)]))
    const counts = Object.fromEntries(columns.flatMap((group) => { const count = own[group] ?? sums.get(group); return count === undefined ? [] : [[group, count]] })) as SeriesSummary['counts']
    const cells = columns.map((group) => {
      const sum = sums.get(group)
      const differs = sum !== undefined && sum !== own[group]
      return countCell({ series, group, village, posyandu, count: counts[group], counts, typed, posyanduSum: differs ? { sum, own: own[group] !== undefined } : undefined })
    })
    return { village, villageName, posyandu, cells, isWhole: posyandu === '' && parts.length > 0 }
  })
}
