import { createHash } from 'node:crypto'
import type { Workbook } from 'exceljs'
import type { Address } from '#shared/sheets/formula.ts'
import { IDENTITY_FACTS, IDENTITY_FORMAT, IDENTITY_SHEET, MAPPED_COLUMNS, type WorkbookIdentity } from '#shared/sheets/identity.ts'

/** What stands on the sheet as constants, and is not to be changed. */
export type IdentityConstants = readonly (readonly (string | number)[])[]

/** Tells whether the constants of the sheet are the ones that were written. */
export function identityDigest(constants: IdentityConstants): string {
  return createHash('sha256').update(JSON.stringify(constants)).digest('hex').slice(0, 32)
}

/**
 * Adds the hidden sheet: facts, a digest over everything constant, and one row for each row of the papers whose figures people may change. A row
 * holds what the cells held, then formulas that name the cells: a spreadsheet program keeps those right when rows are moved or sheets renamed,
 * and says so when they are deleted.
 */
export function addIdentity(workbook: Workbook, { facts, rows }: WorkbookIdentity, address: Address): void {
  const sheet = workbook.addWorksheet(IDENTITY_SHEET, { state: 'hidden' })
  const head: (string | number)[][] = [['rembuk', IDENTITY_FORMAT], ...IDENTITY_FACTS.map((fact) => [fact, facts[fact]]), ['rows', rows.length]]
  const constants = rows.map((row): (string | number)[] => [row.kind, row.lineId, row.sourceId, ...MAPPED_COLUMNS.map((column) => row.values[column])])
  for (const row of head) sheet.addRow(row)
  sheet.addRow(['digest', identityDigest([...head, ...constants])])
  sheet.addRow(['kind', 'line', 'source', ...MAPPED_COLUMNS, ...MAPPED_COLUMNS.map((column) => `=${column}`)])
  rows.forEach((row, index) => {
    const written = sheet.addRow(constants[index] ?? [])
    MAPPED_COLUMNS.forEach((column, at) => {
      const ref = row.cells[column]
      if (!ref) return
      const { column: letter, row: number } = address(ref.sheet ?? '', ref)
      written.getCell(3 + MAPPED_COLUMNS.length + at + 1).value = { formula: `'${(ref.sheet ?? '').replaceAll("'", "''")}'!${letter}${number}`, result: row.values[column] }
    })
    written.eachCell((cell) => { if (typeof cell.value === 'string') cell.numFmt = '@' })
  })
}
