import { SOURCES, sourceOf } from '#shared/catalogue/sources.ts'
import { eligibility } from './eligibility.ts'
import type { LineFigures, PlanFigures } from './figures.ts'
import { type Rupiah, sum } from './money.ts'
import { bundleKey } from './need.ts'
import { type Activity, isMeantFor, type Plan, type SourceCode } from './plan.ts'
import type { RuleSet } from './rule.ts'

/** A source of the plan that has money left and may pay what is missing. */
export interface Closer {
  /** Short name; a carry-over goes by its label. */
  readonly name: string
  readonly left: Rupiah
  /** Whole units that the money left would buy, at most those that are missing. */
  readonly units: number
}

/** Help that is not paid in full: lines of an activity that are bought together count as one. */
export interface Gap {
  /** First line of the bundle: where the grid shows it. */
  readonly lineId: string
  readonly name: string
  readonly tier: 1 | 2 | 3
  readonly gap: Rupiah
  /** Units that are missing, of how many; null where nothing is cut into units. */
  readonly missing: number
  readonly units: number
  /** `set`, `bulan`; empty where the help is bought whole. */
  readonly unit: string
  readonly unitCost: Rupiah
  /** Most money first. */
  readonly closers: readonly Closer[]
  /** Sources of the government's money in the plan that may pay it and whose ceiling nobody has entered yet. */
  readonly unfilled: readonly string[]
  /** Short names of partners who usually pay such help and of whom the plan has none, in spending order. */
  readonly partners: readonly string[]
}

function labelOf(lines: readonly LineFigures[], activity: Activity, all: number): string {
  const [only] = lines
  if (lines.length > 1 || all === 1 || only === undefined || only.line.description === activity.name) return activity.name
  return `${activity.name}: ${only.line.description}`
}

interface Whose {
  readonly plan: Plan
  readonly figures: PlanFigures
  readonly rules: RuleSet
}

function gapOf(lines: readonly LineFigures[], { plan, figures, rules }: Whose): Gap | undefined {
  const [first] = lines
  if (!first) return undefined
  const { activity, line } = first
  const known = lines.flatMap((one) => (one.need.known ? [{ ...one, need: one.need }] : []))
  const unitCost = sum(known.map(({ need }) => need.unitCost))
  const units = Math.max(0, ...known.map(({ need }) => need.units))
  const may = (code: SourceCode) => lines.every((one) => eligibility(code, 'current', activity, one.line, rules).proposable)
  const missing = units - Math.min(units, ...lines.map((one) => one.fundedUnits))
  const payers = figures.sources.filter(({ source }) => isMeantFor(source, activity) && may(source.code))
  const shortName = (source: Plan['sources'][number]) => source.origin === 'carry_over' ? source.label : sourceOf(source.code).short
  const closers = payers
    .filter(({ left }) => left > 0)
    .map(({ source, left }) => ({ name: shortName(source), left, units: unitCost > 0 ? Math.min(Math.max(1, missing), Math.floor(left / unitCost)) : 0 }))
    .toSorted((a, b) => b.left - a.left)
  const unfilled = payers.filter(({ source, ceiling }) => ceiling === null && sourceOf(source.code).group !== 'partner').map(({ source }) => shortName(source))
  const partners = SOURCES
    .filter((source) => source.group === 'partner' && may(source.code) && !plan.sources.some((own) => own.code === source.code && !isMeantFor(own, activity)))
    .map((source) => source.short)
  return {
    lineId: line.id, tier: activity.tier, name: labelOf(lines, activity, figures.lines.filter((one) => one.activity.id === activity.id).length),
    gap: sum(lines.map((one) => one.gap)), units, missing, unitCost, closers, unfilled, partners,
    unit: line.cutBy === null ? '' : (line.quantities[line.cutBy]?.unit ?? ''),
  }
}

/** What is missing most, in rupiah, with what would close it; equal amounts in the order of the plan. */
export function largestGaps(whose: Whose, limit: number): Gap[] {
  const bundles = new Map<string, LineFigures[]>()
  for (const line of whose.figures.lines) {
    if (line.gap === 0) continue
    const key = bundleKey(line.line, line.activity)
    const bundle = bundles.get(key)
    if (bundle) bundle.push(line)
    else bundles.set(key, [line])
  }
  return [...bundles.values()].flatMap((lines) => gapOf(lines, whose) ?? []).toSorted((a, b) => b.gap - a.gap).slice(0, limit)
}
