import type { MoreMoney } from '#shared/contract/explain.ts'
import { rupiah } from '#shared/i18n/format.ts'
import type { Translator } from '#shared/i18n/index.ts'
import { joinWords } from '#shared/i18n/join-words.ts'

/** What more money would fund, whichever of the sources it came from. */
export type More = Omit<MoreMoney, 'source'> & { readonly sources: readonly string[] }

/** What is the same from several sources, said once: in the order in which the first of them was found. */
export function sameMore(found: readonly MoreMoney[]): More[] {
  return [...Map.groupBy(found, (one) => JSON.stringify({ ...one, source: '' })).values()]
    .flatMap((alike) => (alike[0] ? [{ ...alike[0], sources: alike.map(({ source }) => source) }] : []))
}

/** So much more from one of the sources funds so much; that it funds nothing, or makes a better plan of the same sum, is said too. */
export function moreText({ sources, amount, funded, unused, changes }: Omit<More, 'status'>, { t, language }: Translator): string {
  const source = joinWords(sources, 'or', language)
  if (funded <= 0) return t(changes.length > 0 ? 'scenarios.more.otherwise' : 'scenarios.more.nothing', { source })
  return t(unused > 0 ? 'explain.more' : 'explain.moreAll', { amount: rupiah(amount, language), source, funded: rupiah(funded, language), unused: rupiah(unused, language) })
}
