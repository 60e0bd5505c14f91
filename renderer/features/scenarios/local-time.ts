import { dateTime } from '#shared/i18n/format.ts'
import type { Language } from '#shared/i18n/index.ts'

/** A moment as the clock on this machine's wall shows it: `21 November 2026 14.32`. */
export function localTime(iso: string, language: Language): string {
  const moment = new Date(iso)
  const two = (part: number) => String(part).padStart(2, '0')
  return dateTime(`${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}T${two(moment.getHours())}:${two(moment.getMinutes())}`, language)
}
