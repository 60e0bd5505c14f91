import type { PlanCounts } from './caseload.ts'
import { type ChildrenRange, childrenRange, type UnionCount } from './children-range.ts'
import type { LineFigures, PlanFigures } from './figures.ts'
import { ratioBp } from './money.ts'
import { DIRECT_CLASSES, isDriven } from './plan.ts'
import { bestReach, decisive, type GroupLines, linesByGroup, reaches } from './reach.ts'
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
  const best = bestReach(all)
  if (total === undefined || !best) return undefined
  const covered = Math.max(...all.map((reach) => reach.covered))
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

/** Months of a help that is given by the month; none where it is not, or where there is nobody to give it to. */
function monthsOf({ units, neededUnits, unit }: Pick<GroupCoverage, 'units' | 'neededUnits' | 'unit'>, total: number | null): { readonly months: number | null; readonly monthsNeeded: number | null } {
  return total !== 0 && /^(bulan|bln|month)/i.test(unit) ? { months: units, monthsNeeded: neededUnits } : { months: null, monthsNeeded: null }
}

function stuntedOf(groups: readonly GroupCoverage[], counts: PlanCounts): StuntedCoverage {
  const found = groups.find(({ group }) => group === 'stunted')
  if (!found) return { covered: 0, total: counts.get('stunted') ?? null, partly: 0, months: null, monthsNeeded: null }
  return { covered: found.covered, total: found.total, partly: found.partly, ...monthsOf(found, found.total) }
}

/**
 * Stunted children that direct help reaches, as they are said together with its months (`16 dari 16, 9 dari 12 bulan`): also those that it
 * reaches for some of them. Help that is not given by the month counts for those alone who get all of it.
 */
export function stuntedReached({ covered, partly, months }: Pick<StuntedCoverage, 'covered' | 'partly' | 'months'>): number {
  return months === null ? covered : covered + partly
}

/** Cadres who get an incentive: posyandu cadres (the Kader Pembangunan Manusia is a line of its own), in how many of the months. */
function cadresOf(figures: PlanFigures, counts: PlanCounts): CadreCoverage {
  const lines = linesByGroup(figures, ({ line }) => line.spendingClass === 'cadre_incentive').find(({ group }) => group === 'cadre')
  const known = lines ? reaches(lines.lines) : []
  const total = counts.get('cadre') ?? (lines ? (lastKnown(lines.lines, 'cadre') ?? null) : null)
  if (known.length === 0) return { receiving: 0, total, months: null, monthsNeeded: null }
  const best = known.reduce((most, reach) => (reach.covered + reach.partly > most.covered + most.partly ? reach : most))
  return { receiving: best.covered + best.partly, total, ...monthsOf(best, total) }
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
