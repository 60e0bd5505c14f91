import type { AllocationCell } from '#shared/domain/plan.ts'
import type { Sql } from '../statements.ts'

/** The arithmetic that the money of a cell was typed as (`=35*150rb*12`), the rupiah that it came to, and the day. */
export interface TypedSum {
  readonly text: string
  readonly amount: number
  readonly date: string
}

const PATH = 'typed-sum/'
const OF_CELL = `'${PATH}' || line_id || '/' || source_id`

type CellKey = Pick<AllocationCell, 'lineId' | 'sourceId'>

/** What stands between a line and a source of it, as one word. */
export function typedSumKey({ lineId, sourceId }: CellKey): string {
  return `${lineId}/${sourceId}`
}

/** Arithmetic of cells, in records `typed-sum/LINE/SOURCE`: written and taken away in the step that changes the cell, so that undo brings it back. */
export function createTypedSums(sql: Sql) {
  return {
    /** By `typedSumKey`. One whose cell has come to another amount since says nothing of it any more. */
    all(): ReadonlyMap<string, TypedSum> {
      const rows = sql('SELECT substr(key, length(?) + 1) AS key, value FROM setting WHERE substr(key, 1, length(?)) = ?').all(PATH, PATH, PATH) as { key: string; value: string }[]
      return new Map(rows.map(({ key, value }) => [key, JSON.parse(value) as TypedSum]))
    },

    keep(cell: CellKey, typed: TypedSum): void {
      sql('INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value').run(`${PATH}${typedSumKey(cell)}`, JSON.stringify(typed))
    },

    /** Called before a cell is written: money that becomes another was not typed as that arithmetic; a lock changes nothing of it. */
    giveWay(cell: AllocationCell): void {
      sql(`DELETE FROM setting WHERE key = ? AND NOT EXISTS (SELECT 1 FROM allocation WHERE line_id = ? AND source_id = ? AND units = ? AND amount_rupiah IS ?)`)
        .run(`${PATH}${typedSumKey(cell)}`, cell.lineId, cell.sourceId, cell.units, cell.amount)
    },

    /** Called before the cells of an activity go with it. */
    leaveActivity(activityId: string): void {
      sql(`DELETE FROM setting WHERE key IN (SELECT ${OF_CELL} FROM allocation WHERE line_id IN (SELECT id FROM cost_line WHERE activity_id = ?))`).run(activityId)
    },

    leaveSource(sourceId: string): void {
      sql(`DELETE FROM setting WHERE key IN (SELECT ${OF_CELL} FROM allocation WHERE source_id = ?)`).run(sourceId)
    },
  }
}
