export interface Row {
  readonly lower: number
  readonly upper: number
  readonly columns: readonly number[]
  readonly values: readonly number[]
  /** The greatest whole amount that the row allows, in rupiah, where it is about money. */
  readonly exact?: number
}

/** A mixed-integer program in the making: columns with bounds, rows, one objective that is maximised. */
export interface Mip {
  readonly lower: number[]
  readonly upper: number[]
  readonly whole: boolean[]
  readonly cost: number[]
  readonly rows: Row[]
  /** Rows that follow from the others for whole columns: they cut off nothing true and tighten what is fluid. */
  readonly cuts: Row[]
}

/** Rows that follow from a program and that these values break; none where they keep all. */
export type Limits = (values: ArrayLike<number>) => readonly Row[]

export function createMip(): Mip {
  return { lower: [], upper: [], whole: [], cost: [], rows: [], cuts: [] }
}

export function addColumn(mip: Mip, lower: number, upper: number, whole: boolean, cost = 0): number {
  mip.upper.push(upper)
  mip.whole.push(whole)
  mip.cost.push(cost)
  return mip.lower.push(lower) - 1
}

/** How far values are above a row's upper limit. */
export function excessOf({ columns, values, upper }: Row, at: ArrayLike<number>): number {
  return columns.reduce((sum, column, k) => sum + (values[k] ?? 0) * (at[column] ?? 0), 0) - upper
}
