import type { SourceFigures } from './figures.ts'
import { FULL_BP, type Rupiah, sum, toRupiah } from './money.ts'
import type { Plan } from './plan.ts'
import type { Rule } from './rule.ts'
import { groupHasCommitment } from './rules.ts'

/** Part of an amount, rounded down: what a maximum allows. */
function shareFloor(amount: Rupiah, bp: number): Rupiah {
  return toRupiah((BigInt(amount) * BigInt(bp)) / BigInt(FULL_BP))
}

/** Part of an amount, rounded up: what a minimum asks for. */
function shareCeil(amount: Rupiah, bp: number): Rupiah {
  return toRupiah((BigInt(amount) * BigInt(bp) + BigInt(FULL_BP) - 1n) / BigInt(FULL_BP))
}

/** What a share rule is reckoned on: the whole pagu where it says so and one was typed, else what the village can spend. null: no figure. */
export function ruleBase(rule: Rule, { source, ceiling }: SourceFigures): Rupiah | null {
  return rule.base === 'total' ? (source.total ?? ceiling) : ceiling
}

/** Limit of a share rule in whole rupiah: a maximum rounded down, a minimum rounded up. */
export function shareLimit(rule: Rule, base: Rupiah): Rupiah {
  const bp = rule.shareBp ?? 0
  return rule.kind === 'min_share' ? shareCeil(base, bp) : shareFloor(base, bp)
}

/** Commitments of a source that a rule's group is about. */
export function committedInGroup(plan: Plan, sourceId: string, rule: Rule): Rupiah {
  return sum(
    plan.commitments
      .filter((commitment) => commitment.sourceId === sourceId && groupHasCommitment(rule.group, commitment.class))
      .map(({ amount }) => amount),
  )
}

/** Shares are of the year's own money; a prohibition and a fixed amount also bind what is carried over. */
export function ruleBinds(rule: Rule, { source }: SourceFigures): boolean {
  return rule.source === source.code && (source.origin === 'current' || rule.kind === 'max_amount' || rule.kind === 'forbidden')
}
