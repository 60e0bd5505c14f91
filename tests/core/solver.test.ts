import { assert, constantFrom, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadSolver } from '#core/solver/highs.ts'
import { parseAllocationInstance } from '#core/solver/read-instance.ts'
import { solveWith } from '#core/solver/solve.ts'
import type { AllocationInstance, AllocationLine, AllocationResult } from '#shared/domain/allocation.ts'
import { checkAllocation } from '#shared/domain/allocation-check.ts'
import { type InstanceShape, randomInstance } from '#tests/support/random-instance.ts'

const highs = await loadSolver()
const solve = (instance: AllocationInstance, strategy: 'tiered' | 'children' = 'tiered') => solveWith(highs, instance, { strategy })

function line(id: string, over: Partial<AllocationLine> = {}): AllocationLine {
  return { id, tier: 1, weight: 1, units: 10, unitCost: 100_000, driven: true, sources: ['DDS'], ...over }
}

function instance(over: Partial<AllocationInstance>): AllocationInstance {
  return { lines: [], sources: [{ id: 'DDS', available: 1_000_000 }], caps: [], locks: [], ...over }
}

const units = (result: AllocationResult) => Object.fromEntries(result.lines.map((item) => [item.id, item.fundedUnits]))

const MIDDLE: InstanceShape = {
  lines: 9, sources: 4, caps: [0, 3], locks: [0, 2], units: [0, 30], unitCost: [50_000, 2_000_000], available: [1_000_000, 40_000_000],
  step: 50_000, bundled: 25, splittable: 15, targets: 5, heads: 30,
}

describe('the invariants', () => {
  it('hold exactly on random instances, and equal input gives an equal answer', () => {
    assert(
      property(integer({ min: 1, max: 1_000_000 }), constantFrom('tiered' as const, 'children' as const), (seed, strategy) => {
        const made = randomInstance(seed, MIDDLE)
        const result = solve(made, strategy)
        expect(checkAllocation(made, result)).toEqual([])
        expect(['optimal', 'infeasible']).toContain(result.status)
        expect(solve(structuredClone(made), strategy)).toEqual(result)
      }),
      { numRuns: 30, seed: 20_260 },
    )
  })

  it('reach the same coverage whatever the order of the lines', () => {
    assert(
      property(integer({ min: 1, max: 1_000_000 }), (seed) => {
        const made = randomInstance(seed, { ...MIDDLE, splittable: 0 })
        const turned = { ...made, lines: made.lines.toReversed() }
        const reached = (result: AllocationResult) => [result.status, ...result.tiers.map((tier) => [tier.lowestExact, tier.sumExact, tier.aside.toSorted()])]
        expect(reached(solve(turned))).toEqual(reached(solve(made)))
      }),
      { numRuns: 15, seed: 20_261 },
    )
  })

  it('are found broken when a result is changed', () => {
    const made = instance({ lines: [line('a'), line('b', { sources: [] })] })
    const result = solve(made)
    const [a, b] = result.lines
    const changed = (lines: readonly unknown[]) => checkAllocation(made, { ...result, lines } as AllocationResult)
    expect(changed([a, b])).toEqual([])
    expect(changed([a])).not.toEqual([])
    expect(changed([{ ...a, funded: 999_999, bySource: { DDS: 999_999 } }, b])).not.toEqual([])
    expect(changed([{ ...a, fundedUnits: 11, funded: 1_100_000, bySource: { DDS: 1_100_000 } }, b])).not.toEqual([])
    expect(changed([a, { ...b, fundedUnits: 1, funded: 100_000, bySource: { DDS: 100_000 } }])).not.toEqual([])
  })
})

