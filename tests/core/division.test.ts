import { describe, expect, it } from 'vitest'
import { allocate, lineFollowing, plannedVillage } from '#tests/support/app.ts'
import { collect, fundedVillage, runScenario } from '#tests/support/scenario.ts'

type Client = Awaited<ReturnType<typeof fundedVillage>>['client']

const NOTHING = { cells: false, sources: false, order: false, basis: false }

async function reasons(client: Client) {
  return new Map((await collect(await client.explain.lines({}))).flatMap((event) => (event.event === 'line' ? [[event.explanation.line, event.explanation]] : [])))
}

/** A plan cut so deep that the cadres would lose, taken over with them protected. */
async function withCadresProtected() {
  const { client } = await fundedVillage({ DDS: 60_000_000, ADD: 40_000_000 })
  const cadres = await lineFollowing(client, 'cadre', 'cadre_incentive')
  await client.scenario.save({ name: 'Lindungi kader', overrides: { ceilings: [{ source: 'DDS', kind: 'amount', amount: 12_000_000 }, { source: 'ADD', kind: 'amount', amount: 32_000_000 }], protect: { groups: ['cadre'] } } })
  const { report } = await runScenario(client, 'Lindungi kader')
  expect(report.status).toBe('optimal')
  await client.scenario.adopt({ scenario: 'Lindungi kader' })
  return { client, cadres }
}

