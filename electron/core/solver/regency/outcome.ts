import type { EqualOutcome, LineOutcome, SourceOutcome, StepOutcome, TierOutcome } from '#shared/domain/allocation.ts'
import { lowestOf, sumFor } from '#shared/domain/allocation-check.ts'
import { toFraction, toNumber } from '#shared/domain/allocation-fraction.ts'
import type { ProblemBundle } from '#shared/domain/allocation-problem.ts'
import { lowestVillage, villageCoverage, villagesOf } from '#shared/domain/allocation-villages.ts'
import { stepCost } from '../packing.ts'
import type { Filled } from './fill.ts'

interface Placed {
  readonly one: Filled
  readonly bundle: ProblemBundle
}

const unitsOf = ({ one, bundle }: Placed) => one.answer.units[bundle.index] ?? 0

/** Lines of all villages with what each is paid, in whole rupiah. */
export function linesOf(filled: readonly Filled[]): Map<string, LineOutcome> {
  const outcomes = new Map<string, LineOutcome>()
  for (const { part: { layout }, answer } of filled) {
    for (const line of layout.problem.lines) {
      const bySource: Record<string, number> = {}
      let funded = 0
      layout.problem.instance.sources.forEach(({ id }, source) => {
        const amount = (answer.packing.counts[line.index * layout.sourceCount + source] ?? 0) * stepCost(line)
        if (amount > 0) bySource[id] = amount
        funded += amount
      })
      outcomes.set(line.id, { id: line.id, fundedUnits: answer.units[line.bundle] ?? 0, funded, bySource })
    }
  }
  return outcomes
}

/** What each tier reached over all villages, exactly. */
export function tiersOf(filled: readonly Filled[]): TierOutcome[] {
  return ([1, 2, 3] as const).flatMap((tier) => {
    const bundles = filled.flatMap((one) => one.part.layout.problem.bundles.filter((bundle) => bundle.tier === tier).map((bundle): Placed => ({ one, bundle })))
    if (bundles.length === 0) return []
    const aside = ({ one, bundle }: Placed) => bundle.units > 0 && (one.most[bundle.index] ?? 0) === 0
    const found = new Map(bundles.map((placed) => [placed.bundle, unitsOf(placed)]))
    const units = (bundle: ProblemBundle) => found.get(bundle) ?? 0
    const lowest = lowestOf(bundles.filter((placed) => placed.bundle.driven && !aside(placed)).map(({ bundle }) => bundle), units)
    const total = sumFor(bundles.map(({ bundle }) => bundle), units)
    return [{
      tier, lowestCoverage: lowest === null ? null : toNumber(lowest), coverageSum: total === null ? null : toNumber(total),
      lowestExact: lowest === null ? null : toFraction(lowest), sumExact: total === null ? null : toFraction(total),
      aside: bundles.filter(aside).flatMap(({ one, bundle }) => bundle.lines.flatMap((line) => one.part.layout.problem.lines[line]?.id ?? [])),
    }]
  })
}

/** Every village's coverage, and the lowest of those that take part. */
export function villagesReached(filled: readonly Filled[], steps: readonly StepOutcome[]): EqualOutcome {
  const all = filled.flatMap((one) => villagesOf(one.part.layout.problem).map((village) => ({ one, village })))
  const takes = ({ one, village }: (typeof all)[number]) => village.bundles.some((bundle) => (one.most[bundle.index] ?? 0) > 0)
  const found = new Map(all.flatMap(({ one, village }) => village.bundles.map((bundle) => [bundle, one.answer.units[bundle.index] ?? 0] as const)))
  const units = (bundle: ProblemBundle) => found.get(bundle) ?? 0
  const lowest = lowestVillage(all.filter(takes).map(({ village }) => village), units)
  return {
    lowestCoverage: lowest === null ? null : toNumber(lowest), lowestExact: lowest === null ? null : toFraction(lowest), aside: all.filter((one) => !takes(one)).map(({ village }) => village.name),
    villages: all.map(({ village }) => {
      const coverage = villageCoverage(village, units)
      return { village: village.name, coverage: toNumber(coverage), exact: toFraction(coverage) }
    }),
    steps,
  }
}

/** What each source pays; why something is left is not asked of thousands of sources. */
export function sourcesOf(sources: readonly { readonly id: string; readonly available: number }[], lines: Iterable<LineOutcome>): Omit<SourceOutcome, 'reason' | 'next'>[] {
  const spent = new Map<string, number>()
  for (const { bySource } of lines) for (const [source, amount] of Object.entries(bySource)) spent.set(source, (spent.get(source) ?? 0) + amount)
  return sources.map(({ id, available }) => {
    const most = Math.max(0, available)
    const paid = spent.get(id) ?? 0
    return { id, available: most, spent: paid, left: most - paid }
  })
}
