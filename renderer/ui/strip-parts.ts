import type { PlanLine } from '#shared/contract/plan.ts'
import { hrefOf } from './route.ts'

export interface StripPart {
  readonly key: string
  readonly name: string
  readonly href: string | undefined
  readonly amount: number
}

/** Sums of an amount by activity, in plan order; activities without any are left out. */
export function byActivity(lines: readonly PlanLine[], pick: (line: PlanLine) => number): StripPart[] {
  const parts = new Map<string, StripPart>()
  for (const line of lines) {
    const before = parts.get(line.activityId)
    parts.set(line.activityId, { key: line.activityId, name: line.activity, href: before?.href ?? hrefOf('anggaran', line.id), amount: (before?.amount ?? 0) + pick(line) })
  }
  return [...parts.values()].filter((part) => part.amount > 0)
}
