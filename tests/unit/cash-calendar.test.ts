import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cashCalendar } from '#shared/domain/cash-calendar.ts'
import { inflowOf } from '#shared/domain/cash-flow.ts'
import type { AllocationCell, CostLine, FundingSource } from '#shared/domain/plan.ts'
import { findingText } from '#shared/i18n/finding-text.ts'
import { activity, cell, costLine, source, view, VILLAGE_COUNTS } from '../support/plan-fixture.ts'

const total = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0)
const stunted = { unit: 'anak', driver: 'stunted' as const, shareBp: 10_000, served: [], lastN: null }
const cadre = { unit: 'kader', driver: 'cadre' as const, shareBp: 10_000, served: [], lastN: null }
const food = costLine({ id: 'food', description: 'Makanan', quantities: [stunted, { unit: 'bulan', n: 12 }], unitPrice: 150_000, cutBy: 1 })
const cycle = costLine({ id: 'cycle', description: 'PMT', quantities: [{ ...stunted, driver: 'pmt_wasted' }, { unit: 'hari', n: 56 }], unitPrice: 16_500, cutBy: 0 })
const pay = costLine({ id: 'pay', description: 'Insentif kader', quantities: [cadre, { unit: 'bulan', n: 12 }], unitPrice: 150_000, cutBy: 0, spendingClass: 'cadre_incentive' })
const monthly = { ...pay, cutBy: 1 }
const meetings = costLine({ id: 'class', quantities: [{ unit: 'pertemuan', n: 4 }], unitPrice: 750_000, cutBy: 0, spendingClass: 'meeting' })

function calendar(lines: readonly CostLine[], sources: readonly FundingSource[], cells: readonly AllocationCell[], changes: { months?: number; fiscalYear?: number } = {}) {
  return cashCalendar(view({ activities: [activity({ months: changes.months ?? 4095 })], lines, sources, cells, fiscalYear: changes.fiscalYear ?? 2026 }, VILLAGE_COUNTS))
}
const codes = ({ findings }: ReturnType<typeof cashCalendar>) => findings.map(({ code }) => code)

describe('when money comes', () => {
  const flow = (made: FundingSource, year = 2026, villages: 'other' | 'independent' = 'other') => {
    const { figures, rules } = view({ sources: [made], fiscalYear: year })
    const [found] = figures.sources
    if (!found) throw new Error('no source')
    return inflowOf(found, rules, villages)
  }
  const byMonth = ({ months }: { months: readonly number[] }) => Object.fromEntries(months.flatMap((amount, index) => (amount > 0 ? [[index + 1, amount]] : [])))

  test('by the stages that people typed; what they leave comes in no month', () => {
    const typed = flow(source('DDS', 1_000_001, { stages: [{ month: 4, shareBp: 4_000 }, { month: 8, shareBp: 5_000 }] }))
    expect([typed.basis, byMonth(typed), typed.unscheduled]).toEqual(['typed', { 4: 400_000, 8: 500_001 }, 100_000])
  })

  test('Dana Desa by its year: 40 and 60 %, in a desa mandiri 60 and 40 (domain §1.4); the months are an estimate', () => {
    expect(flow(source('DDS', 100_000_000))).toMatchObject({ basis: 'year_rules', citation: 'PMK 7/2026 Pasal 23(1)', confidence: 'unverified', unscheduled: 0 })
    expect(byMonth(flow(source('DDS', 100_000_000)))).toEqual({ 6: 40_000_000, 9: 60_000_000 })
    expect(byMonth(flow(source('DDS', 100_000_000), 2026, 'independent'))).toEqual({ 6: 60_000_000, 9: 40_000_000 })
    expect(byMonth(flow(source('DDS', 100_000_000), 2025))).toEqual({ 6: 40_000_000, 9: 60_000_000 })
  })

  test('money of last year is there in January; of anything else nothing is known, so it comes in equal parts', () => {
    expect(byMonth(flow(source('DDS', 5_000_000, { label: 'SILPA-DDS', origin: 'carry_over' })))).toEqual({ 1: 5_000_000 })
    expect(flow(source('ADD', 12_000_005))).toMatchObject({ basis: 'assumed', months: [1_000_001, 1_000_001, 1_000_001, 1_000_001, 1_000_001, 1_000_000, 1_000_000, 1_000_000, 1_000_000, 1_000_000, 1_000_000, 1_000_000] })
  })
})

