/**
 * One LMS standard of both sexes. Each column is a list of differences between neighbouring entries, the first being the value
 * itself; `d*n` is n times the same difference. L and M are in units of 0.0001, S in units of 0.00001.
 */
export interface PackedStandard {
  /** Key of the first entry: day of age, or millimetres; one entry per key. */
  readonly first: number
  /** L = laki-laki, boys. */
  readonly L: PackedColumns
  /** P = perempuan, girls. */
  readonly P: PackedColumns
}

export interface PackedColumns {
  readonly l: string
  readonly m: string
  readonly s: string
}

/** Columns ready for lookup: entry i belongs to key `first + i`. */
export interface Columns {
  readonly first: number
  readonly l: Float64Array
  readonly m: Float64Array
  readonly s: Float64Array
}

/** Unpacks both sexes of a standard. Every value is the same double as its decimal text would parse to. */
export function unpack(packed: PackedStandard): { readonly L: Columns; readonly P: Columns } {
  return { L: columns(packed.first, packed.L), P: columns(packed.first, packed.P) }
}

function columns(first: number, packed: PackedColumns): Columns {
  return { first, l: column(packed.l, 10_000), m: column(packed.m, 10_000), s: column(packed.s, 100_000) }
}

function column(text: string, scale: number): Float64Array {
  const values: number[] = []
  let value = 0
  for (const run of text.trim().split(/\s+/)) {
    const [difference, times] = run.split('*')
    for (let count = Number(times ?? 1); count > 0; count -= 1) {
      value += Number(difference)
      values.push(value / scale)
    }
  }
  return Float64Array.from(values)
}
