import type { PlanKind } from '#shared/domain/plan.ts'
import type { Sql } from '../statements.ts'

export interface WorkspaceRow {
  readonly region: string
  readonly kind: PlanKind
  readonly sample: boolean
  readonly currentPlanId: string | null
}

export interface StepRow {
  readonly id: number
  readonly name: string
  readonly words: Readonly<Record<string, string | number>>
  readonly madeAt: string
}

export function createWorkspaceRepository(sql: Sql) {
  return {
    create(row: { region: string; kind: PlanKind; sample: boolean; createdAt: string }): void {
      sql('INSERT INTO workspace (id, region, kind, sample, created_at) VALUES (1, ?, ?, ?, ?)').run(row.region, row.kind, row.sample ? 1 : 0, row.createdAt)
    },

    get(): WorkspaceRow {
      const row = sql('SELECT region, kind, sample, current_plan_id AS currentPlanId FROM workspace WHERE id = 1').get() as Omit<WorkspaceRow, 'sample'> & { sample: number }
      return { ...row, sample: row.sample === 1 }
    },

    /** Rises with every row that is written through this connection, the only one that a workspace has; never falls, not even by a rollback. */
    changes(): number {
      return sql('SELECT total_changes()').pluck().get() as number
    },

    setCurrentPlan(planId: string): void {
      sql('UPDATE workspace SET current_plan_id = ? WHERE id = 1').run(planId)
    },

    /** Newest first. */
    steps(): StepRow[] {
      const rows = sql('SELECT id, name, words, made_at AS madeAt FROM step ORDER BY id DESC').all() as (Omit<StepRow, 'words'> & { words: string })[]
      return rows.map((row) => ({ ...row, words: JSON.parse(row.words) as StepRow['words'] }))
    },

    /** All but the records that a slash in their key sets apart (`keyed`): those belong to a service of their own. */
    settings(): ReadonlyMap<string, string> {
      const rows = sql("SELECT key, value FROM setting WHERE instr(key, '/') = 0 ORDER BY key").all() as { key: string; value: string }[]
      return new Map(rows.map((row) => [row.key, row.value]))
    },

    /** Records whose key begins with a path that ends in a slash, by what follows it. */
    keyed(path: string): ReadonlyMap<string, string> {
      const rows = sql('SELECT substr(key, length(?) + 1) AS key, value FROM setting WHERE substr(key, 1, length(?)) = ? ORDER BY key').all(path, path, path) as { key: string; value: string }[]
      return new Map(rows.map((row) => [row.key, row.value]))
    },

    removeSetting(key: string): void {
      sql('DELETE FROM setting WHERE key = ?').run(key)
    },

    setSetting(key: string, value: string): void {
      sql('INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value').run(key, value)
    },
  }
}
