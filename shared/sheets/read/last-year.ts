import type { Language } from '#shared/i18n/format.ts'
import { parseAmount } from '#shared/i18n/parse.ts'

const ROW = /^"?(\d{2}\.\d{2}\.\d{2}\.[123]\d{3})"?(?:[\t;, ]\s*(.*))?$/

/** The last cell of what follows a village's code, whatever stands between cells; undefined where commas could be either cells or thousands. */
function lastCell(rest: string): string | undefined {
  if (/[\t;]/.test(rest)) return rest.split(/[\t;]/).at(-1)?.replaceAll('"', '').trim()
  const quoted = /"([^"]*)"\s*$/.exec(rest)
  if (quoted) return quoted[1]?.trim()
  if (/\d{1,3},\d{3}$/.test(rest)) return undefined
  return rest.replace(/,00$/, '').split(',').at(-1)?.trim()
}

/**
 * Last year's amounts by village code, as they are pasted from a sheet or stand in a CSV: code first, amount last, whatever is between. Lines that begin
 * with no code are headings. `bad` is the first line that cannot be read, or that says another amount of a village that was there before.
 */
export function readLastYear(text: string, language: Language): { readonly last: Record<string, number>; readonly bad: string | null } {
  const last: Record<string, number> = {}
  for (const line of text.split(/\r?\n/).map((one) => one.trim())) {
    if (!/^"?\d{2}\./.test(line)) continue
    const [, code, rest = ''] = ROW.exec(line) ?? []
    const cell = lastCell(rest)
    const amount = cell === undefined || cell === '' ? undefined : (parseAmount(cell, language) ?? parseAmount(cell.split(/\s+/).at(-1) ?? '', language))
    if (code === undefined || !amount || amount.value < 0 || (last[code] ?? amount.value) !== amount.value) return { last, bad: line }
    last[code] = amount.value
  }
  return { last, bad: null }
}
