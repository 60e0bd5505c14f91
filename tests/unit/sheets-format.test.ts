import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MINUS,
  date, dateTime, dateWithWeekday, decimals, fileSize, monthAndYear, months, number, outOf, percent, quantities, rupiah, tableFigure,
} from '#shared/i18n/format.ts'
import { stepFigure } from '#shared/i18n/step-figure.ts'
import { terbilang, terbilangRupiah } from '#shared/i18n/terbilang.ts'

describe('figures as people read them', () => {
  it('writes money, counts and table figures in both languages', () => {
    expect(rupiah(28_800_000)).toBe('Rp28.800.000')
    expect(rupiah(-1500)).toBe('−Rp1.500')
    expect(rupiah(28_800_000, 'en')).toBe('Rp28,800,000')
    expect(number(999)).toBe('999')
    expect(number(-1_000)).toBe('−1.000')
    expect(tableFigure(0)).toBe('–')
    expect(tableFigure(7_500)).toBe('7.500')
    expect(outOf(16, 1367)).toBe('16 dari 1.367')
    expect(outOf(16, 367, 'en')).toBe('16 of 367')
    expect([fileSize(1), fileSize(1_048_575), fileSize(1_258_291), fileSize(419_430_400)]).toEqual(['1 KB', '1.024 KB', '1,2 MB', '400 MB'])
    expect(fileSize(1_258_291, 'en')).toBe('1.2 MB')
  })

  it('writes basis points as percent, and a dash where there is nothing to divide by', () => {
    expect(percent(436)).toBe('4,36%')
    expect(percent(10_000)).toBe('100,00%')
    expect(percent(5)).toBe('0,05%')
    expect(percent(-436, 'en')).toBe('−4.36%')
    expect(percent(null)).toBe('–')
  })

  it('writes what is no count with two decimals, in the marks of the language', () => {
    expect(decimals(2_191.224)).toBe('2.191,22')
    expect(decimals(2_191.5, 'en')).toBe('2,191.50')
    expect(decimals(5_653)).toBe('5.653')
    expect(decimals(999.996)).toBe('1.000')
    expect([decimals(-0.5), decimals(-0.001)]).toEqual(['−0,50', '0'])
    expect([stepFigure({ step: 'sum' }, 460.81), stepFigure({ step: 'lowest' }, 0.68421)]).toEqual(['460,81', '68,42%'])
  })

  it('reads back every number that it writes', () => {
    fc.assert(fc.property(fc.maxSafeInteger(), (value) => {
      expect(Number(number(value).replaceAll('.', '').replace(MINUS, '-'))).toBe(value)
    }))
  })

  it('joins months into runs', () => {
    expect(months(0b1111_1111_1111)).toBe('Jan–Des')
    expect(months(0b0000_0011_1100)).toBe('Mar–Jun')
    expect(months(0b0000_0000_1001)).toBe('Jan, Apr')
    expect(months(0b1000_1000_0011)).toBe('Jan–Feb, Agu, Des')
    expect(months(0b0000_1000_0000, 'en')).toBe('Aug')
    expect(months(0)).toBe('–')
  })

  it('writes dates with the weekday of the calendar', () => {
    expect(date('2026-09-28')).toBe('28 September 2026')
    expect(date('2026-08-01', 'en')).toBe('1 August 2026')
    expect(dateWithWeekday('2025-06-06')).toBe('Jumat, 6 Juni 2025')
    expect(monthAndYear('2026-08-21')).toBe('Agustus 2026')
    expect(dateTime('2026-11-21T14:32')).toBe('21 November 2026 14.32')
    expect(dateTime('2026-11-21')).toBe('21 November 2026')
    expect(date('31 Februari')).toBe('31 Februari')
  })

  it('writes factors as a RAB does', () => {
    expect(quantities([{ n: 16, unit: 'anak' }, { n: 12, unit: 'bulan' }])).toBe('16 anak × 12 bulan')
    expect(quantities([{ n: null, unit: 'anak' }])).toBe('… anak')
    expect(quantities([{ n: 1200, unit: 'lembar' }])).toBe('1.200 lembar')
  })
})

const DIGITS: Record<string, bigint> = {
  satu: 1n, dua: 2n, tiga: 3n, empat: 4n, lima: 5n, enam: 6n, tujuh: 7n, delapan: 8n, sembilan: 9n, sepuluh: 10n, sebelas: 11n, seratus: 100n,
}
const SCALES: Record<string, bigint> = { ribu: 10n ** 3n, juta: 10n ** 6n, miliar: 10n ** 9n, triliun: 10n ** 12n, kuadriliun: 10n ** 15n }

/** The words read back by rules of their own, so that the property does not follow the code that it checks. */
function read(words: string): bigint {
  let total = 0n
  let part = 0n
  let last = 0n
  for (const word of words.split(' ')) {
    const digit = DIGITS[word]
    const scale = SCALES[word]
    if (word === 'seribu') total += 1000n
    else if (scale !== undefined) {
      total += (part + last) * scale
      part = 0n
      last = 0n
    } else if (word === 'belas') last += 10n
    else if (word === 'puluh' || word === 'ratus') {
      part += last * (word === 'puluh' ? 10n : 100n)
      last = 0n
    } else if (digit === 100n) part += 100n
    else if (digit !== undefined) last = digit
    else throw new Error(`not a number word: ${word}`)
  }
  return total + part + last
}

describe('terbilang', () => {
  it.each([
    [0, 'nol'], [1, 'satu'], [10, 'sepuluh'], [11, 'sebelas'], [12, 'dua belas'], [21, 'dua puluh satu'], [100, 'seratus'], [111, 'seratus sebelas'],
    [200, 'dua ratus'], [1_000, 'seribu'], [1_100, 'seribu seratus'], [2_001, 'dua ribu satu'], [101_000, 'seratus satu ribu'],
    [1_001_000, 'satu juta seribu'], [28_800_000, 'dua puluh delapan juta delapan ratus ribu'], [10 ** 15, 'satu kuadriliun'], [-5, 'minus lima'],
  ])('%i is %s', (value, words) => {
    expect(terbilang(value)).toBe(words)
  })

  it('names the money', () => {
    expect(terbilangRupiah(150_000)).toBe('seratus lima puluh ribu rupiah')
  })

  it('can be read back to the same number, up to 10^15', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 10 ** 15 }), (value) => {
      expect(read(terbilang(value))).toBe(BigInt(value))
    }), { numRuns: 500 })
  })

  it('refuses what is not a whole number', () => {
    expect(() => terbilang(1.5)).toThrow(RangeError)
  })
})
