import { date } from '#shared/i18n/format.ts'
import type { Cell, Section, SheetDocument } from './sheet.ts'

/** True for text that a spreadsheet program could take for a formula. */
export function looksLikeFormula(text: string): boolean {
  return /^[=+\-@\t\r]/.test(text)
}

/** Text as text: an apostrophe before what could be taken for a formula. */
function safe(text: string): string {
  return looksLikeFormula(text) ? `'${text}` : text
}

function plain(cell: Cell | undefined, language: 'id' | 'en'): string {
  if (cell === undefined) return ''
  if (cell.kind === 'text') return safe(cell.text)
  if (cell.kind === 'date') return date(cell.iso, language)
  const value = cell.kind === 'number' ? cell.value : cell.result
  if (cell.format !== 'percent') return String(value)
  return (value * 100).toFixed(2).replace('.', language === 'id' ? ',' : '.')
}

function quote(field: string): string {
  return /[;"\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field
}

/** Name of each column: the lowest heading over it. */
function leaves(section: Section, sheet: SheetDocument): string[] {
  const order = sheet.columns.map((column) => column.key)
  const names = order.map(() => '')
  for (const row of section.header) {
    for (const cell of row) {
      const from = order.indexOf(cell.column)
      for (
        let index = from; index < from + cell.columns; index += 1
      ) names[index] = cell.columns === 1 || names[index] === '' ? cell.text : (names[index] ?? '')
    }
  }
  return names
}

/**
 * The tables of a sheet as CSV for an Indonesian Excel: UTF-8 with BOM, `;` between fields, figures without thousands marks,
 * percentages with a comma (domain §10). Text that could be taken for a formula gets an apostrophe.
 */
export function csvOf(sheet: SheetDocument): string {
  const lines = sheet.sections.flatMap((section) => [
    ...section.facts.map((fact) => fact.map(safe)),
    ...(section.header.length > 0 ? [leaves(section, sheet).filter((_, index) => !sheet.columns[index]?.filler)] : []),
    ...section.rows.map((row) => sheet.columns.filter((column) => !column.filler).map((column) => plain(
      row.cells[column.key], sheet.language,
    ))),
  ])
  return `\uFEFF${lines.map((fields) => fields.map(quote).join(';')).join('\r\n')}\r\n`
}
