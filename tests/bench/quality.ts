import { isDeepStrictEqual } from 'node:util'
import { loadSolver } from '#core/solver/highs.ts'
import { DEADLINE_MS, solveWith } from '#core/solver/solve.ts'
import type { AllocationInstance, AllocationResult } from '#shared/domain/allocation.ts'
import { checkAllocation } from '#shared/domain/allocation-check.ts'
import { coverageSum, reduce, toFraction } from '#shared/domain/allocation-fraction.ts'
import { bruteForce } from '#tests/support/brute-force.ts'
import { linearBounds, plainOptimum } from '#tests/support/plain-model.ts'
import { createRandom, randomInstance, VILLAGE } from '#tests/support/random-instance.ts'
import type { BenchRow } from './row.ts'

const [SMALL, MIDDLE, LARGE] = [120, 60, 20]
/** Seconds that one step of the plain program may take. */
const PLAIN_SECONDS = 1
/** What two programs with tolerances may differ in a sum of weight × coverage. */
const TOLERANCE = 1e-6

type Kind = 'small' | 'middle' | 'large'

function made(kind: Kind, seed: number): AllocationInstance {
  const random = createRandom(seed * 15_485_863)
  if (kind === 'large') return randomInstance(seed, VILLAGE)
  if (kind === 'middle') {
    return randomInstance(seed, {
      ...VILLAGE, lines: random(6, 10), sources: random(2, 4), caps: [0, 3], locks: [0, 1], units: [1, 24], available: [2_000_000, 60_000_000], step: 50_000, targets: seed % 4 === 0 ? 10 : 0,
    })
  }
  return randomInstance(seed, {
    lines: random(2, 5), sources: random(1, 3), caps: [0, 2], locks: [0, 1], units: [0, 4], unitCost: [1_000, 9_000], available: [2_000, 30_000], step: 1_000, bundled: 25,
    targets: seed % 3 === 0 ? 25 : 0,
  })
}

function differs(kind: Kind, seed: number, what: string, ours: unknown, theirs: unknown): never {
  const plain = (value: unknown) => JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? String(part) : part))
  throw new Error(`${kind} plan ${seed}: ${what}: ${plain(ours)} against ${plain(theirs)}`)
}

/** Compares with the enumeration, exactly. */
function againstBrute(seed: number, instance: AllocationInstance, result: AllocationResult): void {
  const brute = bruteForce(instance, 'tiered')
  if (!brute.feasible || result.status === 'infeasible') {
    if (brute.feasible || result.status !== 'infeasible') differs('small', seed, 'feasible', result.status, brute.feasible)
    return
  }
  const exact = (ratio: { top: bigint; bottom: bigint } | null) => (ratio === null ? null : toFraction({ numerator: ratio.top, denominator: ratio.bottom }))
  const theirs = brute.tiers.map(({ tier, lowest, sum, aside }) => ({ tier, lowest: exact(lowest), sum: exact(sum), aside }))
  const ours = result.tiers.map(({ tier, lowestExact, sumExact, aside }) => ({ tier, lowest: lowestExact, sum: sumExact, aside }))
  if (!isDeepStrictEqual(ours, theirs)) differs('small', seed, 'tiers', ours, theirs)
}

/** Compares tier by tier with the plain program; false where it did not decide in time. */
function againstPlain(seed: number, instance: AllocationInstance, result: AllocationResult): boolean {
  const plain = plainOptimum(highs, instance, PLAIN_SECONDS)
  if (plain.status === 'undecided') return false
  if (plain.status === 'infeasible' || result.status === 'infeasible') {
    if (plain.status !== result.status) differs('middle', seed, 'feasible', result.status, plain.status)
    return true
  }
  for (const [at, theirs] of plain.tiers.entries()) {
    const ours = result.tiers[at]
    if (ours === undefined || ours.tier !== theirs.tier || !isDeepStrictEqual(ours.aside, theirs.aside)) differs('middle', seed, 'aside', ours, theirs)
    const lowest = theirs.lowest === null ? null : toFraction({ numerator: BigInt(theirs.lowest[0]), denominator: BigInt(theirs.lowest[1]) })
    if (!isDeepStrictEqual(ours.lowestExact, lowest)) differs('middle', seed, `lowest of tier ${ours.tier}`, ours.lowestExact, lowest)
    if (theirs.sum === null) continue
    const sum = reduce(coverageSum(theirs.sum.map(([weight, units, needed]) => ({ weight, units, needed }))))
    const value = Number(sum.numerator) / Number(sum.denominator)
    const reached = ours.coverageSum ?? 0
    if (Math.abs(reached - value) > TOLERANCE) differs('middle', seed, `sum of tier ${ours.tier}`, reached, value)
    // within their tolerance the programs may keep another sum; what follows is then another question
    if (reached !== value && !isDeepStrictEqual(ours.sumExact, toFraction(sum))) {
      if (reached < value - 1e-12) differs('middle', seed, `sum of tier ${ours.tier}`, ours.sumExact, sum)
      return true
    }
  }
  return true
}

