import { describe, expect, test } from 'vitest'
import type { AllocationInstance } from '#shared/domain/allocation.ts'
import { instanceProblem } from '#shared/domain/allocation-instance.ts'
import { aims, bareInstance, cellLimits, childrenReached, firstDifference, onlyConflict, type Paid, withOneMore } from '#shared/domain/explain.ts'
import { bruteForce } from '../support/brute-force.ts'
import { type InstanceShape, randomInstance } from '../support/random-instance.ts'

const line = (id: string, changes: object = {}) => ({ id, tier: 1 as const, weight: 1 as const, units: 10, unitCost: 100, driven: true, sources: ['s', 't'], ...changes })
const instance = (changes: Partial<AllocationInstance> = {}): AllocationInstance => ({ lines: [line('a')], sources: [{ id: 's', available: 450 }, { id: 't', available: 50 }], caps: [], locks: [], ...changes })
const paid = (units: Readonly<Record<string, number>>, amounts: Readonly<Record<string, Readonly<Record<string, number>>>>): Paid => ({ units: new Map(Object.entries(units)), amounts: new Map(Object.entries(amounts)) })

describe('what keeps a source from paying one more unit', () => {
  const four = paid({ a: 4 }, { a: { s: 400 } })

  test('its money, to the rupiah; its need; its eligibility', () => {
    expect(cellLimits(instance(), four, 'a', 's')).toEqual([{ kind: 'ceiling', missing: 50 }])
    expect(cellLimits(instance({ sources: [{ id: 's', available: 500 }, { id: 't', available: 50 }] }), four, 'a', 's')).toEqual([])
    expect(cellLimits(instance({ lines: [line('a', { units: 4 })] }), four, 'a', 's')).toEqual([{ kind: 'need' }])
    expect(cellLimits(instance({ lines: [line('a', { sources: ['t'] })] }), four, 'a', 's')).toEqual([{ kind: 'not_eligible' }])
    expect(cellLimits(instance(), four, 'b', 's')).toEqual([])
  })

  test('a rule and a lock beside it', () => {
    const held = instance({ sources: [{ id: 's', available: 900 }, { id: 't', available: 50 }], caps: [{ id: 'blt', source: 's', lines: ['a'], max: 470 }], locks: [{ line: 'a', source: 's', amount: 400 }] })
    expect(cellLimits(held, four, 'a', 's')).toEqual([{ kind: 'lock' }, { kind: 'rule', rule: 'blt', missing: 30 }])
  })

  test('another line of its bundle that nobody could pay then', () => {
    const together = (left: number) => instance({ lines: [line('a', { bundle: 'x' }), line('b', { bundle: 'x', unitCost: 60, sources: ['t'] })], sources: [{ id: 's', available: 500 }, { id: 't', available: 240 + left }] })
    const both = paid({ a: 4, b: 4 }, { a: { s: 400 }, b: { t: 240 } })
    expect(cellLimits(together(59), both, 'a', 's')).toEqual([{ kind: 'bundle', line: 'b' }])
    expect(cellLimits(together(60), both, 'a', 's')).toEqual([])
  })

  test('a line that may share a unit is paid from what several have left', () => {
    const shared = (left: number) => instance({ lines: [line('a', { bundle: 'x' }), line('b', { bundle: 'x', splittable: true })], sources: [{ id: 's', available: 170 }, { id: 't', available: left }] })
    expect(cellLimits(shared(29), paid({ a: 0, b: 0 }, {}), 'a', 's')).toEqual([{ kind: 'bundle', line: 'b' }])
    expect(cellLimits(shared(30), paid({ a: 0, b: 0 }, {}), 'a', 's')).toEqual([])
  })
})

