import { closeSync, existsSync, fsyncSync, linkSync, mkdirSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { AppError } from '../app-error.ts'
import { asWorkspaceError } from './errors.ts'
import type { Connection } from './open.ts'

export interface Backup {
  /** Absolute path. */
  readonly file: string
  readonly bytes: number
}

/** Folder beside a workspace that its backups go to. */
export function backupFolder(file: string): string {
  return path.join(path.dirname(file), 'Cadangan Rembuk')
}

function stamp(now: Date): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())} ${two(now.getHours())}.${two(now.getMinutes())}.${two(now.getSeconds())}`
}

function unusedName(folder: string, stem: string): string {
  for (let attempt = 1; ; attempt += 1) {
    const candidate = path.join(folder, attempt === 1 ? `${stem}.rembuk` : `${stem} (${attempt}).rembuk`)
    if (!existsSync(candidate)) return candidate
  }
}

/** Rows of each table: what a copy must hold to be called whole. */
function totals(db: Connection): string {
  const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name").pluck().all() as string[]
  return tables.map((table) => `${table}=${db.prepare(`SELECT count(*) FROM "${table}"`).pluck().get()}`).join(' ')
}

function check(copy: string, expected: string, file: string): void {
  const db = new Database(copy, { readonly: true, fileMustExist: true })
  try {
    const health = db.pragma('quick_check(1)', { simple: true })
    const found = totals(db)
    if (health !== 'ok' || found !== expected) throw new AppError('workspace_damaged', { file, detail: `backup: ${health}; ${found}`, backup: null })
  } finally {
    db.close()
  }
}

function flush(target: string): void {
  const handle = openSync(target, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** A link never replaces a file; memory sticks (FAT, exFAT) have no links, so there the free name is checked once more and taken. */
function giveName(part: string, target: string): void {
  try {
    linkSync(part, target)
    rmSync(part)
  } catch (error) {
    if (existsSync(target)) throw error
    renameSync(part, target)
  }
}

/**
 * Copies an open workspace by SQLite's own backup interface, checks the copy (structure and rows per table), flushes it to the
 * disk, and only then gives it its name. An existing file is never overwritten; a copy that fails leaves nothing behind.
 * @throws AppError workspace_damaged, target_not_writable, workspace_no_space
 */
export async function backupDatabase(db: Connection, file: string, options: { readonly reason: string; readonly now: Date }): Promise<Backup> {
  const folder = backupFolder(file)
  const name = path.basename(file, path.extname(file))
  let part: string | undefined
  try {
    mkdirSync(folder, { recursive: true })
    const target = unusedName(folder, `${name} ${stamp(options.now)} ${options.reason}`)
    part = `${target}.sebagian`
    rmSync(part, { force: true })
    await db.backup(part)
    check(part, totals(db), file)
    flush(part)
    giveName(part, target)
    return { file: target, bytes: statSync(target).size }
  } catch (error) {
    if (part) rmSync(part, { force: true })
    throw asWorkspaceError(error, folder)
  }
}
