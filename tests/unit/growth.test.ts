import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  heightForAge, LAST_DAY, type Posture, type Sex, standardStature, statureAt, weightAtAge, weightAtStature, weightForAge,
  weightForHeight,
} from '#shared/domain/growth.ts'

const lying = (cm: number) => ({ cm, posture: 'lying' as const })
const standing = (cm: number) => ({ cm, posture: 'standing' as const })
const unsaid = (cm: number) => ({ cm, posture: null })

describe('the WHO 2006 figures', () => {
  // median, −2 SD and −3 SD as WHO prints them
  it.each([
    ['L', 0, 49.8842, 46.1, 44.2],
    ['L', 365, 75.7391, 70.99, 68.61],
    ['L', 730, 87.8018, 81.69, 78.64],
    ['L', 731, 87.1303, 81.02, 77.96],
    ['L', 1826, 109.9593, 100.69, 96.06],
    ['P', 0, 49.1477, 45.42, 43.56],
    ['P', 365, 74.0049, 68.86, 66.28],
    ['P', 731, 85.7299, 79.28, 76.05],
    ['P', 1826, 109.4189, 99.91, 95.15],
  ] as const)('stature of %s at %d days', (sex, days, median, minus2, minus3) => {
    expect(statureAt(sex, days, 0)).toBeCloseTo(median, 10)
    expect(statureAt(sex, days, -2)).toBeCloseTo(minus2, 2)
    expect(statureAt(sex, days, -3)).toBeCloseTo(minus3, 2)
  })

  it('weights: medians at a few places of each table', () => {
    expect(weightAtAge('L', 365, 0)).toBe(9.646)
    expect(weightAtAge('P', 0, 0)).toBe(3.2322)
    expect(weightAtAge('P', 1826, 0)).toBe(18.2179)
    expect(weightAtStature('P', 400, lying(72.3), 0)).toBe(8.6277)
    expect(weightAtStature('L', 1200, standing(100), 0)).toBe(15.3576)
    expect(weightAtStature('P', 700, lying(110), 0)).toBe(18.3324)
    expect(weightAtStature('P', 1826, standing(120), 0)).toBe(22.8173)
  })
})

describe('height for age', () => {
  // examples of WHO's own programme
  it.each([
    ['L', 987, lying(72.86), -6.09],
    ['P', 731, standing(77.5), -2.55],
    ['L', 244, standing(60), -4.81],
    ['L', 274, standing(60), -5.02],
  ] as const)('%s, %d days, %o', (sex, days, measured, z) => {
    expect(heightForAge(sex, days, measured)).toBe(z)
  })

  it('goes on without restriction beyond three', () => {
    // (60 / 75.7391 − 1) / 0.03137 = −6.6244…, the plain formula
    expect(heightForAge('L', 365, lying(60))).toBe(-6.62)
  })

  it('corrects what was measured the other way by 0.7 cm, from 9 months on and at 731 days', () => {
    expect(standardStature(273, standing(70))).toBe(70)
    expect(standardStature(274, standing(70))).toBe(70.7)
    expect(standardStature(730, standing(80))).toBe(80.7)
    expect(standardStature(730, lying(80))).toBe(80)
    expect(standardStature(731, lying(80))).toBe(79.3)
    expect(standardStature(731, standing(80))).toBe(80)
    expect(standardStature(731, unsaid(80))).toBe(80)
    expect(standardStature(730, unsaid(80))).toBe(80)
  })
})

describe('weight for age and weight for height', () => {
  it('is restricted beyond three', () => {
    // boys, 365 days: +2 SD 11.98335 kg, +3 SD 13.34147 kg; 3 + (20 − 13.34147) / 1.35812 = 7.9028
    expect(weightForAge('L', 365, 20)).toBe(7.9)
    // −2 SD 7.74068 kg, −3 SD 6.92598 kg; −3 + (5 − 6.92598) / 0.81470 = −5.3640
    expect(weightForAge('L', 365, 5)).toBe(-5.36)
    expect(weightForAge('L', 365, 9.646)).toBe(0)
    // boys of 100 cm: by hand −3.1245 and 6.0311
    expect(weightForHeight('L', 1200, standing(100), 12)).toBe(-3.12)
    expect(weightForHeight('L', 1200, standing(100), 25)).toBe(6.03)
  })

  it('interpolates L, M and S between two entries of 0.1 cm', () => {
    // girls: 72.3 cm L −0.3833 M 8.6277 S 0.0904; 72.4 cm M 8.6476 S 0.09039; halfway −0.86097
    expect(weightForHeight('P', 400, lying(72.3), 8)).toBe(-0.85)
    expect(weightForHeight('P', 400, lying(72.35), 8)).toBe(-0.86)
    expect(weightForHeight('P', 400, lying(72.4), 8)).toBe(-0.87)
  })

  it('reads the length table under 731 days and the height table from then on', () => {
    expect(weightForHeight('L', 730, lying(60), 6)).toBeDefined()
    expect(weightForHeight('L', 731, standing(60), 6)).toBeUndefined()
    expect(weightForHeight('L', 731, standing(120), 22)).toBeDefined()
    expect(weightForHeight('L', 730, lying(110.1), 22)).toBeUndefined()
    expect(weightForHeight('L', 30, lying(44.9), 2)).toBeUndefined()
    expect(weightForHeight('L', 30, lying(45), 2)).toBeDefined()
    // 0.7 cm decide the entry too
    expect(weightForHeight('L', 400, standing(74.3), 9)).toBe(weightForHeight('L', 400, lying(75), 9))
    expect(weightForHeight('P', 1000, lying(90.7), 12)).toBe(weightForHeight('P', 1000, standing(90), 12))
  })
})

