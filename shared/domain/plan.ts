import type { SeriesChoice } from './caseload.ts'
import type { Rupiah } from './money.ts'
import type { TargetGroup } from './target-group.ts'

/** desa: own budget and Dana Desa. kelurahan: a ward of the city's budget, no Dana Desa. regency: kabupaten or kota. */
export type PlanKind = 'desa' | 'kelurahan' | 'regency'
export type Tier = 1 | 2 | 3
/** 1 biasa, 2 penting, 3 sangat penting. */
export type Weight = 1 | 2 | 3
export type Intervention = 'specific' | 'sensitive' | 'support'
/** A: official text or several sources agree. B: one secondary source. unverified: general knowledge, may only ever warn. */
export type Confidence = 'A' | 'B' | 'unverified'
/** Swakelola, kerja sama antardesa, kerja sama pihak ketiga. */
export type ExecutionMode = 'self' | 'inter_village' | 'third_party'

export const SPENDING_CLASSES = [
  'food', 'goods', 'cash', 'referral', 'cadre_incentive', 'service', 'equipment', 'construction', 'training', 'meeting', 'travel',
  'honorarium', 'printing', 'other',
] as const
export type SpendingClass = (typeof SPENDING_CLASSES)[number]
/** Spending that reaches a child or family as such: belanja langsung ke sasaran. */
export const DIRECT_CLASSES: ReadonlySet<SpendingClass> = new Set(['food', 'goods', 'cash', 'referral'])

/** Where a figure comes from: a text to cite, when, and how sure. */
export interface Basis {
  readonly source: string
  /** ISO date or year of the source; `''` when unknown. */
  readonly date: string
  readonly confidence: Confidence
}

/** Units that BOK, MBG, GENTING or an OPD already serve: no need of this plan. */
export interface Served {
  readonly by: string
  readonly units: number
  readonly basis: string
  readonly date: string
}

export interface FixedQuantity {
  readonly unit: string
  readonly n: number
}

/** A quantity that follows a count: ceil(count × share) − served. `lastN` is what it was when the count was last known. */
export interface DrivenQuantity {
  readonly unit: string
  readonly driver: TargetGroup
  readonly shareBp: number
  readonly served: readonly Served[]
  readonly lastN: number | null
}

export type Quantity = FixedQuantity | DrivenQuantity

export function isDriven(quantity: Quantity): quantity is DrivenQuantity {
  return 'driver' in quantity
}

/** Kegiatan. `months` is a 12-bit set, bit 0 = January. Position is its place in the plan's order. */
export interface Activity {
  readonly id: string
  /** Key of the catalogue entry that it was made from; the codes are kept as they were then. */
  readonly catalogueKey: string | null
  readonly name: string
  readonly intervention: Intervention
  /** Permendagri 20/2018 code such as `2.2.02`; null outside villages. */
  readonly villageCode: string | null
  /** Sub kegiatan code such as `1.02.02.2.02.0015`; null where none fits. */
  readonly regencyCode: string | null
  readonly location: string
  /** Sasaran/manfaat as the RKP Desa prints it. */
  readonly beneficiaries: string
  readonly months: number
  readonly implementer: string
  readonly execution: ExecutionMode
  readonly indicator: string
  readonly indicatorUnit: string
  /** Output target of the year and of the next; null = not set. */
  readonly target: number | null
  readonly targetNext: number | null
  readonly tier: Tier
  readonly weight: Weight
  readonly position: number
}

/** Rincian belanja: price × quantities. `cutBy` is the index of the quantity in whose whole units it may be cut; null = bought whole. */
export interface CostLine {
  readonly id: string
  readonly activityId: string
  readonly description: string
  /** Objek belanja such as `5.2.7.01`. */
  readonly accountCode: string | null
  /** At most one is driven. */
  readonly quantities: readonly Quantity[]
  readonly unitPrice: Rupiah
  readonly priceBasis: Basis | null
  readonly spendingClass: SpendingClass
  readonly cutBy: number | null
  /** True where one unit may be shared between sources. */
  readonly splittable: boolean
  /** Least coverage that the allocation must reach, in basis points; null = none. */
  readonly coverageTargetBp: number | null
  readonly position: number
}

