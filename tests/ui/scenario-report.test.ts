import { expect, test } from 'vitest'
import type { ComparisonReport } from '#shared/contract/comparison.ts'
import { childrenOnlyCountedLess, isOnlyCountedLess } from '../../renderer/features/scenarios/report.ts'

type Group = ComparisonReport['groups'][number]

/** A group of so many, of whom so many are covered in full, before and after. */
function group(before: readonly [number, number], after: readonly [number, number], name: Group['group'] = 'stunted'): Group {
  const state = ([total, covered]: readonly [number, number]) => ({ total, stale: false, covered, coveredAtMost: covered, partly: 0, reached: covered, units: covered, neededUnits: total, unit: 'anak', time: null })
  const lost = Math.max(0, before[1] - after[1])
  return { group: name, kind: 'direct', before: state(before), after: state(after), gained: { from: 0, to: 0 }, lost: { from: lost, to: lost }, reachedGained: 0, reachedLost: lost, time: null }
}

test.each([
  ['fewer are counted and all of them are helped', group([31, 31], [22, 22]), true],
  ['fewer are counted, and not all of them are helped', group([31, 31], [22, 21]), false],
  ['as many are counted, and fewer are helped', group([31, 31], [31, 22]), false],
  ['more are counted', group([22, 22], [31, 31]), false],
  ['nobody is counted any more', group([31, 31], [0, 0]), true],
])('help is lost only where somebody who is counted has less of it: %s', (_, one, only) => {
  expect(isOnlyCountedLess(one)).toBe(only)
  expect(childrenOnlyCountedLess({ groups: [one, group([9, 9], [9, 9], 'pmt_wasted')] })).toBe(only && one.lost.to > 0)
})

test('where one group of children loses, the children do', () => {
  expect(childrenOnlyCountedLess({ groups: [group([31, 31], [22, 22]), group([9, 9], [9, 4], 'pmt_wasted')] })).toBe(false)
  expect(childrenOnlyCountedLess({ groups: [group([31, 31], [22, 22]), group([9, 9], [5, 2], 'pregnant_ced')] })).toBe(true)
})
