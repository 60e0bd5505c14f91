/** One description of a table or paper, for the screen, the workbook, the PDF and the printer alike. It knows cells, not files. */

/** Whole rupiah or counts (`integer`), a share of 1 shown as percent with two decimals (`percent`). Zero shows as `–`. */
export type NumberFormat = 'integer' | 'percent'

/** A cell by the keys of its row and column; `sheet` names another sheet of the same set. */
export interface Ref {
  readonly sheet?: string
  readonly row: string
  readonly column: string
}

/** What a cell is reckoned from. `ratio` is part / whole rounded to a basis point; nothing to divide by gives 0. */
export type Formula =
  | { readonly op: 'sum'; readonly of: readonly Ref[] }
  | { readonly op: 'balance'; readonly plus: readonly Ref[]; readonly minus: readonly Ref[] }
  | { readonly op: 'product'; readonly of: readonly Ref[] }
  | { readonly op: 'ratio'; readonly part: Ref; readonly whole: Ref }
  | { readonly op: 'same'; readonly as: Ref }
  /** Anything else, as spreadsheet programs write it, with cells in their places; its value comes from who made it, not from `compute`. */
  | { readonly op: 'expression'; readonly parts: readonly (string | Ref)[]; readonly value: number }

export type Cell =
  | { readonly kind: 'text'; readonly text: string; readonly align?: Align; readonly indent?: number }
  | { readonly kind: 'number'; readonly value: number; readonly format: NumberFormat }
  /** `result` is what the formula gives, computed from the cells that it names (`compute`). */
  | { readonly kind: 'formula'; readonly formula: Formula; readonly result: number; readonly format: NumberFormat }
  | { readonly kind: 'date'; readonly iso: string }

export type Align = 'left' | 'center' | 'right'

/** `share` is the column's part of the printed width. */
export interface Column {
  readonly key: string
  readonly share: number
  readonly align: Align
  /** Second half of the column before it: it widens that one and is always merged with it. */
  readonly filler?: boolean
  /** Shares in it are drawn as bars too, from nothing to the whole. */
  readonly bars?: boolean
}

/** group: a heading inside the table. muted: smaller remarks and details. total: the last line under a rule. carry: a sum that goes on to the next page. */
export type RowRole = 'group' | 'subgroup' | 'line' | 'muted' | 'subtotal' | 'total' | 'carry'

/** Cells from one column to another (keys, inclusive) that are one. */
export interface Span {
  readonly from: string
  readonly to: string
}

export interface Row {
  readonly key: string
  readonly role: RowRole
  readonly cells: Readonly<Record<string, Cell>>
  readonly spans?: readonly Span[]
  /** Points that it is high at least: room to write by hand. */
  readonly least?: number
  /** Goes on with the row above it: never the first of a page, where it would be of nothing. */
  readonly follows?: boolean
}

/** A heading over `columns` columns and `rows` header rows, beginning at a column. */
export interface HeaderCell {
  readonly text: string
  readonly column: string
  readonly columns: number
  readonly rows: number
}

/** One person who signs: lines above the space (`Mengetahui,` / place and date), office, name and NIP where there is one. */
export interface Signatory {
  readonly lead: string
  readonly role: string
  readonly name: string | null
  readonly nip: string | null
  /** True where the place and date stand over this signature instead of `lead`. */
  readonly dated?: boolean
}

/** A table with what stands around it. A sheet has one, or (RAB, Ringkasan) several under each other on the same columns. */
export interface Section {
  readonly key: string
  /** Begins a new page. */
  readonly newPage: boolean
  readonly heading: string | null
  /** Sentences above the table, as wide as the paper. */
  readonly paragraphs?: readonly string[]
  /** A chart above the table, or instead of one. */
  readonly chart?: Chart | null
  /** Lines such as `Kegiatan : …` above the table. */
  readonly facts: readonly (readonly [string, string])[]
  readonly header: readonly (readonly HeaderCell[])[]
  /** Column numbers under the header, in the order of the columns; null = none. */
  readonly numbering: readonly string[] | null
  readonly rows: readonly Row[]
  /** Where the table goes over a page, the sum of its lines so far stands at the foot and again at the head of the next; null = never. */
  readonly carry?: Carry | null
  readonly notes: readonly string[]
  readonly signatories: readonly Signatory[]
}

