import { sourceAllowed } from '#shared/catalogue/sources.ts'
import type { AllocationCap, AllocationInstance, AllocationLine, AllocationLock, AllocationResult } from './allocation.ts'
import type { PlanCounts } from './caseload.ts'
import { EXCLUSIVE_GROUPS } from './children-range.ts'
import { eligibility } from './eligibility.ts'
import type { LineFigures, PlanFigures, SourceFigures } from './figures.ts'
import { sum } from './money.ts'
import { bundleKey, followsCount } from './need.ts'
import { type AllocationCell, DIRECT_CLASSES, isDriven, isMeantFor, type Plan } from './plan.ts'
import type { RuleSet } from './rule.ts'
import { committedInGroup, ruleBase, ruleBinds, shareLimit } from './rule-limits.ts'
import { groupHasLine } from './rules.ts'
import type { TargetGroup } from './target-group.ts'

/** A plan with what it sees and what follows from it. */
export interface InstanceInput {
  readonly plan: Plan
  readonly counts: PlanCounts
  readonly rules: RuleSet
  readonly figures: PlanFigures
}

/** Why a line takes no part: its count is unknown, or one unit of it costs nothing. */
export interface OmittedLine {
  readonly id: string
  readonly reason: 'unknown_need' | 'no_price'
}

export interface PlanInstance {
  readonly instance: AllocationInstance
  readonly omitted: readonly OmittedLine[]
  /** Verified rules that became caps; the rest of the rules are for the notes. */
  readonly capRules: readonly string[]
}

/** The disjoint groups that the strategy `children` counts: the exclusive ones; where no line follows them, the stunted alone. */
function countedGroups(lines: readonly LineFigures[]): ReadonlySet<TargetGroup> {
  const followed = new Set(
    lines.flatMap(({ line }) =>
      DIRECT_CLASSES.has(line.spendingClass) ? line.quantities.filter(isDriven).map(({ driver }) => driver) : [],
    ),
  )
  const exclusive = EXCLUSIVE_GROUPS.filter((group) => followed.has(group))
  return new Set(exclusive.length > 0 ? exclusive : ['stunted'])
}

/** Children that each direct line of a counted group reaches when it is bought whole; one line speaks for its bundle and for its group. */
function headsOf(lines: readonly LineFigures[]): ReadonlyMap<string, number> {
  const groups = countedGroups(lines)
  const heads = new Map<string, number>()
  const spoken = new Set<TargetGroup>()
  const food = lines.toSorted((a, b) => Number(b.line.spendingClass === 'food') - Number(a.line.spendingClass === 'food'))
  for (const { line, need } of food) {
    if (!need.known || !DIRECT_CLASSES.has(line.spendingClass)) continue
    const at = line.quantities.findIndex(isDriven)
    const driven = line.quantities[at]
    if (!driven || !isDriven(driven) || !groups.has(driven.driver) || spoken.has(driven.driver)) continue
    spoken.add(driven.driver)
    heads.set(line.id, need.factors[at] ?? 0)
  }
  return heads
}

function allocationLine(
  figures: LineFigures,
  sources: readonly SourceFigures[],
  plan: Plan,
  rules: RuleSet,
  heads: number | undefined,
): AllocationLine {
  const { line, activity, need, cells } = figures
  const locked = new Set(cells.filter((cell) => cell.locked).map((cell) => cell.sourceId))
  const mayPay = ({ source }: SourceFigures) =>
    sourceAllowed(source.code, plan.kind) &&
    isMeantFor(source, activity) &&
    eligibility(source.code, source.origin, activity, line, rules).proposable
  const usable = sources.filter((source) => locked.has(source.source.id) || mayPay(source))
  return {
    id: line.id,
    // lines that follow a count which is missing now may remember different figures: then they cannot be funded in the same units
    bundle: `${bundleKey(line, activity)}/${need.known ? need.units : 0}`,
    tier: activity.tier,
    weight: activity.weight,
    units: need.known ? need.units : 0,
    unitCost: need.known ? need.unitCost : 0,
    driven: followsCount(line),
    splittable: line.splittable,
    sources: usable.map(({ source }) => source.id),
    ...(line.coverageTargetBp === null ? {} : { targetBp: line.coverageTargetBp }),
    ...(heads === undefined ? {} : { heads }),
  }
}

/**
 * Caps from the year's verified rules. A maximum bounds the group; a minimum bounds everything else, so that the money that the group still
 * lacks is left for it: Σ outside ≤ available − max(0, required − committed in the group).
 */
