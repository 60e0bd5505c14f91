import type { AllocationReport } from '#shared/contract/allocation.ts'
import type { PlanLine } from '#shared/contract/plan.ts'
import { rupiah } from '#shared/i18n/format.ts'
import type { Translator } from '#shared/i18n/index.ts'
import { joinWords } from '#shared/i18n/join-words.ts'

interface Leftover {
  readonly sources: string
  /** What is left and why. */
  readonly text: string
  /** What one unit more would take; empty where nothing can be bought. */
  readonly next: string
}

/** Lines whose need nobody can reckon yet: an allocation leaves them out, and must not be read as if it met them. */
export function uncountedLines(lines: readonly PlanLine[]): number {
  return lines.filter(({ need }) => need === null).length
}

/** Why money of a source is left over. That all needs are met is said of those that are counted, with how many are not. */
export function reasonText(reason: NonNullable<AllocationReport['sources'][number]['reason']>, uncounted: number, { t }: Translator): string {
  const text = t(`budget.allocate.${reason}`)
  return reason === 'all_needs_met' && uncounted > 0 ? `${text}; ${t('budget.allocate.uncounted', { count: uncounted })}` : text
}

/** What each source that has money keeps, why, and what it would buy next; sources of which the same is to be said stand together. */
export function leftovers(sources: AllocationReport['sources'], uncounted: number, nameOf: (line: string) => string, translator: Translator): Leftover[] {
  const { t, language } = translator
  const said = sources.filter(({ available }) => available > 0).map(({ code, left, reason, next }) => {
    const why = reason === null ? '' : `: ${reasonText(reason, uncounted, translator)}`
    return {
      code, text: left === 0 ? t('budget.allocate.nothingLeft') : `${t('budget.allocate.left', { amount: rupiah(left, language) })}${why}`,
      next: next ? t('budget.allocate.next', { amount: rupiah(next.amount, language), line: nameOf(next.line) }) : '',
    }
  })
  // a sum that is left over is each source's own
  return [...Map.groupBy(said, ({ code, text, next }) => (text === t('budget.allocate.nothingLeft') ? next : code)).values()]
    .flatMap((alike) => (alike[0] ? [{ ...alike[0], sources: joinWords(alike.map(({ code }) => code), 'and', language) }] : []))
}
