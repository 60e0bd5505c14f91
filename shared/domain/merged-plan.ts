import type { PlanFigures } from './figures.ts'
import type { InstanceInput } from './instance.ts'
import { sum } from './money.ts'
import type { Plan } from './plan.ts'

/** Where an activity of a place is, seen from outside: what only says that it is the village or the ward is told by its name. */
function locationIn(place: string, location: string): string {
  if (location === '') return place
  return location === 'Kelurahan' || location === 'Desa' ? `${location} ${place}` : `${place}, ${location}`
}

/** A plan under another's roof: every id begins with `prefix`, so that two plans never share one, and each activity says where it is. */
export function underRoof({ plan, figures, counts, rules }: InstanceInput, prefix: string, place: string): InstanceInput {
  const as = (id: string) => `${prefix}/${id}`
  const activity = (one: Plan['activities'][number]) => ({ ...one, id: as(one.id), location: locationIn(place, one.location) })
  const line = (one: Plan['lines'][number]) => ({ ...one, id: as(one.id), activityId: as(one.activityId) })
  const source = (one: Plan['sources'][number]) => ({ ...one, id: as(one.id) })
  return {
    counts, rules,
    plan: {
      ...plan, activities: plan.activities.map(activity), lines: plan.lines.map(line), sources: plan.sources.map(source),
      commitments: plan.commitments.map((one) => ({ ...one, sourceId: as(one.sourceId) })), cells: plan.cells.map((one) => ({ ...one, lineId: as(one.lineId), sourceId: as(one.sourceId) })),
    },
    figures: {
      ...figures,
      lines: figures.lines.map((one) => ({ ...one, line: line(one.line), activity: activity(one.activity), cells: one.cells.map((cell) => ({ ...cell, sourceId: as(cell.sourceId) })) })),
      sources: figures.sources.map((one) => ({ ...one, source: source(one.source) })),
      shareBySource: new Map([...figures.shareBySource].map(([id, share]) => [as(id), share])), shareByActivity: new Map([...figures.shareByActivity].map(([id, share]) => [as(id), share])),
    },
  }
}

/** The first plan with the activities of the others after its own; each keeps the figures that it had with its own counts. */
export function mergeViews(first: InstanceInput, others: readonly InstanceInput[]): InstanceInput {
  const all = [first, ...others]
  const figures: PlanFigures = {
    ...first.figures, lines: all.flatMap((view) => view.figures.lines), sources: all.flatMap((view) => view.figures.sources),
    need: sum(all.map((view) => view.figures.need)), funded: sum(all.map((view) => view.figures.funded)), gap: sum(all.map((view) => view.figures.gap)),
    shareBySource: new Map(all.flatMap((view) => [...view.figures.shareBySource])), shareByActivity: new Map(all.flatMap((view) => [...view.figures.shareByActivity])),
  }
  const plan: Plan = {
    ...first.plan, activities: all.flatMap((view) => view.plan.activities), lines: all.flatMap((view) => view.plan.lines), sources: all.flatMap((view) => view.plan.sources),
    commitments: all.flatMap((view) => view.plan.commitments), cells: all.flatMap((view) => view.plan.cells),
  }
  return { ...first, plan, figures }
}
