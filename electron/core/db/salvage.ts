import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3'
import { AppError } from '../app-error.ts'
import { connect, type Connection } from './connection.ts'
import { digestOf, sumOf } from './row-sum.ts'
import { asWorkspaceError } from './errors.ts'
import { giveName } from './give-name.ts'
import { journalFault, journalName } from './hot-journal.ts'
import { MIGRATIONS } from './migrations/index.ts'
import { createDatabase } from './open.ts'
import { leaveOneTable, tableRoots } from './raw-schema.ts'
import { type Row, readWhatIsLeft } from './salvage-read.ts'
import { rowJson, shapeOf, tableNames, type TableShape } from './tables.ts'

export interface SalvagedTable {
  readonly table: string
  readonly read: number
  /** Rows that the table had and that could not be read; null = how many it had is lost too. */
  readonly lost: number | null
  /** Rows left out because what they belong to is lost, or because they make no sense. */
  readonly leftOut: number
  /** True where the rows are provably the ones that were written. */
  readonly verified: boolean
}

export interface SalvageReport {
  readonly workspace: string
  readonly schemaVersion: number
  readonly tables: readonly SalvagedTable[]
  /** True where every table is verified: nothing is lost. */
  readonly whole: boolean
}

/** Tables that are made anew instead of read. */
const MADE_ANEW: ReadonlySet<string> = new Set(['file_state', 'journal'])

/** Puts the fixed parts of a header right, so that SQLite looks at the rest at all. @returns the size of a page */
function mendHeader(bytes: Buffer): number {
  bytes.write('SQLite format 3\0', 0, 'latin1')
  const size = bytes.readUInt16BE(16)
  const isSize = size === 1 || (size >= 512 && (size & (size - 1)) === 0)
  if (!isSize) bytes.writeUInt16BE(4096, 16)
  const pageSize = isSize ? (size === 1 ? 65_536 : size) : 4096
  bytes.set([1, 1, 0, 64, 32, 32], 18)
  bytes.writeUInt32BE(Math.floor(bytes.length / pageSize), 28)
  // no free pages: a broken list of them would stop everything
  bytes.fill(0, 32, 40)
  bytes.writeUInt32BE(4, 44)
  bytes.fill(0, 52, 56)
  bytes.writeUInt32BE(1, 56)
  bytes.fill(0, 64, 68)
  bytes.writeUInt32BE(bytes.readUInt32BE(24), 92)
  return pageSize
}

