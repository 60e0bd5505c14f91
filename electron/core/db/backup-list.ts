import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { parseBackupName } from './backup-names.ts'
import { connectToRead, healthFault } from './connection.ts'
import type { StoredBackup } from './retention.ts'

/** Backups that are looked at, newest first, before a damaged file is said to have none. */
const LOOKED_AT = 20

/** Folder beside a workspace that its backups go to, where its users chose no other. */
export function backupFolder(file: string): string {
  return path.join(path.dirname(file), 'Cadangan Rembuk')
}

export function stemOf(file: string): string {
  return path.basename(file, path.extname(file))
}

/** Backups of a workspace in a folder, newest first; `id` is the absolute path. */
export function listBackups(file: string, folder: string): StoredBackup[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return []
  const stem = stemOf(file)
  const found = readdirSync(folder).flatMap((name) => {
    const parsed = parseBackupName(name)
    return parsed?.stem === stem ? [{ id: path.join(folder, name), at: parsed.at, reason: parsed.reason }] : []
  })
  return found.toSorted((a, b) => (a.at + a.id < b.at + b.id ? 1 : -1))
}

/** True where a file opens for reading and everything in it is as it was written. Changes nothing. */
export function isGood(file: string): boolean {
  try {
    const db = connectToRead(file)
    try {
      return healthFault(db) === undefined
    } finally {
      db.close()
    }
  } catch {
    return false
  }
}

/** The folder that a damaged file names for its backups, if that can still be read. */
function chosenFolder(file: string): string | undefined {
  try {
    const db = connectToRead(file)
    try {
      return db.prepare("SELECT value FROM setting WHERE key = 'backup-folder'").pluck().get() as string | undefined
    } finally {
      db.close()
    }
  } catch {
    return undefined
  }
}

/** Path of the newest backup of a workspace that is good; null = none is. Never opens a file that this process holds open. */
export function newestGoodBackup(file: string): string | null {
  const chosen = chosenFolder(file)
  const all = [...listBackups(file, backupFolder(file)), ...(chosen ? listBackups(file, chosen) : [])]
  return all.toSorted((a, b) => (a.at < b.at ? 1 : -1)).slice(0, LOOKED_AT).find((backup) => isGood(backup.id))?.id ?? null
}
