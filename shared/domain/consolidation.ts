import { subKegiatan } from '#shared/catalogue/sub-kegiatan.ts'
import type { CountKey } from './caseload.ts'
import { ratioBp, type Rupiah, sum } from './money.ts'
import type { SourceCode } from './plan.ts'
import type { VillageKind } from './region.ts'
import { TARGET_GROUPS } from './target-group.ts'
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

/** A village whose package came in. */
export type Received = ConsolidatedVillage & { readonly facts: VillageFacts }

const NO_CODE = ''

export function received(villages: readonly ConsolidatedVillage[]): Received[] {
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

/** Regency code of a village's activity, corrected where it was; '' for none. */
export const codeOf = (village: ConsolidatedVillage, activity: VillageFacts['activities'][number]): string => village.codes.get(activity.id) ?? activity.regencyCode ?? NO_CODE
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
