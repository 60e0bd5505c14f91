import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadSolver } from '#core/solver/highs.ts'
import { splitInstance } from '#core/solver/regency/parts.ts'
import { solveTogether, type Together } from '#core/solver/regency/together.ts'
import { solveWith } from '#core/solver/solve.ts'
import { runTogether } from '#core/solver/run-together.ts'
import type { AllocationInstance, AllocationResult } from '#shared/domain/allocation.ts'
import { checkAllocation } from '#shared/domain/allocation-check.ts'
import { amountProblems } from '#shared/domain/allocation-check.ts'
import { bruteForce } from '#tests/support/brute-force.ts'
import { createRandom, inVillages, manyVillages, randomInstance } from '#tests/support/random-instance.ts'

const highs = await loadSolver()

/** The answer in the form that the independent check of single allocations takes; why money is left is not said of many villages. */
function asResult(answer: Together): AllocationResult {
  return {
    status: 'feasible', gap: answer.gap, tiers: answer.tiers, lines: answer.lines, conflict: [], equal: answer.outcome,
    sources: answer.sources.map((source) => ({ ...source, reason: source.left > 0 ? 'less_than_unit' : null, next: null })),
  }
}

/** Villages with sources, rules, locks and targets of their own; two pools, one of them under a rule that binds several villages. */
function regency(seed: number, villages: number, lines: number): AllocationInstance {
  const random = createRandom(seed)
  const instance = manyVillages(seed, villages, lines)
  const poor = random(1, 20)
  const pool = instance.sources.at(-1)?.id ?? ''
  const eligible = instance.lines.filter((line) => line.sources.includes(pool))
  const [locked] = instance.lines
  return {
    ...instance,
    lines: instance.lines.map((line, at) => (at % 7 === 3 ? { ...line, splittable: true } : line)),
    sources: instance.sources.map((source) => (source.id.startsWith('bersama') ? { ...source, available: Math.floor(source.available / poor) } : source)),
    caps: [...instance.caps, { id: 'bersama', source: pool, lines: eligible.filter((_, at) => at % 2 === 0).map(({ id }) => id), max: random(1, 400) * 1_000_000 }],
    locks: locked === undefined || locked.sources[0] === undefined ? [] : [{ line: locked.id, source: locked.sources[0], amount: 0 }],
  }
}

const toNumber = ({ top, bottom }: { top: bigint; bottom: bigint }) => Number(top) / Number(bottom)

