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

/**
 * The least that a rule has to be loosened so that a source may pay so much for the lines that it bounds (for a minimum: for the lines outside its
 * group): another share or amount, whichever the rule has. null where not even its whole base would do, or the rule bounds nothing in rupiah.
 */
export function ruleAllowing(plan: Plan, rule: Rule, source: SourceFigures, room: Rupiah): { readonly shareBp: number | null; readonly amount: Rupiah | null } {
  const committed = committedInGroup(plan, source.source.id, rule)
  if (rule.kind === 'max_amount') return { shareBp: null, amount: committed + room }
  const base = ruleBase(rule, source)
  if (base === null || base === 0 || (rule.kind !== 'max_share' && rule.kind !== 'min_share')) return { shareBp: null, amount: null }
  const [full, whole] = [BigInt(FULL_BP), BigInt(base)]
  const wanted = BigInt(rule.kind === 'max_share' ? committed + room : Math.max(0, committed + source.available - room)) * full
  const bp = Number(rule.kind === 'max_share' ? (wanted + whole - 1n) / whole : wanted / whole)
  return { shareBp: bp <= FULL_BP ? bp : null, amount: null }
}
