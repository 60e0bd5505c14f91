import { number, percent, shortDate } from '#shared/i18n/format.ts'
import type { Translator } from '#shared/i18n/index.ts'
import { decimals, zText } from '../figures.ts'

type Words = Readonly<Record<string, string | number>>

const ISO = /^\d{4}-\d\d-\d\d$/
/** Rules whose figures are z-scores in hundredths. */
const SCORES: ReadonlySet<string> = new Set(['implausible_hfa', 'implausible_wfa', 'implausible_wfh', 'height_jump', 'weight_jump'])

/** What a rule found in a row, or at a place, in words; `undefined` where the row itself says it all. */
export function findingText(rule: string, words: Words, { t, find, language }: Translator): string | undefined {
  const shown = Object.fromEntries(Object.entries(words).map(([name, value]) => [name, wordText(rule, name, value)]))
  const { code } = words
  const reason = code === undefined ? undefined : find(`import.rejection.${code}`, words)
  const text = find(`validity.detail.${rule}`, { posyandu: t('truth.noPosyandu'), ...shown, ...(reason === undefined ? {} : { reason }) })
  return text === '–' ? undefined : text

  function wordText(of: string, name: string, value: string | number): string {
    if (typeof value === 'string') {
      if (value === '' && (name === 'posyandu' || name === 'place')) return t('truth.noPosyandu')
      if (value === 'L' || value === 'P') return t(`truth.findings.sex.${value}`)
      return ISO.test(value) ? shortDate(value, language) : value
    }
    if (name === 'share') return percent(value, language)
    if (name === 'sd') return decimals(value / 100, 2, language)
    if (SCORES.has(of)) return zText(value, language)
    return Number.isInteger(value) ? number(value, language) : decimals(value, 1, language)
  }
}
