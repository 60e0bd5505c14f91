import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { number, rupiah, tableFigure } from '#shared/i18n/format.ts'
import { amountProblem } from '#shared/i18n/amount-problem.ts'
import { amountText } from '#shared/i18n/amount-text.ts'
import { createTranslator } from '#shared/i18n/index.ts'
import { parseAmount, perhapsMeant, unfitAmount } from '#shared/i18n/parse.ts'

const LANGUAGES = ['id', 'en'] as const
const amount = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER })

describe('an amount that Rembuk wrote is read back as it was', () => {
  test.each(LANGUAGES)('%s: parse ∘ format is the identity', (language) => {
    fc.assert(fc.property(amount, (value) => {
      for (const write of [number, rupiah, tableFigure]) expect(parseAmount(write(value, language), language)).toEqual({ value, basis: null })
      expect(parseAmount(String(value), language)).toEqual({ value, basis: null })
    }))
  })

  test('arithmetic agrees with bigint, and anything outside the exact range is refused', () => {
    const term = fc.integer({ min: 0, max: 9_999_999 })
    fc.assert(fc.property(term, term, term, fc.constantFrom(...LANGUAGES), (a, b, c, language) => {
      const expected = BigInt(a) * BigInt(b) + BigInt(c)
      const read = parseAmount(`${number(a, language)} * ${number(b, language)} + ${rupiah(c, language)}`, language)
      expect(read?.value).toBe(expected > BigInt(Number.MAX_SAFE_INTEGER) ? undefined : Number(expected))
    }))
  })

  test('a quotient is whole or refused', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 1, max: 999 }), (a, b) => {
      expect(parseAmount(`${a}/${b}`, 'id')?.value).toBe(a % b === 0 ? a / b : undefined)
    }))
  })

  test('no text at all throws, or becomes anything but a whole number of at least 0', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.,+-*/()xRpjtrbmkM= –:') }), fc.constantFrom(...LANGUAGES), (text, language) => {
      const value = parseAmount(text, language)?.value
      expect(value === undefined || (Number.isSafeInteger(value) && value >= 0)).toBe(true)
    }))
  })
})

describe('an amount as people type it', () => {
  test.each([
    ['1.500.000', 1_500_000], ['Rp 1.500.000,00', 1_500_000], ['Rp1.500.000,-', 1_500_000], ['rp. 150rb', 150_000], ['1,5 jt', 1_500_000], ['1.5jt', 1_500_000],
    ['150rb', 150_000], ['150 ribu', 150_000], ['12 juta', 12_000_000], ['1,25 miliar', 1_250_000_000], ['1,5 M', 1_500_000_000], ['1,5 m', 1_500_000_000],
    ['2 triliun', 2_000_000_000_000], ['2 juta 500 ribu', 2_500_000], ['1 500', 1_500], ['1 500 000', 1_500_000], ['Rp 1\u00A0500\u00A0000,00', 1_500_000], ['12\u202F500', 12_500], ['1 500 ribu', 1_500_000], ['  16 ', 16], ['12,0', 12], ['–', 0], ['-', 0], [' Rp-   ', 0], ['0', 0],
    ['1\u00A0jt', 1_000_000],
    ['Rp.1.500.000,-', 1_500_000], ['1.500.000.-', 1_500_000], ['1.500.000,00', 1_500_000], ['1.5jt', 1_500_000], ['1,5juta', 1_500_000], ['1,5 jt.', 1_500_000], ['2 M', 2_000_000_000], ['2 milyar', 2_000_000_000], ['2 trilyun', 2_000_000_000_000],
    ['1,5 jt rupiah', 1_500_000], ['1.500.000 rupiah', 1_500_000], ['150rb Rp', 150_000], ['150.000 IDR', 150_000],
  ])('%s', (text, value) => {
    expect(parseAmount(text, 'id')).toEqual({ value, basis: null })
  })

  test.each([
    ['35*150rb*12', 63_000_000], ['35 x 150.000 × 12', 63_000_000], ['=2*(3+4)', 14], ['10 jt - 2,5 jt', 7_500_000], ['30jt/4', 7_500_000], ['1/3*3', 1], ['100:4', 25],
    ['-2*-3', 6], ['0,5*3', undefined], ['7/2', undefined],
  ])('arithmetic: %s', (text, value) => {
    expect(parseAmount(text, 'id')?.value).toBe(value)
  })

  test('keeps the arithmetic as its basis', () => {
    expect(parseAmount(' =35*150rb*12 ', 'id')).toEqual({ value: 63_000_000, basis: '35*150rb*12' })
  })

  test('English has its own separators; M stays miliar', () => {
    expect(parseAmount('1,500,000.00', 'en')?.value).toBe(1_500_000)
    expect(parseAmount('1.5 million', 'en')?.value).toBe(1_500_000)
    expect(parseAmount('1.5M', 'en')?.value).toBe(1_500_000_000)
    expect(parseAmount('1,500', 'en')?.value).toBe(1_500)
    expect(parseAmount('1.500', 'id')?.value).toBe(1_500)
    expect(parseAmount('150.000', 'en')).toBeUndefined()
    expect(parseAmount('1.150,000', 'id')?.value).toBe(1_150)
    expect(parseAmount('1,500 jt', 'id')?.value).toBe(1_500_000)
  })

  test.each([
    ['150.00', 'id', [150_000, 150]], ['1.5', 'id', [1_500]], ['1.500.00', 'id', [1_500_000]], ['1,500,000', 'id', [1_500_000]], ['Rp 1,500', 'id', [1_500]], ['1,500,000.00', 'id', [1_500_000]],
    ['150,00', 'en', [150_000, 150]], ['1.500.000', 'en', [1_500_000]], ['150,000', 'id', [150_000, 150]], ['150,125', 'id', [150_125]], ['150.000', 'en', [150_000, 150]], ['150.000', 'id', []], ['seratus', 'id', []], ['', 'id', []],
  ] as const)('what %s (%s) was perhaps meant as', (text, language, values) => {
    expect(perhapsMeant(text, language)).toEqual(values)
  })

  test.each([
    ['-5', 'negative'], ['(1.500.000)', 'negative'], ['Rp -1,5 jt', 'negative'], ['– 5', 'negative'], ['5-8', 'negative'], ['1,5', 'not_whole'], ['7/2', 'not_whole'], ['9.007.199.254.740.992', 'too_large'],
    ['5', undefined], ['(5+1)', undefined], ['Rp 1.500.000,-', undefined], ['–', undefined], ['lima', undefined], ['1..5', undefined],
  ] as const)('what is wrong with %s', (text, unfit) => {
    expect(unfitAmount(text, 'id')).toBe(unfit)
  })

  test.each(['', '   ', 'abc', '12 anak', '1,5', '1.5', '1.50.000', '150.00', '150.0', '1,500,000', '1,500,000.00', '1 50', '1500 000', '1 500 00', '1 500.000', '1.500 000', '150.00*2', '1..5', '12..', '1,500', '150,000', 'Rp 16,500', '150,000*2', '-5', '(5)', 'Rp (1.500.000)', '5-8', '1/0', '(1', '1)', '*2', '2 juta 5', '150 rb 2 jt', '1e5', 'Rp', '12%', '=', '3 4',
    '9.007.199.254.740.992', '9'.repeat(31), '1*'.repeat(150) + '1', '1.500abc', 'true'])('refuses %s', (text) => {
    expect(parseAmount(text, 'id')).toBeUndefined()
  })
})

