import { describe, expect, it } from 'vitest'
import { contentFaults } from '#core/db/content.ts'
import { errorOf, lineFollowing, restart } from '#tests/support/app.ts'
import { dump } from '#tests/support/dump.ts'
import { collect, fundedVillage, runScenario } from '#tests/support/scenario.ts'

const CUT = { ceilings: [{ source: 'DDS', kind: 'percent' as const, changeBp: -4_000 }] }
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

describe('scenario.save, list, remove', () => {
  it('keeps what is said by name, without touching the plan, over a restart', async () => {
    const app = await fundedVillage()
    const food = await lineFollowing(app.client, 'stunted', 'food')
    const before = await app.client.plan.lines({})
    const overrides = {
      ceilings: [{ source: 'DDS', kind: 'amount' as const, amount: 40_000_000 }, { source: 'ADD', kind: 'preset' as const, preset: 'like_2025' as const }],
      series: { child: 'Isian manual' }, prices: [{ changeBp: 500, spendingClasses: ['food' as const] }, { changeBp: 1_000, lines: [food.id] }],
      protect: { lines: [food.id], sources: ['ADD'], groups: ['cadre' as const] }, targets: [{ line: food.id, targetBp: 2_500 }], strategy: 'children' as const,
    }
    const saved = await app.client.scenario.save({ name: 'Rapat November', overrides })
    expect(saved).toMatchObject({ name: 'Rapat November', overrides, allocation: null, ignored: [{ what: 'ceiling', id: 'ADD', why: 'not_village_fund' }] })
    expect(await app.client.plan.lines({})).toEqual(before)
    const { client } = await restart(app)
    expect(await client.scenario.list({})).toEqual([saved])
    expect((await client.history.steps({ limit: 1 })).steps).toMatchObject([{ name: 'scenario', words: { scenario: 'Rapat November' } }])
    expect(await client.scenario.remove({ scenario: 'rapat november' })).toEqual({ scenario: 'Rapat November' })
    expect(await client.scenario.list({})).toEqual([])
    await client.history.undo({})
    expect(await client.scenario.list({})).toEqual([saved])
  })

  it('takes a name once, and changes the scenario of that name', async () => {
    const { client } = await fundedVillage()
    const first = await client.scenario.save({ name: 'A', overrides: CUT })
    const second = await client.scenario.save({ name: 'B', overrides: {} })
    expect(await client.scenario.save({ name: 'a', overrides: {} })).toMatchObject({ id: first.id, overrides: { ceilings: [] } })
    expect(await errorOf(client.scenario.save({ id: second.id, name: 'A', overrides: {} }))).toMatchObject({ code: 'scenario_name_taken', defined: true })
    expect(await errorOf(client.scenario.save({ id: 'tidak-ada', name: 'C', overrides: {} }))).toMatchObject({ code: 'scenario_not_found', data: { known: ['a', 'B'] } })
    expect(await errorOf(client.scenario.save({ name: 'C', overrides: { ceilings: [{ source: 'XX', kind: 'amount', amount: 1 }] } }))).toMatchObject({ code: 'source_unknown' })
    expect(await errorOf(client.scenario.save({ name: 'C', overrides: { series: { child: 'XX' } } }))).toMatchObject({ code: 'series_not_found' })
    expect(await errorOf(client.scenario.save({ name: 'C', overrides: { targets: [{ line: 'XX', targetBp: 1 }] } }))).toMatchObject({ code: 'line_not_found' })
    expect(await errorOf(client.scenario.remove({ scenario: 'C' }))).toMatchObject({ code: 'scenario_not_found' })
    expect((await client.scenario.list({})).map(({ name }) => name)).toEqual(['a', 'B'])
  })

  it('goes on without what was taken out of the plan, and says so', async () => {
    const { client } = await fundedVillage()
    await client.plan.setSource({ source: 'PBH', ceiling: 5_000_000 })
    await client.scenario.save({ name: 'A', overrides: { ceilings: [{ source: 'PBH', kind: 'percent', changeBp: -5_000 }], protect: { groups: ['cadre'] } } })
    await client.plan.removeSource({ source: 'PBH' })
    expect(await client.scenario.list({})).toMatchObject([{ name: 'A', ignored: [{ what: 'ceiling', why: 'gone' }] }])
  })
})

