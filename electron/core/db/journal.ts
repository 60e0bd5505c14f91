import { hash } from 'node:crypto'
import { AppError } from '../app-error.ts'
import { batchSum, createSums, rowsSql } from './content.ts'
import type { Connection } from './connection.ts'
import { createRoom } from './journal-room.ts'
import { isPreferenceRow } from './preferences.ts'
import { createReplay, type JournalRow } from './replay.ts'
import { rowJson, shapeOf } from './tables.ts'

export interface NewStep {
  readonly name: string
  readonly words: Readonly<Record<string, string | number>>
  readonly reason: string | null
  readonly madeAt: string
}

export interface JournalledStep {
  readonly id: number
  readonly name: string
  readonly words: Readonly<Record<string, string | number>>
  readonly madeAt: string
}

/** Carries the answer of a command that changed nothing out of its transaction, which is rolled back: no step, and redo stays. */
class Unchanged<T> {
  readonly result: T

  constructor(result: T) {
    this.result = result
  }
}

const ROWS = 'SELECT id, table_name AS "table", row_key AS key, old_row AS oldRow, new_row AS newRow FROM journal WHERE id BETWEEN ? AND ? ORDER BY id'

/** What the rows of a step say, so that a changed byte in the journal is found before it is put back into the plan. */
export function journalDigest(rows: readonly JournalRow[]): string {
  return hash('sha256', rows.map((row) => JSON.stringify([row.table, row.key, row.oldRow, row.newRow])).join('\n')).slice(0, 32)
}

/** The first step whose journal is not what was written; `undefined` = all of it is in order. */
export function brokenStep(db: Connection): number | undefined {
  const rowsOf = db.prepare(ROWS)
  const steps = db.prepare('SELECT id, journal_digest AS digest, journal_from AS "from", journal_to AS "to" FROM step WHERE undoable = 1 ORDER BY id').all() as { id: number; digest: string | null; from: number; to: number }[]
  return steps.find(({ digest, from, to }) => digest !== journalDigest(rowsOf.all(from, to) as JournalRow[]))?.id
}

/**
 * The record of what each step changed, in the file itself: the journal's triggers write every row before and after a change,
 * so undo puts the befores back in reverse order and redo the afters. It survives a restart and a killed process, because it is
 * written in the transaction of the step.
 */