function capsOf(
  { plan, rules, figures }: InstanceInput,
  lines: readonly LineFigures[],
  usable: (lineId: string, sourceId: string) => boolean,
): AllocationCap[] {
  const caps: AllocationCap[] = []
  for (const rule of rules.rules) {
    if (rule.severity !== 'error' || rule.kind === 'forbidden' || rule.kind === 'reserve') continue
    for (const source of figures.sources) {
      if (!ruleBinds(rule, source)) continue
      const { id } = source.source
      const base = ruleBase(rule, source)
      if (base === null && rule.kind !== 'max_amount') continue
      const inside = rule.kind !== 'min_share'
      const group = lines
        .filter(({ activity, line }) => groupHasLine(rule.group, activity, line) === inside && usable(line.id, id))
        .map(({ line }) => line.id)
      if (group.length === 0) continue
      const limit = rule.kind === 'max_amount' ? (rule.amount ?? 0) : shareLimit(rule, base ?? 0)
      const room = limit - committedInGroup(plan, id, rule)
      caps.push({ id: rule.id, source: id, lines: group, max: Math.max(0, inside ? room : source.available - Math.max(0, room)) })
    }
  }
  return caps
}

/**
 * The allocation problem of a plan (model §5): every line whose need is known and costs something, its bundle, the sources that may be
 * proposed for it, locks, caps of the verified rules and coverage targets. Lines are in plan order, sources in spending order.
 *
 * A locked cell stays, also where its source would not be proposed; money that is locked on a line that takes no part is taken off its source.
 * @throws MoneyRangeError
 */
export function allocationInstance(input: InstanceInput): PlanInstance {
  const { plan, rules, figures } = input
  const omitted: OmittedLine[] = []
  const taking: LineFigures[] = []
  for (const line of figures.lines) {
    if (!line.need.known) omitted.push({ id: line.line.id, reason: 'unknown_need' })
    else if (line.need.unitCost === 0) omitted.push({ id: line.line.id, reason: 'no_price' })
    else taking.push(line)
  }
  const position = new Map(plan.sources.map((source, index) => [source.id, index]))
  const sources = figures.sources.toSorted(
    (a, b) => a.source.spendingOrder - b.source.spendingOrder || (position.get(a.source.id) ?? 0) - (position.get(b.source.id) ?? 0),
  )
  const heads = headsOf(taking)
  const lines = taking.map((line) => allocationLine(line, sources, plan, rules, heads.get(line.line.id)))
  const eligible = new Map(lines.map((line) => [line.id, new Set(line.sources)]))
  const left = new Set(omitted.map(({ id }) => id))
  const heldBack = (sourceId: string) =>
    sum(
      figures.lines
        .filter(({ line }) => left.has(line.id))
        .flatMap(({ cells }) => cells.filter((cell) => cell.locked && cell.sourceId === sourceId).map((cell) => cell.amount)),
    )
  const locks: AllocationLock[] = taking.flatMap(({ line, cells }) =>
    cells.filter((cell) => cell.locked).map((cell) => ({ line: line.id, source: cell.sourceId, amount: cell.amount })),
  )
  const caps = capsOf(input, taking, (lineId, sourceId) => eligible.get(lineId)?.has(sourceId) ?? false)
  return {
    instance: {
      lines,
      sources: sources.map((source) => ({ id: source.source.id, available: Math.max(0, source.available - heldBack(source.source.id)) })),
      caps,
      locks,
    },
    omitted,
    capRules: [...new Set(caps.flatMap(({ id }) => id ?? []))],
  }
}

/**
 * The cells that a result stands for: whole units per source, or an amount for a splittable line. Locked cells stay as they are, also on lines
 * that took no part; every other cell of the plan is replaced. Cells are in plan order, within a line in the order of the sources.
 */
export function cellsFromResult(result: AllocationResult, { plan, figures }: Pick<InstanceInput, 'plan' | 'figures'>): AllocationCell[] {
  const outcomes = new Map(result.lines.map((line) => [line.id, line]))
  const locked = new Map(plan.cells.filter((cell) => cell.locked).map((cell) => [`${cell.lineId}/${cell.sourceId}`, cell]))
  const cells: AllocationCell[] = []
  for (const { line, need } of figures.lines) {
    const bySource = outcomes.get(line.id)?.bySource ?? {}
    const unitCost = need.known ? need.unitCost : 0
    for (const { id: sourceId } of plan.sources) {
      const kept = locked.get(`${line.id}/${sourceId}`)
      const amount = bySource[sourceId] ?? 0
      if (kept) cells.push(kept)
      else if (amount > 0 && line.splittable) cells.push({ lineId: line.id, sourceId, units: 0, amount, locked: false })
      else if (amount > 0 && unitCost > 0) cells.push({ lineId: line.id, sourceId, units: amount / unitCost, amount: null, locked: false })
    }
  }
  return cells
}
