import type { InferContractRouterOutputs } from '@orpc/contract'
import type { contract } from '#shared/contract/index.ts'
import { familyOf } from '#shared/domain/target-group.ts'
import type { ComparisonReport } from './types.ts'

/** The plan (first) and the scenarios beside it; `comparisons` has one for each scenario, in their order. */
export type CompareReport = InferContractRouterOutputs<typeof contract>['scenario']['compare']

/** True where a group has fewer people by another count and all who are counted still have all of the help: nobody of them lost it. */
export function isOnlyCountedLess({ before, after, lost, reachedLost }: ComparisonReport['groups'][number]): boolean {
  const less = (before?.total ?? 0) - (after?.total ?? 0)
  return after !== null && less > 0 && after.covered >= after.total && lost.to <= less && reachedLost <= less
}

/** True where a variant has figures of its own to show: the plan, and a scenario that was allocated and is not known to be impossible now. */
export function isKnown(report: CompareReport, index: number): boolean {
  const variant = report.variants[index]
  return variant !== undefined && (variant.id === null || (variant.allocation !== null && !variant.impossible))
}

/** True where some children are helped no more only because they are not counted any more. */
export function childrenOnlyCountedLess({ groups }: Pick<ComparisonReport, 'groups'>): boolean {
  const losing = groups.filter((group) => group.kind === 'direct' && familyOf(group.group) === 'child' && group.lost.to > 0)
  return losing.length > 0 && losing.every(isOnlyCountedLess)
}
