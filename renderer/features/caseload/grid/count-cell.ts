import type { CountKey } from '#shared/domain/caseload.ts'
import { number, percent } from '#shared/i18n/format.ts'
import type { Language, Translator } from '#shared/i18n/index.ts'
import type { SeriesSummary } from '../../../ui/trend.ts'
import { groupName } from '../group-name.ts'

/** One cell of a table of counts: what stands in it, and where typing into it goes. */
export interface CountCell {
  readonly key: string
  readonly series: SeriesSummary
  readonly group: CountKey
  /** Region code; missing: the workspace's own village. */
  readonly village?: string
  /** `''`: the village as a whole. */
  readonly posyandu: string
  readonly count: number | undefined
  /** Every count of the same place: what the cell's is a part of. */
  readonly counts: SeriesSummary['counts']
  readonly typed: boolean
  /** Sum of the posyandu beside a village's own figure that is another one; with `own` false the figure is that sum. */
  readonly posyanduSum?: { readonly sum: number; readonly own: boolean } | undefined
}

/** A cell without its key, which follows from where it stands. */
export function countCell(cell: Omit<CountCell, 'key'>): CountCell {
  return { ...cell, key: [cell.series.id, cell.group, cell.village ?? '', cell.posyandu].join('/') }
}

/** `Balita stunting, Verval Oktober`, and the posyandu where it is of one. */
export function cellName({ group, series, posyandu }: CountCell, translator: Pick<Translator, 'find'>): string {
  return [groupName(group, translator), series.name, ...(posyandu === '' ? [] : [posyandu])].join(', ')
}

/** What the cell is outside of the window: figures as the language writes them, nothing for what is unknown. */
export function copiedText({ series, group, count }: CountCell, language: Language): string {
  if (series.kind === 'survey') return group === 'stunted' ? percent(series.prevalenceBp, language) : ''
  return count === undefined ? '' : number(count, language)
}
