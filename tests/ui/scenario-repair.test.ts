import { expect, test } from 'vitest'
import { repaired } from '../../renderer/features/scenarios/repair.ts'
import { NOTHING_CHANGED, type PlanLine, type WayOut, type WayStep } from '../../renderer/features/scenarios/types.ts'

const line = (id: string, driver: string, coverageTargetBp: number | null = null) => ({ id, coverageTargetBp, quantities: [{ unit: 'orang', driver }] }) as unknown as PlanLine
const LINES = [line('food', 'stunted'), line('hens', 'stunted'), line('pay', 'cadre', 2_500)]

const step = (changes: Partial<WayStep>): WayStep => ({ kind: 'lock', line: null, source: null, rule: null, from: 0, to: 0, targetBp: null, shareBp: null, amount: null, ceiling: null, units: null, unlock: false, ...changes })
const way = (changes: Partial<WayStep>, ...along: WayStep[]): WayOut => ({ ...step(changes), along, enough: true })

test('a lock is lowered or released in the scenario, in place of what it said of it before; what may share a unit is lowered in rupiah', () => {
  const lowered = repaired(NOTHING_CHANGED, way({ line: 'pay', source: 'ADD', to: 9_000, units: 3 }), LINES)
  expect(lowered?.locks).toEqual([{ line: 'pay', source: 'ADD', kind: 'units', units: 3 }])
  expect(repaired(lowered ?? NOTHING_CHANGED, way({ line: 'pay', source: 'ADD', unlock: true }), LINES)?.locks).toEqual([{ line: 'pay', source: 'ADD', kind: 'released' }])
  expect(repaired(NOTHING_CHANGED, way({ line: 'pay', source: 'ADD', to: 9_000 }), LINES)?.locks).toEqual([{ line: 'pay', source: 'ADD', kind: 'amount', amount: 9_000 }])
})

test('a line that was protected with its group is let go of alone, and asks for nothing where it may get nothing', () => {
  const guarded = { ...NOTHING_CHANGED, protect: { lines: [], sources: [], groups: ['stunted' as const] } }
  expect(repaired(guarded, way({ kind: 'target', line: 'food', targetBp: 0, protection: 'stunted' }), LINES)).toEqual({ ...NOTHING_CHANGED, protect: { lines: ['hens'], sources: [], groups: [] } })
  expect(repaired(guarded, way({ kind: 'target', line: 'food', targetBp: 5_000, protection: 'stunted' }), LINES)?.targets).toEqual([{ line: 'food', targetBp: 5_000 }])
  // a target of the plan has to be taken away by name
  expect(repaired(NOTHING_CHANGED, way({ kind: 'target', line: 'pay', targetBp: 0 }), LINES)?.targets).toEqual([{ line: 'pay', targetBp: 0 }])
})

test('all steps of a way are taken; with a rule among them it is none for a scenario', () => {
  const both = repaired(NOTHING_CHANGED, way({ kind: 'ceiling', source: 'DDS', ceiling: 7 }, step({ line: 'pay', source: 'ADD', unlock: true })), LINES)
  expect([both?.ceilings, both?.locks]).toEqual([[{ source: 'DDS', kind: 'amount', amount: 7 }], [{ line: 'pay', source: 'ADD', kind: 'released' }]])
  expect(repaired(NOTHING_CHANGED, way({ kind: 'ceiling', source: 'DDS', ceiling: 7 }, step({ kind: 'rule', rule: 'r1', source: 'DDS' })), LINES)).toBeNull()
})
