import { date } from '#shared/i18n/format.ts'
import type { Cell, HeaderCell, Paper, Ref, Row, RowRole, Section, SheetDocument, Signatory } from './sheet.ts'
import { text } from './sheet.ts'
import { textWidth, wrappedLines } from './text-width.ts'

export type RowKind =
  | 'letterhead' | 'office' | 'title' | 'gap' | 'heading' | 'fact' | 'header' | 'numbering' | 'body' | 'note' | 'sign' | 'sign-space' | 'sign-name'

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
}

export interface Layout {
  readonly rows: readonly PlacedRow[]
  /** Row number (1 = first) by row key. */
  readonly rowOf: ReadonlyMap<string, number>
  /** Column number by column key. */
  readonly columnOf: ReadonlyMap<string, number>
  /** Column widths in millimetres of the printed paper. */
  readonly widths: readonly number[]
  /** Rows that are printed again on every page; null where the layout repeats them itself. */
  readonly repeat: { readonly from: number; readonly to: number } | null
  /** Last row of each page but the last one. */
  readonly breaks: readonly number[]
  readonly freezeBelow: number
}

/** Paper sizes and margins in millimetres, landscape. F4 is the folio of the offices, 215 × 330 (domain §10). */
export const PAPERS = { F4: { width: 330, height: 215 }, A4: { width: 297, height: 210 } } as const satisfies Record<Paper, object>
export const MARGINS = { left: 14, right: 14, top: 13, bottom: 16, header: 6, footer: 7 } as const

const POINTS_PER_MM = 72 / 25.4
/** Cell padding that spreadsheet programs keep on the left and right together, in points. */
const PADDING = 6
/** Programs round row heights and margins: fill a page not quite to its edge. */
const PAGE_FILL = 0.985
const SIGN_SPACE = 46

/** Widths of the columns on the paper; they fill it from margin to margin, so that it is printed at its true size. */
function columnWidths(sheet: SheetDocument): number[] {
  const printed = PAPERS[sheet.paper].width - MARGINS.left - MARGINS.right - 1
  const total = sheet.columns.reduce((sum, column) => sum + column.share, 0)
  return sheet.columns.map((column) => (column.share / total) * printed)
}

/**
 * Rows, heights, merged cells and page breaks of a sheet, the same for every face that shows it. Heights follow the wrapped text,
 * so that nothing is cut; a signature never stands alone on a page, a heading never at its foot.
 */
export function layOut(sheet: SheetDocument): Layout {
  const widths = columnWidths(sheet)
  const columnOf = new Map(sheet.columns.map((column, index) => [column.key, index + 1]))
  const place = placer(sheet, widths, columnOf)
  const front = place.front()
  const sections = sheet.sections.map((section) => place.section(section))
  const single = sections.length === 1 ? sections[0] : undefined
  // Papers that are signed one by one (RAB) each carry the letterhead and title; a long table carries its header.
  const signedApart = sections.length > 1 && sections.slice(1).every((section) => section.newPage)
  const paged = paginate(front, sections, PAPERS[sheet.paper].height, { header: single !== undefined, front: signedApart })
  const rowOf = new Map<string, number>()
  paged.rows.forEach((row, index) => {
    if (row.key !== null) rowOf.set(row.key, index + 1)
  })
  const headFrom = front.length + (single?.before.length ?? 0) + 1
  const repeat = single && single.head.length > 0
    ? { from: headFrom, to: headFrom + single.head.length - 1 }
    : signedApart ? { from: 1, to: front.length } : null
  return { ...paged, rowOf, columnOf, widths, repeat, freezeBelow: single ? (repeat?.to ?? 0) : 0 }
}

/** Address of a cell in a set of laid-out sheets. @throws RangeError where there is none. */
export function addresser(layouts: ReadonlyMap<string, Layout>): (sheet: string, ref: Ref) => { column: string; row: number } {
  return (sheet, ref) => {
    const layout = layouts.get(ref.sheet ?? sheet)
    const row = layout?.rowOf.get(ref.row)
    const column = layout?.columnOf.get(ref.column)
    if (row === undefined || column === undefined) throw new RangeError(`no cell ${ref.sheet ?? sheet}/${ref.row}/${ref.column}`)
    return { column: columnLetter(column), row }
  }
}

/** 1 is A, 27 is AA. */
export function columnLetter(column: number): string {
  return (column > 26 ? columnLetter(Math.trunc((column - 1) / 26)) : '') + String.fromCodePoint(65 + ((column - 1) % 26))
}

interface PlacedSection {
  readonly newPage: boolean
  readonly before: readonly PlacedRow[]
  readonly head: readonly PlacedRow[]
  readonly body: readonly PlacedRow[]
}

function row(kind: RowKind, cells: readonly PlacedCell[], height: number, keep = true): PlacedRow {
  return { kind, role: null, height, cells, keep, key: null }
}

