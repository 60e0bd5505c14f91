import { subKegiatan } from '#shared/catalogue/sub-kegiatan.ts'
import type { CountKey } from './caseload.ts'
import { ratioBp, type Rupiah, sum } from './money.ts'
import type { SourceCode } from './plan.ts'
import type { VillageKind } from './region.ts'
import { TARGET_GROUPS, type TargetGroup } from './target-group.ts'
import type { VillageFacts } from './village-facts.ts'

/** A village as the regency reckons it: what it sent, with the counts and codes that were corrected here. */
export interface ConsolidatedVillage {
  readonly code: string
  readonly name: string
  readonly district: string
  readonly kind: VillageKind
  /** null = nothing came in. */
  readonly facts: VillageFacts | null
  readonly counts: Readonly<Partial<Record<CountKey, number>>>
  /** Regency code by activity id, where it was corrected. */
  readonly codes: ReadonlyMap<string, string>
}

export interface GroupRow {
  readonly key: string
  readonly name: string
  /** Villages that have something in it. */
  readonly villages: number
  readonly need: Rupiah
  readonly funded: Rupiah
  readonly gap: Rupiah
  readonly direct: Rupiah
}

export interface SourceRow {
  readonly key: SourceCode
  readonly villages: number
  /** Villages whose ceiling is known; `ceiling` is theirs alone. */
  readonly withCeiling: number
  readonly ceiling: Rupiah
  readonly available: Rupiah
  readonly spent: Rupiah
  readonly onBudget: boolean
}

type Received = ConsolidatedVillage & { readonly facts: VillageFacts }

const NO_CODE = ''

function received(villages: readonly ConsolidatedVillage[]): Received[] {
  return villages.filter((village): village is Received => village.facts !== null)
}

interface Part {
  readonly key: string
  readonly name: string
  readonly village: string
  readonly need: Rupiah
  readonly funded: Rupiah
  readonly direct: Rupiah
}

function rowsOf(parts: readonly Part[]): GroupRow[] {
  return [...Map.groupBy(parts, ({ key }) => key)].map(([key, group]) => {
    const [need, funded] = [sum(group.map((part) => part.need)), sum(group.map((part) => part.funded))]
    return { key, name: group[0]?.name ?? key, villages: new Set(group.map(({ village }) => village)).size, need, funded, gap: sum(group.map((part) => Math.max(0, part.need - part.funded))), direct: sum(group.map((part) => part.direct)) }
  })
}

function parts(villages: readonly Received[], key: (activity: VillageFacts['activities'][number], village: Received) => readonly [string, string]): Part[] {
  return villages.flatMap((village) => village.facts.activities.map((activity) => {
    const [of, name] = key(activity, village)
    return { key: of, name, village: village.code, need: activity.need, funded: activity.funded, direct: activity.direct }
  }))
}

const codeOf = (village: ConsolidatedVillage, activity: VillageFacts['activities'][number]): string => village.codes.get(activity.id) ?? activity.regencyCode ?? NO_CODE
const byNeed = (a: GroupRow, b: GroupRow): number => b.need - a.need || (a.key < b.key ? -1 : 1)

/** Sums of all plans by kecamatan, usual OPD (its ownership is not verified), activity, sub kegiatan and tier. What has no code stands under ''. */
export function groupTables(villages: readonly ConsolidatedVillage[]) {
  const held = received(villages)
  const districts = rowsOf(held.map(({ code, district, facts }) => ({ key: district, name: district, village: code, need: facts.need, funded: facts.funded, direct: facts.direct })))
  return {
    district: districts.toSorted((a, b) => (a.key < b.key ? -1 : 1)),
    opd: rowsOf(parts(held, (activity, village) => { const opd = subKegiatan(codeOf(village, activity))?.opd ?? NO_CODE; return [opd, opd] })).toSorted(byNeed),
    subKegiatan: rowsOf(parts(held, (activity, village) => { const code = codeOf(village, activity); return [code, subKegiatan(code)?.name ?? code] })).toSorted(byNeed),
    activity: rowsOf(parts(held, ({ catalogueKey, name }) => [catalogueKey ?? name, name])).toSorted(byNeed),
    tier: rowsOf(parts(held, ({ tier }) => [String(tier), String(tier)])).toSorted((a, b) => (a.key < b.key ? -1 : 1)),
  }
}

