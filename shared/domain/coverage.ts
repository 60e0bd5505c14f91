import type { PlanCounts } from './caseload.ts'
import { type ChildrenRange, childrenRange, type UnionCount } from './children-range.ts'
import type { LineFigures, PlanFigures } from './figures.ts'
import { bundleKey, type LineNeed } from './need.ts'
import { ratioBp } from './money.ts'
import { DIRECT_CLASSES, isDriven } from './plan.ts'
import { FAMILIES, type TargetGroup } from './target-group.ts'

/**
 * Who of a group is reached. `covered`: by help in all of its units (all months, or a whole cycle); `partly`: by some of them, `units`
 * of `neededUnits`. What others serve (BOK, MBG) is in neither; it is `servedByOthers`.
 */
export interface GroupCoverage {
  readonly group: TargetGroup
  /** All there are in the chosen series, or when last known (`stale`). */
  readonly total: number
  readonly stale: boolean
  readonly covered: number
  /** Where several activities help different people of the group: at most so many. Equal to `covered` where there is one. */
  readonly coveredAtMost: number
  readonly partly: number
  readonly units: number
  readonly neededUnits: number
  /** Unit of the two: `bulan` where the help is cut by months, else the unit of the heads. */
  readonly unit: string
  readonly servedByOthers: number
}

export interface StuntedCoverage {
  readonly covered: number
  /** null: no data. */
  readonly total: number | null
  readonly partly: number
  readonly months: number | null
  readonly monthsNeeded: number | null
}

export interface CadreCoverage {
  /** People who get an incentive in at least one month. */
  readonly receiving: number
  readonly total: number | null
  readonly months: number | null
  readonly monthsNeeded: number | null
}

/** Fractions with their parts; bp is null where nothing was measured. */
export interface MeasurementShare {
  readonly part: number
  readonly whole: number
  readonly bp: number | null
}

export interface PlanCoverage {
  readonly groups: readonly GroupCoverage[]
  readonly stunted: StuntedCoverage
  readonly cadres: CadreCoverage
  readonly children: ChildrenRange
  /** Stunted of measured; null where either is unknown. */
  readonly prevalence: MeasurementShare | null
  /** Measured of targeted; null where either is unknown. */
  readonly measurement: MeasurementShare | null
}

interface Reach {
  readonly covered: number
  readonly partly: number
  readonly units: number
  readonly neededUnits: number
  readonly unit: string
}

type KnownNeed = LineNeed & { readonly known: true }

/** What one line does for the people that it counts. Cut by heads: some get all; cut by something else: all get some. */
function reachOf({ line, fundedUnits }: LineFigures, need: KnownNeed): Reach {
  const at = line.quantities.findIndex(isDriven)
  const heads = need.factors[at] ?? 0
  const units = Math.min(fundedUnits, need.units)
  const unit = line.quantities[line.cutBy ?? at]?.unit ?? ''
  const parts = { units, neededUnits: need.units, unit }
  if (line.cutBy === at) return { ...parts, covered: units, partly: 0 }
  if (units >= need.units) return { ...parts, covered: need.units > 0 ? heads : 0, partly: 0 }
  return { ...parts, covered: 0, partly: units > 0 ? heads : 0 }
}

/** Help that comes together reaches as far as its weakest part. */
function weakest(reaches: readonly Reach[]): Reach {
  return reaches.reduce((least, reach) => (reach.units * least.neededUnits < least.units * reach.neededUnits ? reach : least))
}

interface GroupLines {
  readonly group: TargetGroup
  readonly lines: LineFigures[]
}

