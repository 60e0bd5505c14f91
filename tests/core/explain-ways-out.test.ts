import { describe, expect, it } from 'vitest'
import { allocate, lineFollowing } from '#tests/support/app.ts'
import { collect, fundedVillage } from '#tests/support/scenario.ts'

type Client = Awaited<ReturnType<typeof fundedVillage>>['client']

describe('explain.waysOut', () => {
  async function ways(client: Client, scenario?: string) {
    const events = await collect(await client.explain.waysOut(scenario === undefined ? {} : { scenario }))
    const done = events.at(-1)
    // what cannot hold together is told before the first way
    expect(events.findIndex(({ event }) => event === 'conflict')).toBe(events.some(({ event }) => event === 'way') ? 1 : -1)
    return { done, ways: events.flatMap((event) => (event.event === 'way' ? [event.way] : [])) }
  }

  it('has none to show where everything holds together', async () => {
    const { client } = await fundedVillage()
    expect(await ways(client)).toEqual({ done: { event: 'done', stopped: false, feasible: true, conflict: [] }, ways: [] })
  })

  it('offers the least that each takes, and each makes the plan possible', async () => {
    const { client } = await fundedVillage({ DDS: 20_000_000 })
    const food = await lineFollowing(client, 'stunted', 'food')
    await client.allocation.setCell({ line: food.id, source: 'DDS', units: 8, locked: true })
    const wasted = await lineFollowing(client, 'pmt_wasted', 'food')
    await client.plan.setLine({ line: wasted.id, coverageTargetBp: 5_000 })
    const { done, ways: found } = await ways(client)
    expect(done).toMatchObject({ feasible: false, conflict: [{ kind: 'lock', line: food.id, source: 'DDS' }, { kind: 'target', line: wasted.id }] })
    // 8 × 2.400.000 + 6 × 924.000 = 24.744.000 of 20.000.000
    expect(found).toEqual([
      { kind: 'lock', line: food.id, source: 'DDS', rule: null, from: 19_200_000, to: 14_400_000, targetBp: null, shareBp: null, amount: null, ceiling: null, units: 6, unlock: false, along: [], enough: true },
      { kind: 'target', line: wasted.id, source: null, rule: null, from: 6, to: 0, targetBp: 0, shareBp: null, amount: null, ceiling: null, units: null, unlock: false, along: [], enough: true },
      ...found.filter(({ kind }) => kind === 'ceiling'),
    ])
    expect(found.find(({ kind, source }) => kind === 'ceiling' && source === 'DDS')).toMatchObject({ from: 20_000_000, to: 24_744_000, ceiling: 24_744_000, enough: true })
    await client.plan.setSource({ source: 'DDS', ceiling: 24_743_999 })
    expect((await allocate(client)).status).toBe('infeasible')
    await client.plan.setSource({ source: 'DDS', ceiling: 24_744_000 })
    expect((await allocate(client)).status).toBe('optimal')
    await client.plan.setSource({ source: 'DDS', ceiling: 20_000_000 })
    await client.allocation.setCell({ line: food.id, source: 'DDS', units: 6 })
    expect((await allocate(client)).status).toBe('optimal')
  })

  it('offers to loosen a rule by what is missing, and speaks of a scenario', async () => {
    const { client } = await fundedVillage({ DDS: 60_000_000 })
    await client.rules.set({ source: 'DDS', kind: 'max_amount', group: { spendingClasses: ['food'] }, shareBp: null, amount: 4_000_000, base: null, severity: 'error', citation: 'Perdes contoh', confidence: 'B' })
    const food = await lineFollowing(client, 'stunted', 'food')
    await client.scenario.save({ name: 'Separuh', overrides: { targets: [{ line: food.id, targetBp: 5_000 }] } })
    const { done, ways: found } = await ways(client, 'Separuh')
    expect(done).toMatchObject({ feasible: false, conflict: [{ kind: 'target', line: food.id }, { kind: 'cap', source: 'DDS' }] })
    expect(found.find(({ kind }) => kind === 'rule')).toMatchObject({ source: 'DDS', from: 4_000_000, to: 14_400_000, enough: true })
    expect(found.find(({ kind }) => kind === 'target')).toMatchObject({ from: 6, to: 1, enough: true })
    expect((await ways(client)).done).toMatchObject({ feasible: true })
  })

  it.each([
    ['max_share', { shareBp: 500, amount: null }, { class: 'other' as const, amount: 10_000_000 }],
    ['max_amount', { shareBp: null, amount: 1_000_000 }, { class: 'blt' as const, amount: 300_000 }],
    ['min_share', { shareBp: 9_000, amount: null }, { class: 'food_security' as const, amount: 7_000_001 }],
  ] as const)('gives what to set on the rule (%s) and on the ceiling, so that one click is enough and less is not', async (kind, limit, commitment) => {
    const { client } = await fundedVillage({ DDS: 60_000_003 })
    await client.plan.setCommitment({ source: 'DDS', ...commitment })
    const group = kind === 'min_share' ? { villageCodes: ['4.2'], commitments: ['food_security' as const] } : { spendingClasses: ['food' as const], commitments: ['blt' as const] }
    const rule = { source: 'DDS', kind, group, ...limit, base: 'regular' as const, severity: 'error' as const, citation: 'Perdes contoh', confidence: 'B' as const }
    const { id } = await client.rules.set(rule)
    const food = await lineFollowing(client, 'stunted', 'food')
    await client.plan.setLine({ line: food.id, coverageTargetBp: 7_500 })
    const found = (await ways(client)).ways.find((way) => way.kind === 'rule')
    if (!found) throw new Error('no way out by the rule')
    expect(found).toMatchObject({ rule: id, source: 'DDS', enough: true })
    const change = { shareBp: found.shareBp, amount: found.amount }
    const one = kind === 'min_share' ? 1 : -1
    const short = { shareBp: change.shareBp === null ? null : change.shareBp + one, amount: change.amount === null ? null : change.amount + one }
    await client.rules.set({ ...rule, ...short, id })
    expect((await allocate(client)).status).toBe('infeasible')
    await client.rules.set({ ...rule, ...change, id })
    expect((await allocate(client)).status).toBe('optimal')
  })

  it('goes further where one thing alone ends every conflict, else names what gives way with it: taken whole, the plan is possible', async () => {
    const { client } = await fundedVillage({ DDS: 20_000_000, ADD: 10_000_000 })
    const food = await lineFollowing(client, 'stunted', 'food')
    const wasted = await lineFollowing(client, 'pmt_wasted', 'food')
    const cadres = await lineFollowing(client, 'cadre', 'cadre_incentive')
    await client.plan.edit({ edits: [
      { what: 'cell', line: food.id, source: 'DDS', units: 8, locked: true }, { what: 'target', line: wasted.id, bp: 10_000 }, { what: 'target', line: cadres.id, bp: 10_000 },
    ] })
    await client.plan.setSource({ source: 'DDS', ceiling: 2_000_000 })
    const { done, ways: found } = await ways(client)
    expect(done).toMatchObject({ feasible: false })
    expect(found.filter(({ along }) => along.length > 0)).not.toEqual([])
    // a source whose money cannot go to the lock ends one conflict of two, and says so
    expect(found.filter(({ enough, along, kind }) => !enough && (kind !== 'ceiling' || along.length > 0))).toEqual([])
    const steps = (way: (typeof found)[number]) => [way, ...way.along].map(({ kind, line, source }) => `${kind} ${line ?? ''} ${source ?? ''}`).toSorted().join()
    expect(new Set(found.map(steps)).size).toBe(found.length)
    for (const way of found.filter(({ enough }) => enough)) {
      if (way.kind === 'ceiling') await client.plan.setSource({ source: way.source ?? '', ceiling: way.ceiling ?? 0 })
      else await client.plan.edit({ edits: [way, ...way.along].map(({ kind, line, source, targetBp, to, unlock }) => {
        if (kind === 'target') return { what: 'target' as const, line: line ?? '', bp: targetBp }
        return { what: 'cell' as const, line: line ?? '', source: source ?? '', ...(unlock ? { locked: false } : { units: to / (food.unitCost ?? 1) }) }
      }) })
      expect([steps(way), (await allocate(client)).status]).toEqual([steps(way), 'optimal'])
      await client.history.undo({})
      await client.history.undo({})
    }
  })

  it('gives the ceiling with what is spoken for elsewhere', async () => {
    const { client } = await fundedVillage({ DDS: 20_000_000 })
    await client.plan.setCommitment({ source: 'DDS', class: 'infrastructure', amount: 15_000_000 })
    const food = await lineFollowing(client, 'stunted', 'food')
    await client.plan.setLine({ line: food.id, coverageTargetBp: 5_000 })
    const ceiling = (await ways(client)).ways.find((way) => way.kind === 'ceiling' && way.source === 'DDS')
    expect(ceiling).toMatchObject({ from: 5_000_000, to: 14_400_000, ceiling: 29_400_000, enough: true })
    await client.plan.setSource({ source: 'DDS', ceiling: 29_400_000 })
    expect((await allocate(client)).status).toBe('optimal')
  })
})
