import { type BigFraction, compare, coverageSum } from './allocation-fraction.ts'
import type { Problem, ProblemBundle } from './allocation-problem.ts'

/** A village of an instance with its bundles that need something. */
export interface Village {
  readonly name: string
  readonly bundles: readonly ProblemBundle[]
  /** Σ weight over the bundles. */
  readonly weight: number
}

/** The villages in the order of the instance; those whose bundles all need nothing take no part. */
export function villagesOf(problem: Problem): Village[] {
  const members = new Map<string, ProblemBundle[]>()
  for (const bundle of problem.bundles) {
    if (bundle.village === null || bundle.units === 0) continue
    members.set(bundle.village, [...(members.get(bundle.village) ?? []), bundle])
  }
  return [...members].map(([name, bundles]) => ({ name, bundles, weight: bundles.reduce((sum, bundle) => sum + bundle.weight, 0) }))
}

/** Σ weight × coverage ÷ Σ weight, exactly (model §5). */
export function villageCoverage(village: Village, units: (bundle: ProblemBundle) => number): BigFraction {
  const sum = coverageSum(village.bundles.map((bundle) => ({ weight: bundle.weight, units: units(bundle), needed: bundle.units })))
  return { numerator: sum.numerator, denominator: sum.denominator * BigInt(village.weight) }
}

/** Coverage of the lowest village; null where there is none. */
export function lowestVillage(villages: readonly Village[], units: (bundle: ProblemBundle) => number): BigFraction | null {
  let lowest: BigFraction | null = null
  for (const village of villages) {
    const coverage = villageCoverage(village, units)
    if (lowest === null || compare(coverage, lowest) < 0) lowest = coverage
  }
  return lowest
}
