import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { createAppClient } from '#core/app.ts'
import { AppError } from '#core/app-error.ts'
import { checkCopy, totals } from '#core/db/backup-check.ts'
import { backupFolder, isGood, listBackups, newestGoodBackup } from '#core/db/backup-list.ts'
import { BACKUP_ID } from '#core/db/connection.ts'
import { openDatabase } from '#core/db/open.ts'
import { restoreBackup } from '#core/db/restore.ts'
import { verifyWorkspace } from '#core/db/verify.ts'
import { keepBackups, makeBackup } from '#core/services/backup.ts'
import { createWorkspace, openSession, type Ports, type Session } from '#core/session.ts'
import { allocate, importFile } from '#tests/support/app.ts'
import { dump } from '#tests/support/dump.ts'
import { child, csv, grid } from '#tests/support/eppgbm-files.ts'
import { temporaryFolder } from '#tests/support/workspace.ts'

/** A clock that goes on by a minute with every look, and ids that count. */
function tickingPorts(): Ports {
  let [minutes, ids] = [0, 0]
  return { now: () => new Date(Date.parse('2026-11-21T08:00:00') + (minutes += 1) * 60_000), newId: () => `id-${String((ids += 1)).padStart(6, '0')}` }
}

function newSession(): Session {
  return createWorkspace(path.join(temporaryFolder(), 'desa.rembuk'), { region: '35.05.07.2001' }, tickingPorts())
}

const file = () => new File([csv(grid([child(1), child(2, { 'TB/U': 'Pendek', 'ZS TB/U': -2.5 })])) as Uint8Array<ArrayBuffer>], 'eppgbm.csv')
const reasons = (session: Session) => listBackups(session.file, session.backupFolder() ?? backupFolder(session.file)).map((backup) => backup.reason)

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(() => undefined, (thrown: unknown) => thrown)
  if (!(error instanceof AppError)) throw new Error(`expected a refusal, got ${String(error)}`)
  return error.code
}

describe('before what is risky', () => {
  it('an import, an allocation and the removal of an activity are each preceded by a backup of what was there', async () => {
    const session = newSession()
    const client = createAppClient(session)
    await client.plan.create({ template: 'desa' })
    const planned = dump(session.db)
    await importFile(client, { file: file(), measuredOn: '2025-08-31', layout: 'by-name' })
    await client.plan.setSource({ source: 'DDS', ceiling: 50_000_000 })
    await allocate(client)
    const [line] = await client.plan.lines({})
    await client.plan.removeActivity({ activity: line?.activityId ?? '' })
    expect(reasons(session)).toEqual(['hapus', 'alokasi', 'impor'])
    const oldest = listBackups(session.file, backupFolder(session.file)).at(-1)
    session.close()
    const copy = await openSession(oldest?.id ?? '', tickingPorts(), { readOnly: true })
    expect(dump(copy.db)).toBe(planned)
    copy.close()
  })

  it('nothing is written twice: not where the newest backup holds just this, not for a trial, not in an empty workspace', async () => {
    const session = newSession()
    const client = createAppClient(session)
    await importFile(client, { file: file(), measuredOn: '2025-08-31', layout: 'by-name' })
    expect(existsSync(backupFolder(session.file))).toBe(false)
    await importFile(client, { file: file(), measuredOn: '2025-08-31', layout: 'by-name', dryRun: true })
    expect(existsSync(backupFolder(session.file))).toBe(false)
    await makeBackup(session, 'manual')
    await importFile(client, { file: file(), measuredOn: '2025-08-31', layout: 'by-name' })
    expect(reasons(session)).toEqual(['manual'])
    await client.history.undo({})
    await importFile(client, { file: file(), measuredOn: '2025-08-31', layout: 'by-name' })
    expect(reasons(session)).toEqual(['impor', 'manual'])
    session.close()
  })

  it('a newest backup that is damaged does not count', async () => {
    const session = newSession()
    const client = createAppClient(session)
    await client.plan.create({ template: 'desa' })
    const { file: copy } = await makeBackup(session, 'manual')
    truncateSync(copy, 3 * 4096)
    await importFile(client, { file: file(), measuredOn: '2025-08-31', layout: 'by-name' })
    expect(reasons(session)).toEqual(['impor', 'manual'])
    session.close()
  })

  it('goes to the folder that was chosen, and beside the workspace where that is away', async () => {
    const session = newSession()
    const client = createAppClient(session)
    const chosen = path.join(temporaryFolder(), 'stik', 'cadangan')
    await client.workspace.setSetting({ key: 'backup-folder', value: chosen })
    expect(path.dirname((await makeBackup(session, 'manual')).file)).toBe(chosen)
    const blocked = path.join(temporaryFolder(), 'berkas')
    writeFileSync(blocked, '')
    await client.workspace.setSetting({ key: 'backup-folder', value: path.join(blocked, 'cadangan') })
    expect(path.dirname((await makeBackup(session, 'manual')).file)).toBe(backupFolder(session.file))
    session.close()
  })
})

describe('while a host keeps a workspace open', () => {
  it('backs up once more when it closes after changes, and only then', async () => {
    const session = newSession()
    await keepBackups(session).stop()
    expect(existsSync(backupFolder(session.file))).toBe(false)
    const keeper = keepBackups(session)
    await createAppClient(session).plan.create({ template: 'desa' })
    await keeper.stop()
    expect(reasons(session)).toEqual(['tutup'])
    const again = keepBackups(session)
    await createAppClient(session).history.undo({})
    await again.stop()
    expect(reasons(session)).toEqual(['tutup', 'tutup'])
    session.close()
  })

  it('backs up by the clock, and says where it could not', async () => {
    const session = newSession()
    await createAppClient(session).plan.create({ template: 'desa' })
    writeFileSync(backupFolder(session.file), 'in the way')
    const { promise, resolve } = Promise.withResolvers<unknown>()
    const keeper = keepBackups(session, { everyMs: 1, onFailure: resolve })
    expect(await promise).toMatchObject({ code: 'target_not_writable' })
    await keeper.stop()
    session.close()
  })
})

