/** Units of one item that may be chosen, 0 … most, and what a unit of it adds. */
export interface SumItem {
  readonly weight: number
  readonly most: number
}

/** A power of two of one item's units. */
interface Piece {
  readonly item: number
  readonly units: number
  readonly weight: number
}

/** All sums that whole units of a few items can make, with the way back to the units. */
export interface Sums {
  readonly has: (sum: number) => boolean
  /** Units per item that make a sum that it has; `random` in [0, 1) chooses among the ways. */
  readonly way: (sum: number, random: () => number) => number[]
}

/** Marks in `target` what `from` has and the same `by` further on. */
function spread(target: Uint32Array, from: Uint32Array, by: number): void {
  const words = by >>> 5
  const bits = by & 31
  target.set(from)
  for (let at = target.length - 1; at >= words; at--) {
    const low = (from[at - words] ?? 0) << bits
    const high = bits === 0 || at === words ? 0 : (from[at - words - 1] ?? 0) >>> (32 - bits)
    target[at] = (target[at] ?? 0) | low | high
  }
}

/** Takes all sums above `most` out. */
function clear(set: Uint32Array, most: number): void {
  const above = Math.max(0, most + 1)
  const word = above >>> 5
  if (word >= set.length) return
  set[word] = (set[word] ?? 0) & (2 ** (above & 31) - 1)
  set.fill(0, word + 1)
}

const marked = (set: Uint32Array, at: number) => at >= 0 && (((set[at >>> 5] ?? 0) >>> (at & 31)) & 1) === 1

function piecesOf(items: readonly SumItem[]): Piece[] {
  return items.flatMap(({ weight, most }, item) => {
    const pieces: Piece[] = []
    for (let units = 1, open = most; open > 0; units *= 2) {
      const some = Math.min(units, open)
      pieces.push({ item, units: some, weight: some * weight })
      open -= some
    }
    return pieces
  })
}

/**
 * Sums of 0 … most units of each item; weights are whole numbers. One bit stands for a sum, and one set of bits is kept for each power
 * of two of each item, so memory is the greatest sum ÷ 8 bytes, times the powers. With a cap the first so many items together add at
 * most `most`, also in the ways.
 */
export function sumsOf(items: readonly SumItem[], cap?: { readonly first: number; readonly most: number }): Sums {
  const pieces = piecesOf(items)
  const words = (pieces.reduce((sum, piece) => sum + piece.weight, 0) >>> 5) + 1
  let top = new Uint32Array(words)
  top[0] = 1
  if (cap !== undefined) clear(top, cap.most)
  const layers: Uint32Array[] = []
  for (const { item, weight } of pieces) {
    layers.push(top)
    const next = new Uint32Array(words)
    spread(next, top, weight)
    if (cap !== undefined && item < cap.first) clear(next, cap.most)
    top = next
  }
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
