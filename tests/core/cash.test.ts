import { describe, expect, it } from 'vitest'
import { errorOf, lineFollowing } from '#tests/support/app.ts'
import { fundedVillage, runScenario } from '#tests/support/scenario.ts'

describe('cash.calendar', () => {
  it('shows the year of a plan month by month, by the stages that were typed', async () => {
    const { client } = await fundedVillage({ DDS: 90_000_000, ADD: 60_000_000 })
    const [before, { funded }] = [await client.cash.calendar({}), await client.plan.summary({})]
    expect(before.months.map(({ month }) => month)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    expect(before.months.reduce((sum, { due }) => sum + due, 0)).toBe(funded)
    expect(before.sources.find(({ label }) => label === 'DDS')).toMatchObject({ basis: 'year_rules', confidence: 'unverified', months: expect.arrayContaining([expect.objectContaining({ month: 6, inflow: 36_000_000 })]) })
    expect(before.findings.map(({ code }) => code)).toContain('cash_assumed')
    for (const source of ['DDS', 'ADD']) await client.plan.setSource({ source, stages: [{ month: 1, shareBp: 10_000 }] })
    const after = await client.cash.calendar({})
    expect(after.sources.filter(({ available }) => available > 0).map(({ basis }) => basis)).toEqual(['typed', 'typed'])
    expect(after.months.at(-1)).toMatchObject({ late: 0 })
    expect(after.findings.map(({ code }) => code)).not.toContain('cash_late_months')
  })

  it('shows a scenario: cadres whose money comes late are warned of, and pay months are counted for a desa mandiri', async () => {
    const { client } = await fundedVillage({ DDS: 150_000_000 })
    const pay = await lineFollowing(client, 'cadre', 'cadre_incentive')
    const own = await client.cash.calendar({})
    expect(own.findings.filter(({ code, where }) => code === 'cash_cadre_unpaid' && where.id === pay.id)).toMatchObject([{ amounts: { monthsCount: 5 } }])
    await client.scenario.save({ name: 'A', overrides: { ceilings: [{ source: 'DDS', kind: 'percent', changeBp: -7_000 }] } })
    await runScenario(client, 'A')
    const scenario = await client.cash.calendar({ scenario: 'A' })
    expect(scenario.sources.find(({ label }) => label === 'DDS')?.available).toBe(45_000_000)
    const first = (report: typeof own) => report.sources.find(({ label }) => label === 'DDS')?.months[5]?.inflow
    expect([first(scenario), first(await client.cash.calendar({ scenario: 'A', villages: 'independent' }))]).toEqual([18_000_000, 27_000_000])
    expect(await errorOf(client.cash.calendar({ scenario: 'X' }))).toMatchObject({ code: 'scenario_not_found', defined: true })
  })
})
