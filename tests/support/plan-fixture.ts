import type { PlanCounts } from '#shared/domain/caseload.ts'
import { planFigures } from '#shared/domain/figures.ts'
import type { InstanceInput } from '#shared/domain/instance.ts'
import type { Activity, AllocationCell, Commitment, CostLine, FundingSource, Plan, PlanKind, SourceCode } from '#shared/domain/plan.ts'
import type { Rule } from '#shared/domain/rule.ts'
import { rulesFor } from '#shared/domain/rules.ts'
import { newSource } from '#shared/catalogue/sources.ts'
import { buildTemplate } from '#shared/domain/template.ts'

/** Ids `a1`, `a2` …: fixed, so that equal plans are equal. */
export function countingIds(prefix = 'a'): () => string {
  let next = 0
  return () => `${prefix}${(next += 1)}`
}

/** Synthetic counts of a village in the size of the sample. */
export const VILLAGE_COUNTS: PlanCounts = new Map([
  ['targeted', 389],
  ['weighed', 372],
  ['measured', 367],
  ['under_five', 389],
  ['stunted', 16],
  ['severely_stunted', 3],
  ['moderately_wasted', 11],
  ['severely_wasted', 1],
  ['pmt_wasted', 11],
  ['pmt_underweight', 7],
  ['pmt_faltering', 9],
  ['pregnant', 41],
  ['pregnant_ced', 5],
  ['cadre', 25],
  ['development_cadre', 1],
  ['posyandu', 5],
  ['family_no_toilet', 6],
] as const)

export function activity(changes: Partial<Activity> = {}): Activity {
  return {
    id: 'act',
    catalogueKey: null,
    name: 'Kegiatan',
    intervention: 'specific',
    villageCode: '2.2.02',
    regencyCode: null,
    location: '',
    beneficiaries: '',
    months: 4095,
    implementer: '',
    execution: 'self',
    indicator: '',
    indicatorUnit: '',
    target: null,
    targetNext: null,
    tier: 1,
    weight: 1,
    position: 1,
    ...changes,
  }
}

export function costLine(changes: Partial<CostLine> = {}): CostLine {
  return {
    id: 'line',
    activityId: 'act',
    description: 'Rincian',
    accountCode: null,
    quantities: [{ unit: 'bulan', n: 12 }],
    unitPrice: 100_000,
    priceBasis: null,
    spendingClass: 'food',
    cutBy: 0,
    splittable: false,
    coverageTargetBp: null,
    position: 1,
    ...changes,
  }
}

export function source(code: SourceCode, ceiling: number | null, changes: Partial<FundingSource> = {}): FundingSource {
  return { ...newSource(code, changes.label ?? code), ceiling, ...changes }
}

export interface PlanParts {
  readonly kind?: PlanKind
  readonly fiscalYear?: number
  readonly activities?: readonly Activity[]
  readonly lines?: readonly CostLine[]
  readonly sources?: readonly FundingSource[]
  readonly commitments?: readonly Commitment[]
  readonly cells?: readonly AllocationCell[]
}

export function plan(parts: PlanParts): Plan {
  return {
    id: 'plan',
    name: 'Desa Contoh TA 2026',
    region: '35.05.07.2001',
    kind: 'desa',
    fiscalYear: 2026,
    complete: false,
    series: {},
    activities: [activity()],
    lines: [],
    sources: [],
    commitments: [],
    cells: [],
    ...parts,
  }
}

/** A plan with what follows from it. */
export function view(parts: PlanParts, counts: PlanCounts = new Map(), changes: readonly Rule[] = []): InstanceInput {
  const made = plan(parts)
  const rules = rulesFor(made.fiscalYear, changes)
  return { plan: made, counts, rules, figures: planFigures(made, counts, rules) }
}

export function cell(lineId: string, sourceId: string, units: number, changes: Partial<AllocationCell> = {}): AllocationCell {
  return { lineId, sourceId, units, amount: null, locked: false, ...changes }
}

/** The template's plan of a kind with counts and ceilings. */
export function templateView(
  kind: PlanKind,
  ceilings: Partial<Record<SourceCode, number>> = {},
  fiscalYear = 2026,
  counts: PlanCounts = VILLAGE_COUNTS,
): InstanceInput {
  const made = buildTemplate(kind, { fiscalYear, counts, newId: countingIds() })
  return view(
    { ...made, kind, fiscalYear, sources: made.sources.map((entry) => ({ ...entry, ceiling: ceilings[entry.code] ?? null })) },
    counts,
  )
}
