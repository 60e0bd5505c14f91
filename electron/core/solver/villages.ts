import type { ProblemBundle } from '#shared/domain/allocation-problem.ts'
import { type Village, villagesOf } from '#shared/domain/allocation-villages.ts'
import { scaled } from './aims.ts'
import { optimise } from './optimise.ts'
import { type Kept, lowestOfVillages, type Search, sumFactors, type VillageSum } from './search.ts'
import { addUnit } from './tiers.ts'

export interface VillagesReached {
  /** Villages that cannot get one unit. */
  readonly aside: readonly string[]
  /** Those that take part, with their sums. */
  readonly villages: readonly VillageSum[]
  readonly proven: boolean
}

/** Where the solver could hide a higher lowest village behind its tolerance, it is asked for by itself. */
const NEAR = 1e-5

export function villageSum(village: Village): VillageSum {
  const factors = sumFactors(village.bundles, (bundle: ProblemBundle) => bundle.weight)
  return { factors, full: village.bundles.reduce((sum, bundle) => sum + (factors.get(bundle.index) ?? 0n) * BigInt(bundle.units), 0n) }
}

/** Whether an answer can give one of these bundles a unit; the best answer then does. `null` = not decided. */
function begins(search: Search, bundles: readonly ProblemBundle[]): boolean | null {
  const funded = () => bundles.some((bundle) => (search.best?.units[bundle.index] ?? 0) > 0)
  if (funded()) return true
  for (const bundle of bundles) {
    const more = search.best === null ? null : addUnit(search.layout, search.best, bundle)
    if (more === null) continue
    search.best = more
    return true
  }
  const found = optimise(search, { kind: 'begin', bundles: bundles.map((bundle) => bundle.index) })
  if (found.status === 'none') return found.proven ? false : null
  search.best = found.answer
  return funded() ? true : null
}

/** Raises the lowest of these villages as far as it goes and holds each at least there. */
function raise(search: Search, villages: readonly VillageSum[]): boolean {
  const held = villages.map(({ factors }): Kept => ({ factors, reached: 0n }))
  search.kept.push(...held)
  const found = optimise(search, { kind: 'villages', villages })
  if (found.status === 'found') search.best = found.answer
  const proven = found.proven && found.status === 'found'
  while (search.best !== null) {
    const lowest = lowestOfVillages(villages, search.best.units)
    /** The least whole number at which a village is not below the lowest. */
    const least = ({ full }: VillageSum) => (lowest.numerator * full + lowest.denominator - 1n) / lowest.denominator
    villages.forEach((village, at) => {
      const kept = held[at]
      if (kept !== undefined) kept.reached = least(village)
    })
    if (lowest.numerator >= lowest.denominator || !proven) return proven
    const above = ({ full }: VillageSum) => (lowest.numerator * full) / lowest.denominator + 1n
    const next = Math.min(...villages.map((village) => Number(above(village)) / Number(village.full)))
    const exact = villages.every(({ factors }) => scaled(search, factors).exact)
    // beyond whole numbers the claim is that of a sum: no better one within about one part in 10^9
    if (!exact || next - Number(lowest.numerator) / Number(lowest.denominator) > NEAR) return true
    villages.forEach((village, at) => {
      const kept = held[at]
      if (kept !== undefined) kept.reached = above(village)
    })
    const higher = optimise(search, { kind: 'any' })
    if (higher.status === 'found') search.best = higher.answer
    else {
      villages.forEach((village, at) => {
        const kept = held[at]
        if (kept !== undefined) kept.reached = least(village)
      })
      return higher.proven
    }
  }
  return false
}

/**
 * The first step of `equal`: the lowest village as high as it goes. A village that cannot get one unit in any answer is set aside, as
 * an activity is within a tier: it holds no other village back.
 */
export function raiseVillages(search: Search): VillagesReached {
  const villages = villagesOf(search.layout.problem)
  for (const { bundles } of villages) for (const bundle of bundles) search.most[bundle.index] = bundle.units
  const aside: string[] = []
  let proven = true
  for (const village of villages) {
    const begun = begins(search, village.bundles)
    proven &&= begun !== null
    if (begun === false) aside.push(village.name)
  }
  const others = villages.filter((village) => !aside.includes(village.name)).map(villageSum)
  if (others.length > 0) proven = raise(search, others) && proven
  return { aside, villages: others, proven }
}
