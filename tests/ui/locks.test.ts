import { expect, test } from 'vitest'
import type { PlanLine } from '#shared/contract/plan.ts'
import { lockableGroups, lockEdits, lockState } from '../../renderer/features/budget/locks.ts'

const line = (id: string, driver: string | null, bySource: Record<string, number>, locked: string[] = []) => ({
  id, bySource, locked, funded: Object.values(bySource).reduce((sum, amount) => sum + amount, 0), quantities: [driver === null ? { unit: 'paket', n: 1 } : { unit: 'anak', driver }],
}) as unknown as PlanLine

const food = line('food', 'stunted', { DDS: 10, ADD: 5, PBH: 0 }, ['ADD'])
const travel = line('travel', 'stunted', { DDS: 2 })
const cadres = line('cadres', 'cadre', { ADD: 0 }, ['ADD'])
const meeting = line('meeting', null, { DDS: 4 })
const nothing = line('nothing', 'pregnant', {})

test('groups are those whose lines are paid or locked, in the order of the groups', () => {
  expect(lockableGroups([cadres, food, meeting, travel, nothing]).map(([group, own]) => [group, own.map(({ id }) => id)])).toEqual([['stunted', ['food', 'travel']], ['cadre', ['cadres']]])
})

test('locking a group holds what is paid and nothing else, and opening it opens every lock', () => {
  expect(lockState([food, travel])).toBe('some')
  expect(lockEdits([food, travel], true)).toEqual([{ what: 'cell', line: 'food', source: 'DDS', locked: true }, { what: 'cell', line: 'travel', source: 'DDS', locked: true }])
  expect(lockEdits([food, travel], false)).toEqual([{ what: 'cell', line: 'food', source: 'ADD', locked: false }])
  expect(lockState([travel])).toBe('none')
  expect(lockState([line('a', null, { DDS: 1, ADD: 2 }, ['DDS', 'ADD'])])).toBe('all')
  // a cell that is kept empty
  expect([lockState([cadres]), lockEdits([cadres], false)]).toEqual(['all', [{ what: 'cell', line: 'cadres', source: 'ADD', locked: false }]])
})
