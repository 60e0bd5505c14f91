import { chmodSync, copyFileSync, mkdtempSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { AppError } from '#core/app-error.ts'
import { backupDatabase } from '#core/db/backup.ts'
import { backupFolder } from '#core/db/backup-list.ts'
import { APPLICATION_ID } from '#core/db/connection.ts'
import { MIGRATIONS } from '#core/db/migrations/index.ts'
import { openDatabase } from '#core/db/open.ts'
import { verifyWorkspace } from '#core/db/verify.ts'
import { createWorkspace, openSession, type Session } from '#core/session.ts'
import { fixedPorts, temporaryFolder } from '#tests/support/workspace.ts'

const KALIPUCUNG = '35.05.07.2001'

function made(): { file: string; session: Session } {
  const file = path.join(temporaryFolder(), 'desa.rembuk')
  return { file, session: createWorkspace(file, { region: KALIPUCUNG }, fixedPorts()) }
}

function madeAndClosed(): string {
  const { file, session } = made()
  session.step('setting', { key: 'paper' }, () => session.workspace.setSetting('paper', 'A4'))
  session.close()
  return file
}

async function refusal(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(() => undefined, (thrown: unknown) => thrown)
  if (!(error instanceof AppError)) throw new Error(`expected a refusal, got ${String(error)}`)
  return error
}

/** Opens the file in a program of its own, as a second window would, and tells what became of it. */
function inAnotherProgram(file: string): string {
  const script = `import { openDatabase } from '#core/db/open.ts'
    try { const db = await openDatabase(process.argv[1]); db.close(); console.log('opened') } catch (error) { console.log(error.code) }`
  return spawnSync(process.execPath, ['--input-type=module-typescript', '-e', script, file], { encoding: 'utf8', cwd: path.join(import.meta.dirname, '../../..') }).stdout.trim()
}

describe('a workspace file', () => {
  it('says what it is and for whom, and keeps what was written', async () => {
    const file = madeAndClosed()
    const bytes = readFileSync(file)
    expect(bytes.readUInt32BE(68)).toBe(APPLICATION_ID)
    expect(bytes.subarray(68, 72).toString('latin1')).toBe('REMB')
    const session = await openSession(file, fixedPorts())
    expect(session.workspace.get()).toMatchObject({ region: KALIPUCUNG, kind: 'desa', sample: false })
    expect(session.workspace.settings().get('paper')).toBe('A4')
    expect(session.workspace.steps().map((step) => step.name)).toEqual(['setting'])
    session.close()
  })

  it('lives under the settings that make it safe to copy and to pull out', () => {
    const { session } = made()
    const pragma = (name: string) => session.db.pragma(name, { simple: true })
    expect([pragma('journal_mode'), pragma('synchronous'), pragma('foreign_keys'), pragma('trusted_schema'), pragma('locking_mode')]).toEqual(['delete', 3, 1, 0, 'exclusive'])
    session.close()
  })

  it('has only STRICT tables and an index on every foreign key', () => {
    const { session } = made()
    const tables = session.db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").all() as { name: string; sql: string }[]
    expect(tables.length).toBeGreaterThan(15)
    for (const { name, sql } of tables) {
      expect(sql, name).toMatch(/\)\s*STRICT(, WITHOUT ROWID)?$/)
      for (const key of session.db.pragma(`foreign_key_list(${name})`) as { from: string; on_delete: string; seq: number; id: number }[]) {
        expect(key.on_delete, `${name}.${key.from}`).not.toBe('NO ACTION')
        if (key.seq > 0) continue
        const indexed = [
          ...(session.db.pragma(`index_list(${name})`) as { name: string }[]).map((index) => (session.db.pragma(`index_info(${index.name})`) as { name: string }[])[0]?.name),
          ...(session.db.pragma(`table_info(${name})`) as { name: string; pk: number }[]).filter((column) => column.pk === 1).map((column) => column.name),
        ]
        expect(indexed, `${name}.${key.from}`).toContain(key.from)
      }
    }
    session.close()
  })

  it('is whole in a copy made while it is open, after every step', async () => {
    const { file, session } = made()
    for (const [index, value] of ['satu', 'dua', 'tiga'].entries()) {
      session.step('setting', { key: 'nama' }, () => session.workspace.setSetting('nama', value))
      const copy = path.join(path.dirname(file), `salinan-${index}.rembuk`)
      // another program copies: in this process closing the file a second time would drop SQLite's locks
      spawnSync('cp', [file, copy])
      const copied = await openSession(copy, fixedPorts())
      expect(copied.workspace.settings().get('nama')).toBe(value)
      copied.close()
    }
    session.close()
  })

  it('is refused to a second program while it is open, and free again afterwards', () => {
    const { file, session } = made()
    expect(inAnotherProgram(file)).toBe('workspace_in_use')
    session.close()
    expect(inAnotherProgram(file)).toBe('opened')
  })

  it('writes a command whole or not at all', () => {
    const { session } = made()
    expect(() => session.step('setting', {}, () => {
      session.workspace.setSetting('a', '1')
      throw new Error('half-way')
    })).toThrow('half-way')
    expect(session.workspace.settings().size).toBe(0)
    expect(session.workspace.steps()).toEqual([])
    session.close()
  })
})

