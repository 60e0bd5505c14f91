import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare } from '#shared/domain/compare.ts'
import { planFigures } from '#shared/domain/figures.ts'
import { nextYearPlan } from '#shared/domain/next-year.ts'
import { rulesFor } from '#shared/domain/rules.ts'
import { isStage, stageInTheWay, STAGES, stagesOf, type VersionContent, versionContent, versionView } from '#shared/domain/version.ts'
import { activity, cell, costLine, countingIds, source, templateView, view, VILLAGE_COUNTS } from '../support/plan-fixture.ts'

describe('stages', () => {
  test('go in order, may be skipped, and only adjustments of the APBDes repeat', () => {
    expect(stageInTheWay('desa', 'draft', [])).toBeNull()
    expect(stageInTheWay('desa', 'apbdes', ['draft'])).toBeNull()
    expect(stageInTheWay('desa', 'draft', ['draft'])).toBe('draft')
    expect(stageInTheWay('desa', 'rkp', ['draft', 'apbdes'])).toBe('apbdes')
    expect(stageInTheWay('desa', 'apbdes_adjusted', ['apbdes', 'apbdes_adjusted', 'apbdes_adjusted'])).toBeNull()
    expect(stageInTheWay('desa', 'apbdes_adjusted', ['apbdes_changed'])).toBe('apbdes_changed')
    expect(stageInTheWay('kelurahan', 'dpa', ['rka'])).toBeNull()
    expect(stageInTheWay('regency', 'rkpd', ['rkpd'])).toBe('rkpd')
  })

  test('belong to a kind of plan', () => {
    expect(stagesOf('kelurahan')).toEqual(['musrenbangkel', 'renja', 'rka', 'dpa', 'dppa'])
    expect([isStage('desa', 'rkpd'), isStage('regency', 'rkpd')]).toEqual([false, true])
  })

  test('whatever is made in an allowed order stays in the order of the stages', () => {
    fc.assert(fc.property(fc.constantFrom('desa' as const, 'kelurahan' as const, 'regency' as const), fc.array(fc.nat(5), { maxLength: 12 }), (kind, picks) => {
      const locked: string[] = []
      for (const pick of picks) {
        const stage = stagesOf(kind)[pick % stagesOf(kind).length]
        if (stage && stageInTheWay(kind, stage, locked) === null) locked.push(stage)
      }
      const order = locked.map((stage) => (STAGES[kind] as readonly string[]).indexOf(stage))
      expect(order).toEqual(order.toSorted((a, b) => a - b))
      expect(locked.filter((stage) => stage !== 'apbdes_adjusted').length).toBe(new Set(locked.filter((stage) => stage !== 'apbdes_adjusted')).size)
    }))
  })
})

describe('a snapshot', () => {
  test('has the figures that the plan had, also after a way through JSON', () => {
    const now = templateView('desa', { DDS: 90_000_000 })
    const content = JSON.parse(JSON.stringify(versionContent(now, {}))) as VersionContent
    const then = versionView(content)
    expect(then.figures).toEqual(now.figures)
    expect(compare(now, then)).toMatchObject({ lines: [], groups: [], sources: [] })
  })
})

