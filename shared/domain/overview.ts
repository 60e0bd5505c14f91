import type { PlanCounts } from './caseload.ts'
import type { PlanCoverage } from './coverage.ts'
import type { PlanFigures } from './figures.ts'
import { type Rupiah, split, sum } from './money.ts'
import { DIRECT_CLASSES, isDriven, type Plan, SPENDING_CLASSES, type SpendingClass } from './plan.ts'

/** Of every Rp1.000 that is funded, what one class of spending gets. The parts sum to 1.000 exactly. */
export interface SpendingPart {
  readonly class: SpendingClass
  readonly direct: boolean
  readonly amount: Rupiah
  readonly perThousand: number
}

/**
 * What the funded money becomes, direct classes first, classes that get nothing left out. The direct part is rounded first, so that the
 * sentence "dari tiap Rp1.000" and its parts never differ.
 */
export function spendingParts(figures: PlanFigures): SpendingPart[] {
  const amounts = SPENDING_CLASSES.map((kind) => ({
    class: kind, direct: DIRECT_CLASSES.has(kind), amount: sum(figures.lines.filter(({ line }) => line.spendingClass === kind).map(({ funded }) => funded)),
  }))
  const total = sum(amounts.map(({ amount }) => amount))
  if (total === 0) return []
  const direct = amounts.filter((part) => part.direct && part.amount > 0)
  const other = amounts.filter((part) => !part.direct && part.amount > 0)
  const [toDirect = 0, toOther = 0] = split(1_000, [direct, other].map((parts) => BigInt(sum(parts.map(({ amount }) => amount)))))
  return [[direct, toDirect] as const, [other, toOther] as const].flatMap(([parts, share]) => {
    const shares = split(share, parts.map(({ amount }) => BigInt(amount)))
    return parts.map((part, index) => ({ ...part, perThousand: shares[index] ?? 0 }))
  })
}

/** What the plan pays for one stunted child, in whole rupiah, rounded half up; null parts where no count is known or nobody is counted. */
export interface PerChild {
  readonly children: number
  /** Funded direct help that follows the count of stunted children. */
  readonly help: Rupiah
  readonly helpPerChild: Rupiah
  /** All that is funded, over the same children. */
  readonly funded: Rupiah
  readonly fundedPerChild: Rupiah
}

function perHead(amount: Rupiah, heads: number): Rupiah {
  return Number((2n * BigInt(amount) + BigInt(heads)) / (2n * BigInt(heads)))
}

export function perStuntedChild(figures: PlanFigures, counts: PlanCounts): PerChild | null {
  const children = counts.get('stunted')
  if (children === undefined || children === 0) return null
  const followed = figures.lines.filter(({ line }) => DIRECT_CLASSES.has(line.spendingClass) && line.quantities.some((one) => isDriven(one) && one.driver === 'stunted'))
  const help = sum(followed.map(({ funded }) => funded))
  return { children, help, helpPerChild: perHead(help, children), funded: figures.funded, fundedPerChild: perHead(figures.funded, children) }
}

/** One bar: how many of a group are reached in full, and by some of the help's months. */
export interface ReachBar {
  readonly group: string
  readonly total: number
  readonly covered: number
  readonly partly: number
  /** Months (or other units) that those who are reached get, of how many; null where the help has no parts to them. */
  readonly units: number | null
  readonly neededUnits: number | null
  readonly unit: string
}

/** Groups that the plan helps directly, and the cadres who receive an incentive, in the order of the families. */
export function reachBars({ groups, cadres }: Pick<PlanCoverage, 'groups' | 'cadres'>): ReachBar[] {
  const bars = groups.filter(({ total }) => total > 0).map(({ group, total, covered, partly, units, neededUnits, unit }) => {
    const inParts = partly > 0
    return { group, total, covered, partly, units: inParts ? units : null, neededUnits: inParts ? neededUnits : null, unit: inParts ? unit : '' }
  })
  if (cadres.total === null || cadres.total === 0) return bars
  const short = cadres.months !== null && cadres.monthsNeeded !== null && cadres.months < cadres.monthsNeeded
  const reached = Math.min(cadres.receiving, cadres.total)
  return [...bars, {
    group: 'cadre', total: cadres.total, covered: short ? 0 : reached, partly: short ? reached : 0,
    units: short ? cadres.months : null, neededUnits: short ? cadres.monthsNeeded : null, unit: short ? 'bulan' : '',
  }]
}

/** How far a plan has come, as facts; the words are made where it is read. */
export interface Progress {
  /** Children in the followed list: sasaran, else those measured; null = no data on children yet. */
  readonly children: number | null
  /** Cost lines whose count was never known. */
  readonly unknownLines: number
  readonly sources: number
  readonly ceilingsMissing: number
  readonly allocated: boolean
  readonly errors: number
  readonly warnings: number
}

export function progressOf(
  { plan, figures, counts }: { readonly plan: Plan; readonly figures: PlanFigures; readonly counts: PlanCounts },
  findings: readonly { readonly severity: 'error' | 'warning' | 'info' }[],
): Progress {
  return {
    children: counts.get('targeted') ?? counts.get('measured') ?? counts.get('stunted') ?? null,
    unknownLines: figures.lines.filter(({ need }) => !need.known).length,
    sources: figures.sources.length,
    ceilingsMissing: figures.sources.filter(({ ceiling }) => ceiling === null).length,
    allocated: plan.cells.some((cell) => cell.units > 0 || (cell.amount ?? 0) > 0),
    errors: findings.filter(({ severity }) => severity === 'error').length,
    warnings: findings.filter(({ severity }) => severity === 'warning').length,
  }
}
