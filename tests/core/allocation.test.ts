import { collect } from '#tests/support/scenario.ts'
import { describe, expect, it } from 'vitest'
import type { AppClient } from '#core/app.ts'
import { allocate, errorOf, lineFollowing, plannedVillage, restart } from '#tests/support/app.ts'

async function withMoney(ceilings: Readonly<Record<string, number>>) {
  const app = await plannedVillage()
  for (const [source, ceiling] of Object.entries(ceilings)) await app.client.plan.setSource({ source, ceiling })
  return app
}

async function outcome(client: AppClient) {
  for await (const event of await client.allocation.run({})) if (event.event === 'done') return event
  return undefined
}

describe('allocation.run', () => {
  it('answers with every line and every source, sums to the rupiah, and keeps the answer', async () => {
    const app = await withMoney({ DDS: 60_000_000, ADD: 20_000_000 })
    const report = await allocate(app.client)
    expect(report).toMatchObject({ status: 'optimal', gap: 0, conflict: [] })
    const lines = await app.client.plan.lines({})
    expect(report.lines.map((line) => line.id)).toEqual(lines.map((line) => line.id))
    for (const line of report.lines) {
      expect(line.funded).toBe(Object.values(line.bySource).reduce((total, amount) => total + amount, 0))
      expect(line.funded).toBe((line.unitCost ?? 0) * line.fundedUnits)
      expect(line.fundedUnits).toBeLessThanOrEqual(line.units ?? 0)
    }
    for (const source of report.sources) {
      const spent = report.lines.reduce((total, line) => total + (line.bySource[source.code] ?? 0), 0)
      expect(source.spent).toBe(spent)
      expect(source.left).toBe(source.available - spent)
      expect(source.left).toBeGreaterThanOrEqual(0)
      expect(source.reason === null).toBe(source.left === 0)
    }
    const { client } = await restart(app)
    expect((await client.plan.lines({})).map((line) => line.funded)).toEqual(report.lines.map((line) => line.funded))
    const before = await client.history.steps({})
    expect(await outcome(client)).toMatchObject({ changed: 0, report: { status: 'optimal', lines: report.lines } })
    expect(await client.history.steps({})).toEqual(before)
    await client.plan.edit({ edits: [{ what: 'cell', line: report.lines.find(({ funded }) => funded > 0)?.id ?? '', source: 'DDS', amount: 0 }] })
    expect((await outcome(client))?.changed).toBeGreaterThan(0)
    expect((await client.history.steps({})).steps[0]?.name).toBe('allocate')
    expect((await client.plan.summary({})).funded).toBe(report.lines.reduce((total, line) => total + line.funded, 0))
  })

  it('does not put its answer in place of what was changed while it was reckoned', async () => {
    const { client } = await withMoney({ DDS: 60_000_000 })
    const food = await lineFollowing(client, 'stunted', 'food')
    const changing = async () => {
      for await (const event of await client.allocation.run({})) {
        if (event.event === 'progress' && event.phase === 'solve') await client.plan.edit({ edits: [{ what: 'cell', line: food.id, source: 'DDS', units: 3, locked: true }] })
      }
    }
    expect(await errorOf(changing())).toMatchObject({ code: 'proposal_outdated', defined: true })
    expect(await lineFollowing(client, 'stunted', 'food')).toMatchObject({ fundedUnits: 3 })
  })

  it('gives the same answer to the same question', async () => {
    const { client } = await withMoney({ DDS: 73_000_000, ADD: 11_000_000, PBH: 3_000_000 })
    const first = await allocate(client)
    expect(await allocate(client)).toEqual(first)
  })

  it('keeps locked cells, and says what cannot hold together without changing anything', async () => {
    const { client } = await withMoney({ DDS: 60_000_000, ADD: 20_000_000 })
    const line = await lineFollowing(client, 'stunted', 'food')
    expect(await client.allocation.setCell({ line: line.id, source: 'ADD', units: 5, locked: true })).toMatchObject({ source: 'ADD', units: 5, amount: 12_000_000, locked: true })
    const report = await allocate(client)
    expect(report.lines.find((candidate) => candidate.id === line.id)?.bySource['ADD']).toBe(12_000_000)
    const before = await client.plan.lines({})
    await client.plan.setSource({ source: 'ADD', ceiling: 11_000_000 })
    const impossible = await allocate(client)
    expect(impossible.status).toBe('infeasible')
    expect(impossible.conflict.map((part) => part.kind)).toContain('lock')
    expect((await client.plan.lines({})).map((candidate) => candidate.bySource)).toEqual(before.map((candidate) => candidate.bySource))
  })

  it('works without any money: nothing is funded and every note is there', async () => {
    const { client } = await plannedVillage()
    const report = await allocate(client)
    expect(report.status).toBe('optimal')
    expect(report.lines.every((line) => line.funded === 0)).toBe(true)
    expect(report.findings.map((finding) => finding.code)).toContain('ceilings_missing')
  })

  it('stops when it is told to, and leaves the plan as it was', async () => {
    const { client } = await withMoney({ DDS: 60_000_000 })
    const stop = new AbortController()
    stop.abort()
    const before = await client.plan.lines({})
    const outcome = await allocate(client, 'tiered', stop.signal).then((report) => report.status, (error: unknown) => (error as Error).name)
    expect(['stopped', 'AbortError']).toContain(outcome)
    expect(await client.plan.lines({})).toEqual(before)
  })

  it('prefers many children to the worst case where it is asked to', async () => {
    const { client } = await withMoney({ DDS: 15_000_000 })
    const events = await collect(await client.allocation.run({ strategy: 'children' }))
    expect(events.map((event) => (event.event === 'done' ? event.report.status : event.phase))).toEqual(['prepare', 'solve', 'optimal'])
    // 11 × 924.000 of 15.000.000, all 11
    expect(events.at(-1)).toMatchObject({ report: { children: { groups: ['pmt_wasted'], reached: 11, of: 11, whole: true } } })
    expect((await allocate(client)).children).toBeUndefined()
  })
})

