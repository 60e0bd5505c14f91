import { type Cell, valueText } from './cell.ts'

/**
 * A decimal as people type it: comma or point, with or without thousand separators, a unit after it (`10,5 kg`). The last of two
 * different separators is the decimal one; one that stands alone is decimal, one that repeats separates thousands.
 * `null` for nothing, `undefined` for what is no number.
 */
export function readDecimal(cell: Cell): number | null | undefined {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : undefined
  const text = valueText(cell).replace(/\s*(?:kg|gr?|cm|mm|sd)\.?$/i, '').replaceAll(' ', '').replace(/^[−–]/, '-')
  if (text === '') return null
  if (!/^[+-]?[\d.,]*\d[\d.,]*$/.test(text)) return undefined
  const comma = text.lastIndexOf(',')
  const point = text.lastIndexOf('.')
  const decimal = comma > point ? ',' : '.'
  const parts = text.split(decimal)
  const other = decimal === ',' ? '.' : ','
  const repeats = parts.length > 2
  if (repeats && text.includes(other)) return undefined
  const number = repeats ? Number(parts.join('')) : Number(text.replaceAll(other, '').replace(decimal, '.'))
  return Number.isFinite(number) ? number : undefined
}

export type CountReading = { readonly count: number } | { readonly problem: 'count_negative' | 'count_fraction' | 'count_not_a_number' | 'count_too_large' } | null

/** Above this a count of people in one area is a mistake. */
const LARGEST_COUNT = 100_000_000

/**
 * A whole count. Groups of three digits are thousands (`1.234` and `1,234` are 1234), anything else after a separator is a
 * fraction; `12,0` is 12. `null` for nothing: an empty count is unknown, never 0.
 */
export function readCount(cell: Cell): CountReading {
  const text = typeof cell === 'string' ? valueText(cell).replace(/\s*(?:anak|balita|orang|jiwa|kk|keluarga|unit)$/i, '') : cell
  const thousands = typeof text === 'string' && /^[+-]?\d{1,3}(?:[.,\s]\d{3})+$/.test(text)
  const number = thousands ? Number(text.replace(/[.,\s]/g, '')) : readDecimal(text)
  if (number === null) return null
  if (number === undefined) return { problem: 'count_not_a_number' }
  if (number < 0) return { problem: 'count_negative' }
  if (!Number.isInteger(number)) return { problem: 'count_fraction' }
  if (number > LARGEST_COUNT) return { problem: 'count_too_large' }
  return { count: number }
}
