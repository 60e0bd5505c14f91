import { describe, expect, test } from 'vitest'
import { villageCode } from '#shared/catalogue/village-codes.ts'
import { subKegiatan } from '#shared/catalogue/sub-kegiatan.ts'
import { planFigures } from '#shared/domain/figures.ts'
import { bundleKey } from '#shared/domain/need.ts'
import { rulesFor } from '#shared/domain/rules.ts'
import { buildTemplate, fromCatalogue } from '#shared/domain/template.ts'
import { countingIds, plan, templateView, VILLAGE_COUNTS } from '../support/plan-fixture.ts'

const desa = () => buildTemplate('desa', { fiscalYear: 2027, counts: VILLAGE_COUNTS, newId: countingIds() })

describe('desa', () => {
  test('a complete first plan: village codes, usual sources without ceilings, plan order', () => {
    const { activities, lines, sources } = desa()
    expect(activities.length).toBeGreaterThanOrEqual(12)
    expect(activities.length).toBeLessThanOrEqual(16)
    expect(activities.map(({ position }) => position)).toEqual(activities.map((_, index) => index + 1))
    expect(activities.map(({ tier }) => tier)).toEqual(activities.map(({ tier }) => tier).toSorted())
    for (const activity of activities) expect(villageCode(activity.villageCode ?? '')).toBeDefined()
    expect(sources.map(({ label }) => label)).toEqual(['DDS', 'ADD', 'PBH', 'PAD', 'PBK', 'GENTING'])
    expect(sources.every(({ ceiling, total }) => ceiling === null && total === null)).toBe(true)
    expect(lines.every(({ unitPrice, priceBasis }) => unitPrice > 0 && priceBasis !== null)).toBe(true)
    const ids = [...activities, ...lines, ...sources].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('the plan of the sample needs Rp173.614.000', () => {
    const keys = [
      'stunted_food',
      'pmt_wasted',
      'pmt_pregnant_ced',
      'cadre_incentive',
      'kpm_incentive',
      'rembuk',
      'pmt_counselling',
      'pregnant_class',
      'latrine',
      'anthropometry',
    ]
    const made = buildTemplate('desa', { fiscalYear: 2027, counts: VILLAGE_COUNTS, keys, newId: countingIds() })
    const figures = planFigures(plan(made), VILLAGE_COUNTS, rulesFor(2027))
    const needs = new Map<string | null, number>()
    for (const { activity, needed } of figures.lines) needs.set(activity.catalogueKey, (needs.get(activity.catalogueKey) ?? 0) + needed)
    expect([...needs]).toEqual([
      ['stunted_food', 28_800_000],
      ['pmt_wasted', 10_164_000],
      ['pmt_pregnant_ced', 12_900_000],
      ['cadre_incentive', 45_000_000],
      ['kpm_incentive', 6_000_000],
      ['rembuk', 4_250_000],
      ['pmt_counselling', 21_000_000],
      ['pregnant_class', 3_000_000],
      ['latrine', 33_000_000],
      ['anthropometry', 9_500_000],
    ])
    expect(figures.need).toBe(173_614_000)
  })

  test('a class is one bundle of its meetings, the meeting one whole bundle', () => {
    const { activities, lines } = desa()
    for (const key of ['pregnant_class', 'rembuk']) {
      const activity = activities.find(({ catalogueKey }) => catalogueKey === key)
      const own = lines.filter(({ activityId }) => activityId === activity?.id)
      expect(own).toHaveLength(3)
      expect(new Set(own.map((line) => activity && bundleKey(line, activity))).size).toBe(1)
    }
  })

  test('what is not counted is unknown, not zero', () => {
    const made = buildTemplate('desa', { fiscalYear: 2027, newId: countingIds() })
    const figures = planFigures(plan(made), new Map(), rulesFor(2027))
    const driven = figures.lines.filter(({ line }) => line.quantities.some((quantity) => 'driver' in quantity))
    expect(driven.length).toBeGreaterThan(5)
    expect(driven.every(({ need }) => !need.known)).toBe(true)
    expect(made.activities.find(({ catalogueKey }) => catalogueKey === 'stunted_food')?.target).toBeNull()
  })

  test('what is counted is remembered and becomes the target', () => {
    const { activities, lines } = desa()
    const food = activities.find(({ catalogueKey }) => catalogueKey === 'stunted_food')
    expect(food?.target).toBe(16)
    expect(lines.find(({ activityId }) => activityId === food?.id)?.quantities[0]).toMatchObject({
      driver: 'stunted',
      lastN: 16,
      shareBp: 10_000,
    })
  })
})

describe('kelurahan', () => {
  test('no Dana Desa, no ADD, no village codes, no village accounts', () => {
    const { activities, lines, sources } = buildTemplate('kelurahan', { fiscalYear: 2027, counts: VILLAGE_COUNTS, newId: countingIds() })
    expect(sources.map(({ code }) => code)).toEqual(['DAU', 'PAD-D', 'BOK', 'CSR', 'GENTING'])
    expect(activities.length).toBeGreaterThan(8)
    expect(activities.every(({ villageCode }) => villageCode === null)).toBe(true)
    expect(activities.every(({ regencyCode }) => regencyCode?.startsWith('7.01.03.2.02.'))).toBe(true)
    expect(lines.every(({ accountCode }) => accountCode === null)).toBe(true)
  })
})

describe('regency', () => {
  test('departments’ sub kegiatan, measured by what Kepmendagri fixes or by nothing', () => {
    const { activities, sources } = buildTemplate('regency', { fiscalYear: 2027, newId: countingIds() })
    expect(activities.length).toBeGreaterThan(8)
    expect(sources.some(({ code }) => code === 'DDS')).toBe(false)
    for (const { regencyCode, indicator, villageCode } of activities) {
      expect(villageCode).toBeNull()
      expect(indicator).toBe(subKegiatan(regencyCode ?? '')?.indicator ?? '')
    }
  })
})

test('one activity of the catalogue, where a plan of the kind can hold it', () => {
  const options = { counts: VILLAGE_COUNTS, newId: countingIds(), position: 7 }
  expect(fromCatalogue('layer_hens', { ...options, kind: 'desa' })?.activity).toMatchObject({
    position: 7,
    villageCode: '4.2.02',
    target: 16,
  })
  expect(fromCatalogue('blt', { ...options, kind: 'kelurahan' })).toBeUndefined()
  expect(fromCatalogue('opd_nutrition', { ...options, kind: 'desa' })).toBeUndefined()
  expect(fromCatalogue('no_such_key', { ...options, kind: 'desa' })).toBeUndefined()
})

test('equal input gives an equal plan', () => {
  expect(templateView('desa').plan).toEqual(templateView('desa').plan)
})