/** Colour of a part of a bar: what is reached, what is reached in part, what is missing, what is left over. */
export type ChartTone = 'done' | 'part' | 'gap' | 'rest'

/**
 * Bars that lie one under the other, or a line from left to right, always from zero. What is drawn stands in cells, of another sheet of the
 * set where the reference says so; the values are those cells' figures, for the faces that have no cells.
 */
export interface Chart {
  /** parts: a bar is its parts in a row; shares: the same, every bar as long as its whole; single: each bar is one part, with its figure; line: one series of points. */
  readonly kind: 'parts' | 'shares' | 'single' | 'line'
  readonly title: string
  /** Under the bars: where the figures come from. */
  readonly source: string
  /** Millimetres. */
  readonly height: number
  /** `figure` stands at the end of a bar or over a point; without it the sum of the parts does. */
  readonly labels: readonly { readonly text: string; readonly at: Ref; readonly figure?: string }[]
  readonly series: readonly { readonly name: string; readonly tone: ChartTone; readonly values: readonly { readonly value: number; readonly at: Ref }[] }[]
}

/** Columns whose lines are added up from page to page, and the column where the words for it begin. */
export interface Carry {
  readonly out: string
  readonly into: string
  readonly from: string
  readonly columns: readonly string[]
}

/** Emblem in a letterhead, as it was supplied; its size in pixels. */
export interface Logo {
  readonly type: 'png' | 'jpeg'
  readonly base64: string
  readonly width: number
  readonly height: number
}

export type Paper = 'F4' | 'A4'
export type Orientation = 'landscape' | 'portrait'

export interface SheetDocument {
  /** Name of the sheet; unique in its set, at most 31 characters. */
  readonly name: string
  /** Letterhead lines, the last is the office itself; empty = none. */
  readonly letterhead: readonly string[]
  /** Smaller lines under it: address, telephone. */
  readonly address?: readonly string[]
  readonly logo?: Logo | null
  readonly title: readonly string[]
  readonly columns: readonly Column[]
  readonly sections: readonly Section[]
  readonly paper: Paper
  readonly orientation: Orientation
  /** Size of the body text in points. */
  readonly textSize: number
  /** Place and date line of the signatures. */
  readonly placeDate: string
  /** `page` has `{page}` and `{pages}` where the face puts its numbers. */
  readonly footer: { readonly left: string; readonly right: string; readonly page: string }
  /** Word over a paper that is not final, such as RANCANGAN; null = final. */
  readonly draft: string | null
  readonly language: 'id' | 'en'
}

export function text(value: string, options: { align?: Align; indent?: number } = {}): Cell {
  return { kind: 'text', text: value, ...options }
}

export function integer(value: number): Cell {
  return { kind: 'number', value, format: 'integer' }
}

/** A share given in basis points; `null` leaves the cell with a dash. */
export function share(bp: number | null): Cell {
  return bp === null ? text('–', { align: 'right' }) : { kind: 'number', value: bp / 10_000, format: 'percent' }
}

/** A formula whose result is not computed yet; `compute` fills it in. */
export function formula(what: Formula): Cell {
  return { kind: 'formula', formula: what, result: 0, format: what.op === 'ratio' ? 'percent' : 'integer' }
}

export function sumOf(refs: readonly Ref[]): Cell {
  return formula({ op: 'sum', of: refs })
}

/** The rows of a sheet in order, over all its sections. */
export function rowsOf(sheet: SheetDocument): readonly Row[] {
  return sheet.sections.flatMap((section) => section.rows)
}