export type SourceCode =
  | 'DDS' | 'ADD' | 'PBH' | 'PBP' | 'PBK' | 'PAD' | 'SWD' | 'PDL'
  | 'DAU' | 'DBH' | 'PAD-D' | 'BOK' | 'BOKB' | 'BOP-PAUD' | 'DAK-F' | 'BK-PROV' | 'BLUD'
  | 'GENTING' | 'CSR' | 'ZAKAT'
export type SourceGroup = 'village' | 'regency' | 'partner'
export type Certainty = 'certain' | 'indicative' | 'pledged'

/** Part of a source that arrives in a month (1–12), in basis points of its ceiling. */
export interface Stage {
  readonly month: number
  readonly shareBp: number
}

/** Sumber dana. A carry-over (SiLPA) is a source of its own that keeps the rules of its `code`. */
export interface FundingSource {
  readonly id: string
  readonly code: SourceCode
  /** What the plan and the tables call it; unique in the plan (`DDS`, `SILPA-DDS`). */
  readonly label: string
  readonly name: string
  /** Typed ceiling; for Dana Desa the regular part. null = not typed. */
  readonly ceiling: Rupiah | null
  /** Dana Desa only: the whole pagu, before the year's reserve. */
  readonly total: Rupiah | null
  readonly certainty: Certainty
  readonly origin: 'current' | 'carry_over'
  readonly stages: readonly Stage[]
  /** Catalogue keys of the activities that the giver bound the money to (BKK, a pledge for latrines); empty = free within its rules. */
  readonly reservedFor: readonly string[]
  /** False for partner money outside the APBDes or APBD. */
  readonly onBudget: boolean
  /** 1 = spent first. */
  readonly spendingOrder: number
}

/** False where the giver bound the money to other activities than this one. */
export function isMeantFor(source: Pick<FundingSource, 'reservedFor'>, activity: Pick<Activity, 'catalogueKey'>): boolean {
  return source.reservedFor.length === 0 || (activity.catalogueKey !== null && source.reservedFor.includes(activity.catalogueKey))
}

export const COMMITMENT_CLASSES = [
  'blt', 'food_security', 'operations', 'salaries', 'bpd', 'neighbourhood', 'insurance', 'infrastructure', 'cash_for_work', 'capital',
  'previous_year_debt', 'other',
] as const
export type CommitmentClass = (typeof COMMITMENT_CLASSES)[number]

/** Money of a source that is spoken for outside this plan. `bidang` 1–5 of the APBDes; null = not said. */
export interface Commitment {
  readonly sourceId: string
  readonly class: CommitmentClass
  readonly bidang: 1 | 2 | 3 | 4 | 5 | null
  readonly amount: Rupiah
}

/** What a source pays of a line: whole units, or (splittable lines only) an amount. A locked cell keeps its value. */
export interface AllocationCell {
  readonly lineId: string
  readonly sourceId: string
  readonly units: number
  /** Set only for a splittable line; otherwise the amount is units × the line's unit cost. */
  readonly amount: Rupiah | null
  readonly locked: boolean
}

export interface PlanHead {
  readonly id: string
  readonly name: string
  /** Village (or regency) that the plan is for. */
  readonly region: string
  readonly kind: PlanKind
  readonly fiscalYear: number
  /** Declared complete: its documents carry the official title. */
  readonly complete: boolean
  readonly series: SeriesChoice
}

/** A plan with everything that its figures follow from. Activities and lines are in plan order. */
export interface Plan extends PlanHead {
  readonly activities: readonly Activity[]
  readonly lines: readonly CostLine[]
  readonly sources: readonly FundingSource[]
  readonly commitments: readonly Commitment[]
  readonly cells: readonly AllocationCell[]
}
