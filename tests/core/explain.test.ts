import { describe, expect, it } from 'vitest'
import { allocate, errorOf, lineFollowing } from '#tests/support/app.ts'
import { collect, fundedVillage, runScenario } from '#tests/support/scenario.ts'

type Client = Awaited<ReturnType<typeof fundedVillage>>['client']

async function explanations(client: Client, input: { scenario?: string; line?: string } = {}) {
  const events = await collect(await client.explain.lines(input))
  expect(events.at(-1)).toEqual({ event: 'done', stopped: false })
  return events.flatMap((event) => (event.event === 'line' ? [event.explanation] : []))
}

describe('explain.lines', () => {
  it('says of every line why it gets no unit more, and the best plan with one more proves it', async () => {
    const { client } = await fundedVillage({ DDS: 35_000_000, ADD: 9_000_000 })
    const lines = await client.plan.lines({})
    const found = await explanations(client)
    expect(found.map(({ line, units }) => [line, units])).toEqual(lines.map(({ id, fundedUnits }) => [id, fundedUnits]))
    // the plan is the best one: nothing may be called improvable
    expect(found.filter(({ why, proven }) => why === 'improvable' || !proven)).toEqual([])
    for (const { line, units, needed, why, changes, tier, tierLost, cells } of found) {
      expect([line, why === 'need']).toEqual([line, needed === null ? false : units >= needed])
      const own = changes.find((change) => change.line === line)
      expect([line, changes.length > 0]).toEqual([line, (own?.after ?? 0) > units])
      expect(tierLost === null || why !== 'tier' || tierLost < tier).toBe(true)
      expect(why === 'need' || cells.every(({ limits }) => limits.length > 0)).toBe(true)
    }
    expect(new Set(found.map(({ why }) => why)).size).toBeGreaterThan(2)
    const before = new Map(lines.map(({ id, fundedUnits }) => [id, fundedUnits]))
    const tiered = found.find(({ why }) => why === 'tier')
    expect(tiered?.changes.some(({ line, after, tier }) => after < (before.get(line) ?? 0) && tier === tiered.tierLost)).toBe(true)
  })

  it('names the money that is missing where nothing could give way', async () => {
    const { client } = await fundedVillage({ DDS: 1_000_000 })
    const food = await lineFollowing(client, 'stunted', 'food')
    expect(await explanations(client, { line: food.id })).toMatchObject([{ line: food.id, units: 0, why: 'money', conflict: [], changes: [], cells: [] }])
  })

  it('names the lock that stands in the way, and the cell that is locked', async () => {
    const { client } = await fundedVillage({ DDS: 12_000_000 })
    const food = await lineFollowing(client, 'stunted', 'food')
    const wasted = await lineFollowing(client, 'pmt_wasted', 'food')
    await client.allocation.setCell({ line: wasted.id, source: 'DDS', units: 11, locked: true })
    await client.allocation.setCell({ line: food.id, source: 'DDS', units: 0 })
    await allocate(client)
    const [found] = await explanations(client, { line: food.id })
    expect(found).toMatchObject({ units: 0, why: 'conflict', conflict: [{ kind: 'lock', line: wasted.id, source: 'DDS' }] })
    expect((await explanations(client, { line: wasted.id }))[0]?.cells).toEqual([{ source: 'DDS', units: 11, amount: 10_164_000, locked: true, limits: [{ kind: 'need' }] }])
  })

  it('says that a plan set by hand could be better', async () => {
    const { client } = await fundedVillage()
    const food = await lineFollowing(client, 'stunted', 'food')
    const source = Object.keys(food.bySource)[0] ?? ''
    await client.allocation.setCell({ line: food.id, source, units: 1 })
    const [found] = await explanations(client, { line: food.id })
    expect(found?.why).toBe('improvable')
    expect(found?.cells.find((cell) => cell.source === source)).toMatchObject({ units: 1, limits: [] })
  })

  it('says of a plan that a meeting chose what a better one would take from others, and of one that pays too much that it does', async () => {
    const { client } = await fundedVillage({ DDS: 35_000_000, ADD: 9_000_000 })
    const last = (await client.plan.lines({})).find(({ tier, units, fundedUnits, unitCost }) => tier === 3 && units !== null && fundedUnits < units && (unitCost ?? 0) > 500_000 && (unitCost ?? 0) < 15_000_000)
    await client.allocation.setCell({ line: last?.id ?? '', source: 'DDS', units: 1, locked: true })
    await allocate(client)
    await client.allocation.setCell({ line: last?.id ?? '', source: 'DDS', units: 1, locked: false })
    const food = await lineFollowing(client, 'stunted', 'food')
    const [chosen] = await explanations(client, { line: food.id })
    expect(chosen?.why).toBe('otherwise')
    expect(chosen?.changes.some(({ line, before, after }) => line === last?.id && after < before)).toBe(true)
    // the pagu is cut below what is booked: what is missing is missing for a unit more, too
    const left = (await client.plan.sources({})).find(({ label }) => label === 'DDS')?.left ?? 0
    await client.plan.setSource({ source: 'DDS', ceiling: 30_000_000 })
    const [over] = await explanations(client, { line: food.id })
    expect(over).toMatchObject({ why: 'overspent', changes: [] })
    expect(over?.cells.find(({ source }) => source === 'DDS')?.limits).toEqual([{ kind: 'ceiling', missing: (food.unitCost ?? 0) + 5_000_000 - left }])
  })

  it('explains a scenario by its own money, and refuses what is not there', async () => {
    const { client } = await fundedVillage({ DDS: 200_000_000, ADD: 100_000_000 })
    const food = await lineFollowing(client, 'stunted', 'food')
    expect(await explanations(client, { line: food.id })).toMatchObject([{ why: 'need' }])
    await client.scenario.save({ name: 'A', overrides: { ceilings: [{ source: 'DDS', kind: 'amount', amount: 3_000_000 }, { source: 'ADD', kind: 'amount', amount: 0 }] } })
    await runScenario(client, 'A')
    const [found] = await explanations(client, { scenario: 'A', line: food.id })
    expect(found?.units).toBeLessThan(food.fundedUnits)
    expect(found?.why).not.toBe('need')
    expect(await errorOf(client.explain.lines({ scenario: 'X' }).then(collect))).toMatchObject({ code: 'scenario_not_found' })
    expect(await errorOf(client.explain.lines({ line: 'tidak-ada' }).then(collect))).toMatchObject({ code: 'line_not_found' })
  })
})

