import { existsSync, openSync, readSync, closeSync, statSync, accessSync, constants, rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { AppError } from '../app-error.ts'
import { asWorkspaceError } from './errors.ts'
import { migrate } from './migrate.ts'
import { MIGRATIONS, type Migration } from './migrations/index.ts'

export type Connection = Database.Database

/** "REMB": how the operating system and other programs tell a workspace from another SQLite file. */
export const APPLICATION_ID = 0x52454d42

export interface OpenOptions {
  readonly readOnly?: boolean
  /** The schema's history; tests give shorter ones. */
  readonly migrations?: readonly Migration[]
  /** Where the backup before a migration goes, and what it is called by. */
  readonly now?: () => Date
}

/** Bytes 0–15 name the format, 68–71 hold the application id. Read before SQLite opens the file: closing a second handle later would drop its locks. */
function refuseForeign(file: string): void {
  if (!existsSync(file)) throw new AppError('workspace_not_found', { file })
  if (!statSync(file).isFile()) throw new AppError('workspace_foreign', { file })
  const header = Buffer.alloc(100)
  let length: number
  try {
    const handle = openSync(file, 'r')
    try {
      length = readSync(handle, header, 0, 100, 0)
    } finally {
      closeSync(handle)
    }
  } catch (error) {
    throw asWorkspaceError(error, file)
  }
  const isSqlite = header.subarray(0, 15).toString('latin1') === 'SQLite format 3'
  if (length < 100 || !isSqlite || header.readUInt32BE(68) !== APPLICATION_ID) throw new AppError('workspace_foreign', { file })
}

function isWritable(file: string): boolean {
  try {
    accessSync(file, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/**
 * Connects with the settings that every workspace lives under: a rollback journal (people copy the file in the Explorer; a
 * copy of a live WAL database loses what is in the log), full durability, foreign keys, no trusted schema; and keeps the
 * operating system's lock for as long as it is open, so that a second program is told `in use` instead of mixing its edits in.
 */
function connect(file: string, readOnly: boolean): Connection {
  const db = new Database(file, { readonly: readOnly, fileMustExist: true, timeout: 1000 })
  try {
    db.pragma('trusted_schema = OFF')
    db.pragma('foreign_keys = ON')
    db.pragma('cell_size_check = ON')
    if (readOnly) {
      db.pragma('query_only = ON')
    } else {
      db.pragma('locking_mode = EXCLUSIVE')
      db.pragma('journal_mode = DELETE')
      db.pragma('synchronous = EXTRA')
      db.exec('BEGIN EXCLUSIVE; COMMIT')
    }
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

function checkHealth(db: Connection, file: string): void {
  const problems = db.pragma('quick_check(3)') as { quick_check: string }[]
  const first = problems[0]?.quick_check
  if (first !== 'ok') throw new AppError('workspace_damaged', { file, detail: first ?? 'quick_check', backup: null })
}

export function schemaVersion(db: Connection): number {
  return db.pragma('user_version', { simple: true }) as number
}

/**
 * Opens a workspace that exists: refuses what is foreign, newer or damaged, migrates what is older (after a checked backup).
 * Nothing is ever created, replaced or deleted. @throws AppError workspace_*
 */
export async function openDatabase(file: string, options: OpenOptions = {}): Promise<Connection> {
  const migrations = options.migrations ?? MIGRATIONS
  refuseForeign(file)
  const readOnly = options.readOnly ?? false
  if (!readOnly && !isWritable(file)) throw new AppError('workspace_read_only', { file })
  let db: Connection | undefined
  try {
    db = connect(file, readOnly)
    const known = migrations.at(-1)?.version ?? 0
    const version = schemaVersion(db)
    if (version > known) throw new AppError('workspace_newer', { file, version, known })
    checkHealth(db, file)
    if (version < known) {
      if (readOnly) throw new AppError('workspace_read_only', { file })
      await migrate(db, file, migrations, options.now ?? (() => new Date()))
    }
    return db
  } catch (error) {
    db?.close()
    throw asWorkspaceError(error, file)
  }
}

/**
 * Makes a new workspace file with the newest schema. @throws AppError workspace_exists: a file is never replaced;
 * target_not_writable, workspace_no_space
 */
export function createDatabase(file: string, fill: (db: Connection) => void): Connection {
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
    db = connect(file, false)
    const connection = db
    connection.transaction(() => {
      for (const migration of MIGRATIONS) connection.exec(migration.sql)
      connection.pragma(`user_version = ${MIGRATIONS.at(-1)?.version ?? 0}`)
      fill(connection)
    }).immediate()
    return connection
  } catch (error) {
    db?.close()
    rmSync(file, { force: true })
    throw asWorkspaceError(error, file)
  }
}