describe('when it is needed', () => {
  const early = (code: 'ADD' | 'PBH', amount: number) => source(code, amount, { stages: [{ month: 1, shareBp: 10_000 }] })

  test('months of food go to the source whose money comes first; what nobody pays for is named', () => {
    const { lines, findings } = calendar([food], [source('DDS', 100_000_000), early('ADD', 10_000_000)], [cell('food', 'DDS', 6), cell('food', 'ADD', 3)])
    expect(lines[0]?.months.map(({ month, due, paidIn }) => [month, due, paidIn])).toEqual([1, 2, 3, 6, 7, 8, 9, 10, 11].map((month) => [month, 2_400_000, month]))
    expect(lines[0]?.unfunded).toEqual([4, 5, 12])
    expect(findings.find(({ code }) => code === 'cash_unfunded_months')).toMatchObject({ amounts: { monthsCount: 3, amount: 7_200_000 } })
    const interrupted = findings.find(({ code }) => code === 'cash_pmt_interrupted')
    expect(interrupted?.amounts).toEqual({ monthsCount: 2 })
    expect(interrupted && findingText(interrupted, 'id').text).toBe('Makanan: pemberian makanan terputus 2 bulan (Apr–Mei).')
  })

  test('a year of food without a gap is no note but where its timing is a guess', () => {
    expect(codes(calendar([food], [early('ADD', 40_000_000)], [cell('food', 'ADD', 12)]))).toEqual([])
    expect(codes(calendar([food], [source('ADD', 40_000_000)], [cell('food', 'ADD', 12)]))).toEqual(['cash_assumed'])
  })

  test('cadres who wait for Dana Desa are unpaid for five months', () => {
    const found = calendar([monthly], [source('DDS', 100_000_000)], [cell('pay', 'DDS', 12)])
    expect(found.findings.find(({ code }) => code === 'cash_cadre_unpaid')).toMatchObject({ severity: 'warning', amounts: { monthsCount: 5 } })
    // 3.750.000 a month; what was due from January on is paid when the first stage comes
    expect(found.lines[0]?.months.slice(0, 6).map(({ paidIn }) => paidIn)).toEqual([6, 6, 6, 6, 6, 6])
    expect(found.months[4]).toMatchObject({ month: 5, due: 3_750_000, paid: 0, late: 18_750_000 })
    expect(codes(calendar([monthly], [early('ADD', 50_000_000)], [cell('pay', 'ADD', 10)]))).toEqual(['cash_unfunded_months'])
  })

  test('two months without pay are not yet three', () => {
    const from = (month: number) => calendar([monthly], [source('ADD', 50_000_000, { stages: [{ month, shareBp: 10_000 }] })], [cell('pay', 'ADD', 12)])
    expect(codes(from(3))).toEqual(['cash_late_months'])
    expect(codes(from(4))).toEqual(['cash_late_months', 'cash_cadre_unpaid'])
  })

  test('a cycle is due over the months of its activity; a stage that comes in its middle interrupts it', () => {
    const stages = [{ month: 3, shareBp: 3_000 }, { month: 5, shareBp: 7_000 }]
    const found = calendar([cycle], [source('ADD', 10_164_000, { stages })], [cell('cycle', 'ADD', 11)], { months: 0b11_1100 })
    expect(found.lines[0]?.months.map(({ month, due }) => [month, due])).toEqual([[3, 2_541_000], [4, 2_541_000], [5, 2_541_000], [6, 2_541_000]])
    expect(codes(found)).toEqual(['cash_late_months', 'cash_pmt_interrupted'])
  })

  test('where sources pay different people, only those whose money is late are told of, with what is late of it', () => {
    const paid = [cell('pay', 'ADD', 15), cell('pay', 'DDS', 10)]
    const found = calendar([pay], [early('ADD', 27_000_000), source('DDS', 100_000_000)], paid)
    expect(found.findings.find(({ code }) => code === 'cash_late_months')).toMatchObject({ amounts: { monthsCount: 5, amount: 7_500_000 } })
    expect(found.lines[0]?.months[0]).toEqual({ month: 1, due: 3_750_000, late: 1_500_000, paidIn: 6 })
    const unpaid = found.findings.filter(({ code }) => code.startsWith('cash_cadre'))
    expect(unpaid.map((note) => findingText(note, 'id').text)).toEqual(['Insentif kader: 10 dari 25 kader tidak menerima insentif 5 bulan berturut-turut (Jan–Mei).'])
    // a number that was typed over the count is still people, each paid for the whole year
    const typed = { ...pay, quantities: [{ unit: 'kader', n: 25 }, { unit: 'bulan', n: 12 }] }
    expect(calendar([typed], [early('ADD', 27_000_000), source('DDS', 100_000_000)], paid).findings).toEqual(found.findings)
  })

  test('cadres whom nobody pays go without all year', () => {
    const [note] = calendar([pay], [early('ADD', 27_000_000)], [cell('pay', 'ADD', 15)]).findings
    expect(note && findingText(note, 'en').text).toBe('Insentif kader: 10 of 25 cadres get no incentive for 12 months in a row (Jan–Dec).')
  })

  test('pay that always comes a month late is late, not missing', () => {
    const stages = Array.from({ length: 11 }, (_, index) => ({ month: index + 2, shareBp: 900 }))
    expect(codes(calendar([monthly], [source('ADD', 60_000_000, { stages })], [cell('pay', 'ADD', 12)]))).toEqual(['cash_late_months'])
  })

  test('a cycle is interrupted for the children of the source that comes late', () => {
    const late = source('PBH', 10_000_000, { stages: [{ month: 3, shareBp: 1_000 }, { month: 5, shareBp: 9_000 }] })
    const notes = calendar([cycle], [early('ADD', 9_000_000), late], [cell('cycle', 'ADD', 8), cell('cycle', 'PBH', 3)], { months: 0b11_1100 }).findings
    expect(notes.map((note) => findingText(note, 'id').text)).toContain('PMT: pemberian makanan bagi 3 dari 11 anak terputus 1 bulan (Apr).')
  })

  test('meetings fall into the months of the activity, one each', () => {
    const found = calendar([meetings], [early('ADD', 9_000_000)], [cell('class', 'ADD', 4)], { months: 0b0100_1001_0010 })
    expect(found.lines[0]?.months.map(({ month, due }) => [month, due])).toEqual([[2, 750_000], [5, 750_000], [8, 750_000], [11, 750_000]])
  })

  test('what does not go evenly into the months begins in the first and never comes early', () => {
    const five = { ...meetings, quantities: [{ unit: 'pertemuan', n: 5 }] }
    const found = calendar([five], [early('ADD', 9_000_000)], [cell('class', 'ADD', 5)])
    expect(found.lines[0]?.months.map(({ month }) => month)).toEqual([1, 3, 5, 8, 10])
  })

  test('a source that pays for more months than follow its money pays for the last ones before', () => {
    const found = calendar([food], [source('DDS', 100_000_000)], [cell('food', 'DDS', 9)])
    expect(found.lines[0]?.months.map(({ month }) => month)).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12])
    expect(found.lines[0]?.unfunded).toEqual([1, 2, 3])
  })

  test('what is booked beyond the money is unpaid at the end of the year', () => {
    const found = calendar([meetings], [early('ADD', 1_000_000)], [cell('class', 'ADD', 4)])
    expect(found.findings).toMatchObject([{ code: 'cash_unpaid', amounts: { amount: 2_250_000 } }])
  })
})

