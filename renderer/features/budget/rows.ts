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

interface RowBase {
  /** Stays the same while the row does, whatever moves around it. */
  readonly key: string
  readonly figures: Figures
}

/** A row of the grid in sight. `line` is the cost line whose cells the row edits: its own, or the only one of an activity. */
export type GridRow =
  | RowBase & { readonly kind: 'tier'; readonly level: 1; readonly tier: Tier; readonly open: boolean; readonly activities: number }
  | RowBase & { readonly kind: 'activity'; readonly level: 2; readonly activity: ActivityRows; readonly line: PlanLine | undefined; readonly open: boolean | null }
  | RowBase & { readonly kind: 'line'; readonly level: 3; readonly activity: ActivityRows; readonly line: PlanLine; readonly open: null }

/** The rows in sight, from above: tiers, their activities, and the lines of activities that have several; `closed` holds keys of rows that are folded. */
export function gridRows(lines: readonly PlanLine[], closed: ReadonlySet<string>): GridRow[] {
  return budgetRows(lines).flatMap(({ tier, activities }): GridRow[] => {
    const key = `tier-${tier}`
    const open = !closed.has(key)
    const head: GridRow = { key, kind: 'tier', level: 1, tier, open, activities: activities.length, figures: totals(activities.flatMap((activity) => activity.lines)) }
    return [head, ...(open ? activities.flatMap((activity) => activityGridRows(activity, closed)) : [])]
  })
}

function activityGridRows(activity: ActivityRows, closed: ReadonlySet<string>): GridRow[] {
  const [first, second] = activity.lines
  if (first && !second) return [{ key: activity.id, kind: 'activity', level: 2, activity, line: first, open: null, figures: activity.figures }]
  const open = !closed.has(activity.id)
  const head: GridRow = { key: activity.id, kind: 'activity', level: 2, activity, line: undefined, open, figures: activity.figures }
  return [head, ...(open ? activity.lines.map((line): GridRow => ({ key: line.id, kind: 'line', level: 3, activity, line, open: null, figures: totals([line]) })) : [])]
}

/** Figures follow from the lines, so lines that are the same objects need no look at them. */
function same(a: GridRow, b: GridRow): boolean {
  if (a.open !== b.open || a.kind !== b.kind) return false
  if (a.kind === 'tier' || b.kind === 'tier') return a.kind === 'tier' && b.kind === 'tier' && a.activities === b.activities && JSON.stringify(a.figures) === JSON.stringify(b.figures)
  return a.line === b.line && a.activity.lines.length === b.activity.lines.length && a.activity.lines.every((line, index) => line === b.activity.lines[index])
}

/** Rows that show what they showed before stay the same objects, so that only changed rows are drawn again. */
export function reuseRows(before: readonly GridRow[], after: readonly GridRow[]): GridRow[] {
  const known = new Map(before.map((row) => [row.key, row]))
  return after.map((row) => {
    const old = known.get(row.key)
    return old && same(old, row) ? old : row
  })
}
