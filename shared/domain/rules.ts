import { RULES_2024 } from '#shared/rules/2024.ts'
import { RULES_2025 } from '#shared/rules/2025.ts'
import { RULES_2026 } from '#shared/rules/2026.ts'
import type { YearRules } from '#shared/rules/year.ts'
import type { Activity, CommitmentClass, CostLine } from './plan.ts'
import type { Rule, RuleGroup, RuleSet } from './rule.ts'

/** The years whose rules are known, oldest first. */
export const RULE_YEARS: readonly YearRules[] = [RULES_2024, RULES_2025, RULES_2026]

/** The file of a year; `undefined` where there is none. */
export function yearRules(year: number): YearRules | undefined {
  return RULE_YEARS.find((rules) => rules.year === year)
}

/** An unverified rule may only warn, whatever it says of itself. */
function honest(rule: Rule): Rule {
  return rule.confidence === 'unverified' && rule.severity === 'error' ? { ...rule, severity: 'warning' } : rule
}

/**
 * The rules that hold for a year, with what users changed (merged by id, new ones last, both marked `changed`).
 *
 * A year after the last known one takes that one's rules, all as warnings (`carriedOver`). A year before the first has none: a law of a
 * later year says nothing about it. A changed rule keeps its severity also in a carried-over year, because somebody answers for it; an
 * unverified one stays a warning.
 */
export function rulesFor(year: number, changes: readonly Rule[] = []): RuleSet {
  const file = RULE_YEARS.findLast((rules) => rules.year <= year)
  const carriedOver = file !== undefined && file.year < year
  const base = (file?.rules ?? []).map((rule) => honest(carriedOver ? { ...rule, severity: 'warning' } : rule))
  const changed = new Map(changes.map((rule) => [rule.id, { ...honest(rule), changed: true }]))
  const known = new Set(base.map((rule) => rule.id))
  const rules = [...base.map((rule) => changed.get(rule.id) ?? rule), ...[...changed.values()].filter((rule) => !known.has(rule.id))]
  return { year, from: file?.year ?? year, carriedOver, rules }
}

/** True where a village code lies in a beginning of codes: `4.2.01` in `4.2`, not in `4.20`. */
function codeWithin(code: string, beginning: string): boolean {
  return code === beginning || code.startsWith(`${beginning}.`)
}

/** True where a rule's group is about a cost line: by its spending class, its activity's village code or catalogue key. */
export function groupHasLine(group: RuleGroup, activity: Activity, line: Pick<CostLine, 'spendingClass'>): boolean {
  if (group.all) return true
  const { villageCode, catalogueKey } = activity
  return (
    (group.spendingClasses?.includes(line.spendingClass) ?? false) ||
    (villageCode !== null && (group.villageCodes?.some((beginning) => codeWithin(villageCode, beginning)) ?? false)) ||
    (catalogueKey !== null && (group.activities?.includes(catalogueKey) ?? false))
  )
}

/** True where a rule's group is about commitments of a class. */
export function groupHasCommitment(group: RuleGroup, kind: CommitmentClass): boolean {
  return group.all === true || (group.commitments?.includes(kind) ?? false)
}

/** What a rule rests on, for the sentence that names it. */
export function ruleStatus(rule: Rule, rules: RuleSet): 'changed' | 'carried_over' | 'unverified' | 'verified' {
  if (rule.changed) return 'changed'
  if (rules.carriedOver) return 'carried_over'
  return rule.confidence === 'unverified' ? 'unverified' : 'verified'
}