describe('scenario.presets', () => {
  it('say what each would make of Dana Desa, and what it rests on', async () => {
    const { client } = await fundedVillage()
    expect(await client.scenario.presets({})).toMatchObject([
      { preset: 'stage_two_unpaid', source: 'DDS', applies: true, before: 60_000_000, after: 24_000_000, estimated: true, basis: { confidence: 'unverified' } },
      { preset: 'kdmp_reserve', applies: false, why: 'already_taken', after: null, basis: { source: 'PMK 7/2026 Pasal 15(3)', confidence: 'A' } },
      { preset: 'like_2025', applies: true, after: 21_720_000, estimated: false, basis: { confidence: 'B' } },
    ])
  })
})

describe('scenario.run and compare', () => {
  it('allocates with less money, beside an unchanged plan; what moved adds up to the rupiah', async () => {
    const { client } = await fundedVillage()
    const before = await client.plan.lines({})
    await client.scenario.save({ name: 'Pagu turun 40%', overrides: CUT })
    const { report, scenario } = await runScenario(client, 'Pagu turun 40%')
    expect(report).toMatchObject({ status: 'optimal', gap: 0 })
    expect(report.sources.find(({ code }) => code === 'DDS')).toMatchObject({ ceiling: 36_000_000, available: 36_000_000 })
    expect(scenario.allocation).toMatchObject({ status: 'optimal', current: true })
    expect(await client.plan.lines({})).toEqual(before)
    const { variants, lines, sources, comparisons: [found] } = await client.scenario.compare({ variants: ['-', 'Pagu turun 40%'] })
    expect(variants.map(({ name, id }) => [name, id === null])).toEqual([[expect.stringContaining('TA 2026'), true], ['Pagu turun 40%', false]])
    expect(lines.map(({ id, states: [plan] }) => [id, plan?.funded])).toEqual(before.map(({ id, funded }) => [id, funded]))
    expect(lines.map(({ states: [, cut] }) => cut?.funded)).toEqual(report.lines.map(({ funded }) => funded))
    expect(sources.find(({ label }) => label === 'DDS')?.states.map((state) => state?.ceiling)).toEqual([60_000_000, 36_000_000])
    if (!found) throw new Error('no comparison')
    const difference = found.totals.after.funded - found.totals.before.funded
    expect(difference).toBeLessThan(0)
    expect(sum(found.lines.map(({ before: a, after: b }) => (b?.funded ?? 0) - (a?.funded ?? 0)))).toBe(difference)
    expect(sum(found.sources.flatMap(({ moves }) => moves.map((move) => move.after - move.before)))).toBe(difference)
    expect(found.groups.some(({ time }) => (time?.lost ?? 0) > 0)).toBe(true)
    const mirrored = (await client.scenario.compare({ variants: ['Pagu turun 40%', '-'] })).comparisons[0]
    expect(mirrored?.groups.map(({ gained, lost }) => [lost, gained])).toEqual(found.groups.map(({ gained, lost }) => [gained, lost]))
    const same = (await client.scenario.compare({ variants: ['-', '-'] })).comparisons[0]
    expect(same).toMatchObject({ lines: [], groups: [], sources: [] })
  })

  it('protects the cadres where it is told to: they keep what the plan gives them', async () => {
    const { client } = await fundedVillage()
    const pay = await lineFollowing(client, 'cadre', 'cadre_incentive')
    expect(pay.fundedUnits).toBeGreaterThan(0)
    const deep = { ceilings: [{ source: 'DDS', kind: 'percent' as const, changeBp: -8_000 }, { source: 'ADD', kind: 'percent' as const, changeBp: -2_000 }] }
    await client.scenario.save({ name: 'Polos', overrides: deep })
    await client.scenario.save({ name: 'Lindungi kader', overrides: { ...deep, protect: { groups: ['cadre'] } } })
    const [plain, guarded] = [await runScenario(client, 'Polos'), await runScenario(client, 'Lindungi kader')]
    const units = (report: typeof plain.report) => report.lines.find(({ id }) => id === pay.id)?.fundedUnits ?? 0
    expect(units(plain.report)).toBeLessThan(pay.fundedUnits)
    expect(units(guarded.report)).toBeGreaterThanOrEqual(pay.fundedUnits)
    const { comparisons } = await client.scenario.compare({ variants: ['-', 'Polos', 'Lindungi kader'] })
    expect(comparisons.map(({ groups }) => groups.some(({ group, time }) => group === 'cadre' && (time?.lost ?? 0) > 0))).toEqual([true, false])
  })

  it('says what cannot hold together, and keeps no answer', async () => {
    const { client } = await fundedVillage()
    await client.scenario.save({ name: 'Mustahil', overrides: { ...CUT, ceilings: [{ source: 'ADD', kind: 'amount', amount: 0 }, { source: 'DDS', kind: 'amount', amount: 0 }], protect: { groups: ['cadre'] } } })
    const events = await collect(await client.scenario.run({ scenario: 'Mustahil' }))
    expect(events.map(({ event }) => event)).toEqual(['progress', 'progress', 'done'])
    const { report, scenario } = await runScenario(client, 'Mustahil')
    expect(report.status).toBe('infeasible')
    expect(report.conflict.map(({ kind }) => kind)).toContain('target')
    expect(scenario).toMatchObject({ allocation: null, impossible: true })
    expect(await client.scenario.list({})).toMatchObject([{ impossible: true }])
    expect((await client.scenario.compare({ variants: ['-', 'Mustahil'] })).variants.map(({ impossible }) => impossible)).toEqual([false, true])
    // what it says or what the plan has is changed: nobody knows any more
    await client.plan.setSource({ source: 'PBH', ceiling: 1_000_000 })
    expect(await client.scenario.list({})).toMatchObject([{ impossible: false }])
    await client.history.undo({})
    expect(await client.scenario.list({})).toMatchObject([{ impossible: true }])
    await client.scenario.save({ name: 'Mustahil', overrides: CUT })
    expect((await runScenario(client, 'Mustahil')).scenario).toMatchObject({ allocation: { status: 'optimal' }, impossible: false })
  })

  it('stops when it is told to, and keeps no answer', async () => {
    const { client } = await fundedVillage()
    await client.scenario.save({ name: 'A', overrides: CUT })
    const stop = new AbortController()
    stop.abort()
    const outcome = await runScenario(client, 'A', stop.signal).then(({ report }) => report.status, (error: unknown) => (error as Error).name)
    expect(['stopped', 'AbortError']).toContain(outcome)
    expect((await client.scenario.list({}))[0]?.allocation).toBeNull()
  })

  it('knows that the plan was changed since it was allocated', async () => {
    const { client } = await fundedVillage()
    await client.scenario.save({ name: 'A', overrides: CUT })
    await runScenario(client, 'A')
    await client.plan.setSource({ source: 'ADD', ceiling: 41_000_000 })
    expect((await client.scenario.list({}))[0]?.allocation).toMatchObject({ current: false })
    expect(await errorOf(client.scenario.adopt({ scenario: 'A' }))).toMatchObject({ code: 'proposal_outdated', defined: true })
    await client.history.undo({})
    expect((await client.scenario.list({}))[0]?.allocation).toMatchObject({ current: true })
  })

  it('follows another series: the need changes, and who is counted', async () => {
    const { client } = await fundedVillage()
    await client.caseload.setCount({ group: 'stunted', count: 20, series: 'Verval', measuredOn: '2026-10-01' })
    await client.scenario.save({ name: 'Verval', overrides: { series: { child: 'Verval' } } })
    await runScenario(client, 'Verval')
    const { comparisons: [found] } = await client.scenario.compare({ variants: ['-', 'Verval'] })
    expect(found?.groups.find(({ group }) => group === 'stunted')).toMatchObject({ before: { total: 16 }, after: { total: 20 } })
    expect((found?.totals.after.need ?? 0) - (found?.totals.before.need ?? 0)).toBeGreaterThan(0)
    expect(await errorOf(client.scenario.compare({ variants: ['-', 'X'] }))).toMatchObject({ code: 'scenario_not_found' })
  })
})

