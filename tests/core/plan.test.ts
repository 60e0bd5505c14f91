import { describe, expect, it } from 'vitest'
import { allocate, errorOf, lineFollowing, newApp, plannedVillage, restart } from '#tests/support/app.ts'

describe('workspace', () => {
  it('tells whose it is, remembers settings and names its steps', async () => {
    const app = newApp()
    expect(await app.client.workspace.info({})).toMatchObject({ name: 'uji.rembuk', region: '35.05.07.2001', regionName: 'Kalipucung', kind: 'desa', sample: false, plans: 0 })
    await app.client.workspace.setSetting({ key: 'paper', value: 'A4' })
    await app.client.workspace.setSetting({ key: 'fiscal-year', value: '2027' })
    const { client } = await restart(app)
    expect(await client.workspace.settings({})).toEqual({ 'fiscal-year': '2027', paper: 'A4' })
    expect((await client.workspace.steps({})).map((step) => [step.name, step.words])).toEqual([['setting', { key: 'fiscal-year' }]])
  })
})

describe('plan.create', () => {
  it('makes a complete first plan whose volumes follow the counts, and needs no ceilings', async () => {
    const { client } = await plannedVillage()
    expect((await client.workspace.info({})).plans).toBe(1)
    const [plan] = await client.plan.list({})
    expect(plan).toMatchObject({ name: 'Desa Kalipucung TA 2026', kind: 'desa', fiscalYear: 2026, current: true, complete: false, series: { child: 'Isian manual' } })
    const lines = await client.plan.lines({})
    expect(lines.length).toBeGreaterThan(10)
    expect(await lineFollowing(client, 'stunted', 'food')).toMatchObject({ units: 12, unitCost: 2_400_000, need: 28_800_000, fundedUnits: 0, gap: 28_800_000 })
    const sources = await client.plan.sources({})
    expect(sources.map((source) => source.label)).toEqual(expect.arrayContaining(['DDS', 'ADD', 'PBH']))
    expect(sources.every((source) => source.ceiling === null && source.available === 0)).toBe(true)
    expect((await client.plan.summary({})).funded).toBe(0)
  })

  it('plans for a kelurahan without Dana Desa, and for a city by sub kegiatan', async () => {
    const ward = newApp('35.71.01.1001')
    await ward.client.plan.create({ template: 'kelurahan' })
    expect((await ward.client.plan.sources({})).map((source) => source.code)).not.toContain('DDS')
    expect(await errorOf(ward.client.plan.setSource({ source: 'DDS', ceiling: 1 }))).toMatchObject({ code: 'source_not_allowed' })
    const city = newApp('35.71')
    await city.client.plan.create({ template: 'regency' })
    expect((await city.client.plan.lines({})).every((line) => line.code === null || /^\d\.\d\d\./.test(line.code))).toBe(true)
  })

  it('takes the usual year: a desa in November plans the next one', async () => {
    const { client } = newApp()
    expect(await client.plan.create({ template: 'desa' })).toMatchObject({ fiscalYear: 2027 })
    expect((await client.plan.create({ template: 'desa' })).plan).toBeTruthy()
    expect((await client.plan.list({})).map((plan) => plan.name)).toEqual(['Desa Kalipucung TA 2027', 'Desa Kalipucung TA 2027 (2)'])
  })

  it('refuses a template of another kind, years out of range, and questions before there is a plan', async () => {
    const { client } = newApp()
    expect(await errorOf(client.plan.create({ template: 'kelurahan' }))).toMatchObject({ code: 'template_mismatch', defined: true })
    expect(await errorOf(client.plan.create({ template: 'desa', fiscalYear: 1999 }))).toMatchObject({ code: 'year_out_of_range' })
    expect(await errorOf(client.plan.summary({}))).toMatchObject({ code: 'plan_missing', defined: true })
    await client.plan.create({ template: 'desa' })
    expect(await errorOf(client.plan.summary({ planId: 'tidak-ada' }))).toMatchObject({ code: 'plan_not_found' })
  })
})

