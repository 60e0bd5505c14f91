import { closeSync, copyFileSync, existsSync, openSync, readdirSync, readFileSync, writeFileSync, writeSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { createAppClient } from '#core/app.ts'
import { AppError } from '#core/app-error.ts'
import { backupFolder, listBackups } from '#core/db/backup-list.ts'
import { connectToRead } from '#core/db/connection.ts'
import { journalFault, journalName } from '#core/db/hot-journal.ts'
import { MIGRATIONS } from '#core/db/migrations/index.ts'
import { openDatabase } from '#core/db/open.ts'
import { type PlaceProbe, placeWarnings } from '#core/db/place.ts'
import { salvageWorkspace } from '#core/db/salvage.ts'
import { verifyWorkspace } from '#core/db/verify.ts'
import { makeBackup } from '#core/services/backup.ts'
import { createWorkspace, openSession } from '#core/session.ts'
import { dump } from '#tests/support/dump.ts'
import { hotCopy } from '#tests/support/faults.ts'
import { fixedPorts, temporaryFolder } from '#tests/support/workspace.ts'

async function planned(): Promise<string> {
  const session = createWorkspace(path.join(temporaryFolder(), 'desa.rembuk'), { region: '35.05.07.2001' }, fixedPorts())
  const client = createAppClient(session)
  for (const [group, count] of Object.entries({ stunted: 16, measured: 367, cadre: 25 })) await client.caseload.setCount({ group, count })
  await client.plan.create({ template: 'desa' })
  await client.plan.setSource({ source: 'DDS', ceiling: 400_000_000 })
  session.close()
  return session.file
}


async function refusal(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(() => undefined, (thrown: unknown) => thrown)
  if (!(error instanceof AppError)) throw new Error(`expected a refusal, got ${String(error)}`)
  return error
}

function overwrite(target: string, at: number, bytes: Uint8Array): void {
  const handle = openSync(target, 'r+')
  writeSync(handle, bytes, 0, bytes.length, at)
  closeSync(handle)
}

/** Where a text stands in a file. */
function find(target: string, text: string): number {
  const at = readFileSync(target).lastIndexOf(text)
  if (at < 0) throw new Error(`${text} is not in the file`)
  return at
}

function hotFile(source: string): string {
  const target = path.join(temporaryFolder(), 'desa.rembuk')
  hotCopy(source, target)
  return target
}

describe('a damaged file', () => {
  it.each([
    ['a figure that a bad disk changed, which SQLite cannot see', (target: string) => overwrite(target, find(target, 'Kalipucung TA 202735.05.07.2001desa') + 17, Buffer.from('8'))],
    ['the schema itself', (target: string) => overwrite(target, find(target, 'CREATE INDEX cost_line_activity ON cost_line (activity_id') + 52, Buffer.from('x'))],
    ['a page of zeros', (target: string) => overwrite(target, 8 * 4096, Buffer.alloc(4096))],
    ['a header that says another size', (target: string) => overwrite(target, 28, Buffer.from([0, 0, 0, 200]))],
  ])('is refused: %s; its newest good backup is named, and nothing is changed', async (_what, harm) => {
    const target = await planned()
    const session = await openSession(target, fixedPorts())
    const { file: good } = await makeBackup(session, 'manual')
    const { file: bad } = await makeBackup(session, 'manual')
    session.close()
    writeFileSync(bad, readFileSync(bad).fill(7, 5000, 9000))
    harm(target)
    const before = readFileSync(target)
    for (const readOnly of [false, true]) {
      const error = await refusal(openDatabase(target, { readOnly }))
      expect(error).toMatchObject({ code: 'workspace_damaged', data: { file: target, backup: good, detail: expect.any(String) } })
    }
    expect(readFileSync(target).equals(before)).toBe(true)
    expect(listBackups(target, backupFolder(target))).toHaveLength(2)
  })

  it('says so where it has no backup', async () => {
    const target = await planned()
    overwrite(target, 8 * 4096, Buffer.alloc(4096))
    expect((await refusal(openDatabase(target))).data).toMatchObject({ backup: null })
  })

  it('an index that lost an entry is found', async () => {
    const target = await planned()
    const db = new Database(target)
    db.unsafeMode()
    db.pragma('writable_schema = ON')
    // an index that leaves out what its table has: queries through it would leave out a line, and its money
    db.exec("UPDATE sqlite_schema SET sql = 'CREATE INDEX cost_line_activity ON cost_line (activity_id, position) WHERE position > 1' WHERE name = 'cost_line_activity'")
    db.close()
    const rebuilt = new Database(target)
    rebuilt.exec('REINDEX cost_line_activity')
    rebuilt.pragma('writable_schema = OFF')
    rebuilt.unsafeMode()
    rebuilt.pragma('writable_schema = ON')
    rebuilt.exec("UPDATE sqlite_schema SET sql = 'CREATE INDEX cost_line_activity ON cost_line (activity_id, position)' WHERE name = 'cost_line_activity'")
    rebuilt.close()
    expect((await refusal(openDatabase(target))).code).toBe('workspace_damaged')
  })
})

describe('a file that a killed program left', () => {
  it('is put in order when it is opened, and for reading without touching it', async () => {
    const source = await planned()
    const clean = connectToRead(source)
    const expected = dump(clean)
    clean.close()
    const hot = hotFile(source)
    expect(journalFault(hot)).toBeUndefined()
    const before = [readFileSync(hot), readFileSync(journalName(hot))]
    expect(await verifyWorkspace(hot)).toMatchObject({ ok: true })
    const read = await openDatabase(hot, { readOnly: true })
    expect(dump(read)).toBe(expected)
    read.close()
    expect([readFileSync(hot), readFileSync(journalName(hot))]).toEqual(before)
    const opened = await openDatabase(hot)
    expect(dump(opened)).toBe(expected)
    opened.close()
    expect(existsSync(journalName(hot))).toBe(false)
  })

  it('is not begun with where its journal is damaged: old and new figures would be mixed', async () => {
    const hot = hotFile(await planned())
    const journal = readFileSync(journalName(hot))
    const pageSize = journal.readUInt32BE(24)
    // a byte that the check sum of the second page covers
    overwrite(journalName(hot), journal.readUInt32BE(20) + (pageSize + 8) + 4 + pageSize - 200, Buffer.from([(journal[journal.readUInt32BE(20) + (pageSize + 8) + 4 + pageSize - 200] ?? 0) ^ 0x40]))
    const before = [readFileSync(hot), readFileSync(journalName(hot))]
    for (const readOnly of [false, true]) expect((await refusal(openDatabase(hot, { readOnly }))).data).toMatchObject({ detail: expect.stringMatching(/^journal: page 2 of \d+$/) })
    expect([readFileSync(hot), readFileSync(journalName(hot))]).toEqual(before)
  })
})

describe('a newer file', () => {
  it('is refused, may be read where its program said so, and is never changed', async () => {
    const target = await planned()
    const newer = new Database(target)
    newer.pragma('user_version = 99')
    newer.close()
    const before = readFileSync(target)
    expect((await refusal(openDatabase(target))).data).toMatchObject({ version: 99, readable: true })
    const session = await openSession(target, fixedPorts(), { readOnly: true })
    expect((await createAppClient(session).plan.sources({})).find((source) => source.label === 'DDS')?.ceiling).toBe(400_000_000)
    session.close()
    expect(readFileSync(target).equals(before)).toBe(true)
    const strict = new Database(target)
    strict.exec('UPDATE file_state SET readable_by = 99')
    strict.close()
    expect((await refusal(openDatabase(target, { readOnly: true }))).data).toMatchObject({ version: 99, readable: false })
  })
})

describe('salvage', () => {
  it('reads what is left into a new file, says what was lost, and leaves the damaged one as it is', async () => {
    const source = path.join(import.meta.dirname, '../../fixtures/workspace-v1.rembuk')
    const target = path.join(temporaryFolder(), 'desa.rembuk')
    copyFileSync(source, target)
    ;(await openDatabase(target, { now: fixedPorts().now })).close()
    const whole = connectToRead(target)
    const root = whole.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'child'").pluck().get() as number
    const children = whole.prepare('SELECT count(*) FROM child').pluck().get() as number
    const lines = whole.prepare('SELECT * FROM cost_line ORDER BY id').all()
    whole.close()
    // a leaf in the middle of the children
    const bytes = readFileSync(target)
    const pageSize = bytes.readUInt16BE(16)
    const leaf = bytes.readUInt32BE((root - 1) * pageSize + bytes.readUInt16BE((root - 1) * pageSize + 12 + 2 * 2))
    overwrite(target, (leaf - 1) * pageSize, Buffer.alloc(pageSize, 0xee))
    const before = readFileSync(target)
    expect((await refusal(openDatabase(target))).code).toBe('workspace_damaged')
    const out = path.join(path.dirname(target), 'selamat.rembuk')
    const report = salvageWorkspace(target, out)
    expect(report).toMatchObject({ workspace: out, schemaVersion: MIGRATIONS.at(-1)?.version, whole: false })
    const child = report.tables.find((table) => table.table === 'child')
    expect(child).toMatchObject({ verified: false })
    expect(child?.lost).toBeGreaterThan(0)
    expect(child?.lost).toBeLessThan(children / 3)
    expect((child?.read ?? 0) + (child?.lost ?? 0)).toBe(children)
    expect(report.tables.find((table) => table.table === 'cost_line')).toEqual({ table: 'cost_line', read: lines.length, lost: 0, leftOut: 0, verified: true })
    expect(readFileSync(target).equals(before)).toBe(true)
    const saved = await openSession(out, fixedPorts())
    expect(saved.db.prepare('SELECT * FROM cost_line ORDER BY id').all()).toEqual(lines)
    await createAppClient(saved).plan.setComplete({ complete: true })
    expect((await createAppClient(saved).history.undo({})).undoable).toBe(false)
    saved.close()
    expect(() => salvageWorkspace(target, out)).toThrow(expect.objectContaining({ code: 'workspace_exists' }))
  })

  it.each([
    ['a broken header', (target: string) => overwrite(target, 0, Buffer.alloc(64, 0x55))],
    ['its end cut off', (target: string) => writeFileSync(target, readFileSync(target).subarray(0, readFileSync(target).length - 3 * 4096))],
  ])('reads a file with %s', async (_what, harm) => {
    const target = await planned()
    harm(target)
    const out = path.join(path.dirname(target), 'selamat.rembuk')
    const report = salvageWorkspace(target, out)
    expect(report.tables.find((table) => table.table === 'workspace')).toMatchObject({ read: 1, verified: true })
    expect(await verifyWorkspace(out)).toMatchObject({ ok: true })
  })

  it('finds a whole file whole, and refuses one with nothing in it, leaving no file', async () => {
    const target = await planned()
    const out = path.join(path.dirname(target), 'selamat.rembuk')
    expect(salvageWorkspace(target, out)).toMatchObject({ whole: true })
    const nothing = path.join(temporaryFolder(), 'acak.rembuk')
    writeFileSync(nothing, Buffer.alloc(40_960, 0xa5))
    expect(() => salvageWorkspace(nothing, path.join(path.dirname(nothing), 'x.rembuk'))).toThrow(expect.objectContaining({ code: 'workspace_damaged' }))
    expect(readdirSync(path.dirname(nothing))).toEqual(['acak.rembuk'])
  })
})

describe('the place of a file', () => {
  const probe = (changes: Partial<PlaceProbe> = {}): PlaceProbe => ({ exists: () => false, fileSystem: () => undefined, env: {}, platform: 'linux', ...changes })

  it.each([
    ['/home/a/OneDrive - Pemkab Blitar/rencana/desa.rembuk', probe(), 'OneDrive'],
    ['/home/a/Dropbox/desa.rembuk', probe(), 'Dropbox'],
    ['C:\\Users\\a\\Google Drive\\desa.rembuk', probe({ platform: 'win32' }), 'Google Drive'],
    ['G:\\Drive Saya\\Stunting\\desa.rembuk', probe({ platform: 'win32' }), 'Google Drive'],
    ['D:\\Awan\\desa.rembuk', probe({ platform: 'win32', env: { OneDrive: 'D:\\Awan' } }), 'OneDrive'],
    ['/home/a/Kantor/2026/desa.rembuk', probe({ exists: (name) => name === '/home/a/Kantor/.dropbox' }), 'Dropbox'],
  ])('%s is a synchronised folder', (name, at, what) => {
    expect(placeWarnings(name, at)).toEqual([{ code: 'synchronised_folder', what }])
  })

  it.each([
    ['\\\\server\\bagi\\rencana\\desa.rembuk', probe({ platform: 'win32' }), '\\\\server\\bagi'],
    ['/mnt/kantor/desa.rembuk', probe({ fileSystem: () => 0xff534d42 }), 'CIFS'],
    ['/mnt/kantor/desa.rembuk', probe({ fileSystem: () => -11317950 }), 'CIFS'],
    ['/mnt/nfs/desa.rembuk', probe({ fileSystem: () => 0x6969 }), 'NFS'],
  ])('%s is on a share', (name, at, what) => {
    expect(placeWarnings(name, at)).toEqual([{ code: 'network_share', what }])
  })

  it.each([
    ['/home/a/Dropbox.txt/desa.rembuk', probe()], ['/home/a/Dokumen/OneDrive.rembuk', probe()], ['\\\\?\\C:\\Data\\desa.rembuk', probe({ platform: 'win32' })],
    ['/media/stik/desa.rembuk', probe({ fileSystem: () => 0x65735546 })], ['/home/a/desa.rembuk', probe({ fileSystem: () => 0xef53 })],
  ])('%s is not warned of', (name, at) => {
    expect(placeWarnings(name, at)).toEqual([])
  })

  it('is asked of this machine without failing', () => {
    expect(placeWarnings(path.join(temporaryFolder(), 'desa.rembuk'))).toEqual([])
  })
})
