import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AppClient, createAppClient } from '#core/app.ts'
import { buildSampleCity, buildSampleVillage } from '#core/samples/build.ts'
import { buildSampleRegency } from '#core/samples/build-regency.ts'
import type { Session } from '#core/session.ts'
import { fixedPorts } from '#tests/support/workspace.ts'

// The samples as people meet them: imported, planned and allocated by the real thing.
const folder = mkdtempSync(path.join(os.tmpdir(), 'rembuk-samples-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the sample village', () => {
  let session: Session
  let client: AppClient
  beforeAll(async () => {
    session = await buildSampleVillage(path.join(folder, 'desa.rembuk'), fixedPorts())
    client = createAppClient(session)
  }, 120_000)
  afterAll(() => session.close())

  it('has 16 stunted of 367 measured of 389 children, and a survey beside it that says something else', async () => {
    const series = await client.caseload.list({})
    expect(series.find((one) => one.kind === 'by-name')).toMatchObject({ counts: { stunted: 16, measured: 367, targeted: 389 }, stuntedBp: 436 })
    expect(series.filter((one) => one.kind === 'manual').map((one) => [one.counts.stunted, one.counts.measured])).toEqual([[24, 341], [21, 352], [19, 360]])
    expect(series.find((one) => one.kind === 'survey')).toMatchObject({ stuntedBp: 1784, counts: {} })
    expect(await client.workspace.info({})).toMatchObject({ sample: true, regionName: 'Kalipucung' })
  })

  it('has a second verification that the plan does not follow, with children who left and mistakes to be found', async () => {
    const [august, october] = (await client.caseload.list({})).filter((one) => one.kind === 'by-name').map(({ name }) => name) as [string, string]
    const { whole, from, to } = await client.caseload.rounds({ from: august, to: october })
    expect(from.stunted).toBe(16)
    expect(whole.before).toBe(whole.still + whole.recovered + whole.left + whole.moved + whole.notFound)
    expect(whole.after).toBe(whole.still + whole.added + whole.arrived)
    expect([whole.recovered, whole.moved, whole.arrived, whole.notFound, whole.after]).toEqual([3, 1, 1, 2, to.stunted])
    const validity = await client.caseload.validity({ series: october })
    expect(validity.previous).toBe(august)
    expect(validity.findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining([
      'nik_missing', 'nik_birth', 'nik_sex', 'same_person', 'similar_person', 'two_posyandu', 'identity_changed', 'implausible_hfa', 'height_shrinks', 'digit_preference', 'not_measured', 'height_jump', 'copied_values',
    ]))
    const check = await client.caseload.crossCheck({ series: october })
    expect(check.reasons.map(({ reason }) => reason)).toEqual(['wrong_sex', 'swapped_date', 'posture', 'typing_ten', 'age_months', 'old_label', 'label_only', 'unknown'])
    const stunted = check.totals.find(({ group }) => group === 'stunted')
    expect(stunted?.file).toBe(to.stunted)
    expect(stunted?.own).toBeGreaterThan(stunted?.file ?? 0)
    expect((await client.caseload.compareSeries({ family: 'child' })).current).toBe(august)
  })

  it('plans what is drawn for it: ten activities, Rp173.614.000, Rp150.000 per child and month', async () => {
    const lines = await client.plan.lines({})
    expect(new Set(lines.map((line) => line.activityId)).size).toBe(10)
    expect(lines[0]).toMatchObject({ description: 'Makanan bergizi balita stunting', unitPrice: 150_000, units: 12, need: 28_800_000, fundedUnits: 12 })
    const summary = await client.plan.summary({})
    expect(summary).toMatchObject({
      need: 173_614_000, funded: 146_114_000, gap: 27_500_000, directShareBp: 6013,
      children: { covered: 16, partly: 0, total: 16, months: 12, monthsNeeded: 12 }, cadres: { receiving: 25, total: 25 },
    })
    expect(summary.need - summary.funded).toBe(summary.gap)
  })

  it('lives with a Dana Desa cut by the reserve, a lock and a bound pledge', async () => {
    const sources = await client.plan.sources({})
    expect(sources.find((source) => source.label === 'DDS')).toMatchObject({ total: 637_431_000, reserve: 369_901_209, ceiling: 267_529_791, estimated: true, available: 97_529_791 })
    expect(sources.every((source) => source.left >= 0)).toBe(true)
    const lines = await client.plan.lines({})
    expect(lines.find((line) => line.locked.includes('ADD'))).toMatchObject({ description: 'Insentif kader posyandu', bySource: { ADD: 27_000_000 } })
    expect(lines.filter((line) => line.bySource['GENTING'] !== undefined).map((line) => line.spendingClass)).toEqual(['goods'])
    expect((await client.plan.summary({})).findings.map((finding) => finding.code)).toContain('year_carried_over')
  })
})

describe('the sample city', () => {
  it('has its 46 kelurahan, of whose kecamatan Mojoroto has 358 stunted children, and a plan by sub kegiatan', async () => {
    const session = await buildSampleCity(path.join(folder, 'kota.rembuk'), fixedPorts())
    try {
      const client = createAppClient(session)
      const byName = (await client.caseload.list({})).find((one) => one.kind === 'by-name')
      const counts = session.series.counts(byName?.id ?? '').filter((entry) => entry.posyandu === '' && entry.group === 'stunted')
      expect(new Set(counts.map((entry) => entry.village)).size).toBe(46)
      expect(counts.filter((entry) => entry.village.startsWith('35.71.01.')).reduce((total, entry) => total + entry.count, 0)).toBe(358)
      const summary = await client.plan.summary({})
      expect(summary.need - summary.funded).toBe(summary.gap)
      expect((await client.plan.lines({})).every((line) => line.code === null || /^\d\.\d\d\./.test(line.code))).toBe(true)
    } finally {
      session.close()
    }
  })
})

describe('the sample regency', () => {
  it('holds marked plans of all 220 desa and 28 kelurahan, with something to find in them, a plan of its own and a division', async () => {
    const told: [number, number][] = []
    const session = await buildSampleRegency(path.join(folder, 'kabupaten.rembuk'), fixedPorts(), { tell: (done, total) => told.push([done, total]) })
    try {
      const client = createAppClient(session)
      expect(await client.workspace.info({})).toMatchObject({ sample: true, regionName: 'Kabupaten Blitar' })
      const all = await client.consolidation.overview({})
      expect(all).toMatchObject({ received: 248, desa: 220, kelurahan: 28, receivedKelurahan: 28 })
      expect(new Set(all.outliers.map(({ kind }) => kind))).toEqual(new Set(['price', 'cadres', 'per_child']))
      expect(all.doubles.some(({ kind }) => kind === 'child')).toBe(true)
      const { villages } = await client.exchange.villages({})
      expect(villages.filter(({ state }) => state === 'updated').length).toBeGreaterThan(10)
      expect((await client.exchange.village({ village: '35.05.07.2001' })).plan).toMatch(/\(contoh\)$/)
      expect((await client.consolidation.drift({})).villages).toBeGreaterThan(10)
      expect((await client.consolidation.rkpd({})).notes.map(({ code }) => code)).toEqual(expect.arrayContaining(['programme_empty', 'over_ceiling', 'not_in_rpjmd', 'no_target']))
      const { terms } = await client.distribution.terms({})
      if (!terms) throw new Error('no division')
      expect((await client.distribution.preview({ terms })).total).toBe(15_000_000_000)
      const summary = await client.plan.summary({})
      expect(summary.need - summary.funded).toBe(summary.gap)
      expect(told.every(([done], at) => done >= (told[at - 1]?.[0] ?? 0))).toBe(true)
      expect(told.at(-1)).toEqual([23, 24])
    } finally {
      session.close()
    }
  }, 120_000)
})