describe('a proposal', () => {
  it('is explained before it is adopted, and not once the plan has changed', async () => {
    const { client } = await fundedVillage({ DDS: 35_000_000 })
    await client.plan.setSource({ source: 'DDS', ceiling: 20_000_000 })
    const events = await collect(await client.allocation.propose({ strategy: 'children' }))
    const report = events.flatMap((event) => (event.event === 'done' ? [event.report] : []))[0]
    const found = (await collect(await client.explain.lines({ proposal: true }))).flatMap((event) => (event.event === 'line' ? [event.explanation] : []))
    expect(found.map(({ line, units }) => [line, units])).toEqual(report?.lines.map(({ id, fundedUnits }) => [id, fundedUnits]))
    expect(found.some(({ why }) => why === 'improvable')).toBe(false)
    expect(found.filter(({ why, children }) => (why === 'children') !== (children !== null))).toEqual([])
    await client.plan.setSource({ source: 'DDS', ceiling: 21_000_000 })
    expect(await errorOf(client.explain.lines({ proposal: true }).then(collect))).toMatchObject({ code: 'proposal_outdated', defined: true })
  })
})

describe('explain.more', () => {
  it('says for each source what ten million more would fund: never more than that, and what is left over of it', async () => {
    const { client } = await fundedVillage({ DDS: 35_000_000, ADD: 9_000_000 })
    const before = await client.plan.summary({})
    const events = await collect(await client.explain.more({}))
    const found = events.flatMap((event) => (event.event === 'source' ? [event.more] : []))
    const sources = await client.plan.sources({})
    expect(found.map(({ source }) => source).toSorted()).toEqual(sources.map(({ label }) => label).toSorted())
    for (const { amount, funded, unused, status } of found) expect([amount, funded + unused, status]).toEqual([10_000_000, 10_000_000, 'optimal'])
    const dds = found.find(({ source }) => source === 'DDS')
    expect(dds?.changes.length).toBeGreaterThan(0)
    // the plan itself, with that much more, funds just that
    await client.plan.setSource({ source: 'DDS', ceiling: 45_000_000 })
    const report = await allocate(client)
    expect(report.lines.reduce((sum, line) => sum + line.funded, 0) - before.funded).toBe(dds?.funded)
    expect(events.filter(({ event }) => event === 'progress').length).toBe(sources.length + 1)
  })

  it('ends with what it has when it is stopped', async () => {
    const { client } = await fundedVillage({ DDS: 35_000_000 })
    const stop = new AbortController()
    const seen: string[] = []
    const outcome = await (async () => {
      for await (const event of await client.explain.more({}, { signal: stop.signal })) {
        seen.push(event.event)
        if (event.event === 'source') stop.abort()
      }
      return 'ended'
    })().catch((error: unknown) => (error as Error).name)
    expect(['ended', 'AbortError']).toContain(outcome)
    expect(seen.filter((event) => event === 'source')).toHaveLength(1)
  })
})

