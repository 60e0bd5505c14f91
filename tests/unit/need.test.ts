import { describe, expect, test } from 'vitest'
import * as fc from 'fast-check'
import { planFigures } from '#shared/domain/figures.ts'
import { drivenNumber, lineNeed } from '#shared/domain/need.ts'
import type { DrivenQuantity } from '#shared/domain/plan.ts'
import { rulesFor } from '#shared/domain/rules.ts'
import { cell, costLine, plan, source } from '../support/plan-fixture.ts'

const stunted = (changes: Partial<DrivenQuantity> = {}): DrivenQuantity => ({ unit: 'anak', driver: 'stunted', shareBp: 10_000, served: [], lastN: null, ...changes })
const served = (...units: readonly number[]) => units.map((n) => ({ by: 'BOK', units: n, basis: '', date: '' }))
const count = (n: number) => new Map([['stunted', n]] as const)

describe('a quantity that follows a count', () => {
  test('is a part of it, never less than whole people', () => {
    expect(drivenNumber(stunted({ shareBp: 3_334 }), count(3))).toEqual({ n: 2, stale: false })
    expect(drivenNumber(stunted({ shareBp: 5_000 }), count(16))).toEqual({ n: 8, stale: false })
    expect(drivenNumber(stunted({ shareBp: 1 }), count(1))).toEqual({ n: 1, stale: false })
    expect(drivenNumber(stunted({ shareBp: 1 }), count(0))).toEqual({ n: 0, stale: false })
  })

  test('leaves out whom others serve, after its part was taken, and is never below nought', () => {
    expect(drivenNumber(stunted({ shareBp: 5_000, served: served(3, 2) }), count(15))).toEqual({ n: 3, stale: false })
    expect(drivenNumber(stunted({ served: served(20) }), count(16))).toEqual({ n: 0, stale: false })
  })

  test('is what was last known where nobody counts, and unknown where nobody ever did', () => {
    expect(drivenNumber(stunted({ lastN: 12, served: served(5) }), new Map())).toEqual({ n: 12, stale: true })
    expect(drivenNumber(stunted(), new Map())).toEqual({ n: null, stale: true })
    expect(lineNeed(costLine({ quantities: [stunted()] }), new Map())).toEqual({ known: false })
    expect(lineNeed(costLine({ quantities: [stunted()] }), count(0))).toMatchObject({ known: true, units: 0, need: 0 })
  })

  test('any part of any count: the least whole number that is enough', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 10_000_000 }), fc.integer({ min: 0, max: 10_000 }), (n, shareBp) => {
      const { n: found } = drivenNumber(stunted({ shareBp }), count(n))
      const [enough, wanted] = [BigInt(found ?? -1) * 10_000n, BigInt(n) * BigInt(shareBp)]
      expect(enough >= wanted && enough - 10_000n < wanted).toBe(true)
    }))
  })
})

describe('what a line asks for', () => {
  const line = (cutBy: number | null) => costLine({ quantities: [stunted(), { unit: 'bulan', n: 12 }], unitPrice: 150_000, cutBy })

  test('the units are those that it is cut by, one where it is bought whole', () => {
    expect(lineNeed(line(1), count(16))).toMatchObject({ units: 12, unitCost: 2_400_000, need: 28_800_000 })
    expect(lineNeed(line(0), count(16))).toMatchObject({ units: 16, unitCost: 1_800_000, need: 28_800_000 })
    expect(lineNeed(line(null), count(16))).toMatchObject({ units: 1, unitCost: 28_800_000, need: 28_800_000 })
  })

  test('a unit that several sources pay in rupiah counts when all of it is paid', () => {
    const shared = costLine({ quantities: [{ unit: 'unit', n: 3 }], unitPrice: 1_000_000, cutBy: 0, splittable: true })
    const paid = (...amounts: readonly number[]) => {
      const sources = [source('DDS', 9_000_000), source('ADD', 9_000_000)]
      const cells = amounts.map((amount, index) => cell('line', index === 0 ? 'DDS' : 'ADD', 0, { amount }))
      return planFigures(plan({ lines: [shared], sources, cells }), new Map(), rulesFor(2026)).lines[0]
    }
    expect(paid(1_000_000, 999_999)).toMatchObject({ fundedUnits: 1, funded: 1_999_999, gap: 1_000_001 })
    expect(paid(1_400_000, 600_000)).toMatchObject({ fundedUnits: 2, gap: 1_000_000 })
  })

  test('direct help is food, goods, cash and referral; kader and midwives stand beside it', () => {
    const of = (id: string, spendingClass: 'food' | 'cadre_incentive' | 'meeting', unitPrice: number) =>
      costLine({ id, spendingClass, unitPrice, quantities: [{ unit: 'paket', n: 1 }], cutBy: null })
    const lines = [of('a', 'food', 500_000), of('b', 'cadre_incentive', 300_000), of('c', 'meeting', 200_000)]
    const cells = [cell('a', 'DDS', 1), cell('b', 'DDS', 1)]
    const figures = planFigures(plan({ lines, sources: [source('DDS', 9_000_000)], cells }), new Map(), rulesFor(2026))
    expect(figures.shareOfNeed).toEqual({ direct: 500_000, service: 300_000, total: 1_000_000, bp: 5_000, withServiceBp: 8_000 })
    expect(figures.shareOfFunded).toEqual({ direct: 500_000, service: 300_000, total: 800_000, bp: 6_250, withServiceBp: 10_000 })
    expect(figures.shareBySource.get('DDS')).toEqual(figures.shareOfFunded)
  })
})
