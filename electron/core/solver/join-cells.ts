import { gcd } from './model.ts'
import { add, copyPacking, excess, type Layout, type Packing } from './packing.ts'
import { type Bits, marked, piecesOf, shift, spread } from './sum-bits.ts'

/** Steps of money that two sources may exchange at most, lines that they exchange, and what the lines that both go on paying may weigh. */
const [SPAN, LINES, SHARED] = [1_000_000, 40, 12]
/** How often all pairs of sources are gone through. */
const PASSES = 4

/** A line that two sources may pay: what the first pays of the units of both. */
interface Open {
  readonly line: number
  readonly cost: number
  readonly units: number
  readonly first: number
  /** What it weighs that both pay: one payer more, and one split line more where nobody else pays. */
  readonly weight: 1 | 2
}

const isShared = ({ first, units }: Open) => first > 0 && first < units
const weightOf = (line: Open) => (isShared(line) ? line.weight : 0)

/** Sums of the first source, by what the lines weigh that both pay, before each line and after the last. */
function sumsByShared(lines: readonly Open[], steps: readonly number[], sum: number, most: number): Bits[][] {
  const end = (sum >>> 5) + 1
  const empty = () => new Uint32Array(end)
  let now = Array.from({ length: most + 1 }, empty)
  const [none] = now
  if (none !== undefined) none[0] = 1
  const before = [now]
  for (const [index, { units, weight }] of lines.entries()) {
    const step = steps[index] ?? 0
    const last = now
    now = last.map((whole, shared) => {
      // all or nothing of the line
      const sums = empty()
      spread(sums, whole, units * step, 0, end)
      const fewer = last[shared - weight]
      if (fewer === undefined || units < 2) return sums
      // one unit at least for either
      let some = empty()
      shift(some, fewer, step, end)
      for (const piece of piecesOf([{ weight: step, most: units - 2 }])) {
        const next = empty()
        spread(next, some, piece.weight, 0, end)
        some = next
      }
      for (let at = 0; at < end; at++) sums[at] = (sums[at] ?? 0) | (some[at] ?? 0)
      return sums
    })
    before.push(now)
  }
  return before
}

/** Units of the first source in each line, so that it pays the same and the lines that both pay weigh as little as can be; null: no less than now. */
function fewest(lines: readonly Open[]): number[] | null {
  const step = lines.reduce((all, { cost }) => gcd(all, cost), 0)
  const steps = lines.map(({ cost }) => cost / step)
  let sum = lines.reduce((total, { first }, index) => total + first * (steps[index] ?? 0), 0)
  const most = Math.min(SHARED, lines.reduce((total, line) => total + weightOf(line), 0) - 1)
  if (sum > SPAN || most < 0) return null
  const before = sumsByShared(lines, steps, sum, most)
  let shared = before.at(-1)?.findIndex((sums) => marked(sums, sum)) ?? -1
  if (shared < 0) return null
  const units = lines.map(() => 0)
  for (let index = lines.length - 1; index >= 0; index--) {
    const [line, cost] = [lines[index], steps[index] ?? 0]
    if (line === undefined) return null
    const leads = (first: number) => {
      const sums = before[index]?.[shared - weightOf({ ...line, first })]
      return sums !== undefined && marked(sums, sum - first * cost)
    }
    // as it is, else all or nothing, else the fewest
    const choices = [line.first, line.units, 0, ...Array.from({ length: line.units }, (_, first) => first)]
    const first = choices.find(leads)
    if (first === undefined) return null
    units[index] = first
    sum -= first * cost
    shared -= weightOf({ ...line, first })
  }
  return units
}

/** Lines that two sources may exchange: all, for which caps must be looked at afterwards, then those with the same caps in either, of which no cap changes. */
function exchangeable(layout: Layout, packing: Packing, one: number, other: number): Open[][] {
  const groups = new Map<string, Open[]>()
  for (const { index, unitCost, splittable } of layout.problem.lines) {
    const free = layout.free[index] ?? []
    if (splittable || !free.includes(one) || !free.includes(other)) continue
    const cells = [one, other].map((source) => index * layout.sourceCount + source)
    const [first = 0, second = 0] = cells.map((cell) => packing.counts[cell] ?? 0)
    if (first + second === 0) continue
    const caps = cells.map((cell) => layout.capsOf[cell]?.join() ?? '').join('/')
    const others = packing.counts.subarray(index * layout.sourceCount, (index + 1) * layout.sourceCount).some((count, source) => count > 0 && source !== one && source !== other)
    groups.set(caps, [...(groups.get(caps) ?? []), { line: index, cost: unitCost, units: first + second, first, weight: others ? 1 : 2 }])
  }
  const sharedFirst = (lines: readonly Open[]) => lines.toSorted((a, b) => Number(isShared(b)) - Number(isShared(a)) || a.line - b.line).slice(0, LINES)
  const apart = [...groups.values()]
  return (apart.length > 1 ? [apart.flat(), ...apart] : apart).map(sharedFirst)
}

/** The packing where what two sources share of these lines weighs least; null where that is not less than now, or a cap would be broken. */
function joined(layout: Layout, packing: Packing, [one, other]: readonly [number, number], lines: readonly Open[]): Packing | null {
  const units = lines.some(isShared) ? fewest(lines) : null
  if (units === null) return null
  const next = copyPacking(packing)
  for (const [index, { line, first }] of lines.entries()) {
    const more = (units[index] ?? first) - first
    add(layout, next, line, one, more)
    add(layout, next, line, other, -more)
  }
  return excess(layout, next) > 0 ? null : next
}

/**
 * Lets fewer sources pay for the same line: two sources at a time exchange units so that each pays exactly what it paid, caps hold, and payers
 * and split lines together are as few as can be. Exact for two sources with up to 40 lines where no cap stands in the way, not for all sources
 * together. Lines that pay in rupiah stay as they are.
 */
export function joinCells(layout: Layout, from: Packing): Packing {
  let packing = from
  for (let pass = 0, moved = true; moved && pass < PASSES; pass++) {
    moved = false
    for (let one = 0; one < layout.sourceCount; one++) {
      for (let other = one + 1; other < layout.sourceCount; other++) {
        for (const lines of exchangeable(layout, packing, one, other)) {
          const next = joined(layout, packing, [one, other], lines)
          if (next === null) continue
          packing = next
          moved = true
          break
        }
      }
    }
  }
  return packing
}
