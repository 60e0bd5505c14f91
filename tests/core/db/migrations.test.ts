import { copyFileSync, readFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { createAppClient } from '#core/app.ts'
import { AppError } from '#core/app-error.ts'
import { connect, type Connection } from '#core/db/connection.ts'
import { contentFaults } from '#core/db/content.ts'
import { migrate, type MigrationPoint } from '#core/db/migrate.ts'
import { MIGRATIONS } from '#core/db/migrations/index.ts'
import { openDatabase } from '#core/db/open.ts'
import { journaledTables } from '#core/db/tables.ts'
import { verifyWorkspace } from '#core/db/verify.ts'
import { createWorkspace, openSession } from '#core/session.ts'
import { fixedPorts, temporaryFolder } from '#tests/support/workspace.ts'

const FIXTURES = path.join(import.meta.dirname, '../../fixtures')
const RELEASED = [1, 2, 3, 4, 5] as const
/** Steps in each fixture. */
const STEPS: Readonly<Record<number, number>> = { 1: 18, 2: 11, 3: 12, 4: 16, 5: 18 }
const NEWEST = MIGRATIONS.at(-1)?.version ?? 0

/** A copy of the workspace that the program of a schema left behind. */
function fixture(version: number): string {
  const file = path.join(temporaryFolder(), 'desa.rembuk')
  copyFileSync(path.join(FIXTURES, `workspace-v${version}.rembuk`), file)
  return file
}

function schemaOf(db: Connection): string {
  const made = db.prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type = 'trigger', tbl_name, type DESC, name").pluck().all() as string[]
  return `${made.map((sql) => `${sql};`).join('\n\n')}\n`
}

const columns = (db: Connection) => journaledTables(db).map((table) => [table.name, table.columns.toSorted(), table.key])

function newDatabase(): Connection {
  const session = createWorkspace(path.join(temporaryFolder(), 'baru.rembuk'), { region: '35.05.07.2001' }, fixedPorts())
  return session.db
}

describe('the schema', () => {
  // Reviewed in the difference of tests/fixtures/schema.sql; vitest writes it anew with --update
  it('is the one that was reviewed', async () => {
    const db = newDatabase()
    await expect(schemaOf(db)).toMatchFileSnapshot(path.join(FIXTURES, 'schema.sql'))
    db.close()
  })

  it.each(RELEASED)('is the same in a file brought up from schema %i as in a new one', async (version) => {
    const db = await openDatabase(fixture(version), { now: fixedPorts().now })
    const fresh = newDatabase()
    expect(schemaOf(db)).toBe(schemaOf(fresh))
    expect(columns(db)).toEqual(columns(fresh))
    db.close()
    fresh.close()
  })

  it('has a fixture for each released version, whose number is its file’s', () => {
    for (const version of RELEASED) {
      const db = new Database(path.join(FIXTURES, `workspace-v${version}.rembuk`), { readonly: true })
      expect(db.pragma('user_version', { simple: true })).toBe(version)
      db.close()
    }
    expect(MIGRATIONS.map((migration) => migration.version)).toEqual([...RELEASED, NEWEST])
  })

  it('journals every column of every table that holds data', () => {
    const db = newDatabase()
    for (const table of journaledTables(db)) {
      for (const kind of ['insert', 'update', 'delete']) {
        const sql = db.prepare("SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = ?").pluck().get(`journal_${table.name}_${kind}`) as string
        for (const column of table.columns) expect(sql, `${table.name} ${kind}`).toContain(`'${column}', `)
      }
    }
    db.close()
  })
})

describe('0002 history', () => {
  it('keeps every figure, puts counts and children under their series, and begins to journal', async () => {
    const file = fixture(1)
    const old = new Database(file, { readonly: true })
    const before = {
      counts: old.prepare('SELECT s.name, c.village, c.posyandu, c.target_group, c.count FROM series_count c JOIN caseload_series s ON s.id = c.series_id ORDER BY 1, 2, 3, 4').all(),
      children: old.prepare('SELECT s.name, c.id, c.nik, c.born_on, m.id AS m, m.weight_grams FROM child c JOIN caseload_series s ON s.id = c.series_id LEFT JOIN measurement m ON m.child_id = c.id ORDER BY 2, 5').all(),
      lines: old.prepare('SELECT * FROM cost_line ORDER BY id').all(), cells: old.prepare('SELECT * FROM allocation ORDER BY 1, 2').all(), steps: old.prepare('SELECT id, name, words, made_at FROM step ORDER BY id').all(),
    }
    old.close()
    expect([before.counts.length > 20, before.children.length > 380, before.cells.length, before.steps.length]).toEqual([true, true, 9, 18])
    const session = await openSession(file, fixedPorts())
    const { db } = session
    expect(db.prepare('SELECT s.name, c.village, c.posyandu, c.target_group, c.count FROM series_count c JOIN caseload_series s ON s.batch_id = c.batch_id ORDER BY 1, 2, 3, 4').all()).toEqual(before.counts)
    expect(db.prepare('SELECT s.name, c.id, c.nik, c.born_on, m.id AS m, m.weight_grams FROM child c JOIN caseload_series s ON s.batch_id = c.batch_id LEFT JOIN measurement m ON m.child_id = c.id ORDER BY 2, 5').all()).toEqual(before.children)
    expect(db.prepare('SELECT * FROM cost_line ORDER BY id').all()).toEqual(before.lines)
    expect(db.prepare('SELECT * FROM allocation ORDER BY 1, 2').all()).toEqual(before.cells)
    expect(db.prepare('SELECT id, name, words, made_at FROM step ORDER BY id').all()).toEqual(before.steps)
    expect(contentFaults(db)).toEqual([])
    const { history, plan } = createAppClient(session)
    // what was done before cannot be taken back, and says so
    expect((await history.steps({})).steps.every((step) => !step.kept)).toBe(true)
    await expect(history.undo({})).rejects.toMatchObject({ code: 'nothing_to_undo' })
    await plan.setSource({ source: 'DDS', ceiling: 1_000_000 })
    expect((await history.undo({})).undoable).toBe(false)
    session.close()
    expect(await verifyWorkspace(file)).toMatchObject({ ok: true, schemaVersion: NEWEST })
  })
})

const columnsOf = (db: Connection, table: string) => (db.pragma(`table_info("${table}")`) as { name: string }[]).map(({ name }) => name)
const rowsOf = (db: Connection, table: string, names: readonly string[]) => db.prepare(`SELECT ${names.map((name) => `"${name}"`).join(', ')} FROM "${table}" ORDER BY 1, 2`).all()

describe('0003 scenarios', () => {
  it('keeps every row, and what was done before can still be taken back', async () => {
    const file = fixture(2)
    const old = new Database(file, { readonly: true })
    const tables = ['plan', 'cost_line', 'quantity', 'source', 'commitment', 'allocation', 'caseload_series', 'series_count', 'child', 'measurement', 'step', 'journal'] as const
    const before = tables.map((table) => rowsOf(old, table, columnsOf(old, table)))
    const known = tables.map((table) => columnsOf(old, table))
    old.close()
    expect(before.every((found) => found.length > 0)).toBe(true)
    const session = await openSession(file, fixedPorts())
    expect(tables.map((table, index) => rowsOf(session.db, table, known[index] ?? []))).toEqual(before)
    expect(contentFaults(session.db)).toEqual([])
    const { history, plan } = createAppClient(session)
    expect((await plan.summary({})).funded).toBeGreaterThan(0)
    expect(await history.undo({})).toMatchObject({ step: { name: 'allocate' } })
    expect((await plan.lines({})).filter((line) => line.funded > 0)).toHaveLength(1)
    session.close()
    expect(await verifyWorkspace(file)).toMatchObject({ ok: true, schemaVersion: NEWEST })
  })
})

describe('0004 rounds', () => {
  it('keeps every child and count, counts by the file as before, and finds a child by its NIK', async () => {
    const file = fixture(3)
    const old = new Database(file, { readonly: true })
    const tables = ['caseload_series', 'series_count', 'child', 'measurement', 'plan_series', 'step', 'journal'] as const
    const known = tables.map((table) => columnsOf(old, table))
    const before = tables.map((table, index) => rowsOf(old, table, known[index] ?? []))
    old.close()
    expect(before.every((found) => found.length > 0)).toBe(true)
    const session = await openSession(file, fixedPorts())
    expect(tables.map((table, index) => rowsOf(session.db, table, known[index] ?? []))).toEqual(before)
    expect(session.db.prepare("SELECT count(*) FROM caseload_series WHERE counted_by <> 'file'").pluck().get()).toBe(0)
    expect(session.db.prepare("SELECT count(*) FROM child WHERE also_at <> '' OR other_birth IS NOT NULL").pluck().get()).toBe(0)
    expect(contentFaults(session.db)).toEqual([])
    const plan = session.db.prepare('EXPLAIN QUERY PLAN SELECT id FROM child WHERE nik = ?').all('3505070101230001') as { detail: string }[]
    expect(plan.map(({ detail }) => detail).join()).toContain('child_nik')
    const client = createAppClient(session)
    const series = (await client.caseload.list({})).find(({ kind }) => kind === 'by-name')
    expect((await client.caseload.validity({ series: series?.name ?? '' })).whole.children).toBe(389)
    // what was done before is taken back row by row, new columns or not
    expect(await client.history.undo({})).toMatchObject({ step: { name: 'count' } })
    session.close()
    expect(await verifyWorkspace(file)).toMatchObject({ ok: true, schemaVersion: NEWEST })
  })
})

describe('0005 meeting', () => {
  it('keeps plans, scenarios and versions as they were, has room for one open meeting per plan, and takes back what was done before', async () => {
    const file = fixture(4)
    const old = new Database(file, { readonly: true })
    const tables = ['plan', 'cost_line', 'allocation', 'scenario', 'scenario_allocation', 'plan_version', 'caseload_series', 'child', 'step', 'journal'] as const
    const known = tables.map((table) => columnsOf(old, table))
    const before = tables.map((table, index) => rowsOf(old, table, known[index] ?? []))
    old.close()
    expect(before.every((found) => found.length > 0)).toBe(true)
    const session = await openSession(file, fixedPorts())
    expect(tables.map((table, index) => rowsOf(session.db, table, known[index] ?? []))).toEqual(before)
    expect(contentFaults(session.db)).toEqual([])
    const row = `INSERT INTO meeting (id, plan_id, number, held_on, place, leader, started_at, before_content, before_digest)
      SELECT @id, id, @number, '2026-11-21', 'Balai desa', 'Ketua BPD', '2026-11-21T09:00:00Z', '{}', '' FROM plan`
    session.db.prepare(row).run({ id: 'a', number: 1 })
    expect(() => session.db.prepare(row).run({ id: 'b', number: 2 })).toThrow(/UNIQUE/)
    session.db.prepare("UPDATE meeting SET finished_at = '2026-11-21T12:00:00Z'").run()
    session.db.prepare(row).run({ id: 'b', number: 2 })
    session.db.prepare('DELETE FROM meeting').run()
    const client = createAppClient(session)
    expect((await client.version.list({})).versions).toMatchObject([{ stage: 'draft' }])
    expect(await client.history.undo({})).toMatchObject({ step: { name: 'count' } })
    session.close()
    expect(await verifyWorkspace(file)).toMatchObject({ ok: true, schemaVersion: NEWEST })
  })
})

describe('0006 submissions', () => {
  it('keeps plans and meetings as they were, has room for packages, and takes back what was done before', async () => {
    const file = fixture(5)
    const old = new Database(file, { readonly: true })
    const tables = ['plan', 'cost_line', 'source', 'allocation', 'meeting', 'plan_version', 'caseload_series', 'step', 'journal'] as const
    const known = tables.map((table) => columnsOf(old, table))
    const before = tables.map((table, index) => rowsOf(old, table, known[index] ?? []))
    old.close()
    expect(before.every((found) => found.length > 0)).toBe(true)
    const session = await openSession(file, fixedPorts())
    expect(tables.map((table, index) => rowsOf(session.db, table, known[index] ?? []))).toEqual(before)
    expect(contentFaults(session.db)).toEqual([])
    // a submission stands on its package
    const row = "INSERT INTO submission (sha256, village, fiscal_year, revision, made_at, received_at) VALUES (?, '35.05.07.2001', 2027, 1, '', '')"
    expect(() => session.db.prepare(row).run('a'.repeat(64))).toThrow(/FOREIGN KEY/)
    const client = createAppClient(session)
    expect(await client.history.undo({})).toMatchObject({ step: { name: 'source' } })
    session.close()
    expect(await verifyWorkspace(file)).toMatchObject({ ok: true, schemaVersion: NEWEST })
  })
})

describe('a migration that fails', () => {
  const points: readonly MigrationPoint[] = ['tables', 'journal', 'version']
  const cases = RELEASED.flatMap((from) => MIGRATIONS.filter(({ version }) => version > from).flatMap(({ version }) => points.map((point) => [from, version, point] as const)))

  it.each(cases)('from schema %i, in migration %i, after its %s, leaves the version before and names the backup', async (from, version, point) => {
    const file = fixture(from)
    const before = readFileSync(file)
    const db = connect(file)
    const error = await migrate(db, file, MIGRATIONS, fixedPorts().now, (at, migration) => {
      if (migration === version && at === point) throw new Error('injected')
    }).then(() => undefined, (thrown: unknown) => thrown)
    if (!(error instanceof AppError) || error.code !== 'migration_failed') throw new Error(`expected a failed migration, got ${String(error)}`)
    expect(db.pragma('user_version', { simple: true })).toBe(version - 1)
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
    db.close()
    expect(await verifyWorkspace(file)).toMatchObject({ ok: true, schemaVersion: version - 1, steps: STEPS[from] })
    expect(await verifyWorkspace((error as AppError<'migration_failed'>).data.backup ?? '')).toMatchObject({ ok: true, kind: 'backup', schemaVersion: from, steps: STEPS[from] })
    // only the counters of the header may differ: every page of content is the one that it was, where nothing was migrated before
    expect(version > from + 1 || readFileSync(file).subarray(100).equals(before.subarray(100))).toBe(true)
    // and the next start brings it up
    const again = await openDatabase(file, { now: fixedPorts().now })
    expect(again.pragma('user_version', { simple: true })).toBe(NEWEST)
    again.close()
  })

  it('is not begun without a backup', async () => {
    const file = fixture(1)
    const blocked = path.join(path.dirname(file), 'Cadangan Rembuk')
    copyFileSync(file, blocked)
    await expect(openDatabase(file, { now: fixedPorts().now })).rejects.toMatchObject({ code: 'target_not_writable' })
    expect(await verifyWorkspace(file)).toMatchObject({ schemaVersion: 1 })
  })
})
