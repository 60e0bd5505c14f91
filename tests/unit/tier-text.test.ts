import { expect, test } from 'vitest'
import { createTranslator } from '#shared/i18n/index.ts'
import { tierText } from '#shared/i18n/tier-text.ts'

test('a tier of which something is set aside is never said to be met, or to be without activities that follow a count', () => {
  const says = (lowestCoverage: number | null, aside: string[]) => tierText({ tier: 1, lowestCoverage, coverageSum: null, aside }, true, createTranslator('id'))
  expect(says(1, [])).toBe('Prioritas 1: semua kebutuhan yang terhitung dan mengikuti data sasaran terpenuhi.')
  expect(says(null, [])).toBe('Prioritas 1: tidak ada kegiatan yang mengikuti data sasaran.')
  expect(says(1, ['a'])).toBe('Prioritas 1: selain yang dikesampingkan, semua kebutuhan yang terhitung dan mengikuti data sasaran terpenuhi.')
  expect(says(0.5, ['a'])).toBe('Prioritas 1: selain yang dikesampingkan, tidak ada kegiatan yang mengikuti data sasaran di bawah 50,00%.')
  expect(says(null, ['a'])).toBe('Prioritas 1:')
})

test('where not every activity of a tier can get a unit, that is said, not that nothing is below nought', () => {
  const says = (aside: string[], language: 'id' | 'en' = 'id', proven = true) => tierText({ tier: 2, lowestCoverage: 0, coverageSum: 6.9, aside }, proven, createTranslator(language))
  expect(says([])).toBe('Prioritas 2: uang yang boleh dipakai tidak cukup untuk satu satuan bagi setiap kegiatan yang mengikuti data sasaran; dibagi supaya jumlah cakupannya sebesar mungkin.')
  expect(says(['a'])).toMatch(/^Prioritas 2: selain yang dikesampingkan, uang yang boleh dipakai tidak cukup/)
  expect(says([], 'en')).not.toContain('%')
  expect(says(['a'], 'id', false)).toBe('Prioritas 2: belum setiap kegiatan yang mengikuti data sasaran mendapat satu satuan; belum terbukti apakah uangnya cukup.')
})
