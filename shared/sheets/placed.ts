import type { Cell, Chart, RowRole } from './sheet.ts'

export type RowKind =
  | 'letterhead' | 'office' | 'address' | 'rule' | 'title' | 'gap' | 'heading' | 'paragraph' | 'chart' | 'fact' | 'header' | 'numbering' | 'body' | 'note' | 'sign' | 'sign-space'
  | 'sign-name'

/** A cell on the grid: its first column (1 = A), how many columns and rows it takes. */
export interface PlacedCell {
  readonly column: number
  readonly columns: number
  readonly rows: number
  readonly cell: Cell | null
}

export interface PlacedRow {
  readonly kind: RowKind
  readonly role: RowRole | null
  /** Points. */
  readonly height: number
  readonly cells: readonly PlacedCell[]
  /** Never the last row of a page. */
  readonly keep: boolean
  readonly key: string | null
  readonly chart?: Chart
}

/** Makes the rows that carry a sum from one page to the next. */
export interface PlacedCarry {
  /** Points of either row. */
  readonly height: number
  /** At the foot: what these lines of the page come to, with what was brought to it; null where that is nothing. */
  readonly out: (lines: readonly PlacedRow[], brought: PlacedRow | null, page: number) => PlacedRow | null
  /** At the head of the next page: the same again. */
  readonly into: (out: PlacedRow, page: number) => PlacedRow
}

export interface PlacedSection {
  readonly newPage: boolean
  readonly carry: PlacedCarry | null
  readonly before: readonly PlacedRow[]
  readonly head: readonly PlacedRow[]
  readonly body: readonly PlacedRow[]
}

/** A row that belongs to nothing in the sheet by key: letterhead, notes, signatures. */
export function placedRow(kind: RowKind, cells: readonly PlacedCell[], height: number, keep = true): PlacedRow {
  return { kind, role: null, height, cells, keep, key: null }
}

/** Room between rows. */
export function gap(height: number, keep = true): PlacedRow {
  return placedRow('gap', [], height, keep)
}
