import type { Statement } from 'better-sqlite3'
import type { Connection } from './connection.ts'

/** SQL of a repository, prepared once per connection and kept with it. */
export function createStatements(db: Connection): (sql: string) => Statement {
  const prepared = new Map<string, Statement>()
  return (sql) => {
    const known = prepared.get(sql)
    if (known) return known
    const statement = db.prepare(sql)
    prepared.set(sql, statement)
    return statement
  }
}

export type Sql = ReturnType<typeof createStatements>
