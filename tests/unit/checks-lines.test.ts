import { describe, expect, test } from 'vitest'
import { checkPlan } from '#shared/domain/checks.ts'
import { check, commit, find, stunted } from '../support/check-plan.ts'
import { activity, cell, costLine, type PlanParts, source, templateView } from '../support/plan-fixture.ts'

describe('sources', () => {
  test('overspent, overcommitted, without ceiling', () => {
    const line = costLine({ unitPrice: 1_000_000 })
    expect(find(check({ lines: [line], sources: [source('ADD', 5_000_000)], cells: [cell('line', 'ADD', 6)] }), 'overspent')).toMatchObject(
      [{ severity: 'error', amounts: { available: 5_000_000, spent: 6_000_000, over: 1_000_000 } }],
    )
    expect(find(check({ lines: [line], sources: [source('ADD', 6_000_000)], cells: [cell('line', 'ADD', 6)] }), 'overspent')).toEqual([])
    expect(
      find(check({ sources: [source('ADD', 5_000_000)], commitments: [commit('salaries', 8_000_000, 'ADD')] }), 'overcommitted'),
    ).toMatchObject([{ severity: 'warning', amounts: { over: 3_000_000 } }])
    expect(find(check({ sources: [source('ADD', null), source('PBH', null), source('PAD', 1)] }), 'ceilings_missing')).toMatchObject([{ severity: 'info', words: { sources: 'ADD, PBH' } }])
    expect(find(check({ lines: [line], sources: [source('ADD', null)], cells: [cell('line', 'ADD', 1)] }), 'no_ceiling')).toMatchObject([
      { severity: 'warning', amounts: { spent: 1_000_000 } },
    ])
    expect(find(check({}), 'no_sources')).toHaveLength(1)
  })

  test('the reserve: estimated, deviating, booked again', () => {
    const dds = (ceiling: number | null) => [source('DDS', ceiling, { total: 1_000_000_000 })]
    expect(find(check({ sources: dds(null) }), 'total_only_estimated')).toMatchObject([
      { amounts: { regular: 419_700_000, reserve: 580_300_000 } },
    ])
    expect(find(check({ sources: dds(419_700_000) }), 'regular_deviates')).toEqual([])
    expect(find(check({ sources: dds(419_700_500) }), 'regular_deviates')).toMatchObject([
      { severity: 'warning', amounts: { difference: 500 } },
    ])
    expect(find(check({ sources: dds(null), commitments: [commit('capital', 580_300_000)] }), 'reserve_committed')).toHaveLength(1)
    expect(find(check({ sources: dds(null), commitments: [commit('capital', 40_000_000)] }), 'reserve_committed')).toEqual([])
  })

  test('Dana Desa in a kelurahan is an error', () => {
    expect(
      find(check({ kind: 'kelurahan', sources: [source('DDS', 1)], activities: [activity({ villageCode: null })] }), 'source_not_for_kind'),
    ).toMatchObject([{ severity: 'error' }])
    expect(find(check({ kind: 'kelurahan', lines: [costLine()], sources: [source('DAU', 1)] }), 'village_code_in_ward')).toHaveLength(1)
  })

  test('partner money stands outside the budget and may be a promise', () => {
    const found = check({ lines: [costLine()], sources: [source('GENTING', 5_000_000)], cells: [cell('line', 'GENTING', 3)] })
    expect(find(found, 'partner_off_budget')).toHaveLength(1)
    expect(find(found, 'pledged_used')).toMatchObject([{ amounts: { spent: 300_000 } }])
  })

  test('money that its giver bound to something else', () => {
    const parts = (keys: readonly string[]): PlanParts => ({
      activities: [activity({ catalogueKey: 'latrine' })],
      lines: [costLine()],
      sources: [source('GENTING', 5_000_000, { reservedFor: keys })],
      cells: [cell('line', 'GENTING', 3)],
    })
    expect(find(check(parts(['latrine'])), 'not_meant_for')).toEqual([])
    expect(find(check(parts(['stunted_food'])), 'not_meant_for')).toHaveLength(1)
  })
})

