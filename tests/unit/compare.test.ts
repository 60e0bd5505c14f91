import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare, compareAll, type PlanSide } from '#shared/domain/compare.ts'
import type { ChildLists } from '#shared/domain/compare-people.ts'
import type { AllocationCell, CostLine } from '#shared/domain/plan.ts'
import type { TargetGroup } from '#shared/domain/target-group.ts'
import { cell, costLine, source, view, VILLAGE_COUNTS } from '../support/plan-fixture.ts'

const driver = (group: TargetGroup) => ({ unit: 'anak', driver: group, shareBp: 10_000, served: [], lastN: null })
const food = costLine({ id: 'food', quantities: [driver('stunted'), { unit: 'bulan', n: 12 }], unitPrice: 150_000, cutBy: 1 })
const cycle = costLine({ id: 'cycle', quantities: [driver('pmt_wasted'), { unit: 'hari', n: 56 }], unitPrice: 16_500, cutBy: 0 })
const second = costLine({ id: 'second', activityId: 'act', quantities: [driver('pmt_wasted'), { unit: 'hari', n: 56 }], unitPrice: 9_000, cutBy: 0, spendingClass: 'food' })
const pay = costLine({ id: 'pay', quantities: [driver('cadre'), { unit: 'bulan', n: 12 }], unitPrice: 150_000, cutBy: 0, spendingClass: 'cadre_incentive' })
const monthly = { ...pay, cutBy: 1 }
const latrine = costLine({ id: 'latrine', quantities: [driver('family_no_toilet')], unitPrice: 5_500_000, cutBy: 0, spendingClass: 'goods' })
const shared = costLine({ id: 'shared', quantities: [{ unit: 'paket', n: 1 }], unitPrice: 10_000_000, cutBy: null, splittable: true, spendingClass: 'construction' })
const LINES = [food, cycle, pay, latrine, shared]

function side(units: Readonly<Record<string, number>>, parts: { lines?: readonly CostLine[]; counts?: typeof VILLAGE_COUNTS; cells?: readonly AllocationCell[]; lists?: ChildLists; ceiling?: number } = {}): PlanSide {
  const cells = parts.cells ?? Object.entries(units).map(([id, n]) => cell(id, 'DDS', n))
  return { ...view({ lines: parts.lines ?? LINES, sources: [source('DDS', parts.ceiling ?? 100_000_000), source('ADD', 40_000_000)], cells }, parts.counts ?? VILLAGE_COUNTS), lists: parts.lists }
}

const groupOf = (a: PlanSide, b: PlanSide, group: TargetGroup) => compareAll(a, b).groups.find((one) => one.group === group)

describe('lines and sources', () => {
  test('say units and rupiah before and after, and what moved between sources', () => {
    const before = side({}, { cells: [cell('food', 'DDS', 12), cell('pay', 'ADD', 15), cell('pay', 'DDS', 10)] })
    const after = side({}, { cells: [cell('food', 'DDS', 9), cell('pay', 'ADD', 20), cell('pay', 'DDS', 5)], ceiling: 60_000_000 })
    const { lines, sources, totals } = compare(before, after)
    expect(lines).toMatchObject([{ id: 'food', before: { units: 12, funded: 28_800_000 }, after: { units: 9, funded: 21_600_000 } }])
    expect(sources.map(({ label, moves }) => [label, moves.map(({ lineId, before: from, after: to }) => [lineId, from, to])])).toEqual([
      ['DDS', [['food', 28_800_000, 21_600_000], ['pay', 18_000_000, 9_000_000]]], ['ADD', [['pay', 27_000_000, 36_000_000]]],
    ])
    expect(totals.after.funded - totals.before.funded).toBe(-7_200_000)
  })

  test('name lines that only one side has', () => {
    const { lines } = compare(side({ food: 3 }, { lines: [food] }), side({ cycle: 2 }, { lines: [cycle] }))
    expect(lines).toMatchObject([{ id: 'food', after: null, before: { units: 3 } }, { id: 'cycle', before: null, after: { units: 2 } }])
  })
})

