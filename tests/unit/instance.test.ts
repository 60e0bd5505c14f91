import { describe, expect, test } from 'vitest'
import * as fc from 'fast-check'
import type { AllocationResult } from '#shared/domain/allocation.ts'
import { allocationInstance, cellsFromResult } from '#shared/domain/instance.ts'
import type { Commitment, CostLine } from '#shared/domain/plan.ts'
import type { TargetGroup } from '#shared/domain/target-group.ts'
import { activity, cell, costLine, type PlanParts, source, templateView, view, VILLAGE_COUNTS } from '../support/plan-fixture.ts'

const instanceOf = (parts: PlanParts, counts = VILLAGE_COUNTS) => allocationInstance(view(parts, counts))
const commit = (kind: Commitment['class'], amount: number): Commitment => ({ sourceId: 'DDS', class: kind, bidang: null, amount })
const driven = (id: string, driver: TargetGroup, changes: Partial<CostLine> = {}) =>
  costLine({
    id,
    quantities: [
      { unit: 'anak', driver, shareBp: 10_000, served: [], lastN: null },
      { unit: 'bulan', n: 12 },
    ],
    cutBy: 1,
    ...changes,
  })

describe('lines', () => {
  test('units, unit cost, bundle and heads of the sample', () => {
    const { instance } = allocationInstance(templateView('desa', { DDS: 100_000_000, ADD: 50_000_000 }))
    const made = templateView('desa')
    const of = (key: string) =>
      instance.lines.filter(({ id }) => made.figures.lines.some(({ line, activity }) => line.id === id && activity.catalogueKey === key))
    expect(of('stunted_food')).toMatchObject([{ units: 12, unitCost: 2_400_000, driven: true, tier: 1, weight: 3 }])
    expect(of('pmt_wasted')).toMatchObject([{ units: 11, unitCost: 924_000, heads: 11 }])
    expect(of('rembuk')).toMatchObject([{ units: 1, unitCost: 3_000_000, driven: false }, { units: 1 }, { units: 1 }])
    expect(new Set(of('pregnant_class').map(({ bundle }) => bundle)).size).toBe(1)
    expect(of('pregnant_class').reduce((sum, { unitCost }) => sum + unitCost, 0)).toBe(750_000)
  })

  test('the strategy for children counts exclusive groups, and the stunted only where there are none', () => {
    const heads = (lines: readonly CostLine[]) =>
      Object.fromEntries(instanceOf({ lines, sources: [source('DDS', 1)] }).instance.lines.map(({ id, heads: count }) => [id, count]))
    expect(heads([driven('a', 'stunted'), driven('b', 'pmt_wasted'), driven('c', 'pmt_wasted')])).toEqual({
      a: undefined,
      b: 11,
      c: undefined,
    })
    expect(heads([driven('a', 'stunted', { spendingClass: 'referral' }), driven('b', 'stunted')])).toEqual({ a: undefined, b: 16 })
  })

  test('unknown need and no price are left out and listed; nothing needed stays with 0 units', () => {
    const { instance, omitted } = instanceOf({
      lines: [
        driven('unknown', 'lactating'),
        costLine({ id: 'free', unitPrice: 0 }),
        driven('none', 'stunted', {
          cutBy: 0,
          quantities: [
            { unit: 'anak', driver: 'stunted', shareBp: 10_000, served: [{ by: 'BOK', units: 99, basis: '', date: '' }], lastN: null },
          ],
        }),
      ],
      sources: [source('DDS', 1)],
    })
    expect(omitted).toEqual([
      { id: 'unknown', reason: 'unknown_need' },
      { id: 'free', reason: 'no_price' },
    ])
    expect(instance.lines).toMatchObject([{ id: 'none', units: 0 }])
  })
})

