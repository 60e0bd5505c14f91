import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, truncateSync, unlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { APPLICATION_ID } from '#core/db/connection.ts'
import { makeBackup } from '#core/services/backup.ts'
import { createHome } from '#core/services/home.ts'
import { createWorkspace, openSession } from '#core/session.ts'
import { errorOf, KALIPUCUNG } from '#tests/support/app.ts'
import { homeForEachTest } from '#tests/support/home.ts'
import { fixedPorts, temporaryFolder } from '#tests/support/workspace.ts'

const KELURAHAN = '35.71.01.1001'
const on = homeForEachTest()

const idOf = async (name: string) => {
  const found = (await on.client.home.list({})).workspaces.find((item) => item.name === name)
  if (!found) throw new Error(`${name} is not listed`)
  return found.id
}

describe('opening', () => {
  test('changes over to another file, and what was open is closed', async () => {
    const first = await on.client.home.create({ region: KALIPUCUNG })
    const second = await on.client.home.create({ region: KELURAHAN })
    expect(await on.client.home.open({ id: first.id })).toMatchObject({ id: first.id, from: null })
    expect((await on.client.workspace.info({})).region).toBe(KALIPUCUNG)
    // not held any more: another program could take it
    ;(await openSession(on.home.fileOf(second.id), fixedPorts())).close()
    expect(await on.client.home.close({})).toEqual({ closed: true })
    expect(await on.client.home.current({})).toBeNull()
  })

  test('what is open keeps its lock while the list is read', async () => {
    const { id } = await on.client.home.create({ region: KALIPUCUNG })
    await on.client.home.list({})
    const other = createHome(path.join(on.folder, 'lain'), fixedPorts())
    expect(on.home.fileOf(id)).toBe(path.join(on.folder, 'Desa Kalipucung.rembuk'))
    expect(other.current()).toBeNull()
    expect((await on.client.plan.summary({})).plan.kind).toBe('desa')
  })

  test('that fails leaves the open one open', async () => {
    const { id } = await on.client.home.create({ region: KALIPUCUNG })
    writeFileSync(path.join(on.folder, 'foto.rembuk'), 'no workspace at all'.repeat(20))
    expect(await errorOf(on.client.home.open({ id: await idOf('foto.rembuk') }))).toMatchObject({ code: 'workspace_foreign', defined: true })
    expect((await on.client.home.current({}))?.id).toBe(id)
    expect(await errorOf(on.client.home.open({ id: 'unknown' }))).toMatchObject({ code: 'workspace_not_found', defined: true })
  })

  test('remembers what was opened elsewhere, also after a restart; what is gone, damaged or foreign says so, and is taken off the list until it is opened again', async () => {
    const elsewhere = path.join(temporaryFolder(), 'desa.rembuk')
    createWorkspace(elsewhere, { region: KALIPUCUNG }, fixedPorts()).close()
    await on.home.openFile(elsewhere)
    await on.home.close()
    on.start()
    expect((await on.client.home.list({})).workspaces).toMatchObject([{ name: 'desa.rembuk', folder: path.basename(path.dirname(elsewhere)), regionName: 'Kalipucung' }])
    await on.client.home.open({ id: await idOf('desa.rembuk') })
    expect((await on.client.home.current({}))?.name).toBe('desa.rembuk')
    await on.home.close()
    renameSync(elsewhere, `${elsewhere}.pindah`)
    writeFileSync(path.join(on.folder, 'foto.rembuk'), 'no workspace at all'.repeat(20))
    const states = async () => (await on.client.home.list({})).workspaces.map(({ name, state }) => [name, state])
    expect(await states()).toEqual([['desa.rembuk', 'missing'], ['foto.rembuk', 'foreign']])
    expect(on.home.recent().map(({ name }) => name)).toEqual(['foto'])
    for (const name of ['desa.rembuk', 'foto.rembuk']) await on.client.home.forget({ id: await idOf(name) })
    expect(await states()).toEqual([])
    on.start()
    expect([await states(), existsSync(path.join(on.folder, 'foto.rembuk'))]).toEqual([[], true])
    renameSync(`${elsewhere}.pindah`, elsewhere)
    await on.home.openFile(elsewhere)
    expect(await states()).toEqual([['desa.rembuk', 'ok']])
  })

  test('a list that somebody broke counts as empty', async () => {
    await on.client.home.create({ region: KALIPUCUNG })
    await on.home.close()
    for (const broken of ['{"version":1,"files":[{"file":', '{"version":1,"files":[{"file":"/gone.rembuk","openedAt":"lately"}]}']) {
      writeFileSync(path.join(on.folder, 'terakhir-dibuka.json'), broken)
      on.start()
      expect((await on.client.home.list({})).workspaces.map((item) => item.name)).toEqual(['Desa Kalipucung.rembuk'])
    }
  })

  // On Windows an open file can be neither deleted nor replaced.
  test.skipIf(process.platform === 'win32')('a file that is taken away or replaced meanwhile takes no change with it; what was saved is in its backup, and it is opened anew', async () => {
    const { id } = await on.client.home.create({ region: KALIPUCUNG })
    const file = on.home.fileOf(id)
    copyFileSync(file, `${file}.lama`)
    await on.client.caseload.setCount({ group: 'stunted', count: 16 })
    renameSync(`${file}.lama`, file)
    expect(await errorOf(on.client.caseload.setCount({ group: 'stunted', count: 17 }))).toMatchObject({ code: 'workspace_moved', defined: true })
    expect(await errorOf(on.client.history.undo({}))).toMatchObject({ code: 'workspace_moved', defined: true })
    expect((await on.client.caseload.list({}))[0]?.counts.stunted).toBe(16)
    const backup = await on.home.backUp()
    await on.client.home.open({ id })
    expect((await on.client.caseload.list({}))[0]?.counts.stunted).toBeUndefined()
    for (const count of [17, 18]) await on.client.caseload.setCount({ group: 'stunted', count })
    unlinkSync(file)
    expect(await errorOf(on.client.caseload.setCount({ group: 'stunted', count: 19 }))).toMatchObject({ code: 'workspace_moved' })
    await on.home.openFile(backup ?? '')
    expect((await on.client.caseload.list({}))[0]?.counts.stunted).toBe(16)
    const kept = readdirSync(path.join(on.folder, 'Cadangan Rembuk')).filter((name) => name.includes('tutup'))
    await on.home.openFile(path.join(on.folder, 'Cadangan Rembuk', kept.at(-1) ?? ''))
    expect((await on.client.caseload.list({}))[0]?.counts.stunted).toBe(18)
  })

  test('for reading only refuses every change', async () => {
    const { id } = await on.client.home.create({ region: KALIPUCUNG })
    await on.client.home.close({})
    expect(await on.client.home.open({ id, readOnly: true })).toMatchObject({ readOnly: true })
    expect(await errorOf(on.client.caseload.setCount({ group: 'stunted', count: 1 }))).toMatchObject({ code: 'workspace_read_only' })
  })
})

