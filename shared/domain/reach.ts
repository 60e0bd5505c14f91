import type { LineFigures, PlanFigures } from './figures.ts'
import { bundleKey, type LineNeed } from './need.ts'
import { isDriven } from './plan.ts'
import type { TargetGroup } from './target-group.ts'

/** Units of time that help is given in; a person's time is counted in the plan's own unit, never converted. */
export type TimeUnit = 'month' | 'day'

/** People × time of a kind of help: 16 children × 9 months = 144. */
export interface PersonTime {
  readonly unit: TimeUnit
  readonly given: number
  readonly needed: number
}

/** What one piece of help does for the people that it counts. `covered`: in all of its units; `partly`: in `units` of `neededUnits`. */
export interface Reach {
  readonly covered: number
  readonly partly: number
  readonly units: number
  readonly neededUnits: number
  readonly unit: string
  /** null where the help has no time to it (a latrine), or is cut by something that is neither heads nor time. */
  readonly time: PersonTime | null
}

type KnownNeed = LineNeed & { readonly known: true }

/** Whether a unit's name is one of time; `null` for anything else. */
export function timeUnit(unit: string): TimeUnit | null {
  if (/^(bulan|bln|month)/i.test(unit)) return 'month'
  return /^(hari|day)/i.test(unit) ? 'day' : null
}

function personTime({ line }: LineFigures, need: KnownNeed, heads: number, units: number): PersonTime | null {
  const places = line.quantities.flatMap((quantity, index) => (timeUnit(quantity.unit) === null ? [] : [index]))
  const unit = timeUnit(line.quantities[places[0] ?? -1]?.unit ?? '')
  if (unit === null || places.some((index) => timeUnit(line.quantities[index]?.unit ?? '') !== unit)) return null
  const counted = line.cutBy === null || places.includes(line.cutBy) || line.cutBy === line.quantities.findIndex(isDriven)
  if (!counted) return null
  const needed = places.reduce((product, index) => product * (need.factors[index] ?? 1), heads)
  return { unit, given: need.units === 0 ? 0 : (needed / need.units) * units, needed }
}

/** What one line does for the people that it counts. Cut by heads: some get all; cut by something else: all get some. */
function reachOf(figures: LineFigures, need: KnownNeed): Reach {
  const { line, fundedUnits } = figures
  const at = line.quantities.findIndex(isDriven)
  const heads = need.factors[at] ?? 0
  const units = Math.min(fundedUnits, need.units)
  const unit = line.quantities[line.cutBy ?? at]?.unit ?? ''
  const parts = { units, neededUnits: need.units, unit, time: personTime(figures, need, heads, units) }
  if (line.cutBy === at) return { ...parts, covered: units, partly: 0 }
  if (units >= need.units) return { ...parts, covered: need.units > 0 ? heads : 0, partly: 0 }
  return { ...parts, covered: 0, partly: units > 0 ? heads : 0 }
}

/** Help that comes together reaches as far as its weakest part. */
function weakest(reaches: readonly Reach[]): Reach {
  return reaches.reduce((least, reach) => (reach.units * least.neededUnits < least.units * reach.neededUnits ? reach : least))
}

export interface GroupLines {
  readonly group: TargetGroup
  readonly lines: LineFigures[]
}

/** Lines by the group that they follow, in plan order. */
export function linesByGroup(figures: PlanFigures, wanted: (line: LineFigures) => boolean): GroupLines[] {
  const groups = new Map<TargetGroup, GroupLines>()
  for (const line of figures.lines) {
    const driven = line.line.quantities.find(isDriven)
    if (!driven || !wanted(line)) continue
    const known = groups.get(driven.driver)
    if (known) known.lines.push(line)
    else groups.set(driven.driver, { group: driven.driver, lines: [line] })
  }
  return [...groups.values()]
}

/** Reach per bundle: one activity's lines that are funded together. Lines without a figure are left out. */
export function reaches(lines: readonly LineFigures[]): Reach[] {
  const bundles = new Map<string, Reach[]>()
  for (const line of lines) {
    if (!line.need.known) continue
    const key = bundleKey(line.line, line.activity)
    const reach = reachOf(line, line.need)
    const bundle = bundles.get(key)
    if (bundle) bundle.push(reach)
    else bundles.set(key, [reach])
  }
  return [...bundles.values()].map(weakest)
}

/** The one that covers most people; among equals the one that reaches most in part; `undefined` for none. */
export function bestReach(all: readonly Reach[]): Reach | undefined {
  return all.reduce<Reach | undefined>(
    (most, reach) => (!most || reach.covered > most.covered || (reach.covered === most.covered && reach.partly > most.partly) ? reach : most),
    undefined,
  )
}

/**
 * Only food decides where a group gets food: a ride to the hospital must not count as help for a year. A food package and a one-off good
 * (hens, a latrine) are weighed the same way: food first.
 */
export function decisive(lines: readonly LineFigures[]): readonly LineFigures[] {
  const food = lines.filter((line) => line.line.spendingClass === 'food')
  return food.length > 0 ? food : lines
}
