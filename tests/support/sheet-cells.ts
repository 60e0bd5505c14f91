import { type Cell, rowsOf, type SheetDocument } from '#shared/sheets/sheet.ts'

/** The sheet of a name. */
export function sheetOf(sheets: readonly SheetDocument[], name: string): SheetDocument {
  const sheet = sheets.find((one) => one.name === name)
  if (!sheet) throw new Error(`no sheet ${name}`)
  return sheet
}

/** A cell by the key of its row and its column. */
export function cellOf(sheet: SheetDocument, row: string, column: string): Cell | undefined {
  return rowsOf(sheet).find((one) => one.key === row)?.cells[column]
}

/** What a cell shows: its number, its formula's result or its text. */
export function figureOf(sheet: SheetDocument, row: string, column: string): number | string | undefined {
  const cell = cellOf(sheet, row, column)
  return cell?.kind === 'number' ? cell.value : cell?.kind === 'formula' ? cell.result : cell?.kind === 'text' ? cell.text : undefined
}