describe('plan.setSource and plan.setCommitment', () => {
  it('reckon the regular part of Dana Desa from the whole pagu, marked as an estimate', async () => {
    const { client } = await plannedVillage()
    expect(await client.plan.setSource({ source: 'DDS', total: 1_000_000_000 })).toMatchObject({ total: 1_000_000_000, reserve: 580_300_000, ceiling: 419_700_000, estimated: true })
    expect(await client.plan.setSource({ source: 'dds', ceiling: 400_000_000 })).toMatchObject({ ceiling: 400_000_000, estimated: false, reserve: 580_300_000 })
    expect((await client.plan.check({})).findings.map((finding) => finding.code)).toContain('regular_deviates')
  })

  it('take commitments from what is available, never below nothing', async () => {
    const { client } = await plannedVillage()
    await client.plan.setSource({ source: 'ADD', ceiling: 50_000_000 })
    expect(await client.plan.setCommitment({ source: 'ADD', class: 'salaries', amount: 30_000_000, bidang: 1 })).toMatchObject({ committed: 30_000_000, available: 20_000_000 })
    expect(await client.plan.setCommitment({ source: 'ADD', class: 'bpd', amount: 40_000_000 })).toMatchObject({ available: 0 })
    expect((await client.plan.check({})).findings.map((finding) => finding.code)).toContain('overcommitted')
    expect(await client.plan.setCommitment({ source: 'ADD', class: 'bpd', amount: 0 })).toMatchObject({ available: 20_000_000, commitments: [{ class: 'salaries', bidang: 1, amount: 30_000_000 }] })
  })

  it('add a source of the catalogue, keep a carry-over apart, and bind money to activities', async () => {
    const { client } = await plannedVillage()
    expect(await client.plan.setSource({ source: 'CSR', ceiling: 12_000_000, reservedFor: ['latrine'] })).toMatchObject({ onBudget: false, certainty: 'pledged', reservedFor: ['latrine'] })
    expect(await client.plan.setSource({ source: 'DDS', ceiling: 7_000_000, carryOver: true })).toMatchObject({ label: 'SILPA-DDS', code: 'DDS', origin: 'carry_over' })
    const report = await allocate(client)
    const latrine = await lineFollowing(client, 'family_no_toilet')
    expect(report.lines.filter((line) => line.bySource['CSR'] !== undefined).map((line) => line.id)).toEqual([latrine.id])
  })

  it('name what is not there', async () => {
    const { client } = await plannedVillage()
    expect(await errorOf(client.plan.setSource({ source: 'XYZ', ceiling: 1 }))).toMatchObject({ code: 'source_unknown', defined: true })
    expect(await errorOf(client.plan.setSource({ source: 'ADD', total: 1 }))).toMatchObject({ code: 'amount_invalid' })
    await client.plan.setSource({ source: 'ADD', ceiling: Number.MAX_SAFE_INTEGER })
    expect(await errorOf(client.plan.setSource({ source: 'PBH', ceiling: 1 }))).toMatchObject({ code: 'money_range' })
    expect((await client.plan.sources({})).find(({ code }) => code === 'PBH')?.ceiling ?? null).toBeNull()
    await client.plan.setSource({ source: 'ADD', ceiling: null })
    expect(await errorOf(client.plan.setSource({ source: 'ADD', ceiling: -1 }))).toMatchObject({ code: 'BAD_REQUEST' })
    expect(await errorOf(client.plan.setSource({ source: 'ADD', ceiling: 0.5 }))).toMatchObject({ code: 'BAD_REQUEST' })
    expect(await errorOf(client.plan.setSource({ source: 'CSR', reservedFor: ['naga'] }))).toMatchObject({ code: 'activity_not_found' })
    expect(await errorOf(client.plan.setCommitment({ source: 'ADD', class: 'naga', amount: 1 }))).toMatchObject({ code: 'class_unknown' })
    expect(await errorOf(client.plan.setCommitment({ source: 'XYZ', class: 'blt', amount: 1 }))).toMatchObject({ code: 'source_unknown' })
  })
})

