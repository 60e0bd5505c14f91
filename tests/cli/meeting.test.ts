import { mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { createAppClient } from '#core/app.ts'
import { openSession } from '#core/session.ts'
import { rembuk } from '#tests/support/command-line.ts'

it('tells what a plan leaves open, and what its meetings decided', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'rembuk-cli-'))
  const run = (...words: string[]) => rembuk(['meeting', 'desa.rembuk', ...words], { cwd: folder })
  await rembuk(['new', 'desa.rembuk', '--region', '35.05.07.2001', '--json'], { cwd: folder })
  await rembuk(['set', 'desa.rembuk', 'count', 'stunted', '16', '--json'], { cwd: folder })
  await rembuk(['plan', 'desa.rembuk', '--template', 'desa', '--year', '2026', '--json'], { cwd: folder })
  expect((await run('agenda', '--json')).json<{ items: { kind: string; words: { why: string } }[] }>().items[0]).toMatchObject({ kind: 'help', words: { why: 'children' } })
  expect((await run('agenda')).out).toContain('1. Berapa bantuan per balita sasaran setiap bulan, dan berapa bulan?')
  expect((await run('list', '--json')).json()).toEqual([])
  expect((await run('show', '--json')).json()).toBeNull()
  expect(await run('record', '--json')).toMatchObject({ exit: 1 })
  expect(await run('tidak-ada')).toMatchObject({ exit: 2 })
  const session = await openSession(path.join(folder, 'desa.rembuk'))
  const client = createAppClient(session)
  const { items } = await client.meeting.start({ heldOn: '2026-11-21', place: 'Balai desa', leader: 'Ketua BPD', attended: 30 })
  await client.meeting.decide({ item: items[0]?.id ?? '', outcome: 'deferred', note: 'Menunggu pagu' })
  await client.meeting.object({ item: items[0]?.id ?? '', by: 'Kader', text: 'Sembako saja.' })
  session.close()
  expect((await run('list', '--json')).json()).toMatchObject([{ number: 1, deferred: 1, attended: 30 }])
  expect((await run('show', '1', '--json')).json()).toMatchObject({ number: 1, items: expect.arrayContaining([expect.objectContaining({ outcome: 'deferred' })]) })
  const { out } = await run('record')
  expect(out).toContain('Ditunda')
  expect(out).toContain('Pendapat lain, Kader: Sembako saja.')
}, 60_000)
