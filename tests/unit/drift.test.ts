import { describe, expect, it } from 'vitest'
import { drifts, moved } from '#shared/domain/drift.ts'
import type { ActivityTotals, VersionTotals } from '#shared/domain/version-totals.ts'
import type { VersionStage } from '#shared/domain/version.ts'

const activity = (id: string, funded: number, name = id): ActivityTotals => ({ id, name, regencyCode: null, need: funded, funded })
const version = (number: number, stage: VersionStage, activities: readonly ActivityTotals[]): VersionTotals => ({ number, stage, lockedAt: '2026-11-01T00:00:00.000Z', need: 0, funded: 0, activities })
const told = (rows: ReturnType<typeof drifts>) => rows.map(({ activity: name, from, before, to, after }) => [name, from, before, to, after])

describe('drift between documents', () => {
  it('lays each document beside the one before it, and the last beside the plan as it stands', () => {
    const rows = drifts('desa', [version(1, 'rkp', [activity('pmt', 100), activity('air', 50)]), version(2, 'apbdes', [activity('pmt', 80), activity('kader', 30)])], [activity('pmt', 80), activity('kader', 45)])
    expect(told(rows)).toEqual([['pmt', 'rkp', 100, 'apbdes', 80], ['air', 'rkp', 50, 'apbdes', null], ['kader', 'rkp', null, 'apbdes', 30], ['kader', 'apbdes', 30, 'now', 45]])
    expect(moved(rows)).toBe(20 + 50 + 30 + 15)
  })

  it('passes over drafts, takes the last of a stage that comes again, and says nothing where no document is locked', () => {
    expect(drifts('desa', [version(1, 'draft', [activity('pmt', 1)]), version(2, 'rembuk', [activity('pmt', 2)])], [activity('pmt', 3)])).toEqual([])
    const rows = drifts('desa', [version(1, 'apbdes', [activity('pmt', 10)]), version(3, 'apbdes_adjusted', [activity('pmt', 30)]), version(2, 'apbdes_adjusted', [activity('pmt', 20)])], [activity('pmt', 30)])
    expect(told(rows)).toEqual([['pmt', 'apbdes', 10, 'apbdes_adjusted', 30]])
    expect(told(drifts('regency', [version(1, 'rkpd', [activity('a', 5)])], [activity('a', 7)]))).toEqual([['a', 'rkpd', 5, 'now', 7]])
  })

  it('knows an activity that was made anew by its name, and passes over what has no money in both', () => {
    expect(drifts('kelurahan', [version(1, 'renja', [activity('1', 10, 'PMT  Balita'), activity('2', 0, 'kosong')])], [activity('9', 10, 'pmt balita')])).toEqual([])
    expect(told(drifts('kelurahan', [version(1, 'renja', [activity('1', 10, 'PMT Balita')])], [activity('9', 12, 'pmt balita')]))).toEqual([['pmt balita', 'renja', 10, 'now', 12]])
  })
})