describe('a copy', () => {
  it('is not called good when a figure or a row differs, or when it is cut short', async () => {
    const session = newSession()
    await createAppClient(session).plan.setSource({ source: 'DDS', ceiling: 1 }).catch(() => undefined)
    await createAppClient(session).plan.create({ template: 'desa' })
    const expected = totals(session.db)
    const { file: made } = await makeBackup(session, 'manual')
    const copy = path.join(temporaryFolder(), 'salinan')
    const check = () => checkCopy({ file: copy, expected, applicationId: BACKUP_ID })
    copyFileSync(made, copy)
    expect(check()).toBeUndefined()
    expect(checkCopy({ file: copy, expected: expected.replace(/"activity":\[\d+/, '"activity":[9999'), applicationId: BACKUP_ID })).toContain('"activity":[9999')
    truncateSync(copy, readFileSync(copy).length - 4096)
    expect(check()).toEqual(expect.any(String))
    expect(isGood(copy)).toBe(false)
    session.close()
  })

  it('that an ended program left unfinished is no backup, and goes with the next one', async () => {
    const session = newSession()
    await createAppClient(session).plan.create({ template: 'desa' })
    const folder = backupFolder(session.file)
    mkdirSync(folder)
    writeFileSync(path.join(folder, 'desa 2026-11-20 08.00.00 tutup.rembuk.sebagian'), 'half')
    expect(listBackups(session.file, folder)).toEqual([])
    await makeBackup(session, 'manual')
    expect(readdirSync(folder)).toEqual([expect.stringMatching(/manual\.rembuk$/)])
    session.close()
  })

  it('is checked in a thread of its own where it is large, edits going on meanwhile', async () => {
    const session = newSession()
    const client = createAppClient(session)
    await client.plan.create({ template: 'desa' })
    session.step('setting', { key: 'sign.rab' }, () => session.workspace.setSetting('sign.rab', 'x'.repeat(6_000_000)))
    const backup = makeBackup(session, 'manual')
    await client.plan.setSource({ source: 'DDS', ceiling: 77_000_000 })
    const { file: copy, bytes } = await backup
    expect(bytes).toBeGreaterThan(4 * 1024 * 1024)
    expect(await verifyWorkspace(copy)).toMatchObject({ ok: true, kind: 'backup' })
    session.close()
  })
})

describe('restoring', () => {
  it('makes a new workspace that is what the backup was, and changes neither the backup nor any other file', async () => {
    const session = newSession()
    const client = createAppClient(session)
    await client.plan.create({ template: 'desa' })
    const { file: backup } = await makeBackup(session, 'manual')
    const then = dump(session.db)
    await client.plan.setSource({ source: 'DDS', ceiling: 5 })
    session.close()
    const before = readFileSync(backup)
    const target = path.join(path.dirname(session.file), 'pulih.rembuk')
    expect(await restoreBackup(backup, target)).toEqual({ workspace: target })
    expect(readFileSync(backup).equals(before)).toBe(true)
    const restored = await openSession(target, tickingPorts())
    expect(dump(restored.db)).toBe(then)
    expect(await createAppClient(restored).history.undo({})).toMatchObject({ step: { name: 'plan' } })
    restored.close()
    expect(await codeOf(restoreBackup(backup, target))).toBe('workspace_exists')
    expect(await codeOf(restoreBackup(backup, session.file))).toBe('workspace_exists')
    expect(await codeOf(restoreBackup(backup, path.join(path.dirname(target), 'tidak-ada', 'x.rembuk')))).toBe('target_not_writable')
  })

  it('refuses a damaged backup and leaves no file', async () => {
    const session = newSession()
    await createAppClient(session).plan.create({ template: 'desa' })
    const { file: backup } = await makeBackup(session, 'manual')
    session.close()
    truncateSync(backup, 5 * 4096)
    const target = path.join(path.dirname(session.file), 'pulih.rembuk')
    expect(await codeOf(restoreBackup(backup, target))).toBe('workspace_damaged')
    expect(readdirSync(path.dirname(target)).toSorted()).toEqual(['Cadangan Rembuk', 'desa.rembuk'])
  })

  it('a backup opens for reading only, wherever it lies', async () => {
    const session = newSession()
    await createAppClient(session).plan.create({ template: 'desa' })
    const { file: backup } = await makeBackup(session, 'manual')
    session.close()
    const elsewhere = path.join(temporaryFolder(), 'desa.rembuk')
    copyFileSync(backup, elsewhere)
    const before = readFileSync(elsewhere)
    expect(await codeOf(openDatabase(elsewhere))).toBe('workspace_is_backup')
    const opened = await openSession(elsewhere, tickingPorts(), { readOnly: true })
    expect((await createAppClient(opened).plan.list({})).length).toBe(1)
    expect(() => opened.step('setting', {}, () => opened.workspace.setSetting('a', 'b'))).toThrow(expect.objectContaining({ code: 'workspace_read_only' }))
    opened.close()
    expect(readFileSync(elsewhere).equals(before)).toBe(true)
    expect(newestGoodBackup(session.file)).toBe(backup)
  })
})
