import { describe, expect, it } from 'vitest'
import type { AppClient } from '#core/app.ts'
import type { PlanEditInput } from '#shared/contract/plan.ts'
import { allocate, errorOf, lineFollowing, newApp, plannedVillage, restart } from '#tests/support/app.ts'

const stepNames = async (client: AppClient) => (await client.history.steps({})).steps.map((step) => step.name)
const refusals = (answer: Awaited<ReturnType<AppClient['plan']['edit']>>) => answer.refused.map(({ edit, code }) => [edit, code])

describe('plan.edit', () => {
  it('takes many cells as one step, answers what they became, and one undo takes them all back, also after a restart', async () => {
    const app = await plannedVillage()
    const { client } = app
    await client.plan.setSource({ source: 'DDS', ceiling: 100_000_000 })
    const before = await client.plan.lines({})
    const edits = before.filter((line) => line.units !== null && line.units > 0 && (line.unitCost ?? 0) > 0)
      .flatMap((line): PlanEditInput[] => [{ what: 'price', line: line.id, value: line.unitPrice + 1_000 }, { what: 'cell', line: line.id, source: 'DDS', units: 1 }])
    const answer = await client.plan.edit({ edits })
    expect(answer).toMatchObject({ applied: true, refused: [] })
    expect(answer.lines.length).toBe(edits.length / 2)
    const after = await client.plan.lines({})
    expect(answer.lines).toEqual(after.filter((line) => answer.lines.some(({ id }) => id === line.id)))
    expect(answer.sources).toEqual(await client.plan.sources({}))
    const { findings: _, ...strip } = await client.plan.summary({})
    expect(answer.summary).toEqual(strip)
    expect((await stepNames(client))[0]).toBe('edit')
    const again = await restart(app)
    await again.client.history.undo({})
    expect(await again.client.plan.lines({})).toEqual(before)
  })

  it('refuses everything where one cannot be taken, says why for each, and a dry run writes nothing at all', async () => {
    const { client } = await plannedVillage()
    const food = await lineFollowing(client, 'stunted', 'food')
    const steps = await stepNames(client)
    const answer = await client.plan.edit({
      edits: [
        { what: 'price', line: food.id, value: 200_000 },
        { what: 'cell', line: food.id, source: 'DDS', amount: 3_200_001 },
        { what: 'cell', line: food.id, source: 'ADD', units: 13 },
        { what: 'cell', line: food.id, source: 'XYZ', units: 1 },
        { what: 'cell', line: 'tidak-ada', source: 'DDS', units: 1 },
        { what: 'name', activity: 'tidak-ada', text: 'x' },
        { what: 'quantity', line: food.id, index: 7, n: 1 },
      ],
    })
    expect(answer).toMatchObject({ applied: false, lines: [], summary: null })
    expect(refusals(answer)).toEqual([[1, 'not_whole_units'], [2, 'above_need'], [3, 'source_unknown'], [4, 'line_not_found'], [5, 'activity_not_found'], [6, 'quantity_not_found']])
    expect(answer.refused[0]?.amounts).toEqual({ unitCost: 3_200_000, below: 3_200_000, above: 6_400_000 })
    expect(await client.plan.edit({ edits: [{ what: 'price', line: food.id, value: 1 }], dryRun: true })).toMatchObject({ applied: false, refused: [] })
    expect(await stepNames(client)).toEqual(steps)
    expect((await lineFollowing(client, 'stunted', 'food')).unitPrice).toBe(150_000)
  })

  it('proposes for a cell only what the need has room for beside the other sources', async () => {
    const { client } = await plannedVillage()
    const food = await lineFollowing(client, 'stunted', 'food')
    const most = async (source: string, amount: number) => (await client.plan.edit({ edits: [{ what: 'cell', line: food.id, source, amount }], dryRun: true })).refused.map(({ code, amounts }) => [code, amounts])
    expect(await most('DDS', 500_000_000)).toEqual([['above_need', { given: 500_000_000, needed: 28_800_000, most: 28_800_000 }]])
    expect(await most('DDS', 31_200_000)).toEqual([['above_need', { given: 31_200_000, needed: 28_800_000, most: 28_800_000 }]])
    await client.plan.edit({ edits: [{ what: 'cell', line: food.id, source: 'DDS', units: 11 }] })
    expect(await most('ADD', 3_000_000)).toEqual([['above_need', { given: 29_400_000, needed: 28_800_000, most: 2_400_000 }]])
    expect(await most('ADD', 1_000_000)).toEqual([['not_whole_units', { unitCost: 2_400_000, below: 0, above: 2_400_000 }]])
    await client.plan.edit({ edits: [{ what: 'cell', line: food.id, source: 'ADD', amount: 2_400_000 }] })
    expect(await most('PBH', 1)).toEqual([['above_need', { given: 28_800_001, needed: 28_800_000, most: 0 }]])
  })

  it('reckons cells at the price and count of the same edit; money stays whole units', async () => {
    const { client } = await plannedVillage()
    const food = await lineFollowing(client, 'stunted', 'food')
    const { lines: [line] } = await client.plan.edit({ edits: [{ what: 'cell', line: food.id, source: 'DDS', amount: 3_200_000 }, { what: 'price', line: food.id, value: 200_000 }] })
    expect(line).toMatchObject({ unitPrice: 200_000, priceBasis: { source: 'diketik', confidence: 'B' }, fundedUnits: 1, funded: 3_200_000, bySource: { DDS: 3_200_000 } })
    const typed = await client.plan.edit({ edits: [{ what: 'price', line: food.id, value: 210_000, basis: '=7*30rb' }] })
    expect(typed.lines[0]).toMatchObject({ unitPrice: 210_000, priceBasis: { source: '=7*30rb' } })
  })

  it('keeps what money was typed as, in the step of the money; a lock and a restart leave it, other money ends it, undo brings it back', async () => {
    const app = await plannedVillage()
    const { client } = app
    const food = await lineFollowing(client, 'stunted', 'food')
    const typed = async (of = client) => (await of.plan.lines({})).find(({ id }) => id === food.id)?.typed
    const cell = { what: 'cell' as const, line: food.id, source: 'DDS' }
    const { lines: [line] } = await client.plan.edit({ edits: [{ ...cell, amount: 21_600_000, basis: '=16*150rb*9' }] })
    const sum = { DDS: { text: '=16*150rb*9', date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string } }
    expect(line?.typed).toEqual(sum)
    expect((await stepNames(client))[0]).toBe('cell')
    await client.plan.edit({ edits: [{ ...cell, locked: true }] })
    expect(await typed()).toEqual(sum)
    await client.plan.edit({ edits: [{ what: 'price', line: food.id, value: 160_000 }] })
    expect(await typed()).toEqual({})
    await client.history.undo({})
    expect(await typed()).toEqual(sum)
    await client.plan.edit({ edits: [{ ...cell, units: 8 }] })
    await client.plan.edit({ edits: [{ ...cell, units: 9 }] })
    expect(await typed()).toEqual({})
    await client.history.undo({})
    await client.history.undo({})
    const again = await restart(app)
    expect(await typed(again.client)).toEqual(sum)
    await again.client.plan.removeActivity({ activity: food.activityId })
    expect((await again.client.history.undo({})).step.name).toBe('remove_activity')
    expect(await typed(again.client)).toEqual(sum)
    for (let step = 0; step < 2; step += 1) await again.client.history.undo({})
    expect(await typed(again.client)).toEqual({})
    await again.client.history.redo({})
    expect(await typed(again.client)).toEqual(sum)
  })

  it('arithmetic typed over the same amount is a step of its own; of several in one edit the last of a cell counts', async () => {
    const { client } = await plannedVillage()
    const food = await lineFollowing(client, 'stunted', 'food')
    const cell = { what: 'cell' as const, line: food.id, source: 'DDS' }
    await client.plan.edit({ edits: [{ ...cell, amount: 4_800_000 }] })
    const { lines: [line] } = await client.plan.edit({ edits: [{ ...cell, amount: 4_800_000, basis: '=4*1,2jt' }, { ...cell, amount: 4_800_000, basis: '=2*2,4jt' }] })
    expect(line?.typed['DDS']?.text).toBe('=2*2,4jt')
    await client.history.undo({})
    expect((await lineFollowing(client, 'stunted', 'food')).bySource).toEqual({ DDS: 4_800_000 })
  })

  it('types a number in place of a count, and leaves a count that is typed as it stands', async () => {
    const { client } = await plannedVillage()
    const food = await lineFollowing(client, 'stunted', 'food')
    const index = food.quantities.findIndex((quantity) => 'driver' in quantity)
    const same = await client.plan.edit({ edits: [{ what: 'quantity', line: food.id, index, n: 16 }] })
    expect(same.lines).toEqual([])
    const typed = await client.plan.edit({ edits: [{ what: 'quantity', line: food.id, index, n: 10 }] })
    expect(typed.lines[0]?.quantities[index]).toMatchObject({ n: 10, now: 10 })
  })

  it('remembers what a typed number stands in place of, and follows it again', async () => {
    const { client } = await plannedVillage()
    const food = await lineFollowing(client, 'stunted', 'food')
    expect(food.override).toBeNull()
    const typed = await client.plan.edit({ edits: [{ what: 'quantity', line: food.id, index: 0, n: 20 }] })
    expect(typed.lines[0]?.override).toEqual({ index: 0, driver: 'stunted', shareBp: 10_000, wouldBe: 16 })
    const follow = { what: 'follow' as const, line: food.id, index: 0, driver: 'stunted' as const }
    const again = await client.plan.edit({ edits: [{ what: 'description', line: food.id, text: 'Telur dan susu' }, follow] })
    expect(again.lines[0]).toMatchObject({ override: null, need: food.need, quantities: food.quantities })
    expect(refusals(await client.plan.edit({ edits: [follow] }))).toEqual([[0, 'follows_already']])
    expect(refusals(await client.plan.edit({ edits: [{ ...follow, index: 9 }] }))).toEqual([[0, 'quantity_not_found']])
    const renamed = await client.plan.edit({ edits: [{ what: 'quantity', line: food.id, index: 0, n: 3 }] })
    expect(renamed.lines[0]?.override).toMatchObject({ index: 0, driver: 'stunted' })
  })

  it('changes units, what a line is cut by and its coverage target; money stays the same rupiah or the cut is refused', async () => {
    const { client } = await plannedVillage()
    const food = await lineFollowing(client, 'stunted', 'food')
    expect(food).toMatchObject({ cutBy: 1, unitCost: 2_400_000 })
    await client.plan.edit({ edits: [{ what: 'cell', line: food.id, source: 'DDS', units: 9 }, { what: 'unit', line: food.id, index: 0, text: ' balita ' }, { what: 'target', line: food.id, bp: 7_500 }] })
    const { lines: [cut] } = await client.plan.edit({ edits: [{ what: 'cut', line: food.id, by: 0 }] })
    expect(cut).toMatchObject({ cutBy: 0, unitCost: 1_800_000, units: 16, fundedUnits: 12, funded: 21_600_000, coverageTargetBp: 7_500 })
    expect(cut?.quantities[0]).toMatchObject({ unit: 'balita', driver: 'stunted' })
    const whole = await client.plan.edit({ edits: [{ what: 'cut', line: food.id, by: null }] })
    expect(whole.refused).toEqual([{ edit: 0, code: 'not_whole_units', amounts: { unitCost: 28_800_000, below: 0, above: 28_800_000 } }])
    expect(refusals(await client.plan.edit({ edits: [{ what: 'cut', line: food.id, by: 5 }] }))).toEqual([[0, 'quantity_not_found']])
    await client.plan.edit({ edits: [{ what: 'target', line: food.id, bp: null }] })
    expect((await lineFollowing(client, 'stunted', 'food')).coverageTargetBp).toBeNull()
  })

  it('locks without money, empties with zero, and names what it did', async () => {
    const { client } = await plannedVillage()
    const food = await lineFollowing(client, 'stunted', 'food')
    await client.plan.edit({ edits: [{ what: 'cell', line: food.id, source: 'ADD', units: 2 }] })
    expect((await client.plan.edit({ edits: [{ what: 'cell', line: food.id, source: 'ADD', locked: true }] })).lines[0]).toMatchObject({ locked: ['ADD'], bySource: { ADD: 4_800_000 } })
    expect((await client.plan.edit({ edits: [{ what: 'cell', line: food.id, source: 'ADD', locked: false, amount: 0 }] })).lines[0]).toMatchObject({ locked: [], bySource: {} })
    await client.plan.edit({ edits: [{ what: 'name', activity: food.activityId, text: 'Makanan' }] })
    expect((await stepNames(client)).slice(0, 4)).toEqual(['activity', 'cell', 'lock', 'cell'])
    expect((await client.plan.activities({}))).toContainEqual(expect.objectContaining({ id: food.activityId, name: 'Makanan' }))
  })

  it('says what leaves the exact range instead of rounding it', async () => {
    const { client } = await plannedVillage()
    const food = await lineFollowing(client, 'stunted', 'food')
    expect(refusals(await client.plan.edit({ edits: [{ what: 'price', line: food.id, value: Number.MAX_SAFE_INTEGER }] }))).toEqual([[0, 'out_of_range']])
    expect(refusals(await client.plan.edit({ edits: [{ what: 'price', line: food.id, value: 0 }, { what: 'cell', line: food.id, source: 'DDS', amount: 5 }] }))).toEqual([[1, 'price_missing']])
    const lines = (await client.plan.lines({})).filter((line) => line.units === 1 && line.quantities.length === 1)
    const huge = Math.floor(Number.MAX_SAFE_INTEGER / 2)
    const answer = await client.plan.edit({ edits: lines.slice(0, 3).map((line) => ({ what: 'price' as const, line: line.id, value: huge })) })
    expect(answer).toMatchObject({ applied: false })
    expect(new Set(answer.refused.map(({ code }) => code))).toEqual(new Set(['out_of_range']))
  })
})

