import { yearRules } from './rules.ts'
import type { SourceFigures } from './figures.ts'
import { type Rupiah, split } from './money.ts'
import type { Confidence } from './plan.ts'
import type { RuleSet } from './rule.ts'

/** typed: stages of the source; year_rules: the year's stages of Dana Desa in the months below; carry_over: money of last year; assumed: nothing is known, equal parts. */
export type FlowBasis = 'typed' | 'year_rules' | 'carry_over' | 'assumed'

/** When the money of a source comes, in whole rupiah by month (index 0 = January). What its stages do not speak of comes in no month. */
export interface Inflow {
  readonly basis: FlowBasis
  readonly citation: string
  readonly confidence: Confidence
  readonly months: readonly Rupiah[]
  readonly unscheduled: Rupiah
}

/** Which villages' stages hold: a desa mandiri gets more in the first (domain §1.4). */
export type Villages = 'independent' | 'other'

/**
 * Months that stand in where a regulation names none to reckon with: the first stage in the last month that it allows (June), the second in
 * September, when papers had to be complete in 2025 (PMK 81/2025 Ps 29B). Cautious, and nobody vouches for it.
 */
const STAGE_MONTH = { 1: 6, 2: 9 } as const

const EMPTY: readonly Rupiah[] = Array.from({ length: 12 }, () => 0)

/** Splits what is available over months by shares in basis points; what the shares leave is unscheduled. The parts add up to the rupiah. */
function byShares(available: Rupiah, shares: readonly { readonly month: number; readonly shareBp: number }[]): Pick<Inflow, 'months' | 'unscheduled'> {
  const rest = 10_000 - shares.reduce((sum, { shareBp }) => sum + shareBp, 0)
  const parts = split(available, [...shares.map(({ shareBp }) => BigInt(shareBp)), BigInt(Math.max(0, rest))])
  const months = [...EMPTY]
  for (const [index, { month }] of shares.entries()) months[month - 1] = (months[month - 1] ?? 0) + (parts[index] ?? 0)
  return { months, unscheduled: parts.at(-1) ?? 0 }
}

/**
 * When the part of a source that this plan may use comes in. What is spoken for elsewhere is taken to come in the same proportion of every
 * stage. Stages that people typed come first; Dana Desa then has its year's stages; of anything else nothing is known.
 */
export function inflowOf({ source, available }: SourceFigures, rules: RuleSet, villages: Villages): Inflow {
  if (source.stages.length > 0) return { basis: 'typed', citation: '', confidence: 'B', ...byShares(available, source.stages) }
  if (source.origin === 'carry_over') return { basis: 'carry_over', citation: '', confidence: 'unverified', ...byShares(available, [{ month: 1, shareBp: 10_000 }]) }
  const stages = source.code === 'DDS' ? (yearRules(rules.from)?.stages ?? []).filter((stage) => stage.part !== 'earmarked' && (stage.villages === villages || stage.villages === 'all')) : []
  const [first] = stages
  if (first) {
    const shares = stages.map(({ stage, shareBp, until }) => ({ month: stage === 1 ? (until ?? STAGE_MONTH[1]) : STAGE_MONTH[2], shareBp }))
    return { basis: 'year_rules', citation: first.citation, confidence: 'unverified', ...byShares(available, shares) }
  }
  return { basis: 'assumed', citation: '', confidence: 'unverified', months: split(available, Array.from({ length: 12 }, () => 1n)), unscheduled: 0 }
}

/** First month (1–12) in which money comes; 13 where none does. */
export function firstMonth({ months }: Pick<Inflow, 'months'>): number {
  const index = months.findIndex((amount) => amount > 0)
  return index < 0 ? 13 : index + 1
}
