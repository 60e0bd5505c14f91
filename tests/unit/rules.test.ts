import { describe, expect, test } from 'vitest'
import * as fc from 'fast-check'
import { ceilingOf } from '#shared/domain/figures.ts'
import { shareOf } from '#shared/domain/money.ts'
import type { Rule } from '#shared/domain/rule.ts'
import { groupHasLine, RULE_YEARS, rulesFor, yearRules } from '#shared/domain/rules.ts'
import { activity, costLine, source } from '../support/plan-fixture.ts'

const byId = (year: number, id: string) => rulesFor(year).rules.find((rule) => rule.id === id)

describe('rules as data', () => {
  test('an id stands once over all years, and an unverified rule is never an error', () => {
    const rules = RULE_YEARS.flatMap((year) => year.rules)
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
    expect(rules.filter(({ citation }) => citation === '')).toEqual([])
    expect(rules.filter(({ confidence, severity }) => confidence === 'unverified' && severity === 'error')).toEqual([])
  })

  test('the figures of each year', () => {
    expect(byId(2024, 'dds-2024-blt-max')).toMatchObject({ shareBp: 2500, confidence: 'B', severity: 'error' })
    expect(byId(2024, 'dds-2024-food')).toMatchObject({ shareBp: 2000, kind: 'min_share', confidence: 'B' })
    expect(byId(2025, 'dds-2025-blt-max')).toMatchObject({ shareBp: 1500, confidence: 'A' })
    expect(byId(2025, 'dds-2025-operations')).toMatchObject({ shareBp: 300, kind: 'max_share' })
    expect(byId(2026, 'dds-2026-food')).toMatchObject({ confidence: 'unverified', severity: 'warning' })
    expect(rulesFor(2026).rules.some(({ kind, group }) => kind === 'max_share' && group.commitments?.includes('blt'))).toBe(false)
    expect(byId(2026, 'dds-2026-office')).toMatchObject({ amount: 25_000_000, kind: 'max_amount' })
    expect(yearRules(2026)?.foci).toHaveLength(8)
  })

  test('the eight prohibitions of 2026 are all there, numbered', () => {
    const numbers = rulesFor(2026).rules.flatMap(({ citation }) => /huruf J angka (\d)/.exec(citation)?.[1] ?? [])
    expect(numbers.toSorted()).toEqual(['1', '2', '3', '4', '5', '6', '7', '8'])
  })

  test('stages of a year and a kind of village sum to the whole', () => {
    for (const { stages } of RULE_YEARS) {
      const sums = new Map<string, number>()
      for (const { part, villages, shareBp } of stages) sums.set(`${part}/${villages}`, (sums.get(`${part}/${villages}`) ?? 0) + shareBp)
      for (const total of sums.values()) expect(total).toBe(10_000)
    }
  })
})

describe('2026 arithmetic', () => {
  test('a pagu of 1.000.000.000', () => {
    const rules = rulesFor(2026)
    const figures = ceilingOf(source('DDS', null, { total: 1_000_000_000 }), rules)
    expect(figures).toEqual({ ceiling: 419_700_000, estimated: true, reserve: 580_300_000 })
    const stage = (villages: string, number: number) =>
      yearRules(2026)?.stages.find((entry) => entry.villages === villages && entry.stage === number)?.shareBp ?? 0
    expect(shareOf(419_700_000, stage('other', 1))).toBe(167_880_000)
    expect(shareOf(419_700_000, stage('other', 2))).toBe(251_820_000)
    expect(shareOf(419_700_000, stage('independent', 1))).toBe(251_820_000)
    expect(shareOf(419_700_000, byId(2026, 'dds-2026-operations')?.shareBp ?? 0)).toBe(12_591_000)
  })

  test('reserve and regular part always sum to the whole', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000_000 }), (total) => {
        const { ceiling, reserve } = ceilingOf(source('DDS', null, { total }), rulesFor(2026))
        expect((ceiling ?? 0) + (reserve ?? 0)).toBe(total)
      }),
    )
  })

  test('money carried over is not cut again', () => {
    const old = source('DDS', null, { total: 5_000_000, origin: 'carry_over' })
    expect(ceilingOf(old, rulesFor(2026))).toEqual({ ceiling: 5_000_000, estimated: false, reserve: null })
  })
})

describe('years without a file', () => {
  test.each([2027, 2030])('%i takes 2026, all as warnings', (year) => {
    const rules = rulesFor(year)
    expect(rules).toMatchObject({ year, from: 2026, carriedOver: true })
    expect(rules.rules.map(({ id }) => id)).toEqual(rulesFor(2026).rules.map(({ id }) => id))
    expect(rules.rules.every(({ severity }) => severity === 'warning')).toBe(true)
  })

  test('a year before the first known one has no rules', () => {
    expect(rulesFor(2023)).toEqual({ year: 2023, from: 2023, carriedOver: false, rules: [] })
  })
})

describe('changed rules', () => {
  const base = byId(2025, 'dds-2025-blt-max') as Rule

  test('a change replaces its rule in place and is marked; a new one comes last', () => {
    const rules = rulesFor(2025, [
      { ...base, shareBp: 1200 },
      { ...base, id: 'own' },
    ]).rules
    expect(rules.map(({ id }) => id)).toEqual([...rulesFor(2025).rules.map(({ id }) => id), 'own'])
    expect(rules[0]).toMatchObject({ shareBp: 1200, changed: true })
    expect(rules.at(-1)).toMatchObject({ id: 'own', changed: true })
    expect(rules[1]?.changed).toBeUndefined()
  })

  test('an unverified change cannot block', () => {
    expect(rulesFor(2025, [{ ...base, confidence: 'unverified', severity: 'error' }]).rules[0]?.severity).toBe('warning')
  })

  test('somebody who sets a rule for a carried-over year means it', () => {
    const own: Rule = { ...base, id: 'own-2027', severity: 'error', confidence: 'A' }
    expect(rulesFor(2027, [own]).rules.at(-1)?.severity).toBe('error')
  })
})

describe('groups of a rule', () => {
  test('beginnings of codes end at a dot', () => {
    const group = { villageCodes: ['4.2'] }
    expect(groupHasLine(group, activity({ villageCode: '4.2.01' }), costLine())).toBe(true)
    expect(groupHasLine(group, activity({ villageCode: '4.20.01' }), costLine())).toBe(false)
    expect(groupHasLine(group, activity({ villageCode: null }), costLine())).toBe(false)
  })

  test('an empty group matches nothing, `all` everything', () => {
    expect(groupHasLine({}, activity(), costLine())).toBe(false)
    expect(groupHasLine({ all: true }, activity(), costLine())).toBe(true)
    expect(groupHasLine({ spendingClasses: ['travel'] }, activity(), costLine({ spendingClass: 'travel' }))).toBe(true)
    expect(groupHasLine({ activities: ['layer_hens'] }, activity({ catalogueKey: 'layer_hens' }), costLine())).toBe(true)
  })
})
