import { describe, expect, test } from 'vitest'
import { SOURCES } from '#shared/catalogue/sources.ts'
import { eligibility, eligibilityMatrix, fundingRow } from '#shared/domain/eligibility.ts'
import { SPENDING_CLASSES, type SourceCode } from '#shared/domain/plan.ts'
import { rulesFor } from '#shared/domain/rules.ts'
import { activity, costLine } from '../support/plan-fixture.ts'

const ask = (code: SourceCode, act = activity(), line = costLine(), year = 2026, origin: 'current' | 'carry_over' = 'current') =>
  eligibility(code, origin, act, line, rulesFor(year))

describe('what may be no', () => {
  test('only a verified prohibition of the plan’s own year says no, whatever the source, the activity and the year', () => {
    const codes = [null, '1.1.01', '1.1.03', '1.1.05', '1.1.08', '1.2.03', '2.2.02', '2.4.14', '4.3.01', '5.3.00']
    const all = [2023, 2024, 2025, 2026, 2027].flatMap((year) =>
      SOURCES.flatMap(({ code }) =>
        codes.flatMap((villageCode) =>
          SPENDING_CLASSES.map((spendingClass) => ({
            year,
            code,
            ...ask(code, activity({ villageCode }), costLine({ spendingClass }), year),
          })),
        ),
      ),
    )
    const refused = all.filter(({ answer }) => answer === 'no')
    expect(refused.length).toBeGreaterThan(0)
    expect(
      refused.filter(
        ({ year, code, confidence, ruleId }) => year !== 2026 || code !== 'DDS' || confidence !== 'A' || !ruleId?.startsWith('dds-2026-'),
      ),
    ).toEqual([])
    expect(all.filter(({ citation }) => citation === '')).toEqual([])
  })

  test('pay of village officials from Dana Desa: no in 2026, a warning in 2027, never proposed', () => {
    const pay = activity({ villageCode: '1.1.02' })
    expect(ask('DDS', pay)).toMatchObject({ answer: 'no', proposable: false, note: 'forbidden', ruleId: 'dds-2026-salaries' })
    expect(ask('DDS', pay, costLine(), 2027)).toMatchObject({ answer: 'warn', proposable: false, note: 'forbidden_carried_over' })
    expect(ask('DDS', pay, costLine(), 2025)).toMatchObject({ answer: 'warn', proposable: false, ruleId: null })
    expect(ask('ADD', pay)).toMatchObject({ answer: 'yes', proposable: true })
  })

  test('carried-over money keeps the rules of its source', () => {
    expect(ask('DDS', activity({ villageCode: '4.3.01' }), costLine(), 2026, 'carry_over').answer).toBe('no')
  })

  test('travel is a question, because the plan does not say where to', () => {
    expect(ask('DDS', activity(), costLine({ spendingClass: 'travel' }))).toMatchObject({
      answer: 'warn',
      proposable: false,
      note: 'check_rule',
    })
  })
})

describe('what is proposed', () => {
  test('usual and conditional cells are, what is not done or not said is not', () => {
    expect(ask('DDS')).toMatchObject({ answer: 'yes', proposable: true })
    expect(ask('PBK')).toMatchObject({ answer: 'warn', proposable: true, note: 'technical_guide' })
    expect(ask('DAK-F')).toMatchObject({ answer: 'warn', proposable: false, note: 'not_usual', confidence: 'unverified' })
    const incentive = costLine({ spendingClass: 'cadre_incentive' })
    expect(ask('DDS', activity(), incentive).answer).toBe('yes')
    expect(ask('BOK', activity(), incentive)).toMatchObject({ answer: 'warn', proposable: false, note: 'transport_only' })
    expect(ask('GENTING', activity({ catalogueKey: 'rembuk' }), costLine({ spendingClass: 'meeting' }))).toMatchObject({
      answer: 'warn',
      proposable: false,
    })
  })

  test('every row has a cell for every column, and every source a column', () => {
    const matrix = eligibilityMatrix()
    const columns = new Set(matrix.map(({ column }) => column))
    expect(matrix).toHaveLength(new Set(matrix.map(({ row }) => row)).size * columns.size)
    for (const { column } of SOURCES) expect(columns.has(column)).toBe(true)
  })
})

test.each([
  ['pmt', { catalogueKey: 'stunted_food' }, 'food'],
  ['meeting', { catalogueKey: 'rembuk' }, 'printing'],
  ['blt', { villageCode: '5.3.00' }, 'cash'],
  ['officials', { villageCode: '1.1.01' }, 'honorarium'],
  ['other', { villageCode: '1.1.08' }, 'goods'],
  ['sanitation', { villageCode: '2.4.11' }, 'goods'],
  ['incentive', {}, 'cadre_incentive'],
  ['other', {}, 'referral'],
] as const)('row %s', (row, changes, spendingClass) => {
  expect(fundingRow(activity(changes), costLine({ spendingClass }))).toBe(row)
})
