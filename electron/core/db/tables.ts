import type { Connection } from './connection.ts'

/** Tables that record the file itself. Everything else is data: journaled, and summed. */
const RECORDS: ReadonlySet<string> = new Set(['step', 'journal', 'file_state'])

/** Set aside whole instead of row by row: an import's children are never edited, only replaced with their batch; packages are named by their content. */
const SET_ASIDE: ReadonlySet<string> = new Set(['series_batch', 'child', 'measurement', 'package_file'])

export interface TableShape {
  readonly name: string
  readonly columns: readonly string[]
  /** Columns of the primary key, in its order. */
  readonly key: readonly string[]
}

export function tableNames(db: Connection): string[] {
  return db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name").pluck().all() as string[]
}

export function shapeOf(db: Connection, name: string): TableShape {
  const columns = db.pragma(`table_info("${name}")`) as { name: string; pk: number }[]
  return {
    name,
    columns: columns.map((column) => column.name),
    key: columns.filter((column) => column.pk > 0).toSorted((a, b) => a.pk - b.pk).map((column) => column.name),
  }
}

/** Tables whose every change goes into the journal. */
export function journaledTables(db: Connection): TableShape[] {
  return tableNames(db).filter((name) => !RECORDS.has(name) && !SET_ASIDE.has(name)).map((name) => shapeOf(db, name))
}

/** Tables whose rows are summed one by one; children and measurements are summed per batch. */
export function summedTables(db: Connection): TableShape[] {
  const packages = tableNames(db).includes('package_file') ? [shapeOf(db, 'package_file')] : []
  return [...journaledTables(db), shapeOf(db, 'series_batch'), ...packages, shapeOf(db, 'step')]
}

/** SQL that makes a row of a table to JSON by column; `prefix` is `NEW.`, `OLD.` or nothing. */
export function rowJson({ columns }: TableShape, prefix = ''): string {
  return `json_object(${columns.map((column) => `'${column}', ${prefix}"${column}"`).join(', ')})`
}
