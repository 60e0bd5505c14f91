import { z } from 'zod'
import type { AllocationInstance, InstanceStrategy } from '#shared/domain/allocation.ts'
import { type InstanceProblem, instanceProblem } from '#shared/domain/allocation-instance.ts'

const count = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER)
const id = z.string().min(1)
const rank = z.union([z.literal(1), z.literal(2), z.literal(3)])

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

/** Reads parsed JSON as an instance: the shape first, then what its ids and numbers mean for the strategy. Reports the first problem with its JSON path. */
export function readInstance(data: unknown, strategy: InstanceStrategy = 'tiered'): InstanceReading {
  const parsed = allocationInstance.safeParse(data)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return { ok: false, problem: { path: pathOf(issue?.path ?? []), expected: issue?.message ?? 'an instance' } }
  }
  const problem = instanceProblem(parsed.data, strategy)
  return problem === null ? { ok: true, instance: parsed.data } : { ok: false, problem }
}