describe('tiered', () => {
  it('fills the first tier before the second and raises the lowest coverage first', () => {
    const result = solve(instance({
      lines: [line('cheap', { unitCost: 10_000 }), line('dear', { unitCost: 150_000 }), line('later', { tier: 2, unitCost: 10_000 })],
    }))
    // both at 6 of 10 cost 960.000; what is left buys the cheap one up to 10 and nothing of the next tier
    expect(units(result)).toEqual({ cheap: 10, dear: 6, later: 0 })
    expect(result.status).toBe('optimal')
    expect(result.tiers[0]).toMatchObject({ lowestCoverage: 0.6, lowestExact: { numerator: 3, denominator: 5 }, aside: [] })
    expect(result.tiers[1]).toMatchObject({ aside: ['later'], lowestCoverage: null, coverageSum: 0 })
  })

  it('does not let a building hold food back', () => {
    const result = solve(instance({
      lines: [line('building', { units: 1, unitCost: 900_000, driven: false }), line('food', { weight: 2, unitCost: 100_000 })],
    }))
    expect(units(result)).toEqual({ building: 0, food: 10 })
    expect(result.tiers[0]).toMatchObject({ lowestCoverage: 1, coverageSum: 2, aside: [] })
  })

  it('gives the earlier of two equal lines the more, in any order of the plan', () => {
    const lines = [line('a', { units: 1, unitCost: 1_000_000 }), line('b', { units: 1, unitCost: 1_000_000 })]
    expect(units(solve(instance({ lines })))).toEqual({ a: 1, b: 0 })
    expect(units(solve(instance({ lines: lines.toReversed() })))).toEqual({ a: 0, b: 1 })
  })

  it('funds the lines of a bundle in the same number of units', () => {
    const result = solve(instance({ lines: [line('x', { bundle: 'k', unitCost: 90_000 }), line('y', { bundle: 'k', unitCost: 20_000 })] }))
    expect(units(result)).toEqual({ x: 9, y: 9 })
    expect(result.tiers[0]?.coverageSum).toBe(0.9)
  })

  it('spends the sources in order', () => {
    const result = solve(instance({
      lines: [line('a', { sources: ['ADD', 'DDS'] })],
      sources: [{ id: 'DDS', available: 700_000 }, { id: 'ADD', available: 700_000 }],
    }))
    expect(result.lines[0]?.bySource).toEqual({ DDS: 700_000, ADD: 300_000 })
    expect(result.sources.map((source) => source.reason)).toEqual([null, 'all_needs_met'])
  })
})

describe('children', () => {
  it('covers most children first, then goes on as tiered', () => {
    const lines = [line('few', { unitCost: 500_000, units: 2, heads: 2 }), line('many', { unitCost: 100_000, units: 10, heads: 10, tier: 2 })]
    expect(units(solve(instance({ lines }), 'children'))).toEqual({ few: 0, many: 10 })
    expect(units(solve(instance({ lines }), 'tiered'))).toEqual({ few: 2, many: 0 })
  })
})

describe('locks, caps and targets', () => {
  it('keep a locked cell, even against the order of the sources', () => {
    const result = solve(instance({
      lines: [line('a', { sources: ['DDS', 'ADD'] })],
      sources: [{ id: 'DDS', available: 1_000_000 }, { id: 'ADD', available: 1_000_000 }],
      locks: [{ line: 'a', source: 'ADD', amount: 200_000 }],
    }))
    expect(result.lines[0]?.bySource).toEqual({ DDS: 800_000, ADD: 200_000 })
  })

  it('hold a cap and say that a rule holds the rest back', () => {
    const result = solve(instance({ lines: [line('a')], caps: [{ id: 'c', source: 'DDS', lines: ['a'], max: 350_000 }] }))
    expect(units(result)).toEqual({ a: 3 })
    expect(result.sources[0]).toMatchObject({ left: 700_000, reason: 'held_by_rule', next: null })
  })

  it('keep a target of a later tier against an earlier one', () => {
    const result = solve(instance({ lines: [line('first'), line('later', { tier: 3, targetBp: 2_500 })] }))
    expect(units(result)).toEqual({ first: 7, later: 3 })
  })

  it('name the smallest set that cannot hold together', () => {
    const result = solve(instance({
      lines: [line('a'), line('b', { targetBp: 5_000 }), line('c')],
      caps: [{ id: 'harmless', source: 'DDS', lines: ['c'], max: 900_000 }],
      locks: [{ line: 'a', source: 'DDS', amount: 600_000 }, { line: 'c', source: 'DDS', amount: 100_000 }],
    }))
    expect(result.status).toBe('infeasible')
    expect(result.conflict).toEqual([{ kind: 'lock', line: 'a', source: 'DDS' }, { kind: 'target', line: 'b' }])
    expect(units(result)).toEqual({ a: 0, b: 0, c: 0 })
  })

  it('name a lock in a source that may not pay for the line', () => {
    const result = solve(instance({ lines: [line('a', { sources: [] })], locks: [{ line: 'a', source: 'DDS', amount: 100_000 }] }))
    expect(result.conflict).toEqual([{ kind: 'lock', line: 'a', source: 'DDS' }])
  })
})

describe('leftovers', () => {
  it('say what is missing for one more unit', () => {
    const result = solve(instance({ lines: [line('a', { unitCost: 300_000 })] }))
    expect(result.sources[0]).toMatchObject({ spent: 900_000, left: 100_000, reason: 'less_than_unit', next: { line: 'a', amount: 200_000 } })
  })

  it('say that no line that still needs money may use the source', () => {
    const result = solve(instance({
      lines: [line('a', { unitCost: 300_000 })], sources: [{ id: 'DDS', available: 900_000 }, { id: 'CSR', available: 50_000_000 }],
    }))
    expect(result.sources.map((source) => source.reason)).toEqual([null, 'not_eligible'])
  })
})

