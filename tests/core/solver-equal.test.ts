import { describe, expect, it } from 'vitest'
import { loadSolver } from '#core/solver/highs.ts'
import { solveTogether } from '#core/solver/regency/together.ts'
import { parseAllocationInstance } from '#core/solver/read-instance.ts'
import { solveWith } from '#core/solver/solve.ts'
import type { AllocationInstance, AllocationLine, Fraction } from '#shared/domain/allocation.ts'
import { checkAllocation } from '#shared/domain/allocation-check.ts'
import { bruteForce, bruteSources } from '#tests/support/brute-force.ts'
import { createRandom, type InstanceShape, inVillages, manyVillages, randomInstance, VILLAGE } from '#tests/support/random-instance.ts'

const highs = await loadSolver()
const solve = (instance: AllocationInstance) => solveWith(highs, instance, { strategy: 'equal' })

function small(seed: number): AllocationInstance {
  const random = createRandom(seed * 6_007)
  const shape: InstanceShape = {
    lines: random(2, 6), sources: random(1, 2), caps: [0, 2], locks: [0, 1], units: [0, random(1, 4)], unitCost: [1_000, 9_000], available: [2_000, 30_000],
    step: 1_000, bundled: 20, targets: seed % 3 === 0 ? 25 : 0,
    ...(seed % 5 === 0 ? { step: 1, unitCost: [1, 6], available: [0, 20], splittable: 30 } : {}),
  }
  return inVillages(randomInstance(seed, shape), random(2, 3))
}

const reduced = (ratio: { top: bigint; bottom: bigint } | null | undefined): Fraction | null => {
  if (ratio === null || ratio === undefined) return null
  let [a, b] = [ratio.top, ratio.bottom]
  while (b > 0n) [a, b] = [b, a % b]
  return { numerator: Number(ratio.top / a), denominator: Number(ratio.bottom / a) }
}

const line = (id: string, village: string, more: Partial<AllocationLine> = {}): AllocationLine =>
  ({ id, village, tier: 1, weight: 1, units: 10, unitCost: 100, driven: true, sources: ['S'], ...more })
const units = (instance: AllocationInstance) => Object.fromEntries(solve(instance).lines.map(({ id, fundedUnits }) => [id, fundedUnits]))

