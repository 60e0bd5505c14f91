import { z } from 'zod'
import { openedCopy, OPEN_ERRORS } from './home.ts'
import { historyStep } from './history.ts'
import { command, query, TOPICS } from './procedure.ts'
import { wholeNumber } from './values.ts'

const nothing = z.strictObject({})
/** Names a backup for as long as the host runs; the contract never speaks of paths. */
const backupId = z.string().min(1).max(60)
const one = z.strictObject({ id: backupId })

const backupItem = z.object({
  id: backupId, name: z.string(),
  /** Local time of its making, `2026-11-21 14.32.00`. */
  madeAt: z.string(),
  /** manual, impor, alokasi, hapus, pulih, tutup, berkala, skema-N. */
  reason: z.string(), bytes: wholeNumber,
})
export type BackupItem = z.infer<typeof backupItem>

/** Why the last backup could not be made: a code of the named errors with its data, or `unexpected`. */
export const backupFailure = z.object({ at: z.string(), workspace: z.string(), code: z.string(), data: z.record(z.string(), z.unknown()) })
export type BackupFailure = z.infer<typeof backupFailure>

/** Copies of the open workspace: find, make, check them, and make a workspace of one. A backup is never changed, and nothing is ever written over. */
export const backupContract = {
  /**
   * Newest first, from the chosen folder and from the one beside the workspace. `chosen`: its users chose the folder;
   * `away`: it cannot be used now, so that backups go beside the workspace.
   */
  list: query(['backup', 'workspace'], nothing, z.object({ folder: z.object({ name: z.string(), chosen: z.boolean(), away: z.boolean() }), backups: z.array(backupItem) })),
  /** Reads a backup from end to end and holds every figure against the sums that were written with it. */
  verify: query(['backup'], one, z.object({ good: z.boolean() }), ['backup_not_found']),
  /** Steps of the open workspace that a backup does not hold yet, newest first, at most 200; null where the two have different pasts. */
  lacks: query([...TOPICS], one, z.object({ steps: z.array(historyStep).nullable() }), ['backup_not_found']),
  make: command(['backup'], nothing, backupItem),
  /** Makes a new workspace of a backup in the home folder and opens it; the one that is open is backed up, closed and stays as it is. */
  restore: command([...TOPICS], one, openedCopy, [...OPEN_ERRORS, 'backup_not_found']),
  /** The last backup that could not be made, also of a workspace that is closed by now, until one can be made again. */
  failure: query(['backup', 'home'], nothing, backupFailure.nullable()),
}
