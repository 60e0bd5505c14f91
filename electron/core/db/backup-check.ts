import { closeSync, fsyncSync, openSync } from 'node:fs'
import Database from 'better-sqlite3'
import { type Connection, connectToRead, healthFault } from './connection.ts'
import { shapeOf, tableNames } from './tables.ts'

/** Columns whose sums a copy must share with its original. */
const AMOUNT = /(_rupiah|^units|^count|^n)$/

/** Rows of each table and the sums of its amounts: what a copy must hold to be called whole. */
export function totals(db: Connection): string {
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
export function checkCopy({ file, expected, applicationId }: CopyCheck): string | undefined {
  const copy = new Database(file, { fileMustExist: true })
  try {
    copy.pragma('journal_mode = MEMORY')
    copy.pragma(`application_id = ${applicationId}`)
  } finally {
    copy.close()
  }
  const db = connectToRead(file)
  try {
    const fault = healthFault(db)
    const found = totals(db)
    if (fault !== undefined) return fault
    if (found !== expected) return `${found} ≠ ${expected}`
  } finally {
    db.close()
  }
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  return undefined
}
