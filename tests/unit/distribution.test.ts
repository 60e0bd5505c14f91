import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distribute, type DistributionInput, type DistributionShare } from '#shared/domain/distribution.ts'
import { amountBySteps } from '#tests/support/amount-by-steps.ts'

const village = (code: string, cases: number | null, severe: number | null = 0, last: number | null = null) => ({
  code, counts: { ...(cases === null ? {} : { cases }), ...(severe === null ? {} : { severe }) }, last,
})

const plain: DistributionInput = {
  envelope: 1_000_000_000, villages: [village('a', 10, 2), village('b', 30, 2), village('c', 60, 4)], measures: [{ key: 'cases', weight: 60 }, { key: 'severe', weight: 40 }],
  base: 0, floor: null, cap: null, holdBp: null, unit: 1_000,
}

function sharesOf(input: DistributionInput): readonly DistributionShare[] {
  const result = distribute(input)
  if (!result.possible) throw new Error(result.problem)
  return result.shares
}

const amounts = (input: DistributionInput) => sharesOf(input).map(({ amount }) => amount)
const total = (parts: readonly number[]) => parts.reduce((sum, part) => sum + part, 0)

describe('an envelope', () => {
  it('follows the weights: 60 % by cases, 40 % by severe cases', () => {
    // a: 60 % × 10/100 + 40 % × 2/8 = 16 %; b: 18 % + 10 % = 28 %; c: 36 % + 20 % = 56 %
    expect(amounts(plain)).toEqual([160_000_000, 280_000_000, 560_000_000])
  })

  it('gives everybody the base first', () => {
    // 1 billion − 3 × 100 million = 700 million by the formula
    expect(amounts({ ...plain, base: 100_000_000 })).toEqual([212_000_000, 296_000_000, 492_000_000])
  })

  it('lifts nobody above the cap with what is less than a unit', () => {
    // 805 and 4,900: the largest remainder has the last unit, and 705 more would be beyond its cap
    expect(amounts({ ...plain, envelope: 5_705, cap: 5_633, villages: [village('a', 805, 805), village('b', 4_900, 4_900)] })).toEqual([705, 5_000])
  })

  it('holds villages between floor and cap, and divides the rest anew over the others', () => {
    // c is held at 450 million; 550 million over 16 : 28
    expect(amounts({ ...plain, cap: 450_000_000 })).toEqual([200_000_000, 350_000_000, 450_000_000])
    // a is held at 230 million; 770 million over 28 : 56
    expect(total(amounts({ ...plain, floor: 230_000_000 }))).toBe(1_000_000_000)
    expect(amounts({ ...plain, floor: 230_000_000 })).toEqual([230_000_000, 256_667_000, 513_333_000])
  })

  it('never lets a village fall below its part of last year', () => {
    const villages = [village('a', 10, 2, 400_000_000), village('b', 30, 2), village('c', 60, 4, 100_000_000)]
    const [a, b, c] = sharesOf({ ...plain, villages, holdBp: 8_000 })
    expect([a?.amount, b?.amount, c?.amount]).toEqual([320_000_000, 226_667_000, 453_333_000])
    expect(a?.steps).toContainEqual({ step: 'bound', round: 1, by: 'hold', amount: 320_000_000 })
  })

  it('counts a rupiah that was begun as a whole one of what last year holds', () => {
    const villages = [village('a', 1, 1, 99), village('b', 99, 99)]
    expect(amounts({ ...plain, envelope: 1_000, villages, holdBp: 5_000, unit: 1 })).toEqual([50, 950])
  })

  it('tells of each village how its amount came about, with the count of all beside its own', () => {
    const [a] = sharesOf(plain)
    expect(a?.steps).toEqual([
      { step: 'measure', key: 'cases', weight: 60, count: 10, total: 100 }, { step: 'measure', key: 'severe', weight: 40, count: 2, total: 8 }, { step: 'base', amount: 0 },
      { step: 'formula', round: 1, rest: 1_000_000_000, points: '4', allPoints: '25', part: 160_000_000, result: 160_000_000 }, { step: 'round', unit: 1_000, added: 0, result: 160_000_000 },
    ])
  })

  it('gives what is less than a unit to one village, and says so', () => {
    const parts = amounts({ ...plain, envelope: 1_000_000_700, unit: 1_000_000 })
    expect(total(parts)).toBe(1_000_000_700)
    expect(parts.filter((part) => part % 1_000_000 !== 0)).toHaveLength(1)
  })

  it('gives a village whose counts are unknown its base and floor, and calls them unknown', () => {
    const shares = sharesOf({ ...plain, villages: [...plain.villages, village('d', null, null)], base: 10_000_000 })
    expect(shares[3]?.amount).toBe(10_000_000)
    expect(shares[3]?.steps[0]).toEqual({ step: 'measure', key: 'cases', weight: 60, count: null, total: 100 })
  })

  it('says why it cannot be divided', () => {
    const problem = (changes: Partial<DistributionInput>) => distribute({ ...plain, ...changes })
    expect(problem({ floor: 400_000_000 })).toEqual({ possible: false, problem: 'too_little', amount: 1_200_000_000 })
    expect(problem({ cap: 300_000_000 })).toEqual({ possible: false, problem: 'too_much', amount: 900_000_000 })
    expect(problem({ measures: [{ key: 'cases', weight: 60 }] })).toEqual({ possible: false, problem: 'weights' })
    expect(problem({ villages: plain.villages.map((one) => ({ ...one, counts: { cases: 1 } })) })).toEqual({ possible: false, problem: 'no_counts', measure: 'severe' })
    expect(problem({ villages: [] })).toEqual({ possible: false, problem: 'no_villages' })
    expect(problem({ unit: 0 })).toEqual({ possible: false, problem: 'unit' })
  })
})

