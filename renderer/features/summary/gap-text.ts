import { number, rupiah } from '#shared/i18n/format.ts'
import type { Translator } from '#shared/i18n/index.ts'
import { unitWord } from '#shared/i18n/units.ts'
import type { Gap, PlanOverview } from './types.ts'

/** `a, b dan c`. */
function listed(names: readonly string[], last: string): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${last} ${names.at(-1) ?? ''}`
}

/** Which money of the plan would close a gap, or how far it is from one unit. */
function moneySentence({ closers, unfilled, unit, unitCost, gap, missing }: Gap, { t, language }: Translator): string {
  const enough = closers.find(({ units }) => units > 0)
  if (enough) {
    const all = unit === '' || enough.units >= missing
    const words = { name: enough.name, left: rupiah(enough.left, language), units: number(enough.units, language), unit: unitWord(unit, language, enough.units) }
    return t(all ? 'summary.gaps.enoughWhole' : 'summary.gaps.enough', words)
  }
  // Whether money is missing is not known before its ceilings are.
  if (closers.length === 0) return unfilled.length > 0 ? '' : t('summary.gaps.nothing')
  const named = closers.slice(0, 3)
  const left = named.reduce((total, one) => total + one.left, 0)
  const words = {
    names: listed(named.map(({ name }) => name), t('summary.gaps.and')), unit: unitWord(unit, language), amount: rupiah(unit === '' ? gap : unitCost, language),
    left: rupiah(left, language),
  }
  if (unit === '') return t('summary.gaps.shortWhole', words)
  // A unit is paid by one source: what several have left together may well be more than one unit costs.
  return t(left < unitCost ? 'summary.gaps.short' : 'summary.gaps.apart', words)
}

/** What would close a gap, or what has to be known first. Partners are offered it only once the government's ceilings are entered. */
export function sentences(gap: Gap, translator: Translator): string {
  const { t, language } = translator
  const short = gap.closers.length > 0 && gap.closers.every(({ units }) => units === 0)
  return [
    moneySentence(gap, translator),
    // The price of a unit stands in the sentence already where the money does not reach it.
    gap.unit === '' ? t('summary.gaps.whole', { amount: rupiah(gap.unitCost, language) }) : short ? '' : t('summary.gaps.one', { unit: unitWord(gap.unit, language), amount: rupiah(gap.unitCost, language) }),
    gap.unfilled.length > 0 && gap.closers.every(({ units }) => units === 0) ? t('summary.gaps.unfilled', { names: listed(gap.unfilled, t('summary.gaps.and')) }) : '',
    gap.unfilled.length === 0 && gap.partners.length > 0 ? t('summary.gaps.partners', { names: listed(gap.partners, t('summary.gaps.or')) }) : '',
  ].filter((sentence) => sentence !== '').join(' ')
}

/** What the part of the need that nobody pays says beside itself: what is spent beyond its source and what is left of others, then ceilings that are not known. */
export function unfundedTail(sources: PlanOverview['sources'], { t }: Translator): string {
  const count = sources.filter(({ left }) => left < 0).length
  const isLeft = sources.some(({ left }) => left > 0)
  if (count > 0) return t(isLeft ? 'summary.money.overAndLeft' : 'summary.money.overspent', { count })
  if (isLeft) return t('summary.money.notUsed')
  return t(sources.some(({ hasCeiling }) => !hasCeiling) ? 'summary.money.ceilingsOpen' : 'summary.money.noSource')
}
