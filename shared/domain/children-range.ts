import type { PlanCounts } from './caseload.ts'
import type { GroupCoverage } from './coverage.ts'
import { familyOf, type TargetGroup } from './target-group.ts'

/** How many distinct children the plan reaches in full: exact where `from` = `to`. */
export interface ChildrenRange {
  readonly from: number
  readonly to: number
}

/** Number of distinct children in the union of groups, from a by-name series. */
export type UnionCount = (groups: readonly TargetGroup[]) => number

/** Groups that lie wholly in another one. The exclusive `pmt_*` groups lie in no other group by definition but `under_five`. */
const WITHIN: Partial<Readonly<Record<TargetGroup, readonly TargetGroup[]>>> = {
  severely_stunted: ['stunted', 'under_five'],
  stunted: ['under_five'],
  pmt_wasted: ['moderately_wasted', 'under_five'],
  pmt_underweight: ['underweight', 'under_five'],
  pmt_faltering: ['faltering', 'under_five'],
  moderately_wasted: ['under_five'],
  severely_wasted: ['under_five'],
  underweight: ['under_five'],
  faltering: ['under_five'],
  child_6_23: ['under_two', 'under_five'],
  under_two: ['under_five'],
}

/** Groups of which no child is in two (model: exclusive, in this order). */
export const EXCLUSIVE_GROUPS: readonly TargetGroup[] = ['pmt_wasted', 'pmt_underweight', 'pmt_faltering']

function whole({ covered, total }: GroupCoverage): boolean {
  return covered >= total
}

/**
 * Distinct children who are covered, over all groups: exact by name where each group that is reached is reached whole, else from the
 * largest group (or the sum of the exclusive ones) to the sum of all, never more than there are.
 */
export function childrenRange(groups: readonly GroupCoverage[], counts: PlanCounts, union?: UnionCount): ChildrenRange {
  const children = groups.filter(({ group, coveredAtMost }) => familyOf(group) === 'child' && coveredAtMost > 0)
  if (children.length === 0) return { from: 0, to: 0 }
  if (union && children.every(whole)) {
    const exact = union(children.map(({ group }) => group))
    return { from: exact, to: exact }
  }
  const full = new Set(children.filter(whole).map(({ group }) => group))
  const exclusive = children.filter(({ group }) => EXCLUSIVE_GROUPS.includes(group)).reduce((sum, { covered }) => sum + covered, 0)
  const from = Math.max(exclusive, ...children.map(({ covered }) => covered))
  const sum = children
    .filter(({ group }) => !(WITHIN[group]?.some((outer) => full.has(outer)) ?? false))
    .reduce((total, { coveredAtMost }) => total + coveredAtMost, 0)
  return { from, to: Math.max(from, Math.min(sum, counts.get('under_five') ?? counts.get('targeted') ?? sum)) }
}
