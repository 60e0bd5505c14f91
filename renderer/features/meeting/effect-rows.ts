import { number, rupiah, tableFigure } from '#shared/i18n/format.ts'
import type { Translator } from '#shared/i18n/index.ts'
import { shownText, spokenGroup, upperFirst } from '#shared/i18n/meeting-text.ts'
import { unitWord } from '#shared/i18n/units.ts'
import type { MeetingEffectView, MeetingItemView } from './types.ts'

export interface EffectRow {
  readonly key: string
  readonly label: string
  readonly before: string
  readonly after: string
  readonly change: 'same' | 'better' | 'worse'
  /** Which way the figure goes, where that is not the way it fares. */
  readonly sign?: 'up' | 'down'
}

/** Rows that fit the wall; the rest stand behind a button. */
const ROOM = 7

type Reach = MeetingEffectView['people'][number]['before']

/** `16, 9 bulan`: how many there are stands in the row's name. */
function shortReach(reach: Reach, translator: Translator): string {
  const { t, language } = translator
  if (!reach) return number(0, language)
  const part = shownText(reach.reached, translator)
  return reach.time && reach.reached !== 0 ? t('meeting.reach.short', { part, given: number(reach.time.given, language), unit: unitWord(reach.time.unit, language, reach.time.given) }) : part
}

/** Before and after; where both are hidden, whether it is more or fewer. */
function said(before: string, after: string, change: EffectRow['change'], { t }: Translator) {
  return { before, after: before === after && change !== 'same' ? t(`meeting.reach.${change}`) : after }
}

function peopleRows({ people }: MeetingEffectView, { words, dial }: MeetingItemView, translator: Translator): EffectRow[] {
  const { t } = translator
  const own = words.group
  const rank = ({ group, kind, change }: MeetingEffectView['people'][number]) => (group === own ? 0 : group === 'stunted' ? 1 : kind === 'incentive' && group === 'cadre' ? 2 : change === 'same' ? 4 : 3)
  // heads that are turned here stand in large type already
  const others = people.filter(({ group }) => !(dial?.shape === 'people' && group === own))
  return others.toSorted((a, b) => rank(a) - rank(b)).map(({ group, kind, before, after, change }) => {
    const who = spokenGroup(group, translator)
    const whole = shownText(after?.total ?? before?.total ?? 0, translator)
    return {
      key: `${kind} ${group}`, label: upperFirst(t('meeting.reach.who', { who: kind === 'incentive' ? t('meeting.effect.incentive', { who }) : who, whole })), change,
      ...said(shortReach(before, translator), shortReach(after, translator), change, translator),
    }
  })
}

/** What a choice does, most telling first; `more`: how many rows there are beyond those for the wall. */
export function effectRows(effect: MeetingEffectView, item: MeetingItemView, translator: Translator): { readonly shown: readonly EffectRow[]; readonly all: readonly EffectRow[] } {
  const { t, language } = translator
  const { before, after } = effect.totals
  const people = peopleRows(effect, item, translator)
  const helps = effect.helps.map(({ line, name, unit, before: was, after: now, change }): EffectRow => ({ key: line, label: unit === '' ? name : `${name}, ${unitWord(unit, language, null)}`, ...said(shownText(was, translator), shownText(now, translator), change, translator), change }))
  const sources = effect.sources.filter((source) => source.before !== source.after)
    .map(({ label, before: was, after: now }): EffectRow => ({ key: `source ${label}`, label: t('meeting.stage.spent', { source: label }), before: tableFigure(was, language), after: tableFigure(now, language), change: 'same' }))
  const gap: EffectRow = {
    key: 'gap', label: t('meeting.stage.gap'), before: tableFigure(before.gap, language), after: tableFigure(after.gap, language), change: after.gap === before.gap ? 'same' : after.gap > before.gap ? 'worse' : 'better',
    ...(after.gap === before.gap ? {} : { sign: after.gap > before.gap ? ('up' as const) : ('down' as const) }),
  }
  const thousand = ({ directBp }: { readonly directBp: number | null }) => (directBp === null ? '–' : rupiah(Math.round(directBp / 10), language))
  const direct: EffectRow = { key: 'direct', label: t('meeting.stage.thousand'), before: thousand(before), after: thousand(after), change: 'same' }
  const all = [...people, ...helps, ...sources, direct, gap]
  const telling = [...people.slice(0, 3), ...people.slice(3).filter(({ change }) => change !== 'same'), ...helps, ...sources].slice(0, ROOM - 1)
  return { shown: [...telling, gap], all }
}
