import { expect, test } from 'vitest'
import type { FigureChange } from '#shared/contract/history.ts'
import { changeLabel } from '../../renderer/features/budget/change-label.ts'

test('the past of a volume is told in units of the window\'s language, that of money by its name', () => {
  const step: FigureChange['step'] = { id: 1, name: 'line', words: {}, reason: null, madeAt: '2026-11-22 10:00:00', state: 'done', kept: true }
  const change = (figure: FigureChange['figure'], label: string, to: FigureChange['to']) => ({ step, figure, label, from: null, to })
  expect([changeLabel(change('quantity', 'keluarga', 6), 'id'), changeLabel(change('quantity', 'keluarga', 6), 'en'), changeLabel(change('driver', 'bulan', 1), 'en')]).toEqual(['keluarga', 'families', 'month'])
  expect(changeLabel(change('served', 'desa', 2), 'en')).toBe('desa')
  expect(changeLabel(change('price', 'Set alat ukur antropometri', 4_750_000), 'en')).toBe('Set alat ukur antropometri')
})
