import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planFigures } from '#shared/domain/figures.ts'
import { agendaOf, beforeFamilies, shownCount } from '#shared/domain/meeting.ts'
import { chosenInstance, withHelp } from '#shared/domain/meeting-choice.ts'
import { helpCost, helpDial, niceStep, priceScale } from '#shared/domain/meeting-dial.ts'
import { meetingEffect } from '#shared/domain/meeting-effect.ts'
import { createTranslator } from '#shared/i18n/index.ts'
import { effectTexts, questionText, reachText } from '#shared/i18n/meeting-text.ts'
import { activity, cell, costLine, source, templateView, view, VILLAGE_COUNTS } from '../support/plan-fixture.ts'

const driven = (driver: 'stunted' | 'cadre' | 'pregnant_ced', unit: string) => ({ unit, driver, shareBp: 10_000, served: [], lastN: null })
const food = costLine({ id: 'food', quantities: [driven('stunted', 'anak'), { unit: 'bulan', n: 9 }], unitPrice: 150_000, cutBy: 1 })
const box = costLine({ id: 'box', quantities: [{ unit: 'kotak', n: 2 }, { unit: 'bulan', n: 9 }], unitPrice: 10_000, cutBy: 1, spendingClass: 'printing' })
const pay = costLine({ id: 'pay', activityId: 'cadres', quantities: [driven('cadre', 'kader'), { unit: 'bulan', n: 12 }], unitPrice: 150_000, cutBy: 0, spendingClass: 'cadre_incentive' })
const hall = costLine({ id: 'hall', activityId: 'hall', quantities: [{ unit: 'unit', n: 1 }], unitPrice: 9_000_000, cutBy: null, spendingClass: 'construction' })
const base = () => view({
  activities: [activity({ name: 'Makanan balita stunting' }), activity({ id: 'cadres', name: 'Insentif kader' }), activity({ id: 'hall', name: 'Balai', tier: 3 })],
  lines: [food, box, pay, hall], sources: [source('DDS', 60_000_000), source('ADD', 45_000_000)],
  cells: [cell('food', 'DDS', 9), cell('box', 'DDS', 9), cell('pay', 'ADD', 15, { locked: true }), cell('pay', 'DDS', 10)],
}, VILLAGE_COUNTS)
const BASIS = { source: 'Kesepakatan rembuk', date: '2026-11-21', confidence: 'B' } as const

describe('the agenda', () => {
  test('asks about the children and the cadres first, then what is not paid; each help once, with its bundle', () => {
    const helps = (scenarios: number) => agendaOf(base(), scenarios).filter(({ kind }) => kind !== 'breach')
    expect(helps(0).map(({ kind, subject, words }) => [kind, subject, words.why, words.shape])).toEqual([
      ['help', 'food', 'children', 'monthly'], ['help', 'pay', 'cadres', 'people'], ['help', 'hall', 'gap', 'whole'],
    ])
    expect(helps(2).map(({ kind }) => kind)).toEqual(['plan', 'help', 'help', 'help'])
    expect(agendaOf(view({ activities: [], lines: [] }), 0)).toEqual([])
  })

  test('begins with what is against a rule', () => {
    const [first] = agendaOf(view({ lines: [food], sources: [source('DDS', 1_000_000)], cells: [cell('food', 'DDS', 9)] }, VILLAGE_COUNTS), 0)
    expect(first).toMatchObject({ kind: 'breach', words: { why: 'breach', finding: { code: 'overspent' } } })
  })

  test('asks of every help of the templates in words, in both languages', () => {
    for (const kind of ['desa', 'kelurahan', 'regency'] as const) {
      for (const item of agendaOf(templateView(kind), 1)) {
        for (const language of ['id', 'en'] as const) expect(questionText(item, createTranslator(language))).toMatch(/^[^{}]+$/)
      }
    }
  })
})

describe('before families', () => {
  test('nobody is called stunted; meetings and plans keep their names', () => {
    expect(beforeFamilies('Jamban keluarga balita stunting')).toBe('Jamban keluarga balita sasaran')
    expect(beforeFamilies('Anak stunting dan baduta stunting')).toBe('Anak sasaran dan baduta sasaran')
    expect(beforeFamilies('help for stunted children')).toBe('help for target children')
    expect(beforeFamilies('Rembuk stunting desa')).toBe('Rembuk stunting desa')
  })

  test('one to four people are never told, whoever counts them; cadres hold an office', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 500 }), (people) => {
      const shown = shownCount(people, 'stunted')
      expect(shown).toBe(people > 0 && people < 5 ? 'few' : people)
      expect(shownCount(people, 'cadre')).toBe(people)
    }))
    expect(reachText({ reached: 'few', total: 'few', time: { given: 3, needed: 12, unit: 'bulan' } }, createTranslator('id'))).toBe('< 5, 3 dari 12 bulan')
  })

  test('an effect tells no count from one to four of any group of people', () => {
    const few = new Map([...VILLAGE_COUNTS, ['stunted', 3] as const])
    const side = (units: number) => {
      const made = view({ lines: [food], sources: [source('DDS', 60_000_000)], cells: [cell('food', 'DDS', units)] }, few)
      return { ...made }
    }
    const { people } = meetingEffect(side(9), side(2), 'food')
    expect(people).toEqual([{ group: 'stunted', kind: 'direct', before: { reached: 'few', total: 'few', time: { given: 9, needed: 9, unit: 'bulan' } }, after: { reached: 'few', total: 'few', time: { given: 2, needed: 9, unit: 'bulan' } }, change: 'worse' }])
  })
})