/** Lines by the group that they follow, in plan order. */
function linesByGroup(figures: PlanFigures, wanted: (line: LineFigures) => boolean): GroupLines[] {
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

/** Reach per bundle: one activity's lines that are funded together. */
function reaches(lines: readonly LineFigures[]): Reach[] {
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

/**
 * Only food decides where a group gets food: a ride to the hospital must not count as help for a year. A food package and a one-off good
 * (hens, a latrine) are weighed the same way: food first.
 */
function decisive(lines: readonly LineFigures[]): readonly LineFigures[] {
  const food = lines.filter((line) => line.line.spendingClass === 'food')
  return food.length > 0 ? food : lines
}

function lastKnown(lines: readonly LineFigures[], group: TargetGroup): number | undefined {
  for (const { line } of lines) {
    const driven = line.quantities.find(isDriven)
    if (driven?.driver === group && driven.lastN !== null) return driven.lastN
  }
  return undefined
}

function served(lines: readonly LineFigures[]): number {
  return Math.max(
    0,
    ...lines.flatMap(({ line }) =>
      line.quantities.filter(isDriven).map((quantity) => quantity.served.reduce((total, entry) => total + entry.units, 0)),
    ),
  )
}

function groupCoverage({ group, lines }: GroupLines, counts: PlanCounts): GroupCoverage | undefined {
  const deciding = decisive(lines)
  const count = counts.get(group)
  const total = count ?? lastKnown(deciding, group)
  const all = reaches(deciding)
  if (total === undefined || all.length === 0) return undefined
  const covered = Math.max(...all.map((reach) => reach.covered))
  const best = all.reduce((most, reach) =>
    reach.covered > most.covered || (reach.covered === most.covered && reach.partly > most.partly) ? reach : most,
  )
  const cap = Math.max(covered, total)
  return {
    group,
    total,
    stale: count === undefined,
    covered,
    coveredAtMost: Math.min(
      cap,
      all.reduce((sum, reach) => sum + reach.covered, 0),
    ),
    partly: best.partly,
    units: best.units,
    neededUnits: best.neededUnits,
    unit: best.unit,
    servedByOthers: served(deciding),
  }
}

function stuntedOf(groups: readonly GroupCoverage[], counts: PlanCounts): StuntedCoverage {
  const found = groups.find(({ group }) => group === 'stunted')
  if (!found) return { covered: 0, total: counts.get('stunted') ?? null, partly: 0, months: null, monthsNeeded: null }
  const monthly = /^(bulan|bln|month)/i.test(found.unit)
  return {
    covered: found.covered,
    total: found.total,
    partly: found.partly,
    months: monthly ? found.units : null,
    monthsNeeded: monthly ? found.neededUnits : null,
  }
}

/** Cadres who get an incentive: posyandu cadres (the Kader Pembangunan Manusia is a line of its own), in how many of the months. */
function cadresOf(figures: PlanFigures, counts: PlanCounts): CadreCoverage {
  const lines = linesByGroup(figures, ({ line }) => line.spendingClass === 'cadre_incentive').find(({ group }) => group === 'cadre')
  const known = lines ? reaches(lines.lines) : []
  const total = counts.get('cadre') ?? (lines ? (lastKnown(lines.lines, 'cadre') ?? null) : null)
  if (known.length === 0) return { receiving: 0, total, months: null, monthsNeeded: null }
  const best = known.reduce((most, reach) => (reach.covered + reach.partly > most.covered + most.partly ? reach : most))
  const monthly = /^(bulan|bln|month)/i.test(best.unit)
  return {
    receiving: best.covered + best.partly,
    total,
    months: monthly ? best.units : null,
    monthsNeeded: monthly ? best.neededUnits : null,
  }
}

function fraction(part: number | undefined, whole: number | undefined): MeasurementShare | null {
  return part === undefined || whole === undefined ? null : { part, whole, bp: ratioBp(part, whole) }
}

/** Prevalence: stunted of measured, as integers. null where either is unknown (model §2). */
export function prevalence(counts: PlanCounts): MeasurementShare | null {
  return fraction(counts.get('stunted'), counts.get('measured'))
}

/** Measurement coverage: measured of targeted. null where either is unknown (model §2). */
export function measurementCoverage(counts: PlanCounts): MeasurementShare | null {
  return fraction(counts.get('measured'), counts.get('targeted'))
}

/**
 * Who a plan reaches (model §3): per group that its funded direct lines follow, the stunted children, the cadres, and the distinct children
 * overall. A group without any figure is left out, never 0. Groups come in the order of their families.
 */
export function planCoverage({
  figures,
  counts,
  union,
}: {
  readonly figures: PlanFigures
  readonly counts: PlanCounts
  readonly union?: UnionCount
}): PlanCoverage {
  const order: readonly TargetGroup[] = Object.values(FAMILIES).flat()
  const groups = linesByGroup(figures, ({ line }) => DIRECT_CLASSES.has(line.spendingClass))
    .flatMap((lines) => groupCoverage(lines, counts) ?? [])
    .toSorted((a, b) => order.indexOf(a.group) - order.indexOf(b.group))
  return {
    groups,
    stunted: stuntedOf(groups, counts),
    cadres: cadresOf(figures, counts),
    children: childrenRange(groups, counts, union),
    prevalence: prevalence(counts),
    measurement: measurementCoverage(counts),
  }
}
