import type { ByNameRow, RowPlace } from './by-name.ts'
import { placeKey } from './match-rounds.ts'
import type { RoundChild } from './own-growth.ts'
import type { Note, RowNote } from './validity-note.ts'

/** Where a row of a file says that its child lives: free text. */
export type SaidPlace = Pick<ByNameRow, 'village' | 'district' | 'posyandu'>

/** What could not be read of a by-name file: a fault of a row that no child came of, or (`value_unreadable`) a value that was left empty. */
export interface NotRead extends RowPlace {
  readonly village: string
  readonly posyandu: string
  readonly code: string
  /** As it stands in the file: header and cell. */
  readonly column: string | null
  readonly value: string
}

const isValue = ({ code }: NotRead): boolean => code === 'value_unreadable'

/** Rows that no child came of. */
export function unusableRows(notRead: readonly NotRead[]): RowNote[] {
  return notRead.filter((one) => !isValue(one)).map(({ sheet, row, village, posyandu, code, column, value }) => ({
    rule: 'row_unusable', sheet, row, village, posyandu, words: { code, column: column ?? '–', value },
  }))
}

/** Children some of whose values could not be read, each told once with all of them. A row that a later one took the place of says nothing more of its child. */
export function unreadNotes(children: readonly RoundChild[], notRead: readonly NotRead[], notes: Note[]): void {
  const keyOf = (at: Pick<NotRead, 'village' | 'posyandu'>, row: number): string => `${placeKey(at)}\n${row}`
  const values = Map.groupBy(notRead.filter(isValue), (one) => keyOf(one, one.row))
  if (values.size === 0) return
  for (const child of children) {
    const own = values.get(keyOf(child, child.sourceRow))
    if (own) notes.push({ rule: 'value_unreadable', child, words: { values: own.map(({ column, value }) => `${column ?? '–'} “${value}”`).join(', ') } })
  }
}
