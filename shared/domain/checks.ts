import { checkCaseload } from './checks-caseload.ts'
import { checkLines } from './checks-lines.ts'
import { checkRules } from './checks-rules.ts'
import { checkSources } from './checks-sources.ts'
import type { Finding } from './finding.ts'
import type { InstanceInput } from './instance.ts'

const RANK: Readonly<Record<Finding['severity'], number>> = { error: 0, warning: 1, info: 2 }

/**
 * Everything that a plan's reader should know (catatan): the year's rules, the sources, the lines, the counts. Errors first, then warnings, then
 * information; among equals the year, the rules, the sources and the lines in plan order, so equal plans give equal lists.
 */
export function checkPlan(view: InstanceInput): Finding[] {
  return [...checkRules(view), ...checkSources(view), ...checkLines(view), ...checkCaseload(view)].toSorted(
    (a, b) => RANK[a.severity] - RANK[b.severity],
  )
}
