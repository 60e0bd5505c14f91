import type { ExecutionMode, Intervention, SpendingClass, Tier, Weight } from '#shared/domain/plan.ts'
import type { TargetGroup } from '#shared/domain/target-group.ts'
import type { PriceKey } from './prices.ts'

/** Row of the eligibility matrix that speaks for an activity (domain §8.4); `other` has no row. */
const FUNDING_ROWS = ['pmt', 'incentive', 'officials', 'class', 'anthropometry', 'sanitation', 'blt', 'meeting', 'office', 'other'] as const
export type FundingRow = (typeof FUNDING_ROWS)[number]

export type QuantityTemplate =
  | { readonly unit: string; readonly n: number }
  | { readonly unit: string; readonly driver: TargetGroup; readonly shareBp?: number }

/** A usual cost line. The price is looked up; `cutBy` is the index of the quantity that it may be cut by, null = bought whole. */
export interface LineTemplate {
  readonly description: string
  /** Objek belanja of the APBDes: used in village plans only. */
  readonly account: string | null
  readonly spendingClass: SpendingClass
  readonly quantities: readonly QuantityTemplate[]
  readonly price: PriceKey
  readonly cutBy: number | null
}

/**
 * A catalogue activity with its usual lines (domain §5, §14). Names and lines of a plan are Indonesian, because the papers are;
 * `words` are what people say when they look for it, in both languages.
 */
export interface InterventionEntry {
  readonly key: string
  readonly name: string
  readonly nameEn: string
  readonly words: readonly string[]
  readonly intervention: Intervention
  readonly funding: FundingRow
  /** null: only for regencies. */
  readonly villageCode: string | null
  /** Sub kegiatan of the department that usually does the same; null where none fits. */
  readonly regencyCode: string | null
  /** Sub kegiatan in the plan of a kelurahan; null: not planned there. */
  readonly wardCode: string | null
  readonly tier: Tier
  readonly weight: Weight
  /** Months of the year, 1–12; all where it is left out. */
  readonly months?: readonly number[]
  readonly implementer: string
  readonly execution: ExecutionMode
  readonly beneficiaries: string
  readonly indicator: string
  readonly indicatorUnit: string
  /** Whose count the output target follows; left out where it follows none. */
  readonly targetGroup?: TargetGroup
  readonly remark: string
  /** Part of a first plan of these kinds. */
  readonly templates: readonly ('desa' | 'kelurahan' | 'regency')[]
  readonly lines: readonly LineTemplate[]
}
