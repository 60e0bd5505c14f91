import type { Finding } from '#shared/domain/finding.ts'
import { findings as enFindings } from './en/findings.ts'
import { terms as enTerms } from './en/terms.ts'
import { type Language, months, number, percent, rupiah } from './format.ts'
import { findings as idFindings } from './id/findings.ts'
import { terms as idTerms } from './id/terms.ts'
import { nounOf } from './noun.ts'
import { unitWord } from './units.ts'

export interface FindingText {
  readonly text: string
  readonly fix: string
}

const FINDINGS: Readonly<Record<Language, Readonly<Record<string, FindingText>>>> = { id: idFindings, en: enFindings }
const TERMS = { id: idTerms, en: enTerms } as const

/** Which list of terms a word of a sentence is looked up in; other words are names and stand as they are. */
function labelOf(name: string, word: string, language: Language): string {
  if (name === 'months') return months(Number(word), language)
  if (name === 'unit') return unitWord(word, language, null)
  const { groups, denominators, kinds, commitments, spendingClasses, eligibilityNotes } = TERMS[language]
  const lists: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>> = {
    group: [groups],
    part: [groups, denominators],
    whole: [groups, denominators],
    first: [groups],
    second: [groups],
    kind: [kinds],
    commitment: [commitments],
    subject: [commitments, spendingClasses],
    note: [eligibilityNotes],
  }
  for (const list of lists[name] ?? []) {
    const label = list[word]
    if (label !== undefined) return label
  }
  return word
}

/** Amounts as people read them, by their names: `…Bp` percent, `…Count` a number, anything else rupiah. */
function figure(name: string, value: number, language: Language): string {
  if (name.endsWith('Bp')) return percent(value, language)
  return name.endsWith('Count') ? number(value, language) : rupiah(value, language)
}

/**
 * The sentences of a note: what happened (with what the rule rests on, where that is not plain law) and what can be done. A code that has no
 * sentence gives its label and code, so that nothing is ever hidden.
 */
export function findingText({ code, where, amounts, words }: Finding, language: Language = 'id'): FindingText {
  const entry = FINDINGS[language][code]
  if (!entry) return { text: `${where.label} (${code})`, fix: '' }
  const fill = (sentence: string): string =>
    sentence
      .replace(/\{\{(\w+)(?:, noun\(single: ([^;]*); several: ([^)]*)\))?\}\}/g, (_, name: string, single?: string, several?: string) => {
        const amount = amounts[name]
        if (single !== undefined) return nounOf(amount, { single, several })
        return amount === undefined ? labelOf(name, words[name] ?? '', language) : figure(name, amount, language)
      })
      .replace(/ +([.,;)])/g, '$1')
  const status: Readonly<Record<string, string>> = TERMS[language].ruleStatus
  const suffix = status[words['status'] ?? ''] ?? ''
  return { text: suffix === '' ? fill(entry.text) : `${fill(entry.text)} ${suffix}`, fix: fill(entry.fix) }
}