function gap(height: number, keep = true): PlacedRow {
  return row('gap', [], height, keep)
}

function placer(sheet: SheetDocument, widths: readonly number[], columnOf: ReadonlyMap<string, number>) {
  const last = widths.length
  const size = sheet.textSize
  const widthOf = (column: number, columns: number): number =>
    widths.slice(column - 1, column - 1 + columns).reduce((total, width) => total + width, 0) * POINTS_PER_MM - PADDING
  const at = (key: string): number => columnOf.get(key) ?? 1
  const heightOf = (cells: readonly PlacedCell[], points: number, bold: boolean, least = 0): number => {
    const lines = cells.map(({ cell, column, columns, rows }) => {
      const indent = cell?.kind === 'text' ? (cell.indent ?? 0) * 9 : 0
      // A figure stays on one line; where it is too wide, it is made smaller.
      if (rows > 1 || cell === null || (cell.kind !== 'text' && cell.kind !== 'date')) return 1
      return wrappedLines(cell.kind === 'date' ? date(cell.iso, sheet.language) : cell.text, widthOf(column, columns) - indent, points, bold)
    })
    // Screens and printers count in pixels of 0.75 pt.
    return Math.max(least, Math.ceil((Math.max(1, ...lines) * points * 1.22 + 4.5) / 0.75) * 0.75)
  }
  const wide = (content: string): PlacedCell => ({ column: 1, columns: last, rows: 1, cell: text(content) })

  function front(): PlacedRow[] {
    const rows = sheet.letterhead.map((line, index) => row(index === sheet.letterhead.length - 1 ? 'office' : 'letterhead', [wide(line)], 17))
    if (rows.length > 0) rows.push(gap(9))
    for (const line of sheet.title) rows.push(row('title', [wide(line)], heightOf([wide(line)], 11, true)))
    rows.push(gap(7))
    return rows
  }

  function header(section: Section): PlacedRow[] {
    const rows = section.header.map((cells): PlacedCell[] =>
      cells.map((cell: HeaderCell) => ({ column: at(cell.column), columns: cell.columns, rows: cell.rows, cell: text(cell.text, { align: 'center' }) })))
    const heights = rows.map((cells) => heightOf(cells, size, true))
    // A heading over several rows needs their heights together: what is missing goes to the last of them.
    rows.forEach((cells, from) => {
      for (const cell of cells) {
        if (cell.rows === 1) continue
        const needed = heightOf([{ ...cell, rows: 1 }], size, true)
        const there = heights.slice(from, from + cell.rows).reduce((total, height) => total + height, 0)
        const lowest = from + cell.rows - 1
        if (needed > there) heights[lowest] = (heights[lowest] ?? 0) + needed - there
      }
    })
    const placed = rows.map((cells, index) => row('header', cells, heights[index] ?? 15))
    if (section.numbering) {
      const cells = section.numbering.map((label, index): PlacedCell => ({ column: index + 1, columns: 1, rows: 1, cell: text(label, { align: 'center' }) }))
      placed.push(row('numbering', cells, 11))
    }
    return placed
  }

  function body(source: Row, next: Row | undefined): PlacedRow {
    const cells: PlacedCell[] = []
    const bold = source.role !== 'line' && source.role !== 'muted'
    const covered = new Set<number>()
    for (const span of source.spans ?? []) {
      const from = at(span.from)
      const columns = at(span.to) - from + 1
      for (let column = from; column < from + columns; column += 1) covered.add(column)
      cells.push({ column: from, columns, rows: 1, cell: source.cells[span.from] ?? null })
    }
    sheet.columns.forEach(({ key }, index) => {
      if (!covered.has(index + 1)) cells.push({ column: index + 1, columns: 1, rows: 1, cell: source.cells[key] ?? null })
    })
    const heading = source.role === 'group' || source.role === 'subgroup'
    const closes = next?.role === 'subtotal' || next?.role === 'total'
    return { kind: 'body', role: source.role, height: heightOf(cells, size, bold, 15), cells, keep: next !== undefined && (heading || closes), key: source.key }
  }

  function facts(section: Section): PlacedRow[] {
    const label = Math.max(0, ...section.facts.map(([name]) => textWidth(name, size + 0.5, false)))
    let columns = 1
    while (columns < last - 1 && widthOf(1, columns) < label) columns += 1
    return section.facts.map(([label, value]) => {
      const cells: PlacedCell[] = [
        { column: 1, columns, rows: 1, cell: text(label) },
        { column: columns + 1, columns: last - columns, rows: 1, cell: text(`: ${value}`) },
      ]
      return row('fact', cells, heightOf(cells, size + 0.5, false))
    })
  }

  /** Three places to sign side by side, cut where columns end; one person signs on the right, two on the outer places. */
  function slots(): { column: number; columns: number }[] {
    const total = widths.reduce((sum, width) => sum + width, 0)
    const cut = (part: number, least: number, most: number): number => {
      let best = least
      let reached = 0
      let nearest = Infinity
      widths.forEach((width, index) => {
        reached += width
        const distance = Math.abs(reached - total * part)
        if (index + 1 >= least && index + 1 <= most && distance < nearest) {
          nearest = distance
          best = index + 1
        }
      })
      return best
    }
    const first = cut(1 / 3, 1, Math.max(1, last - 2))
    const second = cut(2 / 3, first + 1, Math.max(first + 1, last - 1))
    return [{ column: 1, columns: first }, { column: first + 1, columns: second - first }, { column: second + 1, columns: last - second }]
  }

  function signatures(people: readonly Signatory[]): PlacedRow[] {
    const places = slots()
    const order = people.length === 1 ? [2] : people.length === 2 ? [0, 2] : [0, 1, 2]
    const rows: PlacedRow[] = []
    for (let from = 0; from < people.length; from += 3) {
      const group = people.slice(from, from + 3).map((person, index) => ({ person, slot: places[order[index] ?? index] ?? { column: 1, columns: last } }))
      const line = (kind: RowKind, of: (person: Signatory) => string, bold: boolean): PlacedRow => {
        const cells = group.map(({ person, slot }): PlacedCell => ({ ...slot, rows: 1, cell: text(of(person), { align: 'center' }) }))
        return row(kind, cells, heightOf(cells, size + 0.5, bold))
      }
      rows.push(gap(14), line('sign', (person) => (person.dated ? sheet.placeDate : person.lead), false), line('sign', (person) => person.role, false))
      rows.push(row('sign-space', [], SIGN_SPACE), line('sign-name', (person) => person.name ?? '……………………………', true))
      if (group.some(({ person }) => person.nip !== null)) rows.push(line('sign', (person) => (person.nip === null ? '' : `NIP. ${person.nip || '……………………………'}`), false))
    }
    return rows
  }

  function section(source: Section): PlacedSection {
    const before: PlacedRow[] = []
    if (source.heading !== null) before.push(row('heading', [wide(source.heading)], heightOf([wide(source.heading)], size + 1, true, 18)))
    before.push(...facts(source))
    if (source.facts.length > 0) before.push(gap(5))
    const rows = source.rows.map((line, index) => body(line, source.rows[index + 1]))
    const tail: PlacedRow[] = []
    if (source.notes.length > 0) tail.push(gap(4))
    source.notes.forEach((note) => tail.push(row('note', [wide(note)], heightOf([wide(note)], size, false))))
    tail.push(...signatures(source.signatories))
    // The last rows of the table go with what stands under it.
    const kept = tail.length > 0 ? rows.map((line, index) => (index >= rows.length - 3 ? { ...line, keep: true } : line)) : rows
    return { newPage: source.newPage, before, head: header(source), body: [...kept, ...tail.map((line, index) => ({ ...line, keep: index < tail.length - 1 }))] }
  }

  return { front, section }
}

