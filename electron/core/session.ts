import path from 'node:path'
import type { PlanKind } from '#shared/domain/plan.ts'
import { villageKind, levelOf } from '#shared/domain/region.ts'
import { AppError } from './app-error.ts'
import { asWorkspaceError } from './db/errors.ts'
import { type Connection, schemaVersion } from './db/connection.ts'
import { createJournal, type Journal } from './db/journal.ts'
import { MIGRATIONS } from './db/migrations/index.ts'
import { createDatabase, openDatabase } from './db/open.ts'
import { watchPlace } from './db/in-place.ts'
import { isPreference } from './db/preferences.ts'
import { createHistoryRepository } from './db/repositories/history-repository.ts'
import { createMeetingRepository } from './db/repositories/meeting-repository.ts'
import { createPlanRepository } from './db/repositories/plan-repository.ts'
import { createChildRepository } from './db/repositories/child-repository.ts'
import { createScenarioRepository } from './db/repositories/scenario-repository.ts'
import { createSeriesRepository } from './db/repositories/series-repository.ts'
import { createSubmissionRepository } from './db/repositories/submission-repository.ts'
import { createVersionRepository } from './db/repositories/version-repository.ts'
import { createWorkspaceRepository } from './db/repositories/workspace-repository.ts'
import { createStatements } from './db/statements.ts'
import { findRegion } from './regions/lookup.ts'
import { similarRegions } from './regions/similar.ts'

/** What the core takes from outside, so that tests can fix it. */
export interface Ports {
  readonly now: () => Date
  readonly newId: () => string
}

export const systemPorts: Ports = { now: () => new Date(), newId: () => crypto.randomUUID() }

/** One open workspace: its file, its tables, and the one way to change them. */
export interface Session extends ReturnType<typeof repositories> {
  readonly file: string
  readonly db: Connection
  readonly ports: Ports
  /** Opened for reading only: every command is refused. */
  readonly readOnly: boolean
  /** False once the file was moved, deleted or replaced while it is open: then every command is refused. */
  readonly isInPlace: () => boolean
  /** Whether backups are made before what is risky; not while a sample is being built. */
  readonly backups: boolean
  /** Folder that its users chose for backups, or `undefined`: beside the file. */
  readonly backupFolder: () => string | undefined
  /** Today's date in the office, ISO. */
  readonly today: () => string
  /**
   * Runs a command as one named step: everything in it is written in one transaction with the step's record and what takes it
   * back, or nothing. A command that changes nothing leaves no step. `work` must not await. @throws AppError workspace_*
   */
  readonly step: <T>(name: string, words: Readonly<Record<string, string | number>>, work: () => T) => T
  /** Writes a setting: a preference without a step, any other as one. @throws AppError workspace_* */
  readonly setSetting: (key: string, value: string) => void
  /** Puts newly filled counts and children in place of what a series held, which is kept whole for undo. Call inside a step. */
  readonly replaceBatch: Journal['replaceBatch']
  readonly undo: Journal['undo']
  readonly redo: Journal['redo']
  readonly journalState: Journal['state']
  /** The same session whose steps carry a reason that its user gave. */
  readonly because: (reason: string) => Session
  readonly close: () => void
}

function repositories(db: Connection, newBatch: (seriesId: string) => void, keepPackage: Journal['keepPackage']) {
  const sql = createStatements(db)
  return {
    workspace: createWorkspaceRepository(sql), series: createSeriesRepository(sql, newBatch), children: createChildRepository(sql), plans: createPlanRepository(sql),
    history: createHistoryRepository(sql), scenarios: createScenarioRepository(sql), versions: createVersionRepository(sql), meetings: createMeetingRepository(sql),
    submissions: createSubmissionRepository(sql, keepPackage),
  }
}

