import path from 'node:path'
import { writeFileSync } from 'node:fs'
import type { Opened, WorkspaceItem } from '#shared/contract/home.ts'
import { AppError } from '../app-error.ts'
import { newestGoodBackup, stemOf } from '../db/backup-list.ts'
import { fileKind } from '../db/connection.ts'
import { glance } from '../db/glance.ts'
import { restoreBackup } from '../db/restore.ts'
import { salvageWorkspace } from '../db/salvage.ts'
import { findRegion } from '../regions/lookup.ts'
import { openSession, type Ports, type Session, systemPorts } from '../session.ts'
import { type BackupKeeper, keepBackups, makeBackup } from './backup.ts'
import { createTurns, type Turns } from './turns.ts'
import { ENDING, findFiles, type FoundFile, forgetOpen, freePath, hideFile, makeWhole, plainName, rememberRecent, workspaceId } from './home-files.ts'

/** The workspace files of a host, and the one that is open. */
export interface Home {
  readonly folder: string
  readonly ports: Ports
  /** The open workspace; read anew for every call, because it changes. */
  readonly session: () => Session | undefined
  readonly current: () => Opened | null
  readonly list: () => { readonly folder: string; readonly workspaces: WorkspaceItem[] }
  /** Makes a file that somebody pointed at (by double-click, in a dialog) known, so that the window can open it. @returns its id */
  readonly offer: (file: string) => string
  /** Files by name and id, the latest opened first; looks into none. */
  readonly recent: () => { readonly id: string; readonly name: string }[]
  /** Making a file takes its time, also for whoever asks for the next one meanwhile: one is made after the other. */
  readonly making: Turns
  /** Backs the open workspace up now. @returns the backup's path; `undefined` while nothing is open; @throws AppError workspace_* */
  readonly backUp: () => Promise<string | undefined>
  /** The last backup that could not be made, also of a file that is closed by now; `undefined` once one was made again. */
  readonly backupFailure: () => { readonly at: Date; readonly file: string; readonly error: unknown } | undefined
  /** A backup was made: the failure before it is over. */
  readonly backupMade: () => void
  /** @throws AppError workspace_not_found */
  readonly fileOf: (id: string) => string
  /** Takes a file off the list; it stays where it lies. */
  readonly forget: (file: string) => { readonly name: string }
  /** Opens a file in place of the open one, which stays open when that fails. A backup is copied first. @throws AppError workspace_* */
  readonly openFile: (file: string, options?: { readonly readOnly?: boolean }) => Promise<Opened & { readonly from: string | null }>
  /** Closes the open workspace, after a backup of what changed. @returns whether one was open */
  readonly close: () => Promise<boolean>
  /** The same at the end of the program: the next start opens the workspace again. */
  readonly end: () => Promise<boolean>
}

/** False also for what cannot be read: opening it says why. */
function isBackup(file: string): boolean {
  try {
    return fileKind(file) === 'backup'
  } catch {
    return false
  }
}

/** Files in the menu of those opened lately. */
const RECENT_SHOWN = 10

interface Open {
  readonly session: Session
  readonly keeper: BackupKeeper | undefined
}

