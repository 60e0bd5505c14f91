import { expect, it } from 'vitest'
import { createTranslator } from '#shared/i18n/index.ts'
import { stepText } from '#shared/i18n/step-text.ts'

it('calls the choice of a basis what it is, in both languages', () => {
  const step = { name: 'basis', words: { series: 'Verval II', basis: 'own' } }
  expect(stepText(step, createTranslator('id'))).toBe('Verval II dihitung menurut hitungan Rembuk')
  expect(stepText(step, createTranslator('en'))).toBe('Verval II counted by Rembuk’s reckoning')
})
