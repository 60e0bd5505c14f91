import { letterhead } from './letterhead.ts'
import { paginate } from './paginate.ts'
import { columnWidths } from './column-widths.ts'
import { paperSize } from './paper.ts'
import { placer } from './place-rows.ts'
import type { PlacedRow } from './placed.ts'
import type { Ref, SheetDocument } from './sheet.ts'

export interface LogoBox {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export interface Layout {
  readonly rows: readonly PlacedRow[]
  /** Row number (1 = first) by row key. */
  readonly rowOf: ReadonlyMap<string, number>
  /** Column number by column key. */
  readonly columnOf: ReadonlyMap<string, number>
  /** Column widths in millimetres of the printed paper. */
  readonly widths: readonly number[]
  /** Rows (0 = first) at which a letterhead begins, always at the head of a page. */
  readonly fronts: readonly number[]
  /** The emblem beside the letterhead, in millimetres from the left margin and the first row; null = none. */
  readonly logo: LogoBox | null
  /** Rows that are printed again on every page; null where the layout repeats them itself. */
  readonly repeat: { readonly from: number; readonly to: number } | null
  /** Last row of each page but the last one. */
  readonly breaks: readonly number[]
  readonly freezeBelow: number
}

/**
 * Rows, heights, merged cells and page breaks of a sheet, the same for every face that shows it. Heights follow the wrapped text,
 * so that nothing is cut; a signature never stands alone on a page, a heading never at its foot.
 */
export function layOut(sheet: SheetDocument): Layout {
  const widths = columnWidths(sheet)
  const columnOf = new Map(sheet.columns.map((column, index) => [column.key, index + 1]))
  const place = placer(sheet, widths, columnOf)
  const { rows: front, logo } = letterhead(sheet, widths)
  const sections = sheet.sections.map((section) => place.section(section))
  const single = sections.length === 1 ? sections[0] : undefined
  // Papers that are signed one by one (RAB) each carry the letterhead and title; a long table carries its header.
  const signedApart = sections.length > 1 && sections.slice(1).every((section) => section.newPage)
  const paged = paginate(front, sections, paperSize(sheet).height, { repeatsHeader: single !== undefined, frontAgain: signedApart })
  const rowOf = new Map<string, number>()
  paged.rows.forEach((row, index) => {
    if (row.key !== null) rowOf.set(row.key, index + 1)
  })
  const headFrom = front.length + (single?.before.length ?? 0) + 1
  const repeat = single && single.head.length > 0 ? { from: headFrom, to: headFrom + single.head.length - 1 } : null
  return { ...paged, logo, rowOf, columnOf, widths, repeat, freezeBelow: single ? (repeat?.to ?? 0) : 0 }
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

const LETTERS: string[] = []

/** 1 is A, 27 is AA. */
export function columnLetter(column: number): string {
  return (LETTERS[column] ??= lettersOf(column))
}

function lettersOf(column: number): string {
  return (column > 26 ? columnLetter(Math.trunc((column - 1) / 26)) : '') + String.fromCodePoint(65 + ((column - 1) % 26))
}
