import { type createSums, rowsSql } from './content.ts'
import type { Connection } from './connection.ts'
import { shapeOf } from './tables.ts'

/** Journal that is kept before the oldest steps are dropped, where the workspace's settings say nothing else. */
const UNDO_MEGABYTES = 64

/** The least that can be set: below it nobody has to look at the setting. */
const SMALLEST_LIMIT = 1024 * 1024

/**
 * What the journal holds on to and what it lets go: what was undone goes with the next command, the oldest steps when the journal is full, and
 * with them the lists and packages that only they needed. `changeStep` changes a step's own row with its sum. Call inside a transaction.
 */
export function createRoom(db: Connection, sums: ReturnType<typeof createSums>, changeStep: (id: number, change: () => void) => void) {
  const freeBytes = db.prepare('UPDATE file_state SET journal_bytes = journal_bytes - ?, sums = ? WHERE id = 1')
  const discardStep = db.prepare("UPDATE step SET state = 'discarded', undoable = 0, journal_bytes = 0, journal_digest = NULL, journal_from = NULL, journal_to = NULL WHERE id = ?")
  const dropStep = db.prepare('UPDATE step SET undoable = 0, journal_bytes = 0, journal_digest = NULL, journal_from = NULL, journal_to = NULL WHERE id = ?')
  const clearRows = db.prepare('DELETE FROM journal WHERE id BETWEEN (SELECT journal_from FROM step WHERE id = @id) AND (SELECT journal_to FROM step WHERE id = @id)')
  const undoneSteps = db.prepare("SELECT id, journal_bytes AS bytes FROM step WHERE state = 'undone'")
  const oldestSteps = db.prepare('SELECT id, journal_bytes AS bytes FROM step WHERE undoable = 1 ORDER BY id')
  const limitSetting = db.prepare("SELECT value FROM setting WHERE key = 'undo-megabytes'").pluck()

  /** Takes out the batches that neither a series nor any step of the journal points to. */
  function collectBatches(): void {
    const unused = db.prepare(`SELECT id FROM series_batch WHERE id NOT IN (SELECT batch_id FROM caseload_series WHERE batch_id IS NOT NULL)
      AND id NOT IN (SELECT b FROM (SELECT old_row ->> 'batch_id' AS b FROM journal WHERE table_name = 'caseload_series'
        UNION ALL SELECT new_row ->> 'batch_id' FROM journal WHERE table_name = 'caseload_series') WHERE b IS NOT NULL)`).pluck().all() as number[]
    for (const id of unused) {
      for (const text of db.prepare(`${rowsSql(shapeOf(db, 'series_count'))} WHERE batch_id = ?`).pluck().iterate(id) as Iterable<string>) sums.remove('series_count', text)
      sums.remove('series_batch', db.prepare(`${rowsSql(shapeOf(db, 'series_batch'))} WHERE id = ?`).pluck().get(id) as string)
      db.prepare('DELETE FROM series_batch WHERE id = ?').run(id)
    }
  }

  /** Takes out the packages that neither a submission nor any step of the journal points to. */
  function collectPackages(): void {
    const unused = db.prepare(`SELECT sha256 FROM package_file WHERE sha256 NOT IN (SELECT sha256 FROM submission)
      AND sha256 NOT IN (SELECT coalesce(old_row, new_row) ->> 'sha256' FROM journal WHERE table_name = 'submission')`).pluck().all() as string[]
    for (const sha256 of unused) {
      sums.remove('package_file', db.prepare(`${rowsSql(shapeOf(db, 'package_file'))} WHERE sha256 = ?`).pluck().get(sha256) as string)
      db.prepare('DELETE FROM package_file WHERE sha256 = ?').run(sha256)
    }
  }

  /** A new command makes what was undone unreachable. @returns bytes of journal that went */
  function discardUndone(): number {
    let freed = 0
    for (const { id, bytes } of undoneSteps.all() as { id: number; bytes: number }[]) {
      clearRows.run({ id })
      changeStep(id, () => discardStep.run(id))
      freed += bytes
    }
    return freed
  }

  /** Drops the oldest steps until the journal fits; the newest always stays. @returns bytes of journal that went */
  function trim(total: number): number {
    if (total <= SMALLEST_LIMIT) return 0
    const limit = limitBytes()
    if (total <= limit) return 0
    let freed = 0
    for (const { id, bytes } of (oldestSteps.all() as { id: number; bytes: number }[]).slice(0, -1)) {
      if (total - freed <= limit) break
      clearRows.run({ id })
      changeStep(id, () => dropStep.run(id))
      freed += bytes
    }
    return freed
  }

  /** Bytes of journal that are kept. */
  function limitBytes(): number {
    const typed = Number(limitSetting.get() ?? UNDO_MEGABYTES)
    return (Number.isFinite(typed) && typed >= 1 ? typed : UNDO_MEGABYTES) * SMALLEST_LIMIT
  }

  return {
    /** Lets go what a new command makes unreachable and what no longer fits; `total` is what the journal holds with it. */
    make(total: number): void {
      const discarded = discardUndone()
      const freed = discarded + trim(total - discarded)
      if (freed === 0) return
      collectBatches()
      collectPackages()
      freeBytes.run(freed, sums.text())
    },
    limit: limitBytes,
  }
}
