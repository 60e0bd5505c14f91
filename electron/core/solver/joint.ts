import type { Highs } from 'highs'
import type { AllocationResult } from '#shared/domain/allocation.ts'
import { resultOf } from './outcome.ts'
import { add, emptyPacking, type Layout, stepCost } from './packing.ts'
import { solveTogether, type Together, type TogetherOptions } from './regency/together.ts'
import type { Answer } from './search.ts'

/** From this many bundles on, villages are not searched through as one problem but solved together as a regency's are. */
export const JOINT_BUNDLES = 60

/** What each line was given, as one packing over all sources. */
function answerOf(layout: Layout, { lines }: Together): Answer {
  const { problem, sourceCount } = layout
  const packing = emptyPacking(layout)
  const places = new Map(problem.instance.sources.map(({ id }, at) => [id, at]))
  const units = problem.bundles.map(() => 0)
  lines.forEach(({ fundedUnits, bySource }, at) => {
    const line = problem.lines[at]
    if (line === undefined) return
    units[line.bundle] = fundedUnits
    for (const [id, amount] of Object.entries(bySource)) {
      const source = places.get(id) ?? 0
      add(layout, packing, at, source, amount / stepCost(line) - (packing.counts[at * sourceCount + source] ?? 0))
    }
  })
  return { units, packing }
}

/** `equal` for more bundles than can be searched through, with the bound and the gap of each step. Null where nothing was found: then a search says why. */
export function solveJointly(highs: Highs, layout: Layout, options: Omit<TogetherOptions, 'strategy'>): AllocationResult | null {
  const { problem } = layout
  const together = solveTogether(highs, problem.instance, { ...options, strategy: 'equal' })
  if (together.status === 'infeasible') return null
  const named = new Map(problem.lines.map((line) => [line.id, line.bundle]))
  const aside = new Set(together.tiers.flatMap((tier) => tier.aside.flatMap((id) => named.get(id) ?? [])))
  return { ...resultOf(layout, answerOf(layout, together), aside, together.status, together.gap), equal: together.outcome }
}