describe('how a plan was divided', () => {
  it('is not known before anything was taken over, and is remembered with the run, which undo takes back with it', async () => {
    const { client } = await fundedVillage({ DDS: 35_000_000, ADD: 9_000_000 })
    expect(await client.allocation.division({})).toMatchObject({ strategy: 'tiered', scenario: null, lines: [], cells: [], released: 0, changed: NOTHING })
    await allocate(client, 'children')
    expect(await client.allocation.division({})).toMatchObject({ strategy: 'children', changed: NOTHING })
    const { order } = (await client.allocation.division({})) ?? { order: [] }
    expect(order).toEqual((await client.plan.sources({})).toSorted((a, b) => a.spendingOrder - b.spendingOrder).map(({ label }) => label))
    await client.history.undo({})
    expect(await client.allocation.division({})).toMatchObject({ strategy: 'tiered' })
    await client.history.undo({})
    expect(await client.allocation.division({})).toBeNull()
  })

  it('is remembered also where another way divides the money just so: explanations follow the way that was chosen last', async () => {
    const { client } = await fundedVillage({ DDS: 900_000_000, ADD: 900_000_000 })
    const propose = async (strategy: 'tiered' | 'children') => (await collect(await client.allocation.propose({ strategy }))).flatMap((event) => (event.event === 'done' ? [event.same] : []))
    expect([await propose('tiered'), await propose('children')]).toEqual([[true], [false]])
    const steps = async () => (await client.history.steps({})).steps.length
    const before = await steps()
    expect(await client.allocation.adopt({})).toEqual({ changed: 0 })
    expect(await client.allocation.division({})).toMatchObject({ strategy: 'children' })
    const run = async (strategy: 'tiered' | 'children') => (await collect(await client.allocation.run({ strategy }))).flatMap((event) => (event.event === 'done' ? [event.changed] : []))
    // the same once more says nothing new; another way does
    expect([await run('children'), await steps()]).toEqual([[0], before + 1])
    expect([await run('tiered'), await steps()]).toEqual([[0], before + 2])
    expect(await client.allocation.division({})).toMatchObject({ strategy: 'tiered', changed: NOTHING })
    await client.history.undo({})
    expect(await client.allocation.division({})).toMatchObject({ strategy: 'children' })
    // where there is no money nobody divides any
    const { client: empty } = await plannedVillage()
    const untouched = (await empty.history.steps({})).steps.length
    expect((await collect(await empty.allocation.propose({}))).flatMap((event) => (event.event === 'done' ? [event.same] : []))).toEqual([true])
    expect(await empty.allocation.adopt({})).toEqual({ changed: 0 })
    expect([await empty.allocation.division({}), (await empty.history.steps({})).steps.length]).toEqual([null, untouched])
  })

  it('counts as not known where what is kept of it cannot be read', async () => {
    const { client, session } = await fundedVillage({ DDS: 9_000_000 })
    const [plan] = await client.plan.list({})
    for (const damaged of ['{', '{"strategy":"naga"}', '[]', 'null']) {
      session.workspace.setSetting(`division/${plan?.id ?? ''}`, damaged)
      expect(await client.allocation.division({})).toBeNull()
      expect((await reasons(client)).size).toBeGreaterThan(0)
    }
  })

  it('is what explanations and curves follow: the best plan of a strategy is never called one that another would better', async () => {
    const { client } = await fundedVillage({ DDS: 9_000_000 })
    await allocate(client, 'children')
    const found = [...(await reasons(client)).values()]
    expect(found.filter(({ why }) => why === 'improvable' || why === 'otherwise')).toEqual([])
    expect(found.filter(({ why }) => why === 'children')).not.toEqual([])
    const { funded } = await client.plan.summary({})
    const points = (await collect(await client.sensitivity.money({ from: -1_000, to: 0, points: 2 }))).flatMap((event) => (event.event === 'point' ? [event.point] : []))
    expect(points.find(({ changeBp }) => changeBp === 0)?.outcome?.funded).toBe(funded)
  })

  it('keeps what the adopted scenario protected: explanations name it, more money respects it, and it is no target of the plan', async () => {
    const { client, cadres } = await withCadresProtected()
    expect(await client.allocation.division({})).toMatchObject({ strategy: 'tiered', scenario: 'Lindungi kader', lines: expect.arrayContaining([cadres.id]), released: 0, changed: NOTHING })
    expect((await lineFollowing(client, 'cadre', 'cadre_incentive')).coverageTargetBp).toBeNull()
    const found = await reasons(client)
    expect([...found.values()].filter(({ why }) => why === 'improvable' || why === 'otherwise')).toEqual([])
    const held = [...found.values()].filter(({ conflict }) => conflict.some(({ kind, line }) => kind === 'target' && line === cadres.id))
    expect(held).not.toEqual([])
    expect(held.flatMap(({ conflict }) => conflict.filter(({ line }) => line === cadres.id).map(({ protection }) => protection))).toEqual(held.map(() => 'cadre'))
    const more = (await collect(await client.explain.more({}))).flatMap((event) => (event.event === 'source' ? [event.more] : []))
    expect(more.flatMap(({ changes }) => changes).filter(({ line, before, after }) => line === cadres.id && after < before)).toEqual([])
    const holds = (await collect(await client.explain.holds({}))).flatMap((event) => (event.event === 'holding' ? [event.holding] : []))
    expect(holds).toContainEqual(expect.objectContaining({ kind: 'target', line: cadres.id }))
    await client.history.undo({})
    expect(await client.allocation.division({})).toMatchObject({ scenario: null, lines: [] })
  })

  it('says what has changed since, and lets go of what was changed by hand', async () => {
    const { client, cadres } = await withCadresProtected()
    const [source] = Object.keys((await lineFollowing(client, 'cadre', 'cadre_incentive')).bySource)
    await client.allocation.setCell({ line: cadres.id, source: source ?? '', locked: true })
    expect(await client.allocation.division({})).toMatchObject({ changed: NOTHING })
    await client.allocation.setCell({ line: cadres.id, source: source ?? '', units: 1, locked: false })
    const after = await client.allocation.division({})
    expect(after).toMatchObject({ released: 1, changed: { ...NOTHING, cells: true } })
    expect(after?.lines).not.toContain(cadres.id)
    await client.history.undo({})
    expect(await client.allocation.division({})).toMatchObject({ released: 0, changed: NOTHING })
    await client.plan.setSource({ source: 'PBH', ceiling: 1_000_000 })
    expect((await client.allocation.division({}))?.changed).toMatchObject({ cells: false, basis: true })
    await client.plan.setSource({ source: 'ADD', spendingOrder: 1 })
    expect((await client.allocation.division({}))?.changed).toMatchObject({ order: true, sources: false })
  })
})
