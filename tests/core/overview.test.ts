import { describe, expect, it } from 'vitest'
import { allocate, newApp, plannedVillage } from '#tests/support/app.ts'

describe('plan.overview', () => {
  it('says the plan in figures that are the plan’s own', async () => {
    const { client } = await plannedVillage()
    await client.plan.setSource({ source: 'DDS', ceiling: 80_000_000 })
    await allocate(client)
    const [overview, summary, lines] = await Promise.all([client.plan.overview({}), client.plan.summary({}), client.plan.lines({})])
    expect(overview).toMatchObject({ need: summary.need, funded: summary.funded, gap: summary.gap, directShareBp: summary.directShareBp })
    expect(overview.sources.reduce((total, source) => total + source.spent, 0)).toBe(summary.funded)
    expect(overview.spending.reduce((total, part) => total + part.amount, 0)).toBe(summary.funded)
    expect(overview.spending.reduce((total, part) => total + part.perThousand, 0)).toBe(1_000)
    const direct = overview.spending.filter((part) => part.direct).reduce((total, part) => total + part.perThousand, 0)
    expect(Math.abs(direct * 10 - (summary.directShareBp ?? 0))).toBeLessThanOrEqual(5)
    expect(overview.reach.find(({ group }) => group === 'stunted')).toMatchObject({ total: 16, covered: summary.children.covered })
    expect(overview.gaps.length).toBeLessThanOrEqual(3)
    expect(overview.gaps.map(({ gap }) => gap)).toEqual(overview.gaps.map(({ gap }) => gap).toSorted((a, b) => b - a))
    for (const gap of overview.gaps) expect(lines.map(({ id }) => id)).toContain(gap.lineId)
    expect(overview.register).toMatchObject({ part: 16, whole: 367, bp: 436 })
    expect(overview.perChild?.children).toBe(16)
    expect(overview.progress).toMatchObject({ children: 389, allocated: true, errors: summary.findings.filter(({ severity }) => severity === 'error').length })
  })

  it('says Tabel 5’s share only when the whole of Dana Desa is booked', async () => {
    const { client } = await plannedVillage()
    await client.plan.setSource({ source: 'DDS', ceiling: 80_000_000 })
    await allocate(client)
    const open = await client.plan.overview({})
    expect(open.danaDesa).toMatchObject({ total: null, shareBp: null })
    const dds = (await client.plan.sources({})).find(({ code }) => code === 'DDS')
    await client.plan.setCommitment({ source: 'DDS', class: 'infrastructure', amount: dds?.left ?? 0, bidang: 2 })
    const { danaDesa } = await client.plan.overview({})
    expect(danaDesa).toMatchObject({ part: dds?.spent, total: 80_000_000 })
    expect(danaDesa?.shareBp).toBe(Math.round(((dds?.spent ?? 0) * 10_000) / 80_000_000))
  })

  it('says what is missing where there is nothing yet', async () => {
    const { client } = newApp()
    await client.plan.create({ template: 'desa', fiscalYear: 2026 })
    const overview = await client.plan.overview({})
    expect(overview).toMatchObject({ reach: [], spending: [], register: null, perChild: null, directShareBp: null })
    expect(overview.progress).toMatchObject({ children: null, series: null, allocated: false })
    expect(overview.progress.unknownLines).toBeGreaterThan(0)
    expect((await client.plan.summary({})).uncounted).toBe(overview.progress.unknownLines)
    expect(overview.progress.ceilingsMissing).toBe(overview.progress.sources)
  })

  it('has no Dana Desa for a ward', async () => {
    const { client } = newApp('35.71.01.1001')
    await client.plan.create({ template: 'kelurahan' })
    expect((await client.plan.overview({})).danaDesa).toBeNull()
  })
})