describe('sources', () => {
  test('in spending order, what commitments leave, only what may be proposed', () => {
    const { instance } = instanceOf({
      lines: [costLine()],
      sources: [source('PAD', 5), source('ADD', null), source('DDS', 100), source('PBK', 7), source('DAK-F', 9)],
      commitments: [commit('infrastructure', 40)],
    })
    expect(instance.sources).toEqual([
      { id: 'DAK-F', available: 9 },
      { id: 'PBK', available: 7 },
      { id: 'DDS', available: 60 },
      { id: 'ADD', available: 0 },
      { id: 'PAD', available: 5 },
    ])
    expect(instance.lines[0]?.sources).toEqual(['PBK', 'DDS', 'ADD', 'PAD'])
  })

  test('a kelurahan never gets Dana Desa proposed', () => {
    expect(
      instanceOf({ kind: 'kelurahan', lines: [costLine()], sources: [source('DDS', 9), source('DAU', 9)] }).instance.lines[0]?.sources,
    ).toEqual(['DAU'])
  })

  test('what is forbidden is not proposed, in a carried-over year neither', () => {
    const parts = { activities: [activity({ villageCode: '4.3.01' })], lines: [costLine()], sources: [source('DDS', 9), source('ADD', 9)] }
    for (const fiscalYear of [2026, 2027]) expect(instanceOf({ ...parts, fiscalYear }).instance.lines[0]?.sources).toEqual(['ADD'])
  })

  test('money bound to other activities is not proposed', () => {
    const parts = {
      activities: [activity({ catalogueKey: 'latrine', villageCode: '2.4.14' })],
      lines: [costLine({ spendingClass: 'goods' })],
    }
    expect(instanceOf({ ...parts, sources: [source('GENTING', 9, { reservedFor: ['stunted_food'] })] }).instance.lines[0]?.sources).toEqual(
      [],
    )
    expect(instanceOf({ ...parts, sources: [source('GENTING', 9, { reservedFor: ['latrine'] })] }).instance.lines[0]?.sources).toEqual([
      'GENTING',
    ])
  })
})

describe('locks', () => {
  test('a locked cell stays, also where its source would not be proposed', () => {
    const { instance } = instanceOf({
      lines: [costLine()],
      sources: [source('DAK-F', 900_000), source('ADD', 900_000)],
      cells: [cell('line', 'DAK-F', 3, { locked: true }), cell('line', 'ADD', 2)],
    })
    expect(instance.locks).toEqual([{ line: 'line', source: 'DAK-F', amount: 300_000 }])
    expect(instance.lines[0]?.sources).toEqual(['DAK-F', 'ADD'])
  })

  test('money locked on a line that takes no part is taken off its source', () => {
    const { instance } = instanceOf({
      lines: [driven('unknown', 'lactating', { splittable: true })],
      sources: [source('ADD', 900_000)],
      cells: [cell('unknown', 'ADD', 0, { amount: 250_000, locked: true })],
    })
    expect(instance.sources).toEqual([{ id: 'ADD', available: 650_000 }])
    expect(instance.locks).toEqual([])
  })
})

