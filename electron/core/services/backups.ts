import { accessSync, constants, existsSync, statSync } from 'node:fs'
import path from 'node:path'
import type { BackupFailure, BackupItem } from '#shared/contract/backup.ts'
import { AppError } from '../app-error.ts'
import { backupFolder, isGood, listBackups, stemOf } from '../db/backup-list.ts'
import { lastStepOf } from '../db/backup-look.ts'
import { parseBackupName } from '../db/backup-names.ts'
import { asWorkspaceError } from '../db/errors.ts'
import { restoreBackup } from '../db/restore.ts'
import type { Session } from '../session.ts'
import { makeBackup } from './backup.ts'
import type { Home } from './home.ts'
import { makeWhole, workspaceId } from './home-files.ts'

/** Steps that a backup lacks are counted up to here. */
const LACKING_MOST = 200

function itemOf(file: string): BackupItem | undefined {
  const name = parseBackupName(path.basename(file))
  const stat = statSync(file, { throwIfNoEntry: false })
  return name && stat?.isFile() ? { id: workspaceId(file), name: path.basename(file), madeAt: name.at, reason: name.reason, bytes: stat.size } : undefined
}

/** Paths of a workspace's backups, newest first, wherever they lie. */
function filesOf(session: Session): string[] {
  const chosen = session.backupFolder()
  const folders = new Set([path.resolve(chosen ?? backupFolder(session.file)), backupFolder(session.file)])
  return [...folders].flatMap((folder) => listBackups(session.file, folder)).toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)).map(({ id }) => id)
}

/** @throws AppError backup_not_found */
function fileOf(session: Session, id: string): string {
  const file = filesOf(session).find((candidate) => workspaceId(candidate) === id)
  if (file === undefined) throw new AppError('backup_not_found', { backup: id })
  return file
}

/** Whether a folder can be written, or made where it is not there yet. */
function canHold(folder: string): boolean {
  if (!path.isAbsolute(folder)) return false
  if (!existsSync(folder)) return path.dirname(folder) !== folder && canHold(path.dirname(folder))
  try {
    accessSync(folder, constants.W_OK)
    return statSync(folder).isDirectory()
  } catch {
    return false
  }
}

/** Backups of the open workspace, newest first, and where new ones go. */
export function listBackupItems(session: Session) {
  const chosen = session.backupFolder()
  return {
    folder: { name: path.basename(chosen ?? backupFolder(session.file)), chosen: chosen !== undefined, away: chosen !== undefined && !canHold(chosen) },
    backups: filesOf(session).flatMap((file) => itemOf(file) ?? []),
  }
}

/** @throws AppError backup_not_found */
export function verifyBackup(session: Session, id: string): { good: boolean } {
  return { good: isGood(fileOf(session, id)) }
}

/** Steps of the open workspace that came after a backup was made and still hold, newest first. @throws AppError backup_not_found, workspace_damaged */
export function stepsAfter(session: Session, id: string) {
  const file = fileOf(session, id)
  let last: ReturnType<typeof lastStepOf>
  try {
    last = lastStepOf(file)
  } catch (error) {
    throw asWorkspaceError(error, file)
  }
  const steps = session.history.steps(100_000)
  const shared = last === null || steps.some((step) => step.id === last.id && step.madeAt === last.madeAt)
  if (!shared) return { steps: null }
  return { steps: steps.filter((step) => step.state === 'done' && step.id > (last?.id ?? 0)).slice(0, LACKING_MOST).map((step) => ({ ...step, words: { ...step.words } })) }
}

/** Makes a backup now. @throws AppError workspace_damaged, target_not_writable, workspace_no_space */
export async function makeBackupItem(session: Session, home: Home | undefined): Promise<BackupItem> {
  const { file } = await makeBackup(session, 'manual')
  home?.backupMade()
  const item = itemOf(file)
  if (!item) throw new AppError('backup_not_found', { backup: path.basename(file) })
  return item
}

/** Makes a workspace of a backup in the home folder and opens it in place of the open one. @throws AppError backup_not_found, workspace_* */
export async function restoreItem(session: Session, home: Home, id: string) {
  const file = fileOf(session, id)
  const at = parseBackupName(path.basename(file))?.at.slice(0, 16) ?? ''
  const restored = await makeWhole(home.folder, `${stemOf(session.file)} (cadangan ${at})`, async (target) => void (await restoreBackup(file, target)))
  return { ...(await home.openFile(restored)), from: path.basename(file) }
}

/** A backup that could not be made, as the window is told. */
export function describeFailure({ at, file, error }: NonNullable<ReturnType<Home['backupFailure']>>): BackupFailure {
  const known = error instanceof AppError ? { code: error.code, data: { ...error.data } } : { code: 'unexpected', data: {} }
  return { at: at.toISOString(), workspace: path.basename(file), ...known }
}