/** Fills pages with runs of rows that stay together. `repeats`: what the program prints again on each page; another header is set again here. */
function paginate(
  front: readonly PlacedRow[], sections: readonly PlacedSection[], paperHeight: number, repeats: { readonly header: boolean; readonly front: boolean },
): Pick<Layout, 'rows' | 'breaks'> {
  const room = (paperHeight - MARGINS.top - MARGINS.bottom) * POINTS_PER_MM * PAGE_FILL
  const rows: PlacedRow[] = [...front]
  const breaks: number[] = []
  const height = (some: readonly PlacedRow[]): number => some.reduce((total, row) => total + row.height, 0)
  let used = height(front)
  const turn = (): void => {
    breaks.push(rows.length)
    used = repeats.front ? height(front) : 0
  }
  sections.forEach((section, index) => {
    const runs = runsOf(section.body)
    const opening = height(section.before) + height(section.head) + height(runs[0] ?? [])
    if (index > 0) {
      const separator = gap(12, false)
      rows.push(separator)
      used += separator.height
      if (section.newPage || used + opening > room) turn()
    }
    rows.push(...section.before, ...section.head)
    used += height(section.before) + height(section.head)
    runs.forEach((run, at) => {
      if (at > 0 && used + height(run) > room) {
        turn()
        used += height(section.head)
        const goesOn = run.some((row) => row.kind === 'body')
        if (!repeats.header && goesOn) rows.push(...section.head)
      }
      rows.push(...run)
      used += height(run)
    })
  })
  return { rows, breaks }
}

function runsOf(rows: readonly PlacedRow[]): PlacedRow[][] {
  const runs: PlacedRow[][] = []
  let open = false
  for (const row of rows) {
    const last = runs.at(-1)
    if (open && last) last.push(row)
    else runs.push([row])
    open = row.keep
  }
  return runs
}
