import { addColumn, createMip, type Mip, type Row } from './mip.ts'
import { type Layout, stepCost } from './packing.ts'

/** The feasible set as a mixed-integer program over bundle units, and over cells as whole or fluid amounts. */
export interface AllocationModel {
  readonly mip: Mip
  /** Column of each bundle's units. */
  readonly units: readonly number[]
  /** Column of each free cell by line × sources + source; −1 where there is none. Splittable cells are in units as well. */
  readonly cells: Int32Array
}

export function gcd(a: number, b: number): number {
  while (b > 0) [a, b] = [b, a % b]
  return a
}

/** Money is modelled in thousands of rupiah: in single rupiah the solver called wrong answers optimal, in millions it overspent by one. */
const THOUSAND = 1_000

interface Item {
  readonly column: number
  readonly cost: number
  readonly most: number
}

/** Largest sum of whole items that is at most `limit`; null where the search would be too big. */
function reachable(items: readonly Item[], limit: number): number | null {
  if (limit > 3_000_000) return null
  let bits = 1n
  const mask = (1n << BigInt(limit + 1)) - 1n
  const full = 1n << BigInt(limit)
  for (const item of items) {
    if (item.cost > limit) continue
    let left = Math.min(item.most, Math.floor(limit / item.cost))
    for (let take = 1; left > 0; take *= 2) {
      const some = Math.min(take, left)
      bits |= (bits << BigInt(some * item.cost)) & mask
      left -= some
    }
    if ((bits & full) !== 0n) return limit
  }
  return bits.toString(16).length * 4 - 1 - leadingZeros(bits)
}

function leadingZeros(bits: bigint): number {
  const first = Number.parseInt(bits.toString(16).charAt(0), 16)
  return Math.clz32(first) - 28
}

/**
 * A row "these cells cost at most `max`", made as tight as whole units allow without losing any of them: the limit falls to the
 * greatest sum that whole units can reach, and rounding rows (mixed-integer rounding, divisor = each unit cost) say what a
 * source that pays fluid amounts would otherwise cheat (with whole cells they save the solver most of its search). Half a step of slack keeps rounding noise of the solver away from the
 * exact limit: whole units that keep the limit keep it by half a step, those that break it break it by half a step.
 */
export function moneyRows(items: readonly Item[], max: number, inUnits: boolean, rounding = true): { rows: Row[]; cuts: Row[] } {
  if (items.length === 0) return { rows: [], cuts: [] }
  const columns = items.map((item) => item.column)
  if (!inUnits) {
    // a splittable line pays in rupiah: 0.02 rupiah of slack per row cannot add up to one
    return { rows: [{ lower: -Infinity, upper: (max + 0.02) / THOUSAND, columns, values: items.map((item) => item.cost / THOUSAND), exact: max }], cuts: [] }
  }
  const step = items.reduce((a, item) => gcd(a, item.cost), 0)
  const steps = Math.floor(max / step)
  const scaled = items.map((item) => ({ ...item, cost: item.cost / step }))
  const limit = (rounding ? reachable(scaled, steps) : null) ?? steps
  const rows: Row[] = [{
    lower: -Infinity, upper: ((limit + 0.5) * step) / THOUSAND, columns, values: items.map((item) => item.cost / THOUSAND), exact: limit * step,
  }]
  if (!rounding) return { rows, cuts: [] }
  const cuts: Row[] = []
  const seen = new Set<number>()
  for (const { cost } of scaled) {
    for (const part of [1, 2, 3]) {
      const divisor = cost / part
      if (seen.has(divisor)) continue
      seen.add(divisor)
      // exact fractions: everything times `part`, modulo `cost`
      const over = (limit * part) % cost
      const floor = (limit * part - over) / cost
      if (over > 0.999 * cost || !Number.isSafeInteger(limit * part)) continue
      const values = scaled.map((item) => {
        const rest = (item.cost * part) % cost
        return (item.cost * part - rest) / cost + Math.max(0, (rest - over) / (cost - over))
      })
      cuts.push({ lower: -Infinity, upper: floor + 1e-6, columns, values })
    }
  }
  return { rows, cuts }
}

/**
 * Builds the feasible set. `most[b]` bounds the units of a bundle from above. `whole` says whether cells are whole; fluid
 * ones can only make the answer look better than it is (a bound). Without `rounding` no row is tighter than its money.
 */
export function buildModel(layout: Layout, least: readonly number[], most: readonly number[], whole: 'all' | 'none', rounding = true): AllocationModel {
  const { problem, sourceCount } = layout
  const mip = createMip()
  const units = problem.bundles.map((bundle) => addColumn(mip, least[bundle.index] ?? 0, most[bundle.index] ?? 0, true))
  const cells = new Int32Array(layout.capsOf.length).fill(-1)
  const lockedSteps = new Map<number, number>()
  const lockedMoney = new Float64Array(sourceCount)
  const lockedCap = new Float64Array(problem.caps.length)
  for (const lock of layout.locked) {
    const line = problem.lines[lock.line]
    if (line === undefined) continue
    const money = lock.steps * stepCost(line)
    lockedSteps.set(lock.line, (lockedSteps.get(lock.line) ?? 0) + lock.steps)
    lockedMoney[lock.source] = (lockedMoney[lock.source] ?? 0) + money
    for (const cap of layout.capsOf[lock.cell] ?? []) lockedCap[cap] = (lockedCap[cap] ?? 0) + money
  }
  const left = problem.available.map((available, source) => available - (lockedMoney[source] ?? 0))
  for (const line of problem.lines) {
    if (line.unitCost === 0) continue
    const top = most[line.bundle] ?? 0
    const locked = line.splittable ? (lockedSteps.get(line.index) ?? 0) / line.unitCost : (lockedSteps.get(line.index) ?? 0)
    const columns: number[] = []
    if (top > 0) {
      for (const source of layout.free[line.index] ?? []) {
        const affordable = (left[source] ?? 0) / line.unitCost
        const bound = Math.min(top, line.splittable ? affordable : Math.floor(affordable))
        if (bound <= 0) continue
        const column = addColumn(mip, 0, bound, !line.splittable && whole === 'all')
        cells[line.index * sourceCount + source] = column
        columns.push(column)
      }
    }
    mip.rows.push({ lower: locked, upper: locked, columns: [units[line.bundle] ?? 0, ...columns], values: [1, ...columns.map(() => -1)] })
  }
  const itemsOf = (source: number, members?: ReadonlySet<number>) => {
    const items: Item[] = []
    let inUnits = true
    for (const line of problem.lines) {
      const column = cells[line.index * sourceCount + source] ?? -1
      if (column < 0 || (members !== undefined && !members.has(line.index))) continue
      items.push({ column, cost: line.unitCost, most: mip.upper[column] ?? 0 })
      inUnits &&= !line.splittable
    }
    return { items, inUnits }
  }
  const money = (items: Item[], inUnits: boolean, max: number) => {
    if (max < 0) mip.rows.push({ lower: 1, upper: 1, columns: [], values: [] })
    else {
      const made = moneyRows(items, max, inUnits, rounding)
      mip.rows.push(...made.rows)
      mip.cuts.push(...made.cuts)
    }
  }
  left.forEach((max, source) => {
    const { items, inUnits } = itemsOf(source)
    money(items, inUnits, max)
  })
  problem.caps.forEach((cap, index) => {
    const { items, inUnits } = itemsOf(cap.source, cap.lines)
    money(items, inUnits, cap.max - (lockedCap[index] ?? 0))
  })
  return { mip, units, cells }
}
