import type { AllocationReport } from '#shared/contract/allocation.ts'
import { parseAllocationInstance } from '../solver/read-instance.ts'
import type { InstanceStrategy } from '#shared/domain/allocation.ts'
import { AppError } from '../app-error.ts'
import { runAllocation } from '../solver/run.ts'

/** Solves a bare instance, without a workspace, and answers as an allocation of a plan does. @throws AppError instance_invalid */
export async function solveInstance(text: string, options: { readonly strategy: InstanceStrategy; readonly signal: AbortSignal }): Promise<AllocationReport> {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    throw new AppError('instance_invalid', { path: '$', expected: 'json' })
  }
  const instance = parseAllocationInstance(data, options.strategy)
  const result = await runAllocation(instance, options)
  const outcomes = new Map(result.lines.map((line) => [line.id, line]))
  return {
    status: result.status, gap: result.gap,
    tiers: result.tiers.map(({ tier, lowestCoverage, coverageSum, aside }) => ({ tier, lowestCoverage, coverageSum, aside: [...aside] })),
    lines: instance.lines.map((line) => {
      const outcome = outcomes.get(line.id)
      return {
        id: line.id, description: line.id, tier: line.tier, units: line.units, fundedUnits: outcome?.fundedUnits ?? 0, unitCost: line.unitCost, funded: outcome?.funded ?? 0,
        bySource: { ...outcome?.bySource },
      }
    }),
    sources: result.sources.map((source) => ({
      code: source.id, ceiling: source.available, available: source.available, spent: source.spent, left: source.left, reason: source.reason, next: source.next,
    })),
    conflict: result.conflict.map((part) => ({ ...part })), findings: [],
    ...(result.equal === undefined ? {} : {
      equal: {
        lowestCoverage: result.equal.lowestCoverage, aside: [...result.equal.aside],
        villages: result.equal.villages.map(({ village, coverage }) => ({ village, coverage })), steps: result.equal.steps.map((step) => ({ ...step })),
      },
    }),
  }
}
