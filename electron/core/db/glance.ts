import { closeSync, openSync, readSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import type { WORKSPACE_STATES } from '#shared/contract/home.ts'
import type { PlanKind } from '#shared/domain/plan.ts'
import { APPLICATION_ID, BACKUP_ID } from './connection.ts'
import { MIGRATIONS } from './migrations/index.ts'

export interface Glance {
  readonly state: (typeof WORKSPACE_STATES)[number]
  readonly region: string | null
  readonly kind: PlanKind | null
  readonly sample: boolean
}

const HEADER_BYTES = 100

function look(state: Glance['state']): Glance {
  return { state, region: null, kind: null, sample: false }
}

/** The first bytes of a file, whose length is compared with what they promise: a file that was cut short is told without reading it. */
function headerState(file: string): Glance['state'] {
  const header = Buffer.alloc(HEADER_BYTES)
  const handle = openSync(file, 'r')
  try {
    if (readSync(handle, header, 0, HEADER_BYTES, 0) < HEADER_BYTES) return 'foreign'
  } finally {
    closeSync(handle)
  }
  const id = header.subarray(0, 15).toString('latin1') === 'SQLite format 3' ? header.readUInt32BE(68) : 0
  if (id !== APPLICATION_ID && id !== BACKUP_ID) return 'foreign'
  const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16)
  if (statSync(file).size < header.readUInt32BE(28) * pageSize) return 'damaged'
  if (header.readUInt32BE(60) > (MIGRATIONS.at(-1)?.version ?? 0)) return 'newer'
  return id === BACKUP_ID ? 'backup' : 'ok'
}

/**
 * How a file looks and whose workspace it is, for a list: a few pages are read and nothing is written. Not for the file that this
 * process holds open: closing a second handle on it would drop the operating system's lock.
 */
export function glance(file: string): Glance {
  let state: Glance['state']
  try {
    state = headerState(file)
  } catch {
    return look('foreign')
  }
  if (state !== 'ok' && state !== 'backup') return look(state)
  let db: Database.Database | undefined
  try {
    // another program that holds the file answers at once, not after a wait for each of many files
    db = new Database(file, { readonly: true, fileMustExist: true, timeout: 0 })
    db.pragma('trusted_schema = OFF')
    const row = db.prepare('SELECT region, kind, sample FROM workspace WHERE id = 1').get() as { region: string; kind: PlanKind; sample: number } | undefined
    return row ? { state, region: row.region, kind: row.kind, sample: row.sample === 1 } : look('damaged')
  } catch (error) {
    const code = error instanceof Database.SqliteError ? error.code : ''
    if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return look('in_use')
    if (/^SQLITE_(CORRUPT|NOTADB|ERROR)/.test(code)) return look('damaged')
    // a killed program left something to play back: opening does that
    return look(state)
  } finally {
    db?.close()
  }
}