const input: fc.Arbitrary<DistributionInput> = fc.record({
  envelope: fc.integer({ min: 0, max: 50_000_000_000 }),
  villages: fc.array(fc.record({ code: fc.uuid(), cases: fc.option(fc.nat(200)), severe: fc.nat(40), last: fc.option(fc.nat(900_000_000)) }), { minLength: 1, maxLength: 25 })
    .map((rows) => rows.map(({ code, cases, severe, last }) => village(code, cases, severe, last))),
  measures: fc.nat(100).map((weight) => [{ key: 'cases', weight }, { key: 'severe', weight: 100 - weight }]),
  base: fc.oneof(fc.constant(0), fc.nat(200_000_000)), floor: fc.option(fc.nat(400_000_000)), cap: fc.option(fc.integer({ min: 0, max: 3_000_000_000 })),
  holdBp: fc.option(fc.nat(12_000)), unit: fc.constantFrom(1, 1_000, 100_000, 1_000_000),
})

describe('whatever is divided', () => {
  it('sums to the envelope, reproduces every amount from its steps, and keeps every bound', () => {
    fc.assert(fc.property(input, (given) => {
      const result = distribute(given)
      if (!result.possible) return
      expect(total(result.shares.map(({ amount }) => amount))).toBe(given.envelope)
      const odd = result.shares.filter(({ amount }) => amount % given.unit !== 0)
      expect(odd.length).toBeLessThanOrEqual(given.envelope % given.unit === 0 ? 0 : 1)
      for (const [index, share] of result.shares.entries()) {
        expect(amountBySteps(share.steps)).toBe(share.amount)
        const last = given.villages[index]?.last ?? null
        const least = Math.max(Math.min(given.base, given.cap ?? given.base), given.floor ?? 0, given.holdBp === null || last === null ? 0 : Math.ceil((last * given.holdBp) / 10_000))
        // a bound that is no multiple of the unit is kept as far as whole units can
        expect(share.amount).toBeGreaterThanOrEqual(least - given.unit)
        expect(share.amount).toBeLessThanOrEqual(given.cap === null ? given.envelope : Math.max(given.cap, Math.ceil(least / given.unit) * given.unit))
      }
    }), { numRuns: 500 })
  })

  it('is the same whatever order the villages stand in, but for a unit between equals', () => {
    fc.assert(fc.property(input, (given) => {
      const [one, other] = [distribute(given), distribute({ ...given, villages: given.villages.toReversed() })]
      expect(other.possible).toBe(one.possible)
      if (!one.possible || !other.possible) return
      for (const [index, share] of one.shares.entries()) {
        expect(Math.abs(share.amount - (other.shares[one.shares.length - 1 - index]?.amount ?? 0))).toBeLessThanOrEqual(given.unit + (given.envelope % given.unit))
      }
    }), { numRuns: 200 })
  })

  it('gives no village less when only its own cases grow', () => {
    fc.assert(fc.property(input, fc.nat(24), (given, at) => {
      const index = at % given.villages.length
      const grown = { ...given, villages: given.villages.map((one, here) => (here === index ? { ...one, counts: { ...one.counts, cases: (one.counts['cases'] ?? 0) + 7 } } : one)) }
      const [before, after] = [distribute(given), distribute(grown)]
      if (!before.possible || !after.possible) return
      expect((after.shares[index]?.amount ?? 0) + given.unit + (given.envelope % given.unit)).toBeGreaterThanOrEqual(before.shares[index]?.amount ?? 0)
    }), { numRuns: 300 })
  })

  it('gives villages that nothing holds shares in proportion to their points above the base', () => {
    fc.assert(fc.property(input, (given) => {
      const result = distribute({ ...given, unit: 1 })
      if (!result.possible) return
      const free = result.shares.filter(({ steps }) => !steps.some(({ step }) => step === 'bound'))
      const formula = free.map(({ steps }) => steps.findLast((step) => step.step === 'formula'))
      expect(new Set(formula.map((step) => `${step?.rest}/${step?.allPoints}`)).size).toBeLessThanOrEqual(1)
    }), { numRuns: 200 })
  })
})
