import { accessSync, closeSync, constants, existsSync, openSync, readSync, statSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { AppError } from '../app-error.ts'
import { contentFaults } from './content.ts'
import { asWorkspaceError } from './errors.ts'
import { journalFault } from './hot-journal.ts'
import { summedTables, tableNames } from './tables.ts'

export type Connection = Database.Database

/** "REMB": how the operating system and other programs tell a workspace from another SQLite file. */
export const APPLICATION_ID = 0x52454d42
/** "REMC": a backup of a workspace. It is read and restored, never edited in its place. */
export const BACKUP_ID = 0x52454d43

/** Bytes 0–15 name the format, 68–71 hold the application id. Read before SQLite opens the file: closing a second handle later would drop its locks. */
export function fileKind(file: string): 'workspace' | 'backup' {
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
  const id = length < 100 || header.subarray(0, 15).toString('latin1') !== 'SQLite format 3' ? 0 : header.readUInt32BE(68)
  if (id === APPLICATION_ID) return 'workspace'
  if (id === BACKUP_ID) return 'backup'
  throw new AppError('workspace_foreign', { file })
}

/** Whether the file and the folder, where the rollback journal has to stand beside it, may be written. */
export function isWritable(file: string): boolean {
  try {
    accessSync(file, constants.W_OK)
    accessSync(path.dirname(file), constants.W_OK)
    return true
  } catch {
    return false
  }
}

function settings(db: Connection): void {
  db.pragma('trusted_schema = OFF')
  db.pragma('foreign_keys = ON')
  db.pragma('cell_size_check = ON')
}

/**
 * Connects with the settings that every workspace lives under: a rollback journal (people copy the file in the Explorer; a
 * copy of a live WAL database loses what is in the log), full durability, foreign keys, no trusted schema; and keeps the
 * operating system's lock for as long as it is open, so that a second program is told `in use` instead of mixing its edits in.
 * A journal that a killed program left is played back now, unless it is damaged itself. @throws AppError workspace_damaged
 */
export function connect(file: string): Connection {
  const fault = journalFault(file)
  if (fault !== undefined) throw new AppError('workspace_damaged', { file, detail: fault, backup: null })
  const db = new Database(file, { fileMustExist: true, timeout: 1000 })
  try {
    settings(db)
    db.pragma('locking_mode = EXCLUSIVE')
    db.pragma('journal_mode = DELETE')
    db.pragma('synchronous = EXTRA')
    db.exec('BEGIN EXCLUSIVE; COMMIT')
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** Connects for reading only; `source` is a file, or the bytes of one. */
export function connectToRead(source: string | Buffer): Connection {
  const db = typeof source === 'string' ? new Database(source, { readonly: true, fileMustExist: true, timeout: 1000 }) : new Database(source)
  try {
    settings(db)
    db.pragma('query_only = ON')
    // the first read takes the lock, and finds out whether a killed program left something to play back
    db.pragma('schema_version')
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

export function schemaVersion(db: Connection): number {
  return db.pragma('user_version', { simple: true }) as number
}

/** True from the schema on that keeps sums of its content. */
export function hasSums(db: Connection): boolean {
  return tableNames(db).includes('file_state')
}

/** What is wrong with an open file, in SQLite's words or by the sums of its content; `undefined` = every figure is as it was written. */
export function healthFault(db: Connection): string | undefined {
  try {
    const structure = db.pragma('quick_check(1)', { simple: true })
    if (structure !== 'ok') return String(structure)
    if (!hasSums(db)) {
      const whole = db.pragma('integrity_check(1)', { simple: true })
      return whole === 'ok' ? orphans(db) : String(whole)
    }
    // quick_check leaves indexes out; a row that an index has lost would be missing from a sum
    for (const table of summedTables(db)) {
      const indexes = db.pragma(`integrity_check("${table.name}")`, { simple: true })
      if (indexes !== 'ok') return String(indexes)
    }
    const fault = contentFaults(db)[0]
    if (fault) return `${fault.table}: ${fault.found} / ${fault.expected ?? '?'}`
    if (db.prepare('SELECT step_id FROM file_state').pluck().get() !== null) return 'file_state'
    return orphans(db)
  } catch (error) {
    if (error instanceof Database.SqliteError && /^SQLITE_(BUSY|LOCKED|FULL|NOMEM|IOERR)/.test(error.code)) throw error
    // Whatever else stops the reading comes from what is read: sums that are no sums, a table that is not there.
    return error instanceof Error ? error.message : String(error)
  }
}

function orphans(db: Connection): string | undefined {
  const rows = db.pragma('foreign_key_check') as { table: string }[]
  return rows[0] ? `${rows[0].table}: ${rows.length} rows without their parent` : undefined
}

/** @throws AppError workspace_damaged, without a way out: `openDatabase` names the backup */
export function checkHealth(db: Connection, file: string): void {
  const fault = healthFault(db)
  if (fault !== undefined) throw new AppError('workspace_damaged', { file, detail: fault, backup: null })
}
