/**
 * A sum over the rows of a table that does not depend on their order, so that one edit changes it without reading the rest:
 * the number of rows, and two 32-bit halves of the sum of their hashes. It finds what a bad disk or stick changed in a figure,
 * which SQLite's own checks cannot see; it is no seal against people.
 */
export interface RowSum {
  readonly rows: number
  readonly high: number
  readonly low: number
}

export const NO_ROWS: RowSum = { rows: 0, high: 0, low: 0 }

/** Adds (`sign` 1) or takes out (`sign` -1) a row, given as text. */
export function withRow(sum: RowSum, text: string, sign: 1 | -1): RowSum {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    a = Math.imul(a ^ unit, 2654435761)
    b = Math.imul(b ^ unit, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return { rows: sum.rows + sign, high: (sum.high + sign * a) >>> 0, low: (sum.low + sign * b) >>> 0 }
}

export function sumOf(texts: Iterable<string>): RowSum {
  let sum = NO_ROWS
  for (const text of texts) sum = withRow(sum, text, 1)
  return sum
}

/** The hashes of a sum as 16 hexadecimal digits. */
export function digestOf({ high, low }: RowSum): string {
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0')
}

export function parseSum(rows: number, digest: string): RowSum {
  return { rows, high: Number.parseInt(digest.slice(0, 8), 16), low: Number.parseInt(digest.slice(8), 16) }
}
