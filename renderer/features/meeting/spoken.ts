import type { Translator } from '#shared/i18n/index.ts'
import { number, rupiah } from '#shared/i18n/format.ts'
import { choiceText, shownText, spokenGroup } from '#shared/i18n/meeting-text.ts'
import { unitWord } from '#shared/i18n/units.ts'
import type { AgendaItem } from '#shared/domain/meeting.ts'
import type { MeetingEffect } from '#shared/domain/meeting-effect.ts'
import type { MeetingChoiceInput, MeetingDial, MeetingEffectView, MeetingItemView, MeetingView } from './types.ts'

/** What a point would be decided as, in words. */
export function spokenChoice(item: MeetingItemView, choice: MeetingChoiceInput | null, effect: MeetingEffectView | null, translator: Translator): string {
  const { dial, words } = item
  const cut = dial?.units.hidden === true && words.group !== undefined ? { unit: dial.units.unit, driver: words.group, shareBp: 10_000, served: [], lastN: null } : { unit: dial?.units.unit ?? '', n: dial?.units.needed ?? 0 }
  return choiceText(item as AgendaItem, choice, effect as MeetingEffect | null, { unitPrice: dial?.price.now ?? 0, quantities: [cut, ...(dial?.over ?? [])], cutBy: 0 }, translator)
}

/** Who a price is for: the group where there is one, else the unit. */
export function spokenPer(dial: MeetingDial, item: MeetingItemView, translator: Translator): string {
  return (dial.shape === 'monthly' ? spokenGroup(item.words.group, translator) : '') || unitWord(dial.price.per, translator.language)
}

/** What was before, and what others do, one sentence each. */
export function besideTexts(item: MeetingItemView, meeting: MeetingView, translator: Translator): string[] {
  const { t, find, language } = translator
  const { dial, words } = item
  if (!dial) return []
  const who = spokenGroup(words.group, translator)
  const reference = dial.reference.map(({ of, year, stage, price, units, unit, people }) => {
    const values = { price: rupiah(price, language), units: number(units, language), unit: unitWord(unit, language, units), people: people === null ? '' : shownText(people, translator), who }
    const what = dial.shape === 'whole' ? rupiah(price, language) : t(people === null || who === '' ? 'meeting.stage.referenceOf' : 'meeting.stage.referencePeople', values)
    if (of === 'before') return t('meeting.stage.before', { what })
    return stage === null ? t('meeting.stage.lastPlan', { year, what }) : t('meeting.stage.lastYear', { of: find(`terms.stages.${stage}`) ?? stage, year, what })
  })
  const served = dial.served.map(({ by, units, unit }) => t('meeting.stage.served', { by, units: shownText(units, translator), unit: unitWord(unit, language, units === 'few' ? null : units) }))
  const partners = dial.partners.length === 0 ? [] : [t('meeting.stage.partners', { who: dial.partners.join(', ') })]
  const others = dial.others.length === 0 ? [] : [t('meeting.stage.together', { what: dial.others.join(', ') })]
  return [...reference, ...served, ...(meeting.finishedAt === null ? partners : []), ...others]
}
