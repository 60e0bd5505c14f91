import * as XLSX from 'xlsx'
import { AppError } from '#core/app-error.ts'
import {
  IDENTITY_FACTS, IDENTITY_FORMAT, IDENTITY_SHEET, type IdentityFacts, MAPPED_COLUMNS, type MappedColumn, type MappedKind,
} from '#shared/sheets/identity.ts'
import { oleContent } from './ole.ts'
import { readPackedBook } from './packed-workbook.ts'
import type { ReadLimits } from './read-limits.ts'
import type { DataFile } from './sheetjs-tables.ts'
import { sniff } from './sniff.ts'
import { identityDigest } from './write-identity.ts'

type Value = string | number | null

/** A cell of a workbook that came back: its value, whether it is reckoned, and where it stands now. `null`: it was deleted. */
export type ReturnedCell = { readonly value: Value; readonly formula: boolean; readonly at: string } | null

/** A row that may have been changed: what it held, and what stands there now. */
export interface ReturnedRow {
  readonly kind: MappedKind
  readonly lineId: string
  readonly sourceId: string
  readonly values: Readonly<Record<MappedColumn, string | number>>
  readonly cells: Partial<Readonly<Record<MappedColumn, ReturnedCell>>>
  /** The text that names the row is another one, and no other row has it. */
  readonly renamed: boolean
}

export interface ReturnedWorkbook {
  readonly facts: IdentityFacts
  readonly rows: readonly ReturnedRow[]
}

interface DenseCell { readonly v?: unknown; readonly f?: string; readonly t?: string; readonly w?: string }
type Grid = readonly (readonly (DenseCell | undefined)[] | undefined)[]

function gridOf(book: XLSX.WorkBook, name: string): Grid {
  return (book.Sheets[name] as { '!data'?: Grid } | undefined)?.['!data'] ?? []
}

function valueOf(cell: DenseCell | undefined): Value {
  if (cell === undefined || cell.t === 'e' || cell.t === 'z') return null
  return typeof cell.v === 'string' || typeof cell.v === 'number' ? cell.v : null
}

/** What stands where a figure is wanted; an error is its own words. */
function figureOf(cell: DenseCell | undefined): Value {
  return cell?.t === 'e' ? (cell.w ?? '#') : valueOf(cell)
}

interface Place { readonly sheet: string; readonly row: number; readonly column: number }

/** The cell that a formula names, `'Sumber Dana'!$D$12` or in an .ods `[$RAB.F19]`; `undefined` for `#REF!` and anything that is not one cell. */
function placeOf(formula: string | undefined): Place | undefined {
  const match = /^=?\$?(?:'((?:[^']|'')+)'|([^'!]+))[!.]\$?([A-Z]{1,3})\$?(\d+)$/.exec((formula ?? '').trim().replace(/^=?\[(.*)\]$/, '$1'))
  const [, quoted, bare, letters, row] = match ?? []
  const sheet = quoted?.replaceAll("''", "'") ?? bare
  if (sheet === undefined || letters === undefined || row === undefined) return undefined
  return { sheet, row: Number(row) - 1, column: XLSX.utils.decode_col(letters) }
}

interface Found {
  readonly row: Grid[number]
  readonly kind: MappedKind
  readonly values: ReturnedRow['values']
  readonly places: ReadonlyMap<MappedColumn, Place | undefined>
  /** Rows of its sheet that have its words. */
  readonly named: readonly number[]
  /** The row that its formulas name has them. */
  readonly stayed: boolean
}

/** Rows of the sheets by the words that stand in two of their columns; each sheet is gone through once. */
function wordIndex(book: XLSX.WorkBook): (label: Place, source: Place, words: readonly (string | number)[]) => readonly number[] {
  const indexes = new Map<string, Map<string, number[]>>()
  const keyOf = (words: readonly Value[]): string => JSON.stringify(words.map((word) => String(word ?? '').trim()))
  return (label, source, words) => {
    const name = JSON.stringify([label.sheet, label.column, source.column])
    const index = indexes.get(name) ?? Map.groupBy(gridOf(book, label.sheet).keys(), (at) => {
      const cells = gridOf(book, label.sheet)[at]
      return keyOf([valueOf(cells?.[label.column]), valueOf(cells?.[source.column])])
    })
    indexes.set(name, index)
    return index.get(keyOf(words)) ?? []
  }
}

/** A row of the hidden sheet with the cells that its formulas name, and the rows that have its words. */
function find(row: Grid[number], rowsWith: ReturnType<typeof wordIndex>): Found | undefined {
  const kind = valueOf(row?.[0])
  if (kind !== 'part' && kind !== 'share' && kind !== 'ceiling') return undefined
  const values = Object.fromEntries(MAPPED_COLUMNS.map((column, index) => [column, valueOf(row?.[3 + index]) ?? ''])) as ReturnedRow['values']
  const places = new Map(MAPPED_COLUMNS.flatMap((column, index) => {
    // A ceiling has neither volume nor price; where any other formula is missing, nothing says where the figure stands.
    if (kind === 'ceiling' && (column === 'volume' || column === 'price')) return []
    return [[column, placeOf(row?.[3 + MAPPED_COLUMNS.length + index]?.f)] as const]
  }))
  const label = places.get('label')
  const source = places.get('source')
  const named = label && source ? rowsWith(label, source, [values.label, values.source]) : []
  return { row, kind, values, places, named, stayed: label === undefined || named.includes(label.row) }
}

