import type { createSums } from './content.ts'
import { rowsSql } from './content.ts'
import type { Connection } from './connection.ts'
import { shapeOf, type TableShape } from './tables.ts'

export interface JournalRow {
  readonly id: number
  readonly table: string
  /** The primary key as a JSON list. */
  readonly key: string
  readonly oldRow: string | null
  readonly newRow: string | null
}

type Value = string | number | null
type Row = Readonly<Record<string, Value>>

/**
 * Puts single rows into the state that the journal names, and keeps the sums of their tables. Columns are taken by name: one
 * that has been added since keeps its default. @throws where the file does not hold the row that it should
 */
export function createReplay(db: Connection, sums: ReturnType<typeof createSums>) {
  const shapes = new Map<string, TableShape>()
  const statements = new Map<string, ReturnType<Connection['prepare']>>()
  const shape = (name: string) => {
    const known = shapes.get(name) ?? shapeOf(db, name)
    shapes.set(name, known)
    return known
  }
  const prepare = (sql: string) => {
    const known = statements.get(sql) ?? db.prepare(sql)
    statements.set(sql, known)
    return known
  }

  return (entry: JournalRow, from: string | null, to: string | null): void => {
    const table = shape(entry.table)
    const key = JSON.parse(entry.key) as Value[]
    const where = `WHERE ${table.key.map((column) => `"${column}" = ?`).join(' AND ')}`
    const now = () => prepare(`${rowsSql(table)} ${where}`).pluck().get(...key) as string | undefined
    const before = now()
    if ((before === undefined) !== (from === null)) throw new Error(`the journal and ${entry.table} do not agree at ${entry.key}`)
    if (before !== undefined) sums.remove(entry.table, before)
    if (to === null) {
      prepare(`DELETE FROM "${table.name}" ${where}`).run(...key)
      return
    }
    const row = JSON.parse(to) as Row
    const columns = table.columns.filter((column) => column in row)
    const values = columns.map((column) => row[column] ?? null)
    const names = columns.map((column) => `"${column}"`)
    if (from === null) prepare(`INSERT INTO "${table.name}" (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`).run(...values)
    else prepare(`UPDATE "${table.name}" SET ${names.map((name) => `${name} = ?`).join(', ')} ${where}`).run(...values, ...key)
    sums.add(entry.table, now() ?? '')
  }
}
