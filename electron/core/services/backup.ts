import { existsSync } from 'node:fs'
import path from 'node:path'
import { type Backup, backupDatabase, currentBackup } from '../db/backup.ts'
import type { BackupReason } from '../db/backup-names.ts'
import type { Session } from '../session.ts'

/** Work that is not yet in any backup, at most. */
const EVERY_MS = 10 * 60 * 1000

/** Makes a backup now, whatever there is already. @throws AppError workspace_damaged, target_not_writable, workspace_no_space */
export function makeBackup(session: Session, reason: BackupReason): Promise<Backup> {
  return backupDatabase(session.db, session.file, { reason, now: session.ports.now(), folder: session.backupFolder() })
}

/**
 * Makes sure that the workspace as it stands is in a checked backup: before an import, a bulk change, and on closing. Nothing
 * is written where the newest backup already holds exactly this, or where there is nothing to lose yet. @throws as `makeBackup`
 */
export async function backupBefore(session: Session, reason: BackupReason): Promise<void> {
  if (!session.backups || session.history.steps(1).length === 0) return
  if (currentBackup(session.db, session.file, session.backupFolder()) === undefined) await makeBackup(session, reason)
}

export interface BackupKeeper {
  /** Ends the keeping with a last backup of what has changed. A backup that fails then holds nobody back: the work itself is in the file. */
  stop(): Promise<void>
}

/**
 * Backs a workspace up every ten minutes of work, and once more at the end. For hosts that keep it open; one command of the
 * command line is over before. `onFailure` hears of a backup that could not be made, and the next one tries again; `onSafe` hears that
 * everything is in a backup.
 */
export function keepBackups(
  session: Session,
  { everyMs = EVERY_MS, onFailure = () => undefined, onSafe = () => undefined }: { readonly everyMs?: number; readonly onFailure?: (error: unknown) => void; readonly onSafe?: () => void } = {},
): BackupKeeper {
  let running: Promise<void> = Promise.resolve()
  const start = session.history.steps(1)[0]?.id
  const backUp = (reason: BackupReason): Promise<void> => {
    const before = running
    running = (async () => {
      await before
      try {
        // also of a file that is gone: then the backup is all that is left
        if (session.db.open && existsSync(path.dirname(session.file))) {
          await backupBefore(session, reason)
          onSafe()
        }
      } catch (error) {
        onFailure(error)
      }
    })()
    return running
  }
  const timer = setInterval(() => void backUp('berkala'), everyMs)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      await running
      const state = session.db.open ? session.history.steps(1)[0] : undefined
      if (state && (state.id !== start || state.state === 'undone')) await backUp('tutup')
    },
  }
}
