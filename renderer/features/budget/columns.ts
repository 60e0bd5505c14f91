import type { Source } from './types.ts'

export interface Column {
  readonly key: string
  readonly kind: 'code' | 'name' | 'volume' | 'price' | 'need' | 'source' | 'funded' | 'gap'
  /** The source whose money stands in the column. */
  readonly source?: Source
  /** CSS track of the grid. Never `auto`: every row is a grid of its own and must come out the same. */
  readonly track: string
  /** Least width in px, which the table scrolls under. */
  readonly least: number
}

/** Sources that have or pay something: those of the budget in the plan's order, then those outside it. Where none has, all of the budget's. */
function sourceColumns(sources: readonly Source[]): Source[] {
  const used = sources.filter((source) => source.available > 0 || source.spent > 0)
  return (used.length > 0 ? used : sources.filter((source) => source.onBudget)).toSorted((a, b) => Number(b.onBudget) - Number(a.onBudget))
}

/** The columns from left to right: what it is, how much of it, who pays, what is missing. */
export function gridColumns(sources: readonly Source[], wide: boolean): Column[] {
  const money = wide ? 128 : 102
  const fixed = (kind: Column['kind'], least: number, share = 0): Column => ({ key: kind, kind, least, track: share > 0 ? `minmax(${least}px, ${share}fr)` : `${least}px` })
  return [
    fixed('code', 72), fixed('name', wide ? 240 : 176, 3), fixed('volume', wide ? 180 : 172, 1), fixed('price', 88), fixed('need', 100),
    ...sourceColumns(sources).map((source): Column => ({ key: `source:${source.label}`, kind: 'source', source, least: money, track: `minmax(${money}px, 1fr)` })),
    fixed('funded', wide ? 150 : 68), fixed('gap', 100),
  ]
}
