import { type Language, months } from '#shared/i18n/format.ts'

export const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const

/** Short name of a month 1–12. */
export function monthName(month: number, language: Language): string {
  return months(1 << (month - 1), language)
}
