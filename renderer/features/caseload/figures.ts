import { MINUS, NOTHING } from '#shared/i18n/format.ts'
import type { Language } from '#shared/i18n/index.ts'

/** A figure with decimals as people of the language write it: `−2,54`. */
export function decimals(value: number, places: number, language: Language): string {
  return value.toFixed(places).replace('-', MINUS).replace('.', language === 'id' ? ',' : '.')
}

/** z in hundredths: `−2,54`; nothing known as a dash. */
export function zText(z: number | null, language: Language): string {
  return z === null ? NOTHING : decimals(z / 100, 2, language)
}

/** A difference with its sign: `+3`, `−2`, `0`. */
export function signed(value: number, text: (value: number) => string): string {
  return value === 0 ? '0' : `${value > 0 ? '+' : MINUS}${text(Math.abs(value))}`
}
