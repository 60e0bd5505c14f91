import { describe, expect, test } from 'vitest'
import { checkPlan } from '#shared/domain/checks.ts'
import { check, commit, find } from '../support/check-plan.ts'
import { activity, cell, costLine, type PlanParts, source, templateView } from '../support/plan-fixture.ts'

describe('rules of the year', () => {
  test('2025: BLT above 15 % is an error with what is over; exactly 15 % is none', () => {
    const parts = (blt: number) => ({
      fiscalYear: 2025,
      sources: [source('DDS', 1_000_000_001)],
      commitments: [commit('blt', blt), commit('food_security', 300_000_000)],
    })
    expect(find(check(parts(150_000_000)), 'rule_over_share')).toEqual([])
    expect(find(check(parts(150_000_001)), 'rule_over_share')).toMatchObject([
      { severity: 'error', amounts: { limit: 150_000_000, over: 1 }, words: { citation: 'Permendes PDT 2/2024', source: 'DDS' } },
    ])
  })

  test('2025: a share is of the whole pagu where that was typed, not of what is left of it', () => {
    const parts = (blt: number) => ({
      fiscalYear: 2025,
      sources: [source('DDS', 80_000_000, { total: 100_000_000 })],
      commitments: [commit('blt', blt), commit('food_security', 30_000_000)],
    })
    expect(find(check(parts(15_000_000)), 'rule_over_share')).toEqual([])
    expect(find(check(parts(15_000_001)), 'rule_over_share')).toMatchObject([{ amounts: { limit: 15_000_000, over: 1 } }])
  })

  test('2025: food security below 20 % is an error with what is missing; lines and commitments count together', () => {
    const parts: PlanParts = {
      fiscalYear: 2025,
      sources: [source('DDS', 100_000_001)],
      commitments: [commit('food_security', 15_000_000)],
      activities: [activity({ villageCode: '4.2.03' })],
      lines: [costLine({ unitPrice: 1_000_000 })],
      cells: [cell('line', 'DDS', 5)],
    }
    // 20 % of 100.000.001 is 20.000.000,2: the least whole rupiah that reaches it is 20.000.001.
    expect(find(check(parts), 'rule_under_share')).toMatchObject([
      { severity: 'error', amounts: { limit: 20_000_001, booked: 20_000_000, under: 1 } },
    ])
    expect(find(check({ ...parts, cells: [cell('line', 'DDS', 6)] }), 'rule_under_share')).toEqual([])
  })

  test('2026: the same share is unverified and only warns', () => {
    expect(find(check({ sources: [source('DDS', 100_000_000)] }), 'rule_under_share')).toMatchObject([
      { severity: 'warning', words: { status: 'unverified' }, amounts: { under: 20_000_000 } },
    ])
  })

  test('shares are of the year’s own money: carried-over money has none to reach', () => {
    expect(
      find(
        check({ fiscalYear: 2025, sources: [source('DDS', 100_000_000, { label: 'SILPA-DDS', origin: 'carry_over' })] }),
        'rule_under_share',
      ),
    ).toEqual([])
  })

  test('2026: what is forbidden, as line and as commitment, from Dana Desa only', () => {
    const parts: PlanParts = {
      sources: [source('DDS', 500_000_000), source('ADD', 500_000_000)],
      activities: [activity({ villageCode: '1.1.02' })],
      lines: [costLine({ spendingClass: 'honorarium' })],
      cells: [cell('line', 'DDS', 3), cell('line', 'ADD', 4)],
      commitments: [commit('previous_year_debt', 7_000_000), commit('salaries', 5_000_000), commit('salaries', 9_000_000, 'ADD')],
    }
    const found = check(parts)
    expect(find(found, 'rule_forbidden')).toMatchObject([{ severity: 'error', amounts: { amount: 300_000 }, words: { source: 'DDS' } }])
    const locked = check({ ...parts, cells: [cell('line', 'DDS', 3, { locked: true })] })
    expect(find(locked, 'rule_forbidden')).toHaveLength(1)
    expect([...find(locked, 'locked_not_eligible'), ...find(found, 'not_usual')]).toEqual([])
    expect(
      find(found, 'rule_forbidden_commitment').map(({ severity, words, amounts }) => [severity, words['commitment'], amounts['amount']]),
    ).toEqual([
      ['error', 'salaries', 5_000_000],
      ['error', 'previous_year_debt', 7_000_000],
    ])
  })

  test('2026: the office may be repaired for 25.000.000, carried-over money included', () => {
    const parts = (units: number): PlanParts => ({
      sources: [source('DDS', 90_000_000), source('DDS', 90_000_000, { id: 'old', label: 'SILPA-DDS', origin: 'carry_over' })],
      activities: [activity({ villageCode: '1.2.03' })],
      lines: [costLine({ unitPrice: 1_000_000, quantities: [{ unit: 'paket', n: 30 }], spendingClass: 'construction' })],
      cells: [cell('line', 'DDS', 20), cell('line', 'old', units)],
    })
    expect(find(check(parts(5)), 'rule_over_amount')).toEqual([])
    expect(find(check(parts(6)), 'rule_over_amount')).toMatchObject([
      { severity: 'error', amounts: { limit: 25_000_000, booked: 26_000_000, over: 1_000_000 } },
    ])
  })

  test('2027: one line says that the rules are carried over, and nothing of them is an error', () => {
    const found = check({
      fiscalYear: 2027,
      sources: [source('DDS', 90_000_000)],
      commitments: [commit('salaries', 5_000_000)],
      activities: [activity({ villageCode: '1.1.02' })],
      lines: [costLine()],
      cells: [cell('line', 'DDS', 3)],
    })
    expect(find(found, 'year_carried_over')).toMatchObject([{ words: { year: '2027', from: '2026' } }])
    expect(found.filter(({ code }) => code.startsWith('rule_')).map(({ severity }) => severity)).toEqual(
      expect.arrayContaining(['warning']),
    )
    expect(found.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  test('a plan without Dana Desa hears nothing of its rules', () => {
    const found = checkPlan(templateView('kelurahan', { DAU: 200_000_000 }, 2027))
    expect(found.filter(({ code }) => code.startsWith('rule_') || code.startsWith('year_'))).toEqual([])
  })

  test('BLT: how many families it reaches, and a price above the monthly cap', () => {
    expect(find(check({ sources: [source('DDS', 90_000_000)], commitments: [commit('blt', 36_000_000)] }), 'blt_families')).toMatchObject([
      { severity: 'info', amounts: { familiesCount: 10 } },
    ])
    const cash = (unitPrice: number): PlanParts => ({
      sources: [source('DDS', 90_000_000)],
      activities: [activity({ villageCode: '5.3.00' })],
      lines: [costLine({ spendingClass: 'cash', unitPrice })],
    })
    expect(find(check(cash(300_000)), 'monthly_cap')).toEqual([])
    expect(find(check(cash(350_000)), 'monthly_cap')).toMatchObject([{ severity: 'warning', amounts: { over: 50_000 } }])
  })
})
