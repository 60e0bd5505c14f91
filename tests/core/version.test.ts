import { describe, expect, it } from 'vitest'
import { contentFaults } from '#core/db/content.ts'
import { allocate, errorOf, lineFollowing, restart } from '#tests/support/app.ts'
import { fundedVillage } from '#tests/support/scenario.ts'

const made = { by: 'Tim Penyusun RKP Desa', why: 'Hasil rembuk 18 September 2026' }

describe('version.make, lock, list', () => {
  it('keeps the plan as it stood, through later changes and a restart', async () => {
    const app = await fundedVillage()
    const { client } = app
    const summary = await client.plan.summary({})
    expect(await client.version.make({ stage: 'rembuk', ...made })).toMatchObject({
      number: 1, stage: 'rembuk', madeBy: made.by, why: made.why, madeAt: expect.stringContaining('2026-11-21'), lockedAt: null, need: summary.need, funded: summary.funded, gap: summary.gap,
    })
    expect((await client.history.steps({ limit: 1 })).steps).toMatchObject([{ name: 'version', reason: made.why, words: { stage: 'rembuk' } }])
    const line = await lineFollowing(client, 'stunted', 'food')
    await client.plan.setLine({ line: line.id, price: 200_000 })
    const again = await restart(app)
    expect((await again.client.version.list({})).versions).toMatchObject([{ number: 1, need: summary.need }])
    expect(contentFaults(again.session.db)).toEqual([])
  })

  it('makes an open version anew, locks it for good, and goes forward only', async () => {
    const { client } = await fundedVillage()
    await client.version.make({ stage: 'rkp', ...made })
    await client.plan.setSource({ source: 'ADD', ceiling: 41_000_000 })
    expect(await client.version.make({ stage: 'rkp', by: 'Sekretaris Desa', why: 'Pagu ADD dikoreksi' })).toMatchObject({ number: 1, madeBy: 'Sekretaris Desa' })
    expect(await client.version.lock({ version: '1', by: 'Kepala Desa', reason: 'Perdes ditetapkan' })).toMatchObject({ number: 1, lockedBy: 'Kepala Desa' })
    expect(await errorOf(client.version.lock({ version: '1', by: 'Kepala Desa' }))).toMatchObject({ code: 'version_locked', defined: true })
    expect(await errorOf(client.version.make({ stage: 'rkp', ...made }))).toMatchObject({ code: 'version_stage_passed', data: { last: 'rkp' } })
    expect(await errorOf(client.version.make({ stage: 'draft', ...made }))).toMatchObject({ code: 'version_stage_passed' })
    expect(await errorOf(client.version.make({ stage: 'dpa', ...made }))).toMatchObject({ code: 'version_stage_unknown', data: { known: expect.arrayContaining(['apbdes']) } })
    expect(await errorOf(client.version.lock({ version: '9', by: 'x' }))).toMatchObject({ code: 'version_not_found' })
    expect((await client.version.list({})).stages.map(({ stage, state }) => `${stage} ${state}`)).toEqual([
      'draft passed', 'rembuk passed', 'rkp locked', 'apbdes open', 'apbdes_adjusted open', 'apbdes_changed open',
    ])
    for (const stage of ['apbdes_adjusted', 'apbdes_adjusted']) {
      const { number } = await client.version.make({ stage, ...made })
      await client.version.lock({ version: String(number), by: 'Kepala Desa' })
    }
    expect((await client.version.list({})).versions.map(({ number, stage }) => [number, stage])).toEqual([[1, 'rkp'], [2, 'apbdes_adjusted'], [3, 'apbdes_adjusted']])
    await client.history.undo({})
    expect((await client.version.list({})).versions[2]).toMatchObject({ lockedAt: null })
  })
})

