import { percent } from '#shared/i18n/format.ts'
import type { Language } from '#shared/i18n/index.ts'

/** A percentage as people type it (`20`, `2,5 %`, `58.03`) in basis points; `undefined` where it is none between 0 and 100 with two decimals. */
export function parsePercent(text: string): number | undefined {
  const found = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*%?$/.exec(text.trim())
  if (!found) return undefined
  const bp = Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'))
  return bp <= 10_000 ? bp : undefined
}

/** A part of a whole as it can be typed again: `80%`, with decimals only where there are some. */
export function shareText(bp: number, language: Language): string {
  return percent(bp, language).replace(/[.,]00%$/, '%')
}
