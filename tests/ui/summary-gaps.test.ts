import { expect, test } from 'vitest'
import { createTranslator } from '#shared/i18n/index.ts'
import { sentences, unfundedTail } from '../../renderer/features/summary/gap-text.ts'

const translator = createTranslator('id')
const gap = {
  lineId: 'l', name: 'Alat ukur', tier: 1 as const, gap: 9_500_000, missing: 2, units: 2, unit: 'set', unitCost: 4_750_000,
  closers: [{ name: 'ADD', left: 90_000_000, units: 2 }], unfilled: ['PBH'], partners: ['GENTING', 'CSR'],
}
const source = (left: number, hasCeiling = true) => ({ code: 'ADD', label: 'ADD', name: 'ADD', spent: 0, left, onBudget: true, hasCeiling })

test('money for all that is missing is said to be that, not how many more it would buy', () => {
  expect(sentences(gap, translator)).toBe('Sisa ADD Rp90.000.000 cukup untuk seluruhnya. Satu set Rp4.750.000.')
  expect(sentences({ ...gap, missing: 5, unfilled: [] }, translator)).toContain('cukup untuk 2 set.')
})

test('money that reaches a unit only together is not said to be less than its cost', () => {
  const closers = [{ name: 'DDS', left: 3_000_000, units: 0 }, { name: 'ADD', left: 2_000_000, units: 0 }]
  expect(sentences({ ...gap, closers, unfilled: [], partners: [] }, translator)).toBe('Sisa DDS dan ADD bersama-sama Rp5.000.000, tetapi tidak satu pun cukup sendiri untuk satu set (Rp4.750.000).')
  expect(sentences({ ...gap, closers: closers.slice(0, 1), unfilled: [], partners: [] }, translator)).toBe('Sisa DDS Rp3.000.000, kurang dari biaya satu set (Rp4.750.000).')
})

test('a ceiling that is not entered is asked for before partners are', () => {
  const open = sentences({ ...gap, closers: [], unfilled: ['DDS', 'ADD'] }, translator)
  expect(open).toBe('Satu set Rp4.750.000. Pagu DDS dan ADD belum diisi.')
  expect(sentences({ ...gap, closers: [], unfilled: [] }, translator)).toBe('Tidak ada sisa dana yang boleh dipakai untuk ini. Satu set Rp4.750.000. Bisa ditawarkan kepada GENTING atau CSR.')
})

test('the unfunded part has no source only where none has money left and every ceiling is known', () => {
  expect(unfundedTail([source(0), source(1)])).toBe('summary.money.notUsed')
  expect(unfundedTail([source(0), source(0, false)])).toBe('summary.money.ceilingsOpen')
  expect(unfundedTail([source(0), source(-5)])).toBe('summary.money.noSource')
})