describe('one more unit', () => {
  test('is asked for as a target, and not beyond the need', () => {
    expect(withOneMore(instance(), 'a', 4)?.lines[0]).toMatchObject({ targetBp: 4_001 })
    expect(withOneMore(instance(), 'a', 10)).toBeNull()
    expect(withOneMore(instance(), 'x', 0)).toBeNull()
  })

  test('is weighed aim by aim, exactly', () => {
    const two = instance({ lines: [line('a', { units: 3 }), line('b', { units: 7 }), line('c', { tier: 2 })] })
    const of = (a: number, b: number, c: number, strategy: 'tiered' | 'children' = 'tiered') => aims(two, new Map([['a', a], ['b', b], ['c', c]]), new Set(), strategy)
    expect(firstDifference(of(1, 3, 5), of(1, 3, 5))).toBeNull()
    expect(firstDifference(of(1, 3, 5), of(2, 2, 5))).toMatchObject({ aim: { kind: 'lowest', tier: 1 }, other: 'less' })
    expect(firstDifference(of(1, 3, 5), of(1, 4, 4))).toMatchObject({ aim: { kind: 'sum', tier: 1 }, other: 'more' })
    expect(firstDifference(of(1, 3, 5), of(1, 3, 4))).toMatchObject({ aim: { tier: 2 }, other: 'less' })
    const heads = instance({ lines: [line('a', { heads: 10 }), line('b', { tier: 1 })] })
    expect(aims(heads, new Map([['a', 5]]), new Set(), 'children')[0]).toMatchObject({ kind: 'children', reached: { numerator: 5n, denominator: 1n } })
  })

  test('counts children whole where help is cut by heads, by the part of the time where it is cut by months', () => {
    const food = instance({ lines: [line('heads', { units: 10, heads: 10 }), line('months', { units: 12, heads: 16 }), line('other', { units: 5 })] })
    const of = (heads: number, months: number) => childrenReached(food, new Map([['heads', heads], ['months', months], ['other', 5]]))
    expect([of(7, 12), of(7, 9), of(0, 1)]).toEqual([{ reached: 23, of: 26, whole: true }, { reached: 19, of: 26, whole: false }, { reached: 1, of: 26, whole: false }])
    expect(childrenReached(instance({ lines: [line('other')] }), new Map())).toBeNull()
  })
})

describe('the bare part of an instance', () => {
  const shape: InstanceShape = {
    lines: 4, sources: 2, caps: [0, 2], locks: [0, 3], units: [1, 4], unitCost: [1, 6], available: [2, 22], step: 1, bundled: 30, splittable: 20, targets: 50,
  }

  test('holds together if and only if the whole does', () => {
    const seen = { feasible: 0, infeasible: 0 }
    for (let seed = 1; seed <= 400; seed += 1) {
      const whole = randomInstance(seed, shape)
      const bare = bareInstance(whole)
      expect(instanceProblem(bare)).toBeNull()
      const { feasible } = bruteForce(whole, 'tiered')
      expect([seed, bruteForce(bare, 'tiered').feasible]).toEqual([seed, feasible])
      seen[feasible ? 'feasible' : 'infeasible'] += 1
    }
    expect(Math.min(seen.feasible, seen.infeasible)).toBeGreaterThan(40)
  })

  test('with only what a conflict names keeps those locks, targets and caps', () => {
    const whole = instance({
      lines: [line('a', { targetBp: 5_000 }), line('b', { targetBp: 5_000 })], caps: [{ id: 'r', source: 's', lines: ['a'], max: 1 }, { id: 'r', source: 't', lines: ['a'], max: 1 }],
      locks: [{ line: 'a', source: 's', amount: 100 }, { line: 'b', source: 's', amount: 100 }],
    })
    const only = onlyConflict(whole, [{ kind: 'target', line: 'a' }, { kind: 'cap', cap: 'r', source: 's' }, { kind: 'lock', line: 'b', source: 's' }])
    expect([only.lines.map(({ targetBp }) => targetBp), only.caps.map(({ source }) => source), only.locks.map(({ line: id }) => id)]).toEqual([[5_000, 0], ['s'], ['b']])
  })
})
