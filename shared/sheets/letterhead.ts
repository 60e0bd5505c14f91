import type { LogoBox } from './layout.ts'
import { POINTS_PER_MM } from './paper.ts'
import { gap, placedRow, type PlacedCell, type PlacedRow } from './placed.ts'
import { type SheetDocument, text } from './sheet.ts'
import { brokenLines, wrappedLines } from './text-width.ts'

/** Sizes in points of the lines over a paper. */
export const FRONT_SIZE = { letterhead: 12, office: 14, address: 9, title: 11 } as const
const HEIGHT = { letterhead: 17, office: 19.5, address: 12 } as const
/** Millimetres that an emblem may take, and keeps free beside it. */
const LOGO = { width: 26, height: 22, least: 18, room: 4 } as const

type Line = readonly [kind: keyof typeof HEIGHT, words: string]

/** Letterhead with its emblem, address and double rule, then the title: the rows that a paper begins with. */
export function letterhead(sheet: SheetDocument, widths: readonly number[]): { readonly rows: PlacedRow[]; readonly logo: LogoBox | null } {
  const width = widths.reduce((total, one) => total + one, 0)
  const wide = (content: string): PlacedCell => ({ column: 1, columns: widths.length, rows: 1, cell: text(content) })
  const picture = sheet.letterhead.length > 0 ? (sheet.logo ?? null) : null
  const side = picture ? Math.min(LOGO.width, (LOGO.height * picture.width) / picture.height) + LOGO.room : 0
  const lines: Line[] = [
    ...sheet.letterhead.map((line, index): Line => [index === sheet.letterhead.length - 1 ? 'office' : 'letterhead', line]),
    ...(sheet.address ?? []).map((line): Line => ['address', line]),
  ]
  const broken = lines.flatMap(([kind, words]) =>
    brokenLines(words, (width - 2 * side) * POINTS_PER_MM, FRONT_SIZE[kind], kind !== 'address').map((line): Line => [kind, line]))
  const natural = broken.reduce((total, [kind]) => total + HEIGHT[kind], 0)
  // A short letterhead is opened up until the emblem can be made out.
  const stretch = picture ? Math.max(1, (LOGO.least * POINTS_PER_MM) / natural) : 1
  const rows = broken.map(([kind, words]) => placedRow(kind, [wide(words)], Math.round((HEIGHT[kind] * stretch) / 0.75) * 0.75))
  const tall = rows.reduce((total, row) => total + row.height, 0) / POINTS_PER_MM
  const logo = picture && rows.length > 0 ? boxOf(picture.width / picture.height, tall) : null
  if (rows.length > 0) rows.push(placedRow('rule', [wide('')], 3.75), gap(9))
  for (const line of sheet.title) {
    const taken = wrappedLines(line, width * POINTS_PER_MM - 6, FRONT_SIZE.title, true)
    rows.push(placedRow('title', [wide(line)], Math.ceil((taken * FRONT_SIZE.title * 1.22 + 4.5) / 0.75) * 0.75))
  }
  rows.push(gap(7))
  return { rows, logo }
}

/** As large as it may be, in the middle of the lines beside it. */
function boxOf(aspect: number, tall: number): LogoBox {
  const height = Math.min(LOGO.height, tall - 0.5, LOGO.width / aspect)
  return { left: 1, top: (tall - height) / 2, width: height * aspect, height }
}
