import { workspace } from './0001-workspace.ts'
import { history } from './0002-history.ts'
import { scenarios } from './0003-scenarios.ts'
import { rounds } from './0004-rounds.ts'
import { meeting } from './0005-meeting.ts'
import { submissions } from './0006-submissions.ts'

/** One step of the schema. Runs whole in a transaction of its own; never edited once released. */
export interface Migration {
  readonly version: number
  readonly name: string
  readonly sql: string
}

/** In order; the last one's version is the schema that this program writes. */
export const MIGRATIONS: readonly Migration[] = [workspace, history, scenarios, rounds, meeting, submissions]
