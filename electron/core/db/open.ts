import { closeSync, copyFileSync, existsSync, mkdtempSync, openSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3'
import { AppError } from '../app-error.ts'
import { newestGoodBackup } from './backup-list.ts'
import { APPLICATION_ID, checkHealth, connect, type Connection, connectToRead, fileKind, hasSums, isWritable, schemaVersion } from './connection.ts'
import { recordContent } from './content.ts'
import { asWorkspaceError } from './errors.ts'
import { journalFault, journalName } from './hot-journal.ts'
import { applyMigration, migrate } from './migrate.ts'
import { MIGRATIONS, type Migration } from './migrations/index.ts'

export interface OpenOptions {
  /** Reads and never writes: a workspace in a place that cannot be written, a backup, a newer file that older programs may read. */
  readonly readOnly?: boolean
  /** The schema's history; tests give shorter ones. */
  readonly migrations?: readonly Migration[]
  /** Where the backup before a migration goes, and what it is called by. */
  readonly now?: () => Date
}

/** Oldest schema whose program may read the file: later ones say so in it. */
function readableBy(db: Connection): number {
  return hasSums(db) ? (db.prepare('SELECT readable_by FROM file_state').pluck().get() as number) : schemaVersion(db)
}

/**
 * Reads a file beside which a killed program left a journal: both are copied to a temporary folder, put in order there and
 * taken into memory, so that what lies in its place stays as it is.
 */
function readRecovered(file: string): Connection {
  const fault = journalFault(file)
  if (fault !== undefined) throw new AppError('workspace_damaged', { file, detail: fault, backup: null })
  const folder = mkdtempSync(path.join(os.tmpdir(), 'rembuk-'))
  try {
    const copy = path.join(folder, 'copy')
    copyFileSync(file, copy)
    copyFileSync(journalName(file), journalName(copy))
    const recovered = connect(copy)
    const bytes = recovered.serialize()
    recovered.close()
    return connectToRead(bytes)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function openToRead(file: string): Connection {
  try {
    return connectToRead(file)
  } catch (error) {
    const hot = error instanceof Database.SqliteError && /^SQLITE_(READONLY_ROLLBACK|READONLY_RECOVERY|CANTOPEN)/.test(error.code)
    const journal = journalName(file)
    if (hot && existsSync(journal) && statSync(journal).size > 0) return readRecovered(file)
    throw error
  }
}

/**
 * Opens a workspace that exists: refuses what is foreign, newer or damaged, migrates what is older (after a checked backup).
 * Nothing is ever created, replaced or deleted. A damaged file names its newest good backup. @throws AppError workspace_*
 */
export async function openDatabase(file: string, options: OpenOptions = {}): Promise<Connection> {
  const migrations = options.migrations ?? MIGRATIONS
  const readOnly = options.readOnly ?? false
  let db: Connection | undefined
  try {
    const kind = fileKind(file)
    if (!readOnly && kind === 'backup') throw new AppError('workspace_is_backup', { file })
    if (!readOnly && !isWritable(file)) throw new AppError('workspace_read_only', { file })
    db = readOnly ? openToRead(file) : connect(file)
    const known = migrations.at(-1)?.version ?? 0
    const version = schemaVersion(db)
    if (version > known) {
      const readable = readableBy(db) <= known
      if (!readOnly || !readable) throw new AppError('workspace_newer', { file, version, known, readable })
    }
    checkHealth(db, file)
    // An older file is read as it stands only to check it; its tables are not the ones that this program asks for.
    if (version < known && !readOnly) await migrate(db, file, migrations, options.now ?? (() => new Date()))
    return db
  } catch (error) {
    db?.close()
    throw withWayOut(asWorkspaceError(error, file), file)
  }
}

/** Names the newest good backup where a file is damaged. One without the head of a workspace was one if it has backups: nothing but its head is lost, or all of it. */
function withWayOut(error: unknown, file: string): unknown {
  if (!(error instanceof AppError)) return error
  if (error.code === 'workspace_foreign') {
    const backup = newestGoodBackup(file)
    return backup === null ? error : Object.assign(new AppError('workspace_damaged', { file, detail: 'file is not a database', backup }), { cause: error })
  }
  if (error.code !== 'workspace_damaged') return error
  const { detail } = (error as AppError<'workspace_damaged'>).data
  return Object.assign(new AppError('workspace_damaged', { file, detail, backup: newestGoodBackup(file) }), { cause: error })
}

/**
 * Makes a new workspace file with the newest schema (or an older one, for what was saved from an older file). @throws AppError
 * workspace_exists: a file is never replaced; target_not_writable, workspace_no_space
 */
export function createDatabase(file: string, fill: (db: Connection) => void, migrations: readonly Migration[] = MIGRATIONS): Connection {
  try {
    // 'wx' makes the file only if there is none, in one step: two programs cannot both think that they made it
    closeSync(openSync(file, 'wx'))
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'EEXIST' ? new AppError('workspace_exists', { file }) : asWorkspaceError(error, file)
  }
  let db: Connection | undefined
  try {
    db = new Database(file, { fileMustExist: true, timeout: 1000 })
    db.pragma(`application_id = ${APPLICATION_ID}`)
    db.close()
    db = connect(file)
    const connection = db
    // Off while tables are rebuilt, as in a migration; checked before the commit.
    connection.pragma('foreign_keys = OFF')
    connection.transaction(() => {
      for (const migration of migrations) applyMigration(connection, migration, () => undefined)
      fill(connection)
      if (hasSums(connection)) recordContent(connection)
    }).immediate()
    connection.pragma('foreign_keys = ON')
    return connection
  } catch (error) {
    db?.close()
    rmSync(file, { force: true })
    throw asWorkspaceError(error, file)
  }
}
