import { copyFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { type AppClient, createAppClient } from '#core/app.ts'
import { contentFaults } from '#core/db/content.ts'
import { openSession, type Session } from '#core/session.ts'
import type { MeetingItemView, MeetingView } from '#shared/contract/meeting.ts'
import { errorOf, lineFollowing, newApp, plannedVillage, restart } from '#tests/support/app.ts'
import { dump } from '#tests/support/dump.ts'
import { fundedVillage, runScenario } from '#tests/support/scenario.ts'
import { fixedPorts, temporaryFolder } from '#tests/support/workspace.ts'

const FACTS = { heldOn: '2026-11-21', place: 'Balai desa', leader: 'Ketua BPD', attended: null }

const open: Session[] = []
afterEach(() => {
  for (const session of open.splice(0)) session.close()
})

/** The sample village as an older program left it: a real by-name list, an allocation, a scenario. */
async function sampleVillage(): Promise<{ client: AppClient; session: Session }> {
  const file = path.join(temporaryFolder(), 'desa.rembuk')
  copyFileSync(path.join(import.meta.dirname, '../fixtures/workspace-v4.rembuk'), file)
  const session = await openSession(file, fixedPorts())
  open.push(session)
  return { client: createAppClient(session), session }
}

function itemOf(meeting: MeetingView, wanted: (item: MeetingItemView) => boolean): MeetingItemView {
  const found = meeting.items.find(wanted)
  if (!found) throw new Error(`no such point among ${meeting.items.map(({ kind, words }) => `${kind} ${words.name}`).join(', ')}`)
  return found
}
const children = (meeting: MeetingView) => itemOf(meeting, ({ words }) => words.why === 'children')
const cadres = (meeting: MeetingView) => itemOf(meeting, ({ words }) => words.why === 'cadres')
const choose = (item: MeetingItemView, units: number, price: number | null = null) => ({ what: 'help' as const, line: item.dial?.line ?? '', price, units })

describe('meeting.agenda, start, show, list', () => {
  it('asks what the plan leaves open: the scenario, the help for the children, the cadres, then the gaps', async () => {
    const { client } = await sampleVillage()
    const agenda = await client.meeting.agenda({})
    expect(agenda.items.map(({ kind, words }) => `${kind} ${words.why} ${words.name}`)).toEqual([
      'plan scenarios ', 'help children Bantuan makanan bergizi balita sasaran', 'help cadres Insentif kader posyandu', 'help gap Jamban sehat keluarga balita sasaran', 'help gap PMT penyuluhan hari posyandu', 'help gap Alat ukur antropometri',
    ])
    expect(agenda).toMatchObject({ lines: 10, ceilings: 4, scenarios: 1 })
    expect(await client.meeting.show({})).toBeNull()
    const meeting = await client.meeting.start({ ...FACTS, points: agenda.items.filter(({ kind }) => kind === 'help').map(({ kind, subject }) => ({ kind, subject })), questions: ['Di mana kelas ibu hamil?'] })
    expect(meeting).toMatchObject({ number: 1, finishedAt: null, place: 'Balai desa', village: 'Kalipucung', at: 0, before: meeting.after })
    expect(meeting.items.map(({ position, kind }) => `${position} ${kind}`)).toEqual(['1 help', '2 help', '3 help', '4 help', '5 help', '6 question'])
    expect(children(meeting).dial).toMatchObject({
      shape: 'monthly', price: { now: 150_000, min: 75_000, max: 300_000, step: 5_000, per: 'anak' }, units: { now: 12, needed: 12, max: 12, unit: 'bulan', hidden: false }, factor: 16, rest: 0, people: 16,
      reference: [{ of: 'before', price: 150_000, units: 12, unit: 'bulan', people: 16 }],
    })
    expect(await client.meeting.list({})).toMatchObject([{ number: 1, items: 6, agreed: 0, deferred: 0 }])
    expect(await errorOf(client.meeting.start(FACTS))).toMatchObject({ code: 'meeting_open', data: { number: 1 }, defined: true })
    await client.workspace.setSetting({ key: 'meeting-at', value: `${meeting.id}:3` })
    expect(await client.meeting.show({ meeting: '1' })).toMatchObject({ at: 3 })
    expect(await errorOf(client.meeting.show({ meeting: '9' }))).toMatchObject({ code: 'meeting_missing' })
    // where the screen stands is no step: the start is what is taken back
    expect(await client.history.undo({})).toMatchObject({ step: { name: 'meeting_start' } })
    expect(await client.meeting.show({})).toBeNull()
  })

  it('takes the points in the order of its chair, own questions among them, and puts them in another while it goes on', async () => {
    const { client, session } = await sampleVillage()
    const { items } = await client.meeting.agenda({})
    const points = items.filter(({ kind }) => kind === 'help').map(({ kind, subject }) => ({ kind, subject }))
    const [first, second] = points
    if (!first || !second) throw new Error('two helps are needed')
    expect(await errorOf(client.meeting.start({ ...FACTS, points: [{ kind: 'question', subject: 'NIK 3505070101230001' }] }))).toMatchObject({ code: 'text_names_somebody' })
    const started = await client.meeting.start({ ...FACTS, points: [second, { kind: 'question', subject: 'Di mana kelas ibu hamil?' }, first, second], questions: ['Kapan laporan?'] })
    const told = (meeting: MeetingView) => meeting.items.map(({ position, subject, words }) => `${position} ${words.text ?? subject}`)
    expect(told(started)).toEqual([`1 ${second.subject}`, '2 Di mana kelas ibu hamil?', `3 ${first.subject}`, '4 Kapan laporan?'])
    const [a, b, c, d] = started.items.map(({ id }) => id)
    await client.meeting.decide({ item: c ?? '', outcome: 'deferred', note: 'Menunggu' })
    const before = dump(session.db)
    const moved = await client.meeting.arrange({ items: [d ?? '', c ?? ''] })
    expect(told(moved)).toEqual(['1 Kapan laporan?', `2 ${first.subject}`, `3 ${second.subject}`, '4 Di mana kelas ibu hamil?'])
    expect(moved.items[1]).toMatchObject({ id: c, outcome: 'deferred', note: 'Menunggu' })
    expect((await client.history.steps({ limit: 1 })).steps).toMatchObject([{ name: 'meeting_arrange', words: { number: 1 } }])
    // the same order again is no step
    await client.meeting.arrange({ items: [d ?? '', c ?? '', a ?? '', b ?? ''] })
    await client.history.undo({})
    expect(dump(session.db)).toBe(before)
    expect(await errorOf(client.meeting.arrange({ items: ['lain'] }))).toMatchObject({ code: 'meeting_item_not_found', defined: true })
    await client.meeting.finish({ by: 'Ketua BPD' })
    expect(await errorOf(client.meeting.arrange({ items: [d ?? ''] }))).toMatchObject({ code: 'meeting_finished', defined: true })
    expect(await errorOf(client.meeting.ask({ text: 'Lagi?' }))).toMatchObject({ code: 'meeting_finished', defined: true })
  })

  it('sets beside a help what last year had: of the version that became its budget, else of its plan', async () => {
    const { client } = await sampleVillage()
    const { plan } = await client.plan.summary({})
    await client.meeting.start({ ...FACTS, planId: plan.id })
    const lastYear = async () => children((await client.meeting.show({ planId: plan.id })) ?? { items: [] } as never).dial?.reference.filter(({ of }) => of === 'last_year')
    expect(await lastYear()).toEqual([])
    const before = await client.plan.create({ template: 'desa', fiscalYear: plan.fiscalYear - 1 })
    const food = (await client.plan.lines({ planId: before.plan })).find(({ description }) => description.startsWith('Makanan bergizi'))
    await client.plan.setLine({ planId: before.plan, line: food?.id ?? '', price: 100_000 })
    expect(await lastYear()).toEqual([{ of: 'last_year', year: plan.fiscalYear - 1, stage: null, price: 100_000, units: 12, unit: 'bulan', people: 14 }])
    for (const stage of ['rembuk', 'rkp', 'apbdes'] as const) {
      const { number } = await client.version.make({ planId: before.plan, stage, by: 'Sekdes', why: 'Perdes' })
      await client.version.lock({ planId: before.plan, version: String(number), by: 'Kepala Desa' })
    }
    await client.plan.setLine({ planId: before.plan, line: food?.id ?? '', price: 110_000 })
    expect(await lastYear()).toMatchObject([{ stage: 'apbdes', price: 100_000 }])
  })

  it('is not opened without a plan or a point; a question of its own is enough', async () => {
    const { client } = newApp()
    expect(await errorOf(client.meeting.agenda({}))).toMatchObject({ code: 'plan_missing' })
    await client.plan.create({ template: 'desa', fiscalYear: 2026 })
    expect(await client.meeting.agenda({})).toMatchObject({ ceilings: 0, scenarios: 0, funded: 0 })
    expect(await errorOf(client.meeting.start({ ...FACTS, points: [] }))).toMatchObject({ code: 'meeting_empty', defined: true })
    expect(await client.meeting.start({ ...FACTS, points: [], questions: ['Kapan mulai?'] })).toMatchObject({ items: [{ kind: 'question', dial: null }] })
  })

  it('names nobody: no name of a child, no NIK, no count below five; and refuses to take down an identity', async () => {
    const { client, session } = await sampleVillage()
    await client.caseload.setCount({ series: 'e-PPGBM Agustus 2026 (contoh)', group: 'pregnant_ced', count: 3 })
    const names = session.db.prepare('SELECT name, nik FROM child').all() as { name: string; nik: string | null }[]
    const food = await lineFollowing(client, 'stunted', 'food')
    await client.plan.setLine({ line: food.id, served: [{ by: 'MBG', units: 3, basis: 'surat', date: '2026-11-01' }] })
    let meeting = await client.meeting.start({ ...FACTS, questions: ['Siapa yang mengantar?'] })
    const { effect } = await client.meeting.preview({ item: children(meeting).id, choice: choose(children(meeting), 3, 300_000) })
    meeting = await client.meeting.decide({ item: children(meeting).id, outcome: 'agreed', choice: choose(children(meeting), 9) })
    const said = JSON.stringify([meeting, effect, await client.meeting.record({}), await client.meeting.agenda({})])
    expect(names.length).toBeGreaterThan(380)
    expect(names.filter(({ name, nik }) => said.includes(name) || (nik !== null && said.includes(nik)))).toEqual([])
    // what both hides is told as more or fewer, in the minutes too
    expect((await client.meeting.record({})).decisions.flatMap(({ effects }) => effects).filter((text) => /([^ ]+) menjadi \1$/.test(text))).toEqual([])
    expect(cadres(meeting).dial).toMatchObject({ shape: 'people', factor: 12, over: [{ n: 12, unit: 'bulan' }] })
    expect(children(meeting).dial?.served).toEqual([{ by: 'MBG', units: 'few', unit: 'anak' }])
    for (const { group, before, after } of effect.people) {
      for (const reach of [before, after]) for (const count of [reach?.reached, reach?.total]) expect([group, typeof count === 'number' && count > 0 && count < 5 && group !== 'development_cadre']).toEqual([group, false])
    }
    expect(said).not.toMatch(/balita stunting/i)
    const item = children(meeting).id
    expect(await errorOf(client.meeting.object({ item, by: 'Warga', text: 'NIK 3505 0701 0123 0001 tidak dapat' }))).toMatchObject({ code: 'text_names_somebody', defined: true })
    expect(await errorOf(client.meeting.decide({ item, outcome: 'deferred', note: '3505070101230001' }))).toMatchObject({ code: 'text_names_somebody' })
    expect(await errorOf(client.meeting.ask({ text: '3505070101230001' }))).toMatchObject({ code: 'text_names_somebody' })
  })
})

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