describe('scenario.adopt', () => {
  it('makes the plan what the scenario says as one step that is taken back as one', async () => {
    const { client, session } = await fundedVillage()
    await client.caseload.setCount({ group: 'stunted', count: 20, series: 'Verval', measuredOn: '2026-10-01' })
    const food = await lineFollowing(client, 'stunted', 'food')
    const overrides = { ...CUT, series: { child: 'Verval' }, prices: [{ changeBp: 1_000, lines: [food.id] }], protect: { groups: ['cadre' as const] }, targets: [{ line: food.id, targetBp: 500 }] }
    await client.scenario.save({ name: 'A', overrides })
    expect(await errorOf(client.scenario.adopt({ scenario: 'A' }))).toMatchObject({ code: 'scenario_not_allocated' })
    const { report } = await runScenario(client, 'A')
    expect(report.status).toBe('optimal')
    const [before, steps] = [dump(session.db), (await client.history.steps({})).steps.length]
    expect(await client.scenario.adopt({ scenario: 'A' })).toMatchObject({ scenario: 'A', funded: sum(report.lines.map(({ funded }) => funded)) })
    expect((await client.history.steps({})).steps.length).toBe(steps + 1)
    const lines = await client.plan.lines({})
    expect(lines.map(({ funded }) => funded)).toEqual(report.lines.map(({ funded }) => funded))
    expect(lines.find(({ id }) => id === food.id)).toMatchObject({ unitPrice: Math.round(food.unitPrice * 1.1), priceBasis: { source: 'Skenario A', confidence: 'unverified' }, coverageTargetBp: 500 })
    // a protection is a condition of the allocation, not of the plan
    expect(lines.filter(({ coverageTargetBp }) => coverageTargetBp !== null).map(({ id }) => id)).toEqual([food.id])
    expect((await client.plan.sources({})).find(({ label }) => label === 'DDS')).toMatchObject({ ceiling: 36_000_000 })
    expect((await client.plan.list({}))[0]?.series.child).toBe('Verval')
    expect(await client.scenario.list({})).toEqual([])
    const after = dump(session.db)
    await client.history.undo({})
    expect(dump(session.db)).toBe(before)
    await client.history.redo({})
    expect(dump(session.db)).toBe(after)
    expect(contentFaults(session.db)).toEqual([])
  })

  it('leaves locks as they are: a protected source locks nothing in the plan', async () => {
    const { client } = await fundedVillage()
    const locked = (await client.plan.lines({})).find(({ bySource }) => 'ADD' in bySource)
    await client.allocation.setCell({ line: locked?.id ?? '', source: 'ADD', locked: true })
    await client.scenario.save({ name: 'A', overrides: { ...CUT, protect: { sources: ['ADD'] } } })
    await runScenario(client, 'A')
    const before = new Map((await client.plan.lines({})).map(({ id, bySource }) => [id, bySource['ADD'] ?? 0]))
    await client.scenario.adopt({ scenario: 'A' })
    const lines = await client.plan.lines({})
    expect(lines.flatMap(({ id, locked: held }) => (held.length > 0 ? [id] : []))).toEqual([locked?.id])
    for (const { id, bySource } of lines) expect(bySource['ADD'] ?? 0).toBeGreaterThanOrEqual(before.get(id) ?? 0)
  })
})
