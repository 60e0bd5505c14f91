import type { CountKey, PlanCounts } from './caseload.ts'
import { planFigures } from './figures.ts'
import type { InstanceInput } from './instance.ts'
import type { Plan, PlanKind } from './plan.ts'
import type { RuleSet } from './rule.ts'
import type { Family } from './target-group.ts'

/**
 * Stages that a plan goes through, in order (model §6): a desa from the draft through the rembuk, RKP Desa and APBDes to its changes; a
 * kelurahan from musrenbang through Renja, RKA and DPA to DPPA; a regency from ranwal through RKPD, KUA-PPAS and APBD to P-APBD.
 */
export const STAGES = {
  desa: ['draft', 'rembuk', 'rkp', 'apbdes', 'apbdes_adjusted', 'apbdes_changed'],
  kelurahan: ['musrenbangkel', 'renja', 'rka', 'dpa', 'dppa'],
  regency: ['ranwal', 'rkpd', 'kua_ppas', 'apbd', 'p_apbd'],
} as const satisfies Record<PlanKind, readonly string[]>

export type VersionStage = (typeof STAGES)[PlanKind][number]

/** Perubahan penjabaran APBDes: any number of them. */
const REPEATED: ReadonlySet<string> = new Set(['apbdes_adjusted'])

export function stagesOf(kind: PlanKind): readonly VersionStage[] {
  return STAGES[kind]
}

export function isStage(kind: PlanKind, stage: string): stage is VersionStage {
  return (STAGES[kind] as readonly string[]).includes(stage)
}

/**
 * The locked stage that stands in the way of a new version, or null where it may be made: never before the latest locked stage, and again at
 * that stage only where there can be several. Stages may be skipped: a village may begin with any of them.
 */
export function stageInTheWay(kind: PlanKind, stage: VersionStage, locked: readonly string[]): string | null {
  const order: readonly string[] = STAGES[kind]
  const at = order.indexOf(stage)
  const last = Math.max(-1, ...locked.map((one) => order.indexOf(one)))
  return last < at || (last === at && REPEATED.has(stage)) ? null : (order[last] ?? stage)
}

/** A plan with all that its figures followed from when the version was made. Counts only: no child is in it. */
export interface VersionContent {
  readonly format: 1
  readonly plan: Plan
  readonly counts: readonly (readonly [CountKey, number])[]
  readonly rules: RuleSet
  /** Names and dates of the series that it followed. */
  readonly series: Partial<Readonly<Record<Family, { readonly name: string; readonly measuredOn: string }>>>
}

/** A snapshot of a plan. */
export function versionContent({ plan, counts, rules }: InstanceInput, series: VersionContent['series']): VersionContent {
  return { format: 1, plan, counts: [...counts], rules, series }
}

/** The plan of a snapshot with its figures, reckoned as they were: with its own counts and rules. @throws MoneyRangeError */
export function versionView({ plan, counts, rules }: VersionContent): InstanceInput {
  const known: PlanCounts = new Map(counts)
  return { plan, counts: known, rules, figures: planFigures(plan, known, rules) }
}
