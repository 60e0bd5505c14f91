import path from 'node:path'
import type { PlanKind } from '#shared/domain/plan.ts'
import { villageKind, levelOf } from '#shared/domain/region.ts'
import { AppError } from './app-error.ts'
import { asWorkspaceError } from './db/errors.ts'
import { type Connection, createDatabase, openDatabase } from './db/open.ts'
import { createPlanRepository } from './db/repositories/plan-repository.ts'
import { createChildRepository } from './db/repositories/child-repository.ts'
import { createSeriesRepository } from './db/repositories/series-repository.ts'
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
  /** Today's date in the office, ISO. */
  readonly today: () => string
  /**
   * Runs a command as one named step: everything in it is written in one transaction with the step's record, or nothing.
   * `work` must not await. @throws AppError workspace_*
   */
  readonly step: <T>(name: string, words: Readonly<Record<string, string | number>>, work: () => T) => T
  readonly close: () => void
}

function repositories(db: Connection) {
  const sql = createStatements(db)
  return { workspace: createWorkspaceRepository(sql), series: createSeriesRepository(sql), children: createChildRepository(sql), plans: createPlanRepository(sql) }
}

/** The calendar day of a moment where the office is, ISO. */
export function localDate(moment: Date): string {
  return `${moment.getFullYear()}-${String(moment.getMonth() + 1).padStart(2, '0')}-${String(moment.getDate()).padStart(2, '0')}`
}

function createSession(file: string, db: Connection, ports: Ports): Session {
  const tables = repositories(db)
  return {
    ...tables,
    file,
    db,
    ports,
    today: () => localDate(ports.now()),
    step(name, words, work) {
      try {
        return db.transaction(() => {
          const result = work()
          tables.workspace.addStep({ name, words, madeAt: ports.now().toISOString() })
          return result
        }).immediate()
      } catch (error) {
        throw asWorkspaceError(error, file)
      }
    },
    close() {
      if (!db.open) return
      db.pragma('optimize')
      db.close()
    },
  }
}

/** Opens a workspace that exists. @throws AppError workspace_* */
export async function openSession(file: string, ports: Ports = systemPorts): Promise<Session> {
  const absolute = path.resolve(file)
  return createSession(absolute, await openDatabase(absolute, { now: ports.now }), ports)
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
  return createSession(absolute, db, ports)
}
