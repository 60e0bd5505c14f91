/** What villages are put in order by: money that nobody pays, the part of the need that is paid, stunted children. */
export const RANKINGS = ['gap', 'share', 'stunted'] as const
export type Ranking = (typeof RANKINGS)[number]

/** Villages that one chart holds: more are no picture any more. */
export const MOST_RANKED = 15

/** What a village sent, as far as it is put in order by; null = nothing came in, or it is not counted there. */
export interface RankedFigures {
  readonly code: string
  readonly need: number | null
  readonly funded: number | null
  readonly gap: number | null
  readonly stunted: number | null
  readonly measured: number | null
}

/** How far up a village stands; undefined where it has no place: nothing sent, nothing needed, nothing missing, nobody counted. */
function weightOf({ need, funded, gap, stunted }: RankedFigures, by: Ranking): number | undefined {
  if (by === 'stunted') return stunted === null || stunted === 0 ? undefined : stunted
  if (need === null || funded === null || gap === null || need === 0) return undefined
  if (by === 'gap') return gap > 0 ? gap : undefined
  return -funded / need
}

/**
 * Villages where most is to be done first: the largest sum that nobody pays, the smallest part of the need paid, the most stunted
 * children. Equal ones stand in order of their codes. A village that sent nothing is in no order: it is not nought.
 */
export function rankVillages<T extends RankedFigures>(villages: readonly T[], by: Ranking): T[] {
  return villages.flatMap((village) => {
    const weight = weightOf(village, by)
    return weight === undefined ? [] : [{ village, weight }]
  }).toSorted((a, b) => b.weight - a.weight || (a.village.code < b.village.code ? -1 : 1)).map(({ village }) => village)
}
