import { AppError } from '#core/app-error.ts'
import { readInstance } from '#shared/contract/allocation-instance.ts'
import type { AllocationInstance, InstanceStrategy } from '#shared/domain/allocation.ts'

/** Parsed JSON as a valid instance for the strategy. @throws AppError instance_invalid with the JSON path of the first problem and what is expected there */
export function parseAllocationInstance(data: unknown, strategy: InstanceStrategy = 'tiered'): AllocationInstance {
  const reading = readInstance(data, strategy)
  if (!reading.ok) throw new AppError('instance_invalid', { ...reading.problem })
  return reading.instance
}
