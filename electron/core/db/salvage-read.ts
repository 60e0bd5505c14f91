import type { Connection } from './connection.ts'
import type { TableShape } from './tables.ts'

export type Row = readonly (string | number | null)[]

/** Rows that are asked for at a time behind a damaged place. */
const CHUNK = 200

/** Reads one query row by row until it ends or meets damage. @returns true where it came to its end */
function readUntilDamage(db: Connection, sql: string, values: readonly unknown[], take: (row: Row) => void): boolean {
  try {
    for (const row of db.prepare(sql).raw().iterate(...values) as Iterable<Row>) take(row)
    return true
  } catch {
    return false
  }
}

/** Rows by their number: from the front, from the back, and then across the gap in ever longer jumps. */
function readByNumber(db: Connection, columns: string, table: string, take: (row: Row) => void): void {
  let [low, high] = [-1, Number.MAX_SAFE_INTEGER]
  const number = (row: Row) => Number(row.at(-1))
  const forward = readUntilDamage(db, `SELECT ${columns}, rowid FROM "${table}" ORDER BY rowid`, [], (row) => {
    take(row.slice(0, -1))
    low = number(row)
  })
  if (forward) return
  readUntilDamage(db, `SELECT ${columns}, rowid FROM "${table}" WHERE rowid > ? ORDER BY rowid DESC`, [low], (row) => {
    take(row.slice(0, -1))
    high = number(row)
  })
  for (let jump = 1; low + jump < high;) {
    const from = low + jump
    const found = readUntilDamage(db, `SELECT ${columns}, rowid FROM "${table}" WHERE rowid >= ? AND rowid < ? ORDER BY rowid LIMIT ${CHUNK}`, [from, high], (row) => {
      take(row.slice(0, -1))
      low = Math.max(low, number(row))
    })
    if (found && low < from) return
    jump = low >= from ? 1 : jump * 2
  }
}

/** Rows of a table without numbers: from the front, from the back, and those of each known owner. */
function readByKey(db: Connection, columns: string, table: TableShape, owners: readonly (string | number)[], take: (row: Row) => void): void {
  const key = table.key.map((column) => `"${column}"`)
  if (readUntilDamage(db, `SELECT ${columns} FROM "${table.name}" ORDER BY ${key.join(', ')}`, [], take)) return
  readUntilDamage(db, `SELECT ${columns} FROM "${table.name}" ORDER BY ${key.map((column) => `${column} DESC`).join(', ')}`, [], take)
  for (const owner of owners) readUntilDamage(db, `SELECT ${columns} FROM "${table.name}" WHERE ${key[0]} = ?`, [owner], take)
}

/**
 * Every row of a table that can still be read, each once, whatever lies between. `owners` are the values that the first column
 * of its key may have. Never throws: a table that is gone gives nothing.
 */
export function readWhatIsLeft(db: Connection, table: TableShape, owners: readonly (string | number)[]): Row[] {
  const columns = table.columns.map((column) => `"${column}"`).join(', ')
  const positions = table.key.map((column) => table.columns.indexOf(column))
  const rows = new Map<string, Row>()
  const take = (row: Row) => rows.set(JSON.stringify(positions.map((at) => row[at])), row)
  let numbered = true
  try {
    db.prepare(`SELECT rowid FROM "${table.name}" LIMIT 1`)
  } catch {
    numbered = false
  }
  if (numbered) readByNumber(db, columns, table.name, take)
  else readByKey(db, columns, table, owners, take)
  return [...rows.values()]
}