/** The bytes of a damaged file; what a killed program left is put in order in a copy, where that can be done. */
function bytesOf(file: string): Buffer {
  if (!existsSync(journalName(file)) || journalFault(file) !== undefined) return readFileSync(file)
  const folder = mkdtempSync(path.join(os.tmpdir(), 'rembuk-'))
  try {
    const copy = path.join(folder, 'copy')
    copyFileSync(file, copy)
    copyFileSync(journalName(file), journalName(copy))
    attempt(() => connect(copy).close(), undefined)
    return readFileSync(copy)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A damaged database whose tables are read one by one, so that a fault in one, or in the schema, does not stand before the others. */
interface Damaged {
  readonly version: number
  /** Answers from one table alone; `otherwise` where it cannot be reached. */
  read<T>(table: TableShape, sql: string, work: (db: Connection) => T, otherwise: T): T
}

function openDamaged(file: string): Damaged {
  const bytes = bytesOf(file)
  if (bytes.length < 512) throw new AppError('workspace_foreign', { file })
  const said = bytes.readUInt32BE(60)
  const pageSize = mendHeader(bytes)
  const roots = tableRoots(bytes, pageSize)
  const known = MIGRATIONS.at(-1)?.version ?? 0
  return {
    version: said >= 1 && said <= known ? said : roots.has('file_state') || roots.size === 0 ? known : 1,
    read(table, sql, work, otherwise) {
      const root = roots.get(table.name)
      if (root === undefined) return otherwise
      const alone = Buffer.from(bytes)
      leaveOneTable(alone, pageSize, { name: table.name, root, sql })
      return attempt(() => {
        const db = new Database(alone)
        try {
          db.pragma('query_only = ON')
          return work(db)
        } finally {
          db.close()
        }
      }, otherwise)
    },
  }
}

/** The shortest SQL that a table can be read by: its columns and its key. */
function readingSql(fresh: Connection, { name, columns, key }: TableShape): string {
  const types = fresh.pragma(`table_info("${name}")`) as { name: string; type: string; pk: number }[]
  const isNumber = (column: string) => key.length === 1 && types.some((found) => found.name === column && found.pk === 1 && found.type === 'INTEGER')
  const list = columns.map((column) => `"${column}"${isNumber(column) ? ' INTEGER PRIMARY KEY' : ''}`)
  return hasNumbers(fresh, name) ? `CREATE TABLE "${name}" (${list.join(', ')})` : `CREATE TABLE "${name}" (${list.join(', ')}, PRIMARY KEY (${key.map((column) => `"${column}"`).join(', ')})) WITHOUT ROWID`
}

function attempt<T>(read: () => T, otherwise: T): T {
  try {
    return read()
  } catch {
    return otherwise
  }
}

type Expectation = { readonly rows: number; readonly digest: string } | undefined

/** What the damaged file itself says that each table held. */
function expectations(damaged: Damaged, db: Connection): ReadonlyMap<string, Expectation> {
  const found = new Map<string, Expectation>()
  if (damaged.version < 2) return found
  const state = shapeOf(db, 'file_state')
  const [row] = damaged.read(state, readingSql(db, state), (one) => readWhatIsLeft(one, state, []), [])
  const sums = attempt(() => JSON.parse(String(row?.[state.columns.indexOf('sums')])) as Record<string, [number, string]>, {})
  for (const [name, [rows, digest]] of Object.entries(sums)) found.set(name, { rows, digest })
  const batch = shapeOf(db, 'series_batch')
  const batches = damaged.read(batch, readingSql(db, batch), (one) => readWhatIsLeft(one, batch, []), [])
  if (batches.length !== found.get('series_batch')?.rows) return found
  for (const [table, column] of [['child', 'children'], ['measurement', 'measurements']] as const) {
    found.set(table, { rows: batches.reduce((total, row) => total + Number(row[batch.columns.indexOf(column)]), 0), digest: '' })
  }
  return found
}

/** Takes out what belongs to nothing, until everything belongs to something; references that may be empty are emptied. @returns rows per table */
function dropOrphans(db: Connection): Map<string, number> {
  const dropped = new Map<string, number>()
  for (let changed = true; changed;) {
    changed = false
    for (const table of tableNames(db)) {
      const keys = Object.values(Object.groupBy(db.pragma(`foreign_key_list("${table}")`) as { id: number; table: string; from: string; to: string; on_delete: string }[], (key) => key.id))
      for (const key of keys) {
        const [first] = key ?? []
        if (!key || !first) continue
        const missing = `${key.map((part) => `"${part.from}" IS NOT NULL`).join(' AND ')} AND NOT EXISTS (SELECT 1 FROM "${first.table}" p WHERE ${key.map((part) => `p."${part.to}" = "${table}"."${part.from}"`).join(' AND ')})`
        const empty = first.on_delete === 'SET NULL' || (table === 'caseload_series' && first.table === 'series_batch')
        const { changes } = db.prepare(empty ? `UPDATE "${table}" SET ${key.map((part) => `"${part.from}" = NULL`).join(', ')} WHERE ${missing}` : `DELETE FROM "${table}" WHERE ${missing}`).run()
        if (changes === 0) continue
        changed = true
        if (!empty) dropped.set(table, (dropped.get(table) ?? 0) + changes)
      }
    }
  }
  return dropped
}

/** True for tables whose rows have a number of their own. */
function hasNumbers(db: Connection, table: string): boolean {
  return attempt(() => db.prepare(`SELECT rowid FROM "${table}" LIMIT 1`).columns().length > 0, false)
}

/** Writes rows; one that the schema refuses is left out. @returns how many were */
function insertRows(db: Connection, table: TableShape, rows: readonly Row[]): number {
  const insert = db.prepare(`INSERT INTO "${table.name}" (${table.columns.map((column) => `"${column}"`).join(', ')}) VALUES (${table.columns.map(() => '?').join(', ')}) ON CONFLICT DO NOTHING`)
  return rows.filter((row) => attempt(() => insert.run(...row).changes, 0) === 0).length
}

/** The workspace's own row is needed; where it is lost, its plans say whose it is. */
function ensureWorkspaceRow(db: Connection, file: string): void {
  if (db.prepare('SELECT count(*) FROM workspace').pluck().get() === 1) return
  const { changes } = db.prepare(`INSERT INTO workspace (id, region, kind, sample, created_at) SELECT 1, region, kind, 0, created_at FROM plan ORDER BY created_at LIMIT 1`).run()
  if (changes === 0) throw new AppError('workspace_damaged', { file, detail: 'salvage', backup: null })
}

/**
 * Reads what is left of a damaged workspace into a new file, table by table, and tells for each what was read, what is lost and
 * whether it is provably what was written. The damaged file stays as it is. Undo begins anew in the new file.
 * @throws AppError workspace_not_found, workspace_exists, workspace_foreign, workspace_damaged (nothing could be read), target_not_writable
 */
export function salvageWorkspace(file: string, target: string): SalvageReport {
  if (!existsSync(file) || !statSync(file).isFile()) throw new AppError('workspace_not_found', { file })
  if (existsSync(target)) throw new AppError('workspace_exists', { file: target })
  const part = `${target}.sebagian`
  rmSync(part, { force: true })
  const damaged = openDamaged(file)
  try {
    const { version } = damaged
    const tables: SalvagedTable[] = []
    const fill = (db: Connection) => {
      const found: { table: TableShape; read: number; refused: number; expected: Expectation; digest: string }[] = []
      const ids = new Set<string | number>()
      // parents come first: tables with an id of their own, then those that are known by their owner's
      const shapes = tableNames(db).filter((name) => !MADE_ANEW.has(name)).map((name) => shapeOf(db, name)).toSorted((a, b) => a.key.length - b.key.length)
      const expected = expectations(damaged, db)
      for (const table of shapes) {
        const rows = damaged.read(table, readingSql(db, table), (one) => readWhatIsLeft(one, table, [...ids]), [])
        const at = table.columns.indexOf('id')
        if (at >= 0 && table.name !== 'child' && table.name !== 'measurement') for (const row of rows) ids.add(row[at] ?? '')
        const refused = insertRows(db, table, rows)
        const digest = digestOf(sumOf(db.prepare(`SELECT ${rowJson(table)} FROM "${table.name}"`).pluck().iterate() as Iterable<string>))
        found.push({ table, read: rows.length, refused, expected: expected.get(table.name), digest })
      }
      if (version > 1) db.exec("UPDATE step SET undoable = 0, journal_bytes = 0, journal_digest = NULL, journal_from = NULL, journal_to = NULL, state = iif(state = 'undone', 'discarded', state)")
      ensureWorkspaceRow(db, file)
      const orphans = dropOrphans(db)
      for (const { table, read, refused, expected, digest } of found) {
        const leftOut = refused + (orphans.get(table.name) ?? 0)
        tables.push({
          table: table.name, read, leftOut, lost: expected ? Math.max(0, expected.rows - read) : null,
          verified: leftOut === 0 && expected?.rows === read && (expected.digest === '' || expected.digest === digest),
        })
      }
    }
    createDatabase(part, fill, MIGRATIONS.filter((migration) => migration.version <= version)).close()
    giveName(part, target)
    return { workspace: target, schemaVersion: version, tables, whole: tables.every((table) => table.verified) }
  } catch (error) {
    rmSync(part, { force: true })
    throw (error as NodeJS.ErrnoException).code === 'EEXIST' ? new AppError('workspace_exists', { file: target }) : asWorkspaceError(error, target)
  }
}
