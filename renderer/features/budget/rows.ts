import type { PlanLine } from '#shared/contract/plan.ts'
import type { Tier } from '#shared/domain/plan.ts'

/** Sums over some lines. An unknown need counts as 0 and is marked. */
export interface Figures {
  readonly need: number
  readonly known: boolean
  readonly funded: number
  readonly gap: number
  readonly bySource: Readonly<Record<string, number>>
}

export interface ActivityRows {
  readonly id: string
  readonly code: string | null
  readonly name: string
  readonly figures: Figures
  readonly lines: readonly PlanLine[]
}

export interface TierRows {
  readonly tier: Tier
  readonly activities: readonly ActivityRows[]
}

/** Lines of a plan as the budget shows them: by tier, then by activity, both in the order of the plan; tiers without lines are left out. */
export function budgetRows(lines: readonly PlanLine[]): TierRows[] {
  return ([1, 2, 3] as const).flatMap((tier) => {
    const activities = new Map<string, PlanLine[]>()
    for (const line of lines) {
      if (line.tier !== tier) continue
      const others = activities.get(line.activityId)
      if (others) others.push(line)
      else activities.set(line.activityId, [line])
    }
    return activities.size === 0 ? [] : [{ tier, activities: [...activities].map(([id, own]) => activityRows(id, own)) }]
  })
}

function activityRows(id: string, lines: readonly PlanLine[]): ActivityRows {
  return { id, code: lines[0]?.code ?? null, name: lines[0]?.activity ?? '', figures: totals(lines), lines }
}

/** Sum of need, funded, gap and of each source over the lines. */
export function totals(lines: readonly PlanLine[]): Figures {
  const bySource: Record<string, number> = {}
  for (const line of lines) {
    for (const [source, amount] of Object.entries(line.bySource)) bySource[source] = (bySource[source] ?? 0) + amount
  }
  const sum = (of: (line: PlanLine) => number) => lines.reduce((total, line) => total + of(line), 0)
  return {
    need: sum((line) => line.need ?? 0),
    known: lines.every((line) => line.need !== null),
    funded: sum((line) => line.funded),
    gap: sum((line) => line.gap),
    bySource,
  }
}
