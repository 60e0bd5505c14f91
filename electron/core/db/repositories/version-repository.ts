import type { Sql } from '../statements.ts'

/** A version without its content. */
export interface VersionHead {
  readonly id: string
  readonly planId: string
  readonly number: number
  readonly stage: string
  readonly madeBy: string
  readonly madeAt: string
  readonly why: string
  /** null: may still be made anew. */
  readonly lockedBy: string | null
  readonly lockedAt: string | null
  /** The last step before it was made. */
  readonly afterStep: number
  readonly digest: string
}

export interface StoredVersion extends VersionHead {
  readonly content: string
}

const HEAD = `id, plan_id AS planId, number, stage, made_by AS madeBy, made_at AS madeAt, why, locked_by AS lockedBy, locked_at AS lockedAt, after_step AS afterStep, digest`

/** Plans as they stood at their stages, oldest first. */
export function createVersionRepository(sql: Sql) {
  return {
    list(planId: string): VersionHead[] {
      return sql(`SELECT ${HEAD} FROM plan_version WHERE plan_id = ? ORDER BY number`).all(planId) as VersionHead[]
    },

    content(id: string): string | undefined {
      return sql('SELECT content FROM plan_version WHERE id = ?').pluck().get(id) as string | undefined
    },

    /** Adds a version, or makes the one with this id anew; who locked it stays. */
    save(version: Omit<StoredVersion, 'lockedBy' | 'lockedAt'>): void {
      sql(`INSERT INTO plan_version (id, plan_id, number, stage, made_by, made_at, why, after_step, content, digest)
           VALUES (@id, @planId, @number, @stage, @madeBy, @madeAt, @why, @afterStep, @content, @digest)
           ON CONFLICT (id) DO UPDATE SET stage = excluded.stage, made_by = excluded.made_by, made_at = excluded.made_at, why = excluded.why,
             after_step = excluded.after_step, content = excluded.content, digest = excluded.digest`).run(version)
    },

    lock(id: string, by: string, at: string): void {
      sql('UPDATE plan_version SET locked_by = ?, locked_at = ? WHERE id = ?').run(by, at, id)
    },
  }
}
