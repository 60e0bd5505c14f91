import type { Rupiah } from '#shared/domain/money.ts'
import type { Confidence } from '#shared/domain/plan.ts'
import type { Rule, RuleGroup } from '#shared/domain/rule.ts'

export interface Regulation {
  readonly name: string
  readonly subject: string
  readonly confidence: Confidence
}

/** A focus of the year's use of Dana Desa, numbered as the regulation numbers it. */
export interface Focus {
  readonly number: number
  readonly name: string
}

/** When a part of Dana Desa arrives: `until` and `from` are months of the fiscal year, null where the text sets none. */
export interface DisbursementStage {
  readonly part: 'earmarked' | 'non_earmarked' | 'regular'
  readonly villages: 'all' | 'independent' | 'other'
  readonly stage: 1 | 2
  readonly shareBp: number
  readonly from: number | null
  readonly until: number | null
  readonly citation: string
  readonly confidence: Confidence
}

/** Most that one family or person may get per month from a source: a note where a line pays more. */
export interface MonthlyCap {
  readonly id: string
  readonly group: RuleGroup
  readonly amount: Rupiah
  readonly citation: string
  readonly confidence: Confidence
}

/** What is said of a year and cannot be computed from a plan. */
export interface YearNote {
  readonly text: string
  readonly citation: string
  readonly confidence: Confidence
}

/** Everything that is known of one budget year's Dana Desa (domain §1). */
export interface YearRules {
  readonly year: number
  readonly regulations: readonly Regulation[]
  readonly rules: readonly Rule[]
  readonly foci: readonly Focus[]
  readonly stages: readonly DisbursementStage[]
  readonly monthlyCaps: readonly MonthlyCap[]
  readonly notes: readonly YearNote[]
}
