import { createHash } from 'node:crypto'
import type { Connection } from './connection.ts'
import { digestOf, NO_ROWS, parseSum, type RowSum, sumOf, withRow } from './row-sum.ts'
import { rowJson, shapeOf, summedTables, type TableShape } from './tables.ts'

/** The name under which the sum of the schema itself stands. */
const SCHEMA = 'sqlite_schema'

/** Children are read in slices, so that the text of a large file never stands in memory at once. */
const SLICE = 20_000

export interface BatchSum {
  readonly children: number
  readonly measurements: number
  /** Characters of its rows: what setting the batch aside costs. */
  readonly bytes: number
  readonly digest: string
}

/** SQL for the rows of a table as JSON texts. */
export function rowsSql(table: TableShape): string {
  return `SELECT ${rowJson(table)} FROM "${table.name}"`
}

function tableSum(db: Connection, table: TableShape): RowSum {
  return sumOf(db.prepare(rowsSql(table)).pluck().iterate() as Iterable<string>)
}

function schemaSum(db: Connection): RowSum {
  const made = "SELECT json_array(type, name, tbl_name, sql) FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_stat%' ESCAPE '\\'"
  return sumOf(db.prepare(made).pluck().iterate() as Iterable<string>)
}

/** Reads the children of a batch with their measurements, in order. */
export function batchSum(db: Connection, batchId: number): BatchSum {
  const columns = (table: string, alias: string) => shapeOf(db, table).columns.map((column) => `${alias}."${column}"`)
  const row = `json_array(${[...columns('child', 'c'), ...columns('measurement', 'm')].join(', ')})`
  const end = db.prepare(`SELECT id FROM child WHERE batch_id = ? AND id > ? ORDER BY id LIMIT 1 OFFSET ${SLICE - 1}`).pluck()
  const slice = db.prepare(`SELECT count(measurement_id) AS measurements, coalesce(group_concat(row, char(10)), '') AS text FROM (
    SELECT ${row} AS row, m.id AS measurement_id FROM child c LEFT JOIN measurement m ON m.child_id = c.id
    WHERE c.batch_id = ? AND c.id > ? AND c.id <= ? ORDER BY c.id, m.id)`)
  const hash = createHash('sha256')
  let [measurements, bytes] = [0, 0]
  for (let from = Number.MIN_SAFE_INTEGER; ;) {
    const to = (end.get(batchId, from) as number | undefined) ?? Number.MAX_SAFE_INTEGER
    const part = slice.get(batchId, from, to) as { measurements: number; text: string }
    hash.update(part.text)
    measurements += part.measurements
    bytes += part.text.length
    if (to === Number.MAX_SAFE_INTEGER) break
    from = to
  }
  const children = db.prepare('SELECT count(*) FROM child WHERE batch_id = ?').pluck().get(batchId) as number
  return { children, measurements, bytes, digest: hash.digest('hex').slice(0, 32) }
}

function batchIds(db: Connection): number[] {
  return db.prepare('SELECT id FROM series_batch ORDER BY id').pluck().all() as number[]
}

/** Writes the sums of everything anew: after a migration, and for a file that is made. Call inside its transaction. */
export function recordContent(db: Connection): void {
  const setBatch = db.prepare('UPDATE series_batch SET children = @children, measurements = @measurements, bytes = @bytes, digest = @digest WHERE id = @id')
  for (const id of batchIds(db)) setBatch.run({ ...batchSum(db, id), id })
  const sums = new Map(summedTables(db).map((table) => [table.name, tableSum(db, table)]))
  sums.set(SCHEMA, schemaSum(db))
  db.prepare('UPDATE file_state SET sums = ? WHERE id = 1').run(sumsToText(sums))
}

/** What each table held when the file was last written. */
function recordedSums(db: Connection): Map<string, RowSum> {
  const recorded = JSON.parse(db.prepare('SELECT sums FROM file_state WHERE id = 1').pluck().get() as string) as Record<string, [rows: number, digest: string]>
  return new Map(Object.entries(recorded).map(([table, [rows, digest]]) => [table, parseSum(rows, digest)]))
}

/** One table's part of the text of all sums. */
function sumText(table: string, sum: RowSum): string {
  return `${JSON.stringify(table)}:[${sum.rows},"${digestOf(sum)}"]`
}

function sumsToText(sums: ReadonlyMap<string, RowSum>): string {
  return `{${[...sums].map(([table, sum]) => sumText(table, sum)).join(',')}}`
}

export interface ContentFault {
  readonly table: string
  /** Rows that the table had when it was last written; null = that is lost too. */
  readonly expected: number | null
  readonly found: number
}

/**
 * Compares every table with the sums that were written with it. Empty: each figure is the one that was written. Works on
 * files that SQLite itself finds in order; older schemas without sums have nothing to compare.
 */
export function contentFaults(db: Connection): ContentFault[] {
  const recorded = recordedSums(db)
  const faults: ContentFault[] = []
  const compare = (table: string, found: RowSum) => {
    const expected = recorded.get(table)
    recorded.delete(table)
    if (!expected || expected.rows !== found.rows || digestOf(expected) !== digestOf(found)) faults.push({ table, expected: expected?.rows ?? null, found: found.rows })
  }
  compare(SCHEMA, schemaSum(db))
  for (const table of summedTables(db)) compare(table.name, tableSum(db, table))
  for (const [table, { rows }] of recorded) faults.push({ table, expected: rows, found: 0 })
  const batches = db.prepare('SELECT id, children, measurements, digest FROM series_batch').all() as (Omit<BatchSum, 'bytes'> & { id: number })[]
  for (const batch of batches) {
    const found = batchSum(db, batch.id)
    if (found.digest !== batch.digest || found.children !== batch.children) faults.push({ table: 'child', expected: batch.children, found: found.children })
    else if (found.measurements !== batch.measurements) faults.push({ table: 'measurement', expected: batch.measurements, found: found.measurements })
  }
  return faults
}

/**
 * Keeps the sums of the tables up with their changes. What `text` answers has to be written in the transaction of the change;
 * `forget` where that was rolled back. It remembers between steps: nobody else writes while a workspace is open.
 */
export function createSums(db: Connection) {
  let sums: Map<string, RowSum> | undefined
  // every edit writes all of them, and changes two: the others keep their text
  let texts = new Map<string, string>()
  const changed = new Set<string>()
  const change = (table: string, text: string, sign: 1 | -1) => {
    if (!sums) {
      sums = recordedSums(db)
      texts = new Map([...sums].map(([name, sum]) => [name, sumText(name, sum)]))
    }
    const before = sums.get(table)
    if (!before) throw new Error(`${table} has no sum`)
    sums.set(table, withRow(before, text, sign))
    changed.add(table)
  }
  return {
    add: (table: string, text: string) => change(table, text, 1),
    remove: (table: string, text: string) => change(table, text, -1),
    forget() {
      sums = undefined
      changed.clear()
    },
    /** All sums as they are now, for `file_state`. */
    text(): string {
      for (const table of changed) texts.set(table, sumText(table, sums?.get(table) ?? NO_ROWS))
      changed.clear()
      return `{${[...texts.values()].join(',')}}`
    },
  }
}
