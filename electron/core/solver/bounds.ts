import type { EqualOutcome, StepOutcome } from '#shared/domain/allocation.ts'
import { lowestOf, sumFor } from '#shared/domain/allocation-check.ts'
import { type BigFraction, toFraction, toNumber } from '#shared/domain/allocation-fraction.ts'
import type { ProblemBundle } from '#shared/domain/allocation-problem.ts'
import { lowestVillage, villageCoverage, villagesOf } from '#shared/domain/allocation-villages.ts'
import { cellsModel } from './aims.ts'
import { solveMip } from './highs.ts'
import { type Aim, type Answer, type Search, sumFactors, sumOf } from './search.ts'
import { raiseTo, type TierReached } from './tiers.ts'
import { type VillagesReached, villageSum } from './villages.ts'

/** Greatest value of an aim when units and cells may be fluid; null where the solver does not say. */
function relaxedBound(search: Search, aim: Aim | 'sum', weights: ReadonlyMap<number, number>): number | null {
  const model = cellsModel(search, aim === 'sum' ? { kind: 'any' } : aim, 'none')
  for (const [bundle, weight] of weights) model.mip.cost[model.units[bundle] ?? 0] = weight * 1_000
  const solved = solveMip(search.highs, model.mip, { relaxed: true, deadline: search.deadline })
  return solved.status === 'optimal' ? solved.objective / 1_000 : null
}

function outcome(step: StepOutcome['step'], tier: StepOutcome['tier'], reached: number, proven: boolean, bound: () => number | null, limit: number): StepOutcome {
  const most = proven ? reached : Math.max(reached, Math.min(limit, bound() ?? limit))
  return { step, tier, reached, bound: most, gap: most === 0 ? 0 : (most - reached) / most }
}

/**
 * What each step of `equal` reached, and where that is not proven, what no answer can exceed that keeps what the earlier steps reached: the
 * optimum with fluid units. `fresh` must hold nothing but locks and targets; it is used up.
 */
export function equalOutcome(fresh: Search, answer: Answer, first: VillagesReached, tiers: readonly TierReached[]): EqualOutcome {
  const { problem } = fresh.layout
  const units = (bundle: ProblemBundle) => answer.units[bundle.index] ?? 0
  for (const bundle of problem.bundles) fresh.most[bundle.index] = bundle.units
  const villages = villagesOf(problem)
  const taking = villages.filter((village) => !first.aside.includes(village.name))
  const lowest = lowestVillage(taking, units)
  const steps: StepOutcome[] = []
  if (lowest !== null) {
    const sums = taking.map(villageSum)
    steps.push(outcome('village', null, toNumber(lowest), first.proven, () => relaxedBound(fresh, { kind: 'villages', villages: sums }, new Map()), 1))
    for (const { factors, full } of sums) fresh.kept.push({ factors, reached: (lowest.numerator * full + lowest.denominator - 1n) / lowest.denominator })
  }
  for (const reached of tiers) {
    const bundles = problem.bundles.filter((bundle) => bundle.tier === reached.tier && bundle.units > 0 && !reached.aside.includes(bundle.index))
    const counted = bundles.filter((bundle) => bundle.driven)
    const low = lowestOf(counted, units)
    if (low !== null) {
      steps.push(outcome('lowest', reached.tier, toNumber(low), reached.lowestProven, () => relaxedBound(fresh, { kind: 'lowest', bundles: counted }, new Map()), 1))
      holdLowest(fresh, counted, low)
    }
    const sum = sumFor(bundles, units)
    if (sum !== null) {
      const weights = new Map(bundles.map((bundle) => [bundle.index, bundle.weight / bundle.units]))
      const limit = bundles.reduce((total, bundle) => total + bundle.weight, 0)
      steps.push(outcome('sum', reached.tier, toNumber(sum), reached.sumProven, () => relaxedBound(fresh, 'sum', weights), limit))
      const factors = sumFactors(bundles, (bundle) => bundle.weight)
      fresh.kept.push({ factors, reached: sumOf(factors, answer.units) })
    }
  }
  return {
    lowestCoverage: lowest === null ? null : toNumber(lowest), lowestExact: lowest === null ? null : toFraction(lowest), aside: first.aside,
    villages: villages.map((village) => {
      const coverage = villageCoverage(village, units)
      return { village: village.name, coverage: toNumber(coverage), exact: toFraction(coverage) }
    }),
    steps,
  }
}

function holdLowest(search: Search, bundles: readonly ProblemBundle[], low: BigFraction): void {
  const exact = toFraction(low)
  if (exact !== null) raiseTo(search, bundles, exact.numerator, exact.denominator)
}