describe('what is wrong with an amount', () => {
  test.each([
    ['1,5 jta', { reason: 'wordLike', word: 'jta', first: 1_500_000 }], ['1,5 jutaa', { reason: 'wordLike', word: 'jutaa', first: 1_500_000 }], ['150 rbu', { reason: 'wordLike', word: 'rbu', first: 150_000 }],
    ['1,5 Jura', { reason: 'wordLike', word: 'Jura', first: 1_500_000 }], ['2 milliar', { reason: 'wordLike', word: 'milliar', first: 2_000_000_000 }], ['35*150rbu*12', { reason: 'wordLike', word: 'rbu', first: 63_000_000 }],
    ['1,5 mln', { reason: 'word', word: 'mln' }], ['2 ton', { reason: 'word', word: 'ton' }], ['1.5OO.000', { reason: 'word', word: 'OO' }], ['l.500.000', { reason: 'word', word: 'l' }], ['1,5 jt per anak', { reason: 'word', word: 'per' }],
    ['12,5 bulan', { reason: 'not_whole' }], ['1,5', { reason: 'not_whole' }], ['-5 jt', { reason: 'negative' }], ['150.00', { reason: 'unclearTwo', first: 150_000, second: 150 }], ['seratus ribu', { reason: 'not_a_number' }], ['1..5', { reason: 'not_a_number' }], ['12%', { reason: 'not_a_number' }],
  ] as const)('%s', (text, problem) => {
    expect(parseAmount(text, 'id')).toBeUndefined()
    expect(amountProblem(text, 'id')).toEqual(problem)
  })

  test('is said with the word that was not understood, in both languages', () => {
    const said = (text: string, language: 'id' | 'en') => amountText(amountProblem(text, language), createTranslator(language))
    expect(said('1,5 jta', 'id')).toBe('“jta” tidak dikenal; maksudnya 1.500.000?')
    expect(said('1.5 jta', 'en')).toBe('“jta” is not known; was 1,500,000 meant?')
    expect(said('1,5 mln', 'id')).toBe('“mln” tidak dikenal; tulis rb, jt, atau M (miliar), misalnya 1,5 jt')
    expect(said('1.5 mln', 'en')).toBe('“mln” is not known; write rb (thousand), jt (million) or M (billion), for example 1.5 jt')
  })
})
