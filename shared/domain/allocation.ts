import type { Rupiah } from './money.ts'
import type { Tier, Weight } from './plan.ts'

/** One line of an allocation instance. `sources` are the ids of the eligible sources. */
export interface AllocationLine {
  readonly id: string
  /** Lines of one bundle get the same number of units; without one, a line stands alone. */
  readonly bundle?: string | undefined
  readonly tier: Tier
  readonly weight: Weight
  /** Units needed, N. */
  readonly units: number
  readonly unitCost: Rupiah
  /** True where a quantity follows a count: only such bundles take part in raising the lowest coverage. */
  readonly driven: boolean
  /** True where one unit may be shared between sources. */
  readonly splittable?: boolean | undefined
  readonly sources: readonly string[]
  /** Least coverage in basis points: units ≥ ceil(target × N). */
  readonly targetBp?: number | undefined
  /** Direct help for one of the disjoint groups; what the strategy `children` counts. Heads reached per unit when every unit is bought. */
  readonly heads?: number | undefined
  /** The village that the line is for; what the strategy `equal` compares. */
  readonly village?: string | undefined
}

/** Sources in spending order: the first is spent first. */
export interface AllocationSource {
  readonly id: string
  readonly available: Rupiah
}

/** What a source may pay for a group of lines at most. */
export interface AllocationCap {
  readonly id?: string | undefined
  readonly source: string
  readonly lines: readonly string[]
  readonly max: Rupiah
}

/** A cell that keeps its value. */
export interface AllocationLock {
  readonly line: string
  readonly source: string
  readonly amount: Rupiah
}

export interface AllocationInstance {
  readonly lines: readonly AllocationLine[]
  readonly sources: readonly AllocationSource[]
  readonly caps: readonly AllocationCap[]
  readonly locks: readonly AllocationLock[]
}

/** How the plan of one region is allocated. */
export type Strategy = 'tiered' | 'children'
/** How an instance is allocated: `equal` needs the village of each line. */
export type InstanceStrategy = Strategy | 'equal'
export type AllocationStatus = 'optimal' | 'feasible' | 'infeasible' | 'stopped'
export type LeftoverReason = 'all_needs_met' | 'not_eligible' | 'less_than_unit' | 'held_by_rule'

/** An exact fraction in lowest terms, denominator > 0; `value` is for reading only. */
export interface Fraction {
  readonly numerator: number
  readonly denominator: number
}

export interface TierOutcome {
  readonly tier: Tier
  /** Lowest coverage of step (1); null where no bundle takes part. */
  readonly lowestCoverage: number | null
  /** Sum of weight × coverage of step (2); null where the tier has no bundle with N > 0. */
  readonly coverageSum: number | null
  /** The same two, exactly. */
  readonly lowestExact: Fraction | null
  readonly sumExact: Fraction | null
  /** Ids of the lines whose bundle cannot get even one unit. */
  readonly aside: readonly string[]
}

export interface LineOutcome {
  readonly id: string
  readonly fundedUnits: number
  readonly funded: Rupiah
  /** Amount per source id; sources that pay nothing are left out. */
  readonly bySource: Readonly<Record<string, Rupiah>>
}

export interface SourceOutcome {
  readonly id: string
  readonly available: Rupiah
  readonly spent: Rupiah
  readonly left: Rupiah
  /** Why money is left; null when nothing is. */
  readonly reason: LeftoverReason | null
  /** What the next rupiah of this source would buy first: the line, and the least amount that buys one more unit of it; null when nothing. */
  readonly next: { readonly line: string; readonly amount: Rupiah } | null
}

/** One village of an instance: Σ weight × coverage ÷ Σ weight over its bundles that need something. */
export interface VillageOutcome {
  readonly village: string
  readonly coverage: number
  /** Null where its parts leave the integers that a number holds exactly. */
  readonly exact: Fraction | null
}

/** What one step of `equal` reached, and what no answer that keeps all earlier steps can exceed. */
export interface StepOutcome {
  readonly step: 'village' | 'lowest' | 'sum'
  /** Null for the villages, which come before all tiers. */
  readonly tier: Tier | null
  readonly reached: number
  /** The same as `reached` where that is proven to be the greatest. */
  readonly bound: number
  /** (bound − reached) ÷ bound; 0 where it is proven. */
  readonly gap: number
}

export interface EqualOutcome {
  /** The lowest village; null where none takes part. */
  readonly lowestCoverage: number | null
  readonly lowestExact: Fraction | null
  /** Villages that cannot get even one unit; they hold no other back. */
  readonly aside: readonly string[]
  /** In the order of the instance. Villages that need nothing are left out. */
  readonly villages: readonly VillageOutcome[]
  readonly steps: readonly StepOutcome[]
}

/** What cannot hold together in an infeasible instance: the smallest set of locks, targets and caps. */
export interface Conflict {
  readonly kind: 'lock' | 'target' | 'cap' | 'source'
  readonly line?: string | undefined
  readonly source?: string | undefined
  readonly cap?: string | undefined
}

export interface AllocationResult {
  readonly status: AllocationStatus
  /** Proven distance to the bound, relative; 0 where it is proven optimal. */
  readonly gap: number
  readonly tiers: readonly TierOutcome[]
  readonly lines: readonly LineOutcome[]
  readonly sources: readonly SourceOutcome[]
  readonly conflict: readonly Conflict[]
  /** With the strategy `equal` only. */
  readonly equal?: EqualOutcome | undefined
}