describe('allocation.setCell', () => {
  it('takes whole units or their amount, and refuses parts of a unit and more than is needed', async () => {
    const { client } = await withMoney({ DDS: 60_000_000 })
    const line = await lineFollowing(client, 'stunted', 'food')
    const cell = { line: line.id, source: 'DDS' }
    expect(await client.allocation.setCell({ ...cell, amount: 4_800_000 })).toMatchObject({ units: 2, amount: 4_800_000, locked: false })
    expect(await errorOf(client.allocation.setCell({ ...cell, amount: 4_800_001 }))).toMatchObject({ code: 'amount_invalid', defined: true })
    expect(await errorOf(client.allocation.setCell({ ...cell, units: 13 }))).toMatchObject({ code: 'units_exceed_need', data: { units: 13, needed: 12 } })
    expect(await errorOf(client.allocation.setCell({ line: line.id, source: 'XYZ', units: 1 }))).toMatchObject({ code: 'source_unknown' })
    expect(await errorOf(client.allocation.setCell({ line: 'tidak-ada', source: 'DDS', units: 1 }))).toMatchObject({ code: 'line_not_found' })
    await client.allocation.setCell({ ...cell, units: 0 })
    expect((await lineFollowing(client, 'stunted', 'food')).bySource).toEqual({})
  })
})

describe('lines of one bundle', () => {
  it('are parted where a count is missing and they remember different figures', async () => {
    const { client } = await withMoney({ DDS: 60_000_000 })
    const [first, second] = (await client.plan.lines({})).filter((line) => line.activity === 'Kelas ibu hamil')
    for (const [line, count] of [[first, 4], [second, 3]] as const) {
      await client.plan.setLine({ line: line?.id ?? '', count })
      await client.plan.setLine({ line: line?.id ?? '', driver: 'lactating' })
    }
    expect((await client.plan.lines({})).filter((line) => line.stale).map((line) => line.units)).toEqual([4, 3])
    expect((await allocate(client)).status).toBe('optimal')
  })
})
