import { AppError } from '../../app-error.ts'
import { journalDigest } from '../journal.ts'
import type { JournalRow } from '../replay.ts'
import type { Sql } from '../statements.ts'

export interface HistoryStep {
  readonly id: number
  readonly name: string
  readonly words: Readonly<Record<string, string | number>>
  readonly madeAt: string
  readonly reason: string | null
  /** discarded: taken back, then something else was done. */
  readonly state: 'done' | 'undone' | 'discarded'
  /** False once its journal was dropped, or where it is from before there was one. */
  readonly kept: boolean
}

/** A row as one step left it; what happened to it in between inside the step is left out. */
export interface RowChange {
  readonly step: HistoryStep
  readonly key: readonly (string | number)[]
  readonly before: Readonly<Record<string, string | number | null>> | null
  readonly after: Readonly<Record<string, string | number | null>> | null
}

const STEP = 's.id, s.name, s.words, s.made_at AS madeAt, s.reason, s.state, s.undoable AS kept'

type StepColumns = Omit<HistoryStep, 'words' | 'kept'> & { words: string; kept: number }

function stepOf({ words, kept, ...step }: StepColumns): HistoryStep {
  return { ...step, words: JSON.parse(words) as HistoryStep['words'], kept: kept === 1 }
}

function parse(row: string | null): RowChange['before'] {
  return row === null ? null : (JSON.parse(row) as RowChange['before'])
}

/** What the journal tells about the past. */
export function createHistoryRepository(sql: Sql) {
  /** A journal that a bad disk changed must not be shown as history. */
  function checkStep(stepId: number): void {
    const rows = sql(`SELECT j.id, j.table_name AS "table", j.row_key AS key, j.old_row AS oldRow, j.new_row AS newRow FROM step s JOIN journal j ON j.id BETWEEN s.journal_from AND s.journal_to
      WHERE s.id = ? ORDER BY j.id`).all(stepId) as JournalRow[]
    const digest = sql('SELECT journal_digest FROM step WHERE id = ?').pluck().get(stepId)
    if (digest !== journalDigest(rows)) throw new AppError('workspace_damaged', { file: '', detail: `journal, step ${stepId}`, backup: null })
  }

  return {
    /** Newest first. */
    steps(limit = -1): HistoryStep[] {
      return (sql(`SELECT ${STEP} FROM step s ORDER BY s.id DESC LIMIT ?`).all(limit) as StepColumns[]).map(stepOf)
    },

    /**
     * Changes of the rows of a table whose key begins with these values, newest step first, one per row and step; steps that
     * were taken back do not count. @throws AppError workspace_damaged where the journal itself is
     */
    changes(table: string, key: readonly (string | number)[]): RowChange[] {
      const exact = JSON.stringify(key)
      const rows = sql(`SELECT j.step_id AS stepId, j.row_key AS key, j.old_row AS oldRow, j.new_row AS newRow, ${STEP} FROM journal j JOIN step s ON s.id = j.step_id
        WHERE j.table_name = ? AND (j.row_key = ? OR j.row_key BETWEEN ? AND ?) AND s.state = 'done' ORDER BY j.id`)
        .all(table, exact, `${exact.slice(0, -1)},`, `${exact.slice(0, -1)},\u{10FFFF}`) as (StepColumns & { stepId: number; key: string; oldRow: string | null; newRow: string | null })[]
      const byStepAndRow = new Map<string, RowChange>()
      for (const { stepId, key: rowKey, oldRow, newRow, ...step } of rows) {
        const id = `${stepId} ${rowKey}`
        const known = byStepAndRow.get(id)
        byStepAndRow.set(id, {
          step: known?.step ?? stepOf(step), key: JSON.parse(rowKey) as RowChange['key'], before: known ? known.before : parse(oldRow), after: parse(newRow),
        })
      }
      for (const stepId of new Set(rows.map((row) => row.stepId))) checkStep(stepId)
      return [...byStepAndRow.values()].filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after)).toReversed()
    },

    /** Which rows the steps after one and up to another changed, oldest step first; steps that were taken back do not count. */
    touched(after: number, until: number): { readonly step: HistoryStep; readonly table: string; readonly key: readonly (string | number)[] }[] {
      const rows = sql(`SELECT DISTINCT ${STEP}, j.table_name AS "table", j.row_key AS key FROM step s JOIN journal j ON j.id BETWEEN s.journal_from AND s.journal_to
        WHERE s.id > ? AND s.id <= ? AND s.state = 'done' ORDER BY s.id, j.table_name, j.row_key`).all(after, until) as (StepColumns & { table: string; key: string })[]
      return rows.map(({ table, key, ...step }) => ({ step: stepOf(step), table, key: JSON.parse(key) as (string | number)[] }))
    },

    /** A count in a batch, also one that is set aside; null = not counted there. */
    countIn(batchId: number, village: string, posyandu: string, group: string): number | null {
      const found = sql('SELECT count FROM series_count WHERE batch_id = ? AND village = ? AND posyandu = ? AND target_group = ?').pluck().get(batchId, village, posyandu, group)
      return (found as number | undefined) ?? null
    },

    /** Batches that hold, or held, what a series counts. */
    batchesOf(seriesId: string): number[] {
      return sql(`SELECT batch_id FROM caseload_series WHERE id = @id AND batch_id IS NOT NULL
        UNION SELECT old_row ->> 'batch_id' FROM journal WHERE table_name = 'caseload_series' AND row_key = json_array(@id) AND old_row ->> 'batch_id' IS NOT NULL
        UNION SELECT new_row ->> 'batch_id' FROM journal WHERE table_name = 'caseload_series' AND row_key = json_array(@id) AND new_row ->> 'batch_id' IS NOT NULL`)
        .pluck().all({ id: seriesId }) as number[]
    },
  }
}
