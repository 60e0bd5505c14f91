import { reserveBp, type SourceFigures } from './figures.ts'
import { FULL_BP, type Rupiah, shareOf, sum } from './money.ts'
import type { Basis, Commitment, CommitmentClass, Plan } from './plan.ts'
import type { RuleSet } from './rule.ts'

/** Ready-made cuts of Dana Desa, each with what it rests on. */
export const CEILING_PRESETS = ['stage_two_unpaid', 'kdmp_reserve', 'like_2025'] as const
export type CeilingPreset = (typeof CEILING_PRESETS)[number]

/** What a preset asks for. `villages`: a desa mandiri has the smaller second stage. `freePart`: the part of the ceiling that is not earmarked, where it is known. */
export interface PresetOptions {
  readonly villages?: 'independent' | 'other' | undefined
  readonly freePart?: Rupiah | undefined
}

/** not_village_fund: the source is no Dana Desa of the year; no_ceiling: nothing to reckon on; already_taken: the year's rules take the reserve off already. */
export type PresetRefusal = 'not_village_fund' | 'no_ceiling' | 'already_taken'

export type PresetEffect =
  | { readonly applies: true; readonly ceiling: Rupiah; readonly estimated: boolean; readonly basis: Basis }
  | { readonly applies: false; readonly why: PresetRefusal; readonly basis: Basis }

/** Stage II of the part that is not earmarked, in basis points (PMK 108/2024, domain §1.4). */
const STAGE_TWO_BP = { independent: 4_000, other: 6_000 } as const

/** KDMP, in basis points of the whole pagu (PMK 7/2026 Ps 15(3)). */
const KDMP_BP = 5_803

/** From Rp69 T in 2025 to Rp25 T of regular money in 2026: −63,8 % on the national average (domain §14). */
const LIKE_2025_BP = 6_380

/** Commitments that are taken for the earmarked part where nobody typed it: what the year's Dana Desa was bound to (domain §1.1). */
const EARMARKED: ReadonlySet<CommitmentClass> = new Set(['blt', 'food_security'])

/**
 * The part of a ceiling that is taken to be free where nobody typed it: all but what is spoken for as BLT and food security, never below 0. An
 * estimate, because the part is published for no single village. `commitments` are those of that source.
 */
export function estimatedFreePart(ceiling: Rupiah, commitments: readonly Pick<Commitment, 'class' | 'amount'>[]): Rupiah {
  return Math.max(0, ceiling - sum(commitments.filter((one) => EARMARKED.has(one.class)).map(({ amount }) => amount)))
}

const BASES: Readonly<Record<CeilingPreset, Basis>> = {
  stage_two_unpaid: { source: 'PMK 81/2025 Pasal 29B; besar tahap II menurut PMK 108/2024', date: '2025-11-25', confidence: 'B' },
  kdmp_reserve: { source: 'PMK 7/2026 Pasal 15(3)', date: '2026', confidence: 'A' },
  like_2025: { source: 'Rata-rata nasional: Rp69 T (2025) menjadi Rp25 T reguler (2026)', date: '2026', confidence: 'B' },
}

/** What a preset rests on: the regulation or figure, its date, how sure. */
export function presetBasis(preset: CeilingPreset): Basis {
  return BASES[preset]
}

/**
 * The ceiling of a source under a preset, in whole rupiah, rounded half up.
 *
 * - `stage_two_unpaid`: the second stage of the part that is not earmarked does not come. Without `freePart` that part is taken to be the
 *   ceiling less the commitments for BLT and food security, which is an estimate and marked unverified.
 * - `kdmp_reserve`: 58,03 % of the whole pagu is taken off. Where only a ceiling was typed in a year without the reserve it counts as the whole.
 * - `like_2025`: −63,8 %, taking the ceiling for what the village had in 2025.
 */
export function presetCeiling(
  preset: CeilingPreset,
  { source, ceiling }: Pick<SourceFigures, 'source' | 'ceiling'>,
  { plan, rules }: { readonly plan: Pick<Plan, 'commitments'>; readonly rules: RuleSet },
  options: PresetOptions = {},
): PresetEffect {
  const basis = BASES[preset]
  if (source.code !== 'DDS' || source.origin !== 'current') return { applies: false, why: 'not_village_fund', basis }
  if (ceiling === null) return { applies: false, why: 'no_ceiling', basis }
  if (preset === 'like_2025') return { applies: true, ceiling: shareOf(ceiling, FULL_BP - LIKE_2025_BP), estimated: false, basis }
  if (preset === 'kdmp_reserve') {
    const reserved = reserveBp(source, rules) > 0
    if (reserved) return { applies: false, why: 'already_taken', basis }
    const whole = source.total ?? ceiling
    return { applies: true, ceiling: Math.min(ceiling, whole - shareOf(whole, KDMP_BP)), estimated: false, basis }
  }
  const free = Math.min(ceiling, options.freePart ?? estimatedFreePart(ceiling, plan.commitments.filter((one) => one.sourceId === source.id)))
  const estimated = options.freePart === undefined
  return {
    applies: true, ceiling: ceiling - shareOf(free, STAGE_TWO_BP[options.villages ?? 'other']), estimated,
    basis: estimated ? { ...basis, confidence: 'unverified' } : basis,
  }
}