describe('the plan of the next year', () => {
  const options = (changes: object = {}) => ({
    id: 'next', name: 'TA 2027', fiscalYear: 2027, series: { child: 's2' }, counts: new Map([...VILLAGE_COUNTS, ['stunted', 12]] as const), priceChangeBp: 350, ceilings: 'keep' as const,
    newId: countingIds('n'), today: '2026-11-21', ...changes,
  })
  const served = [{ by: 'BOK', units: 4, basis: '', date: '' }]
  const base = () => view({
    activities: [activity({ target: 16, targetNext: 14 })],
    lines: [
      costLine({ id: 'food', quantities: [{ unit: 'anak', driver: 'stunted', shareBp: 10_000, served, lastN: 12 }, { unit: 'bulan', n: 12 }], unitPrice: 150_001, cutBy: 1, priceBasis: { source: 'Setwapres', date: '2025', confidence: 'B' } }),
      costLine({ id: 'free', unitPrice: 0 }),
    ],
    sources: [source('DDS', 60_000_000, { certainty: 'certain' }), source('ADD', 9_000_000, { label: 'SILPA-ADD', origin: 'carry_over' }), source('GENTING', 3_000_000)],
    commitments: [
      { sourceId: 'DDS', class: 'blt', bidang: 5, amount: 5 }, { sourceId: 'DDS', class: 'previous_year_debt', bidang: null, amount: 7 }, { sourceId: 'SILPA-ADD', class: 'other', bidang: null, amount: 9 },
    ],
    cells: [cell('food', 'DDS', 3)],
  }, VILLAGE_COUNTS)

  test('takes prices by the index, counts anew, and what others served as unsaid', () => {
    const { plan, changes } = nextYearPlan(base(), options())
    expect(plan).toMatchObject({ id: 'next', fiscalYear: 2027, complete: false, series: { child: 's2' }, cells: [], activities: [{ target: 14, targetNext: null }] })
    expect(plan.lines[0]).toMatchObject({ unitPrice: 155_251, priceBasis: { source: 'Setwapres; indeks +3,5%', confidence: 'unverified' }, quantities: [{ served: [], lastN: 12 }, { n: 12 }] })
    expect(changes.lines).toMatchObject([{ description: 'Rincian', before: { unitPrice: 150_001, units: 12, need: 150_001 * 12 * 12 }, after: { unitPrice: 155_251, need: 155_251 * 12 * 12 }, reasons: ['price', 'count', 'served'] }])
    expect(changes.counts).toEqual([{ group: 'stunted', before: 16, after: 12 }])
  })

  test('keeps ceilings as indicative or leaves them open; carry-overs and old debts stay behind', () => {
    const kept = nextYearPlan(base(), options())
    expect(kept.plan.sources.map(({ label, ceiling, certainty }) => [label, ceiling, certainty])).toEqual([['DDS', 60_000_000, 'indicative'], ['GENTING', 3_000_000, 'pledged']])
    expect(kept.plan.commitments).toMatchObject([{ class: 'blt', amount: 5 }])
    expect(kept.changes.dropped).toEqual([{ source: 'DDS', class: 'previous_year_debt', amount: 7 }, { source: 'SILPA-ADD', class: 'other', amount: 9 }])
    expect(kept.changes.sources.map(({ label, what }) => [label, what])).toEqual([['DDS', 'kept'], ['SILPA-ADD', 'dropped'], ['GENTING', 'kept']])
    expect(nextYearPlan(base(), options({ ceilings: 'empty' })).plan.sources.map(({ ceiling }) => ceiling)).toEqual([null, null])
  })

  test('shares no id with the old one, and every change of its need is named', () => {
    fc.assert(fc.property(fc.integer({ min: -5_000, max: 5_000 }), fc.nat(60), (priceChangeBp, stunted) => {
      const old = templateView('desa', { DDS: 90_000_000, ADD: 10_000_000 })
      const counts = new Map([...VILLAGE_COUNTS, ['stunted', stunted]] as const)
      const { plan, changes } = nextYearPlan(old, options({ priceChangeBp, counts }))
      const ids = ({ activities, lines, sources }: typeof plan) => [...activities, ...lines, ...sources].map(({ id }) => id)
      const before = new Set(ids(old.plan))
      expect(ids(plan).filter((id) => before.has(id))).toEqual([])
      expect(new Set(ids(plan)).size).toBe(ids(plan).length)
      const { need } = planFigures(plan, counts, rulesFor(2027))
      expect(changes.lines.reduce((sum, line) => sum + (line.after.need ?? 0) - (line.before.need ?? 0), 0)).toBe(need - old.figures.need)
    }), { numRuns: 40 })
  })
})