export function createJournal(db: Connection, file: string) {
  const sums = createSums(db)
  const replay = createReplay(db, sums)
  const transaction = db.transaction((work: () => unknown) => work())
  const record = db.prepare('UPDATE file_state SET step_id = ? WHERE id = 1')
  const finish = db.prepare('UPDATE file_state SET step_id = NULL, revision = revision + 1, journal_bytes = journal_bytes + ?, sums = ? WHERE id = 1 RETURNING journal_bytes').pluck()
  const nextId = db.prepare('SELECT coalesce(max(id), 0) + 1 FROM step').pluck()
  const nextRow = db.prepare('SELECT coalesce(max(id), 0) + 1 FROM journal').pluck()
  const rowsOf = db.prepare(ROWS)
  const stepShape = shapeOf(db, 'step')
  const packageShape = shapeOf(db, 'package_file')
  const insertStep = db.prepare(`INSERT INTO step (id, name, words, made_at, reason, state, undoable, journal_bytes, journal_digest, journal_from, journal_to)
    VALUES (?, ?, ?, ?, ?, 'done', 1, ?, ?, ?, ?) RETURNING ${rowJson(stepShape)}`).pluck()
  const settingRow = db.prepare(`${rowsSql(shapeOf(db, 'setting'))} WHERE key = ?`).pluck()
  const stepRow = db.prepare(`${rowsSql(stepShape)} WHERE id = ?`).pluck()
  const setState = db.prepare('UPDATE step SET state = ? WHERE id = ?')
  const COLUMNS = 'id, name, words, made_at AS madeAt, undoable, journal_digest AS digest, journal_from AS "from", journal_to AS "to"'
  const lastDone = db.prepare(`SELECT ${COLUMNS} FROM step WHERE state = 'done' ORDER BY id DESC LIMIT 1`)
  const firstUndone = db.prepare(`SELECT ${COLUMNS} FROM step WHERE state = 'undone' ORDER BY id LIMIT 1`)
  const journalBytes = db.prepare('SELECT journal_bytes FROM file_state').pluck()
  const batchBytes = db.prepare('SELECT bytes FROM series_batch WHERE id = ?').pluck()

  type FoundStep = { id: number; name: string; words: string; madeAt: string; undoable: number; digest: string | null; from: number; to: number }

  /** Changes a step's own row and its sum. */
  function changeStep(id: number, change: () => void): void {
    sums.remove('step', stepRow.get(id) as string)
    change()
    sums.add('step', stepRow.get(id) as string)
  }

  const room = createRoom(db, sums, changeStep)

  /** Bytes that a step keeps: its rows, and the batches that it set aside. */
  function sizeOf(rows: readonly JournalRow[]): number {
    let bytes = 0
    for (const row of rows) {
      bytes += (row.oldRow?.length ?? 0) + (row.newRow?.length ?? 0) + row.key.length
      if (row.table !== 'caseload_series' || row.oldRow === null) continue
      const before = (JSON.parse(row.oldRow) as { batch_id: number | null }).batch_id
      const after = row.newRow === null ? null : (JSON.parse(row.newRow) as { batch_id: number | null }).batch_id
      if (before !== null && before !== after) bytes += (batchBytes.get(before) as number | undefined) ?? 0
    }
    return bytes
  }

  function damaged(step: number): AppError {
    return new AppError('workspace_damaged', { file, detail: `journal, step ${step}`, backup: null })
  }

  /** Runs in one transaction; whatever stops it, nothing of it stays. */
  function atOnce<T>(work: () => T): T {
    try {
      return transaction.immediate(work) as T
    } catch (error) {
      sums.forget()
      throw error
    }
  }

  function move(direction: 'undo' | 'redo'): JournalledStep | undefined {
    const found = (direction === 'undo' ? lastDone : firstUndone).get() as FoundStep | undefined
    if (!found || found.undoable === 0) return undefined
    atOnce(() => {
      const rows = rowsOf.all(found.from, found.to) as JournalRow[]
      if (found.digest !== journalDigest(rows)) throw damaged(found.id)
      const kept = rows.filter((row) => !isPreferenceRow(row))
      // Within a step a child may stand before its parent; at the end of it everything has one.
      db.pragma('defer_foreign_keys = ON')
      if (direction === 'undo') for (const row of kept.toReversed()) replay(row, row.newRow, row.oldRow)
      else for (const row of kept) replay(row, row.oldRow, row.newRow)
      changeStep(found.id, () => setState.run(direction === 'undo' ? 'undone' : 'done', found.id))
      finish.get(0, sums.text())
    })
    return publicStep(found)
  }

  function publicStep({ id, name, words, madeAt }: FoundStep): JournalledStep {
    return { id, name, words: JSON.parse(words) as JournalledStep['words'], madeAt }
  }

  return {
    /** Runs a command's changes as one step. A command that changes nothing leaves no step. `work` must not await. */
    step<T>(step: NewStep, work: () => T): T {
      try {
        return atOnce(() => {
          const id = nextId.get() as number
          const from = nextRow.get() as number
          record.run(id)
          const result = work()
          const rows = rowsOf.all(from, Number.MAX_SAFE_INTEGER) as JournalRow[]
          // oxlint-disable-next-line no-throw-literal -- no error: it ends the transaction without a trace and is caught below
          if (rows.length === 0) throw new Unchanged(result)
          for (const row of rows) {
            if (row.oldRow !== null) sums.remove(row.table, row.oldRow)
            if (row.newRow !== null) sums.add(row.table, row.newRow)
          }
          const bytes = sizeOf(rows)
          sums.add('step', insertStep.get(id, step.name, JSON.stringify(step.words), step.madeAt, step.reason, bytes, journalDigest(rows), from, rows.at(-1)?.id ?? from) as string)
          const total = finish.get(bytes, sums.text()) as number
          room.make(total)
          return result
        })
      } catch (outcome) {
        if (outcome instanceof Unchanged) return outcome.result as T
        throw outcome
      }
    },

    /** Changes one setting (`work` writes it) without a step: nothing to take back, and what was taken back can still be made again. */
    prefer(key: string, work: () => void): void {
      atOnce(() => {
        const before = settingRow.get(key) as string | undefined
        work()
        const after = settingRow.get(key) as string | undefined
        if (before === after) return
        if (before !== undefined) sums.remove('setting', before)
        if (after !== undefined) sums.add('setting', after)
        finish.get(0, sums.text())
      })
    },

    /**
     * Fills a new batch for a series and makes the series point to it; the one that it had is set aside whole, so that a long
     * list costs the journal one row. Call inside a step.
     */
    replaceBatch(seriesId: string, fill: (batchId: number) => void): void {
      const step = db.prepare('SELECT step_id FROM file_state').pluck().get() as number | null
      record.run(null)
      const batchId = Number(db.prepare('INSERT INTO series_batch DEFAULT VALUES').run().lastInsertRowid)
      fill(batchId)
      db.prepare('UPDATE series_batch SET children = @children, measurements = @measurements, bytes = @bytes, digest = @digest WHERE id = @id').run({ ...batchSum(db, batchId), id: batchId })
      sums.add('series_batch', db.prepare(`${rowsSql(shapeOf(db, 'series_batch'))} WHERE id = ?`).pluck().get(batchId) as string)
      for (const text of db.prepare(`SELECT ${rowJson(shapeOf(db, 'series_count'))} FROM series_count WHERE batch_id = ?`).pluck().iterate(batchId) as Iterable<string>) sums.add('series_count', text)
      record.run(step)
      db.prepare('UPDATE caseload_series SET batch_id = ? WHERE id = ?').run(batchId, seriesId)
    },

    /** Keeps a package under the sum that names it; one that is kept already stays as it is. Call inside a step. */
    keepPackage(sha256: string, content: string, facts: string): void {
      const added = db.prepare(`INSERT INTO package_file (sha256, content, facts) VALUES (?, ?, ?) ON CONFLICT (sha256) DO NOTHING RETURNING ${rowJson(packageShape)}`).pluck().get(sha256, content, facts) as string | undefined
      if (added !== undefined) sums.add('package_file', added)
    },

    /** Takes the last step back. @returns it, or `undefined` where there is none that can be. @throws AppError workspace_damaged */
    undo: () => move('undo'),
    /** Makes the step again that was taken back first. @returns it, or `undefined`. @throws AppError workspace_damaged */
    redo: () => move('redo'),

    /** What undo and redo would do now, and how much the journal holds. */
    state() {
      const [last, next] = [lastDone.get() as FoundStep | undefined, firstUndone.get() as FoundStep | undefined]
      return {
        undo: last?.undoable === 1 ? publicStep(last) : undefined, redo: next?.undoable === 1 ? publicStep(next) : undefined,
        bytes: journalBytes.get() as number, limit: room.limit(),
      }
    },
  }
}

export type Journal = ReturnType<typeof createJournal>