describe('what cannot be opened as it is', () => {
  async function withBackup() {
    const { id } = await on.client.home.create({ region: KALIPUCUNG, fiscalYear: 2027 })
    await on.client.caseload.setCount({ group: 'stunted', count: 16 })
    const session = on.home.session()
    if (!session) throw new Error('nothing is open')
    const backup = await makeBackup(session, 'manual')
    await on.client.home.close({})
    return { id, file: on.home.fileOf(id), backup: backup.file }
  }

  test('a backup is copied, and the copy opened', async () => {
    const { backup } = await withBackup()
    const before = readFileSync(backup)
    copyFileSync(backup, path.join(on.folder, 'cadangan.rembuk'))
    expect((await on.client.home.list({})).workspaces.find((item) => item.name === 'cadangan.rembuk')?.state).toBe('backup')
    expect(await on.client.home.open({ id: await idOf('cadangan.rembuk') })).toMatchObject({ from: 'cadangan.rembuk', name: 'cadangan (2).rembuk' })
    expect((await on.client.caseload.list({}))[0]?.counts.stunted).toBe(16)
    expect(readFileSync(path.join(on.folder, 'cadangan.rembuk')).equals(before)).toBe(true)
  })

  test('a damaged file is told in the list, names its backup, and comes back from it as a new file', async () => {
    const { id, file, backup } = await withBackup()
    truncateSync(file, 8192)
    const damaged = readFileSync(file)
    expect((await on.client.home.list({})).workspaces.find((item) => item.id === id)?.state).toBe('damaged')
    expect(await errorOf(on.client.home.open({ id }))).toMatchObject({ code: 'workspace_damaged', data: { backup }, defined: true })
    expect(await on.client.home.openBackup({ id })).toMatchObject({ name: 'Desa Kalipucung (2).rembuk', from: path.basename(backup) })
    expect((await on.client.caseload.list({}))[0]?.counts.stunted).toBe(16)
    expect(readFileSync(file).equals(damaged)).toBe(true)
  })

  test.each([['nothing', 0], ['noughts', 614_400]])('a file of which %s is left names its backup, too', async (_, bytes) => {
    const { id, file, backup } = await withBackup()
    writeFileSync(file, Buffer.alloc(bytes))
    expect(await errorOf(on.client.home.open({ id }))).toMatchObject({ code: 'workspace_damaged', data: { backup }, defined: true })
    await on.client.home.openBackup({ id })
    expect((await on.client.caseload.list({}))[0]?.counts.stunted).toBe(16)
  })

  test('what is left of a damaged file is saved into a new one, and says how much', async () => {
    const { id, file } = await withBackup()
    const bytes = readFileSync(file)
    bytes.fill(0x7f, bytes.length - 4096)
    writeFileSync(file, bytes)
    const answer = await on.client.home.salvage({ id })
    expect(answer).toMatchObject({ name: 'Desa Kalipucung (2).rembuk', from: 'Desa Kalipucung.rembuk' })
    expect(answer.rows).toBeGreaterThan(10)
    expect((await on.client.workspace.info({})).region).toBe(KALIPUCUNG)
    expect(readFileSync(file).equals(bytes)).toBe(true)
  })

  test('a file of a newer Rembuk is told by its header alone', async () => {
    const { id, file } = await withBackup()
    const bytes = readFileSync(file)
    expect(bytes.readUInt32BE(68)).toBe(APPLICATION_ID)
    bytes.writeUInt32BE(999, 60)
    writeFileSync(file, bytes)
    expect((await on.client.home.list({})).workspaces.find((item) => item.id === id)).toMatchObject({ state: 'newer', regionName: null })
    expect(await errorOf(on.client.home.open({ id }))).toMatchObject({ code: 'workspace_newer', data: { version: 999 } })
  })
})

