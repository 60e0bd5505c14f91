import type { PlanCounts } from './caseload.ts'
import type { ChildrenRange } from './children-range.ts'
import { type GroupCoverage, planCoverage } from './coverage.ts'
import type { PlanFigures } from './figures.ts'
import { DIRECT_CLASSES } from './plan.ts'
import { bestReach, decisive, linesByGroup, type PersonTime, reaches } from './reach.ts'
import { familyOf, type TargetGroup } from './target-group.ts'

/** Who is in a group, by name: ids that mean the same child in every series. `undefined` where the list and the count do not agree, or there is none. */
export interface ChildLists {
  readonly membersOf: (group: TargetGroup) => ReadonlySet<string> | undefined
}

/** One side of a comparison: a plan as it stands, or as a scenario or version has it. */
export interface PeopleSide {
  readonly figures: PlanFigures
  readonly counts: PlanCounts
  readonly lists?: ChildLists | undefined
}

/** How many people: exact where `from` = `to`. */
export type PeopleRange = ChildrenRange

/** Help of one group on one side. People `reached` get at least a part of it. */
export interface GroupState {
  readonly total: number
  readonly stale: boolean
  readonly covered: number
  readonly coveredAtMost: number
  readonly partly: number
  readonly reached: number
  readonly units: number
  readonly neededUnits: number
  readonly unit: string
  readonly time: PersonTime | null
}

/**
 * A group before and after. `gained` and `lost` speak of help in full, `reachedGained` and `reachedLost` of any help at all; time is people ×
 * months (or days). Within a group the same people are taken to be served first, so a group never gains and loses at once unless lists by
 * name say so.
 */
export interface GroupChange {
  readonly group: TargetGroup
  readonly kind: 'direct' | 'incentive'
  readonly before: GroupState | null
  readonly after: GroupState | null
  readonly gained: PeopleRange
  readonly lost: PeopleRange
  readonly reachedGained: number
  readonly reachedLost: number
  /** null where neither side has time, or the two are in different units. */
  readonly time: { readonly unit: PersonTime['unit']; readonly before: number; readonly after: number; readonly gained: number; readonly lost: number } | null
}

/** Distinct children over all groups. `exact`: by name, or because both sides reach the same. */
export interface ChildrenChange {
  readonly before: ChildrenRange
  readonly after: ChildrenRange
  readonly gained: PeopleRange
  readonly lost: PeopleRange
  readonly exact: boolean
}

const ZERO: PeopleRange = { from: 0, to: 0 }

function directTimes(figures: PlanFigures): ReadonlyMap<TargetGroup, PersonTime | null> {
  const groups = linesByGroup(figures, ({ line }) => DIRECT_CLASSES.has(line.spendingClass))
  return new Map(groups.map(({ group, lines }) => [group, bestReach(reaches(decisive(lines)))?.time ?? null]))
}

function stateOf(coverage: GroupCoverage, time: PersonTime | null): GroupState {
  const { total, stale, covered, coveredAtMost, partly, units, neededUnits, unit } = coverage
  return { total, stale, covered, coveredAtMost, partly, reached: covered + partly, units, neededUnits, unit, time }
}

/** People who get an incentive, per group of cadres. */
function incentiveStates({ figures, counts }: PeopleSide): ReadonlyMap<TargetGroup, GroupState> {
  const states = new Map<TargetGroup, GroupState>()
  for (const { group, lines } of linesByGroup(figures, ({ line }) => line.spendingClass === 'cadre_incentive')) {
    const best = bestReach(reaches(lines))
    if (!best) continue
    const { covered, partly, units, neededUnits, unit, time } = best
    const count = counts.get(group)
    const most = Math.max(0, ...lines.map(({ need, line }) => (need.known ? (need.factors[line.quantities.findIndex((one) => 'driver' in one)] ?? 0) : 0)))
    states.set(group, { total: count ?? most, stale: count === undefined, covered, coveredAtMost: covered, partly, reached: covered + partly, units, neededUnits, unit, time })
  }
  return states
}

interface States {
  readonly direct: ReadonlyMap<TargetGroup, GroupState>
  readonly incentive: ReadonlyMap<TargetGroup, GroupState>
  readonly children: ChildrenRange
}

/** How a side helps each group: direct help, incentives, and the distinct children over all. */
export function peopleStates(side: PeopleSide): States {
  const { lists } = side
  const union = lists && ((groups: readonly TargetGroup[]) => {
    const members = groups.map((group) => lists.membersOf(group))
    return members.some((one) => one === undefined) ? null : new Set(members.flatMap((one) => [...(one ?? [])])).size
  })
  const coverage = planCoverage(side)
  const times = directTimes(side.figures)
  const reached = coverage.groups.filter(({ group, coveredAtMost }) => familyOf(group) === 'child' && coveredAtMost > 0)
  const exact = union && reached.length > 0 && reached.every(({ covered, total }) => covered >= total) ? union(reached.map(({ group }) => group)) : null
  return {
    direct: new Map(coverage.groups.map((one) => [one.group, stateOf(one, times.get(one.group) ?? null)])),
    incentive: incentiveStates(side),
    children: exact === null ? coverage.children : { from: exact, to: exact },
  }
}