describe('who is gained and lost', () => {
  test('nine of twelve months: sixteen lose the full help, nobody loses all of it, 48 months of a child are gone', () => {
    expect(groupOf(side({ food: 12 }), side({ food: 9 }), 'stunted')).toMatchObject({
      lost: { from: 16, to: 16 }, gained: { from: 0, to: 0 }, reachedLost: 0, time: { unit: 'month', before: 192, after: 144, lost: 48, gained: 0 },
    })
  })

  test('a cycle is cut by heads: four children less, 56 days each', () => {
    expect(groupOf(side({ cycle: 11 }), side({ cycle: 7 }), 'pmt_wasted')).toMatchObject({ lost: { from: 4, to: 4 }, reachedLost: 4, time: { unit: 'day', before: 616, after: 392, lost: 224 } })
  })

  test('cadres: people × months, by heads and by months', () => {
    expect(groupOf(side({ pay: 25 }), side({ pay: 15 }), 'cadre')).toMatchObject({ kind: 'incentive', lost: { from: 10, to: 10 }, time: { before: 300, after: 180, lost: 120 } })
    const months = [monthly]
    expect(groupOf(side({ pay: 12 }, { lines: months }), side({ pay: 8 }, { lines: months }), 'cadre')).toMatchObject({ lost: { from: 25, to: 25 }, reachedLost: 0, time: { before: 300, after: 200, lost: 100 } })
  })

  test('a good has no time; a group that only one side knows has no other side', () => {
    expect(groupOf(side({ latrine: 6 }), side({ latrine: 2 }), 'family_no_toilet')).toMatchObject({ lost: { from: 4, to: 4 }, time: null })
    expect(groupOf(side({}, { lines: [food] }), side({ cycle: 3 }), 'pmt_wasted')).toMatchObject({ before: null, after: { covered: 3 }, gained: { from: 3, to: 3 }, lost: { from: 0, to: 0 } })
  })

  test('two kinds of help for one group: a range, and nothing where nothing changed', () => {
    const lines = [cycle, { ...second, cutBy: 0, quantities: [{ ...driver('pmt_wasted'), served: [{ by: 'BOK', units: 1, basis: '', date: '' }] }, { unit: 'hari', n: 56 }] }]
    const both = side({ cycle: 4, second: 3 }, { lines })
    expect(groupOf(both, side({ cycle: 4, second: 3 }, { lines }), 'pmt_wasted')).toMatchObject({ lost: { from: 0, to: 0 }, gained: { from: 0, to: 0 } })
    expect(groupOf(both, side({ cycle: 2 }, { lines }), 'pmt_wasted')).toMatchObject({ lost: { from: 2, to: 5 }, gained: { from: 0, to: 0 } })
  })

  const lists = (members: Partial<Record<TargetGroup, readonly string[]>>): ChildLists => ({ membersOf: (group) => members[group] && new Set(members[group]) })
  const counts = (stunted: number, wasted: number) => new Map([...VILLAGE_COUNTS, ['stunted', stunted], ['pmt_wasted', wasted]] as const)

  test('distinct children: exact by name, else the range that the overlap allows', () => {
    const names = lists({ stunted: ['a', 'b', 'c'], pmt_wasted: ['c', 'd'] })
    const parts = { lines: [food, cycle], counts: counts(3, 2) }
    const exact = compareAll(side({ food: 12, cycle: 2 }, { ...parts, lists: names }), side({ food: 12 }, { ...parts, lists: names }))
    expect(exact.children).toEqual({ before: { from: 4, to: 4 }, after: { from: 3, to: 3 }, gained: { from: 0, to: 0 }, lost: { from: 1, to: 1 }, exact: true })
    const unknown = compareAll(side({ food: 12, cycle: 2 }, parts), side({ food: 12 }, parts))
    expect(unknown.children).toMatchObject({ before: { from: 3, to: 5 }, after: { from: 3, to: 3 }, lost: { from: 0, to: 2 }, gained: { from: 0, to: 0 }, exact: false })
  })

  test('another list by name: who left and who is new, not only the difference of the counts', () => {
    const before = side({ food: 12 }, { lines: [food], counts: counts(3, 0), lists: lists({ stunted: ['a', 'b', 'c'] }) })
    const after = side({ food: 12 }, { lines: [food], counts: counts(3, 0), lists: lists({ stunted: ['b', 'c', 'd'] }) })
    expect(compare(before, after).groups).toMatchObject([{ group: 'stunted', gained: { from: 1, to: 1 }, lost: { from: 1, to: 1 }, reachedGained: 1, reachedLost: 1 }])
    expect(compare(before, after).children).toMatchObject({ gained: { from: 1, to: 1 }, lost: { from: 1, to: 1 }, exact: true })
  })

  test('the range of distinct children holds for every real overlap', () => {
    const sets = fc.record({ stunted: fc.uniqueArray(fc.nat(30), { minLength: 1 }), wasted: fc.uniqueArray(fc.nat(30), { minLength: 1 }), keep: fc.boolean(), drop: fc.boolean() })
    fc.assert(fc.property(sets, ({ stunted, wasted, keep, drop }) => {
      const parts = { lines: [food, cycle], counts: counts(stunted.length, wasted.length) }
      const [x, y] = [{ food: 12, cycle: wasted.length }, { food: keep ? 12 : 0, cycle: drop ? 0 : wasted.length }]
      const range = compareAll(side(x, parts), side(y, parts)).children
      const all = new Set([...stunted, ...wasted])
      const left = new Set([...(keep ? stunted : []), ...(drop ? [] : wasted)])
      const lost = [...all].filter((child) => !left.has(child)).length
      expect(range.lost.from).toBeLessThanOrEqual(lost)
      expect(range.lost.to).toBeGreaterThanOrEqual(lost)
      expect(range.gained).toEqual({ from: 0, to: 0 })
    }))
  })
})

