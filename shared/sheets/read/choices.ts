import { letters } from '#shared/domain/letters.ts'
import type { Cell, Table } from './cell.ts'
import type { Aliases, Header } from './header.ts'

/** A cell as its user corrected it: sheet, row as the spreadsheet numbers it, the column's header text, what should stand there. */
export interface Correction {
  readonly sheet: string
  readonly row: number
  readonly column: string
  readonly value: string
}

/** What people decided about a file: which header a field is (`''`: none), and cells corrected without touching the file. */
export interface ReadingChoices {
  readonly columns: Readonly<Record<string, string>>
  readonly corrections: readonly Correction[]
}

export const NO_CHOICES: ReadingChoices = { columns: {}, corrections: [] }

/** The header that was found, as people can check it: its texts, and the text of each recognised field. */
export interface Heading {
  readonly sheet: string
  /** As the spreadsheet numbers it. */
  readonly row: number
  readonly headers: readonly string[]
  readonly columns: Readonly<Record<string, string>>
}

/** The aliases with the chosen headers in place of the usual ones of their fields; fields of other layouts are left aside. */
export function chosenAliases<K extends string>(aliases: Aliases<K>, { columns }: ReadingChoices): Aliases<K> {
  const fields = new Set<string>(aliases.values())
  const chosen = Object.entries(columns).filter(([field]) => fields.has(field))
  if (chosen.length === 0) return aliases
  const taken = new Set(chosen.map(([field]) => field))
  const map = new Map([...aliases].filter(([, field]) => !taken.has(field)))
  for (const [field, header] of chosen) if (header !== '') map.set(letters(header), field as K)
  return map
}

/** The table with its corrected cells. Columns that the header does not have, and rows above it, stay as they are. */
export function corrected(table: Table, header: Header<string>, { corrections }: ReadingChoices): Table {
  const own = corrections.filter(({ sheet }) => sheet === table.name)
  if (own.length === 0) return table
  const rows = [...table.rows]
  for (const { row, column, value } of own) {
    const at = header.texts.indexOf(column)
    const before = rows[row - 1]
    if (at === -1 || !before || row - 1 <= header.index) continue
    const cells: Cell[] = [...before]
    cells[at] = value
    rows[row - 1] = cells
  }
  return { ...table, rows }
}

export function headingOf<K extends string>(table: Table, header: Header<K>, columns: Iterable<readonly [string, number]> = header.columns): Heading {
  return {
    sheet: table.name, row: header.index + 1, headers: header.texts.filter((text) => text !== ''),
    columns: Object.fromEntries([...columns].map(([field, at]) => [field, header.texts[at] ?? ''])),
  }
}

const SIGNED = 60

/** A short name for a set of headers, whatever their order and spelling: files of one kind have the same. */
export function headerSignature(headers: readonly string[]): string {
  const text = [...new Set(headers.filter((header) => header !== '').slice(0, SIGNED).map(letters))].toSorted().join('\n')
  return fnv(text, 0x811c9dc5) + fnv(text, 0x01234567)
}

/** FNV-1a, 32 bits. */
function fnv(text: string, start: number): string {
  let hash = start
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}
