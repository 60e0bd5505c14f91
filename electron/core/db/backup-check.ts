import { closeSync, fsyncSync, openSync } from 'node:fs'
import Database from 'better-sqlite3'
import { type Connection, connectToRead, hasSums, healthFault } from './connection.ts'
import { shapeOf, tableNames } from './tables.ts'

/** Columns whose sums a copy must share with its original. */
const AMOUNT = /(_rupiah|^units|^count|^n)$/

/**
 * What a copy must hold to be called whole: the sums over every row of every table as they were written with the last step, so
 * that asking costs the writer nothing (the copy's own rows are held against them); for schemas without sums, rows and amounts.
 */
export function totals(db: Connection): string {
  if (hasSums(db)) return db.prepare("SELECT revision || ' ' || sums FROM file_state").pluck().get() as string
  return tableNames(db).map((table) => {
    const sums = shapeOf(db, table).columns.filter((column) => AMOUNT.test(column)).map((column) => `, total("${column}")`)
    return `${table}=${(db.prepare(`SELECT count(*)${sums.join('')} FROM "${table}"`).raw().get() as number[]).join('/')}`
  }).join(' ')
}

export interface CopyCheck {
  readonly file: string
  /** `totals` of the original. */
  readonly expected: string
  /** What the copy is from now on. */
  readonly applicationId: number
}

/** Marks a finished copy, reads it from end to end, compares it with its original and flushes it to the disk. @returns what is wrong, or `undefined` */
export function checkCopy(check: CopyCheck): string | undefined {
  let fault: string | undefined
  try {
    mark(check)
    fault = compare(check)
  } catch (error) {
    if (!(error instanceof Database.SqliteError) || !/^SQLITE_(CORRUPT|NOTADB)/.test(error.code)) throw error
    fault = error.message
  }
  if (fault === undefined) flush(check.file)
  return fault
}

function mark({ file, applicationId }: CopyCheck): void {
  const copy = new Database(file, { fileMustExist: true })
  try {
    copy.pragma('journal_mode = MEMORY')
    copy.pragma(`application_id = ${applicationId}`)
  } finally {
    copy.close()
  }
}

function compare({ file, expected }: CopyCheck): string | undefined {
  const db = connectToRead(file)
  try {
    const fault = healthFault(db)
    const found = totals(db)
    return fault ?? (found === expected ? undefined : `${found} ≠ ${expected}`)
  } finally {
    db.close()
  }
}

function flush(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
