import { describe, expect, test } from 'vitest'
import * as fc from 'fast-check'
import type { PlanCounts } from '#shared/domain/caseload.ts'
import { checkPlan } from '#shared/domain/checks.ts'
import type { Finding } from '#shared/domain/finding.ts'
import { FINDING_CODES } from '#shared/domain/make-finding.ts'
import type { Commitment, CostLine } from '#shared/domain/plan.ts'
import { findings as en } from '#shared/i18n/en/findings.ts'
import { terms as enTerms } from '#shared/i18n/en/terms.ts'
import { findingText } from '#shared/i18n/finding-text.ts'
import { findings as id } from '#shared/i18n/id/findings.ts'
import { terms as idTerms } from '#shared/i18n/id/terms.ts'
import { activity, cell, costLine, type PlanParts, source, templateView, view, VILLAGE_COUNTS } from '../support/plan-fixture.ts'

const check = (parts: PlanParts, counts: PlanCounts = new Map()): Finding[] => checkPlan(view(parts, counts))
const find = (found: readonly Finding[], code: string) => found.filter((finding) => finding.code === code)
const commit = (kind: Commitment['class'], amount: number, sourceId = 'DDS'): Commitment => ({
  sourceId,
  class: kind,
  bidang: null,
  amount,
})
const stunted = (changes: Partial<CostLine> = {}) =>
  costLine({
    quantities: [
      { unit: 'anak', driver: 'stunted', shareBp: 10_000, served: [], lastN: null },
      { unit: 'bulan', n: 12 },
    ],
    unitPrice: 150_000,
    cutBy: 1,
    ...changes,
  })

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

describe('counts', () => {
  test('parts above their whole are notes, never crashes', () => {
    const found = check(
      {},
      new Map([
        ['stunted', 20],
        ['measured', 10],
        ['targeted', 9],
        ['severely_stunted', 21],
      ] as const),
    )
    expect(find(found, 'counts_contradict').map(({ words }) => `${words['part']}>${words['whole']}`)).toEqual([
      'severely_stunted>stunted',
      'stunted>measured',
      'measured>targeted',
    ])
  })

  test('a part as large as its whole is none', () => {
    expect(
      find(
        check(
          {},
          new Map([
            ['stunted', 10],
            ['measured', 10],
            ['targeted', 10],
          ] as const),
        ),
        'counts_contradict',
      ),
    ).toEqual([])
  })

  test('stunted children without the number of measured ones', () => {
    expect(find(checkPlan(view({}, VILLAGE_COUNTS)), 'no_measurement')).toEqual([])
    expect(find(check({}, new Map([['stunted', 16]] as const)), 'no_measurement')).toHaveLength(1)
  })
})

describe('the list', () => {
  test('errors first, then warnings, then information; equal plans give equal lists', () => {
    const rank = { error: 0, warning: 1, info: 2 }
    fc.assert(
      fc.property(
        fc.integer({ min: 2023, max: 2028 }),
        fc.nat(60_000_000),
        fc.array(fc.nat(20), { minLength: 3, maxLength: 3 }),
        (fiscalYear, ceiling, units) => {
          const made = templateView('desa', { DDS: ceiling, ADD: 9_000_000, GENTING: 2_000_000 }, fiscalYear)
          const cells = units.flatMap((count, index) =>
            made.figures.lines.slice(0, 6).map(({ line }) => cell(line.id, made.plan.sources[index]?.id ?? '', count)),
          )
          const parts = { ...made.plan, cells }
          const found = checkPlan(view(parts, VILLAGE_COUNTS))
          const ranks = found.map(({ severity }) => rank[severity])
          expect(ranks).toEqual(ranks.toSorted())
          expect(checkPlan(view(parts, VILLAGE_COUNTS))).toEqual(found)
          expect(
            fiscalYear === 2026 ||
              fiscalYear === 2025 ||
              fiscalYear === 2024 ||
              !found.some(({ code, severity }) => code.startsWith('rule_') && severity === 'error'),
          ).toBe(true)
          // Every sentence is complete in both languages: no placeholder is left, no figure is missing.
          const texts = found.flatMap((finding) => [findingText(finding, 'id'), findingText(finding, 'en')])
          expect(texts.filter(({ text, fix }) => /\{\{|undefined|NaN/.test(text + fix) || text === '' || fix === '')).toEqual([])
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('texts', () => {
  const shape = (value: unknown): unknown =>
    typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([key, child]) => [key, shape(child)]))
      : 'text'
  const holes = (text: string) => [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name))].toSorted()

  test('English has exactly the keys of Indonesian, and every code a sentence', () => {
    expect(shape(en)).toEqual(shape(id))
    expect(shape(enTerms)).toEqual(shape(idTerms))
    expect(Object.keys(id).toSorted()).toEqual([...FINDING_CODES].toSorted())
  })

  test('a sentence uses the same figures in both languages', () => {
    for (const code of FINDING_CODES) expect([code, holes(en[code].text)]).toEqual([code, holes(id[code].text)])
  })

  test('figures and words as people read them', () => {
    const [found] = find(
      check({ fiscalYear: 2025, sources: [source('DDS', 100_000_000)], commitments: [commit('food_security', 12_000_000)] }),
      'rule_under_share',
    )
    expect(found && findingText(found, 'id')).toEqual({
      text: 'DDS: Permendes PDT 2/2024 Pasal 7(4) meminta ketahanan pangan sekurangnya 20,00% dari Rp100.000.000 (Rp20.000.000); dibukukan Rp12.000.000, kurang Rp8.000.000.',
      fix: 'Tambah Rp8.000.000 untuk ketahanan pangan, atau catat belanjanya sebagai belanja lain yang sudah pasti.',
    })
    const [missing] = find(check({ lines: [stunted()] }), 'no_data')
    expect(missing && findingText(missing, 'en').text).toBe('Rincian: there is no data on stunted children, so its need is not reckoned.')
    const [unverified] = find(check({ sources: [source('DDS', 100_000_000)] }), 'rule_under_share')
    expect(unverified && findingText(unverified, 'id').text).toMatch(/Aturan ini belum terverifikasi\.$/)
  })
})