describe('all three indices where the rules change', () => {
  // reckoned from WHO's published tables by another programme, by the formulas of domain §6.3
  it.each([
    ['L', 0, 3.3, lying(49.9), 0.01, -0.1, -0.03],
    ['P', 0, 1.2, lying(45), -2.23, -5.3, -7.26],
    ['P', 0, 5.9, lying(44.9), -2.28, 4.97, null],
    ['L', 273, 5, standing(66.2), -2.55, -4.84, -5.03],
    ['L', 274, 5, standing(66.2), -2.26, -4.84, -5.25],
    ['P', 365, 14.5, standing(80), 2.6, 3.86, 3.73],
    ['L', 730, 12.2, lying(87.1), -0.23, 0.04, 0.19],
    ['L', 730, 12.2, standing(87.1), 0, 0.04, 0.01],
    ['L', 731, 12.2, standing(87.1), -0.01, 0.03, 0.01],
    ['L', 731, 12.2, lying(87.1), -0.24, 0.03, 0.19],
    ['P', 730, 25, lying(110), 7.32, 6.69, 3.12],
    ['P', 730, 25, standing(109.35), 7.33, 6.69, null],
    ['P', 731, 7, standing(65), -6.42, -4.1, -0.37],
    ['P', 731, 7, lying(65.65), -6.44, -4.1, null],
    ['L', 1000, 8.05, standing(84.37), -2.7, -4.35, -4.46],
    ['P', 1500, 30.5, standing(119.96), 3.78, 4.29, 2.8],
    ['L', 1826, 12, standing(120), 2.17, -3.22, -6.27],
    ['L', 1826, 32, lying(120.7), 2.17, 4.12, 3.64],
    ['P', 1826, 10.4, standing(92.75), -3.51, -3.98, -2.91],
    ['L', 1827, 16, standing(105), null, null, null],
    ['P', 1856, 16, standing(105), null, null, null],
  ] as const)('%s, %d days, %d kg, %o', (sex, days, kg, stature, hfa, wfa, wfh) => {
    expect([heightForAge(sex, days, stature) ?? null, weightForAge(sex, days, kg) ?? null, weightForHeight(sex, days, stature, kg) ?? null]).toEqual([hfa, wfa, wfh])
  })
})

describe('where there is no z-score', () => {
  it.each([-1, 1827, 12.5, Number.NaN])('age %d', (days) => {
    expect(heightForAge('L', days, lying(60))).toBeUndefined()
    expect(weightForAge('L', days, 6)).toBeUndefined()
    expect(weightForHeight('L', days, lying(60), 6)).toBeUndefined()
    expect(statureAt('L', days, 0)).toBeUndefined()
    expect(weightAtAge('L', days, 0)).toBeUndefined()
    expect(weightAtStature('L', days, lying(60), 0)).toBeUndefined()
  })

  it.each([0, -1, Number.NaN, Infinity])('measure %d', (value) => {
    expect(heightForAge('L', 100, lying(value))).toBeUndefined()
    expect(weightForAge('L', 100, value)).toBeUndefined()
    expect(weightForHeight('L', 100, lying(60), value)).toBeUndefined()
    expect(weightForHeight('L', 100, lying(value), 6)).toBeUndefined()
  })

  it('is there on the first and the last day', () => {
    expect(heightForAge('P', 0, lying(49.1477))).toBe(0)
    expect(heightForAge('P', LAST_DAY, standing(109.4189))).toBe(0)
  })
})

const child = {
  sex: fc.constantFrom<Sex>('L', 'P'),
  days: fc.integer({ min: 0, max: LAST_DAY }),
  z: fc.integer({ min: -599, max: 599 }).map((n) => n / 100),
}

it('gives back the z-score that a value was made from', () => {
  fc.assert(
    fc.property(fc.record(child), ({ sex, days, z }) => {
      const posture: Posture = days < 731 ? 'lying' : 'standing'
      const cm = statureAt(sex, days, z) ?? Number.NaN
      expect(heightForAge(sex, days, { cm, posture })).toBeCloseTo(z, 10)
      expect(weightForAge(sex, days, weightAtAge(sex, days, z) ?? Number.NaN)).toBeCloseTo(z, 10)
      // any stature of the tables at any age that reads them
      const measured = { cm: posture === 'lying' ? 45 + (days % 651) / 10 : 65 + (days % 551) / 10, posture }
      expect(weightForHeight(sex, days, measured, weightAtStature(sex, days, measured, z) ?? Number.NaN)).toBeCloseTo(z, 10)
    }),
  )
})

const kilograms = fc.double({ min: 1, max: 60, noNaN: true })

it('has two decimals and grows with what is measured', () => {
  fc.assert(
    fc.property(fc.record(child), kilograms, kilograms, ({ sex, days }, kg, more) => {
      const z = weightForAge(sex, days, kg) ?? Number.NaN
      expect(z).toBe(Number(z.toFixed(2)))
      expect(weightForAge(sex, days, kg + more)).toBeGreaterThanOrEqual(z)
    }),
  )
})
