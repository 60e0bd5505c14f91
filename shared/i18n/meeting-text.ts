import type { AgendaItem } from '#shared/domain/meeting.ts'
import { beforeFamilies, groupOf, type ShownCount, shownCount } from '#shared/domain/meeting.ts'
import type { MeetingChoice } from '#shared/domain/meeting-choice.ts'
import type { EffectReach, MeetingEffect } from '#shared/domain/meeting-effect.ts'
import { overOf } from '#shared/domain/meeting-dial.ts'
import type { CostLine } from '#shared/domain/plan.ts'
import type { TargetGroup } from '#shared/domain/target-group.ts'
import { findingText } from './finding-text.ts'
import { number, rupiah } from './format.ts'
import type { Translator } from './index.ts'
import { unitWord } from './units.ts'

export const upperFirst = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`

/** A group as it is called before families: `balita sasaran`. */
export function spokenGroup(group: TargetGroup | undefined, { find }: Translator): string {
  return group === undefined ? '' : beforeFamilies(find(`terms.groups.${group}`) ?? group)
}

/** A number of people as it may be shown. */
export function shownText(count: ShownCount, { t, language }: Translator): string {
  return count === 'few' ? t('meeting.reach.few') : number(count, language)
}

/** `16 dari 16, 9 dari 12 bulan`; where few are meant only `< 5`. */
export function reachText(reach: EffectReach | null, translator: Translator): string {
  const { t, language } = translator
  if (!reach) return number(0, language)
  const { reached, total, time } = reach
  const people = reached === 'few' && total === 'few' ? t('meeting.reach.few') : t('meeting.reach.people', { part: shownText(reached, translator), whole: shownText(total, translator) })
  return time && reached !== 0 ? t('meeting.reach.time', { people, given: number(time.given, language), needed: number(time.needed, language), unit: unitWord(time.unit, language, time.needed) }) : people
}

/** What a point of the agenda asks, as it may stand on a wall. */
export function questionText({ kind, words }: AgendaItem, translator: Translator): string {
  const { t, language } = translator
  if (kind === 'plan') return t('meeting.question.plan')
  if (kind === 'question') return words.text ?? ''
  if (kind === 'breach') return words.finding ? beforeFamilies(findingText(words.finding, language).text) : words.name
  const values = { name: beforeFamilies(words.name), who: spokenGroup(words.group, translator) || unitWord(words.unit ?? '', language, null), unit: unitWord(words.unit ?? '', language, null) }
  return words.why === 'children' && words.shape === 'monthly' ? t('meeting.question.help', values) : t(`meeting.question.${words.shape ?? 'times'}`, values)
}

/** What was chosen, in words; `line` as it is in the plan now, for the price that was not named. */
export function choiceText(item: AgendaItem, choice: MeetingChoice | null, effect: MeetingEffect | null, line: Pick<CostLine, 'unitPrice' | 'quantities' | 'cutBy'> | undefined, translator: Translator): string {
  const { t, language } = translator
  if (!choice || choice.what === 'words') return ''
  if (choice.what === 'plan') return choice.scenario === null ? t('meeting.choice.plan') : t('meeting.choice.scenario', { name: choice.name })
  if (choice.what === 'breach') return t(choice.repair ? 'meeting.choice.repair' : 'meeting.choice.leave')
  const { words } = item
  const price = rupiah(choice.price ?? line?.unitPrice ?? 0, language)
  const cut = line?.cutBy === null || line === undefined ? undefined : line.quantities[line.cutBy]
  const shown = shownCount(choice.units, cut && 'driver' in cut ? cut.driver : undefined)
  const units = shown === 'few' ? t('meeting.choice.few') : number(choice.units, language)
  const unit = unitWord(words.unit ?? '', language, choice.units)
  const per = spokenGroup(words.shape === 'monthly' ? (words.group ?? (line && groupOf(line))) : undefined, translator) || unit
  const what = words.shape === 'whole' ? t(choice.units > 0 ? 'meeting.choice.bought' : 'meeting.choice.notBought', { price })
    : words.shape === 'monthly' ? t('meeting.choice.monthly', { price, who: per, units, unit }) : t('meeting.choice.counted', { units, unit, price, per: [unitWord(words.unit ?? '', language), overText(line ? overOf(line) : [], translator)].filter((part) => part !== '').join(' ') })
  if (!effect?.own || choice.units === 0) return what
  const from = effect.own.bySource.map(({ label, amount }) => (effect.own && effect.own.bySource.length > 1 ? `${label} ${rupiah(amount, language)}` : label)).join(', ')
  return effect.own.funded === 0 ? t('meeting.choice.free', { what }) : t('meeting.choice.costs', { what, amount: rupiah(effect.own.funded, language), from })
}

/** `× 12 bulan`: what else a price is paid for; `''` where there is nothing. */
export function overText(over: readonly { readonly n: number; readonly unit: string }[], { language }: Translator): string {
  return over.map(({ n, unit }) => `× ${number(n, language)} ${unitWord(unit, language, n)}`).join(' ')
}

/**
 * What a decision did, one sentence each: groups that fare otherwise, helps that get more or fewer units, what is funded and what is not; where none
 * of it differs, the sources that pay otherwise.
 */
export function effectTexts(effect: MeetingEffect | null, translator: Translator): string[] {
  const { t, language } = translator
  if (!effect) return []
  const { before, after } = effect.totals
  // both are hidden, and still it is more or fewer
  const told = (who: string, was: string, now: string, change: 'same' | 'better' | 'worse') => (was === now && change !== 'same' ? t(`meeting.effect.${change}`, { who, after: now }) : t('meeting.effect.reach', { who, before: was, after: now }))
  const people = effect.people.filter(({ change }) => change !== 'same').map(({ group, kind, before: was, after: now, change }) => {
    const name = spokenGroup(group, translator)
    const who = upperFirst(kind === 'incentive' ? t('meeting.effect.incentive', { who: name }) : name)
    return told(who, reachText(was, translator), reachText(now, translator), change)
  })
  const helps = effect.helps.map(({ name, unit, before: was, after: now, change }) => (was === now ? t(`meeting.effect.${change}`, { who: name, after: `${shownText(now, translator)} ${unitWord(unit, language, null)}` })
    : t('meeting.effect.units', { name, unit: unitWord(unit, language, null), before: shownText(was, translator), after: shownText(now, translator) })))
  const gap = before.gap === after.gap ? [] : [t('meeting.effect.gap', { before: rupiah(before.gap, language), after: rupiah(after.gap, language) })]
  const funded = before.funded === after.funded ? [] : [t('meeting.effect.funded', { before: rupiah(before.funded, language), after: rupiah(after.funded, language) })]
  const all = [...people, ...helps, ...funded, ...gap]
  if (all.length > 0) return all
  const paid = effect.sources.filter((source) => source.before !== source.after)
  return paid.length === 0 ? [t('meeting.effect.none')] : paid.map(({ label, before: was, after: now }) => t('meeting.effect.paid', { source: label, before: rupiah(was, language), after: rupiah(now, language) }))
}
