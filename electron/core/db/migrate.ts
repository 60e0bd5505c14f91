import { AppError } from '../app-error.ts'
import { backupDatabase } from './backup.ts'
import { type Connection, schemaVersion } from './connection.ts'
import type { Migration } from './migrations/index.ts'
import { remakeJournal } from './triggers.ts'

/** Where a migration can be stopped by a test: after its tables, after the journal and the sums, before the version is written. */
export type MigrationPoint = 'tables' | 'journal' | 'version'

/**
 * Runs one migration, then remakes what follows from the tables. Call inside a transaction with foreign keys off: with them
 * on, rebuilding a table would delete the rows that point to it.
 */
export function applyMigration(db: Connection, migration: Migration, at: (point: MigrationPoint) => void): void {
  db.exec(migration.sql)
  at('tables')
  remakeJournal(db)
  at('journal')
  const orphans = db.pragma('foreign_key_check') as unknown[]
  if (orphans.length > 0) throw new Error(`migration ${migration.version} leaves ${orphans.length} rows without their parent`)
  db.pragma(`user_version = ${migration.version}`)
  at('version')
}

/**
 * Brings an older workspace to the newest schema: first a checked backup, then one transaction per step, in order. A step
 * that fails is rolled back whole, the file stays at the version before it, and the error names the backup.
 * @throws AppError migration_failed; what a backup throws
 */
export async function migrate(db: Connection, file: string, migrations: readonly Migration[], now: () => Date, at: (point: MigrationPoint, version: number) => void = () => undefined): Promise<void> {
  const pending = migrations.filter((migration) => migration.version > schemaVersion(db))
  if (pending.length === 0) return
  const { file: backup } = await backupDatabase(db, file, { reason: `skema-${pending[0]?.version}`, now: now() })
  db.pragma('foreign_keys = OFF')
  try {
    for (const migration of pending) {
      try {
        db.transaction(() => applyMigration(db, migration, (point) => at(point, migration.version))).immediate()
      } catch (cause) {
        throw Object.assign(new AppError('migration_failed', { file, version: migration.version, backup }), { cause })
      }
    }
  } finally {
    db.pragma('foreign_keys = ON')
  }
}