describe('any two plans', () => {
  const units = fc.record({ food: fc.nat(12), cycle: fc.nat(11), pay: fc.nat(25), latrine: fc.nat(6), add: fc.nat(12), shared: fc.nat(10_000_000), stunted: fc.integer({ min: 1, max: 30 }), ceiling: fc.nat(200_000_000) })
  const sideOf = ({ add, shared: amount, stunted, ceiling, food: months, cycle: heads, pay: cadres, latrine: families }: { food: number; cycle: number; pay: number; latrine: number; add: number; shared: number; stunted: number; ceiling: number }): PlanSide =>
    side({}, {
      ceiling, counts: new Map([...VILLAGE_COUNTS, ['stunted', stunted]] as const),
      cells: [
        cell('food', 'DDS', Math.max(0, months - add)), cell('food', 'ADD', Math.min(months, add)), cell('cycle', 'DDS', heads), cell('pay', 'ADD', cadres), cell('latrine', 'DDS', families),
        cell('shared', 'DDS', 0, { amount }), cell('shared', 'ADD', 0, { amount: 10_000_000 - amount }),
      ],
    })
  const total = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0)

  test('one against itself is empty', () => {
    fc.assert(fc.property(units, (a) => {
      const { lines, groups, sources, children } = compare(sideOf(a), sideOf(a))
      expect({ lines, groups, sources }).toEqual({ lines: [], groups: [], sources: [] })
      expect([children.gained, children.lost]).toEqual([{ from: 0, to: 0 }, { from: 0, to: 0 }])
    }))
  })

  test('parts add up: lines, sources and totals tell the same difference', () => {
    fc.assert(fc.property(units, units, (a, b) => {
      const { lines, sources, totals } = compare(sideOf(a), sideOf(b))
      const difference = totals.after.funded - totals.before.funded
      expect(total(lines.map(({ before, after }) => (after?.funded ?? 0) - (before?.funded ?? 0)))).toBe(difference)
      expect(total(sources.map(({ before, after }) => (after?.spent ?? 0) - (before?.spent ?? 0)))).toBe(difference)
      for (const { before, after, moves } of sources) expect(total(moves.map((move) => move.after - move.before))).toBe((after?.spent ?? 0) - (before?.spent ?? 0))
      expect(total(lines.map(({ before, after }) => (after?.need ?? 0) - (before?.need ?? 0)))).toBe(totals.after.need - totals.before.need)
    }))
  })

  test('people add up: gained less lost is the difference of those covered, in people and in time', () => {
    fc.assert(fc.property(units, units, (a, b) => {
      for (const { before, after, gained, lost, reachedGained, reachedLost, time } of compareAll(sideOf(a), sideOf(b)).groups) {
        expect(gained.from - lost.from).toBe((after?.covered ?? 0) - (before?.covered ?? 0))
        expect(reachedGained - reachedLost).toBe((after?.reached ?? 0) - (before?.reached ?? 0))
        expect((time?.gained ?? 0) - (time?.lost ?? 0)).toBe((time?.after ?? 0) - (time?.before ?? 0))
      }
    }))
  })

  test('the other way round is the mirror', () => {
    fc.assert(fc.property(units, units, (a, b) => {
      const [there, back] = [compare(sideOf(a), sideOf(b)), compare(sideOf(b), sideOf(a))]
      const turn = <T extends { before: unknown; after: unknown }>(item: T) => ({ ...item, before: item.after, after: item.before })
      expect(back.lines).toEqual(there.lines.map(turn))
      expect(back.sources).toEqual(there.sources.map((one) => ({ ...turn(one), moves: one.moves.map(turn) })))
      expect(back.groups).toEqual(there.groups.map((one) => ({
        ...turn(one), gained: one.lost, lost: one.gained, reachedGained: one.reachedLost, reachedLost: one.reachedGained,
        time: one.time && { ...one.time, before: one.time.after, after: one.time.before, gained: one.time.lost, lost: one.time.gained },
      })))
      expect(back.children).toEqual({ ...turn(there.children), gained: there.children.lost, lost: there.children.gained })
    }))
  })
})
