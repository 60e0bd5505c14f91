import { describe, expect, test } from 'vitest'
import * as fc from 'fast-check'
import { childrenRange } from '#shared/domain/children-range.ts'
import { type GroupCoverage, measurementCoverage, planCoverage, prevalence, stuntedReached } from '#shared/domain/coverage.ts'
import type { CostLine } from '#shared/domain/plan.ts'
import type { TargetGroup } from '#shared/domain/target-group.ts'
import { cell, costLine, source, view, VILLAGE_COUNTS } from '../support/plan-fixture.ts'

const driver = (group: TargetGroup, changes: object = {}) => ({
  unit: 'anak',
  driver: group,
  shareBp: 10_000,
  served: [],
  lastN: null,
  ...changes,
})
const food = (changes: Partial<CostLine> = {}) =>
  costLine({ id: 'food', quantities: [driver('stunted'), { unit: 'bulan', n: 12 }], unitPrice: 150_000, cutBy: 1, ...changes })
const cycle = (changes: Partial<CostLine> = {}) =>
  costLine({ id: 'cycle', quantities: [driver('pmt_wasted'), { unit: 'hari', n: 56 }], unitPrice: 16_500, cutBy: 0, ...changes })
const of = (lines: readonly CostLine[], units: Readonly<Record<string, number>>, counts = VILLAGE_COUNTS) =>
  planCoverage(
    view({ lines, sources: [source('DDS', 100_000_000)], cells: Object.entries(units).map(([id, n]) => cell(id, 'DDS', n)) }, counts),
  )

describe('covered children', () => {
  test('nine of twelve months: all sixteen in part, none in full', () => {
    expect(of([food()], { food: 9 }).stunted).toEqual({ covered: 0, total: 16, partly: 16, months: 9, monthsNeeded: 12 })
    // Said as `16 dari 16, 9 dari 12 bulan`; where no months stand beside it, part of the help is not all of it.
    expect(stuntedReached(of([food()], { food: 9 }).stunted)).toBe(16)
    expect(stuntedReached({ covered: 4, partly: 12, months: null })).toBe(4)
  })

  test('nobody to help: no months of it either', () => {
    expect(of([food()], {}, new Map([['stunted', 0]])).stunted).toEqual({ covered: 0, total: 0, partly: 0, months: null, monthsNeeded: null })
  })

  test('twelve months: all sixteen', () => {
    expect(of([food()], { food: 12 }).stunted).toMatchObject({ covered: 16, partly: 0, months: 12 })
  })

  test('a cycle is cut by heads: some in full, nobody in part', () => {
    expect(of([cycle()], { cycle: 4 }).groups).toMatchObject([
      { group: 'pmt_wasted', covered: 4, partly: 0, total: 11, units: 4, neededUnits: 11 },
    ])
  })

  test('a ride to the hospital does not count as food for a year', () => {
    const ride = costLine({
      id: 'ride',
      quantities: [driver('stunted'), { unit: 'perjalanan', n: 2 }],
      unitPrice: 150_000,
      cutBy: 0,
      spendingClass: 'referral',
    })
    expect(of([food(), ride], { food: 9, ride: 16 }).stunted).toMatchObject({ covered: 0, partly: 16 })
    expect(of([ride], { ride: 16 }).stunted).toMatchObject({ covered: 16, months: null })
  })

  test('what others serve is neither covered nor needed', () => {
    const line = cycle({
      quantities: [driver('pmt_wasted', { served: [{ by: 'BOK', units: 4, basis: '', date: '' }] }), { unit: 'hari', n: 56 }],
    })
    expect(of([line], { cycle: 7 }).groups).toMatchObject([{ covered: 7, total: 11, servedByOthers: 4, neededUnits: 7 }])
  })

  test('help that comes together reaches as far as its weakest part', () => {
    const delivery = costLine({ id: 'delivery', quantities: [driver('stunted'), { unit: 'bulan', n: 12 }], unitPrice: 5_000, cutBy: 1 })
    expect(of([food(), delivery], { food: 12, delivery: 6 }).stunted).toMatchObject({ covered: 0, partly: 16, months: 6 })
  })

  test('without data there is no group, and no total', () => {
    const coverage = of([food()], {}, new Map())
    expect(coverage.groups).toEqual([])
    expect(coverage.stunted).toEqual({ covered: 0, total: null, partly: 0, months: null, monthsNeeded: null })
  })

  test('the last known count stands in, marked', () => {
    expect(
      of([food({ quantities: [driver('stunted', { lastN: 14 }), { unit: 'bulan', n: 12 }] })], { food: 12 }, new Map()).groups,
    ).toMatchObject([{ total: 14, stale: true, covered: 14 }])
  })
})

