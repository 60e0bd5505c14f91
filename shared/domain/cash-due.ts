import type { LineFigures } from './figures.ts'
import { type Rupiah, split } from './money.ts'
import { isDriven } from './plan.ts'
import { timeUnit } from './reach.ts'

/** What a source has to pay for a line in a month (1–12). */
export interface Due {
  readonly lineId: string
  readonly sourceId: string
  readonly month: number
  readonly amount: Rupiah
}

export interface LineDues {
  readonly dues: readonly Due[]
  /** Where each source pays other people for the whole time: how many of all, by source. null: everybody is helped together, one unit after the other. */
  readonly heads: { readonly bySource: ReadonlyMap<string, number>; readonly all: number; readonly unit: string } | null
  /** Months in which the line asks for something, ascending; a month more than once where several units fall into it. */
  readonly months: readonly number[]
  /** Of those, months that nobody pays for; only where the line is cut by time. */
  readonly unfunded: readonly number[]
  readonly unfundedAmount: Rupiah
}

/** Months 1–12 of an activity; none said: the whole year. */
function monthsOf(set: number): number[] {
  const months = Array.from({ length: 12 }, (_, index) => index + 1).filter((month) => (set & (1 << (month - 1))) !== 0)
  return months.length === 0 ? Array.from({ length: 12 }, (_, index) => index + 1) : months
}

/** `count` things spread over months in order: one each where there are as many, evenly where there are fewer or more. */
function spread(count: number, months: readonly number[]): number[] {
  return Array.from({ length: count }, (_, index) => months[Math.floor((index * months.length) / count)] ?? 12)
}

/** Takes the first free places from the month on in which a source's money comes; what is missing from the latest before. */
function take(free: number[], count: number, from: number): number[] {
  const later = free.filter((month) => month >= from).slice(0, count)
  const earlier = free.filter((month) => month < from)
  const taken = [...earlier.slice(Math.max(0, earlier.length - (count - later.length))), ...later]
  for (const month of taken) free.splice(free.indexOf(month), 1)
  return taken
}

function equalDues(lineId: string, sourceId: string, amount: Rupiah, months: readonly number[]): Due[] {
  const distinct = [...new Set(months)]
  const parts = split(amount, distinct.map(() => 1n))
  return distinct.flatMap((month, index) => ((parts[index] ?? 0) > 0 ? [{ lineId, sourceId, month, amount: parts[index] ?? 0 }] : []))
}

/**
 * When the money of a line falls due. A line that is cut by time, or by what has no time to it (meetings, sets), is due unit by unit over the
 * months of its activity; each source pays the units from the month on in which its money comes, as far as they go. Anything else, also people
 * who are paid for months, is due in equal parts over its months. The dues add up to what is booked, per source.
 */
export function lineDues({ line, activity, need, cells }: LineFigures, firstMonthOf: (sourceId: string) => number): LineDues {
  const months = monthsOf(activity.months)
  const cut = line.cutBy === null ? undefined : line.quantities[line.cutBy]
  const paid = cells.filter((cell) => cell.amount > 0)
  const timed = line.quantities.some(({ unit }) => timeUnit(unit) !== null)
  const inUnits = need.known && need.units > 0 && need.units <= 1_000 && cut !== undefined && !isDriven(cut) && !line.splittable && (timeUnit(cut.unit) !== null || !timed)
  if (!inUnits) {
    const time = line.quantities.find((quantity) => !isDriven(quantity) && timeUnit(quantity.unit) === 'month')
    const asked = time !== undefined && !isDriven(time) && time.n > 0 && time.n <= 1_000 ? spread(time.n, months) : months
    const heads = need.known && cut !== undefined && !line.splittable ? { bySource: new Map(paid.map((cell) => [cell.sourceId, cell.units])), all: need.units, unit: cut.unit } : null
    return { dues: paid.flatMap((cell) => equalDues(line.id, cell.sourceId, cell.amount, asked)), heads, months: asked, unfunded: [], unfundedAmount: 0 }
  }
  const places = spread(need.units, months)
  const free = [...places]
  const dues: Due[] = []
  for (const cell of paid.toSorted((a, b) => firstMonthOf(a.sourceId) - firstMonthOf(b.sourceId))) {
    const taken = take(free, cell.units, firstMonthOf(cell.sourceId))
    // more than is needed is a note of its own; its money falls due with the last unit
    const all = [...taken, ...Array.from({ length: cell.units - taken.length }, () => places.at(-1) ?? 12)]
    const byMonth = Map.groupBy(all, (month) => month)
    for (const [month, units] of byMonth) dues.push({ lineId: line.id, sourceId: cell.sourceId, month, amount: need.unitCost * units.length })
  }
  const isTime = timeUnit(cut.unit) === 'month'
  return { dues, heads: null, months: places, unfunded: isTime ? free : [], unfundedAmount: isTime ? need.unitCost * free.length : 0 }
}
