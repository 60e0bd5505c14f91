import { parseIsoDate } from '#shared/domain/period.ts'
import { unitWord } from './units.ts'

export type Language = 'id' | 'en'

/** What stands in a table where a figure is zero or unknown. */
export const NOTHING = '–'

/** The one sign of what is below zero, as wide as a plus; what people type may also be a hyphen. */
export const MINUS = '−'

const MARKS = { id: { thousands: '.', decimal: ',' }, en: { thousands: ',', decimal: '.' } } as const
const MONTHS = {
  id: ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
} as const
const SHORT_MONTHS = {
  id: ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
} as const
const WEEKDAYS = {
  id: ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const

/** A whole number with its thousands marked: `28.800.000` (domain §10). Written out by hand so that no machine's locale data can change a paper. */
export function number(value: number, language: Language = 'id'): string {
  const digits = String(Math.abs(value)).replace(/\B(?=(\d{3})+$)/g, MARKS[language].thousands)
  return value < 0 ? `${MINUS}${digits}` : digits
}

/** A figure that is no count, rounded to two decimals: `2.191,22`; a whole one is written without them. */
export function decimals(value: number, language: Language = 'id'): string {
  const [whole = '0', rest = '00'] = Math.abs(value).toFixed(2).split('.')
  const digits = number(Number(whole), language) + (rest === '00' ? '' : `${MARKS[language].decimal}${rest}`)
  return value < 0 && Number(whole + rest) > 0 ? `${MINUS}${digits}` : digits
}

/** Size of a file: `480 KB`, `1,2 MB`; what is begun of a kilobyte or of a tenth of a megabyte counts whole, so that what is over a limit never reads as the limit. */
export function fileSize(bytes: number, language: Language = 'id'): string {
  if (bytes < 1024 * 1024) return `${number(Math.ceil(bytes / 1024), language)} KB`
  const tenths = Math.ceil((10 * bytes) / (1024 * 1024))
  return `${number(Math.trunc(tenths / 10), language)}${tenths % 10 === 0 ? '' : `${MARKS[language].decimal}${tenths % 10}`} MB`
}

/** Money in a sentence: `Rp28.800.000`, below zero `−Rp28.800.000`. */
export function rupiah(amount: number, language: Language = 'id'): string {
  return amount < 0 ? `${MINUS}Rp${number(-amount, language)}` : `Rp${number(amount, language)}`
}

/** Money or a count in a table under its own unit: zero is `–`. */
export function tableFigure(value: number, language: Language = 'id'): string {
  return value === 0 ? NOTHING : number(value, language)
}

/** Basis points as a percentage with two decimals: 436 is `4,36%`; `null` (nothing to divide by) is `–`. */
export function percent(bp: number | null, language: Language = 'id'): string {
  if (bp === null) return NOTHING
  const whole = Math.trunc(Math.abs(bp) / 100)
  const rest = String(Math.abs(bp) % 100).padStart(2, '0')
  return `${bp < 0 ? MINUS : ''}${number(whole, language)}${MARKS[language].decimal}${rest}%`
}

/** `16 dari 367`. */
export function outOf(part: number, whole: number, language: Language = 'id'): string {
  return `${number(part, language)} ${language === 'id' ? 'dari' : 'of'} ${number(whole, language)}`
}

/** A 12-bit set of months (bit 0 = January) as people write it: `Jan–Des`, `Mar–Jun`, `Jan, Apr`; none is `–`. */
export function months(set: number, language: Language = 'id'): string {
  const names = SHORT_MONTHS[language]
  const runs: string[] = []
  for (let month = 0; month < 12; month += 1) {
    if (!(set & (1 << month))) continue
    const from = month
    while (month < 11 && set & (1 << (month + 1))) month += 1
    runs.push(from === month ? `${names[from]}` : `${names[from]}–${names[month]}`)
  }
  return runs.length === 0 ? NOTHING : runs.join(', ')
}

/** `28 September 2026` from an ISO date; a text that is no date is handed back as it is. */
export function date(iso: string, language: Language = 'id'): string {
  const day = parseIsoDate(iso)
  return day ? `${day.day} ${MONTHS[language][day.month - 1]} ${day.year}` : iso
}

/** `28 Sep 2026`, where space is short. */
export function shortDate(iso: string, language: Language = 'id'): string {
  const day = parseIsoDate(iso)
  return day ? `${day.day} ${SHORT_MONTHS[language][day.month - 1]} ${day.year}` : iso
}

/** `Senin, 28 September 2026`: the weekday is reckoned from the date, never taken from a text. */
export function dateWithWeekday(iso: string, language: Language = 'id'): string {
  if (!parseIsoDate(iso)) return iso
  return `${WEEKDAYS[language][new Date(`${iso}T00:00:00Z`).getUTCDay()]}, ${date(iso, language)}`
}

/** `Agustus 2026` from an ISO date. */
export function monthAndYear(iso: string, language: Language = 'id'): string {
  const day = parseIsoDate(iso)
  return day ? `${MONTHS[language][day.month - 1]} ${day.year}` : iso
}

/** `21 November 2026 14.32` from a local `YYYY-MM-DDTHH:MM`; without a time only the date. */
export function dateTime(local: string, language: Language = 'id'): string {
  const [day = '', time = ''] = local.split('T')
  const clock = /^(\d{2}):(\d{2})/.exec(time)
  return clock ? `${date(day, language)} ${clock[1]}${language === 'id' ? '.' : ':'}${clock[2]}` : date(day, language)
}

/** `9 dari 12 bulan`, in English `9 of 12 months`. */
export function unitsOutOf(part: number, whole: number, unit: string, language: Language = 'id'): string {
  return `${outOf(part, whole, language)} ${unitWord(unit, language, whole)}`.trim()
}

/** Factors as a RAB prints them: `16 anak × 12 bulan`, in English `16 children × 12 months`. An unknown number is `…`. */
export function quantities(factors: readonly { readonly n: number | null; readonly unit: string }[], language: Language = 'id'): string {
  return factors.map(({ n, unit }) => `${n === null ? '…' : number(n, language)} ${unitWord(unit, language, n)}`.trim()).join(' × ')
}
