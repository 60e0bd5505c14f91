import { expect, it } from 'vitest'
import { loadSolver } from '#core/solver/highs.ts'
import { solveWith } from '#core/solver/solve.ts'
import { aims, bareInstance, firstDifference, withOneMore } from '#shared/domain/explain.ts'
import type { AllocationResult } from '#shared/domain/allocation.ts'
import { bruteForce } from '#tests/support/brute-force.ts'
import { createRandom, randomInstance } from '#tests/support/random-instance.ts'

const highs = await loadSolver()
const units = (result: AllocationResult) => new Map(result.lines.map(({ id, fundedUnits }) => [id, fundedUnits]))

it('one unit more is never better than the best plan, and impossible only where trying everything says so', () => {
  const seen: Record<'impossible' | 'worse' | 'equal', number> = { impossible: 0, worse: 0, equal: 0 }
  for (let seed = 1; seed <= 140; seed += 1) {
    const random = createRandom(seed * 104_729)
    const strategy = seed % 3 === 0 ? 'children' : 'tiered'
    // every fourth: lines alike, of which the money pays only some
    const alike = seed % 4 === 0
    const made = randomInstance(seed, {
      lines: random(2, 4), sources: random(1, 3), caps: [0, 2], locks: [0, 1], units: alike ? [2, 2] : [1, 4], unitCost: alike ? [3_000, 3_000] : [1_000, 9_000], available: [5_000, 32_000], step: 1_000, bundled: 25, targets: 20, heads: 40,
    })
    const instance = alike ? { ...made, lines: made.lines.map((line) => ({ ...line, tier: 1 as const, weight: 1 as const })) } : made
    const base = solveWith(highs, instance, { strategy })
    if (base.status === 'infeasible') continue
    expect([seed, base.status]).toEqual([seed, 'optimal'])
    const aside = new Set(base.tiers.flatMap((tier) => tier.aside))
    for (const { id, fundedUnits } of base.lines) {
      const forced = withOneMore(instance, id, fundedUnits)
      if (!forced) continue
      const result = solveWith(highs, forced, { strategy })
      expect([seed, id, solveWith(highs, bareInstance(forced), { strategy }).status === 'infeasible']).toEqual([seed, id, !bruteForce(forced, strategy).feasible])
      const found = result.status === 'infeasible' ? 'impossible' : firstDifference(aims(instance, units(base), aside, strategy), aims(instance, units(result), aside, strategy))
      expect([seed, id, typeof found === 'object' && found?.other === 'more']).toEqual([seed, id, false])
      seen[found === 'impossible' ? 'impossible' : found ? 'worse' : 'equal'] += 1
    }
  }
  expect(seen).toEqual({ impossible: expect.toSatisfy((count: number) => count > 20), worse: expect.toSatisfy((count: number) => count > 20), equal: expect.toSatisfy((count: number) => count > 1) })
})
