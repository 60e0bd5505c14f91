import type { PlanCounts } from './caseload.ts'
import { FULL_BP, multiply, type Rupiah } from './money.ts'
import { type Activity, type AllocationCell, type CostLine, type DrivenQuantity, isDriven, type Quantity } from './plan.ts'

/**
 * What a cost line asks for.
 *
 * `known` false: a driving count was never known, so there is no figure at all. `stale` true: the count is unknown now and the
 * last known one stands in. Amounts are whole rupiah.
 */
export type LineNeed =
  | { readonly known: false }
  | { readonly known: true; readonly stale: boolean; readonly units: number; readonly unitCost: Rupiah; readonly need: Rupiah; readonly factors: readonly number[] }

/** ceil(count × share), exactly. */
function shareCeil(count: number, shareBp: number): number {
  const full = BigInt(FULL_BP)
  return Number((BigInt(count) * BigInt(shareBp) + full - 1n) / full)
}

/** Units that a driven quantity follows to: max(0, ceil(count × share) − Σ served); the last known figure where the count is unknown. */
export function drivenNumber(quantity: DrivenQuantity, counts: PlanCounts): { n: number | null; stale: boolean } {
  const count = counts.get(quantity.driver)
  if (count === undefined) return { n: quantity.lastN, stale: true }
  const served = quantity.served.reduce((total, entry) => total + entry.units, 0)
  return { n: Math.max(0, shareCeil(count, quantity.shareBp) - served), stale: false }
}

function numberOf(quantity: Quantity, counts: PlanCounts): { n: number | null; stale: boolean } {
  return isDriven(quantity) ? drivenNumber(quantity, counts) : { n: quantity.n, stale: false }
}

/**
 * units N = the cutBy quantity, or 1; unitCost = price × the other quantities; need = unitCost × N.
 * @throws MoneyRangeError where the amount leaves the exact range
 */
export function lineNeed(line: CostLine, counts: PlanCounts): LineNeed {
  const numbers = line.quantities.map((quantity) => numberOf(quantity, counts))
  const factors: number[] = []
  for (const { n } of numbers) {
    if (n === null) return { known: false }
    factors.push(n)
  }
  const stale = numbers.some((number) => number.stale)
  const units = line.cutBy === null ? 1 : (factors[line.cutBy] ?? 1)
  const unitCost = multiply(line.unitPrice, ...factors.filter((_, index) => index !== line.cutBy))
  return { known: true, stale, units, unitCost, need: multiply(unitCost, units), factors }
}

/** True where a quantity of the line follows a count. */
export function followsCount(line: CostLine): boolean {
  return line.quantities.some(isDriven)
}

/**
 * Key of the bundle that a line belongs to: the lines of an activity that are cut by the same quantity, or its whole lines,
 * make sense only together and are funded in the same number of units.
 */
export function bundleKey(line: CostLine, activity: Activity): string {
  const cut = line.cutBy === null ? null : line.quantities[line.cutBy]
  const what = !cut ? 'whole' : isDriven(cut) ? `${cut.driver}/${cut.shareBp}/${JSON.stringify(cut.served)}` : `${cut.unit}/${cut.n}`
  return `${activity.id}:${what}`
}

/** What a cell pays: units × unit cost, or the amount of a splittable line. @throws MoneyRangeError */
export function cellAmount(cell: AllocationCell, need: LineNeed): Rupiah {
  if (cell.amount !== null) return cell.amount
  return need.known ? multiply(need.unitCost, cell.units) : 0
}
