import type { Row, SheetDocument } from '#shared/sheets/sheet.ts'

/** Rows that go to the worker at a time. */
const PIECE_ROWS = 50

interface Piece {
  readonly sheet: number
  readonly section: number
  readonly rows: readonly Row[]
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
