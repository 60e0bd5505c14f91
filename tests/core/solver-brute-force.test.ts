import { describe, expect, it } from 'vitest'
import { loadSolver } from '#core/solver/highs.ts'
import { solveWith } from '#core/solver/solve.ts'
import type { AllocationInstance, Fraction } from '#shared/domain/allocation.ts'
import { checkAllocation } from '#shared/domain/allocation-check.ts'
import { bruteForce, bruteSources } from '#tests/support/brute-force.ts'
import { createRandom, type InstanceShape, randomInstance } from '#tests/support/random-instance.ts'

const highs = await loadSolver()

const SMALL: InstanceShape = {
  lines: 4, sources: 2, caps: [0, 2], locks: [0, 1], units: [0, 4], unitCost: [1_000, 9_000], available: [2_000, 30_000], step: 1_000, bundled: 25,
}

function shapeOf(seed: number): InstanceShape {
  const random = createRandom(seed * 7919)
  return {
    ...SMALL,
    lines: random(1, 5), sources: random(1, 3), units: [0, random(1, 4)],
    targets: seed % 3 === 0 ? 25 : 0, heads: 40, splittable: seed % 4 === 0 ? 30 : 0,
    step: seed % 4 === 0 ? 1 : 1_000,
    ...(seed % 4 === 0 ? { unitCost: [1, 6], available: [0, 20] } : {}),
  }
}

const reduced = (ratio: { top: bigint; bottom: bigint } | null): Fraction | null => {
  if (ratio === null) return null
  let [a, b] = [ratio.top, ratio.bottom]
  while (b > 0n) [a, b] = [b, a % b]
  return { numerator: Number(ratio.top / a), denominator: Number(ratio.bottom / a) }
}

/** What the solver says, in the shape of `expected`. */
function solved(instance: AllocationInstance, strategy: 'tiered' | 'children') {
  const result = solveWith(highs, instance, { strategy })
  return {
    units: new Map(result.lines.map((line) => [line.id, line.fundedUnits])),
    answer: {
      status: result.status,
      problems: checkAllocation(instance, result),
      explained: result.conflict.length > 0,
      tiers: result.status === 'infeasible' ? [] : result.tiers.map((tier) => ({ tier: tier.tier, lowest: tier.lowestExact, sum: tier.sumExact, aside: tier.aside })),
      spent: result.sources.map((source) => BigInt(source.spent)),
      splits: result.lines.filter((line) => Object.keys(line.bySource).length > 1).length,
    },
  }
}

/** What trying everything says; the sources are judged for the units that the solver chose among equally good ones. */
function expected(instance: AllocationInstance, strategy: 'tiered' | 'children', units: ReadonlyMap<string, number>) {
  const brute = bruteForce(instance, strategy)
  const sources = brute.feasible ? bruteSources(instance, units) : null
  return {
    status: brute.feasible ? 'optimal' : 'infeasible',
    problems: [],
    explained: !brute.feasible,
    tiers: brute.tiers.map((tier) => ({ tier: tier.tier, lowest: reduced(tier.lowest), sum: reduced(tier.sum), aside: tier.aside })),
    spent: sources?.spend ?? instance.sources.map(() => 0n),
    splits: sources?.splits ?? 0,
  }
}

describe('against trying everything', () => {
  it.each(Array.from({ length: 8 }, (_, block) => block))('gives the same optimum on small instances, block %i', (block) => {
    for (let seed = block * 40 + 1; seed <= block * 40 + 40; seed++) {
      const instance = randomInstance(seed, shapeOf(seed))
      const strategy = seed % 2 === 0 ? 'children' : 'tiered'
      const { units, answer } = solved(instance, strategy)
      expect(answer, `seed ${seed}: ${JSON.stringify(instance)}`).toEqual(expected(instance, strategy, units))
    }
  })
})
