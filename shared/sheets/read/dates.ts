import { isDay, toIsoDate } from '#shared/domain/period.ts'
import { type Cell, valueText } from './cell.ts'

const MONTHS: Readonly<Record<string, number>> = {
  jan: 1, januari: 1, january: 1, feb: 2, peb: 2, februari: 2, pebruari: 2, february: 2, mar: 3, mrt: 3, maret: 3, march: 3,
  apr: 4, april: 4, mei: 5, may: 5, jun: 6, juni: 6, june: 6, jul: 7, juli: 7, july: 7, agu: 8, ags: 8, agt: 8, agus: 8, agst: 8, agustus: 8,
  aug: 8, august: 8, sep: 9, sept: 9, september: 9, okt: 10, oct: 10, oktober: 10, october: 10, nov: 11, nop: 11, november: 11, nopember: 11,
  des: 12, dec: 12, desember: 12, december: 12,
}

/** Days from 1900's day 0 (1899-12-30) and 1904's day 0 to 1970-01-01. */
const DAYS_TO_1970 = { false: 25_569, true: 24_107 } as const

/** Serial numbers that are read as dates: 1954 to 2119 in the system of 1900. */
const SERIAL_FROM = 18_000
const SERIAL_TO = 80_000

const TIME = String.raw`(?:[T ,]+\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?(?:\s?[AaPp][Mm])?\s?(?:Z|[+-]\d{2}:?\d{2}|WIB|WITA|WIT)?)?`
const ISO = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${TIME}$`)
const DAY_FIRST = new RegExp(String.raw`^(\d{1,2})\s?[-/. ]\s?(\d{1,2})\s?[-/. ]\s?(\d{2}|\d{4})${TIME}$`)
const WORDS = new RegExp(String.raw`^(\d{1,2})[-/. ]*([A-Za-z]{3,9})\.?[-/., ]*(\d{2}|\d{4})${TIME}$`)
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/
const WEEKDAY = /^(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad)\s*,?\s*/i
const SERIAL = /^\d{5}(?:[.,]\d+)?$/

function serialToIso(serial: number, date1904: boolean): string | undefined {
  const days = Math.floor(serial) - (date1904 ? DAYS_TO_1970.true : DAYS_TO_1970.false)
  const shifted = days + DAYS_TO_1970.false
  if (!(shifted >= SERIAL_FROM && shifted <= SERIAL_TO)) return undefined
  return new Date(days * 86_400_000).toISOString().slice(0, 10)
}

function fromParts(year: number, month: number, day: number): string | undefined {
  const date = { year: year < 100 ? year + 2000 : year, month, day }
  return isDay(date) ? toIsoDate(date) : undefined
}

function fromText(text: string, date1904: boolean): string | undefined {
  let match = ISO.exec(text) ?? COMPACT.exec(text)
  if (match) return fromParts(Number(match[1]), Number(match[2]), Number(match[3]))
  match = DAY_FIRST.exec(text)
  if (match) return fromParts(Number(match[3]), Number(match[2]), Number(match[1]))
  match = WORDS.exec(text)
  const month = match ? MONTHS[(match[2] ?? '').toLowerCase()] : undefined
  if (match && month !== undefined) return fromParts(Number(match[3]), month, Number(match[1]))
  return SERIAL.test(text) ? serialToIso(Number(text.replace(',', '.')), date1904) : undefined
}

/** `null`: the cell is empty. `undefined`: it holds something that is no date. */
export type DateReading = string | null | undefined

/**
 * A reader of date cells: ISO text (with or without time), text with the day first (`6/8/2025`, `06-08-2025`, `6.8.25`,
 * `6 Juni 2025`, `Jumat, 6 Juni 2025`), or a spreadsheet's serial number. Never month first: `8/25/2025` is no date. Two-digit
 * years are 20xx. A time of day is cut off, not rounded; time zones play no part. Remembers what it has read.
 */
export function dateReader(date1904: boolean): (cell: Cell) => DateReading {
  const seen = new Map<string, string | undefined>()
  return (cell) => {
    if (typeof cell === 'number') {
      const text = String(cell)
      return COMPACT.test(text) ? fromText(text, date1904) : serialToIso(cell, date1904)
    }
    const raw = valueText(cell)
    if (raw === '' || raw === '0000-00-00' || raw === '00/00/0000') return null
    if (seen.has(raw)) return seen.get(raw)
    const result = fromText(raw.replace(WEEKDAY, ''), date1904)
    seen.set(raw, result)
    return result
  }
}