describe('making a workspace', () => {
  it('never replaces a file', () => {
    const file = madeAndClosed()
    const before = readFileSync(file)
    expect(() => createWorkspace(file, { region: KALIPUCUNG }, fixedPorts())).toThrow(expect.objectContaining({ code: 'workspace_exists' }))
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it.each([
    ['35.05.07.2999', 'region_unknown'],
    ['abc', 'region_unknown'],
    ['35.05.07', 'region_kind_mismatch'],
    ['35', 'region_kind_mismatch'],
  ])('refuses the region %s and leaves no file', (region, code) => {
    const folder = temporaryFolder()
    expect(() => createWorkspace(path.join(folder, 'x.rembuk'), { region }, fixedPorts())).toThrow(expect.objectContaining({ code }))
    expect(() => readFileSync(path.join(folder, 'x.rembuk'))).toThrow('ENOENT')
  })

  it('knows a desa, a kelurahan and a regency by their codes', () => {
    for (const [region, kind] of [[KALIPUCUNG, 'desa'], ['35.71.01.1001', 'kelurahan'], ['35.71', 'regency'], ['35.05', 'regency']] as const) {
      const session = createWorkspace(path.join(temporaryFolder(), 'x.rembuk'), { region }, fixedPorts())
      expect(session.workspace.get().kind).toBe(kind)
      session.close()
    }
  })

  it('says that the folder is not there', () => {
    expect(() => createWorkspace(path.join(temporaryFolder(), 'tidak-ada', 'x.rembuk'), { region: KALIPUCUNG }, fixedPorts()))
      .toThrow(expect.objectContaining({ code: 'target_not_writable' }))
  })
})

describe('opening a workspace', () => {
  it('refuses what is not there, is no workspace, or another program’s database, and changes nothing', async () => {
    const folder = temporaryFolder()
    const text = path.join(folder, 'catatan.rembuk')
    writeFileSync(text, 'bukan basis data')
    const empty = path.join(folder, 'kosong.rembuk')
    writeFileSync(empty, '')
    const other = path.join(folder, 'lain.rembuk')
    new Database(other).exec('CREATE TABLE t (x)').close()
    expect((await refusal(openDatabase(path.join(folder, 'tidak-ada.rembuk')))).code).toBe('workspace_not_found')
    for (const file of [text, empty, other, folder]) expect((await refusal(openDatabase(file))).code).toBe('workspace_foreign')
    expect(readFileSync(text, 'utf8')).toBe('bukan basis data')
    expect(readFileSync(empty).length).toBe(0)
  })

  it('refuses a newer schema and names both versions', async () => {
    const file = madeAndClosed()
    const db = new Database(file)
    db.pragma('user_version = 99')
    db.close()
    expect((await refusal(openDatabase(file))).data).toMatchObject({ version: 99, known: MIGRATIONS.at(-1)?.version })
  })

  it('refuses a damaged file: cut short, or a page overwritten', async () => {
    const cut = madeAndClosed()
    truncateSync(cut, 3 * 4096)
    expect((await refusal(openDatabase(cut))).code).toBe('workspace_damaged')
    const overwritten = madeAndClosed()
    const bytes = readFileSync(overwritten)
    bytes.fill(0xab, 4096, 3 * 4096)
    writeFileSync(overwritten, bytes)
    expect((await refusal(openDatabase(overwritten))).code).toBe('workspace_damaged')
    expect(readFileSync(overwritten).equals(bytes)).toBe(true)
  })

  it.skipIf(process.getuid?.() === 0)('refuses a file that may only be read', async () => {
    const file = madeAndClosed()
    chmodSync(file, 0o400)
    expect((await refusal(openDatabase(file))).code).toBe('workspace_read_only')
  })
})

describe('migrating', () => {
  const newest = MIGRATIONS.at(-1)?.version ?? 0
  const next = { version: newest + 1, name: 'colour', sql: 'ALTER TABLE workspace ADD COLUMN colour TEXT' }

  it('brings an older file up after a checked backup', async () => {
    const file = madeAndClosed()
    const db = await openDatabase(file, { migrations: [...MIGRATIONS, next], now: fixedPorts().now })
    expect(db.pragma('user_version', { simple: true })).toBe(newest + 1)
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
    db.close()
    const backup = path.join(backupFolder(file), `desa 2026-11-21 14.32.00 skema-${newest + 1}.rembuk`)
    expect(await verifyWorkspace(backup)).toMatchObject({ ok: true, schemaVersion: newest, steps: 1 })
  })

  it.each([
    ['a faulty statement', 'CREATE TABLE good (x INTEGER) STRICT; CREATE TABLE nonsense ('],
    ['rows without their parent', "INSERT INTO activity (id, plan_id, position, name, intervention, location, beneficiaries, months, implementer, execution, indicator, indicator_unit, tier, weight) VALUES ('a', 'none', 1, '', 'support', '', '', 0, '', 'self', '', '', 1, 1)"],
  ])('leaves the old version after %s, and names the backup', async (_what, sql) => {
    const file = madeAndClosed()
    const error = await refusal(openDatabase(file, { migrations: [...MIGRATIONS, { version: newest + 1, name: 'faulty', sql }], now: fixedPorts().now }))
    expect(error.code).toBe('migration_failed')
    const data = error.data as { version: number; backup: string }
    expect(data.version).toBe(newest + 1)
    expect(await verifyWorkspace(data.backup)).toMatchObject({ ok: true, schemaVersion: newest })
    expect(await verifyWorkspace(file)).toMatchObject({ ok: true, schemaVersion: newest, steps: 1 })
  })
})

describe('a backup', () => {
  it('is a checked copy beside the workspace that never takes the place of another', async () => {
    const { file, session } = made()
    session.step('setting', {}, () => session.workspace.setSetting('a', '1'))
    const first = await backupDatabase(session.db, file, { reason: 'manual', now: fixedPorts().now() })
    const second = await backupDatabase(session.db, file, { reason: 'manual', now: fixedPorts().now() })
    session.close()
    expect(path.dirname(first.file)).toBe(backupFolder(file))
    expect(second.file).not.toBe(first.file)
    for (const copy of [first, second]) {
      const before = readFileSync(copy.file)
      expect(before.length).toBe(copy.bytes)
      expect(await verifyWorkspace(copy.file)).toMatchObject({ ok: true, integrity: 'ok', foreignKeys: 0, steps: 1 })
      expect(readFileSync(copy.file).equals(before)).toBe(true)
    }
  })

  it('is not found good when it is cut short', async () => {
    const { file, session } = made()
    const { file: copy } = await backupDatabase(session.db, file, { reason: 'manual', now: fixedPorts().now() })
    session.close()
    const damaged = path.join(mkdtempSync(path.join(temporaryFolder(), 'x')), 'potong.rembuk')
    copyFileSync(copy, damaged)
    truncateSync(damaged, 2 * 4096)
    expect((await refusal(verifyWorkspace(damaged))).code).toBe('workspace_damaged')
  })
})
