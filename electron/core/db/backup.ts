import { accessSync, chmodSync, constants, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { AppError } from '../app-error.ts'
import { checkCopy, type CopyCheck, totals } from './backup-check.ts'
import { backupFolder, isGood, listBackups, stemOf } from './backup-list.ts'
import { backupName, stampOf } from './backup-names.ts'
import { BACKUP_ID, type Connection, connectToRead, hasSums } from './connection.ts'
import { asWorkspaceError } from './errors.ts'
import { giveName } from './give-name.ts'
import { backupsToDrop } from './retention.ts'

export interface Backup {
  /** Absolute path. */
  readonly file: string
  readonly bytes: number
}

export interface BackupOptions {
  readonly reason: string
  readonly now: Date
  /** Where to; beside the workspace when left out or not usable. */
  readonly folder?: string | undefined
}

/** Pages that are copied at a time: what an edit has to wait for, at most. */
const PAGES = 32
/** Copied pages between two flushes on the side, so that the last one has little left to do. */
const FLUSH_PAGES = 512
/** A copy up to this size is checked at once; a longer check runs in a thread of its own. */
const SMALL_BYTES = 4 * 1024 * 1024
/** Ending of a copy that is not finished. */
const PART = '.sebagian'

const WORKER = new URL(import.meta.url.endsWith('.ts') ? './check.worker.ts' : './check.worker.js', import.meta.url)

function checkInWorker(check: CopyCheck): Promise<string | undefined> {
  const worker = new Worker(WORKER, { workerData: check, execArgv: [] })
  return new Promise((resolve, reject) => {
    worker.on('message', (answer: { fault?: string; error?: { code?: string; message: string } }) => {
      if (answer.error) reject(Object.assign(new Error(answer.error.message), { code: answer.error.code }))
      else resolve(answer.fault)
    })
    worker.on('error', reject)
    worker.on('exit', (code) => reject(new Error(`the checking thread ended with ${code}`)))
  })
}

/**
 * Copies an open database page by page by SQLite's own backup interface, edits going on in between; checks the copy in every
 * figure against the original as it is at that moment; flushes it; and gives it its name only then.
 * @throws AppError workspace_damaged, target_not_writable, workspace_no_space
 */
export async function copyDatabase(db: Connection, target: string, applicationId: number): Promise<Backup> {
  const part = `${target}${PART}`
  let handle: FileHandle | undefined
  let flushing: Promise<void> | undefined
  try {
    accessSync(path.dirname(target), constants.W_OK)
    rmSync(part, { force: true })
    let flushed = 0
    let flushedBeforeLast = false
    const flushBeside = async (): Promise<void> => {
      try {
        handle ??= await open(part, 'r+')
        await handle.datasync()
      } catch {
        // the copy itself is flushed again at its end, where an error counts
      } finally {
        flushing = undefined
      }
    }
    await db.backup(part, {
      progress({ totalPages, remainingPages }) {
        const copied = totalPages - remainingPages
        const isLast = remainingPages <= PAGES && totalPages > FLUSH_PAGES
        if (!flushing && (copied - flushed >= FLUSH_PAGES || (isLast && !flushedBeforeLast))) {
          flushed = copied
          flushedBeforeLast = isLast
          flushing = flushBeside()
        }
        // SQLite flushes with the last page, and edits would wait for that: wait here, beside them, until there is little left to flush
        return isLast && flushing ? 0 : PAGES
      },
    })
    // No edit can come between the last page and this.
    const check: CopyCheck = { file: part, expected: totals(db), applicationId }
    await flushing
    await handle?.close()
    handle = undefined
    const fault = statSync(part).size <= SMALL_BYTES ? checkCopy(check) : await checkInWorker(check)
    if (fault !== undefined) throw new AppError('workspace_damaged', { file: target, detail: fault, backup: null })
    giveName(part, target)
    return { file: target, bytes: statSync(target).size }
  } catch (error) {
    await flushing
    await handle?.close()
    for (const leftover of [part, `${part}-journal`]) rmSync(leftover, { force: true })
    throw error
  }
}

/** A free name; nothing is ever overwritten. */
function unusedName(folder: string, stem: string, options: BackupOptions): string {
  for (let attempt = 1; ; attempt += 1) {
    const candidate = path.join(folder, backupName({ stem, at: stampOf(options.now), reason: options.reason }, attempt))
    if (!existsSync(candidate)) return candidate
  }
}

/** Makes a folder with those above it, one by one: Node's own way never comes back where a folder that exists takes none in, as /proc. */
function makeFolder(folder: string): void {
  const there = statSync(folder, { throwIfNoEntry: false })
  if (there?.isDirectory()) return
  if (!there && path.dirname(folder) !== folder) makeFolder(path.dirname(folder))
  mkdirSync(folder)
}

/** The folder for the backups: the chosen one where it can be made and written, else the one beside the workspace. @throws AppError target_not_writable … */
function usableFolder(file: string, chosen: string | undefined): string {
  // One that is not named from its root on would be looked for where the program happens to run.
  if (chosen && path.isAbsolute(chosen)) {
    try {
      makeFolder(chosen)
      return chosen
    } catch {
      // a stick that is not plugged in, a share that is away: better beside the workspace than none
    }
  }
  const beside = backupFolder(file)
  makeFolder(beside)
  return beside
}

/** Takes away what the rule no longer keeps, and copies that an ended program left unfinished. A backup that cannot be deleted stays. */
function tidy(file: string, folder: string, now: Date): void {
  const stem = stemOf(file)
  const unfinished = readdirSync(folder).filter((name) => name.startsWith(`${stem} `) && name.includes(PART)).map((name) => path.join(folder, name))
  for (const old of [...unfinished, ...backupsToDrop(listBackups(file, folder), stampOf(now))]) {
    try {
      chmodSync(old, 0o600)
      rmSync(old, { force: true })
    } catch {
      // read by another program just now: the next backup tries again
    }
  }
}

/** The backup that is being made of each workspace. */
const underWay = new Map<string, Promise<Backup>>()

/**
 * Makes a backup of an open workspace, then tidies up by the rule of `backupsToDrop`. An existing file is never overwritten; a
 * copy that fails leaves nothing behind. Of one workspace they are made one after the other: each takes away what looks like the unfinished
 * copy of another. @throws AppError workspace_damaged, target_not_writable, workspace_no_space
 */
export async function backupDatabase(db: Connection, file: string, options: BackupOptions): Promise<Backup> {
  const before = underWay.get(file)
  const made = before === undefined ? makeCopy(db, file, options) : before.catch(() => undefined).then(() => makeCopy(db, file, options))
  underWay.set(file, made)
  try {
    return await made
  } finally {
    if (underWay.get(file) === made) underWay.delete(file)
  }
}

async function makeCopy(db: Connection, file: string, options: BackupOptions): Promise<Backup> {
  let folder = backupFolder(file)
  try {
    folder = usableFolder(file, options.folder)
    const backup = await copyDatabase(db, unusedName(folder, stemOf(file), options), BACKUP_ID)
    tidy(file, folder, options.now)
    return backup
  } catch (error) {
    throw asWorkspaceError(error, folder)
  }
}

/** What tells two states of a workspace apart without reading them; `undefined` for schemas from before it was kept. */
function stateOf(db: Connection): string | undefined {
  if (!hasSums(db)) return undefined
  return db.prepare("SELECT revision || '/' || coalesce((SELECT id || '/' || made_at FROM step ORDER BY id DESC LIMIT 1), '') FROM file_state").pluck().get() as string
}

/** The newest backup, if it holds exactly what the workspace holds now. */
export function currentBackup(db: Connection, file: string, folder: string | undefined): string | undefined {
  const wanted = stateOf(db)
  const newest = [...listBackups(file, backupFolder(file)), ...(folder ? listBackups(file, folder) : [])].toSorted((a, b) => (a.at < b.at ? 1 : -1))[0]
  if (!newest || wanted === undefined) return undefined
  try {
    const copy = connectToRead(newest.id)
    let same: boolean
    try {
      same = stateOf(copy) === wanted
    } finally {
      copy.close()
    }
    return same && (statSync(newest.id).size > SMALL_BYTES || isGood(newest.id)) ? newest.id : undefined
  } catch {
    return undefined
  }
}
