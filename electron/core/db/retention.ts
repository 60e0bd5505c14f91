export interface StoredBackup {
  readonly id: string
  /** Local time as in the name: `2026-11-21 14.32.00`. */
  readonly at: string
  readonly reason: string
  /** False where it was looked at and is damaged; `undefined` = not looked at. */
  readonly good?: boolean | undefined
}

const RECENT = 10
const DAYS = 30
const MONTHS = 12

/** Made by people, or before something that cannot be made again: never dropped. */
function isLasting(reason: string): boolean {
  return reason === 'manual' || reason === 'pulih' || reason.startsWith('skema')
}

/** The day so many days before one, both `YYYY-MM-DD`. */
function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)
}

/** The month so many months before one, both `YYYY-MM`. */
function monthsBefore(month: string, months: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 - months
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`
}

/** The first of each group in a list that is newest first. */
function newestOfEach(backups: readonly StoredBackup[], group: (backup: StoredBackup) => string): StoredBackup[] {
  const seen = new Set<string>()
  return backups.filter((backup) => !seen.has(group(backup)) && seen.add(group(backup)))
}

/**
 * Which backups may go: kept are the ten newest, the newest of each day for 30 days and of each month for 12 months (today and
 * this month included; what lies in the future counts as today's), everything that was made by hand or before a migration or a
 * restore, and always the newest that is not known to be damaged. @returns ids, oldest first
 */
export function backupsToDrop(backups: readonly StoredBackup[], now: string): string[] {
  const newestFirst = backups.toSorted((a, b) => (a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1))
  const usable = newestFirst.filter((backup) => backup.good !== false)
  const today = now.slice(0, 10)
  const [firstDay, firstMonth] = [daysBefore(today, DAYS - 1), monthsBefore(now.slice(0, 7), MONTHS - 1)]
  const kept = new Set([
    ...newestFirst.filter((backup) => isLasting(backup.reason)),
    ...usable.slice(0, Math.max(1, RECENT)),
    ...newestOfEach(usable.filter((backup) => backup.at.slice(0, 10) >= firstDay), (backup) => backup.at.slice(0, 10)),
    ...newestOfEach(usable.filter((backup) => backup.at.slice(0, 7) >= firstMonth), (backup) => backup.at.slice(0, 7)),
  ])
  // Without one good backup even damaged ones are kept: something may be saved from them.
  if (usable.length === 0) return []
  return newestFirst.filter((backup) => !kept.has(backup)).map((backup) => backup.id).toReversed()
}