/** The set of those who are covered in full, where it can be named: all of the group, or nobody. */
function coveredSet(state: GroupState | null, group: TargetGroup, lists: ChildLists | undefined): ReadonlySet<string> | undefined {
  if (!state || state.coveredAtMost === 0) return new Set()
  return state.covered >= state.total ? lists?.membersOf(group) : undefined
}

/** The same of those who get at least a part of the help. */
function reachedSet(state: GroupState | null, group: TargetGroup, lists: ChildLists | undefined): ReadonlySet<string> | undefined {
  if (!state || state.reached === 0) return new Set()
  return state.reached >= state.total ? lists?.membersOf(group) : undefined
}

function less(a: ReadonlySet<string>, b: ReadonlySet<string>): PeopleRange {
  const count = [...a].filter((id) => !b.has(id)).length
  return { from: count, to: count }
}

function lostOf(before: GroupState | null, after: GroupState | null): PeopleRange {
  const [a, b] = [before ?? { covered: 0, coveredAtMost: 0 }, after ?? { covered: 0, coveredAtMost: 0 }]
  if (a.covered === b.covered && a.coveredAtMost === b.coveredAtMost) return ZERO
  return { from: Math.max(0, a.covered - b.coveredAtMost), to: Math.max(0, a.coveredAtMost - b.covered) }
}

function timeOf(before: PersonTime | null, after: PersonTime | null): GroupChange['time'] {
  const unit = before?.unit ?? after?.unit
  if (unit === undefined || (before && after && before.unit !== after.unit)) return null
  const [a, b] = [before?.given ?? 0, after?.given ?? 0]
  return { unit, before: a, after: b, gained: Math.max(0, b - a), lost: Math.max(0, a - b) }
}

function changeOf(group: TargetGroup, kind: GroupChange['kind'], before: GroupState | null, after: GroupState | null, a: PeopleSide, b: PeopleSide): GroupChange {
  const named = kind === 'direct' && familyOf(group) === 'child'
  const [from, to] = named ? [coveredSet(before, group, a.lists), coveredSet(after, group, b.lists)] : [undefined, undefined]
  const [lost, gained] = from && to ? [less(from, to), less(to, from)] : [lostOf(before, after), lostOf(after, before)]
  const [helped, still] = named ? [reachedSet(before, group, a.lists), reachedSet(after, group, b.lists)] : [undefined, undefined]
  const [reachedLost, reachedGained] = helped && still
    ? [less(helped, still).to, less(still, helped).to]
    : [Math.max(0, (before?.reached ?? 0) - (after?.reached ?? 0)), Math.max(0, (after?.reached ?? 0) - (before?.reached ?? 0))]
  return {
    group, kind, before, after, gained, lost, reachedGained, reachedLost,
    time: timeOf(before?.time ?? null, after?.time ?? null),
  }
}

/** Everybody who is covered in full over all groups of children, by name; `undefined` where one group cannot be named. */
function allCovered(states: States, lists: ChildLists | undefined): ReadonlySet<string> | undefined {
  const all = new Set<string>()
  for (const [group, state] of states.direct) {
    if (familyOf(group) !== 'child') continue
    const members = coveredSet(state, group, lists)
    if (!members) return undefined
    for (const id of members) all.add(id)
  }
  return all
}

/** At most the sum over the groups, at least what the totals leave no way around. */
function lostChildren(before: ChildrenRange, after: ChildrenRange, lost: readonly PeopleRange[]): PeopleRange {
  const most = lost.reduce((sum, { to }) => sum + to, 0)
  const to = Math.min(before.to, Math.max(0, most))
  return { from: Math.min(to, Math.max(0, before.from - after.to)), to }
}

/** Who is helped before and after: every group of either side in the order of the families, direct help before incentives. */
export function comparePeople(a: PeopleSide, b: PeopleSide): { readonly groups: readonly GroupChange[]; readonly children: ChildrenChange } {
  const [before, after] = [peopleStates(a), peopleStates(b)]
  const keys = (kind: 'direct' | 'incentive') => [...new Set([...before[kind].keys(), ...after[kind].keys()])]
  const groups = (['direct', 'incentive'] as const).flatMap((kind) =>
    keys(kind).map((group) => changeOf(group, kind, before[kind].get(group) ?? null, after[kind].get(group) ?? null, a, b)))
  const [from, to] = [allCovered(before, a.lists), allCovered(after, b.lists)]
  if (from && to) return { groups, children: { before: before.children, after: after.children, lost: less(from, to), gained: less(to, from), exact: true } }
  const childGroups = groups.filter(({ group, kind }) => kind === 'direct' && familyOf(group) === 'child')
  const lost = lostChildren(before.children, after.children, childGroups.map((group) => group.lost))
  const gained = lostChildren(after.children, before.children, childGroups.map((group) => group.gained))
  return { groups, children: { before: before.children, after: after.children, lost, gained, exact: lost.from === lost.to && gained.from === gained.to } }
}
