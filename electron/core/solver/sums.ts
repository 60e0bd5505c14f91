import { type Bits, clearAbove, clearBelow, marked, type Piece, piecesOf, spread, type SumItem, type SumLimits } from './sum-bits.ts'

/** All sums that whole units of a few items can make, with the way back to the units. */
export interface Sums {
  readonly has: (sum: number) => boolean
  /** Units per item that make a sum that it has; `random` in [0, 1) chooses among the ways. */
  readonly way: (sum: number, random: () => number) => number[]
}

/** The pieces under the cap first, and of these and of the others the lightest first: so the sums stay small for long. */
function ordered(items: readonly SumItem[], { cap }: SumLimits): Piece[] {
  const first = cap?.first ?? 0
  const lightest = (a: Piece, b: Piece) => a.weight - b.weight
  const pieces = piecesOf(items)
  return [...pieces.filter(({ item }) => item < first).toSorted(lightest), ...pieces.filter(({ item }) => item >= first).toSorted(lightest)]
}

/** Words that hold the sums before each piece, and after the last. */
function wordsOf(pieces: readonly Piece[], { cap, limit }: SumLimits): number[] {
  let reached = 0
  const words = pieces.map(({ item, weight }) => {
    reached = Math.min(reached + weight, limit, item < (cap?.first ?? 0) ? (cap?.most ?? 0) : Infinity)
    return (Math.max(0, reached) >>> 5) + 1
  })
  return [1, ...words]
}

/**
 * Adds the pieces one by one; `layers`, where it is given, gets the sums that stood before each. Returns the sums. At every piece only sums are
 * made from which the later pieces still reach those that are asked for: what stands below them means nothing.
 */
function build(pieces: readonly Piece[], limits: SumLimits, layers?: Bits[]): Bits {
  const { cap, least } = limits
  const words = wordsOf(pieces, limits)
  const most = words.at(-1) ?? 1
  let sums = new Uint32Array(layers === undefined ? most : (words[1] ?? 1))
  let spare = layers === undefined ? new Uint32Array(most) : sums
  const capped = pieces.filter(({ item }) => item < (cap?.first ?? 0)).length
  if (cap === undefined || (cap.most >= 0 && (capped > 0 || cap.least <= 0))) sums[0] = 1
  let missing = pieces.reduce((sum, piece) => sum + piece.weight, 0)
  for (const [index, { item, weight }] of pieces.entries()) {
    missing -= weight
    const end = words[index + 1] ?? most
    // what is above the end of a set was never written, so it is nought
    const next = layers === undefined ? spare : new Uint32Array(words[index + 2] ?? end)
    spread(next, sums, weight, Math.max(0, least - missing) >>> 5, end)
    if (cap !== undefined && item < cap.first) clearAbove(next, cap.most)
    if (cap !== undefined && index === capped - 1) clearBelow(next, cap.least)
    layers?.push(sums)
    spare = sums
    sums = next
  }
  return sums
}

/** Whether whole units of the items make a sum between the limits. */
export function makes(items: readonly SumItem[], limits: SumLimits): (sum: number) => boolean {
  const sums = build(ordered(items, limits), limits)
  return (sum) => marked(sums, sum)
}

/**
 * Sums of 0 … most units of each item between the limits; weights are whole numbers. One bit stands for a sum, and one set of bits is kept for each
 * power of two of each item: memory is at most the greatest sum ÷ 8 bytes, times the powers.
 */
export function sumsOf(items: readonly SumItem[], limits: SumLimits): Sums {
  const pieces = ordered(items, limits)
  const layers: Bits[] = []
  const top = build(pieces, limits, layers)
  return {
    has: (sum) => marked(top, sum),
    way: (sum, random) => {
      const units = items.map(() => 0)
      let at = sum
      for (let k = pieces.length - 1; k >= 0; k--) {
        const [piece, before] = [pieces[k], layers[k]]
        if (piece === undefined || before === undefined) continue
        const comes = at >= piece.weight && marked(before, at - piece.weight)
        if (comes && (!marked(before, at) || random() < 0.5)) {
          at -= piece.weight
          units[piece.item] = (units[piece.item] ?? 0) + piece.units
        }
      }
      return units
    },
  }
}