/** The calendar day of a moment where the office is, ISO. */
export function localDate(moment: Date): string {
  return `${moment.getFullYear()}-${String(moment.getMonth() + 1).padStart(2, '0')}-${String(moment.getDate()).padStart(2, '0')}`
}

function createSession(file: string, db: Connection, ports: Ports, options: { readonly readOnly: boolean; readonly backups: boolean }): Session {
  const journal = createJournal(db, file)
  const tables = repositories(db, (seriesId) => journal.replaceBatch(seriesId, () => undefined), journal.keepPackage)
  const isInPlace = watchPlace(file)
  const write = <T>(work: () => T): T => {
    if (options.readOnly) throw new AppError('workspace_read_only', { file })
    if (!isInPlace()) throw new AppError('workspace_moved', { file })
    try {
      return work()
    } catch (error) {
      throw asWorkspaceError(error, file)
    }
  }
  const step = <T>(reason: string | null, name: string, words: Readonly<Record<string, string | number>>, work: () => T): T =>
    write(() => journal.step({ name, words, reason, madeAt: ports.now().toISOString() }, work))
  const session = (reason: string | null): Session => ({
    ...tables,
    ...options,
    file,
    db,
    ports,
    isInPlace,
    today: () => localDate(ports.now()),
    backupFolder: () => tables.workspace.settings().get('backup-folder') || undefined,
    step: (name, words, work) => step(reason, name, words, work),
    setSetting(key, value) {
      const save = () => tables.workspace.setSetting(key, value)
      if (isPreference(key)) write(() => journal.prefer(key, save))
      else step(reason, 'setting', { key }, save)
    },
    replaceBatch: journal.replaceBatch,
    undo: () => write(journal.undo),
    redo: () => write(journal.redo),
    journalState: journal.state,
    because: session,
    close() {
      if (!db.open) return
      try {
        if (!options.readOnly) db.pragma('optimize')
      } catch {
        // statistics for the query planner: on a full disk they wait for the next time
      }
      db.close()
    },
  })
  return session(null)
}

/** Opens a workspace that exists; for reading only also one in a place that cannot be written, and a backup. @throws AppError workspace_* */
export async function openSession(file: string, ports: Ports = systemPorts, { readOnly = false }: { readonly readOnly?: boolean } = {}): Promise<Session> {
  const absolute = path.resolve(file)
  const db = await openDatabase(absolute, { now: ports.now, readOnly })
  try {
    // An older schema has other tables, and bringing it up would write.
    if (readOnly && schemaVersion(db) < (MIGRATIONS.at(-1)?.version ?? 0)) throw new AppError('workspace_read_only', { file: absolute })
    return createSession(absolute, db, ports, { readOnly, backups: !readOnly })
  } catch (error) {
    db.close()
    throw error
  }
}

/** Kind of workspace that a region code makes: a desa, a kelurahan, or a regency (kabupaten or kota). @throws AppError region_* */
export function workspaceKind(region: string): PlanKind {
  if (!findRegion(region)) throw new AppError('region_unknown', { code: region, similar: similarRegions(region).map((match) => `${match.code} ${match.name}`) })
  const level = levelOf(region)
  if (level === 'village') return villageKind(region)
  if (level === 'regency') return 'regency'
  throw new AppError('region_kind_mismatch', { code: region, expected: 'desa, kelurahan, kabupaten, kota' })
}

/** Makes a workspace file for a village or a regency. An existing file is never replaced. @throws AppError region_*, workspace_exists … */
export function createWorkspace(file: string, options: { readonly region: string; readonly sample?: boolean }, ports: Ports = systemPorts): Session {
  const absolute = path.resolve(file)
  const kind = workspaceKind(options.region)
  const db = createDatabase(absolute, (connection) => {
    createWorkspaceRepository(createStatements(connection)).create({ region: options.region, kind, sample: options.sample ?? false, createdAt: ports.now().toISOString() })
  })
  return createSession(absolute, db, ports, { readOnly: false, backups: options.sample !== true })
}