describe('version.compare', () => {
  it('tells what changed between two and in which steps, with their reasons', async () => {
    const { client } = await fundedVillage()
    await client.version.make({ stage: 'rembuk', ...made })
    const food = await lineFollowing(client, 'stunted', 'food')
    await client.plan.setLine({ line: food.id, price: 160_000, reason: 'Harga pasar naik' })
    await client.plan.setSource({ source: 'DDS', ceiling: 45_000_000, reason: 'Pagu turun' })
    await allocate(client)
    await client.version.make({ stage: 'apbdes', ...made })
    await client.workspace.setSetting({ key: 'paper', value: 'A4' })
    const found = await client.version.compare({ from: '1', to: '2' })
    expect(found.totals.after.need - found.totals.before.need).toBe(10_000 * 16 * 12)
    expect(found.sources.find(({ label }) => label === 'DDS')).toMatchObject({ before: { ceiling: 60_000_000 }, after: { ceiling: 45_000_000 } })
    expect(found.steps.map(({ name, reason }) => [name, reason])).toEqual([['line', 'Harga pasar naik'], ['source', 'Pagu turun'], ['allocate', null]])
    const reasons = (id: string | undefined) => found.causes[id ?? '']?.map((step) => found.steps.find(({ id: known }) => known === step)?.reason)
    expect(reasons(food.id)).toContain('Harga pasar naik')
    expect(reasons(found.sources.find(({ label }) => label === 'DDS')?.id)).toContain('Pagu turun')
    expect(found.complete).toBe(true)
    const back = await client.version.compare({ from: '2', to: '1' })
    expect(back.totals).toEqual({ before: found.totals.after, after: found.totals.before })
    expect(await client.version.compare({ from: '2', to: '-' })).toMatchObject({ lines: [], groups: [], sources: [], steps: [] })
    expect(await errorOf(client.version.compare({ from: '1', to: '7' }))).toMatchObject({ code: 'version_not_found' })
  })

  it('names a new count as the reason of a line that follows it', async () => {
    const { client } = await fundedVillage()
    await client.version.make({ stage: 'draft', ...made })
    const wasted = await lineFollowing(client, 'pmt_wasted', 'food')
    await client.caseload.setCount({ group: 'pmt_wasted', count: 14, reason: 'Verval September' })
    const found = await client.version.compare({ from: '1', to: '-' })
    expect(found.causes[wasted.id]?.map((step) => found.steps.find(({ id }) => id === step)?.reason)).toEqual(['Verval September'])
  })
})

describe('version.nextYear', () => {
  it('makes a plan of its own with new counts and prices, as one step, and says what changed', async () => {
    const { client } = await fundedVillage()
    await client.caseload.setCount({ group: 'stunted', count: 12, series: 'Februari 2027', measuredOn: '2027-02-28' })
    const before = await client.plan.lines({})
    const trial = await client.version.nextYear({ priceChangeBp: 500, dryRun: true })
    expect(trial).toMatchObject({ plan: null, fiscalYear: 2027, counts: expect.arrayContaining([{ group: 'stunted', before: 16, after: 12 }]), rulesFrom: 2026 })
    expect(await client.plan.list({})).toHaveLength(1)
    const report = await client.version.nextYear({ priceChangeBp: 500 })
    expect({ ...report, plan: null, lines: report.lines.map((line) => ({ ...line, id: '' })) }).toEqual({ ...trial, lines: trial.lines.map((line) => ({ ...line, id: '' })) })
    const summary = await client.plan.summary({})
    expect(summary).toMatchObject({ plan: { id: report.plan, fiscalYear: 2027, series: { child: 'Februari 2027' } }, need: report.needAfter, funded: 0 })
    expect(report.lines.reduce((sum, line) => sum + (line.after.need ?? 0) - (line.before.need ?? 0), 0)).toBe(report.needAfter - report.needBefore)
    expect((await client.plan.lines({})).map(({ unitPrice }) => unitPrice)).toEqual(before.map(({ unitPrice }) => Math.floor((unitPrice * 10_500 + 5_000) / 10_000)))
    await client.history.undo({})
    expect(await client.plan.list({})).toMatchObject([{ fiscalYear: 2026, current: true }])
    expect(await client.plan.lines({})).toEqual(before)
  })

  it('follows the series that are chosen, the newest of the other families, and names them', async () => {
    const { client } = await fundedVillage()
    await client.caseload.setCount({ group: 'stunted', count: 12, series: 'Februari 2027', measuredOn: '2027-02-28' })
    await client.caseload.setCount({ group: 'pregnant', count: 40, series: 'Kohort', measuredOn: '2026-12-01' })
    const own = (await client.plan.summary({})).plan.series.child ?? ''
    const report = await client.version.nextYear({ series: { child: own } })
    expect(report.series).toMatchObject({ child: own, mother: 'Kohort' })
    expect((await client.plan.summary({})).plan.series).toEqual(report.series)
    expect(report.counts.map(({ group }) => group)).not.toContain('stunted')
  })

  it('refuses a year out of range and a survey', async () => {
    const { client } = await fundedVillage()
    await client.caseload.setSurvey({ series: 'SSGI 2024', prevalenceBp: 1784, measuredOn: '2024-12-31', source: 'SSGI' })
    expect(await errorOf(client.version.nextYear({ fiscalYear: 2050 }))).toMatchObject({ code: 'year_out_of_range' })
    expect(await errorOf(client.version.nextYear({ series: { child: 'SSGI 2024' } }))).toMatchObject({ code: 'series_is_survey' })
  })
})
