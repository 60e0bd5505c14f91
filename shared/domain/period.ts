/** Dates are ISO `YYYY-MM-DD`, in the calendar of the office; no time zones are involved. */
export const ALL_MONTHS = 0b1111_1111_1111

export interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** The calendar day of an ISO date, or `undefined` where it does not exist (31 February). */
export function parseIsoDate(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return undefined
  const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }
  return isDay(day) ? day : undefined
}

export function isDay({ year, month, day }: Day): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month) && year >= 1900 && year <= 2200
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

export function toIsoDate({ year, month, day }: Day): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Days since 1970-01-01. The date must be valid. */
export function dayNumber(iso: string): number {
  return Date.UTC(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)) - 1, Number(iso.slice(8, 10))) / 86_400_000
}

/** The calendar month of a date: its first and last day. */
export function monthWindow(iso: string): { readonly from: string; readonly to: string } {
  const { year, month } = parseIsoDate(iso) as Day
  return { from: toIsoDate({ year, month, day: 1 }), to: toIsoDate({ year, month, day: daysInMonth(year, month) }) }
}

/** Completed months from birth to a day; negative before birth. */
export function ageInMonths(bornOn: string, on: string): number {
  const born = parseIsoDate(bornOn) as Day
  const at = parseIsoDate(on) as Day
  return (at.year - born.year) * 12 + (at.month - born.month) - (at.day < born.day ? 1 : 0)
}

/**
 * The budget year that a new plan is for: a desa plans next year from June on, else this year; a kelurahan and a regency
 * plan next year from January on (domain §2.1, §14).
 */
export function defaultFiscalYear(kind: 'desa' | 'kelurahan' | 'regency', today: string): number {
  const { year, month } = parseIsoDate(today) as Day
  return kind !== 'desa' || month >= 6 ? year + 1 : year
}
