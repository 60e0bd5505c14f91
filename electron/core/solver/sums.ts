/** Units of one item that may be chosen, 0 … most, and what a unit of it adds. */
export interface SumItem {
  readonly weight: number
  readonly most: number
}

/** A bit for each sum. */
type Bits = Uint32Array<ArrayBuffer>

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

/** Marks in `target` what `from` has and the same `by` further on, as far as it reaches. */
function spread(target: Bits, from: Bits, by: number): void {
  const words = by >>> 5
  const bits = by & 31
  target.set(from)
  let carry = 0
  for (let at = words; at < target.length; at++) {
    const word = from[at - words] ?? 0
    target[at] = (target[at] ?? 0) | (word << bits) | carry
    carry = bits === 0 ? 0 : word >>> (32 - bits)
  }
}

/** Takes all sums above `most` out. */
function clear(set: Bits, most: number): void {
  const above = Math.max(0, most + 1)
  const word = above >>> 5
  if (word >= set.length) return
  set[word] = (set[word] ?? 0) & (2 ** (above & 31) - 1)
  set.fill(0, word + 1)
}

const marked = (set: Bits, at: number) => at >= 0 && (((set[at >>> 5] ?? 0) >>> (at & 31)) & 1) === 1

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

/** What the sums must keep to: the first so many items together at most `most`; no sum above `limit` is looked at. */
export interface SumLimits {
  readonly cap?: { readonly first: number; readonly most: number } | undefined
  readonly limit: number
}

/** Adds the pieces one by one; `before` is told the sums that stood before each. Returns all sums. */
function build(pieces: readonly Piece[], { cap, limit }: SumLimits, before: (sums: Bits) => Bits): Bits {
  const words = (Math.max(0, Math.min(limit, pieces.reduce((sum, piece) => sum + piece.weight, 0))) >>> 5) + 1
  let sums = new Uint32Array(words)
  sums[0] = 1
  if (cap !== undefined) clear(sums, cap.most)
  let spare = new Uint32Array(words)
  for (const { item, weight } of pieces) {
    spread(spare, sums, weight)
    if (cap !== undefined && item < cap.first) clear(spare, cap.most)
    const next = spare
    spare = before(sums)
    sums = next
  }
  return sums
}

/** Whether whole units of the items make a sum. */
export function makes(items: readonly SumItem[], limits: SumLimits): (sum: number) => boolean {
  const sums = build(piecesOf(items), limits, (before) => before)
  return (sum) => marked(sums, sum)
}

/**
 * Sums of 0 … most units of each item; weights are whole numbers. One bit stands for a sum, and one set of bits is kept for each power
 * of two of each item: memory is the greatest sum ÷ 8 bytes, times the powers.
 */
export function sumsOf(items: readonly SumItem[], limits: SumLimits): Sums {
  const pieces = piecesOf(items)
  const layers: Bits[] = []
  const top = build(pieces, limits, (before) => {
    layers.push(before)
    return new Uint32Array(before.length)
  })
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
