import { compareAll, type MoneyTotals, type PlanSide } from './compare.ts'
import type { GroupState } from './compare-people.ts'
import type { LineFigures } from './figures.ts'
import { beforeFamilies, groupOf, helpLines, type ShownCount, shownCount, spokenSource } from './meeting.ts'
import { type Rupiah, sum } from './money.ts'
import { bundleKey } from './need.ts'
import { DIRECT_CLASSES, isDriven } from './plan.ts'
import { timeUnit } from './reach.ts'
import type { TargetGroup } from './target-group.ts'

/** How a group fares. Months (days) stand beside the people only where the help is cut by them; null where it is not. */
export interface EffectReach {
  readonly reached: ShownCount
  readonly total: ShownCount
  readonly time: { readonly given: number; readonly needed: number; readonly unit: string } | null
}

/** What a choice does, as it may be shown on a wall: no name, no count of people below five. */
export interface MeetingEffect {
  readonly people: readonly { readonly group: TargetGroup; readonly kind: 'direct' | 'incentive'; readonly before: EffectReach | null; readonly after: EffectReach | null; readonly change: 'same' | 'better' | 'worse' }[]
  /** Other helps that get more or fewer units; the one that is decided on is not among them. */
  readonly helps: readonly { readonly line: string; readonly name: string; readonly unit: string; readonly before: ShownCount; readonly after: ShownCount; readonly needed: ShownCount; readonly change: 'better' | 'worse' }[]
  readonly sources: readonly { readonly code: string; readonly label: string; readonly name: string; readonly before: Rupiah; readonly after: Rupiah; readonly available: Rupiah; readonly left: Rupiah; readonly onBudget: boolean }[]
  readonly totals: { readonly before: MoneyTotals & { readonly directBp: number | null }; readonly after: MoneyTotals & { readonly directBp: number | null } }
  /** The help that is decided on: units and money that it gets, and from whom. null where it is about no help. */
  readonly own: { readonly units: number; readonly funded: Rupiah; readonly bySource: readonly { readonly label: string; readonly amount: Rupiah }[] } | null
}

function reachOf(state: GroupState | null, group: TargetGroup): EffectReach | null {
  if (!state) return null
  const cutByTime = timeUnit(state.unit) !== null
  return { reached: shownCount(state.reached, group), total: shownCount(state.total, group), time: cutByTime ? { given: state.units, needed: state.neededUnits, unit: state.unit } : null }
}

function changeOf(before: GroupState | null, after: GroupState | null): 'same' | 'better' | 'worse' {
  const weigh = (state: GroupState | null) => (state ? [state.reached, state.covered, state.units] : [0, 0, 0])
  const [a, b] = [weigh(before), weigh(after)]
  const at = a.findIndex((value, index) => value !== b[index])
  return at < 0 ? 'same' : (b[at] ?? 0) > (a[at] ?? 0) ? 'better' : 'worse'
}

/** Units of a help are heads where a count of people cuts it: then they are hidden as people are. */
function unitsOf({ line }: LineFigures, units: number): ShownCount {
  const cut = line.cutBy === null ? undefined : line.quantities[line.cutBy]
  return cut && isDriven(cut) ? shownCount(units, cut.driver) : units
}

/** Direct help and incentives of a group show in its own row. */
function isTold({ line }: LineFigures, told: ReadonlySet<TargetGroup>): boolean {
  const group = groupOf(line)
  return group !== undefined && told.has(group) && (DIRECT_CLASSES.has(line.spendingClass) || line.spendingClass === 'cadre_incentive')
}

function changedHelps(before: PlanSide, after: PlanSide, own: ReadonlySet<string>, told: ReadonlySet<TargetGroup>): MeetingEffect['helps'] {
  const known = new Map(before.figures.lines.map((line) => [line.line.id, line]))
  const seen = new Set<string>()
  return after.figures.lines.flatMap((now): MeetingEffect['helps'] => {
    const was = known.get(now.line.id)
    const key = bundleKey(now.line, now.activity)
    if (!was || own.has(now.line.id) || was.fundedUnits === now.fundedUnits || seen.has(key) || isTold(now, told)) return []
    seen.add(key)
    const { line } = now
    const unit = line.cutBy === null ? '' : (line.quantities[line.cutBy]?.unit ?? '')
    return [{
      line: line.id, name: beforeFamilies(now.activity.name), unit, before: unitsOf(was, was.fundedUnits), after: unitsOf(now, now.fundedUnits),
      needed: unitsOf(now, now.need.known ? now.need.units : 0), change: now.fundedUnits > was.fundedUnits ? 'better' : 'worse',
    }]
  })
}

/** What differs between the plan as it stands and as a choice would have it. `line`: the help that is decided on. */
export function meetingEffect(before: PlanSide, after: PlanSide, line: string | null): MeetingEffect {
  const found = compareAll(before, after)
  const own = line === null ? [] : helpLines(after, line)
  const labels = new Map(after.plan.sources.map((source) => [source.id, spokenSource(source)]))
  const paid = Map.groupBy(own.flatMap(({ cells }) => cells.filter(({ amount }) => amount > 0)), ({ sourceId }) => labels.get(sourceId) ?? sourceId)
  const codes = new Map(after.plan.sources.map(({ id, code, onBudget }) => [id, { code, onBudget }]))
  return {
    people: found.groups.filter(({ group }) => group !== 'posyandu').map(({ group, kind, before: was, after: now }) => ({ group, kind, before: reachOf(was, group), after: reachOf(now, group), change: changeOf(was, now) })),
    helps: changedHelps(before, after, new Set(own.map((one) => one.line.id)), new Set(found.groups.map(({ group }) => group).filter((group) => group !== 'posyandu'))),
    sources: found.sources.flatMap(({ id, label, name, before: was, after: now }) => {
      const available = now?.available ?? 0
      if (available === 0 && (was?.spent ?? 0) === 0 && (now?.spent ?? 0) === 0) return []
      return [{ code: codes.get(id)?.code ?? label, label: labels.get(id) ?? label, name, before: was?.spent ?? 0, after: now?.spent ?? 0, available, left: now?.left ?? 0, onBudget: codes.get(id)?.onBudget ?? true }]
    }),
    totals: {
      before: { ...found.totals.before, directBp: before.figures.shareOfFunded.bp },
      after: { ...found.totals.after, directBp: after.figures.shareOfFunded.bp },
    },
    own: own.length === 0 ? null : {
      units: Math.min(...own.map(({ fundedUnits }) => fundedUnits)), funded: sum(own.map(({ funded }) => funded)),
      bySource: [...paid].map(([label, cells]) => ({ label, amount: sum(cells.map(({ amount }) => amount)) })),
    },
  }
}

/** The group whose people the help's units are, where it is cut by heads. */
export function headsGroup({ line }: Pick<LineFigures, 'line'>): TargetGroup | undefined {
  const cut = line.cutBy === null ? undefined : line.quantities[line.cutBy]
  return cut && isDriven(cut) ? cut.driver : undefined
}

/** People that a help counts; `undefined` where it follows no group or nothing is known. */
export function peopleOf({ line, need }: LineFigures): number | undefined {
  const at = line.quantities.findIndex(isDriven)
  return at >= 0 && need.known && groupOf(line) !== undefined ? need.factors[at] : undefined
}
