import { letters } from '#shared/domain/letters.ts'
import { type Cell, cellText, type Table } from './cell.ts'

/** Rows from the top in which a header is looked for. */
export const HEADER_ROWS = 30
/** Columns that are looked at; what stands further right is no table that people made. */
const HEADER_COLUMNS = 400

export interface Header<K extends string> {
  /** Index of the last header row in `rows`. */
  readonly index: number
  /** Column index per recognised column; where a header stands twice, the first. */
  readonly columns: ReadonlyMap<K, number>
  /** Header texts by column index, as in the file. */
  readonly texts: readonly string[]
}

/** Aliases by column, in plain form (letters and digits only, lower case). */
export type Aliases<K extends string> = ReadonlyMap<string, K>

export function aliasMap<K extends string>(spec: Readonly<Record<K, readonly string[]>>): Aliases<K> {
  const map = new Map<string, K>()
  for (const key of Object.keys(spec) as K[]) for (const alias of spec[key]) map.set(letters(alias), key)
  return map
}

/** The column of each field, from what each header may be called; the first name that is known counts. */
function recognise<K extends string>(names: readonly (readonly string[])[], aliases: Aliases<K>): Map<K, number> {
  const columns = new Map<K, number>()
  const keyOf = (name: string) => (name === '' ? undefined : (aliases.get(letters(name)) ?? aliases.get(letters(name.replace(/\([^)]*\)/g, '')))))
  names.forEach((own, column) => {
    const key = own.map(keyOf).find((found) => found !== undefined)
    if (key !== undefined && !columns.has(key)) columns.set(key, column)
  })
  return columns
}

function textsOf(row: readonly Cell[] | undefined): string[] {
  const texts: string[] = []
  for (let column = 0; column < Math.min(row?.length ?? 0, HEADER_COLUMNS); column++) texts.push(cellText(row?.[column]))
  return texts
}

/**
 * Two rows as one header (`Status Gizi` over `BB/U`, `TB/U`): the lower text where there is one, with the upper before it where it
 * stands more than once, else the upper. A column may also be called by both (`Tanggal` under `Penimbangan`); an upper text reaches
 * to the right over the columns without one of their own, as in merged cells.
 */
function joined(upper: readonly string[], lower: readonly string[]): { readonly texts: string[]; readonly names: string[][] } {
  let over = ''
  const columns = Array.from({ length: Math.max(upper.length, lower.length) }, (_, column) => {
    const [high, low] = [upper[column] ?? '', lower[column] ?? '']
    if (high !== '') over = high
    if (low === '' || over === '') return { text: low || high, names: [low || high] }
    return { text: lower.indexOf(low) === lower.lastIndexOf(low) ? low : `${over} ${low}`, names: [low, `${low} ${over}`, `${over} ${low}`] }
  })
  return { texts: columns.map(({ text }) => text), names: columns.map(({ names }) => names) }
}

/**
 * The header of a sheet: the first of its first 30 rows, alone or together with the row below it, that has enough columns.
 * Without one, `best` is what came closest: most recognised columns, then most texts, then first.
 */
export function findHeader<K extends string>(
  table: Table,
  aliases: Aliases<K>,
  isEnough: (columns: ReadonlyMap<K, number>) => boolean,
): { readonly header: Header<K> | null; readonly best: Header<K> | null } {
  let best: Header<K> | null = null
  let bestScore = -1
  const last = Math.min(HEADER_ROWS, table.rows.length)
  for (let index = 0; index < last; index++) {
    const texts = textsOf(table.rows[index])
    if (!texts.some((text) => text !== '')) continue
    const single = { index, columns: recognise(texts.map((text) => [text]), aliases), texts }
    if (isEnough(single.columns)) return { header: single, best: single }
    const score = single.columns.size * 1000 + texts.filter((text) => text !== '').length
    if (score > bestScore) [best, bestScore] = [single, score]
    if (single.columns.size < 2 || index + 1 >= table.rows.length) continue
    const pair = joined(texts, textsOf(table.rows[index + 1]))
    const double = { index: index + 1, columns: recognise(pair.names, aliases), texts: pair.texts }
    if (isEnough(double.columns)) return { header: double, best: double }
    if (double.columns.size > single.columns.size && double.columns.size * 1000 > bestScore) [best, bestScore] = [double, double.columns.size * 1000]
  }
  return { header: null, best }
}

/** True for a row that repeats the header: most of the recognised columns hold their header's text again. */
export function repeatsHeader<K extends string>(row: readonly Cell[], header: Header<K>): boolean {
  let same = 0
  let other = 0
  for (const column of header.columns.values()) {
    const cell = row[column]
    if (typeof cell !== 'string') {
      if (cell !== null && cell !== undefined && ++other > 2) return false
      continue
    }
    const text = cellText(cell)
    if (text === '') continue
    if (letters(text) === letters(header.texts[column] ?? '')) same++
    else if (++other > 2) return false
  }
  return same >= 3 && same > other
}

/** True for the row of column numbers under a header: 1, 2, 3 … or (1), (2), (3) … over at least four columns. */
export function numbersColumns(row: readonly Cell[]): boolean {
  let expected = 0
  for (const cell of row) {
    if (cell === null || cell === undefined || cell === '') continue
    const text = typeof cell === 'number' ? String(cell) : cellText(cell).replace(/^\((\d+)\)$/, '$1')
    if (text === '') continue
    if (text !== String(++expected)) return false
  }
  return expected >= 4
}

const TOTAL = /^(grand|sub)?\s*(jumlah|jml|total|rata[\s-]*rata|rerata|persentase)\b/i

/** True for the text that starts a row of totals. */
export function saysTotal(text: string): boolean {
  return TOTAL.test(text)
}
