import type { CountKey } from '#shared/domain/caseload.ts'
import { type Table, valueText } from './cell.ts'
import { chosenAliases, corrected, type Heading, headingOf, type ReadingChoices } from './choices.ts'
import { groupNamed } from './group-names.ts'
import { aliasMap, findHeader, type Header } from './header.ts'
import { readCount } from './numbers.ts'

/** Columns of a plain table of counts, besides those that are headed by a target group (`group.stunted` …). */
export const AGGREGATE_COLUMNS = ['village', 'district', 'posyandu', 'group', 'count'] as const
export type Column = (typeof AGGREGATE_COLUMNS)[number]

const LONG = aliasMap<Column>({
  village: ['Wilayah', 'Area', 'Desa', 'Kelurahan', 'Desa/Kel', 'Desa/Kelurahan', 'Kel/Desa', 'Kelurahan/Desa', 'Nama Desa', 'Nama Kelurahan', 'Kode', 'Kode Wilayah', 'Kode Desa', 'Village', 'Lokasi'],
  district: ['Kec', 'Kecamatan', 'District'],
  posyandu: ['Nama Posyandu', 'Posyandu'],
  group: ['Kelompok Sasaran', 'Kelompok', 'Target Group', 'Group', 'Indikator', 'Kategori', 'Jenis Sasaran', 'Kode Kelompok', 'Uraian', 'Sasaran'],
  count: ['Jumlah', 'Count', 'Nilai', 'Jml', 'Total', 'Banyaknya', 'Angka', 'Jumlah Sasaran', 'Number', 'Value', 'n'],
})

/** A table of counts whose header was found. */
export interface Layout {
  readonly table: Table
  readonly header: Header<Column>
  /** Column index per counted group: many in a wide table; none in a long one, whose group stands in each row. */
  readonly wide: ReadonlyMap<number, CountKey>
}

const isLong = (columns: ReadonlyMap<Column, number>): boolean => columns.has('group') && columns.has('count')

/** True where a column headed `Posyandu` holds their number, not their names: by its first filled cell. */
function holdsNumbers(table: Table, header: Header<Column>, column: number): boolean {
  const first = table.rows.slice(header.index + 1).find((row) => row && valueText(row[column]) !== '')
  const found = readCount(first?.[column])
  return found !== null && 'count' in found
}

/** A wide table: an area column, and at least one column headed by a target group. */
function wideColumns(table: Table, header: Header<Column>, { columns }: ReadingChoices): Map<number, CountKey> {
  const groups = new Map<number, CountKey>()
  const chosen = new Map(Object.entries(columns).flatMap(([field, text]) => (field.startsWith('group.') ? [[field.slice('group.'.length), text] as const] : [])))
  const byText = new Map([...chosen].map(([group, text]) => [text, group as CountKey]))
  const taken = new Set<number | undefined>([header.columns.get('village'), header.columns.get('district')])
  const named = header.columns.get('posyandu')
  if (named !== undefined && (!header.columns.has('village') || !holdsNumbers(table, header, named))) taken.add(named)
  header.texts.forEach((text, column) => {
    const usual = taken.has(column) ? undefined : groupNamed(text)
    const group = byText.get(text) ?? (usual !== undefined && chosen.has(usual) ? undefined : usual)
    if (group !== undefined && ![...groups.values()].includes(group)) groups.set(column, group)
  })
  return groups
}

/** How a table is laid out; `best` is the header that came closest where none was enough. */
export function layoutOf(table: Table, choices: ReadingChoices): { readonly layout: Layout | null; readonly best: Header<Column> | null } {
  const aliases = chosenAliases(LONG, choices)
  const long = findHeader(table, aliases, isLong)
  if (long.header) return { layout: { table: corrected(table, long.header, choices), header: long.header, wide: new Map() }, best: long.best }
  const wide = findHeader(table, aliases, (columns) => columns.has('village') || columns.has('posyandu'))
  const groups = wide.header ? wideColumns(table, wide.header, choices) : new Map<number, CountKey>()
  return wide.header && groups.size > 0 ? { layout: { table: corrected(table, wide.header, choices), header: wide.header, wide: groups }, best: wide.best } : { layout: null, best: long.best }
}

/** The header as people are shown it. */
export function headingOfLayout({ table, header, wide }: Layout): Heading {
  const fields = [...header.columns].filter(([, at]) => !wide.has(at)).filter(([field]) => wide.size === 0 || (field !== 'group' && field !== 'count'))
  return headingOf(table, header, [...fields, ...[...wide].map(([at, group]) => [`group.${group}`, at] as const)])
}
