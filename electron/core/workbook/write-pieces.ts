import type { Row, SheetDocument } from '#shared/sheets/sheet.ts'

/** From so many rows on a workbook is written row by row: held whole, it takes some 20 KB a row. */
export const STREAM_FROM_ROWS = 4_000
/** Rows that go to the worker at a time. */
const PIECE_ROWS = 50

interface Piece {
  readonly sheet: number
  readonly section: number
  readonly rows: readonly Row[]
}

/** Rows of all sheets, as they are in the tables. */
export function countRows(sheets: readonly SheetDocument[]): number {
  return sheets.reduce((total, sheet) => total + sheet.sections.reduce((sum, section) => sum + section.rows.length, 0), 0)
}

/** The sheets with their tables still empty. */
export function withoutRows(sheets: readonly SheetDocument[]): SheetDocument[] {
  return sheets.map((sheet) => ({ ...sheet, sections: sheet.sections.map((section) => ({ ...section, rows: [] })) }))
}

/** The rows, some at a time, as JSON: read from it, short words and keys that are alike stand in memory once; in a copy of objects, each time. */
export function* piecesOf(sheets: readonly SheetDocument[]): Generator<string, null> {
  for (const [sheet, { sections }] of sheets.entries()) {
    for (const [section, { rows }] of sections.entries()) {
      for (let from = 0; from < rows.length; from += PIECE_ROWS) {
        yield JSON.stringify({ sheet, section, rows: rows.slice(from, from + PIECE_ROWS) } satisfies Piece)
      }
    }
  }
  return null
}

/** Puts the pieces back into the sheets, whose tables fill as they are added. */
export function joiner(frames: readonly SheetDocument[]): { readonly sheets: SheetDocument[]; readonly add: (piece: string) => void } {
  const tables = frames.map(({ sections }) => sections.map((): Row[] => []))
  return {
    sheets: frames.map((sheet, at) => ({ ...sheet, sections: sheet.sections.map((section, index) => ({ ...section, rows: tables[at]?.[index] ?? [] })) })),
    add: (text) => {
      const { sheet, section, rows }: Piece = JSON.parse(text)
      tables[sheet]?.[section]?.push(...rows)
    },
  }
}
