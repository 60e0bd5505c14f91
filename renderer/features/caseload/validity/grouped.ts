import type { ValidityReport } from '#shared/contract/caseload-truth.ts'

type Finding = ValidityReport['findings'][number]

/** What one rule found: children row by row, or places. */
export interface RuleFound extends Pick<Finding, 'rule' | 'group' | 'severity' | 'repair' | 'about' | 'count' | 'rows'> {
  readonly places: readonly Finding['words'][]
}

/** Findings rule by rule, in the order of the report; a rule about places stands once, with all of its places. */
export function grouped(findings: readonly Finding[]): RuleFound[] {
  const found = new Map<string, RuleFound>()
  for (const { rule, group, severity, repair, about, count, rows, words } of findings) {
    const before = found.get(rule)
    const places = rows.length === 0 ? [words] : []
    found.set(rule, before ? { ...before, count: before.count + count, rows: [...before.rows, ...rows], places: [...before.places, ...places] } : { rule, group, severity, repair, about, count, rows, places })
  }
  return [...found.values()]
}
