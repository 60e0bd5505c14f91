import { AppError } from '../app-error.ts'
import { backupDatabase } from './backup.ts'
import type { Migration } from './migrations/index.ts'
import { type Connection, schemaVersion } from './open.ts'

function run(db: Connection, migration: Migration): void {
  db.exec(migration.sql)
  const orphans = db.pragma('foreign_key_check') as unknown[]
  if (orphans.length > 0) throw new Error(`migration ${migration.version} leaves ${orphans.length} rows without their parent`)
  db.pragma(`user_version = ${migration.version}`)
}

/**
 * Brings an older workspace to the newest schema: first a checked backup, then one transaction per step, in order. A step
 * that fails is rolled back whole, the file stays at the version before it, and the error names the backup.
 * @throws AppError migration_failed
 */
export async function migrate(db: Connection, file: string, migrations: readonly Migration[], now: () => Date): Promise<void> {
  const pending = migrations.filter((migration) => migration.version > schemaVersion(db))
  if (pending.length === 0) return
  const { file: backup } = await backupDatabase(db, file, { reason: `sebelum-skema-${pending[0]?.version}`, now: now() })
  // Rebuilding a table drops and renames it: with foreign keys on that would delete the rows that point to it.
  db.pragma('foreign_keys = OFF')
  try {
    for (const migration of pending) {
      try {
        db.transaction(() => run(db, migration)).immediate()
      } catch (cause) {
        throw Object.assign(new AppError('migration_failed', { file, version: migration.version, backup }), { cause })
      }
    }
  } finally {
    db.pragma('foreign_keys = ON')
  }
}
