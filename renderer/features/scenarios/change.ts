import { MINUS } from '#shared/i18n/format.ts'
import type { Language } from '#shared/i18n/index.ts'
import { shareText } from '../../ui/percent.ts'

/** A change in percent as people type it (`-40`, `+5 %`, `−12,5`) in basis points, never below −100 %; `undefined` where it is none. */
export function parseChange(text: string): number | undefined {
  const found = /^([+\-−])?\s*(\d{1,3})(?:[.,](\d{1,2}))?\s*%?$/.exec(text.trim())
  if (!found) return undefined
  const bp = Number(found[2]) * 100 + Number((found[3] ?? '').padEnd(2, '0'))
  const signed = found[1] === '-' || found[1] === '−' ? -bp : bp
  return signed < -10_000 ? undefined : signed
}

/** `−40%`, `+5%`: with its sign, and with decimals only where there are some. */
export function changeText(bp: number, language: Language): string {
  const text = shareText(Math.abs(bp), language)
  return bp === 0 ? text : `${bp < 0 ? MINUS : '+'}${text}`
}

/** A number of people, or between which two numbers it lies: `7`, `5–9`. */
export function rangeText({ from, to }: { readonly from: number; readonly to: number }, format: (value: number) => string): string {
  return from === to ? format(from) : `${format(from)}–${format(to)}`
}

/** A difference with its sign; nothing at all where there is none. */
export function signed(difference: number, format: (value: number) => string): string {
  return difference === 0 ? '' : `${difference < 0 ? MINUS : '+'}${format(Math.abs(difference))}`
}
