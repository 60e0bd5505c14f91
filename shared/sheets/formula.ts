import { multiply, ratioBp, sum } from '#shared/domain/money.ts'
import type { Cell, Formula, Ref, Row, SheetDocument } from './sheet.ts'
import { rowsOf } from './sheet.ts'

type Find = (sheet: string, ref: Ref) => Cell | undefined

function finder(sheets: readonly SheetDocument[]): Find {
  const bySheet = new Map(sheets.map((sheet) => [sheet.name, new Map(rowsOf(sheet).map((row) => [row.key, row.cells]))]))
  return (sheet, ref) => bySheet.get(ref.sheet ?? sheet)?.get(ref.row)?.[ref.column]
}

/** Cells that a formula names, in order. */
export function refsOf(formula: Formula): readonly Ref[] {
  switch (formula.op) {
    case 'sum':
    case 'product':
      return formula.of
    case 'balance':
      return [...formula.plus, ...formula.minus]
    case 'ratio':
      return [formula.part, formula.whole]
    case 'same':
      return [formula.as]
    case 'expression':
      return formula.parts.filter((part) => typeof part !== 'string')
  }
}

function apply(formula: Formula, value: (ref: Ref) => number): number {
  switch (formula.op) {
    case 'sum':
      return sum(formula.of.map(value))
    case 'product':
      return multiply(...formula.of.map(value))
    case 'balance':
      return sum(formula.plus.map(value)) - sum(formula.minus.map(value))
    case 'ratio':
      return (ratioBp(value(formula.part), value(formula.whole)) ?? 0) / 10_000
    case 'same':
      return value(formula.as)
    case 'expression':
      return formula.value
  }
}

/**
 * Fills in the result of every formula from the cells that it names, so that a workbook carries the figures that a spreadsheet
 * program would reckon from it.
 * @throws RangeError where a formula names a cell that is not there or reckons from itself: a fault of the sheet, not of the user
 */
export function compute(sheets: readonly SheetDocument[]): SheetDocument[] {
  const find = finder(sheets)
  const known = new Map<Cell, number>()
  const open = new Set<Cell>()
  function resultOf(sheet: string, cell: Cell & { kind: 'formula' }): number {
    const done = known.get(cell)
    if (done !== undefined) return done
    if (open.has(cell)) throw new RangeError(`a formula of ${sheet} reckons from itself`)
    open.add(cell)
    const result = apply(cell.formula, (ref) => {
      const at = ref.sheet ?? sheet
      const target = find(sheet, ref)
      if (target?.kind === 'number') return target.value
      if (target?.kind === 'formula') return resultOf(at, target)
      throw new RangeError(`a formula of ${sheet} names ${at}/${ref.row}/${ref.column}, where no figure stands`)
    })
    open.delete(cell)
    known.set(cell, result)
    return result
  }
  return mapCells(sheets, (sheet, cell) => (cell.kind === 'formula' ? { ...cell, result: resultOf(sheet.name, cell) } : cell))
}

/** Sheets that stand alone: a formula that names a sheet which is not among them becomes the figure that it gave. */
export function detach(sheets: readonly SheetDocument[]): SheetDocument[] {
  const names = new Set(sheets.map((sheet) => sheet.name))
  return mapCells(sheets, (sheet, cell) => {
    if (cell.kind !== 'formula' || refsOf(cell.formula).every((ref) => names.has(ref.sheet ?? sheet.name))) return cell
    return { kind: 'number', value: cell.result, format: cell.format }
  })
}

/** A row with changed cells; the row itself where none changed, so that long tables do not stand in memory twice. */
function mapRow(row: Row, change: (cell: Cell) => Cell): Row {
  let cells: Record<string, Cell> | undefined
  for (const column in row.cells) {
    const cell = row.cells[column]
    if (!cell) continue
    const changed = change(cell)
    if (changed !== cell) (cells ??= { ...row.cells })[column] = changed
  }
  return cells ? { ...row, cells } : row
}

function mapCells(sheets: readonly SheetDocument[], change: (sheet: SheetDocument, cell: Cell) => Cell): SheetDocument[] {
  return sheets.map((sheet) => ({
    ...sheet, sections: sheet.sections.map((section) => ({ ...section, rows: section.rows.map((row) => mapRow(row, (cell) => change(sheet, cell))) })),
  }))
}

/** Where a cell lies on the finished sheet, such as `H12`. */
export type Address = (sheet: string, ref: Ref) => { readonly column: string; readonly row: number }

function quoted(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'!`
}

/**
 * The formula as spreadsheet programs write it, without the equals sign. Neighbouring cells of a sum become ranges; the
 * separators are those of the file format, which every program shows in its own language.
 */
export function formulaText(formula: Formula, sheet: string, address: Address): string {
  const at = (ref: Ref): string => {
    const { column, row } = address(sheet, ref)
    return `${ref.sheet !== undefined && ref.sheet !== sheet ? quoted(ref.sheet) : ''}${column}${row}`
  }
  switch (formula.op) {
    case 'sum':
      return formula.of.length === 0 ? '0' : sumText(ranges(formula.of, sheet, address))
    case 'balance':
      return [formula.plus.map(at).join('+'), ...formula.minus.map(at)].join('-')
    case 'product':
      return formula.of.map(at).join('*')
    case 'ratio':
      return `IF(${at(formula.whole)}=0,0,ROUND(${at(formula.part)}/${at(formula.whole)},4))`
    case 'same':
      return at(formula.as)
    case 'expression':
      return formula.parts.map((part) => (typeof part === 'string' ? part : at(part))).join('')
  }
}

function ranges(refs: readonly Ref[], sheet: string, address: Address): string[] {
  const runs: { sheet: string | undefined; column: string; from: number; to: number }[] = []
  for (const ref of refs) {
    const { column, row } = address(sheet, ref)
    const last = runs.at(-1)
    if (last && last.sheet === ref.sheet && last.column === column && last.to === row - 1) last.to = row
    else runs.push({ sheet: ref.sheet, column, from: row, to: row })
  }
  return runs.map(({ sheet: other, column, from, to }) => {
    const prefix = other !== undefined && other !== sheet ? quoted(other) : ''
    return from === to ? `${prefix}${column}${from}` : `${prefix}${column}${from}:${column}${to}`
  })
}

/** At most 250 arguments in one SUM (the file format allows 255, the formula 8,192 characters): longer ones are nested sums. */
function sumText(terms: readonly string[]): string {
  if (terms.length <= 250) return `SUM(${terms.join(',')})`
  const parts: string[] = []
  for (let index = 0; index < terms.length; index += 250) parts.push(`SUM(${terms.slice(index, index + 250).join(',')})`)
  return parts.join('+')
}
