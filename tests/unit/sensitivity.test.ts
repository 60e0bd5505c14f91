import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { coarseFirst, curveChanges, dropOuts, outcomeOf } from '#shared/domain/sensitivity.ts'
import type { TargetGroup } from '#shared/domain/target-group.ts'
import { activity, cell, costLine, source, view, VILLAGE_COUNTS } from '../support/plan-fixture.ts'

describe('the points of a curve', () => {
  const range = fc.tuple(fc.integer({ min: -10_000, max: 0 }), fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 2, max: 200 }))

  test('run evenly from end to end, each once, and the plan as it is stands among them', () => {
    expect(curveChanges(-6_000, 2_000, 5)).toEqual([-6_000, -4_000, -2_000, 0, 2_000])
    expect(curveChanges(-6_000, 2_000, 40)).toContain(0)
    fc.assert(fc.property(range, ([from, to, points]) => {
      const changes = curveChanges(from, to, points)
      expect(changes).toEqual([...new Set(changes)].toSorted((a, b) => a - b))
      expect([changes[0], changes.at(-1)]).toEqual([from, to])
      expect(changes.length <= 2 || changes.includes(0)).toBe(true)
    }))
  })

  test('come coarse first: every one once, and ten of forty already show the shape', () => {
    fc.assert(fc.property(range, ([from, to, points]) => {
      const changes = curveChanges(from, to, points)
      const order = coarseFirst(changes)
      expect(order.toSorted((a, b) => a - b)).toEqual(changes.map((_, index) => index))
      expect(Math.abs(changes[order[0] ?? 0] ?? 0)).toBe(Math.min(...changes.map(Math.abs)))
    }))
    const first = coarseFirst(curveChanges(-6_000, 2_000, 40)).slice(0, 10).toSorted((a, b) => a - b)
    expect(Math.max(...first.slice(1).map((index, at) => index - (first[at] ?? 0)))).toBeLessThanOrEqual(8)
    expect(coarseFirst([])).toEqual([])
  })
})

describe('what drops out as the money falls', () => {
  const driver = (group: TargetGroup) => ({ unit: 'anak', driver: group, shareBp: 10_000, served: [], lastN: null })
  const lines = [
    costLine({ id: 'food', quantities: [driver('stunted'), { unit: 'bulan', n: 12 }], cutBy: 1 }),
    costLine({ id: 'pay', quantities: [driver('cadre'), { unit: 'bulan', n: 12 }], cutBy: 0, spendingClass: 'cadre_incentive' }),
    costLine({ id: 'kit', activityId: 'later', quantities: [{ unit: 'set', n: 2 }], cutBy: 0, spendingClass: 'equipment' }),
  ]
  const at = (units: Readonly<Record<string, number>>) => outcomeOf(view({
    activities: [activity(), activity({ id: 'later', tier: 3, position: 2 })], lines, sources: [source('DDS', 100_000_000)], cells: Object.entries(units).map(([id, n]) => cell(id, 'DDS', n)),
  }, VILLAGE_COUNTS))

  test('an outcome says need, coverage, tiers and people × time', () => {
    expect(at({ food: 9, pay: 25 })).toMatchObject({
      need: 19_200_000 + 30_000_000 + 200_000, funded: 14_400_000 + 30_000_000, tiers: [{ tier: 1, need: 49_200_000, coverageBp: 9_024 }, { tier: 3, funded: 0, coverageBp: 0 }],
      groups: [{ group: 'stunted', reached: 16, covered: 0, time: { given: 144, needed: 192 } }, { group: 'cadre', kind: 'incentive', covered: 25, time: { given: 300 } }],
    })
  })

  test('tiers, groups and each loss of cadre months are named with the two points that they lie between', () => {
    const points = [
      { changeBp: -6_000, outcome: null }, { changeBp: -4_000, outcome: at({ pay: 20 }) }, { changeBp: 0, outcome: at({ food: 12, pay: 25, kit: 2 }) },
      { changeBp: -2_000, outcome: at({ food: 9, pay: 25 }) }, { changeBp: -5_000, outcome: at({ pay: 8 }) },
    ]
    const found = dropOuts(points)
    expect(found.map(({ kind, what, tier, group, from, to, before, after }) => [kind, what, tier ?? group, from, to, before, after])).toEqual([
      ['tier', 'cut', 1, 0, -2_000, 49_200_000, 44_400_000], ['tier', 'gone', 3, 0, -2_000, 200_000, 0], ['group', 'cut', 'stunted', 0, -2_000, 16, 0],
      ['group', 'gone', 'stunted', -2_000, -4_000, 16, 0], ['cadre', 'cut', 'cadre', -2_000, -4_000, 300, 240],
      ['cadre', 'less', 'cadre', -4_000, -5_000, 240, 96], ['conflict', 'gone', null, -5_000, -6_000, 9_600_000, 0],
    ])
    expect(dropOuts(points.slice(0, 1))).toEqual([])
  })

  test('a group of which not all were helped before is helped less, not "no longer all"', () => {
    const cycle = (units: number) => outcomeOf(view({
      activities: [activity()], lines: [costLine({ id: 'cycle', quantities: [driver('pmt_wasted'), { unit: 'hari', n: 56 }], cutBy: 0 })], sources: [source('DDS', 100_000_000)], cells: [cell('cycle', 'DDS', units)],
    }, VILLAGE_COUNTS))
    const found = dropOuts([{ changeBp: 0, outcome: cycle(11) }, { changeBp: -500, outcome: cycle(9) }, { changeBp: -1_000, outcome: cycle(7) }])
    expect(found.filter(({ kind }) => kind === 'group').map(({ what, before, after }) => [what, before, after])).toEqual([['cut', 11, 9], ['less', 9, 7]])
  })
})