describe('equal', () => {
  it.each(Array.from({ length: 6 }, (_, block) => block))('gives the same optimum as trying everything, block %i', (block) => {
    for (let seed = block * 40 + 1; seed <= block * 40 + 40; seed++) {
      const instance = small(seed)
      const result = solve(instance)
      const brute = bruteForce(instance, 'equal')
      const funded = new Map(result.lines.map(({ id, fundedUnits }) => [id, fundedUnits]))
      const sources = brute.feasible ? bruteSources(instance, funded) : null
      expect({
        status: result.status, problems: checkAllocation(instance, result), gap: result.gap,
        lowest: result.equal?.lowestExact ?? null, aside: result.equal?.aside ?? [],
        tiers: brute.feasible ? result.tiers.map(({ tier, lowestExact, sumExact, aside }) => ({ tier, lowest: lowestExact, sum: sumExact, aside })) : [],
        spent: result.sources.map(({ spent }) => BigInt(spent)),
      }, `seed ${seed}: ${JSON.stringify(instance)}`).toEqual({
        status: brute.feasible ? 'optimal' : 'infeasible', problems: [], gap: brute.feasible ? 0 : 1,
        lowest: reduced(brute.villages?.lowest), aside: brute.villages?.aside ?? [],
        tiers: brute.tiers.map(({ tier, lowest, sum, aside }) => ({ tier, lowest: reduced(lowest), sum: reduced(sum), aside })),
        spent: sources?.spend ?? instance.sources.map(() => 0n),
      })
    }
  })

  it('gives to the village that is behind before it looks at priorities', () => {
    const lines = [line('a', 'Kedungsari'), line('b', 'Banjarejo', { tier: 3 })]
    const instance = { lines, sources: [{ id: 'S', available: 1_000 }], caps: [], locks: [] }
    expect(units(instance)).toEqual({ a: 5, b: 5 })
    expect(solve(instance).equal?.steps.map(({ step, tier, reached, bound, gap }) => [step, tier, reached, bound, gap]))
      .toEqual([['village', null, 0.5, 0.5, 0], ['lowest', 1, 0.5, 0.5, 0], ['sum', 1, 0.5, 0.5, 0], ['lowest', 3, 0.5, 0.5, 0], ['sum', 3, 0.5, 0.5, 0]])
  })

  it('weighs coverage within a village, and names a village that can get nothing', () => {
    const lines = [line('a', 'A', { weight: 3 }), line('b', 'A', { tier: 2 }), line('c', 'B'), line('d', 'C', { sources: [] })]
    const { equal } = solve({ lines, sources: [{ id: 'S', available: 1_500 }], caps: [], locks: [] })
    // of 15 units, 8 + 7 and 9 + 6 both give a lowest village of 0.6; the lowest coverage of the first tier then decides
    expect(equal?.aside).toEqual(['C'])
    expect(equal?.villages).toEqual([
      { village: 'A', coverage: 0.6, exact: { numerator: 3, denominator: 5 } },
      { village: 'B', coverage: 0.7, exact: { numerator: 7, denominator: 10 } },
      { village: 'C', coverage: 0, exact: { numerator: 0, denominator: 1 } },
    ])
  })

  it('never swaps what two villages get where everything else about them is alike', () => {
    const lines = [line('a', 'A', { units: 3 }), line('b', 'B', { units: 3 }), line('c', 'B', { units: 3 })]
    const { equal } = solve({ lines, sources: [{ id: 'S', available: 400 }], caps: [], locks: [] })
    expect(equal?.lowestExact).toEqual({ numerator: 1, denominator: 3 })
  })

  it('solves many villages together, as a regency’s are, and says how far each step can be from the best', () => {
    const instance = manyVillages(3, 6, 14)
    const result = solve(instance)
    expect(checkAllocation(instance, result)).toEqual([])
    const { status, gap, outcome } = solveTogether(highs, instance, { strategy: 'equal' })
    expect([result.status, result.gap, result.equal]).toEqual([status, gap, outcome])
    expect(result.gap).toBeLessThan(0.01)
    // why money is left is said here, where there are few sources
    expect(result.sources.every(({ left, reason }) => (left > 0) === (reason !== null))).toBe(true)
  }, 60_000)

  it('holds locks and targets of many villages', () => {
    const made = inVillages(randomInstance(4, { ...VILLAGE, lines: 90, sources: 6, bundled: 10, locks: [3, 3], caps: [4, 4] }), 5)
    const instance = { ...made, lines: made.lines.map((each, at) => (at % 30 === 7 ? { ...each, targetBp: 500 } : each)) }
    const result = solve(instance)
    expect(result.status).toBe('feasible')
    expect(checkAllocation(instance, result)).toEqual([])
    expect(instance.locks.length).toBeGreaterThan(0)
  })

  it('refuses an instance without villages, and a bundle of two villages', () => {
    const bare = { lines: [{ id: 'a', tier: 1, weight: 1, units: 2, unitCost: 5, driven: true, sources: ['S'] }], sources: [{ id: 'S', available: 9 }] }
    expect(() => parseAllocationInstance(bare, 'equal')).toThrow(expect.objectContaining({ code: 'instance_invalid', data: expect.objectContaining({ path: 'lines[0].village' }) }))
    expect(parseAllocationInstance(bare).lines).toHaveLength(1)
    const torn = { ...bare, lines: [{ ...bare.lines[0], bundle: 'k', village: 'A' }, { ...bare.lines[0], id: 'b', bundle: 'k', village: 'B' }] }
    expect(() => parseAllocationInstance(torn)).toThrow(expect.objectContaining({ data: expect.objectContaining({ path: 'lines[1].village' }) }))
  })
})