/**
 * Reads the rows of the hidden sheet, and for each what stands now in the cells that its formulas name. After a sort, formulas of other sheets
 * name the same places as before: then the one row that still has the words is the one. Where several have them and rows of the sheet
 * changed places, or none has, people are asked.
 */
function readRows(book: XLSX.WorkBook, rows: Grid): ReturnedRow[] {
  const rowsWith = wordIndex(book)
  const found = rows.flatMap((row) => find(row, rowsWith) ?? [])
  const sorted = new Set(found.flatMap(({ stayed, named, places }) => (stayed || named.length === 0 ? [] : [places.get('label')?.sheet])))
  return found.map(({ row, kind, values, places, named, stayed }): ReturnedRow => {
    const moved = !stayed && named.length === 1 ? named[0] : undefined
    const renamed = stayed ? named.length > 1 && sorted.has(places.get('label')?.sheet) : moved === undefined
    const cells = Object.fromEntries([...places].map(([column, place]): [MappedColumn, ReturnedCell] => {
      if (!place || book.Sheets[place.sheet] === undefined) return [column, null]
      const at = moved ?? place.row
      const cell = gridOf(book, place.sheet)[at]?.[place.column]
      return [column, { value: figureOf(cell), formula: cell?.f !== undefined, at: `${place.sheet}!${XLSX.utils.encode_cell({ r: at, c: place.column })}` }]
    }))
    return { kind, lineId: String(valueOf(row?.[1]) ?? ''), sourceId: String(valueOf(row?.[2]) ?? ''), values, cells, renamed }
  })
}

function openBook(file: DataFile, limits: ReadLimits): XLSX.WorkBook {
  const kind = sniff(file.bytes)
  if (kind === 'empty') throw new AppError('file_empty', { file: file.name })
  if (kind === 'ole') {
    const content = oleContent(file)
    if (content === 'locked') throw new AppError('file_encrypted', { file: file.name })
    if (content === 'workbook') throw new AppError('workbook_old_format', { file: file.name })
  }
  if (kind !== 'zip') throw new AppError('workbook_not_returned', { file: file.name })
  return readPackedBook(file, limits)
}

/**
 * Reads an exported workbook that came back, whatever was changed in it, as .xlsx or .ods. Nothing but its hidden sheet says where a figure
 * belongs; its constants are checked against their digest.
 * @throws AppError `workbook_not_returned` without that sheet, `workbook_identity_damaged`, `workbook_identity_newer`, `workbook_old_format`, `file_*`
 */
export function readReturned(file: DataFile, limits: ReadLimits): ReturnedWorkbook {
  if (file.bytes.length > limits.fileBytes) throw new AppError('file_too_big', { file: file.name, bytes: file.bytes.length, limit: limits.fileBytes })
  const book = openBook(file, limits)
  if (book.Sheets[IDENTITY_SHEET] === undefined) throw new AppError('workbook_not_returned', { file: file.name })
  const grid = gridOf(book, IDENTITY_SHEET)
  const damaged = (): AppError => new AppError('workbook_identity_damaged', { file: file.name })
  const head = grid.slice(0, IDENTITY_FACTS.length + 2).map((row) => [valueOf(row?.[0]) ?? '', valueOf(row?.[1]) ?? ''])
  const [mark, format] = head[0] ?? []
  if (mark !== 'rembuk' || typeof format !== 'number') throw damaged()
  if (format > IDENTITY_FORMAT) throw new AppError('workbook_identity_newer', { file: file.name, format, known: IDENTITY_FORMAT })
  const count = head.at(-1)?.[1]
  const from = IDENTITY_FACTS.length + 4
  if (head.at(-1)?.[0] !== 'rows' || typeof count !== 'number' || count < 0 || count > limits.rows) throw damaged()
  const rows = grid.slice(from, from + count)
  const constants = rows.map((row) => [0, 1, 2, ...MAPPED_COLUMNS.map((_, index) => 3 + index)].map((column) => valueOf(row?.[column]) ?? ''))
  if (valueOf(grid[from - 2]?.[0]) !== 'digest' || valueOf(grid[from - 2]?.[1]) !== identityDigest([...head, ...constants])) throw damaged()
  const facts = Object.fromEntries(IDENTITY_FACTS.map((fact, index) => [fact, String(head[index + 1]?.[1] ?? '')])) as IdentityFacts
  if (IDENTITY_FACTS.some((fact, index) => head[index + 1]?.[0] !== fact)) throw damaged()
  return { facts, rows: readRows(book, rows) }
}
