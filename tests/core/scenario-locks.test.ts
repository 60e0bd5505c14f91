import { describe, expect, it } from 'vitest'
import { contentFaults } from '#core/db/content.ts'
import type { ScenarioOverrides } from '#shared/contract/scenario.ts'
import { dump } from '#tests/support/dump.ts'
import { lineFollowing } from '#tests/support/app.ts'
import { collect, fundedVillage, runScenario } from '#tests/support/scenario.ts'

type Client = Awaited<ReturnType<typeof fundedVillage>>['client']

async function ways(client: Client, scenario: string) {
  const events = await collect(await client.explain.waysOut({ scenario }))
  const conflict = events.flatMap((event) => (event.event === 'conflict' ? event.conflict : []))
  return { conflict, ways: events.flatMap((event) => (event.event === 'way' ? [event.way] : [])) }
}

async function saved(client: Client, scenario: string): Promise<ScenarioOverrides> {
  const found = (await client.scenario.list({})).find(({ name }) => name === scenario)
  if (!found) throw new Error('no such scenario')
  return found.overrides
}

/** Eight of twelve months of the food are locked in Dana Desa, which a scenario cuts to less than they cost. */
async function lockedAndCut(ceiling: number) {
  const app = await fundedVillage({ DDS: 60_000_000 })
  const food = await lineFollowing(app.client, 'stunted', 'food')
  await app.client.plan.edit({ edits: [{ what: 'cell', line: food.id, source: 'DDS', units: 8, locked: true }] })
  await app.client.scenario.save({ name: 'A', overrides: { ceilings: [{ source: 'DDS', kind: 'amount', amount: ceiling }] } })
  expect((await runScenario(app.client, 'A')).report.status).toBe('infeasible')
  return { ...app, food }
}

describe('locks of the plan in a scenario', () => {
  it.each([
    ['lowered', 10_000_000, { kind: 'units', units: 4 } as const, ['DDS']],
    ['released', 1_000_000, { kind: 'released' } as const, []],
  ])('a lock is %s by what the way out says; the plan keeps its own until the scenario is adopted, as one step', async (_, ceiling, kept, after) => {
    const { client, session, food } = await lockedAndCut(ceiling)
    const { conflict, ways: found } = await ways(client, 'A')
    expect(conflict).toEqual([{ kind: 'lock', line: food.id, source: 'DDS' }])
    const way = found.find(({ kind }) => kind === 'lock')
    expect(way).toMatchObject({ line: food.id, source: 'DDS', enough: true, unlock: kept.kind === 'released', units: kept.kind === 'released' ? null : kept.units })
    const overrides = { ...(await saved(client, 'A')), locks: [{ line: food.id, source: 'DDS', ...kept }] }
    await client.scenario.save({ name: 'A', overrides })
    expect(await saved(client, 'A')).toEqual(overrides)
    const { report } = await runScenario(client, 'A')
    expect(report.status).toBe('optimal')
    const paid = report.lines.find(({ id }) => id === food.id)
    expect(paid?.bySource['DDS'] ?? 0).toBe(kept.kind === 'units' ? kept.units * 2_400_000 : 0)
    expect(await lineFollowing(client, 'stunted', 'food')).toMatchObject({ fundedUnits: 8, locked: ['DDS'] })
    const [before, steps] = [dump(session.db), (await client.history.steps({})).steps.length]
    await client.scenario.adopt({ scenario: 'A' })
    expect((await client.history.steps({})).steps.length).toBe(steps + 1)
    expect(await lineFollowing(client, 'stunted', 'food')).toMatchObject({ fundedUnits: paid?.fundedUnits, locked: after })
    expect(contentFaults(session.db)).toEqual([])
    // nobody asked for anything to be protected: what was loosened is not held in another way
    expect(await client.allocation.division({})).toMatchObject({ scenario: 'A', lines: [], cells: [] })
    await client.history.undo({})
    expect(dump(session.db)).toBe(before)
  })

  it('speaks of nothing where the plan has no such lock any more, and says so', async () => {
    const { client, food } = await lockedAndCut(10_000_000)
    await client.scenario.save({ name: 'A', overrides: { ...(await saved(client, 'A')), locks: [{ line: food.id, source: 'dds', kind: 'units', units: 4 }] } })
    expect(await client.scenario.list({})).toMatchObject([{ ignored: [], overrides: { locks: [{ line: food.id, source: 'DDS', units: 4 }] } }])
    await client.allocation.setCell({ line: food.id, source: 'DDS', locked: false })
    expect(await client.scenario.list({})).toMatchObject([{ ignored: [{ what: 'lock', id: food.id, why: 'gone' }] }])
    expect((await runScenario(client, 'A')).report.status).toBe('optimal')
  })
})

