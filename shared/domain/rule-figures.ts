import type { SourceFigures } from './figures.ts'
import type { InstanceInput } from './instance.ts'
import { type Rupiah, sum } from './money.ts'
import type { Rule, RuleGroup } from './rule.ts'
import { committedInGroup, ruleBase, ruleBinds, shareLimit } from './rule-limits.ts'
import { groupHasLine } from './rules.ts'

/** What a rule allows of one source, and what is booked in its group there: commitments and planned lines. */
export interface RuleLimit {
  /** null where the rule takes all money of its code together. */
  readonly sourceId: string | null
  /** Label of the source, or the code. */
  readonly source: string
  /** What a share is reckoned on. */
  readonly base: Rupiah | null
  /** null: no ceiling to reckon it on. */
  readonly limit: Rupiah | null
  readonly committed: Rupiah
  readonly planned: Rupiah
  readonly booked: Rupiah
}

/**
 * kept, breached; no_figure: there is no ceiling yet that it could be reckoned on; no_source: the plan has no such source; unseen: the plan
 * cannot show what it is about, so people look for themselves.
 */
export type RuleState = 'kept' | 'breached' | 'no_figure' | 'no_source' | 'unseen'

/** Planned lines of a source that a rule's group is about. */
export function plannedInGroup({ figures }: Pick<InstanceInput, 'figures'>, sourceId: string, rule: Rule): Rupiah {
  return sum(
    figures.lines.flatMap(({ line, activity, cells }) =>
      groupHasLine(rule.group, activity, line) ? cells.filter((cell) => cell.sourceId === sourceId).map((cell) => cell.amount) : [],
    ),
  )
}

function isEmpty(group: RuleGroup): boolean {
  return !group.all && [group.spendingClasses, group.villageCodes, group.activities, group.commitments].every((list) => (list ?? []).length === 0)
}

function limitOf(view: InstanceInput, rule: Rule, source: SourceFigures): RuleLimit {
  const committed = committedInGroup(view.plan, source.source.id, rule)
  const planned = plannedInGroup(view, source.source.id, rule)
  const base = rule.kind === 'max_share' || rule.kind === 'min_share' ? ruleBase(rule, source) : null
  const booked = committed + planned
  const parts = { sourceId: source.source.id, source: source.source.label, committed, planned, booked }
  if (rule.kind === 'forbidden') return { ...parts, base: null, limit: 0 }
  // Without a ceiling a share is of nothing: no figure, as the notes have it.
  return { ...parts, base, limit: base === null || base === 0 ? null : shareLimit(rule, base) }
}

function reserveLimit({ source, reserve }: SourceFigures): RuleLimit {
  return { sourceId: source.id, source: source.label, base: source.total, limit: reserve, committed: 0, planned: 0, booked: 0 }
}

function limitsOf(view: InstanceInput, rule: Rule, sources: readonly SourceFigures[]): RuleLimit[] {
  if (rule.kind === 'reserve') return sources.map(reserveLimit)
  const each = sources.map((source) => limitOf(view, rule, source))
  if (rule.kind !== 'max_amount') return each
  const total = (pick: (limit: RuleLimit) => Rupiah) => sum(each.map(pick))
  return [{
    sourceId: sources.length === 1 ? (each[0]?.sourceId ?? null) : null, source: rule.source, base: null, limit: rule.amount ?? 0,
    committed: total((limit) => limit.committed), planned: total((limit) => limit.planned), booked: total((limit) => limit.booked),
  }]
}

function breaks(rule: Rule, { limit, booked }: RuleLimit): boolean {
  if (limit === null || rule.kind === 'reserve') return false
  return rule.kind === 'min_share' ? booked < limit : booked > limit
}

/** What a rule allows in this plan and what is booked, source by source; the same figures as in the notes about it. @throws MoneyRangeError */
export function ruleFigures(view: InstanceInput, rule: Rule): { readonly state: RuleState; readonly limits: readonly RuleLimit[] } {
  if (isEmpty(rule.group)) return { state: 'unseen', limits: [] }
  const limits = limitsOf(view, rule, view.figures.sources.filter((source) => ruleBinds(rule, source)))
  if (limits.length === 0 || !view.figures.sources.some(({ source }) => source.code === rule.source)) return { state: 'no_source', limits: [] }
  if (limits.some((limit) => breaks(rule, limit))) return { state: 'breached', limits }
  return { state: limits.every((limit) => limit.limit === null) ? 'no_figure' : 'kept', limits }
}
