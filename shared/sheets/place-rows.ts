import { sum } from '#shared/domain/money.ts'
import { date } from '#shared/i18n/format.ts'
import { CELL_PADDING } from './column-widths.ts'
import { POINTS_PER_MM } from './paper.ts'
import { gap, placedRow, type PlacedCarry, type PlacedCell, type PlacedRow, type PlacedSection, type RowKind } from './placed.ts'
import type { Cell, HeaderCell, Row, Section, SheetDocument, Signatory } from './sheet.ts'
import { text } from './sheet.ts'
import { signingPlaces } from './signing-places.ts'
import { textWidth, wrappedLines } from './text-width.ts'

const SIGN_SPACE = 46

/** Turns the parts of a sheet into rows of cells with heights that hold their wrapped text. Widths are in millimetres. */
export function placer(sheet: SheetDocument, widths: readonly number[], columnOf: ReadonlyMap<string, number>) {
  const last = widths.length
  const size = sheet.textSize
  const single = widths.map((width) => width * POINTS_PER_MM - CELL_PADDING)
  const widthOf = (column: number, columns: number): number =>
    (columns === 1 ? single[column - 1] : undefined) ?? widths.slice(column - 1, column - 1 + columns).reduce((total, width) => total + width, 0) * POINTS_PER_MM - CELL_PADDING
  const at = (key: string): number => columnOf.get(key) ?? 1
  const heightOf = (cells: readonly PlacedCell[], points: number, bold: boolean, least = 0): number => {
    let lines = 1
    for (const { cell, column, columns, rows } of cells) {
      // A figure stays on one line; where it is too wide, it is made smaller.
      if (rows > 1 || cell === null || (cell.kind !== 'text' && cell.kind !== 'date')) continue
      const indent = cell.kind === 'text' ? (cell.indent ?? 0) * 9 : 0
      const own = wrappedLines(cell.kind === 'date' ? date(cell.iso, sheet.language) : cell.text, widthOf(column, columns) - indent, points, bold)
      if (own > lines) lines = own
    }
    // Screens and printers count in pixels of 0.75 pt.
    return Math.max(least, Math.ceil((lines * points * 1.22 + 4.5) / 0.75) * 0.75)
  }
  const wide = (content: string): PlacedCell => ({ column: 1, columns: last, rows: 1, cell: text(content) })

  function header(section: Section): PlacedRow[] {
    const rows = section.header.map((cells): PlacedCell[] =>
      cells.map((cell: HeaderCell) => ({
        column: at(cell.column), columns: cell.columns, rows: cell.rows, cell: text(cell.text, { align: 'center' }),
      })))
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
    const placed = rows.map((cells, index) => placedRow('header', cells, heights[index] ?? 15))
    if (section.numbering) {
      const cells = section.numbering.map((label, index): PlacedCell => ({
        column: index + 1, columns: 1, rows: 1, cell: text(label, { align: 'center' }),
      }))
      placed.push(placedRow('numbering', cells, 11))
    }
    return placed
  }

  function body(source: Row, next: Row | undefined, before?: Row): PlacedRow {
    const cells: PlacedCell[] = []
    const bold = source.role !== 'line' && source.role !== 'muted' && source.role !== 'carry'
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
    const heads = (row: Row | undefined): boolean => row?.role === 'group' || row?.role === 'subgroup'
    // A remark right under a heading is a part of it.
    const heading = heads(source) || (source.role === 'muted' && heads(before))
    const closes = next?.role === 'subtotal' || next?.role === 'total'
    return {
      kind: 'body', role: source.role, height: heightOf(cells, size, bold, source.least ?? 15), cells, keep: next !== undefined && (heading || closes || next.follows === true),
      key: source.key,
    }
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
      return placedRow('fact', cells, heightOf(cells, size + 0.5, false))
    })
  }

  function signatures(people: readonly Signatory[]): PlacedRow[] {
    const places = signingPlaces(widths, people.length)
    const rows: PlacedRow[] = []
    for (let from = 0; from < people.length; from += 3) {
      const beside = people.slice(from, from + 3)
      const order = beside.length === 1 ? [2] : beside.length === 2 ? [0, 2] : [0, 1, 2]
      const group = beside.map((person, index) => ({ person, slot: places[order[index] ?? index] ?? { column: 1, columns: last } }))
      const line = (kind: RowKind, of: (person: Signatory) => string, bold: boolean): PlacedRow => {
        const cells = group.map(({ person, slot }): PlacedCell => ({ ...slot, rows: 1, cell: text(of(person), { align: 'center' }) }))
        return placedRow(kind, cells, heightOf(cells, size + 0.5, bold))
      }
      rows.push(
        gap(14), line('sign', (person) => (person.dated ? sheet.placeDate : person.lead), false),
        line('sign', (person) => person.role, false),
      )
      rows.push(placedRow('sign-space', [], SIGN_SPACE), line('sign-name', (person) => person.name ?? '……………………………', true))
      if (group.some(({ person }) => person.nip !== null)) rows.push(line(
        'sign', (person) => (person.nip === null ? '' : `NIP. ${person.nip || '…………………………'}`), false,
      ))
    }
    return rows
  }

  /** Sums that go from page to page are formulas over the lines of the page, and over what the page before it brought. */
  function carryOf({ carry, key, rows: lines }: Section): PlacedCarry | null {
    if (!carry) return null
    const until = sheet.columns[Math.min(...carry.columns.map(at)) - 2]?.key ?? carry.from
    const spans = [
      ...(at(until) > at(carry.from) ? [{ from: carry.from, to: until }] : []),
      // A figure stands as wide as those above it.
      ...(lines.find(({ role }) => role === 'line')?.spans ?? []).filter(({ from }) => carry.columns.includes(from)),
    ]
    const row = (name: string, label: string, cellOf: (column: string) => Cell): PlacedRow => body({
      key: name, role: 'carry', spans,
      cells: { [carry.from]: text(label), ...Object.fromEntries(carry.columns.map((column) => [column, cellOf(column)])) },
    }, undefined)
    const valueIn = (line: PlacedRow, column: string): number => {
      const cell = line.cells.find((one) => one.column === at(column))?.cell
      return cell?.kind === 'number' ? cell.value : cell?.kind === 'formula' ? cell.result : 0
    }
    const hasFigure = (line: PlacedRow, column: string): boolean =>
      line.cells.some(({ column: place, cell }) => place === at(column) && (cell?.kind === 'number' || cell?.kind === 'formula'))
    const sample = row('', carry.out, () => text(''))
    return {
      height: sample.height,
      out: (lines, brought, page) => carry.columns.every((column) => [...(brought ? [brought] : []), ...lines].every((line) => valueIn(line, column) === 0)) ? null : row(`carry-out:${key}:${page}`, carry.out, (column) => {
        const of = [...(brought ? [brought] : []), ...lines].filter((line) => hasFigure(line, column))
        return {
          kind: 'formula', format: 'integer', result: sum(of.map((line) => valueIn(line, column))),
          formula: { op: 'sum', of: of.map((line) => ({ row: line.key ?? '', column })) },
        }
      }),
      into: (out, page) => row(`carry-in:${key}:${page}`, carry.into, (column) => ({
        kind: 'formula', format: 'integer', result: valueIn(out, column), formula: { op: 'same', as: { row: out.key ?? '', column } },
      })),
    }
  }

  function section(source: Section): PlacedSection {
    const before: PlacedRow[] = []
    if (source.heading !== null) before.push(placedRow('heading', [wide(source.heading)], heightOf([wide(source.heading)], size + 1, true, 18)))
    for (const paragraph of source.paragraphs ?? []) before.push(
      placedRow('paragraph', [wide(paragraph)], heightOf([wide(paragraph)], size, false)), gap(4),
    )
    if (source.chart) before.push({ ...placedRow('chart', [wide('')], source.chart.height * POINTS_PER_MM), chart: source.chart })
    before.push(...facts(source))
    if (source.facts.length > 0) before.push(gap(5))
    const rows = source.rows.map((line, index) => body(line, source.rows[index + 1], source.rows[index - 1]))
    const tail: PlacedRow[] = []
    if (source.notes.length > 0) tail.push(gap(4))
    source.notes.forEach((note) => tail.push(placedRow('note', [wide(note)], heightOf([wide(note)], size, false))))
    tail.push(...signatures(source.signatories))
    // The last rows of the table go with what stands under it.
    const kept = tail.length > 0 ? rows.map((line, index) => (index >= rows.length - 3 ? { ...line, keep: true } : line)) : rows
    return {
      newPage: source.newPage, carry: carryOf(source), before, head: header(source),
      body: [...kept, ...tail.map((line, index) => ({ ...line, keep: index < tail.length - 1 }))],
    }
  }

  return { section }
}
