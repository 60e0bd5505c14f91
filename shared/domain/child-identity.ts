import type { ByNameRow } from './by-name.ts'
import { letters } from './letters.ts'

const person = (row: ByNameRow): string => `${letters(row.name)}|${row.bornOn}|${letters(row.parent)}`

/** Rows of one child, in the order of the file. */
export interface RowsOfChild {
  readonly nik: string | null
  readonly rows: ByNameRow[]
}

/**
 * Groups rows by child: one child = one NIK; without a usable NIK, the same name, birth date and parent. A row without a NIK
 * belongs to the child with a NIK of the same name, birth date and parent, where there is exactly one such child.
 * Children come in the order of their first row.
 *
 * `niksByPerson` holds, per name, birth date and parent, the NIK that were seen with it: more than one may be one child twice.
 */
export function groupByChild(rows: readonly ByNameRow[]): { readonly children: RowsOfChild[]; readonly niksByPerson: ReadonlyMap<string, readonly RowsOfChild[]> } {
  const byNik = new Map<string, RowsOfChild>()
  const niksByPerson = new Map<string, RowsOfChild[]>()
  for (const row of rows) {
    if (row.nik === null) continue
    let child = byNik.get(row.nik)
    if (!child) byNik.set(row.nik, (child = { nik: row.nik, rows: [] }))
    child.rows.push(row)
    if (row.name === '') continue
    const key = person(row)
    const known = niksByPerson.get(key)
    if (!known) niksByPerson.set(key, [child])
    else if (!known.includes(child)) known.push(child)
  }
  const byPerson = new Map<string, RowsOfChild>()
  const joined = new Set<RowsOfChild>()
  for (const row of rows) {
    if (row.nik !== null) continue
    const key = person(row)
    const known = niksByPerson.get(key)
    const only = known?.length === 1 ? known[0] : undefined
    let child = only ?? byPerson.get(key)
    if (!child) byPerson.set(key, (child = { nik: null, rows: [] }))
    child.rows.push(row)
    if (only) joined.add(only)
  }
  const order = new Map(rows.map((row, index) => [row, index]))
  const at = (row: ByNameRow | undefined): number => (row ? (order.get(row) ?? 0) : 0)
  for (const child of joined) child.rows.sort((a, b) => at(a) - at(b))
  const children = [...byNik.values(), ...byPerson.values()].toSorted((a, b) => at(a.rows[0]) - at(b.rows[0]))
  return { children, niksByPerson }
}
