import type { LineFigures, SourceFigures } from './figures.ts'
import type { Finding } from './finding.ts'
import type { Plan } from './plan.ts'

/** Codes of all notes; each has its sentences in both languages. */
export const FINDING_CODES = [
  'year_carried_over',
  'year_unknown',
  'rule_over_share',
  'rule_under_share',
  'rule_over_amount',
  'rule_forbidden',
  'rule_forbidden_commitment',
  'monthly_cap',
  'blt_families',
  'overcommitted',
  'overspent',
  'no_sources',
  'no_ceiling',
  'ceilings_missing',
  'total_only_estimated',
  'total_without_reserve',
  'regular_deviates',
  'reserve_committed',
  'source_not_for_kind',
  'partner_off_budget',
  'pledged_used',
  'no_data',
  'stale_figure',
  'booked_above_need',
  'unfunded_priority',
  'gap',
  'not_usual',
  'not_meant_for',
  'locked_not_eligible',
  'unverified_prices',
  'price_zero',
  'bundle_broken',
  'two_incentives',
  'mbg_double',
  'village_code_in_ward',
  'counts_contradict',
  'no_measurement',
  'cash_unfunded_months',
  'cash_late_months',
  'cash_cadre_unpaid',
  'cash_cadre_some_unpaid',
  'cash_pmt_interrupted',
  'cash_pmt_some_interrupted',
  'cash_unpaid',
  'cash_assumed',
] as const
export type FindingCode = (typeof FINDING_CODES)[number]

interface Details {
  readonly amounts?: Finding['amounts']
  readonly words?: Finding['words']
}

function finding(
  code: FindingCode,
  severity: Finding['severity'],
  where: Finding['where'],
  { amounts = {}, words = {} }: Details,
): Finding {
  return { code, severity, where, amounts, words }
}

export function aboutPlan(code: FindingCode, severity: Finding['severity'], plan: Plan, details: Details = {}): Finding {
  return finding(code, severity, { kind: 'plan', id: plan.id, label: plan.name }, details)
}

export function aboutSource(code: FindingCode, severity: Finding['severity'], { source }: SourceFigures, details: Details = {}): Finding {
  return finding(code, severity, { kind: 'source', id: source.id, label: source.label }, details)
}

export function aboutLine(code: FindingCode, severity: Finding['severity'], { line }: LineFigures, details: Details = {}): Finding {
  return finding(code, severity, { kind: 'line', id: line.id, label: line.description }, details)
}

export function aboutActivity(code: FindingCode, severity: Finding['severity'], { activity }: LineFigures, details: Details = {}): Finding {
  return finding(code, severity, { kind: 'activity', id: activity.id, label: activity.name }, details)
}
