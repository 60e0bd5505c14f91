import { subKegiatan } from '#shared/catalogue/sub-kegiatan.ts'
import { siskeudesCode, villageCode } from '#shared/catalogue/village-codes.ts'
import { type EntryGroup, type EntryPackage, type EntryRow, type EntryTarget, entryTarget } from '#shared/domain/entry.ts'
import { sum } from '#shared/domain/money.ts'
import type { Activity } from '#shared/domain/plan.ts'
import { months, quantities } from '#shared/i18n/format.ts'
import { type Context, sourceGroup } from './input.ts'
import { groupParts, type Part } from './parts.ts'
import { shortName } from './rab.ts'

/** Codes in order, what has none last. */
function byCode(a: string, b: string): number {
  return a === '' ? 1 : b === '' ? -1 : a < b ? -1 : a > b ? 1 : 0
}

/** Code of an activity in the spelling of the program (domain §0.7, §3.2). */
function codeOf(activity: Activity, target: EntryTarget): string {
  return target === 'siskeudes' ? (activity.villageCode === null ? '' : siskeudesCode(activity.villageCode)) : (activity.regencyCode ?? '')
}

function nameOf(context: Context, activity: Activity, target: EntryTarget): string {
  if (target === 'sipd') return activity.regencyCode === null ? context.t.common.uncoded : (subKegiatan(activity.regencyCode)?.name ?? activity.name)
  if (activity.villageCode === null) return context.t.common.uncoded
  const named = villageCode(activity.villageCode)
  return named ? shortName(named.name) : activity.name
}

function joined(texts: readonly string[]): string {
  return [...new Set(texts.filter((text) => text !== ''))].join('; ')
}

function factsOf(context: Context, activities: readonly Activity[], parts: readonly Part[]): EntryGroup['facts'] {
  const { language } = context
  const facts = [
    { name: 'time', text: joined(activities.map((one) => months(one.months, language))) },
    { name: 'output', text: joined(activities.map((one) => one.indicator)) },
    { name: 'target', text: joined(activities.map((one) => (one.target === null ? '' : quantities([{ n: one.target, unit: one.indicatorUnit }], language)))) },
    { name: 'location', text: joined(activities.map((one) => one.location)) },
    { name: 'beneficiaries', text: joined(activities.map((one) => one.beneficiaries)) },
    { name: 'sources', text: joined(parts.map((part) => part.source.code)) },
  ] as const
  return facts.filter(({ text }) => text !== '' && text !== '–')
}

/**
 * What is typed into the program, in the order of its screens: activity, then its accounts with a package for each activity of the plan, then
 * the rows. Siskeudes takes what passes the APBDes, SIPD-RI the regency's own money; a carry-over goes under the code of its source. An activity
 * or line without a code comes last, with an empty one.
 */
export function entryGroups(context: Context, parts: readonly Part[]): EntryGroup[] {
  const target = entryTarget(context.plan.kind)
  const own = parts.filter((part) => part.onBudget && sourceGroup(part.source.code) === (target === 'siskeudes' ? 'village' : 'regency'))
  const groups = groupParts(own, (part) => codeOf(part.activity, target))
  return [...groups].toSorted(([a], [b]) => byCode(a, b)).flatMap(([code, all]): EntryGroup[] => {
    const [first] = all
    if (!first) return []
    const accounts = [...groupParts(all, (part) => part.line.accountCode ?? '')].toSorted(([a], [b]) => byCode(a, b))
    const packages = accounts.flatMap(([account, ofAccount]) =>
      [...groupParts(ofAccount, (part) => part.activity.id)].map(([activityId, ofActivity], index): EntryPackage => ({
        activityId, name: ofActivity[0]?.activity.name ?? '',
        rows: ofActivity.map((part, at): EntryRow => ({
          lineId: part.line.id, sourceId: part.source.id, code, account, package: index + 1, no: at + 1, source: part.source.code, description: part.description,
          unit: part.unit, volume: part.volume, price: part.price, amount: part.amount,
        })),
      })))
    const activities = [...new Map(all.map((part) => [part.activity.id, part.activity])).values()]
    return [{ code, name: nameOf(context, first.activity, target), facts: factsOf(context, activities, all), amount: sum(all.map((part) => part.amount)), packages }]
  })
}
