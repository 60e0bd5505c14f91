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
  const tail = (...sources: ReturnType<typeof source>[]) => unfundedTail(sources, translator)
  expect(tail(source(0), source(1))).toBe('masih ada sisa dana')
  expect(tail(source(0), source(0, false))).toBe('pagu belum lengkap')
  expect(tail(source(0), source(0))).toBe('belum ada sumber')
  expect(tail(source(0), source(-5))).toBe('1 sumber melebihi dananya')
  expect(tail(source(1), source(-5), source(-1))).toBe('2 sumber melebihi dananya, sisa di sumber lain')
  expect(unfundedTail([source(1), source(-5)], createTranslator('en'))).toBe('1 source is overspent, money is left in another')
})