describe('a file that is dropped into the window', () => {
  test('is copied into the home folder, never over another, and opened', async () => {
    const elsewhere = path.join(temporaryFolder(), 'Desa Kalipucung.rembuk')
    createWorkspace(elsewhere, { region: KALIPUCUNG }, fixedPorts()).close()
    await on.client.home.create({ region: KELURAHAN })
    const dropped = () => new File([readFileSync(elsewhere)], '../Desa Kalipucung.rembuk')
    expect(await on.client.home.bring({ file: dropped() })).toMatchObject({ name: 'Desa Kalipucung.rembuk' })
    expect(await on.client.home.bring({ file: dropped() })).toMatchObject({ name: 'Desa Kalipucung (2).rembuk' })
    expect(existsSync(path.join(path.dirname(on.folder), 'Desa Kalipucung.rembuk'))).toBe(false)
    expect((await on.client.workspace.info({})).region).toBe(KALIPUCUNG)
  })

  test('is refused where it is no workspace, and nothing is kept of it', async () => {
    expect(await errorOf(on.client.home.bring({ file: new File(['x'.repeat(500)], 'foto.rembuk') }))).toMatchObject({ code: 'workspace_foreign', data: { file: 'foto.rembuk' } })
    expect(await errorOf(on.client.home.bring({ file: new File([], 'kosong.rembuk') }))).toMatchObject({ code: 'file_empty' })
    expect(on.visible()).toEqual([])
  })
})

describe('regions by everyday words', () => {
  const names = async (text: string, level: 'village' | 'regency') => (await on.client.home.regions({ text, level })).map((region) => `${region.code} ${region.name}`)

  test.each([
    ['kalipucung', 'village', '35.05.07.2001 Kalipucung'],
    ['desa kalipucung blitar', 'village', '35.05.07.2001 Kalipucung'],
    ['Kalipucung, Kab. Blitar', 'village', '35.05.07.2001 Kalipucung'],
    ['kalipu sanan', 'village', '35.05.07.2001 Kalipucung'],
    ['kalipucungg', 'village', '35.05.07.2001 Kalipucung'],
    ['35.05.07.2001', 'village', '35.05.07.2001 Kalipucung'],
    ['3505072001', 'village', '35.05.07.2001 Kalipucung'],
    ['kota kediri', 'regency', '35.71 Kota Kediri'],
    ['kab kediri', 'regency', '35.06 Kabupaten Kediri'],
    ['kediri', 'regency', '35.06 Kabupaten Kediri'],
  ] as const)('%s (%s)', async (text, level, first) => {
    expect((await names(text, level))[0]).toBe(first)
  })

  test('words for kinds narrow: a kelurahan is no desa', async () => {
    expect((await on.client.home.regions({ text: 'kel mojoroto kediri', level: 'village' }))[0]).toMatchObject({ kind: 'kelurahan', path: ['Mojoroto', 'Kota Kediri', 'Jawa Timur'] })
    expect((await on.client.home.regions({ text: 'desa mojoroto kota kediri', level: 'village' })).filter((region) => region.kind === 'kelurahan')).toEqual([])
  })

  test('nothing and nonsense find nothing', async () => {
    expect(await names('', 'village')).toEqual([])
    expect(await names('zzqqxxyy', 'village')).toEqual([])
  })

  test('a first screen knows the usual year and the usual help', async () => {
    expect(await on.client.home.defaults({})).toEqual({ years: { desa: 2027, kelurahan: 2027, regency: 2027 }, helpPerMonth: 150_000 })
  })
})