describe('what a decision did', () => {
  const side = (price: number, from: 'DDS' | 'ADD') => view({
    lines: [{ ...food, unitPrice: price }], sources: [source('DDS', 60_000_000), source('ADD', 60_000_000)], cells: [cell('food', from, 9)],
  }, VILLAGE_COUNTS)
  const said = (after: ReturnType<typeof side>) => effectTexts(meetingEffect(side(150_000, 'DDS'), after, 'food'), createTranslator('id'))

  test('is told where nobody gets more months but each month costs more, and where only another source pays; else that the plan stays', () => {
    expect(said(side(250_000, 'DDS'))).toEqual(['Terdanai: Rp21.600.000 menjadi Rp36.000.000'])
    expect(said(side(150_000, 'ADD'))).toEqual(['Terpakai dari Dana Desa: Rp21.600.000 menjadi Rp0', 'Terpakai dari ADD: Rp0 menjadi Rp21.600.000'])
    expect(said(side(150_000, 'DDS'))).toEqual(['Rencana tetap.'])
  })
})

describe('a chosen help', () => {
  test('gets exactly its units, with its bundle; a typed number may be raised, a count of people not; a lock that holds more gives way', () => {
    const from = base()
    const chosen = withHelp(from, [{ what: 'help', line: 'food', price: 175_000, units: 12 }, { what: 'help', line: 'pay', price: null, units: 12 }], BASIS)
    const byId = new Map(chosen.plan.lines.map((line) => [line.id, line]))
    expect(byId.get('food')).toMatchObject({ unitPrice: 175_000, priceBasis: BASIS, quantities: [{ driver: 'stunted' }, { unit: 'bulan', n: 12 }] })
    expect(byId.get('box')).toMatchObject({ unitPrice: 10_000, quantities: [{ n: 2 }, { unit: 'bulan', n: 12 }] })
    expect(byId.get('pay')).toEqual(pay)
    expect([...chosen.exact]).toEqual([['food', 12], ['box', 12], ['pay', 12]])
    expect(chosen.plan.cells.find(({ lineId, sourceId }) => lineId === 'pay' && sourceId === 'ADD')).toMatchObject({ locked: false })
    expect([...withHelp(from, [{ what: 'help', line: 'pay', price: null, units: 400 }], BASIS).exact]).toEqual([['pay', 25]])
    const { instance } = chosenInstance(from, chosen)
    expect(instance.lines.filter(({ id }) => id !== 'hall').map(({ id, units, targetBp }) => [id, units, targetBp])).toEqual([['food', 12, 10_000], ['box', 12, 10_000], ['pay', 12, 10_000]])
    expect(chosenInstance(from, chosen, new Set(['food'])).instance.lines[0]).not.toHaveProperty('targetBp')
    expect(chosenInstance(from, withHelp(from, [{ what: 'help', line: 'hall', price: null, units: 0 }], BASIS)).instance.lines.find(({ id }) => id === 'hall')).toMatchObject({ units: 0 })
    expect(withHelp(from, [{ what: 'help', line: 'gone', price: 1, units: 1 }], BASIS).plan).toEqual(from.plan)
  })

  test('costs on its dial what the plan reckons, to the rupiah', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 5_000_000 }), fc.integer({ min: 0, max: 12 }), (price, units) => {
      const from = base()
      const dial = helpDial(from, 'food', [])
      const { plan } = withHelp(from, [{ what: 'help', line: 'food', price, units }], BASIS)
      const paid = { ...plan, cells: [cell('food', 'DDS', units), cell('box', 'DDS', units)] }
      expect(dial && helpCost(dial, price, units)).toBe(planFigures(paid, from.counts, from.rules).funded)
    }), { numRuns: 50 })
  })

  test('has a scale in steps that a hand can set, from about half the price to twice', () => {
    expect([150_000, 16_500, 5_500_000, 1_000].map(niceStep)).toEqual([5_000, 500, 100_000, 100])
    fc.assert(fc.property(fc.integer({ min: 1, max: 1_000_000_000 }), (price) => {
      const { min, max, step } = priceScale(price)
      expect([min % step, max % step, min <= price, max >= price, (max - min) / step <= 300]).toEqual([0, 0, true, true, true])
    }))
    expect(helpDial(base(), 'hall', [])).toMatchObject({ shape: 'whole', units: { now: 0, needed: 1, max: 1 } })
    expect(helpDial(base(), 'gone', [])).toBeUndefined()
  })
})