describe('protections in a conflict', () => {
  it('are named as what was protected, not as a target or lock that nobody set', async () => {
    const { client } = await fundedVillage()
    const [cadres, food] = [await lineFollowing(client, 'cadre', 'cadre_incentive'), await lineFollowing(client, 'stunted', 'food')]
    const none = { ceilings: ['DDS', 'ADD'].map((source) => ({ source, kind: 'amount' as const, amount: 0 })) }
    await client.scenario.save({ name: 'Kelompok', overrides: { ...none, protect: { groups: ['cadre'] } } })
    await client.scenario.save({ name: 'Rincian', overrides: { ...none, protect: { lines: [food.id] } } })
    await client.scenario.save({ name: 'Cakupan', overrides: { ...none, protect: { lines: [food.id] }, targets: [{ line: food.id, targetBp: 10_000 }] } })
    const namedAs = async (scenario: string) => {
      const { report } = await runScenario(client, scenario)
      const { conflict, ways: found } = await ways(client, scenario)
      expect(conflict).toEqual(report.conflict)
      return { conflict, found: found.filter(({ kind }) => kind === 'target') }
    }
    const group = await namedAs('Kelompok')
    expect(group.conflict).toEqual([{ kind: 'target', line: cadres.id, protection: 'cadre' }])
    expect(group.found).toMatchObject([{ line: cadres.id, protection: 'cadre' }])
    expect((await namedAs('Rincian')).conflict).toEqual([{ kind: 'target', line: food.id, protection: 'line' }])
    // a target that asks for more is what holds it
    expect((await namedAs('Cakupan')).conflict).toEqual([{ kind: 'target', line: food.id }])
  })

  it('what one source pays is let go of cell by cell: the rest of its money stays where it is', async () => {
    const { client } = await fundedVillage({ DDS: 60_000_000 })
    const paidOf = (lines: Awaited<ReturnType<Client['plan']['lines']>>) => new Map(lines.map(({ id, bySource }) => [id, bySource['DDS'] ?? 0]))
    const before = paidOf(await client.plan.lines({}))
    const most = Math.max(...before.values())
    await client.scenario.save({ name: 'A', overrides: { ceilings: [{ source: 'DDS', kind: 'amount', amount: 60_000_000 - Math.floor(most / 2) }], protect: { sources: ['DDS'] } } })
    expect((await runScenario(client, 'A')).report.conflict).toContainEqual(expect.objectContaining({ kind: 'lock', source: 'DDS', protection: 'source' }))
    const { ways: found } = await ways(client, 'A')
    const way = found.find(({ kind, enough, along }) => kind === 'lock' && enough && along.length === 0)
    if (!way) throw new Error('no way out by one cell')
    expect(way.protection).toBe('source')
    const lock = { line: way.line ?? '', source: 'DDS', ...(way.unlock ? { kind: 'released' as const } : { kind: 'units' as const, units: way.units ?? 0 }) }
    await client.scenario.save({ name: 'A', overrides: { ...(await saved(client, 'A')), locks: [lock] } })
    expect((await runScenario(client, 'A')).report.status).toBe('optimal')
    await client.scenario.adopt({ scenario: 'A' })
    const after = await client.plan.lines({})
    const less = [...paidOf(after)].filter(([id, amount]) => amount < (before.get(id) ?? 0)).map(([id]) => id)
    expect(less).toEqual([way.line])
    expect(after.flatMap(({ locked }) => locked)).toEqual([])
  })
})
