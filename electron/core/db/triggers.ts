import { recordContent } from './content.ts'
import type { Connection } from './connection.ts'
import { journaledTables, rowJson, type TableShape, tableNames } from './tables.ts'

function recorded(table: TableShape, of: 'NEW' | 'OLD', oldRow: string, newRow: string): string {
  const key = `json_array(${table.key.map((column) => `${of}."${column}"`).join(', ')})`
  return `INSERT INTO journal (step_id, table_name, row_key, old_row, new_row) SELECT step_id, '${table.name}', ${key}, ${oldRow}, ${newRow} FROM file_state;`
}

/** The three triggers of a table. An update that changes nothing leaves no trace; built-in functions only, others are refused in a schema that is not trusted. */
function triggersOf(table: TableShape): string {
  const on = '(SELECT step_id FROM file_state) IS NOT NULL'
  const changed = table.columns.map((column) => `OLD."${column}" IS NOT NEW."${column}"`).join(' OR ')
  const [before, after] = [rowJson(table, 'OLD.'), rowJson(table, 'NEW.')]
  return `
CREATE TRIGGER "journal_${table.name}_insert" AFTER INSERT ON "${table.name}" WHEN ${on} BEGIN ${recorded(table, 'NEW', 'NULL', after)} END;
CREATE TRIGGER "journal_${table.name}_delete" AFTER DELETE ON "${table.name}" WHEN ${on} BEGIN ${recorded(table, 'OLD', before, 'NULL')} END;
CREATE TRIGGER "journal_${table.name}_update" AFTER UPDATE ON "${table.name}" WHEN ${on} AND (${changed}) BEGIN ${recorded(table, 'OLD', before, after)} END;`
}

/**
 * Makes the journal's triggers anew from the tables as they are, then the sums of the content: after every migration, so that
 * none can forget a table or a column. Does nothing to schemas from before the journal. Call inside the migration's transaction.
 */
export function remakeJournal(db: Connection): void {
  if (!tableNames(db).includes('file_state')) return
  const old = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'journal\\_%' ESCAPE '\\'").pluck().all() as string[]
  for (const name of old) db.exec(`DROP TRIGGER "${name}"`)
  for (const table of journaledTables(db)) db.exec(triggersOf(table))
  recordContent(db)
}
