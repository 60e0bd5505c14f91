import { describe, expect, it } from 'vitest'
import type { MeetingView } from '#shared/contract/meeting.ts'
import { errorOf, lineFollowing, newApp } from '#tests/support/app.ts'
import { dump } from '#tests/support/dump.ts'
import { cadres, children, choose, FACTS, sampleVillage } from '#tests/support/meeting.ts'

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
