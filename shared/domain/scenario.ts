import type { Strategy } from './allocation.ts'
import type { PlanCounts, SeriesChoice } from './caseload.ts'
import { cellKey, type Held } from './division.ts'
import { ceilingOf } from './figures.ts'
import type { InstanceInput } from './instance.ts'
import { FULL_BP, type Rupiah, shareOf, toRupiah } from './money.ts'
import { lineNeed } from './need.ts'
import { type Basis, type CostLine, type FundingSource, isDriven, type Plan, type SpendingClass } from './plan.ts'
import { keptCells, type LockOverride } from './scenario-locks.ts'
import { type CeilingPreset, presetCeiling, type PresetOptions, type PresetRefusal } from './scenario-presets.ts'
import type { RuleSet } from './rule.ts'
import type { TargetGroup } from './target-group.ts'

/** Another ceiling for one source: an amount, a change in basis points of the present one (−4000 = 40 % less), or a preset. */
export type CeilingOverride =
  | { readonly sourceId: string; readonly kind: 'amount'; readonly amount: Rupiah }
  | { readonly sourceId: string; readonly kind: 'percent'; readonly changeBp: number }
  | ({ readonly sourceId: string; readonly kind: 'preset'; readonly preset: CeilingPreset } & PresetOptions)

/** Prices changed by basis points, rounded half up to whole rupiah: of all lines, of some spending classes, or of named lines. The last that fits a line counts. */
export interface PriceOverride {
  readonly changeBp: number
  readonly spendingClasses?: readonly SpendingClass[] | undefined
  readonly lineIds?: readonly string[] | undefined
}

/** What must keep what the plan gives it: the units of lines and of the lines that follow a group, the money that sources pay where they pay it. */
export interface Protection {
  readonly lineIds: readonly string[]
  readonly sourceIds: readonly string[]
  readonly groups: readonly TargetGroup[]
}

/** Least coverage of a line in basis points; 0 takes the plan's own target away. */
export interface TargetOverride {
  readonly lineId: string
  readonly targetBp: number
}

/** What a scenario says differently from its plan; what it does not name stays as the plan has it. */
export interface Overrides {
  readonly ceilings: readonly CeilingOverride[]
  readonly series: SeriesChoice
  readonly prices: readonly PriceOverride[]
  readonly protect: Protection
  readonly targets: readonly TargetOverride[]
  readonly locks: readonly LockOverride[]
  readonly strategy: Strategy
}

export const NO_OVERRIDES: Overrides = {
  ceilings: [], series: {}, prices: [], protect: { lineIds: [], sourceIds: [], groups: [] }, targets: [], locks: [], strategy: 'tiered',
}

/** An override that says nothing about this plan, and why: what it names is gone, or a preset does not fit the source. */
export interface IgnoredOverride {
  readonly what: 'ceiling' | 'price' | 'line' | 'source' | 'group' | 'target' | 'lock' | 'series'
  readonly id: string
  readonly why: 'gone' | PresetRefusal
}

export interface ScenarioPlan {
  readonly plan: Plan
  readonly ignored: readonly IgnoredOverride[]
  /** Ceilings that a preset estimated, by source id, with what they rest on. */
  readonly estimates: ReadonlyMap<string, Basis>
  /** What only its protections hold: no target and no lock that anybody asked for. */
  readonly held: Held
}

/** amount × (1 + change), rounded half up; never below 0. */
export function changedBy(amount: Rupiah, changeBp: number): Rupiah {
  return shareOf(amount, Math.max(0, FULL_BP + changeBp))
}

/** The whole pagu whose regular part is exactly `ceiling`, nearest to a guess; the parts of neighbouring amounts differ by at most a rupiah. */
function totalFor(source: FundingSource, ceiling: Rupiah, guess: Rupiah, rules: RuleSet): Rupiah | null {
  for (const step of [0, -1, 1, -2, 2, -3, 3]) {
    const total = guess + step
    if (total >= 0 && ceilingOf({ ...source, total, ceiling: null }, rules).ceiling === ceiling) return total
  }
  return null
}

/**
 * The source with another spendable ceiling. A whole pagu that was typed goes along in proportion; where only it was typed it stays the only
 * figure, so that nothing deviates from it. Where it no longer fits it is left out, because two figures of one thing must not contradict.
 */
export function withCeiling(source: FundingSource, ceiling: Rupiah, rules: RuleSet): FundingSource {
  const now = ceilingOf(source, rules).ceiling
  if (now === ceiling) return source
  if (source.total === null || now === null || now === 0) return { ...source, ceiling, total: null }
  const guess = toRupiah((BigInt(source.total) * BigInt(ceiling) * 2n + BigInt(now)) / (2n * BigInt(now)))
  if (source.ceiling !== null) return { ...source, ceiling, total: guess }
  const total = totalFor(source, ceiling, guess, rules)
  return total === null ? { ...source, ceiling, total: null } : { ...source, total }
}

