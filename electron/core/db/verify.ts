import { AppError } from '../app-error.ts'
import { openDatabase, schemaVersion } from './open.ts'

export interface Verification {
  readonly ok: boolean
  readonly schemaVersion: number
  /** `ok`, or what SQLite found first. */
  readonly integrity: string
  /** Rows that point to nothing. */
  readonly foreignKeys: number
  /** Steps recorded in the file. */
  readonly steps: number
}

/**
 * Reads a workspace or a backup from end to end and changes nothing. A file that cannot be opened at all is an error; one
 * that opens with faults answers `ok: false`. @throws AppError workspace_*
 */
export async function verifyWorkspace(file: string): Promise<Verification> {
  const db = await openDatabase(file, { readOnly: true })
  try {
    const integrity = String(db.pragma('integrity_check(1)', { simple: true }))
    const foreignKeys = (db.pragma('foreign_key_check') as unknown[]).length
    const steps = db.prepare('SELECT count(*) FROM step').pluck().get() as number
    if (integrity !== 'ok') throw new AppError('workspace_damaged', { file, detail: integrity, backup: null })
    return { ok: foreignKeys === 0, schemaVersion: schemaVersion(db), integrity, foreignKeys, steps }
  } finally {
    db.close()
  }
}