describe('plan.setLine', () => {
  it('changes price, count, months, what others serve, and back to following a count', async () => {
    const { client } = await plannedVillage()
    const line = await lineFollowing(client, 'stunted', 'food')
    const of = { line: line.id }
    expect(await client.plan.setLine({ ...of, price: 200_000 })).toMatchObject({ unitPrice: 200_000, need: 38_400_000 })
    expect(await client.plan.setLine({ ...of, served: [{ by: 'BOK', units: 6, basis: 'puskesmas', date: '2026-11-01' }] })).toMatchObject({ need: 24_000_000 })
    expect(await client.plan.setLine({ ...of, months: 9 })).toMatchObject({ units: 9, need: 18_000_000 })
    expect(await client.plan.setLine({ ...of, count: 12 })).toMatchObject({ need: 21_600_000, quantities: [{ unit: 'anak', n: 12 }, { n: 9 }] })
    expect(await client.plan.setLine({ ...of, driver: 'severely_stunted' })).toMatchObject({ stale: true, need: 21_600_000 })
    expect(await client.plan.setLine({ line: line.id.slice(0, 9), driver: 'stunted', coverageTargetBp: 5000 })).toMatchObject({ stale: false, need: 28_800_000, coverageTargetBp: 5000 })
  })

  it('refuses what cannot be, and changes nothing then', async () => {
    const { client } = await plannedVillage()
    const line = await lineFollowing(client, 'stunted', 'food')
    expect(await errorOf(client.plan.setLine({ line: 'tidak-ada', price: 1 }))).toMatchObject({ code: 'line_not_found', defined: true })
    expect(await errorOf(client.plan.setLine({ line: 'id-0', price: 1 }))).toMatchObject({ code: 'line_ambiguous' })
    expect(await errorOf(client.plan.setLine({ line: line.id, price: Number.MAX_SAFE_INTEGER }))).toMatchObject({ code: 'money_range' })
    expect(await errorOf(client.plan.setLine({ line: line.id, driver: 'naga' }))).toMatchObject({ code: 'group_unknown' })
    expect(await lineFollowing(client, 'stunted', 'food')).toEqual(line)
  })
})

describe('activities', () => {
  it('are found by everyday words, added with their lines, changed and removed', async () => {
    const { client } = await plannedVillage()
    const eggs = await client.plan.catalogue({ text: 'telur' })
    expect(eggs.length).toBeGreaterThan(0)
    const key = eggs[0]?.key ?? ''
    const before = (await client.plan.lines({})).length
    const added = await client.plan.addActivity({ key })
    expect((await client.plan.lines({})).length).toBe(before + added.lines.length)
    expect(await client.plan.setActivity({ activity: added.activity, tier: 1, weight: 3, name: 'Ayam petelur' })).toMatchObject({ tier: 1, weight: 3, name: 'Ayam petelur' })
    expect(await client.plan.removeActivity({ activity: added.activity })).toMatchObject({ name: 'Ayam petelur', lines: added.lines.length })
    expect((await client.plan.lines({})).length).toBe(before)
    expect(await errorOf(client.plan.addActivity({ key: 'naga' }))).toMatchObject({ code: 'activity_not_found', defined: true })
    expect(await errorOf(client.plan.removeActivity({ activity: 'naga' }))).toMatchObject({ code: 'activity_not_found' })
    expect(await errorOf(client.plan.setActivity({ activity: 'naga', tier: 1 }))).toMatchObject({ code: 'activity_not_found' })
  })

  it('are declared complete in words, and that can be taken back', async () => {
    const { client } = await plannedVillage()
    expect(await client.plan.setComplete({ complete: true })).toMatchObject({ complete: true })
    expect(await client.plan.setComplete({ complete: false })).toMatchObject({ complete: false })
  })
})
