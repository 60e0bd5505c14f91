import type { InferContractRouterOutputs } from '@orpc/contract'
import type { contract } from '#shared/contract/index.ts'

/** The plan (first) and the scenarios beside it; `comparisons` has one for each scenario, in their order. */
export type CompareReport = InferContractRouterOutputs<typeof contract>['scenario']['compare']

/** True where a variant has figures of its own to show: the plan, and a scenario that was allocated and is not known to be impossible now. */
export function isKnown(report: CompareReport, index: number): boolean {
  const variant = report.variants[index]
  return variant !== undefined && (variant.id === null || (variant.allocation !== null && !variant.impossible))
}
