import type { Rupiah } from './money.ts'
import type { CommitmentClass, Confidence, SourceCode, SpendingClass } from './plan.ts'

/**
 * What a rule is about: cost lines by spending class or village activity code, and commitments by class.
 * Empty lists match nothing; a rule about all spending of a source says `all`.
 */
export interface RuleGroup {
  readonly all?: boolean | undefined
  readonly spendingClasses?: readonly SpendingClass[] | undefined
  /** Beginnings of village activity codes, such as `4.2`. */
  readonly villageCodes?: readonly string[] | undefined
  /** Catalogue keys of activities. */
  readonly activities?: readonly string[] | undefined
  readonly commitments?: readonly CommitmentClass[] | undefined
}

/**
 * A legal number as data. `share` is in basis points of `base`; `amount` in rupiah. Only a rule of confidence A or B may be an
 * `error`; an unverified one is a warning whatever it says.
 */
export interface Rule {
  readonly id: string
  readonly source: SourceCode
  readonly kind: 'max_share' | 'min_share' | 'max_amount' | 'forbidden' | 'reserve'
  readonly group: RuleGroup
  readonly shareBp: number | null
  readonly amount: Rupiah | null
  /** What a share is reckoned on: the regular part that the village can spend, or the whole pagu. */
  readonly base: 'regular' | 'total' | null
  readonly severity: 'error' | 'warning'
  /** Regulation and article as people would cite it. */
  readonly citation: string
  readonly confidence: Confidence
  /** True where a user changed the rule. */
  readonly changed?: boolean
}

/** The rules that hold for a plan: its year's, or the last known year's as warnings. */
export interface RuleSet {
  readonly year: number
  /** Year of the file that they come from; differs from `year` when they are carried over. */
  readonly from: number
  readonly carriedOver: boolean
  readonly rules: readonly Rule[]
}
