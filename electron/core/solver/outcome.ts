import type { AllocationResult, AllocationStatus, Conflict, LineOutcome, SourceOutcome, TierOutcome } from '#shared/domain/allocation.ts'
import { lowestOf, sumFor } from '#shared/domain/allocation-check.ts'
import { toFraction, toNumber } from '#shared/domain/allocation-fraction.ts'
import { leftoverReason, nextUnit } from '#shared/domain/allocation-leftover.ts'
import { type Problem, tiersOf } from '#shared/domain/allocation-problem.ts'
import { type Layout, stepCost } from './packing.ts'
import type { Answer } from './search.ts'

/** An answer in the words of the domain; every line and source appears, in plan and spending order. */
export function resultOf(layout: Layout, answer: Answer, aside: ReadonlySet<number>, status: AllocationStatus, gap: number): AllocationResult {
  const { problem, sourceCount } = layout
  const { instance } = problem
  const lines = problem.lines.map((line): LineOutcome => {
    const bySource: Record<string, number> = {}
    let funded = 0
    instance.sources.forEach((source, index) => {
      const amount = (answer.packing.counts[line.index * sourceCount + index] ?? 0) * stepCost(line)
      if (amount > 0) bySource[source.id] = amount
      funded += amount
    })
    return { id: line.id, fundedUnits: answer.units[line.bundle] ?? 0, funded, bySource }
  })
  const units = (bundle: { readonly index: number }) => answer.units[bundle.index] ?? 0
  const tiers = tiersOf(problem).map((tier): TierOutcome => {
    const bundles = problem.bundles.filter((bundle) => bundle.tier === tier)
    const lowest = lowestOf(bundles.filter((bundle) => bundle.driven && !aside.has(bundle.index)), units)
    const total = sumFor(bundles, units)
    return {
      tier,
      lowestCoverage: lowest === null ? null : toNumber(lowest),
      coverageSum: total === null ? null : toNumber(total),
      lowestExact: lowest === null ? null : toFraction(lowest),
      sumExact: total === null ? null : toFraction(total),
      aside: problem.lines.filter((line) => problem.bundles[line.bundle]?.tier === tier && aside.has(line.bundle)).map((line) => line.id),
    }
  })
  const spending = { problem, units: answer.units, spent: [...answer.packing.spent], capSpent: [...answer.packing.capSpent] }
  const sources = instance.sources.map((source, index): SourceOutcome => {
    const available = problem.available[index] ?? 0
    const spent = answer.packing.spent[index] ?? 0
    return { id: source.id, available, spent, left: available - spent, reason: leftoverReason(spending, index), next: nextUnit(spending, index) }
  })
  return { status, gap, tiers, lines, sources, conflict: [] }
}

/** A result without an answer: nothing is funded. `locked` shows the locked cells and nothing else. */
export function emptyResult(problem: Problem, status: AllocationStatus, conflict: readonly Conflict[], locked = false): AllocationResult {
  const { instance } = problem
  const lines = problem.lines.map((line): LineOutcome => {
    const amounts = locked ? [...line.locks].filter(([, amount]) => amount > 0) : []
    const bySource = Object.fromEntries(amounts.map(([source, amount]) => [instance.sources[source]?.id ?? '', amount]))
    const funded = amounts.reduce((sum, [, amount]) => sum + amount, 0)
    return { id: line.id, fundedUnits: line.unitCost === 0 ? 0 : Math.floor(funded / line.unitCost), funded, bySource }
  })
  return {
    status, gap: 1,
    tiers: tiersOf(problem).map((tier) => ({ tier, lowestCoverage: null, coverageSum: null, lowestExact: null, sumExact: null, aside: [] })),
    lines,
    sources: instance.sources.map((source, index) => {
      const spent = lines.reduce((sum, line) => sum + (line.bySource[source.id] ?? 0), 0)
      const available = problem.available[index] ?? 0
      return { id: source.id, available, spent, left: available - spent, reason: null, next: null }
    }),
    conflict,
  }
}