describe('caps', () => {
  const food = activity({ id: 'food', villageCode: '4.2.03' })
  const parts = (commitments: readonly Commitment[], fiscalYear = 2025): PlanParts => ({
    fiscalYear,
    activities: [activity(), food],
    lines: [costLine(), costLine({ id: 'garden', activityId: 'food' })],
    sources: [source('DDS', 100_000_000)],
    commitments,
  })
  const cap = (commitments: readonly Commitment[], id: string, fiscalYear?: number) =>
    instanceOf(parts(commitments, fiscalYear)).instance.caps.find((entry) => entry.id === id)

  test('a minimum share bounds everything else', () => {
    expect(cap([], 'dds-2025-food')).toEqual({ id: 'dds-2025-food', source: 'DDS', lines: ['line'], max: 80_000_000 })
    expect(cap([commit('food_security', 15_000_000)], 'dds-2025-food')).toMatchObject({ max: 80_000_000 })
    // 25 % is already booked: the rest of the plan may take all that is left.
    expect(cap([commit('food_security', 25_000_000)], 'dds-2025-food')).toMatchObject({ max: 75_000_000 })
    expect(cap([commit('infrastructure', 90_000_000)], 'dds-2025-food')).toMatchObject({ max: 0 })
  })

  test('unverified and carried-over rules are no caps', () => {
    expect(instanceOf(parts([], 2026)).capRules).toEqual([])
    expect(instanceOf(parts([], 2027)).capRules).toEqual([])
  })

  test('a maximum bounds its group by what commitments leave of it', () => {
    const blt = (amount: number) =>
      instanceOf({
        fiscalYear: 2025,
        activities: [activity({ villageCode: '5.3.00' })],
        lines: [costLine({ spendingClass: 'cash' })],
        sources: [source('DDS', 100_000_000)],
        commitments: [commit('blt', amount)],
      }).instance.caps.find(({ id }) => id === 'dds-2025-blt-max')
    expect(blt(4_000_000)).toEqual({ id: 'dds-2025-blt-max', source: 'DDS', lines: ['line'], max: 11_000_000 })
    expect(blt(40_000_000)).toMatchObject({ max: 0 })
  })

  test('the office of 2026', () => {
    const { caps } = instanceOf({
      activities: [activity({ villageCode: '1.2.03' })],
      lines: [costLine({ spendingClass: 'construction' })],
      sources: [source('DDS', 100_000_000)],
    }).instance
    expect(caps).toEqual([{ id: 'dds-2026-office', source: 'DDS', lines: ['line'], max: 25_000_000 }])
  })

  test('whoever spends within the caps and what is available meets the minimum, as long as the rest goes to the group', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000_000), fc.nat(100), fc.nat(100), (ceiling, foodPercent, otherPercent) => {
        const commitments = [
          commit('food_security', Math.floor((ceiling * foodPercent) / 300)),
          commit('infrastructure', Math.floor((ceiling * otherPercent) / 300)),
        ]
        const made = view({ ...parts(commitments), sources: [source('DDS', ceiling)] })
        const { instance } = allocationInstance(made)
        const max = instance.caps.find(({ id }) => id === 'dds-2025-food')?.max ?? 0
        const available = instance.sources[0]?.available ?? 0
        expect(max).toBeLessThanOrEqual(available)
        const group = (commitments[0]?.amount ?? 0) + (available - max)
        // Where the rest cannot reach the share any more, nothing at all is left for others.
        expect(BigInt(group) * 5n >= BigInt(ceiling) || max === 0).toBe(true)
      }),
    )
  })
})

describe('cells of a result', () => {
  const parts: PlanParts = {
    lines: [costLine(), costLine({ id: 'shared', splittable: true })],
    sources: [source('DDS', 9_000_000), source('ADD', 9_000_000), source('DAK-F', 900_000)],
    cells: [cell('line', 'DAK-F', 3, { locked: true }), cell('line', 'ADD', 1)],
  }
  const outcome = (id: string, bySource: Record<string, number>) => ({ id, fundedUnits: 0, funded: 0, bySource })
  const result = (lines: AllocationResult['lines']): AllocationResult => ({
    status: 'optimal',
    gap: 0,
    tiers: [],
    lines,
    sources: [],
    conflict: [],
  })

  test('whole units, amounts of splittable lines, locks as they were', () => {
    const made = view(parts)
    expect(
      cellsFromResult(result([outcome('line', { DDS: 700_000, 'DAK-F': 300_000 }), outcome('shared', { DDS: 30_000, ADD: 70_000 })]), made),
    ).toEqual([
      cell('line', 'DDS', 7),
      cell('line', 'DAK-F', 3, { locked: true }),
      cell('shared', 'DDS', 0, { amount: 30_000 }),
      cell('shared', 'ADD', 0, { amount: 70_000 }),
    ])
  })

  test('a line that took no part keeps its locks and loses the rest', () => {
    expect(cellsFromResult(result([]), view(parts))).toEqual([cell('line', 'DAK-F', 3, { locked: true })])
  })
})
