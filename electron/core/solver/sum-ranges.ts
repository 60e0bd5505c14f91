import { type Bits, clearAbove, clearBelow, meets, type Piece, piecesOf, spread, spreadDown, type SumItem, type SumLimits } from './sum-bits.ts'

/** Units that an item has at least and at most. */
export interface UnitRange {
  readonly least: number
  readonly most: number
}

/** Words of the sums that can stand between two items and still lead to what is asked for. */
interface Window {
  readonly from: number
  readonly end: number
}

type Spread = typeof spread | typeof spreadDown

/** Sums on the other side of an item. */
function across(sums: Bits, pieces: readonly Piece[], go: Spread, from: number, end: number): Bits {
  return pieces.reduce<Bits>((before, { weight }) => {
    const after = new Uint32Array(end)
    go(after, before, weight, from, end)
    return after
  }, sums)
}

/** The windows before each item and after the last. */
function windowsOf(items: readonly SumItem[], { least, limit }: SumLimits): Window[] {
  let [made, missing] = [0, items.reduce((sum, { weight, most }) => sum + weight * most, 0)]
  const window = (): Window => ({ from: Math.max(0, Math.min(limit, least - missing)) >>> 5, end: (Math.min(limit, made) >>> 5) + 1 })
  return [window(), ...items.map(({ weight, most }) => {
    made += weight * most
    missing -= weight * most
    return window()
  })]
}

/** The sums between the limits. */
function wanted({ least, limit }: SumLimits, end: number): Bits {
  const sums = new Uint32Array(end)
  for (let sum = Math.max(0, least); sum <= Math.min(limit, end * 32 - 1); sum++) sums[sum >>> 5] = (sums[sum >>> 5] ?? 0) | (1 << (sum & 31))
  return sums
}

function keepUpTo(sums: Bits, most: number): void {
  clearAbove(sums, most)
  sums.fill(0, ((most + 1) >>> 5) + 1)
}

/**
 * Fewest and most units of each item in all ways to make a sum between the limits; null where there is no way. What is made from the first items on
 * and what still leads to such a sum meet at every item.
 */
export function unitRanges(items: readonly SumItem[], limits: SumLimits): UnitRange[] | null {
  const { cap, limit } = limits
  if (limit < 0 || (cap !== undefined && (cap.most < 0 || (cap.first === 0 && cap.least > 0)))) return null
  const windows = windowsOf(items, limits)
  const pieces = items.map((item) => piecesOf([item]))
  let sums: Bits = new Uint32Array(1)
  sums[0] = 1
  const before = pieces.map((own, index) => {
    const here = sums
    sums = across(here, own, spread, windows[index]?.from ?? 0, windows[index + 1]?.end ?? 1)
    if (cap !== undefined && index < cap.first) keepUpTo(sums, cap.most)
    if (cap !== undefined && index === cap.first - 1) clearBelow(sums, cap.least)
    return here
  })
  let after = wanted(limits, windows.at(-1)?.end ?? 1)
  const ranges: UnitRange[] = []
  for (let index = items.length - 1; index >= 0; index--) {
    const { weight, most: all } = items[index] ?? { weight: 0, most: 0 }
    const { from, end } = windows[index] ?? { from: 0, end: 1 }
    if (cap !== undefined && index === cap.first - 1) {
      keepUpTo(after, cap.most)
      clearBelow(after, cap.least)
    }
    const leads = (units: number) => meets(before[index] ?? after, after, units * weight, from)
    let [least, most] = [0, all]
    while (least <= most && !leads(least)) least++
    if (least > most) return null
    while (most > least && !leads(most)) most--
    ranges.unshift({ least, most })
    after = across(after, pieces[index] ?? [], spreadDown, from, windows[index + 1]?.end ?? end)
  }
  return ranges
}
