/** Units of one item that may be chosen, 0 … most, and what a unit of it adds. */
export interface SumItem {
  readonly weight: number
  readonly most: number
}

/** A bit for each sum. */
export type Bits = Uint32Array<ArrayBuffer>

/** A power of two of one item's units. */
export interface Piece {
  readonly item: number
  readonly units: number
  readonly weight: number
}

/** What the sums must keep to: the first so many items together `least` … `most`; no sum below `least` or above `limit` is asked for. */
export interface SumLimits {
  readonly cap?: { readonly first: number; readonly least: number; readonly most: number } | undefined
  readonly least: number
  readonly limit: number
}

/** Marks in `target`, in the words `from` up to `end`, what `set` has and the same `by` further on. */
export function spread(target: Bits, set: Bits, by: number, from: number, end: number): void {
  const words = by >>> 5
  const bits = by & 31
  const start = Math.min(end, Math.max(from, words))
  for (let at = from; at < start; at++) target[at] = set[at] ?? 0
  if (bits === 0) {
    for (let at = start; at < end; at++) target[at] = (set[at] ?? 0) | (set[at - words] ?? 0)
    return
  }
  let below = start > words ? (set[start - words - 1] ?? 0) : 0
  for (let at = start; at < end; at++) {
    const word = set[at - words] ?? 0
    target[at] = (set[at] ?? 0) | (word << bits) | (below >>> (32 - bits))
    below = word
  }
}

/** Marks in `target`, in the words up to `end`, what `set` has `by` further on. */
export function shift(target: Bits, set: Bits, by: number, end: number): void {
  const words = by >>> 5
  const bits = by & 31
  for (let at = words; at < end; at++) {
    const below = bits === 0 || at === words ? 0 : (set[at - words - 1] ?? 0) >>> (32 - bits)
    target[at] = (target[at] ?? 0) | ((set[at - words] ?? 0) << bits) | below
  }
}

/** Marks in `target`, in the words `from` up to `end`, what `set` has and the same `by` further down. */
export function spreadDown(target: Bits, set: Bits, by: number, from: number, end: number): void {
  const words = by >>> 5
  const bits = by & 31
  const far = Math.max(from, Math.min(end, set.length - words))
  for (let at = far; at < end; at++) target[at] = set[at] ?? 0
  let above = far + words < set.length ? (set[far + words] ?? 0) : 0
  for (let at = far - 1; at >= from; at--) {
    const word = set[at + words] ?? 0
    target[at] = (set[at] ?? 0) | (word >>> bits) | (bits === 0 ? 0 : above << (32 - bits))
    above = word
  }
}

/** Whether `set`, in the words from `from` on, has what `other` has `by` further on. */
export function meets(set: Bits, other: Bits, by: number, from: number): boolean {
  const words = by >>> 5
  const bits = by & 31
  const end = Math.min(set.length, other.length - words)
  for (let at = from; at < end; at++) {
    const has = set[at] ?? 0
    if (has === 0) continue
    const above = bits === 0 || at + words + 1 >= other.length ? 0 : (other[at + words + 1] ?? 0) << (32 - bits)
    if ((has & (((other[at + words] ?? 0) >>> bits) | above)) !== 0) return true
  }
  return false
}

/** Takes all sums above `most` out of the word that holds it. */
export function clearAbove(set: Bits, most: number): void {
  const above = Math.max(0, most + 1)
  const word = above >>> 5
  if (word < set.length) set[word] = (set[word] ?? 0) & (2 ** (above & 31) - 1)
}

/** Takes all sums below `least` out. */
export function clearBelow(set: Bits, least: number): void {
  if (least <= 0) return
  const word = least >>> 5
  set.fill(0, 0, word)
  if (word < set.length) set[word] = (set[word] ?? 0) & ~(2 ** (least & 31) - 1)
}

/** Whether a sum is there. */
export const marked = (set: Bits, at: number) => at >= 0 && (((set[at >>> 5] ?? 0) >>> (at & 31)) & 1) === 1

/** Powers of two of the units of each item. */
export function piecesOf(items: readonly SumItem[]): Piece[] {
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
