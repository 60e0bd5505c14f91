import { peopleStates, type PeopleSide } from './compare-people.ts'
import { ratioBp, type Rupiah, sum } from './money.ts'
import type { Tier } from './plan.ts'
import type { TargetGroup } from './target-group.ts'

/** How a plan does with so much money, or with other counts. */
export interface Outcome {
  readonly need: Rupiah
  readonly funded: Rupiah
  /** null where nothing is needed. */
  readonly coverageBp: number | null
  readonly tiers: readonly { readonly tier: Tier; readonly need: Rupiah; readonly funded: Rupiah; readonly coverageBp: number | null }[]
  /** People of each group who get any help, who get all of it, and people × time where the help has time. */
  readonly groups: readonly {
    readonly group: TargetGroup; readonly kind: 'direct' | 'incentive'; readonly total: number; readonly reached: number; readonly covered: number
    readonly time: { readonly unit: 'month' | 'day'; readonly given: number; readonly needed: number } | null
  }[]
}

/** What a plan reaches, tier by tier and group by group. */
export function outcomeOf(side: PeopleSide): Outcome {
  const { figures } = side
  const tiers = ([1, 2, 3] as const).flatMap((tier) => {
    const lines = figures.lines.filter(({ activity }) => activity.tier === tier)
    if (lines.length === 0) return []
    const [need, funded] = [sum(lines.map(({ needed }) => needed)), sum(lines.map((line) => line.funded))]
    return [{ tier, need, funded, coverageBp: ratioBp(funded, need) }]
  })
  const states = peopleStates(side)
  const groups = (['direct', 'incentive'] as const).flatMap((kind) => [...states[kind]].map(([group, { total, reached, covered, time }]) => ({ group, kind, total, reached, covered, time })))
  return { need: figures.need, funded: figures.funded, coverageBp: ratioBp(figures.funded, figures.need), tiers, groups }
}

/**
 * Something that falls between two points of a curve: full → less (`cut`), something → nothing (`gone`), or one more loss of a cadre's months or
 * of people who have all of the help (`less`). conflict: from there on locks and targets can no longer hold.
 */
export interface DropOut {
  readonly kind: 'tier' | 'group' | 'cadre' | 'conflict'
  readonly what: 'cut' | 'gone' | 'less'
  readonly tier: Tier | null
  readonly group: TargetGroup | null
  /** It still holds at `from`, no longer at `to`; both are changes of the money in basis points. */
  readonly from: number
  readonly to: number
  /** Rupiah of a tier, people of a group, people × months of cadres. */
  readonly before: number
  readonly after: number
}

export interface CurvePoint {
  readonly changeBp: number
  /** null: nothing holds together with so little money. */
  readonly outcome: Outcome | null
}

type Drop = Omit<DropOut, 'from' | 'to'>

function tierDrops(more: Outcome, less: Outcome): Drop[] {
  return more.tiers.flatMap(({ tier, need, funded }): Drop[] => {
    const after = less.tiers.find((one) => one.tier === tier)?.funded ?? 0
    const drop = (what: Drop['what']): Drop => ({ kind: 'tier', what, tier, group: null, before: funded, after })
    if (funded > 0 && after === 0) return [drop('gone')]
    return funded >= need && after < need ? [drop('cut')] : []
  })
}

function groupDrops(more: Outcome, less: Outcome): Drop[] {
  return more.groups.flatMap(({ group, kind, total, covered, reached, time }): Drop[] => {
    const after = less.groups.find((one) => one.group === group && one.kind === kind)
    const fields = { tier: null, group } as const
    if (kind === 'incentive') {
      const [before, now] = [time?.given ?? reached, after?.time?.given ?? after?.reached ?? 0]
      return now >= before ? [] : [{ kind: 'cadre', what: now === 0 ? 'gone' : before >= (time?.needed ?? before) ? 'cut' : 'less', ...fields, before, after: now }]
    }
    if (reached > 0 && (after?.reached ?? 0) === 0) return [{ kind: 'group', what: 'gone', ...fields, before: reached, after: 0 }]
    const now = after?.covered ?? 0
    return now < covered ? [{ kind: 'group', what: covered >= total ? 'cut' : 'less', ...fields, before: covered, after: now }] : []
  })
}

/** Where a tier, a group or months of the cadres drop out as the money falls, or the plan can no longer hold: between which two points, most money first. */
export function dropOuts(points: readonly CurvePoint[]): DropOut[] {
  const ordered = points.toSorted((a, b) => b.changeBp - a.changeBp)
  return ordered.flatMap((more, index) => {
    const less = ordered[index + 1]
    if (!less || !more.outcome) return []
    const drops: Drop[] = less.outcome
      ? [...tierDrops(more.outcome, less.outcome), ...groupDrops(more.outcome, less.outcome)]
      : [{ kind: 'conflict', what: 'gone', tier: null, group: null, before: more.outcome.funded, after: 0 }]
    return drops.map((drop) => ({ ...drop, from: more.changeBp, to: less.changeBp }))
  })
}

/** Changes in basis points from one end to the other, both included, evenly, ascending, each once; the inner one next to 0 is 0 where the range holds it. */
export function curveChanges(from: number, to: number, points: number): number[] {
  const steps = Math.max(1, points - 1)
  const even = Array.from({ length: points }, (_, index) => Math.round(from + ((to - from) * index) / steps))
  const inner = even.slice(1, -1)
  const nearest = inner.reduce((best, value) => (Math.abs(value) < Math.abs(best) ? value : best), inner[0] ?? 0)
  const withZero = from < 0 && to > 0 && inner.length > 0 ? [from, ...inner.map((value) => (value === nearest ? 0 : value)), to] : even
  return [...new Set(withZero)].toSorted((a, b) => a - b)
}

/** The order in which points are worth reckoning: the ends and what is nearest to 0, then always the middle of the widest gap. Indexes of an ascending list. */
export function coarseFirst(changes: readonly number[]): number[] {
  if (changes.length === 0) return []
  const start = changes.reduce((best, value, index) => (Math.abs(value) < Math.abs(changes[best] ?? 0) ? index : best), 0)
  const order = [...new Set([start, 0, changes.length - 1])]
  const done = new Set(order)
  while (order.length < changes.length) {
    const sorted = [...done].toSorted((a, b) => a - b)
    let widest: [number, number] = [0, 0]
    for (const [at, index] of sorted.entries()) {
      const next = sorted[at + 1]
      if (next !== undefined && next - index > widest[1] - widest[0]) widest = [index, next]
    }
    const middle = Math.floor((widest[0] + widest[1]) / 2)
    order.push(middle)
    done.add(middle)
  }
  return order
}
