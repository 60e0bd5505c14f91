import { describe, expect, it } from 'vitest'
import { allocate, errorOf } from '#tests/support/app.ts'
import { dump } from '#tests/support/dump.ts'
import { collect, fundedVillage } from '#tests/support/scenario.ts'

type Client = Awaited<ReturnType<typeof fundedVillage>>['client']

async function curve(client: Client, input: Parameters<Client['sensitivity']['money']>[0]) {
  const events = await collect(await client.sensitivity.money(input))
  const done = events.find((event) => event.event === 'done')
  if (!done) throw new Error('the curve did not end')
  return { points: events.flatMap((event) => (event.event === 'point' ? [event.point] : [])), done, events }
}

describe('sensitivity.money', () => {
  it('reckons each point as an allocation with so much money, the plan as it is among them, and writes nothing', async () => {
    const { client, session } = await fundedVillage()
    const before = dump(session.db)
    const { points, done, events } = await curve(client, { source: '*', points: 9 })
    expect(dump(session.db)).toBe(before)
    expect(points.map(({ changeBp }) => changeBp).toSorted((a, b) => a - b)).toEqual([-6_000, -5_000, -4_000, -3_000, -2_000, -1_000, 0, 1_000, 2_000])
    // coarse first: the plan, both ends, then the middle
    expect(points.slice(0, 4).map(({ changeBp }) => changeBp)).toEqual([0, -6_000, 2_000, -3_000])
    const summary = await client.plan.summary({})
    expect(points[0]).toMatchObject({ status: 'optimal', money: 100_000_000, outcome: { need: summary.need, funded: summary.funded } })
    for (const { money, changeBp, outcome } of points) {
      expect(money).toBe(10_000 * (10_000 + changeBp))
      expect(outcome?.funded).toBeLessThanOrEqual(money)
    }
    expect(done.stopped).toBe(false)
    expect(done.dropOuts.length).toBeGreaterThan(0)
    for (const { from, to } of done.dropOuts) expect(from - to).toBe(1_000)
    expect(events[0]).toMatchObject({ event: 'progress', done: 0, total: 9 })
    await client.plan.setSource({ source: 'DDS', ceiling: 24_000_000 })
    await client.plan.setSource({ source: 'ADD', ceiling: 16_000_000 })
    await allocate(client)
    expect((await client.plan.summary({})).funded).toBe(points.find(({ changeBp }) => changeBp === -6_000)?.outcome?.funded)
  })

  it('changes one source alone, other counts, or a scenario', async () => {
    const { client } = await fundedVillage()
    await client.caseload.setCount({ group: 'stunted', count: 30, series: 'Verval', measuredOn: '2026-10-01' })
    const need = (await client.plan.summary({})).need
    const alone = await curve(client, { source: 'ADD', from: -10_000, to: 0, points: 2 })
    expect(alone.points.map(({ money }) => money).toSorted((a, b) => a - b)).toEqual([60_000_000, 100_000_000])
    const counted = await curve(client, { series: { child: 'Verval' }, from: -100, to: 0, points: 2 })
    expect(counted.points[0]?.outcome?.need).not.toBe(need)
    await client.scenario.save({ name: 'A', overrides: { ceilings: [{ source: 'DDS', kind: 'amount', amount: 10_000_000 }] } })
    const scenario = await curve(client, { scenario: 'A', from: -5_000, to: 0, points: 2 })
    // Dana Desa alone where no source is named
    expect(scenario.points.map(({ money }) => money).toSorted((a, b) => a - b)).toEqual([45_000_000, 50_000_000])
    expect(await errorOf(client.sensitivity.money({ source: 'XX' }).then(collect))).toMatchObject({ code: 'source_unknown', defined: true })
    expect(await errorOf(client.sensitivity.money({ scenario: 'XX' }).then(collect))).toMatchObject({ code: 'scenario_not_found' })
  })

  it('says where nothing holds together any more', async () => {
    const { client } = await fundedVillage()
    const line = (await client.plan.lines({})).find(({ bySource }) => (bySource['DDS'] ?? 0) > 5_000_000)
    await client.allocation.setCell({ line: line?.id ?? '', source: 'DDS', locked: true })
    const { points, done } = await curve(client, { from: -10_000, to: 0, points: 2 })
    expect(points.map(({ status, outcome }) => [status, outcome === null])).toEqual([['optimal', false], ['infeasible', true]])
    expect(done.dropOuts).toMatchObject([{ kind: 'conflict', from: 0, to: -10_000 }])
  })

  it('ends with the points that it has when it is stopped', async () => {
    const { client } = await fundedVillage()
    const stop = new AbortController()
    let points = 0
    const outcome = await (async () => {
      for await (const event of await client.sensitivity.money({ points: 200 }, { signal: stop.signal })) {
        if (event.event === 'point' && (points += 1) === 2) stop.abort()
      }
      return 'ended'
    })().catch((error: unknown) => (error as Error).name)
    expect(['ended', 'AbortError']).toContain(outcome)
    expect(points).toBe(2)
    expect((await allocate(client)).status).toBe('optimal')
  })
})

describe('sensitivity.series', () => {
  it('shows the plan with each list of children that was brought in, oldest first', async () => {
    const { client } = await fundedVillage()
    await client.caseload.setCount({ group: 'stunted', count: 30, series: 'Februari', measuredOn: '2026-02-28' })
    await client.caseload.setCount({ group: 'pregnant', count: 30, series: 'Kohort', measuredOn: '2026-03-01' })
    await client.caseload.setSurvey({ series: 'SSGI', prevalenceBp: 1_784, measuredOn: '2024-12-31', source: 'SSGI' })
    const events = await collect(await client.sensitivity.series({}))
    const points = events.flatMap((event) => (event.event === 'point' ? [event.point] : []))
    expect(points.map(({ name, followed }) => [name, followed])).toEqual([['Februari', false], ['Isian manual', true]])
    expect(points[0]?.outcome?.groups.find(({ group }) => group === 'stunted')?.total).toBe(30)
    expect(points[1]).toMatchObject({ status: 'optimal', outcome: { need: (await client.plan.summary({})).need } })
    expect(events.at(-1)).toEqual({ event: 'done', stopped: false })
  })

  it('does the same for the series of another family, and leaves children as they are', async () => {
    const { client } = await fundedVillage()
    const before = await client.plan.summary({})
    const ced = before.groups.find(({ group }) => group === 'pregnant_ced')
    await client.caseload.setCount({ group: 'pregnant_ced', count: (ced?.total ?? 0) + 6, series: 'Kohort', measuredOn: '2026-03-01' })
    const events = await collect(await client.sensitivity.series({ family: 'mother' }))
    const points = events.flatMap((event) => (event.event === 'point' ? [event.point] : []))
    expect(points.map(({ name }) => name)).toContain('Kohort')
    const found = points.find(({ name }) => name === 'Kohort')?.outcome
    expect(found?.groups.find(({ group }) => group === 'pregnant_ced')?.total).toBe((ced?.total ?? 0) + 6)
    expect(found?.groups.find(({ group }) => group === 'stunted')?.total).toBe(before.children.total)
    expect(found?.need).toBeGreaterThan(before.need)
  })
})
