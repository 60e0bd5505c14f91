/** Why a backup was made; it stands in the file's name. `skema-N`: before the migration to schema N. */
export type BackupReason = 'manual' | 'impor' | 'alokasi' | 'hapus' | 'pulih' | 'tutup' | 'berkala' | `skema-${number}`

export interface BackupName {
  /** Name of the workspace file without its ending. */
  readonly stem: string
  /** Local time, `2026-11-21 14.32.00`: sorts like time, and every file system takes it. */
  readonly at: string
  readonly reason: string
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}

/** The local time of a moment as it stands in a backup's name. */
export function stampOf(moment: Date): string {
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())} ${two(moment.getHours())}.${two(moment.getMinutes())}.${two(moment.getSeconds())}`
}

/** File name of a backup; a second one in the same second gets a number. */
export function backupName({ stem, at, reason }: BackupName, attempt = 1): string {
  return `${stem} ${at} ${reason}${attempt === 1 ? '' : ` (${attempt})`}.rembuk`
}

const NAME = /^(.+) (\d{4}-\d{2}-\d{2} \d{2}\.\d{2}\.\d{2}) ([a-z0-9-]+)(?: \(\d+\))?\.rembuk$/

/** What a backup's name says; `undefined` for any other file. */
export function parseBackupName(name: string): BackupName | undefined {
  const match = NAME.exec(name)
  return match ? { stem: match[1] ?? '', at: match[2] ?? '', reason: match[3] ?? '' } : undefined
}