/** Keeps at most one workspace open; openings and closings run one after the other. @param folder where new workspaces go @param backUpEveryMs ten minutes when left out */
export function createHome(folder: string, ports: Ports = systemPorts, { backUpEveryMs }: { readonly backUpEveryMs?: number } = {}): Home {
  const known = new Map<string, string>()
  let open: Open | undefined
  let failure: ReturnType<Home['backupFailure']>
  const { take: inTurn } = createTurns()

  function offer(file: string): string {
    const absolute = path.resolve(file)
    const id = workspaceId(absolute)
    known.set(id, absolute)
    return id
  }

  const described = ({ session }: Open): Opened => ({ id: workspaceId(session.file), name: path.basename(session.file), readOnly: session.readOnly })

  function itemOf({ file, modifiedAt, missing }: FoundFile): WorkspaceItem {
    // Never a second handle on the open file: closing it would drop the lock.
    const own = open?.session.file === file ? open.session.workspace.get() : undefined
    const look = own ? { state: 'ok' as const, ...own } : missing ? { state: 'missing' as const, region: null, kind: null, sample: false } : glance(file)
    return {
      id: offer(file), name: path.basename(file), folder: path.dirname(file) === folder ? null : path.basename(path.dirname(file)),
      regionName: look.region === null ? null : (findRegion(look.region)?.name ?? look.region), kind: look.kind, sample: look.sample,
      modifiedAt: modifiedAt.toISOString(), state: look.state, open: own !== undefined,
    }
  }

  async function shut(): Promise<boolean> {
    const was = open
    open = undefined
    if (!was) return false
    await was.keeper?.stop()
    was.session.close()
    return true
  }

  function keeperOf(session: Session): BackupKeeper {
    return keepBackups(session, {
      ...(backUpEveryMs === undefined ? {} : { everyMs: backUpEveryMs }),
      onFailure: (error) => (failure = { at: ports.now(), file: session.file, error }),
      onSafe: () => (failure = failure?.file === session.file ? undefined : failure),
    })
  }

  async function openNow(file: string, readOnly: boolean): Promise<Opened & { from: string | null }> {
    if (open?.session.file === file) {
      if (open.session.isInPlace()) return { ...described(open), from: null }
      // Two handles beside one journal: the old one goes before the new one comes.
      await shut()
    }
    const backup = !readOnly && isBackup(file)
    const target = backup ? (await restoreBackup(file, freePath(folder, stemOf(file)))).workspace : file
    const session = await openSession(target, ports, { readOnly })
    await shut()
    open = { session, keeper: readOnly ? undefined : keeperOf(session) }
    rememberRecent(folder, target, ports.now().toISOString(), !readOnly)
    offer(target)
    return { ...described(open), from: backup ? path.basename(file) : null }
  }

  return {
    folder,
    ports,
    making: createTurns(),
    session: () => open?.session,
    current: () => (open ? described(open) : null),
    list: () => ({ folder: path.basename(folder), workspaces: findFiles(folder).map(itemOf).toSorted((a, b) => Number(a.state === 'foreign') - Number(b.state === 'foreign')) }),
    offer,
    recent: () => findFiles(folder).filter(({ missing }) => !missing).slice(0, RECENT_SHOWN).map(({ file }) => ({ id: offer(file), name: path.basename(file, ENDING) })),
    backUp: () => inTurn(async () => {
      if (!open) return undefined
      const { file } = await makeBackup(open.session, 'manual')
      failure = undefined
      return file
    }),
    backupFailure: () => failure,
    backupMade: () => (failure = undefined),
    fileOf(id) {
      if (!known.has(id)) for (const { file } of findFiles(folder)) offer(file)
      const file = known.get(id)
      if (file === undefined) throw new AppError('workspace_not_found', { file: id })
      return file
    },
    forget(file) {
      hideFile(folder, file)
      return { name: path.basename(file) }
    },
    openFile: (file, { readOnly = false } = {}) => inTurn(() => openNow(path.resolve(file), readOnly)),
    close: () => inTurn(async () => {
      forgetOpen(folder)
      return shut()
    }),
    end: () => inTurn(shut),
  }
}

/** Opens the newest good backup of a damaged workspace as a new file in the home folder. @throws AppError workspace_not_found where there is none */
export async function openNewestBackup(home: Home, id: string) {
  const file = home.fileOf(id)
  const backup = newestGoodBackup(file)
  if (backup === null) throw new AppError('workspace_not_found', { file })
  const restored = await makeWhole(home.folder, stemOf(file), async (target) => void (await restoreBackup(backup, target)))
  return { ...(await home.openFile(restored)), from: path.basename(backup) }
}

/** Reads what is left of a damaged workspace into a new file in the home folder and opens that. @throws AppError workspace_* */
export async function openSalvaged(home: Home, id: string) {
  const file = home.fileOf(id)
  const target = freePath(home.folder, stemOf(file))
  const report = salvageWorkspace(file, target)
  const lost = report.tables.some((table) => table.lost === null) ? null : report.tables.reduce((sum, table) => sum + (table.lost ?? 0) + table.leftOut, 0)
  return { ...(await home.openFile(target)), from: path.basename(file), whole: report.whole, rows: report.tables.reduce((sum, table) => sum + table.read - table.leftOut, 0), lost }
}

/** Copies a workspace that was dropped into the window into the home folder, never over another, and opens the copy. @throws AppError file_empty, workspace_* */
export async function bringIn(home: Home, file: File) {
  if (file.size === 0) throw new AppError('file_empty', { file: file.name })
  const stem = plainName(path.basename(file.name.replaceAll('\\', '/'), ENDING))
  const bytes = new Uint8Array(await file.arrayBuffer())
  const target = await makeWhole(home.folder, stem, async (unfinished) => {
    writeFileSync(unfinished, bytes, { flag: 'wx', flush: true })
    // what is no workspace is refused before it lies among them
    fileKind(unfinished)
  }).catch((error: unknown) => {
    throw error instanceof AppError && error.code === 'workspace_foreign' ? new AppError('workspace_foreign', { file: file.name }) : error
  })
  return { ...(await home.openFile(target)), from: file.name }
}
