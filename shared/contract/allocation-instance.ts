import { z } from 'zod'
import type { AllocationInstance, InstanceStrategy } from '#shared/domain/allocation.ts'
import { type InstanceProblem, instanceProblem } from '#shared/domain/allocation-instance.ts'

const count = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER)
const id = z.string().min(1)
const rank = z.literal([1, 2, 3])

/** A bare instance as `model DATA.json` takes it. `sources` of a line are its eligible sources; a cap bounds what a source pays for a group of lines. */
export const allocationInstance = z.strictObject({
  lines: z.array(z.strictObject({
    id,
    bundle: id.optional(),
    tier: rank,
    weight: rank,
    units: count,
    unitCost: count,
    driven: z.boolean(),
    splittable: z.boolean().optional(),
    sources: z.array(id),
    targetBp: z.number().int().min(0).max(10_000).optional(),
    heads: count.optional(),
    village: id.optional(),
  })),
  sources: z.array(z.strictObject({ id, available: z.number().int().min(Number.MIN_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER) })),
  caps: z.array(z.strictObject({ id: id.optional(), source: id, lines: z.array(id), max: count })).default([]),
  locks: z.array(z.strictObject({ line: id, source: id, amount: count })).default([]),
})

export type InstanceReading =
  | { readonly ok: true; readonly instance: AllocationInstance }
  | { readonly ok: false; readonly problem: InstanceProblem }

function pathOf(parts: readonly PropertyKey[]): string {
  return parts.reduce<string>((path, part) => (typeof part === 'number' ? `${path}[${part}]` : path === '' ? String(part) : `${path}.${String(part)}`), '') || '$'
}

/** The first thing in which the shape is not an instance's; what is expected as a key of the texts `expected`, or as JSON calls it. */
function shapeProblem([issue]: readonly z.core.$ZodIssue[]): InstanceProblem {
  const path = issue?.path ?? []
  if (issue?.code === 'unrecognized_keys') return { path: pathOf([...path, issue.keys[0] ?? '']), expected: 'not_a_key' }
  if (issue?.code === 'invalid_type') return { path: pathOf(path), expected: issue.expected }
  if (issue?.code === 'invalid_value') return { path: pathOf(path), expected: 'rank' }
  if (issue?.code === 'too_small') return { path: pathOf(path), expected: `≥ ${issue.minimum}` }
  return { path: pathOf(path), expected: issue?.code === 'too_big' ? `≤ ${issue.maximum}` : '…' }
}

/** Reads parsed JSON as an instance: the shape first, then what its ids and numbers mean for the strategy. Reports the first problem with its JSON path. */
export function readInstance(data: unknown, strategy: InstanceStrategy = 'tiered'): InstanceReading {
  const parsed = allocationInstance.safeParse(data)
  if (!parsed.success) {
    return { ok: false, problem: shapeProblem(parsed.error.issues) }
  }
  const problem = instanceProblem(parsed.data, strategy)
  return problem === null ? { ok: true, instance: parsed.data } : { ok: false, problem }
}
