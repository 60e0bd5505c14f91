import { isDay, toIsoDate } from '../domain/period.ts'

/** Months by the first three letters of their names, in both languages; what is written in full begins with them. */
const MONTHS: Readonly<Record<string, number>> = {
  jan: 1, feb: 2, peb: 2, mar: 3, apr: 4, mei: 5, may: 5, jun: 6, jul: 7, agu: 8, ags: 8, aug: 8, sep: 9, okt: 10, oct: 10, nov: 11, nop: 11, des: 12, dec: 12,
}
const NAMES = /^(jan(uari|uary)?|[fp]eb(ruari|ruary)?|mar(et|ch)?|apr(il)?|mei|may|jun[ie]?|jul[iy]?|agu(stus)?|agt|ags|aug(ust)?|sep(t|tember)?|okt(ober)?|oct(ober)?|no[vp](ember)?|des(ember)?|dec(ember)?)\.?$/

export type DateTyped = { readonly iso: string } | { readonly fault: 'unreadable' | 'no_such_day' }

function monthOf(text: string): number | undefined {
  if (/^\d{1,2}$/.test(text)) return Number(text)
  return NAMES.test(text) ? (text.startsWith('agt') ? 8 : MONTHS[text.slice(0, 3)]) : undefined
}

/**
 * A day as people in the office write it, day first: `21/11/2026`, `21-11-2026`, `21.11.2026`, `21 Nov 2026`, `21 November 2026`; also
 * `2026-11-21`, which no other order can be meant by. Month names in both languages; a year of two digits is of this century.
 * A day that the calendar lacks (31/02) is no other day.
 */
export function parseDate(text: string): DateTyped {
  const parts = text.trim().toLowerCase().split(/\s*[/.-]\s*|\s+/).filter((part) => part !== '')
  const [first = '', middle = '', last = ''] = parts
  const month = monthOf(middle)
  const yearFirst = /^\d{4}$/.test(first)
  const [day, year] = yearFirst ? [last, first] : [first, last]
  if (parts.length !== 3 || month === undefined || !/^\d{1,2}$/.test(day) || !/^(\d{2}|\d{4})$/.test(year)) return { fault: 'unreadable' }
  const found = { year: year.length === 2 ? 2000 + Number(year) : Number(year), month, day: Number(day) }
  return isDay(found) ? { iso: toIsoDate(found) } : { fault: 'no_such_day' }
}
