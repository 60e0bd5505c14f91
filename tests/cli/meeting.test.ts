import path from 'node:path'
import { expect, it } from 'vitest'
import { rembuk } from '#tests/support/command-line.ts'
import { plannedVillage } from '#tests/support/app.ts'

it('tells what a plan leaves open, and what its meetings decided', async () => {
  const { client, session, file } = await plannedVillage()
  const { items } = await client.meeting.start({ heldOn: '2026-11-21', place: 'Balai desa', leader: 'Ketua BPD', attended: 30 })
  const item = items.find(({ words }) => words.why === 'children')?.id ?? ''
  await client.meeting.decide({ item, outcome: 'deferred', note: 'Menunggu pagu' })
  await client.meeting.object({ item, by: 'Kader', text: 'Sembako saja.' })
  session.close()
  const run = (...words: string[]) => rembuk(['meeting', path.basename(file), ...words], { cwd: path.dirname(file) })
  // one after the other: a file is open in one program at a time
  const agenda = await run('agenda')
  const list = await run('list', '--json')
  const show = await run('show', '1', '--json')
  const record = await run('record')
  const wrong = await run('tidak-ada')
  expect(agenda.out).toContain('Berapa bantuan per balita sasaran setiap bulan, dan berapa bulan?')
  expect(list.json()).toMatchObject([{ number: 1, deferred: 1, attended: 30 }])
  expect(show.json()).toMatchObject({ number: 1, items: expect.arrayContaining([expect.objectContaining({ outcome: 'deferred' })]) })
  expect(record.out).toContain('Ditunda')
  expect(record.out).toContain('Pendapat lain, Kader: Sembako saja.')
  expect(wrong).toMatchObject({ exit: 2 })
}, 60_000)
