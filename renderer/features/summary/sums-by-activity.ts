import type { PlanLine } from '#shared/contract/plan.ts'

export interface ActivitySums {
  readonly id: string
  readonly name: string
  readonly need: number
  readonly funded: number
  readonly gap: number
}

/** Whole rupiah per activity, in the order of the lines. Lines whose need is not known, and activities without any need, are left out: a bar of nothing says nothing. */
export function sumsByActivity(lines: readonly PlanLine[]): ActivitySums[] {
  const sums = new Map<string, ActivitySums>()
  for (const { activityId, activity, need, funded, gap } of lines) {
    if (need === null || need === 0) continue
    const before = sums.get(activityId)
    sums.set(activityId, { id: activityId, name: activity, need: (before?.need ?? 0) + need, funded: (before?.funded ?? 0) + funded, gap: (before?.gap ?? 0) + gap })
  }
  return [...sums.values()]
}
