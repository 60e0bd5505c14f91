import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createHomeClient } from '#core/app.ts'
import { createHome, type Home } from '#core/services/home.ts'
import { errorOf, KALIPUCUNG } from '#tests/support/app.ts'
import { temporaryFolder } from '#tests/support/workspace.ts'

let folder: string
let home: Home
let client: ReturnType<typeof createHomeClient>
let minutes: number

beforeEach(async () => {
  folder = path.join(temporaryFolder(), 'Rembuk')
  minutes = 0
  let ids = 0
  // A clock that goes on by a minute with every look.
  home = createHome(folder, { now: () => new Date(Date.parse('2026-11-21T08:00:00') + (minutes += 1) * 60_000), newId: () => `id-${String((ids += 1)).padStart(6, '0')}` }, { backUpEveryMs: 1 })
  client = createHomeClient(home)
  await client.home.create({ region: KALIPUCUNG, fiscalYear: 2027 })
  // Backups by the clock begin once there is something to lose; the first one is not what these tests look at.
  await vi.waitUntil(async () => (await client.backup.list({})).backups.length > 0)
})
afterEach(() => home.close())

const backups = path.join('Cadangan Rembuk')

test('a backup is made on request, listed with its day and size, and reads as it was written', async () => {
  const made = await client.backup.make({})
  expect(made).toMatchObject({ name: expect.stringMatching(/^Desa Kalipucung 2026-11-21 .* manual\.rembuk$/), reason: 'manual', bytes: expect.any(Number) })
  const { folder: shown, backups: found } = await client.backup.list({})
  expect(shown).toEqual({ name: backups, chosen: false, away: false })
  expect(found[0]).toEqual(made)
  expect(JSON.stringify(found)).not.toContain(folder)
  expect(await client.backup.verify({ id: made.id })).toEqual({ good: true })
  truncateSync(path.join(folder, backups, made.name), 5 * 4096)
  expect(await client.backup.verify({ id: made.id })).toEqual({ good: false })
})

test('restoring makes a new file of it, opens that, and leaves the other one as it is; what it lacks is known before', async () => {
  const { id } = await client.backup.make({})
  expect(await client.backup.lacks({ id })).toEqual({ steps: [] })
  await client.plan.setSource({ source: 'DDS', ceiling: 5_000_000 })
  await client.plan.setSource({ source: 'ADD', ceiling: 7_000_000 })
  await client.history.undo({})
  expect((await client.backup.lacks({ id })).steps?.map((step) => [step.name, step.words])).toEqual([['source', { source: 'DDS' }]])
  const restored = await client.backup.restore({ id })
  expect(restored.name).toMatch(/^Desa Kalipucung \(cadangan 2026-11-21 \d\d\.\d\d\)\.rembuk$/)
  expect(await client.home.current({})).toMatchObject({ name: restored.name })
  expect((await client.plan.sources({})).find((source) => source.label === 'DDS')?.ceiling).toBeNull()
  await client.home.open({ id: (await client.home.list({})).workspaces.find((item) => item.name === 'Desa Kalipucung.rembuk')?.id ?? '' })
  expect((await client.plan.sources({})).find((source) => source.label === 'DDS')?.ceiling).toBe(5_000_000)
})

test('a backup that is gone, or damaged, is said; nothing is opened and no file is made', async () => {
  const { id, name } = await client.backup.make({})
  truncateSync(path.join(folder, backups, name), 5 * 4096)
  expect(await errorOf(client.backup.restore({ id }))).toMatchObject({ code: 'workspace_damaged', defined: true })
  rmSync(path.join(folder, backups, name))
  for (const call of [client.backup.verify({ id }), client.backup.lacks({ id }), client.backup.restore({ id })]) expect(await errorOf(call)).toMatchObject({ code: 'backup_not_found', defined: true })
  expect(await client.home.current({})).toMatchObject({ name: 'Desa Kalipucung.rembuk' })
  expect(readdirSync(folder).filter((entry) => entry.endsWith('.rembuk'))).toEqual(['Desa Kalipucung.rembuk'])
})

test('a folder that its users chose is named, and said to be away where it cannot be used; older backups beside the file stay in the list', async () => {
  const beside = (await client.backup.make({})).id
  const chosen = path.join(temporaryFolder(), 'stik')
  await client.workspace.setSetting({ key: 'backup-folder', value: chosen })
  const made = await client.backup.make({})
  expect(readdirSync(chosen)).toContain(made.name)
  const list = await client.backup.list({})
  expect(list.folder).toEqual({ name: 'stik', chosen: true, away: false })
  expect(list.backups.map((backup) => backup.id)).toEqual(expect.arrayContaining([beside, made.id]))
  await client.workspace.setSetting({ key: 'backup-folder', value: path.join(chosen, made.name, 'sini') })
  expect((await client.backup.list({})).folder).toEqual({ name: 'sini', chosen: true, away: true })
  // Neither one that is looked for from where the program happens to run, nor one that the system makes no folders in.
  for (const nowhere of ['di mana saja', ...(process.platform === 'linux' ? ['/proc/1/di sini'] : [])]) {
    await client.workspace.setSetting({ key: 'backup-folder', value: nowhere })
    const kept = await client.backup.make({})
    expect(readdirSync(path.join(folder, backups))).toContain(kept.name)
    expect(existsSync(nowhere)).toBe(false)
  }
  expect((await client.backup.list({})).folder).toMatchObject({ chosen: true })
})

test('backups that are asked for at once are made one after the other, each whole and with a name of its own', async () => {
  const made = await Promise.all([client.backup.make({}), client.backup.make({}), client.backup.make({})])
  expect(new Set(made.map(({ name }) => name)).size).toBe(3)
  for (const { id } of made) expect(await client.backup.verify({ id })).toEqual({ good: true })
  expect(readdirSync(path.join(folder, backups)).filter((name) => !name.endsWith('.rembuk'))).toEqual([])
})

test('a backup that the clock could not make is known, why, until one is made again', async () => {
  expect(await client.backup.failure({})).toBeNull()
  const beside = path.join(folder, backups)
  rmSync(beside, { recursive: true })
  writeFileSync(beside, 'in the way')
  await client.plan.setSource({ source: 'DDS', ceiling: 1_000_000 })
  await vi.waitFor(async () => expect(await client.backup.failure({})).toMatchObject({ workspace: 'Desa Kalipucung.rembuk', code: 'target_not_writable', data: { file: beside } }))
  expect(await errorOf(client.backup.make({}))).toMatchObject({ code: 'target_not_writable', defined: true })
  expect((await client.plan.sources({})).find((source) => source.label === 'DDS')?.ceiling).toBe(1_000_000)
  rmSync(beside)
  await vi.waitFor(async () => expect(await client.backup.failure({})).toBeNull())
})

test('one that failed on closing is still known when nothing is open', async () => {
  await client.plan.setSource({ source: 'DDS', ceiling: 1_000_000 })
  const beside = path.join(folder, backups)
  rmSync(beside, { recursive: true })
  writeFileSync(beside, 'in the way')
  await client.plan.setSource({ source: 'ADD', ceiling: 1_000_000 })
  await client.home.close({})
  expect(await client.backup.failure({})).toMatchObject({ code: 'target_not_writable' })
  rmSync(beside)
  mkdirSync(beside)
  expect(readFileSync(path.join(folder, 'Desa Kalipucung.rembuk')).length).toBeGreaterThan(4096)
  await client.home.open({ id: (await client.home.list({})).workspaces[0]?.id ?? '' })
  await client.backup.make({})
  expect(await client.backup.failure({})).toBeNull()
})