describe('at the edges', () => {
  it('shares one unit between sources only where the line is splittable', () => {
    const sources = [{ id: 'DDS', available: 150_000 }, { id: 'ADD', available: 150_001 }]
    const made = (splittable: boolean) => instance({ lines: [line('a', { sources: ['DDS', 'ADD'], splittable })], sources })
    expect(units(solve(made(false)))).toEqual({ a: 2 })
    const shared = solve(made(true))
    expect(shared.lines[0]).toMatchObject({ fundedUnits: 3, bySource: { DDS: 150_000, ADD: 150_000 } })
  })

  it('takes lines that need nothing, cost nothing, or have no source', () => {
    const result = solve(instance({ lines: [line('none', { units: 0, sources: [] }), line('free', { unitCost: 0, sources: [] }), line('orphan', { sources: [] })], sources: [] }))
    expect(units(result)).toEqual({ none: 0, free: 10, orphan: 0 })
    expect(result).toMatchObject({ status: 'optimal', tiers: [{ lowestCoverage: 1, coverageSum: 1, aside: ['orphan'] }] })
  })

  it('takes a plan without lines, and a source below zero as empty', () => {
    expect(solve(instance({}))).toMatchObject({ status: 'optimal', tiers: [], lines: [] })
    const result = solve(instance({ lines: [line('a')], sources: [{ id: 'DDS', available: -5 }] }))
    expect(result).toMatchObject({ status: 'optimal', sources: [{ available: 0, spent: 0, left: 0, reason: null }], tiers: [{ aside: ['a'] }] })
  })

  it('is exact to the rupiah with amounts of 10^12', () => {
    const made = (available: number) => instance({ lines: [line('a', { units: 3, unitCost: 1_000_000_000_001 })], sources: [{ id: 'DDS', available }] })
    expect(units(solve(made(3_000_000_000_002)))).toEqual({ a: 2 })
    expect(units(solve(made(3_000_000_000_003)))).toEqual({ a: 3 })
  })

  it('is exact to the rupiah with two sources and odd amounts', () => {
    const made = (available: number) => instance({
      lines: [line('a', { units: 7, unitCost: 333_333, sources: ['DDS', 'ADD'] })], sources: [{ id: 'DDS', available: 999_998 }, { id: 'ADD', available }],
    })
    expect(units(solve(made(1_666_664)))).toEqual({ a: 6 })
    expect(units(solve(made(1_666_665)))).toEqual({ a: 7 })
  })
})

describe('a bare instance', () => {
  const good = { lines: [{ id: 'a', tier: 1, weight: 1, units: 2, unitCost: 5, driven: true, sources: ['S'] }], sources: [{ id: 'S', available: 9 }], caps: [], locks: [] }
  const bad: [string, unknown, string][] = [
    ['no object', 5, '$'],
    ['negative money', { ...good, lines: [{ ...good.lines[0], unitCost: -1 }] }, 'lines[0].unitCost'],
    ['fractional units', { ...good, lines: [{ ...good.lines[0], units: 1.5 }] }, 'lines[0].units'],
    ['an unsafe amount', { ...good, sources: [{ id: 'S', available: 2 ** 53 }] }, 'sources[0].available'],
    ['an unknown source', { ...good, lines: [{ ...good.lines[0], sources: ['S', 'T'] }] }, 'lines[0].sources[1]'],
    ['an unknown line in a cap', { ...good, caps: [{ source: 'S', lines: ['b'], max: 1 }] }, 'caps[0].lines[0]'],
    ['a repeated line', { ...good, lines: [good.lines[0], good.lines[0]] }, 'lines[1].id'],
    ['a bundle of different units', { ...good, lines: [{ ...good.lines[0], bundle: 'k' }, { ...good.lines[0], id: 'b', bundle: 'k', units: 3 }] }, 'lines[1].units'],
    ['a lock that is no whole unit', { ...good, locks: [{ line: 'a', source: 'S', amount: 7 }] }, 'locks[0].amount'],
    ['a need beyond exact numbers', { ...good, lines: [{ ...good.lines[0], units: 2 ** 30, unitCost: 2 ** 30 }] }, 'lines[0].unitCost'],
  ]

  it.each(bad)('with %s is refused with its place', (_name, data, path) => {
    expect(() => parseAllocationInstance(data)).toThrow(expect.objectContaining({ code: 'instance_invalid', data: expect.objectContaining({ path }) }))
  })

  it('that is right is taken as it is', () => {
    expect(units(solve(parseAllocationInstance(good)))).toEqual({ a: 1 })
  })
})