describe('plan.moveActivity', () => {
  it('puts an activity before another and into its tier as one step; null puts it last of its tier', async () => {
    const { client } = await plannedVillage()
    const before = await client.plan.activities({})
    const [first, second, third] = before
    await client.plan.moveActivity({ activity: third?.id ?? '', before: first?.id ?? '' })
    expect((await client.plan.activities({})).slice(0, 3).map(({ id }) => id)).toEqual([third?.id, first?.id, second?.id])
    await client.history.undo({})
    expect(await client.plan.activities({})).toEqual(before)
    const lower = before.find(({ tier }) => tier === 3)
    expect(await client.plan.moveActivity({ activity: first?.id ?? '', before: lower?.id ?? '' })).toMatchObject({ tier: 3 })
    const last = await client.plan.moveActivity({ activity: first?.id ?? '', before: null })
    expect(last.order.at(-1)).toBe(first?.id)
    expect(await errorOf(client.plan.moveActivity({ activity: 'tidak-ada', before: null }))).toMatchObject({ code: 'activity_not_found' })
  })
})

describe('allocation.propose and allocation.adopt', () => {
  const proposal = async (client: AppClient) => {
    for await (const event of await client.allocation.propose({})) if (event.event === 'done') return event.report
    throw new Error('no report')
  }

  it('shows the answer without writing it, and adopts exactly that as one step', async () => {
    const { client } = await plannedVillage()
    await client.plan.setSource({ source: 'DDS', ceiling: 60_000_000 })
    const before = await client.plan.lines({})
    const report = await proposal(client)
    expect(report.status).toBe('optimal')
    expect(await client.plan.lines({})).toEqual(before)
    expect((await client.allocation.adopt({})).changed).toBeGreaterThan(0)
    const after = await client.plan.lines({})
    expect(after.map(({ id, funded, bySource }) => ({ id, funded, bySource }))).toEqual(report.lines.map(({ id, funded, bySource }) => ({ id, funded, bySource })))
    const same = await plannedVillage()
    await same.client.plan.setSource({ source: 'DDS', ceiling: 60_000_000 })
    expect((await allocate(same.client)).sources).toEqual(report.sources)
    await client.history.undo({})
    expect(await client.plan.lines({})).toEqual(before)
  })

  it('refuses to adopt what was reckoned from another plan, twice, or before anything was proposed', async () => {
    const { client } = await plannedVillage()
    expect(await errorOf(client.allocation.adopt({}))).toMatchObject({ code: 'proposal_outdated', defined: true })
    await client.plan.setSource({ source: 'DDS', ceiling: 60_000_000 })
    await proposal(client)
    await client.plan.setSource({ source: 'DDS', ceiling: 50_000_000 })
    expect(await errorOf(client.allocation.adopt({}))).toMatchObject({ code: 'proposal_outdated' })
    await proposal(client)
    await client.allocation.adopt({})
    expect(await errorOf(client.allocation.adopt({}))).toMatchObject({ code: 'proposal_outdated' })
    expect(await errorOf(newApp().client.allocation.adopt({}))).toMatchObject({ code: 'plan_missing' })
  })
})
