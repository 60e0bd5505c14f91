import type { Connection } from '#core/db/connection.ts'
import { journaledTables, rowJson, shapeOf, type TableShape } from '#core/db/tables.ts'

/** Every row of every table that holds data, in the order of the keys: what undo has to bring back to the byte. Batches that wait for undo are left out. */
export function dump(db: Connection): string {
  const inUse = 'WHERE batch_id IN (SELECT batch_id FROM caseload_series)'
  const read = (table: TableShape, where = '') => [table.name, ...db.prepare(`SELECT ${rowJson(table)} FROM "${table.name}" ${where} ORDER BY ${table.key.map((column) => `"${column}"`).join(', ')}`).pluck().all() as string[]]
  const tables = journaledTables(db).map((table) => read(table, table.name === 'series_count' ? inUse : ''))
  const children = [read(shapeOf(db, 'child'), inUse), read(shapeOf(db, 'measurement'), `WHERE child_id IN (SELECT id FROM child ${inUse})`)]
  return [...tables, ...children].flat().join('\n')
}