function changedSources(base: InstanceInput, overrides: Overrides, ignored: IgnoredOverride[], estimates: Map<string, Basis>): FundingSource[] {
  const { plan, figures, rules } = base
  const changed = new Map(plan.sources.map((source) => [source.id, source]))
  for (const override of overrides.ceilings) {
    const found = figures.sources.find(({ source }) => source.id === override.sourceId)
    if (!found) {
      ignored.push({ what: 'ceiling', id: override.sourceId, why: 'gone' })
      continue
    }
    const { source, ceiling: present } = found
    if (override.kind === 'amount') changed.set(source.id, withCeiling(source, override.amount, rules))
    else if (override.kind === 'percent') {
      if (present === null) ignored.push({ what: 'ceiling', id: source.id, why: 'no_ceiling' })
      else changed.set(source.id, withCeiling(source, changedBy(present, override.changeBp), rules))
    } else {
      const effect = presetCeiling(override.preset, found, base, override)
      if (!effect.applies) ignored.push({ what: 'ceiling', id: source.id, why: effect.why })
      else {
        changed.set(source.id, withCeiling(source, effect.ceiling, rules))
        if (effect.estimated) estimates.set(source.id, effect.basis)
      }
    }
  }
  return plan.sources.map((source) => changed.get(source.id) ?? source)
}

function priceChange(line: CostLine, prices: readonly PriceOverride[]): number | undefined {
  const fits = ({ spendingClasses, lineIds }: PriceOverride) =>
    (spendingClasses === undefined && lineIds === undefined) || (spendingClasses?.includes(line.spendingClass) ?? false) || (lineIds?.includes(line.id) ?? false)
  return prices.findLast(fits)?.changeBp
}

/** True where a line follows a group, directly. */
function follows(line: CostLine, groups: ReadonlySet<TargetGroup>): boolean {
  return line.quantities.some((quantity) => isDriven(quantity) && groups.has(quantity.driver))
}

/**
 * Coverage in basis points that asks for so many of N units, and never for more: exactly as many where N is at most 10.000.
 * Fewer than none or more than N are taken as 0 and N.
 */
export function targetFor(units: number, needed: number): number {
  if (needed === 0) return 0
  return Number((BigInt(Math.max(0, Math.min(units, needed))) * BigInt(FULL_BP)) / BigInt(needed))
}

/**
 * The plan with a scenario's overrides and no allocation but what is locked or protected: what its own allocation starts from. The base is
 * not changed and none of its unlocked cells is taken over. `counts` are those of the series that the scenario follows.
 *
 * Protected lines, and lines that follow a protected group, get as least coverage the units that the base pays, at most their new need;
 * a target that asks for more wins. What protected sources pay becomes locked. Overrides of locks speak of both, the plan's own and these.
 * @throws MoneyRangeError
 */
export function applyScenario(base: InstanceInput, overrides: Overrides, counts: PlanCounts): ScenarioPlan {
  const { plan, figures } = base
  const ignored: IgnoredOverride[] = []
  const estimates = new Map<string, Basis>()
  const sources = changedSources(base, overrides, ignored, estimates)
  const known = new Set(plan.lines.map(({ id }) => id))
  for (const id of overrides.protect.lineIds) if (!known.has(id)) ignored.push({ what: 'line', id, why: 'gone' })
  for (const { lineId } of overrides.targets) if (!known.has(lineId)) ignored.push({ what: 'target', id: lineId, why: 'gone' })
  for (const id of overrides.protect.sourceIds) if (!sources.some((source) => source.id === id)) ignored.push({ what: 'source', id, why: 'gone' })
  for (const id of overrides.prices.flatMap(({ lineIds }) => lineIds ?? [])) if (!known.has(id)) ignored.push({ what: 'price', id, why: 'gone' })
  const groups = new Set(overrides.protect.groups)
  for (const group of groups) if (!plan.lines.some((line) => follows(line, new Set([group])))) ignored.push({ what: 'group', id: group, why: 'gone' })
  const protectedLines = new Set(overrides.protect.lineIds)
  const protection = (line: CostLine): 'line' | TargetGroup | undefined => (protectedLines.has(line.id) ? 'line' : overrides.protect.groups.find((group) => follows(line, new Set([group]))))
  const heldLines: Held['lines'][number][] = []
  const targets = new Map(overrides.targets.map(({ lineId, targetBp }) => [lineId, targetBp]))
  const funded = new Map(figures.lines.map(({ line, fundedUnits }) => [line.id, fundedUnits]))
  const lines = plan.lines.map((line): CostLine => {
    const change = priceChange(line, overrides.prices)
    const priced = change === undefined ? line : { ...line, unitPrice: changedBy(line.unitPrice, change) }
    const own = targets.get(line.id) ?? line.coverageTargetBp ?? 0
    const need = lineNeed(priced, counts)
    const by = protection(line)
    const least = Math.max(own, by !== undefined && need.known ? targetFor(funded.get(line.id) ?? 0, need.units) : 0)
    if (by !== undefined && least > own) heldLines.push({ lineId: line.id, targetBp: least, by })
    return least === (line.coverageTargetBp ?? 0) ? priced : { ...priced, coverageTargetBp: least === 0 ? null : least }
  })
  const { cells, byProtection, known: lockable } = keptCells(base, lines, counts, { locks: overrides.locks, sourceIds: overrides.protect.sourceIds })
  for (const lock of overrides.locks) if (!lockable.has(cellKey(lock))) ignored.push({ what: 'lock', id: lock.lineId, why: 'gone' })
  return {
    plan: { ...plan, series: { ...plan.series, ...overrides.series }, sources, lines, cells }, ignored, estimates,
    held: { lines: heldLines, cells: byProtection.map(({ lineId, sourceId, units, amount }) => ({ lineId, sourceId, units, amount })) },
  }
}
