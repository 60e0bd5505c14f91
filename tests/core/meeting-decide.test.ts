import { describe, expect, it } from 'vitest'
import { contentFaults } from '#core/db/content.ts'
import { errorOf, lineFollowing, plannedVillage, restart } from '#tests/support/app.ts'
import { dump } from '#tests/support/dump.ts'
import { cadres, children, choose, FACTS, itemOf, sampleVillage } from '#tests/support/meeting.ts'
import { fundedVillage, runScenario } from '#tests/support/scenario.ts'

describe('meeting.preview', () => {
  it('solves the choice with the whole plan and writes nothing: a dearer help takes the months of others', async () => {
    const { client, session } = await sampleVillage()
    const meeting = await client.meeting.start(FACTS)
    const before = dump(session.db)
    const item = children(meeting)
    expect(await client.meeting.preview({ item: item.id, choice: choose(item, 12) })).toMatchObject({ status: 'same', effect: { helps: [] } })
    const dear = await client.meeting.preview({ item: item.id, choice: choose(item, 12, 300_000) })
    expect(dear).toMatchObject({ status: 'possible', effect: { own: { units: 12, funded: 300_000 * 16 * 12 } } })
    expect(dear.effect.helps.some(({ change }) => change === 'worse')).toBe(true)
    expect(dear.effect.totals.after.need - dear.effect.totals.before.need).toBe(150_000 * 16 * 12)
    const less = await client.meeting.preview({ item: item.id, choice: choose(item, 9) })
    expect(less.effect.people.find(({ group }) => group === 'stunted')).toMatchObject({ before: { reached: 16, total: 16, time: { given: 12, needed: 12 } }, after: { time: { given: 9, needed: 12 } }, change: 'worse' })
    expect(less.effect.own).toMatchObject({ units: 9, funded: 150_000 * 16 * 9 })
    // nobody can pay this: it shows how far the money reaches
    const beyond = await client.meeting.preview({ item: item.id, choice: choose(item, 12, 2_000_000) })
    expect(beyond.status).toBe('beyond')
    expect(beyond.effect.own?.units).toBeLessThan(12)
    expect(await errorOf(client.meeting.decide({ item: item.id, outcome: 'agreed', choice: choose(item, 12, 2_000_000) }))).toMatchObject({ code: 'meeting_choice_impossible', defined: true })
    const plan = itemOf(meeting, ({ kind }) => kind === 'plan')
    const [, scenario] = plan.plans
    expect(await client.meeting.preview({ item: plan.id, choice: { what: 'plan', scenario: scenario?.scenario ?? '', name: scenario?.name ?? '' } })).toMatchObject({ status: 'possible' })
    expect(await client.meeting.preview({ item: plan.id, choice: { what: 'plan', scenario: null, name: '' } })).toMatchObject({ status: 'same' })
    expect(dump(session.db)).toBe(before)
    expect(await errorOf(client.meeting.preview({ item: 'x', choice: { what: 'words' } }))).toMatchObject({ code: 'meeting_item_not_found' })
    const stop = new AbortController()
    const running = client.meeting.preview({ item: item.id, choice: choose(item, 11, 200_000) }, { signal: stop.signal })
    stop.abort()
    expect(await running.then(({ status }) => status, () => 'stopped')).toBe('stopped')
  })
})