/** Money of all villages by source; partner money apart is the reader's to draw. A kelurahan has none of the village sources. */
export function sourceTable(villages: readonly ConsolidatedVillage[]): SourceRow[] {
  const rows = received(villages).flatMap(({ code, facts }) => facts.sources.map((source) => ({ village: code, ...source })))
  return [...Map.groupBy(rows, ({ code }) => code)].map(([key, group]) => {
    const known = group.filter(({ ceiling }) => ceiling !== null)
    return {
      key, villages: new Set(group.map(({ village }) => village)).size, withCeiling: new Set(known.map(({ village }) => village)).size, ceiling: sum(known.map(({ ceiling }) => ceiling ?? 0)),
      available: sum(group.map(({ available }) => available)), spent: sum(group.map(({ spent }) => spent)), onBudget: group.every(({ onBudget }) => onBudget),
    }
  }).toSorted((a, b) => b.spent - a.spent || (a.key < b.key ? -1 : 1))
}

export interface CaseloadRow {
  readonly group: CountKey
  /** Sum over the villages that count it; null = no village does. */
  readonly count: number | null
  readonly villages: number
}

const CASELOAD: readonly CountKey[] = ['targeted', 'weighed', 'measured', ...TARGET_GROUPS]

/** Caseload of the regency: the sum of what each village's plan follows. A village that does not count a group is left out of its sum and shown in the coverage. */
export function caseloadTable(villages: readonly ConsolidatedVillage[]): CaseloadRow[] {
  return CASELOAD.map((group) => {
    const known = villages.flatMap(({ counts }) => counts[group] ?? [])
    return { group, count: known.length === 0 ? null : sum(known), villages: known.length }
  }).filter(({ villages: counting, group }) => counting > 0 || group === 'stunted')
}

/** Measures of the heat table: shares in basis points, or rupiah per stunted child. */
export const HEAT_MEASURES = ['submitted', 'funded', 'direct', 'prevalence', 'measured', 'per_child'] as const
export type HeatMeasure = (typeof HEAT_MEASURES)[number]

export interface HeatCell {
  /** null = it cannot be said. */
  readonly value: number | null
  readonly part: number
  readonly whole: number
}

export interface HeatRow {
  readonly district: string
  readonly villages: number
  readonly cells: Readonly<Record<HeatMeasure, HeatCell>>
}

function heat(part: number, whole: number): HeatCell {
  return { value: ratioBp(part, whole), part, whole }
}

/** Sums of two counts over the villages that know both: a share of what is known, never of a guess. */
function both(villages: readonly ConsolidatedVillage[], part: CountKey, whole: CountKey): HeatCell {
  const known = villages.filter(({ counts }) => counts[part] !== undefined && counts[whole] !== undefined)
  return heat(sum(known.map(({ counts }) => counts[part] ?? 0)), sum(known.map(({ counts }) => counts[whole] ?? 0)))
}

/** Kecamatan × measures. */
export function heatTable(villages: readonly ConsolidatedVillage[]): HeatRow[] {
  return [...Map.groupBy(villages, ({ district }) => district)].map(([district, group]) => {
    const held = received(group)
    const [need, funded, direct] = [sum(held.map(({ facts }) => facts.need)), sum(held.map(({ facts }) => facts.funded)), sum(held.map(({ facts }) => facts.direct))]
    const counting = held.filter(({ counts }) => counts.stunted !== undefined)
    const children = sum(counting.map(({ counts }) => counts.stunted ?? 0))
    const money = sum(counting.map(({ facts }) => facts.funded))
    return {
      district, villages: group.length,
      cells: {
        submitted: heat(held.length, group.length), funded: heat(funded, need), direct: heat(direct, funded), prevalence: both(group, 'stunted', 'measured'), measured: both(group, 'measured', 'targeted'),
        per_child: { value: children === 0 ? null : Math.round(money / children), part: money, whole: children },
      },
    }
  })
}

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
