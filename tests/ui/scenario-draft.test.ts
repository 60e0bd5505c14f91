import { expect, test } from 'vitest'
import type { ScenarioOverrides } from '#shared/contract/scenario.ts'
import { draftOf, overridesOf } from '../../renderer/features/scenarios/draft.ts'

type Sources = Parameters<typeof overridesOf>[1]

const sources = ['DDS', 'ADD'].map((label) => ({ label, ceiling: 300_000_000 })) as unknown as Sources
const known = { sources, lines: ['food', 'cadres'].map((id) => ({ id })), lost: [] }
const overrides: ScenarioOverrides = {
  ceilings: [{ source: 'DDS', kind: 'preset', preset: 'stage_two_unpaid', villages: 'independent', freePart: 120_000_000 }, { source: 'ADD', kind: 'percent', changeBp: -1_250 }],
  series: { child: 'Februari', mother: 'Kohort' }, prices: [{ changeBp: 500 }, { changeBp: -1_000, spendingClasses: ['food'] }, { changeBp: 1_000, lines: ['food', 'cadres'] }],
  protect: { lines: ['food'], sources: ['ADD'], groups: ['cadre'] }, targets: [{ line: 'cadres', targetBp: 5_625 }, { line: 'food', targetBp: 0 }],
  locks: [{ line: 'food', source: 'DDS', kind: 'units', units: 6 }, { line: 'cadres', source: 'ADD', kind: 'released' }], strategy: 'children',
}

test.each(['id', 'en'] as const)('what a scenario says survives the editor unchanged, %s', (language) => {
  const draft = draftOf('A', overrides, known, language)
  expect(draft.lineTargets).toEqual({ cadres: language === 'id' ? '56,25%' : '56.25%', food: '0%' })
  expect(overridesOf(draft, sources, language)).toEqual({ wrong: [], overrides })
})

test('what is gone from the plan is left out, so that the rest can be saved again', () => {
  const draft = draftOf('A', overrides, { sources: sources.slice(0, 1), lines: [{ id: 'cadres' }], lost: ['Kohort'] }, 'id')
  expect(overridesOf(draft, sources.slice(0, 1), 'id').overrides).toMatchObject({
    ceilings: [{ source: 'DDS' }], series: { child: 'Februari' }, prices: [{ changeBp: 500 }, { spendingClasses: ['food'] }, { lines: ['cadres'] }],
    protect: { lines: [], sources: [], groups: ['cadre'] }, targets: [{ line: 'cadres' }], locks: [],
  })
})

test('what cannot be read is named field by field; a free part above its ceiling is none', () => {
  const draft = draftOf('A', overrides, known, 'id')
  const dds = draft.ceilings['DDS']
  const typed = { ...draft, ceilings: { DDS: { mode: 'stage_two_unpaid' as const, text: '', villages: 'other' as const, ...dds, free: '400 jt' } }, linePrices: { food: 'mahal' }, lineTargets: { food: '120%', cadres: '' } }
  expect(overridesOf(typed, sources, 'id').wrong).toEqual(['DDS', 'price/food', 'target/food'])
  expect(overridesOf({ ...typed, ceilings: { DDS: { ...typed.ceilings.DDS, free: '' } } }, sources, 'id').overrides.ceilings).toEqual([{ source: 'DDS', kind: 'preset', preset: 'stage_two_unpaid', villages: 'independent' }])
})