describe('meeting.decide, object, finish', () => {
  it('takes over what is agreed, keeps to it in what follows, and each step is taken back alone', async () => {
    const { client, session } = await sampleVillage()
    let meeting = await client.meeting.start({ ...FACTS, questions: ['Di mana kelas ibu hamil?'] })
    const first = dump(session.db)
    meeting = await client.meeting.decide({ item: children(meeting).id, outcome: 'agreed', choice: choose(children(meeting), 9, 200_000), proposer: 'Kader posyandu', votes: { for: 30, against: 2, abstained: 1 } })
    expect(children(meeting)).toMatchObject({ outcome: 'agreed', proposer: 'Kader posyandu', votes: { for: 30, against: 2, abstained: 1 }, effect: { own: { units: 9, funded: 28_800_000 } } })
    const food = await lineFollowing(client, 'stunted', 'food')
    expect(food).toMatchObject({ unitPrice: 200_000, fundedUnits: 9, priceBasis: { source: 'Kesepakatan rembuk', date: '2026-11-21' } })
    expect((await client.history.steps({ limit: 1 })).steps).toMatchObject([{ name: 'meeting_agree', words: { number: 1 } }])
    const second = dump(session.db)
    // the cadres get fewer than are locked: the lock gives way to what is agreed, the nine months stay
    meeting = await client.meeting.decide({ item: cadres(meeting).id, outcome: 'agreed', choice: choose(cadres(meeting), 12), note: 'Bergilir' })
    expect(await lineFollowing(client, 'cadre')).toMatchObject({ fundedUnits: 12, locked: [] })
    expect(await lineFollowing(client, 'stunted', 'food')).toMatchObject({ fundedUnits: 9, unitPrice: 200_000 })
    const third = dump(session.db)
    await client.history.undo({})
    expect(dump(session.db)).toBe(second)
    await client.history.redo({})
    expect(dump(session.db)).toBe(third)
    for (const state of [second, first]) {
      await client.history.undo({})
      expect(dump(session.db)).toBe(state)
    }
    await client.history.redo({})
    expect(dump(session.db)).toBe(second)
    // an agreement about a help can be taken again, or back
    meeting = await client.meeting.decide({ item: children(meeting).id, outcome: 'deferred', note: 'Menunggu pagu', proposer: 'BPD' })
    expect(children(meeting)).toMatchObject({ outcome: 'deferred', choice: null, effect: null, note: 'Menunggu pagu', votes: null })
    expect(await lineFollowing(client, 'stunted', 'food')).toMatchObject({ unitPrice: 150_000, fundedUnits: 12 })
    expect(contentFaults(session.db)).toEqual([])
  })

  it('records opinions, ends as one step with the version of its stage and what was agreed locked, over a restart', async () => {
    const app = await fundedVillage()
    let { client } = app
    let meeting = await client.meeting.start({ ...FACTS, questions: ['Siapa yang belanja?'] })
    await client.meeting.object({ item: children(meeting).id, by: 'Wakil RT', text: 'Sebaiknya sembako.' })
    meeting = await client.meeting.decide({ item: children(meeting).id, outcome: 'agreed', choice: choose(children(meeting), 6) })
    const last = itemOf(meeting, ({ kind }) => kind === 'question')
    meeting = await client.meeting.decide({ item: last.id, outcome: 'agreed', note: 'Kader bergilir' })
    meeting = await client.meeting.ask({ text: 'Kapan laporan pertama?' })
    expect(await client.meeting.change({ attended: 42, leader: 'Kepala Desa' })).toMatchObject({ attended: 42, leader: 'Kepala Desa', place: 'Balai desa' })
    client = (await restart(app)).client
    expect(await client.meeting.show({})).toMatchObject({ number: 1, finishedAt: null, attended: 42 })
    const ended = await client.meeting.finish({ by: 'Pimpinan rembuk' })
    expect(ended).toMatchObject({ version: 1, finishedAt: expect.stringContaining('2026-11-21') })
    expect((await client.version.list({})).versions).toMatchObject([{ number: 1, stage: 'rembuk', madeBy: 'Pimpinan rembuk', funded: ended.after.funded }])
    expect(await lineFollowing(client, 'stunted', 'food')).toMatchObject({ fundedUnits: 6, locked: [expect.any(String)] })
    const record = await client.meeting.record({})
    expect(record).toMatchObject({ number: 1, finished: true, leader: 'Kepala Desa', attended: 42 })
    expect(record.decisions.map(({ outcome }) => outcome)).toEqual(expect.arrayContaining(['agreed', 'open']))
    const said = record.decisions.find(({ opinions }) => opinions.length > 0)
    expect(said).toMatchObject({
      question: 'Berapa bantuan per balita sasaran setiap bulan, dan berapa bulan?', outcome: 'agreed', opinions: [{ by: 'Wakil RT', text: 'Sebaiknya sembako.' }], votes: null,
      decision: expect.stringMatching(/^Rp150\.000 per balita sasaran setiap bulan, 6 bulan: Rp14\.400\.000 dari /),
    })
    expect((await client.meeting.record({ language: 'en' })).decisions.find(({ opinions }) => opinions.length > 0)?.question).toBe('How much help for each of the target children per month, and for how many months?')
    expect(await errorOf(client.meeting.decide({ item: last.id, outcome: 'deferred' }))).toMatchObject({ code: 'meeting_finished', data: { number: 1 }, defined: true })
    expect(await errorOf(client.meeting.finish({ by: 'x' }))).toMatchObject({ code: 'meeting_finished' })
    // what the meeting left stays what it left, whatever becomes of the plan; who came may be counted afterwards
    const food = await lineFollowing(client, 'stunted', 'food')
    await client.plan.setLine({ line: food.id, price: 120_000 })
    expect(await client.meeting.show({})).toMatchObject({ after: ended.after })
    expect(await client.meeting.record({})).toMatchObject({ after: record.after, decisions: record.decisions })
    expect(await client.meeting.change({ attended: 45 })).toMatchObject({ attended: 45 })
    for (let step = 0; step < 3; step += 1) await client.history.undo({})
    expect(await client.meeting.show({})).toMatchObject({ finishedAt: null, version: null })
    expect((await client.version.list({})).versions).toEqual([])
  })

  it('takes a scenario over as the plan with the agreements that stand, and only undo gives it back', async () => {
    const { client, session } = await sampleVillage()
    await client.scenario.save({ name: 'Dana Desa turun', overrides: { ceilings: [{ source: 'DDS', kind: 'amount', amount: 240_000_000 }] } })
    let meeting = await client.meeting.start(FACTS)
    meeting = await client.meeting.decide({ item: children(meeting).id, outcome: 'agreed', choice: choose(children(meeting), 8, 160_000) })
    const before = dump(session.db)
    const plan = itemOf(meeting, ({ kind }) => kind === 'plan')
    const scenario = plan.plans.find(({ name }) => name === 'Dana Desa turun')
    meeting = await client.meeting.decide({ item: plan.id, outcome: 'agreed', choice: { what: 'plan', scenario: scenario?.scenario ?? '', name: scenario?.name ?? '' } })
    expect((await client.scenario.list({})).map(({ name }) => name)).toEqual(['Turun seperti 2025'])
    expect((await client.plan.sources({})).find(({ code }) => code === 'DDS')).toMatchObject({ ceiling: 240_000_000 })
    expect(await lineFollowing(client, 'stunted', 'food')).toMatchObject({ fundedUnits: 8, unitPrice: 160_000 })
    expect(await errorOf(client.meeting.decide({ item: plan.id, outcome: 'deferred' }))).toMatchObject({ code: 'meeting_item_settled', defined: true })
    await client.history.undo({})
    expect(dump(session.db)).toBe(before)
  })

  it('keeps what the last division protected, but for what it decides on itself, and remembers it', async () => {
    const { client } = await fundedVillage({ DDS: 60_000_000, ADD: 40_000_000 })
    await client.scenario.save({ name: 'Lindungi kader', overrides: { ceilings: [{ source: 'DDS', kind: 'amount', amount: 30_000_000 }, { source: 'ADD', kind: 'amount', amount: 32_000_000 }], protect: { groups: ['cadre'] } } })
    await runScenario(client, 'Lindungi kader')
    await client.scenario.adopt({ scenario: 'Lindungi kader' })
    const pay = await lineFollowing(client, 'cadre', 'cadre_incentive')
    const held = (await client.allocation.division({}))?.lines ?? []
    expect(held).toContain(pay.id)
    let meeting = await client.meeting.start(FACTS)
    // a higher price takes from others, never from whom the plan protects
    const dearer = choose(children(meeting), children(meeting).dial?.units.now ?? 0, 175_000)
    expect(await client.meeting.preview({ item: children(meeting).id, choice: dearer })).toMatchObject({ status: 'possible', held: expect.arrayContaining([pay.description]) })
    meeting = await client.meeting.decide({ item: children(meeting).id, outcome: 'agreed', choice: dearer })
    expect(await lineFollowing(client, 'cadre', 'cadre_incentive')).toMatchObject({ fundedUnits: pay.fundedUnits, locked: [], coverageTargetBp: null })
    expect(await client.allocation.division({})).toMatchObject({ lines: held, released: 0 })
    // the meeting itself may give them less: then nothing holds them
    await client.meeting.decide({ item: cadres(meeting).id, outcome: 'agreed', choice: choose(cadres(meeting), pay.fundedUnits - 1) })
    expect((await client.allocation.division({}))?.lines).not.toContain(pay.id)
    expect((await lineFollowing(client, 'cadre', 'cadre_incentive')).fundedUnits).toBe(pay.fundedUnits - 1)
  })

  it('puts right what is against a rule by dividing anew, and keeps no version where a later stage is locked', async () => {
    const { client } = await plannedVillage()
    await client.plan.setSource({ source: 'DDS', ceiling: 20_000_000 })
    const food = await lineFollowing(client, 'stunted', 'food')
    await client.allocation.setCell({ line: food.id, source: 'DDS', units: 12 })
    let meeting = await client.meeting.start(FACTS)
    const breach = itemOf(meeting, ({ kind }) => kind === 'breach')
    expect(breach).toMatchObject({ words: { finding: { code: 'overspent' } }, gone: false })
    meeting = await client.meeting.decide({ item: breach.id, outcome: 'agreed', choice: { what: 'breach', repair: true } })
    expect((await client.plan.sources({})).every(({ left }) => left >= 0)).toBe(true)
    expect(itemOf(meeting, ({ id }) => id === breach.id)).toMatchObject({ outcome: 'agreed', gone: true })
    const { number } = await client.version.make({ stage: 'rkp', by: 'Sekdes', why: 'Perdes' })
    await client.version.lock({ version: String(number), by: 'Kepala Desa' })
    expect(await client.meeting.finish({ by: 'Ketua BPD' })).toMatchObject({ version: null, finishedAt: expect.any(String) })
    expect(await client.meeting.start(FACTS)).toMatchObject({ number: 2 })
  })
})
