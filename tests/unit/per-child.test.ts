import { describe, expect, it } from 'vitest'
import { type CountedQuantity, perChild, perChildTogether } from '#shared/domain/per-child.ts'

const children: CountedQuantity = { unit: 'anak', now: 16, driver: 'stunted' }
const months: CountedQuantity = { unit: 'Bulan', now: 12 }
const line = (unitPrice: number, ...quantities: CountedQuantity[]) => ({ unitPrice, quantities, override: null })

describe('rupiah per child and month', () => {
  it('is the price where a line counts children and months, whatever the order', () => {
    expect(perChild(line(150_000, children, months))).toEqual({ amount: 150_000, group: 'stunted', children: 16, months: 12, over: [] })
    expect(perChild(line(150_000, months, children))?.amount).toBe(150_000)
  })

  it('takes what is bought several times a month, and leaves a cycle of days a cycle', () => {
    expect(perChild(line(5_000, children, { unit: 'butir', now: 30 }, months))).toMatchObject({ amount: 150_000, months: 12, over: [] })
    expect(perChild(line(16_500, { unit: 'anak', now: 11, driver: 'pmt_wasted' }, { unit: 'hari', now: 56 }))).toMatchObject({ amount: 924_000, months: null, over: [{ n: 56, unit: 'hari' }] })
    expect(perChild(line(75_000, children))).toMatchObject({ amount: 75_000, months: null, over: [] })
  })

  it('says nothing of what counts no children or is not known', () => {
    expect(perChild(line(150_000, { unit: 'kader', now: 25, driver: 'cadre' }, months))).toBeNull()
    expect(perChild(line(150_000, { unit: 'anak', now: 16 }, months))).toBeNull()
    expect(perChild(line(16_500, children, { unit: 'hari', now: null }))).toBeNull()
  })

  it('still knows whom a typed number stands for', () => {
    expect(perChild({ unitPrice: 150_000, quantities: [{ unit: 'anak', now: 20 }, months], override: { index: 0, driver: 'stunted' } })).toMatchObject({ amount: 150_000, children: 20 })
  })

  it('adds lines of an activity only where they are for the same children over the same time', () => {
    const [food, eggs, kit] = [perChild(line(100_000, children, months)), perChild(line(50_000, children, months)), perChild(line(75_000, children))]
    expect(perChildTogether([food, null, eggs])?.amount).toBe(150_000)
    expect(perChildTogether([food, kit])).toBeNull()
    expect(perChildTogether([null])).toBeNull()
  })
})