describe('many villages together', () => {
  it('never spends what is not there, keeps each village’s money with it, buys whole units and says honestly how far it is from the best', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 9 }), fc.constantFrom('equal', 'tiered'), (seed, villages, lines, strategy) => {
      const instance = regency(seed, villages, lines)
      const answer = solveTogether(highs, instance, { strategy })
      expect(checkAllocation(instance, asResult(answer))).toEqual([])
      const of = new Map(instance.lines.map(({ id, village }) => [id, village]))
      for (const { id, bySource } of answer.lines) for (const source of Object.keys(bySource)) expect(source.startsWith('bersama') || source.startsWith(`${of.get(id)}-`)).toBe(true)
      // shared money pays nothing that the village's own could: no eligible source of it has room for a unit
      const left = new Map(answer.sources.map((source) => [source.id, source.left]))
      const paid = new Map(answer.lines.map((line) => [line.id, line.bySource]))
      const locked = new Set(instance.locks.map((lock) => `${lock.line} ${lock.source}`))
      const shared = (id: string) => Object.keys(paid.get(id) ?? {}).some((source) => source.startsWith('bersama') && !locked.has(`${id} ${source}`))
      const open = (id: string, source: string) => !source.startsWith('bersama') && !locked.has(`${id} ${source}`) && !instance.caps.some((cap) => cap.source === source && cap.lines.includes(id))
      const idle = instance.lines.filter(({ id }) => shared(id)).flatMap(({ id, sources, unitCost, splittable }) => sources.filter((source) => open(id, source) && (left.get(source) ?? 0) >= (splittable ? 1 : unitCost)).map((source) => [id, source]))
      expect(idle).toEqual([])
      for (const { reached, bound, gap } of answer.outcome.steps) {
        expect(bound).toBeGreaterThanOrEqual(reached)
        expect(gap).toBeCloseTo(bound === 0 ? 0 : (bound - reached) / bound, 12)
      }
      expect(answer.gap).toBe(Math.max(0, ...answer.outcome.steps.map(({ gap }) => gap)))
      expect(solveTogether(highs, instance, { strategy })).toEqual(answer)
    }), { numRuns: 8, seed: 8 })
  }, 120_000)

  it('stays below what trying everything finds, and never claims less than that for a bound', () => {
    let met = 0
    for (let seed = 1; seed <= 60; seed += 1) {
      const random = createRandom(seed * 31)
      const shape = { lines: random(3, 6), sources: random(1, 2), caps: [0, 1], locks: [0, 0], units: [0, random(1, 4)], unitCost: [1_000, 9_000], available: [2_000, 30_000], step: 1_000, bundled: 20 } as const
      const instance = inVillages(randomInstance(seed, shape), random(2, 3))
      const best = bruteForce(instance, 'equal')
      const [first] = solveTogether(highs, instance, { strategy: 'equal' }).outcome.steps
      if (best.villages?.lowest === undefined || best.villages.lowest === null) continue
      const exact = toNumber(best.villages.lowest)
      expect(first, `seed ${seed}`).toMatchObject({ step: 'village' })
      expect(first?.reached, `seed ${seed}`).toBeLessThanOrEqual(exact + 1e-12)
      expect(first?.bound, `seed ${seed}`).toBeGreaterThanOrEqual(exact - 1e-9)
      if (first?.reached === exact) met += 1
    }
    expect(met).toBeGreaterThan(30)
  }, 60_000)

  it('bounds the sum of the first tier as a plain mixed-integer programme finds it', () => {
    for (let seed = 1; seed <= 3; seed += 1) {
      const instance = manyVillages(seed, 2, 4)
      const lines = instance.lines.map((line) => ({ ...line, tier: 1 as const, driven: false }))
      const exact = solveWith(highs, { ...instance, lines }, { strategy: 'tiered' })
      const [sum] = solveTogether(highs, { ...instance, lines }, { strategy: 'tiered' }).outcome.steps
      expect(exact.status).toBe('optimal')
      expect(sum?.bound, `seed ${seed}`).toBeGreaterThanOrEqual((exact.tiers[0]?.coverageSum ?? Infinity) - 1e-6)
      expect(sum?.reached, `seed ${seed}`).toBeLessThanOrEqual((exact.tiers[0]?.coverageSum ?? 0) + 1e-9)
    }
  }, 60_000)

  it('brings a dozen villages of thirty lines within one percent of what none can exceed', () => {
    const { gap, outcome } = solveTogether(highs, manyVillages(1, 12), { strategy: 'equal' })
    expect(outcome.steps.map(({ step, tier }) => [step, tier])).toEqual([['village', null], ['lowest', 1], ['sum', 1], ['lowest', 2], ['sum', 2], ['lowest', 3], ['sum', 3]])
    expect(gap).toBeLessThanOrEqual(0.01)
  }, 60_000)

  it('buys everything where money suffices, and proves it', () => {
    const instance = manyVillages(3, 4, 8)
    const rich = { ...instance, caps: [], sources: instance.sources.map((source) => ({ ...source, available: 1e12 })) }
    const answer = solveTogether(highs, rich, { strategy: 'equal' })
    expect([answer.status, answer.gap]).toEqual(['optimal', 0])
    expect(answer.lines.every(({ fundedUnits }, at) => fundedUnits === rich.lines[at]?.units)).toBe(true)
  })

  it('finds what is shared, and says when locks cannot hold', () => {
    const line = { tier: 1, weight: 1, units: 2, unitCost: 100, driven: true } as const
    const instance: AllocationInstance = {
      lines: [{ ...line, id: 'a', village: 'A', sources: ['own', 'all'] }, { ...line, id: 'b', village: 'B', sources: ['all'] }], sources: [{ id: 'own', available: 100 }, { id: 'all', available: 200 }],
      caps: [{ id: 'rule', source: 'all', lines: ['a', 'b'], max: 150 }], locks: [],
    }
    const { pools, parts } = splitInstance(instance)
    expect([pools, parts.map(({ village }) => village)]).toEqual([[{ id: 'all', kind: 'source', available: 200 }, { id: 'rule', kind: 'cap', available: 150 }], ['A', 'B']])
    const answer = solveTogether(highs, instance, { strategy: 'equal' })
    expect(answer.lines.map(({ fundedUnits }) => fundedUnits)).toEqual([1, 1])
    expect(answer.gap).toBeLessThanOrEqual(0.25)
    expect(solveTogether(highs, { ...instance, locks: [{ line: 'b', source: 'all', amount: 200 }] }, { strategy: 'equal' }).status).toBe('infeasible')
    expect(amountProblems(instance, new Map([['a', { id: 'a', fundedUnits: 2, funded: 250, bySource: { own: 150, all: 100 } }]]))).toEqual([
      'line a: own pays 150, not whole units of 100', 'line a: 250 paid for 2 units', 'line b is missing', 'source own: 150 of 100',
    ])
  })

  it('runs in a thread that can be stopped', async () => {
    const stop = new AbortController()
    const running = runTogether(manyVillages(1, 12), { strategy: 'equal', signal: stop.signal, onProgress: () => stop.abort() })
    expect(await running).toBeNull()
    expect(await runTogether(manyVillages(1, 2, 4), { strategy: 'equal' })).toMatchObject({ status: 'feasible' })
    await expect(runTogether({ lines: [], sources: [{ id: 's', available: 0.5 }], caps: [], locks: [] }, { strategy: 'equal' })).rejects.toMatchObject({ code: 'instance_invalid' })
  })
})
