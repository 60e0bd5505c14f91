import { createHash } from 'node:crypto'
import type { Address } from '#shared/sheets/formula.ts'
import { IDENTITY_FACTS, IDENTITY_FORMAT, MAPPED_COLUMNS, type WorkbookIdentity } from '#shared/sheets/identity.ts'
import { columnLetter } from '#shared/sheets/layout.ts'
import { formulaXml, numberXml, textXml } from './cell-xml.ts'
import { WORKSHEET } from './sheet-xml.ts'

/** What stands on the sheet as constants, and is not to be changed. */
export type IdentityConstants = readonly (readonly (string | number)[])[]

/** Tells whether the constants of the sheet are the ones that were written. */
export function identityDigest(constants: IdentityConstants): string {
  return createHash('sha256').update(JSON.stringify(constants)).digest('hex').slice(0, 32)
}

/**
 * The hidden sheet: facts, a digest over everything constant, and one row for each row of the papers whose figures people may change. A row
 * holds what the cells held, then formulas that name the cells: a spreadsheet program keeps those right when rows are moved or sheets renamed,
 * and says so when they are deleted. `plainText` is the style of text.
 */
export function* identityXml({ facts, rows }: WorkbookIdentity, address: Address, plainText: number): Generator<string> {
  const head: (string | number)[][] = [['rembuk', IDENTITY_FORMAT], ...IDENTITY_FACTS.map((fact) => [fact, facts[fact]]), ['rows', rows.length]]
  const constants = rows.map((row): (string | number)[] => [row.kind, row.lineId, row.sourceId, ...MAPPED_COLUMNS.map((column) => row.values[column])])
  let number = 0
  const row = (values: readonly (string | number)[], behind = ''): string => {
    number += 1
    const cells = values.map((value, index) => {
      const at = `${columnLetter(index + 1)}${number}`
      if (value === '') return ''
      return typeof value === 'number' ? numberXml(at, 0, value) : textXml(at, plainText, value)
    })
    return `<row r="${number}">${cells.join('')}${behind}</row>`
  }
  yield `${WORKSHEET}<sheetData>`
  for (const values of head) yield row(values)
  yield row(['digest', identityDigest([...head, ...constants])])
  yield row(['kind', 'line', 'source', ...MAPPED_COLUMNS, ...MAPPED_COLUMNS.map((column) => `=${column}`)])
  for (const [index, mapped] of rows.entries()) {
    const formulas = MAPPED_COLUMNS.map((column, at) => {
      const ref = mapped.cells[column]
      if (!ref) return ''
      const { column: letter, row: of } = address(ref.sheet ?? '', ref)
      return formulaXml(`${columnLetter(3 + MAPPED_COLUMNS.length + at + 1)}${number + 1}`, 0, `'${(ref.sheet ?? '').replaceAll("'", "''")}'!${letter}${of}`, mapped.values[column])
    })
    yield row(constants[index] ?? [], formulas.join(''))
  }
  yield '</sheetData></worksheet>'
}