describe('explain.holds', () => {
  it('names the lock that keeps a better plan away, with what would be funded without it', async () => {
    const { client } = await fundedVillage({ DDS: 20_000_000 })
    const last = (await client.plan.lines({})).find(({ tier, unitCost, bySource }) => tier === 3 && (unitCost ?? 0) > 500_000 && (unitCost ?? 0) < 15_000_000 && Object.keys(bySource).length === 0)
    await client.allocation.setCell({ line: last?.id ?? '', source: 'DDS', units: 1, locked: true })
    await allocate(client)
    const found = (await collect(await client.explain.holds({}))).flatMap((event) => (event.event === 'holding' ? [event.holding] : []))
    expect(found).toMatchObject([{ kind: 'lock', line: last?.id, source: 'DDS' }])
    expect(found[0]?.changes.some(({ before, after, tier }) => tier === 1 && after > before)).toBe(true)
  })

  it('says where limits hold a better plan back together, and none of them alone', async () => {
    const { client } = await fundedVillage({ DDS: 60_000_000 })
    for (const classes of [['food', 'goods'], ['food', 'cash']] as const) {
      await client.rules.set({
        source: 'DDS', kind: 'max_amount', group: { spendingClasses: [...classes] }, shareBp: null, amount: 6_000_000, base: 'regular', severity: 'error', citation: 'Perdes contoh', confidence: 'B',
      })
    }
    await allocate(client)
    const events = await collect(await client.explain.holds({}))
    expect(events.filter(({ event }) => event === 'holding')).toEqual([])
    expect(events.at(-1)).toEqual({ event: 'done', stopped: false, together: true, proven: true })
  })

  it('names a rule of the year that holds money back', async () => {
    const { client } = await fundedVillage({ DDS: 60_000_000 })
    await client.rules.set({
      source: 'DDS', kind: 'max_share', group: { spendingClasses: ['food'] }, shareBp: 1_000, amount: null, base: 'regular', severity: 'error', citation: 'Perdes contoh', confidence: 'B',
    })
    await allocate(client)
    const found = (await collect(await client.explain.holds({}))).flatMap((event) => (event.event === 'holding' ? [event.holding] : []))
    expect(found).toMatchObject([{ kind: 'rule', source: 'DDS', rule: expect.stringContaining('own-') }])
    expect(found[0]?.changes.some(({ before, after, tier }) => tier === 1 && after > before)).toBe(true)
  })
})
