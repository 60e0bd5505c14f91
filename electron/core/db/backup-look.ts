import { connectToRead } from './connection.ts'

export interface LastStep {
  readonly id: number
  /** ISO moment. */
  readonly madeAt: string
}

/** The newest step that a backup holds; null where it holds none yet. Changes nothing. @throws SqliteError where it cannot be read */
export function lastStepOf(backup: string): LastStep | null {
  const db = connectToRead(backup)
  try {
    return (db.prepare('SELECT id, made_at AS madeAt FROM step ORDER BY id DESC LIMIT 1').get() as LastStep | undefined) ?? null
  } finally {
    db.close()
  }
}
