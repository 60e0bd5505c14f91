/** Columns that one signature stands over. */
export interface SigningPlace {
  readonly column: number
  readonly columns: number
}

/**
 * Three places to sign side by side, cut where columns end. Where all three are taken the narrowest is as wide as it can be; one or two people
 * sign on the outer places, which then may take two fifths of the paper each, so that a long name or date stands on one line.
 */
export function signingPlaces(widths: readonly number[], people: number): SigningPlace[] {
  const last = widths.length
  const ends = widths.map((_, index) => widths.slice(0, index + 1).reduce((total, width) => total + width, 0))
  const total = ends.at(-1) ?? 0
  let best = { first: 1, second: Math.min(2, last), badness: Infinity }
  for (let first = 1; first < Math.max(2, last - 1); first += 1) {
    for (let second = first + 1; second <= Math.max(first + 1, last - 1); second += 1) {
      const parts = [ends[first - 1] ?? 0, (ends[second - 1] ?? 0) - (ends[first - 1] ?? 0), total - (ends[second - 1] ?? 0)]
      const badness = people > 2 ? total - Math.min(...parts) : Math.abs((parts[0] ?? 0) - total * 0.4) + Math.abs((parts[2] ?? 0) - total * 0.4)
      if (badness < best.badness) best = { first, second, badness }
    }
  }
  return [{ column: 1, columns: best.first }, { column: best.first + 1, columns: best.second - best.first }, { column: best.second + 1, columns: last - best.second }]
}
