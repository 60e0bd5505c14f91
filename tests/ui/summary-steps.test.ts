import { expect, test } from 'vitest'
import { createTranslator } from '#shared/i18n/index.ts'
import { stepsOf } from '../../renderer/features/summary/steps.ts'

const translator = createTranslator('id')
const nothing = {
  reach: [], sources: [], need: 0, funded: 0, gap: 0, gaps: [], spending: [], directShareBp: null, perChild: null, danaDesa: null, register: null,
  progress: { children: null, series: null, unknownLines: 12, sources: 6, ceilingsMissing: 6, allocated: false, errors: 0, warnings: 0, firstError: null },
}
const planned = {
  ...nothing, need: 173_614_000, funded: 146_114_000, gap: 27_500_000,
  progress: { children: 389, series: 'e-PPGBM', unknownLines: 0, sources: 4, ceilingsMissing: 0, allocated: true, errors: 1, warnings: 2, firstError: null },
}

function statesOf(...given: Parameters<typeof stepsOf>) {
  return Object.fromEntries(stepsOf(...given).map(({ key, state }) => [key, state]))
}

test('a plan without anything begins at the caseload', () => {
  expect(statesOf(nothing, undefined, translator)).toEqual({ caseload: 'open', ceilings: 'open', allocated: 'open', notes: 'done', documents: 'open' })
})

test('what is done is done, and what is against a rule asks for attention', () => {
  expect(statesOf(planned, undefined, translator)).toEqual({ caseload: 'done', ceilings: 'done', allocated: 'done', notes: 'attention', documents: 'open' })
  expect(stepsOf(planned, undefined, translator).map(({ text }) => text)).toEqual([
    'Sasaran dari e-PPGBM, 389 anak', 'Pagu 4 sumber dana sudah diisi', 'Dana dibagi: Rp146.114.000 dari Rp173.614.000', 'Baca 3 catatan yang perlu diperiksa',
    'Cetak dan ekspor dokumen',
  ])
})

test('part of the data, or of the ceilings, is not all of it', () => {
  const part = { ...planned, progress: { ...planned.progress, unknownLines: 2, ceilingsMissing: 1 } }
  expect(statesOf(part, undefined, translator)).toMatchObject({ caseload: 'attention', ceilings: 'attention' })
})

test('documents of other figures are out of date', () => {
  const exported = { at: '2026-11-21T14:32:00.000Z', need: planned.need, funded: planned.funded }
  expect(statesOf(planned, exported, translator)).toMatchObject({ documents: 'done' })
  expect(statesOf({ ...planned, funded: 1 }, exported, translator)).toMatchObject({ documents: 'attention' })
})

test('what is against a rule comes first and leads to its place; money that is not there is not divided', () => {
  const over = {
    ...planned, sources: [{ code: 'DDS', label: 'DDS', name: 'Dana Desa', spent: 90_000_000, left: -5_000_000, onBudget: true, hasCeiling: true }],
    progress: { ...planned.progress, firstError: { code: 'overspent', severity: 'error' as const, where: { kind: 'source' as const, id: 's1', label: 'DDS' }, amounts: { spent: 90_000_000, available: 85_000_000, over: 5_000_000 }, words: { source: 'DDS' } } },
  }
  const [first] = stepsOf(over, undefined, translator)
  expect(first).toEqual({ key: 'broken', state: 'broken', text: '1 melanggar aturan: DDS lebih Rp5.000.000', href: '#/sumber/s1', to: 'summary.next.toPlace' })
  expect(stepsOf(over, undefined, translator).find(({ key }) => key === 'allocated')).toMatchObject({ state: 'attention', text: 'Dana dibagi, tetapi DDS lebih dari yang tersedia' })
})
