import type { AllocationCell } from '#shared/domain/plan.ts'
import { NO_OVERRIDES, type Overrides } from '#shared/domain/scenario.ts'
import type { Sql } from '../statements.ts'

/** The last allocation of a scenario; `basis` is a hash of what it was reckoned from. */
export interface ScenarioAllocation {
  readonly status: 'optimal' | 'feasible'
  readonly basis: string
  readonly allocatedAt: string
}

export interface StoredScenario {
  readonly id: string
  readonly planId: string
  readonly name: string
  readonly overrides: Overrides
  readonly madeAt: string
  /** null: not allocated yet. */
  readonly allocation: ScenarioAllocation | null
}

type Row = Omit<StoredScenario, 'overrides' | 'allocation'> & { overrides: string; status: ScenarioAllocation['status'] | null; basis: string | null; allocatedAt: string | null }

const COLUMNS = 'id, plan_id AS planId, name, overrides, made_at AS madeAt, status, basis, allocated_at AS allocatedAt'

/** What a scenario of an earlier time does not speak of stays as the plan has it. */
function scenarioOf({ overrides, status, basis, allocatedAt, ...row }: Row): StoredScenario {
  const allocation = status !== null && basis !== null && allocatedAt !== null ? { status, basis, allocatedAt } : null
  return { ...row, overrides: { ...NO_OVERRIDES, ...(JSON.parse(overrides) as Partial<Overrides>) }, allocation }
}

/** Scenarios of plans, in the order in which they were made. */
export function createScenarioRepository(sql: Sql) {
  return {
    list(planId: string): StoredScenario[] {
      return (sql(`SELECT ${COLUMNS} FROM scenario WHERE plan_id = ? ORDER BY position, id`).all(planId) as Row[]).map(scenarioOf)
    },

    /** Adds a scenario, or replaces name and overrides of the one with this id; its allocation stays. */
    save(scenario: Omit<StoredScenario, 'allocation'>): void {
      sql(`INSERT INTO scenario (id, plan_id, name, position, overrides, made_at) VALUES (@id, @planId, @name, (SELECT coalesce(max(position), 0) + 1 FROM scenario WHERE plan_id = @planId), @overrides, @madeAt)
           ON CONFLICT (id) DO UPDATE SET name = excluded.name, overrides = excluded.overrides`)
        .run({ ...scenario, overrides: JSON.stringify(scenario.overrides) })
    },

    remove(id: string): void {
      sql('DELETE FROM scenario WHERE id = ?').run(id)
    },

    cells(id: string): AllocationCell[] {
      const rows = sql(`SELECT c.line_id AS lineId, c.source_id AS sourceId, c.units, c.amount_rupiah AS amount, c.locked
        FROM scenario_allocation c JOIN source s ON s.id = c.source_id WHERE c.scenario_id = ? ORDER BY c.line_id, s.spending_order, s.label`).all(id) as (Omit<AllocationCell, 'locked'> & { locked: number })[]
      return rows.map((cell) => ({ ...cell, locked: cell.locked === 1 }))
    },

    /** Puts an allocation in place of the one that the scenario had; row by row, so that the journal holds what changed. */
    saveAllocation(id: string, { status, basis, allocatedAt }: ScenarioAllocation, cells: readonly AllocationCell[]): void {
      sql('UPDATE scenario SET status = ?, basis = ?, allocated_at = ? WHERE id = ?').run(status, basis, allocatedAt, id)
      const kept = new Set(cells.map((cell) => `${cell.lineId}\n${cell.sourceId}`))
      const before = sql('SELECT line_id AS lineId, source_id AS sourceId FROM scenario_allocation WHERE scenario_id = ?').all(id) as Pick<AllocationCell, 'lineId' | 'sourceId'>[]
      for (const { lineId, sourceId } of before) {
        if (!kept.has(`${lineId}\n${sourceId}`)) sql('DELETE FROM scenario_allocation WHERE scenario_id = ? AND line_id = ? AND source_id = ?').run(id, lineId, sourceId)
      }
      for (const cell of cells) {
        sql(`INSERT INTO scenario_allocation (scenario_id, line_id, source_id, units, amount_rupiah, locked) VALUES (?, ?, ?, ?, ?, ?)
             ON CONFLICT (scenario_id, line_id, source_id) DO UPDATE SET units = excluded.units, amount_rupiah = excluded.amount_rupiah, locked = excluded.locked`)
          .run(id, cell.lineId, cell.sourceId, cell.units, cell.amount, cell.locked ? 1 : 0)
      }
    },
  }
}