const highs = await loadSolver()

/**
 * Two hundred random plans: each answer against an independent method where there is one that can decide it, against the linear bound,
 * against the invariants, and against itself. Throws at the first difference.
 */
export function bench(): BenchRow[] {
  const start = performance.now()
  const lap = { solver: 0, brute: 0, plain: 0, linear: 0 }
  const timed = <T>(part: keyof typeof lap, work: () => T): T => {
    const from = performance.now()
    const done = work()
    lap[part] += performance.now() - from
    return done
  }
  let [proven, infeasible, cut, decided, steps, reachedBound, worst, total] = [0, 0, 0, 0, 0, 0, 0, 0]
  const kinds: [Kind, number][] = [['small', SMALL], ['middle', MIDDLE], ['large', LARGE]]
  for (const [kind, count] of kinds) {
    for (let seed = 1; seed <= count; seed += 1) {
      const instance = made(kind, seed)
      const from = performance.now()
      const result = timed('solver', () => solveWith(highs, instance, { strategy: 'tiered' }))
      // an answer that the deadline cut short depends on the machine; every other one must come again
      const late = (since: number) => performance.now() - since > DEADLINE_MS * 0.95
      let comparable = !late(from)
      if (comparable) {
        const since = performance.now()
        const again = timed('solver', () => solveWith(highs, instance, { strategy: 'tiered' }))
        comparable = !late(since)
        if (comparable && !isDeepStrictEqual(result, again)) differs(kind, seed, 'the same plan twice', result, again)
      }
      if (!comparable) cut += 1
      const problems = checkAllocation(instance, result)
      if (problems.length > 0) differs(kind, seed, 'invariants', problems, [])
      if (kind === 'small') timed('brute', () => againstBrute(seed, instance, result))
      if (kind === 'middle' && timed('plain', () => againstPlain(seed, instance, result))) decided += 1
      if (result.status === 'infeasible') {
        infeasible += 1
        continue
      }
      if (result.status === 'optimal') proven += 1
      else if (kind !== 'large') differs(kind, seed, 'status', result.status, 'optimal')
      for (const { reached, bound } of timed('linear', () => linearBounds(highs, instance, result))) {
        if (reached > bound + 1e-5) differs(kind, seed, 'above the linear bound', reached, bound)
        const gap = bound <= reached ? 0 : (bound - reached) / bound
        steps += 1
        total += gap
        worst = Math.max(worst, gap)
        if (gap < 1e-6) reachedBound += 1
      }
    }
  }
  const all = SMALL + MIDDLE + LARGE
  const percent = (share: number) => `${(share * 100).toFixed(2)} %`
  const row = (name: string, ms: number, limit: number): BenchRow => ({ name, ms, floorMs: null, ratio: null, limit })
  return [
    row(`quality of ${all} random plans: ${proven} proven, ${infeasible} infeasible, no invariant broken, ${all - cut} twice the same, ${cut} cut short by the deadline`, performance.now() - start, 180_000),
    row(`quality: ${SMALL} equal to trying everything`, lap.brute, 60_000),
    row(`quality: ${decided} of ${MIDDLE} equal to a plain whole-cell program (the others undecided in ${PLAIN_SECONDS} s per step)`, lap.plain, 120_000),
    row(`quality: ${steps} steps against the linear bound, ${reachedBound} on it, mean distance ${percent(total / steps)}, greatest ${percent(worst)}`, lap.linear, 60_000),
  ]
}