describe('any plan', () => {
  const stage = fc.uniqueArray(fc.record({ month: fc.integer({ min: 1, max: 12 }), shareBp: fc.integer({ min: 0, max: 3_000 }) }), { maxLength: 3, selector: ({ month }) => month })
  const random = fc.record({
    food: fc.nat(14), add: fc.nat(12), cycle: fc.nat(11), pay: fc.nat(25), class: fc.nat(4), shared: fc.nat(9_999_999), months: fc.nat(4_095), dds: fc.nat(200_000_000), ceiling: fc.nat(60_000_000), stages: stage, committed: fc.nat(30_000_000),
  })

  test('adds up to the plan: dues per line and source, money per source, month by month', () => {
    fc.assert(fc.property(random, (given) => {
      const shared = costLine({ id: 'shared', quantities: [{ unit: 'paket', n: 1 }], unitPrice: 10_000_000, cutBy: null, splittable: true, spendingClass: 'construction' })
      const made = view({
        activities: [activity({ months: given.months })], lines: [food, cycle, pay, meetings, shared], sources: [source('DDS', given.dds), source('ADD', given.ceiling, { stages: given.stages })],
        commitments: [{ sourceId: 'DDS', class: 'other', bidang: null, amount: given.committed }],
        cells: [
          cell('food', 'DDS', given.food), cell('food', 'ADD', given.add), cell('cycle', 'DDS', given.cycle), cell('pay', 'ADD', given.pay), cell('class', 'DDS', given.class),
          cell('shared', 'DDS', 0, { amount: given.shared }), cell('shared', 'ADD', 0, { amount: 1 }),
        ],
      }, VILLAGE_COUNTS)
      const { months, sources, lines } = cashCalendar(made)
      expect(total(months.map(({ due }) => due))).toBe(made.figures.funded)
      for (const { figures, months: own } of lines) expect(total(own.map(({ due }) => due))).toBe(figures.funded)
      for (const { figures, inflow, months: own } of sources) {
        expect(total(own.map(({ due }) => due))).toBe(figures.spent)
        expect(total(inflow.months) + inflow.unscheduled).toBe(figures.available)
        let [came, paid, due] = [0, 0, 0]
        for (const month of own) {
          came += month.inflow
          paid += month.paid
          due += month.due
          expect([month.balance, month.late]).toEqual([came - paid, due - paid])
        }
        expect(paid).toBeLessThanOrEqual(total(inflow.months))
      }
      for (const [index, month] of months.entries()) {
        for (const key of ['inflow', 'due', 'paid', 'late', 'balance'] as const) expect(month[key]).toBe(total(sources.map(({ months: own }) => own[index]?.[key] ?? 0)))
      }
    }), { numRuns: 200 })
  })
})
