import { existsSync } from 'node:fs'
import { AppError } from '../app-error.ts'
import { copyDatabase } from './backup.ts'
import { APPLICATION_ID } from './connection.ts'
import { asWorkspaceError } from './errors.ts'
import { openDatabase } from './open.ts'

/**
 * Makes a workspace of a backup (or of another workspace) under a new name. The backup stays as it is, and no file is replaced.
 * A backup of an older schema stays at it until it is opened. @throws AppError workspace_exists, workspace_*, target_not_writable
 */
export async function restoreBackup(backup: string, target: string): Promise<{ readonly workspace: string }> {
  if (existsSync(target)) throw new AppError('workspace_exists', { file: target })
  const db = await openDatabase(backup, { readOnly: true })
  try {
    await copyDatabase(db, target, APPLICATION_ID)
    return { workspace: target }
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'EEXIST' ? new AppError('workspace_exists', { file: target }) : asWorkspaceError(error, target)
  } finally {
    db.close()
  }
}
