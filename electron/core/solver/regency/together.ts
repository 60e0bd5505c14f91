import type { Highs } from 'highs'
import { AppError } from '#core/app-error.ts'
import type { AllocationInstance, EqualOutcome, LineOutcome, SourceOutcome, TierOutcome } from '#shared/domain/allocation.ts'
import { amountProblems } from '#shared/domain/allocation-check.ts'
import { instanceProblem } from '#shared/domain/allocation-instance.ts'
import { raiseAims, stepsOf } from './aims.ts'
import { takingOf } from './alone.ts'
import { eachVillage, sumOf } from './each-village.ts'
import { fill } from './fill.ts'
import { linesOf, sourcesOf, tiersOf, villagesReached } from './outcome.ts'
import { type Pool, splitInstance } from './parts.ts'
import { openJoint } from './relaxed.ts'
import { ownFirst } from './own-first.ts'

export interface TogetherProgress {
  readonly phase: 'bounds' | 'villages'
  readonly done: number
  readonly total: number
}

export interface TogetherOptions {
  readonly strategy: 'equal' | 'tiered'
  readonly deadlineMs?: number | undefined
  readonly onProgress?: ((progress: TogetherProgress) => void) | undefined
}

/** An answer for all villages in whole units and rupiah, with what no answer can exceed. */
export interface Together {
  readonly status: 'optimal' | 'feasible' | 'infeasible'
  /** The greatest gap of a step. */
  readonly gap: number
  readonly lines: readonly LineOutcome[]
  readonly tiers: readonly TierOutcome[]
  readonly sources: readonly Omit<SourceOutcome, 'reason' | 'next'>[]
  /** What the villages share, in spending order. */
  readonly pools: readonly (Pool & { readonly spent: number })[]
  readonly outcome: EqualOutcome
}

/** An overall limit in case something takes far longer than it ever did: then the bounds are what they are without a proof. */
const DEADLINE_MS = 3_600_000

/**
 * All villages with what they share, in this thread: the relaxed programme says how far each aim can go, then each village by itself gets whole
 * units within its share, and what is left over buys more. See docs/decisions/joint-optimum.md. Equal input gives an equal answer.
 * @throws AppError instance_invalid
 */
export function solveTogether(highs: Highs, instance: AllocationInstance, options: TogetherOptions): Together {
  const wrong = instanceProblem(instance, options.strategy)
  if (wrong !== null) throw new AppError('instance_invalid', { path: wrong.path, expected: wrong.expected })
  const deadline = performance.now() + (options.deadlineMs ?? DEADLINE_MS)
  const all = splitInstance(instance)
  const start = takingOf(highs, all, deadline)
  const joint = openJoint(highs, all, start, { equal: options.strategy === 'equal', deadline })
  try {
    const raised = raiseAims(highs, all, joint, start, deadline, (done, total) => options.onProgress?.({ phase: 'bounds', done, total }))
    const filled = raised && eachVillage(highs, all, joint, raised, start, deadline, (done, total) => options.onProgress?.({ phase: 'villages', done, total }))
    if (!raised || !filled) return nothing(instance, all.pools)
    const village = raised.held.find(({ aim }) => aim.step === 'village')?.held ?? null
    fill(filled, all.pools, village)
    // what a village's own money takes over comes free for others
    if (ownFirst(filled, all.pools)) {
      fill(filled, all.pools, village)
      ownFirst(filled, all.pools)
    }
    const lines = linesOf(filled)
    const problems = amountProblems(instance, lines)
    if (problems.length > 0) throw new Error(`the joint answer fails its own check: ${problems.join('; ')}`)
    const tiers = tiersOf(filled)
    const bare = villagesReached(filled, [])
    const steps = stepsOf(raised, ({ step, tier }) => {
      if (step === 'village') return bare.lowestCoverage ?? 0
      if (step === 'lowest') return tiers.find((one) => one.tier === tier)?.lowestCoverage ?? 0
      return filled.reduce((sum, { part, answer }) => sum + sumOf(part, tier ?? 1, (bundle) => answer.units[bundle] ?? 0), 0)
    })
    const sources = sourcesOf(instance.sources, lines.values())
    const gap = Math.max(0, ...steps.map((step) => step.gap))
    return {
      status: gap === 0 ? 'optimal' : 'feasible', gap, lines: instance.lines.flatMap(({ id }) => lines.get(id) ?? []), tiers, sources, pools: poolsOf(all.pools, sources), outcome: { ...bare, steps },
    }
  } finally {
    joint.relaxed.close()
  }
}

function poolsOf(pools: readonly Pool[], sources: Together['sources']): Together['pools'] {
  return pools.map((pool) => ({ ...pool, spent: sources.find(({ id }) => id === pool.id)?.spent ?? 0 }))
}

/** Where locks and targets cannot hold together. */
function nothing(instance: AllocationInstance, pools: readonly Pool[]): Together {
  const sources = sourcesOf(instance.sources, [])
  return { status: 'infeasible', gap: 1, lines: [], tiers: [], sources, pools: poolsOf(pools, sources), outcome: { lowestCoverage: null, lowestExact: null, aside: [], villages: [], steps: [] } }
}
