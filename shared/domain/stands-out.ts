import { codeOf, type ConsolidatedVillage, received } from './consolidation.ts'
import type { SourceCode } from './plan.ts'
import type { TargetGroup } from './target-group.ts'

export interface Outlier {
  readonly village: string
  readonly kind: 'per_child' | 'cadres' | 'price'
  /** Rupiah; for kader, hundredths of a kader per posyandu. */
  readonly value: number
  /** What it is beside: the median of all villages, or the price book. */
  readonly usual: number
  /** The line that a price is of. */
  readonly lineId: string | null
  readonly label: string
}

/** Beyond this many times, or under this part of, what is usual. */
const FAR = 2
/** Fewer villages have no usual. */
const ENOUGH = 5
/** Kader per posyandu, in hundredths (domain §4.4: five). */
const CADRES_PER_POSYANDU = 500

/** The lower middle value of a list that is not empty. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
}

function isFar(value: number, usual: number): boolean {
  return usual > 0 && (value > usual * FAR || value * FAR < usual)
}

/** Figures that stand out: money per stunted child beside the median of all villages, kader per posyandu beside five, prices beside the catalogue's. */
export function outliers(villages: readonly ConsolidatedVillage[]): Outlier[] {
  const held = received(villages)
  const perChild = held.flatMap(({ code, facts, counts }) => ((counts.stunted ?? 0) > 0 ? [{ code, value: Math.round(facts.funded / (counts.stunted ?? 1)) }] : []))
  const usual = perChild.length < ENOUGH ? 0 : median(perChild.map(({ value }) => value))
  const cadres = held.flatMap(({ code, counts: { cadre, posyandu } }) => (cadre !== undefined && posyandu !== undefined && posyandu > 0 ? [{ code, value: Math.round((cadre * 100) / posyandu) }] : []))
  return [
    ...perChild.filter(({ value }) => isFar(value, usual)).map(({ code, value }): Outlier => ({ village: code, kind: 'per_child', value, usual, lineId: null, label: '' })),
    ...cadres.filter(({ value }) => isFar(value, CADRES_PER_POSYANDU)).map(({ code, value }): Outlier => ({ village: code, kind: 'cadres', value, usual: CADRES_PER_POSYANDU, lineId: null, label: '' })),
    ...held.flatMap(({ code, facts }) => facts.prices.filter(({ price, book }) => isFar(price, book)).map(({ price, book, lineId, description }): Outlier => ({ village: code, kind: 'price', value: price, usual: book, lineId, label: description }))),
  ]
}

/** An activity of the regency's own plan that money stands in. */
export interface RegencyActivity {
  readonly name: string
  readonly regencyCode: string | null
  readonly catalogueKey: string | null
}

export interface Double {
  readonly kind: 'activity' | 'child'
  readonly village: string
  /** activity: what the village and an OPD both pay for. child: who is helped from both sides. */
  readonly label: string
  readonly group: TargetGroup | null
  readonly with: string
}

const PARTNERS: ReadonlySet<SourceCode> = new Set(['GENTING', 'CSR', 'ZAKAT'])
/** PMT and the help for stunted children reach the same ones. */
const CHILD_HELP: ReadonlySet<TargetGroup> = new Set(['stunted', 'severely_stunted', 'pmt_wasted', 'pmt_underweight', 'pmt_faltering', 'moderately_wasted', 'underweight', 'faltering'])

/**
 * What may be paid twice, as a note to ask about, never as a finding: an activity that a village and the regency's plan both fund under one catalogue
 * entry or sub kegiatan, and children whom a partner (GENTING) and the village both help.
 */
export function doubles(villages: readonly ConsolidatedVillage[], regency: readonly RegencyActivity[]): Double[] {
  const byKey = new Map(regency.flatMap((activity) => (activity.catalogueKey === null ? [] : [[activity.catalogueKey, activity.name] as const])))
  const byCode = new Map(regency.flatMap((activity) => (activity.regencyCode === null ? [] : [[activity.regencyCode, activity.name] as const])))
  return received(villages).flatMap((village): Double[] => {
    const activities = village.facts.activities.filter(({ funded }) => funded > 0).flatMap((activity): Double[] => {
      const other = byKey.get(activity.catalogueKey ?? '') ?? byCode.get(codeOf(village, activity))
      return other === undefined ? [] : [{ kind: 'activity', village: village.code, label: activity.name, group: null, with: other }]
    })
    const help = village.facts.help.filter(({ group }) => CHILD_HELP.has(group))
    const partner = help.find(({ sources, served }) => sources.some((source) => PARTNERS.has(source)) || served.some((by) => /genting/i.test(by)))
    const own = partner && help.find((one) => one !== partner && one.sources.some((source) => !PARTNERS.has(source)))
    return partner && own ? [...activities, { kind: 'child', village: village.code, label: own.activity, group: own.group, with: partner.activity }] : activities
  })
}
