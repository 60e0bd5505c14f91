import type { Highs } from 'highs'
import { type BigFraction, bigLcm, compare } from '#shared/domain/allocation-fraction.ts'
import type { ProblemBundle } from '#shared/domain/allocation-problem.ts'
import type { Layout, Packing } from './packing.ts'
import type { Fluid } from './fluid.ts'

/** Units per bundle, and who pays them. */
export interface Answer {
  readonly units: readonly number[]
  readonly packing: Packing
}

/** A sum that must not fall: Σ factor × units ≥ reached, in whole numbers. */
export interface Kept {
  readonly factors: ReadonlyMap<number, bigint>
  reached: bigint
}

/** What the search knows and holds fixed. */
export interface Search {
  readonly highs: Highs
  readonly layout: Layout
  readonly least: number[]
  readonly most: number[]
  readonly kept: Kept[]
  /** Units per bundle that cannot be paid in whole units, nor can anything above them. */
  readonly unpayable: (readonly number[])[]
  best: Answer | null
  /** What fluid money pays for, with the limits met; made when it is first asked, closed at the end. */
  fluid: Fluid | null
  readonly deadline: number
  readonly onAnswer: (answer: Answer) => void
}

/** A village as whole numbers: its coverage is Σ factor × units ÷ full. */
export interface VillageSum {
  readonly factors: ReadonlyMap<number, bigint>
  readonly full: bigint
}

export type Aim =
  | { readonly kind: 'any' }
  /** As many of these bundles as possible get a unit. */
  | { readonly kind: 'begin'; readonly bundles: readonly number[] }
  | { readonly kind: 'lowest'; readonly bundles: readonly ProblemBundle[] }
  | { readonly kind: 'sum'; readonly sum: ReadonlyMap<number, bigint> }
  /** The lowest village as high as it goes. */
  | { readonly kind: 'villages'; readonly villages: readonly VillageSum[] }

/** Σ weight × coverage as whole factors: weight × L ÷ N with L the least common multiple of the N. */
export function sumFactors(bundles: readonly ProblemBundle[], weight: (bundle: ProblemBundle) => number): Map<number, bigint> {
  const multiple = bigLcm(bundles.map((bundle) => bundle.units))
  return new Map(bundles.map((bundle) => [bundle.index, (BigInt(weight(bundle)) * multiple) / BigInt(bundle.units)]))
}

export function sumOf(factors: ReadonlyMap<number, bigint>, units: readonly number[]): bigint {
  let total = 0n
  for (const [bundle, factor] of factors) total += factor * BigInt(units[bundle] ?? 0)
  return total
}

/** Coverage of the lowest village, not in lowest terms. The list must not be empty. */
export function lowestOfVillages(villages: readonly VillageSum[], units: readonly number[]): BigFraction {
  let lowest: BigFraction = { numerator: 1n, denominator: 1n }
  for (const { factors, full } of villages) {
    const coverage = { numerator: sumOf(factors, units), denominator: full }
    if (compare(coverage, lowest) < 0) lowest = coverage
  }
  return lowest
}

/** Keeps every sum that was reached, exactly. */
export function keeps(search: Search, units: readonly number[]): boolean {
  return search.kept.every(({ factors, reached }) => sumOf(factors, units) >= reached)
}