describe('cadres', () => {
  const incentive = costLine({
    id: 'pay',
    quantities: [
      { ...driver('cadre'), unit: 'kader' },
      { unit: 'bulan', n: 12 },
    ],
    unitPrice: 150_000,
    cutBy: 1,
    spendingClass: 'cadre_incentive',
  })

  test('all get some months', () => {
    expect(of([incentive], { pay: 8 }).cadres).toEqual({ receiving: 25, total: 25, months: 8, monthsNeeded: 12 })
  })

  test('nobody without money', () => {
    expect(of([incentive], {}).cadres).toEqual({ receiving: 0, total: 25, months: 0, monthsNeeded: 12 })
  })
})

describe('distinct children over groups', () => {
  const group = (name: TargetGroup, covered: number, total = covered): GroupCoverage => ({
    group: name,
    total,
    stale: false,
    covered,
    coveredAtMost: covered,
    partly: 0,
    units: covered,
    neededUnits: total,
    unit: 'anak',
    servedByOthers: 0,
  })

  test('exclusive groups add up; stunted may be among them or not', () => {
    expect(childrenRange([group('pmt_wasted', 11), group('pmt_faltering', 9)], new Map())).toEqual({ from: 20, to: 20 })
    expect(childrenRange([group('stunted', 16), group('pmt_wasted', 11)], new Map())).toEqual({ from: 16, to: 27 })
  })

  test('never more than there are children', () => {
    expect(childrenRange([group('stunted', 16), group('pmt_wasted', 11)], new Map([['under_five', 20]]))).toEqual({ from: 16, to: 20 })
  })

  test('a part of a group that is reached whole adds nobody', () => {
    expect(childrenRange([group('stunted', 16), group('severely_stunted', 3)], new Map())).toEqual({ from: 16, to: 16 })
  })

  test('exact by name where every group is reached whole', () => {
    expect(childrenRange([group('stunted', 16), group('pmt_wasted', 11)], new Map(), () => 22)).toEqual({ from: 22, to: 22 })
    expect(childrenRange([group('stunted', 16), group('pmt_wasted', 5, 11)], new Map(), () => 22)).toEqual({ from: 16, to: 21 })
  })

  test('mothers are no children', () => {
    expect(childrenRange([group('pregnant_ced', 5)], new Map())).toEqual({ from: 0, to: 0 })
  })

  test('the range holds for any real overlap', () => {
    // Children are numbers; each group is a random set of them, wholly covered.
    const sets = fc.record({ stunted: fc.uniqueArray(fc.nat(40)), pmt: fc.uniqueArray(fc.nat(40)), cut: fc.nat(40) })
    fc.assert(
      fc.property(sets, ({ stunted, pmt, cut }) => {
        const wasted = pmt.filter((child) => child < cut)
        const faltering = pmt.filter((child) => child >= cut)
        const range = childrenRange(
          [group('stunted', stunted.length), group('pmt_wasted', wasted.length), group('pmt_faltering', faltering.length)],
          new Map(),
        )
        const truth = new Set([...stunted, ...pmt]).size
        expect(range.from).toBeLessThanOrEqual(truth)
        expect(range.to).toBeGreaterThanOrEqual(truth)
      }),
    )
  })
})

test('prevalence and measurement coverage are fractions; unknown parts give none', () => {
  expect(prevalence(VILLAGE_COUNTS)).toEqual({ part: 16, whole: 367, bp: 436 })
  expect(measurementCoverage(VILLAGE_COUNTS)).toEqual({ part: 367, whole: 389, bp: 9434 })
  expect(prevalence(new Map([['stunted', 16]]))).toBeNull()
  expect(prevalence(new Map([['measured', 367]]))).toBeNull()
  expect(
    prevalence(
      new Map([
        ['stunted', 0],
        ['measured', 0],
      ]),
    ),
  ).toEqual({ part: 0, whole: 0, bp: null })
})
