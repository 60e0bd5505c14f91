import { AppError } from '../app-error.ts'
import { fileKind, schemaVersion } from './connection.ts'
import { MIGRATIONS } from './migrations/index.ts'
import { brokenStep } from './journal.ts'
import { openDatabase } from './open.ts'

export interface Verification {
  readonly ok: boolean
  /** A backup is read and restored, never edited in its place. */
  readonly kind: 'workspace' | 'backup'
  readonly schemaVersion: number
  /** `ok`, or what SQLite found first. */
  readonly integrity: string
  /** Rows that point to nothing. */
  readonly foreignKeys: number
  /** Steps recorded in the file. */
  readonly steps: number
}

/**
 * Reads a workspace or a backup from end to end, compares every figure with the sums that were written with it, and changes
 * nothing. @throws AppError workspace_*: what cannot be opened, and what is damaged
 */
export async function verifyWorkspace(file: string): Promise<Verification> {
  const db = await openDatabase(file, { readOnly: true })
  try {
    const [version, known] = [schemaVersion(db), MIGRATIONS.at(-1)?.version ?? 0]
    // Readable is not the same as known: what a newer program means by its tables cannot be vouched for.
    if (version > known) throw new AppError('workspace_newer', { file, version, known, readable: true })
    const integrity = String(db.pragma('integrity_check(1)', { simple: true }))
    const foreignKeys = (db.pragma('foreign_key_check') as unknown[]).length
    const steps = db.prepare('SELECT count(*) FROM step').pluck().get() as number
    const journal = version > 1 ? brokenStep(db) : undefined
    if (journal !== undefined) throw new AppError('workspace_damaged', { file, detail: `journal, step ${journal}`, backup: null })
    if (integrity !== 'ok') throw new AppError('workspace_damaged', { file, detail: integrity, backup: null })
    return { ok: foreignKeys === 0, kind: fileKind(file), schemaVersion: version, integrity, foreignKeys, steps }
  } finally {
    db.close()
  }
}