describe('lines', () => {
  test('without data, with an old figure, without a price', () => {
    expect(find(check({ lines: [stunted()] }), 'no_data')).toMatchObject([{ words: { group: 'stunted' } }])
    const old = stunted({ quantities: [{ unit: 'anak', driver: 'stunted', shareBp: 10_000, served: [], lastN: 14 }], cutBy: 0 })
    expect(find(check({ lines: [old] }), 'stale_figure')).toMatchObject([{ amounts: { lastCount: 14 } }])
    expect(find(check({ lines: [costLine({ unitPrice: 0 })] }), 'price_zero')).toHaveLength(1)
  })

  test('gap, a first priority without any money, and more than is needed', () => {
    const parts = (units: number): PlanParts => ({
      lines: [costLine()],
      sources: [source('ADD', 90_000_000)],
      cells: units === 0 ? [] : [cell('line', 'ADD', units)],
    })
    expect(find(check(parts(0)), 'unfunded_priority')).toMatchObject([{ severity: 'warning', amounts: { gap: 1_200_000 } }])
    expect(find(check(parts(0)), 'gap')).toEqual([])
    expect(find(check(parts(9)), 'gap')).toMatchObject([
      { severity: 'info', amounts: { gap: 300_000, fundedCount: 9, unitsCount: 12, lackingCount: 3 } },
    ])
    expect(find(check(parts(12)), 'gap')).toEqual([])
    expect(find(check(parts(12)), 'booked_above_need')).toEqual([])
    const later = check({ ...parts(0), activities: [activity({ tier: 2 })] })
    expect([find(later, 'unfunded_priority').length, find(later, 'gap').length]).toEqual([0, 1])
    expect(find(check(parts(13)), 'booked_above_need')).toMatchObject([{ severity: 'error', amounts: { over: 100_000 } }])
  })

  test('a bundle in different numbers of units', () => {
    const parts: PlanParts = {
      lines: [costLine(), costLine({ id: 'second', unitPrice: 50_000 })],
      sources: [source('ADD', 90_000_000)],
      cells: [cell('line', 'ADD', 9), cell('second', 'ADD', 7)],
    }
    expect(find(check(parts), 'bundle_broken')).toMatchObject([{ amounts: { leastCount: 7, mostCount: 9, amount: 100_000 } }])
    expect(find(check({ ...parts, cells: [cell('line', 'ADD', 9), cell('second', 'ADD', 9)] }), 'bundle_broken')).toEqual([])
  })

  test('who pays although practice does not', () => {
    const parts = (locked: boolean): PlanParts => ({
      lines: [costLine()],
      sources: [source('ADD', 90_000_000), source('DAK-F', 1_000_000)],
      cells: [cell('line', 'ADD', 1), cell('line', 'DAK-F', 3, { locked })],
    })
    expect(find(check(parts(false)), 'not_usual')).toMatchObject([{ severity: 'warning', words: { source: 'DAK-F', note: 'not_usual' } }])
    expect(find(check(parts(true)), 'locked_not_eligible')).toMatchObject([{ severity: 'warning', amounts: { amount: 300_000 } }])
  })

  test('unverified prices are marked, sourced ones are not', () => {
    const priced = (confidence: 'A' | 'unverified') =>
      check({ lines: [costLine({ priceBasis: { source: 'Contoh', date: '', confidence } })] })
    expect(find(priced('unverified'), 'unverified_prices')).toMatchObject([{ severity: 'info', amounts: { linesCount: 1 } }])
    expect(find(priced('A'), 'unverified_prices')).toEqual([])
  })

  test('two incentives for one person, and mothers whom MBG may feed', () => {
    const found = checkPlan(templateView('desa', { DDS: 100_000_000 }))
    expect(find(found, 'two_incentives')).toHaveLength(1)
    expect(find(found, 'mbg_double')).toMatchObject([{ words: { group: 'pregnant_ced' } }])
    const mothers = (by: string) =>
      check(
        {
          lines: [
            costLine({
              quantities: [
                { unit: 'ibu', driver: 'pregnant_ced', shareBp: 10_000, served: [{ by, units: 2, basis: '', date: '' }], lastN: null },
              ],
            }),
          ],
        },
        new Map([['pregnant_ced', 5]] as const),
      )
    expect(find(mothers('SPPG (MBG)'), 'mbg_double')).toEqual([])
    expect(find(mothers('BOK'), 'mbg_double')).toHaveLength(1)
  })
})
