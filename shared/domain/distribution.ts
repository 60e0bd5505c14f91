import { type Rupiah, toRupiah } from './money.ts'

/** A share of the formula part that follows a count: 60 = 60 %. */
export interface Measure {
  readonly key: string
  readonly weight: number
}

export interface DistributionVillage {
  readonly code: string
  /** Counts by measure; one that is missing is unknown, never 0. */
  readonly counts: Readonly<Record<string, number>>
  /** What the village got last year; null = not known. */
  readonly last: Rupiah | null
}

export interface DistributionInput {
  readonly envelope: Rupiah
  readonly villages: readonly DistributionVillage[]
  /** Whole percents that sum to 100. */
  readonly measures: readonly Measure[]
  /** The same for every village, before the formula. */
  readonly base: Rupiah
  /** The least and the most that a village gets; null = none. */
  readonly floor: Rupiah | null
  readonly cap: Rupiah | null
  /** No village gets less than this part of last year's amount; null = none. */
  readonly holdBp: number | null
  /** Amounts are whole multiples of this. */
  readonly unit: Rupiah
}

/** What bounds a village: its floor, a part of last year's amount, its base, or its cap. */
export type Bound = 'base' | 'floor' | 'hold' | 'cap'

/**
 * How an amount came about, in the order in which it is reckoned by hand. `formula` is the last one: what is left for the villages that no
 * bound holds, their bases taken off, times this village's points over theirs. Points are whole numbers: each measure's weight × count over the
 * count of all, brought to one denominator and shortened.
 */
export type DistributionStep =
  | { readonly step: 'measure'; readonly key: string; readonly weight: number; readonly count: number | null; readonly total: number }
  | { readonly step: 'base'; readonly amount: Rupiah }
  | { readonly step: 'formula'; readonly round: number; readonly rest: Rupiah; readonly points: string; readonly allPoints: string; readonly part: Rupiah; readonly result: Rupiah }
  | { readonly step: 'bound'; readonly round: number; readonly by: Bound; readonly amount: Rupiah }
  | { readonly step: 'round'; readonly unit: Rupiah; readonly added: Rupiah; readonly result: Rupiah }

export interface DistributionShare {
  readonly code: string
  readonly amount: Rupiah
  readonly steps: readonly DistributionStep[]
}

/** Why an envelope cannot be divided so: `amount` is what the bounds ask for. */
export type DistributionProblem =
  | { readonly problem: 'no_villages' | 'unit' | 'weights' }
  | { readonly problem: 'no_counts'; readonly measure: string }
  | { readonly problem: 'too_little' | 'too_much'; readonly amount: Rupiah }

export type Distribution =
  | ({ readonly possible: false } & DistributionProblem)
  | { readonly possible: true; readonly total: Rupiah; readonly rounds: number; readonly shares: readonly DistributionShare[] }

/** A village on its way; amounts of the formula are kept as numerator over the common denominator of their round. */
interface Village {
  readonly code: string
  readonly counts: Readonly<Record<string, number>>
  readonly points: bigint
  readonly lower: bigint
  readonly lowerBy: Bound
  readonly upper: bigint | null
  fixed: { readonly amount: bigint; readonly by: Bound } | null
  readonly steps: DistributionStep[]
  /** The exact amount, as a fraction. */
  exact: { readonly numerator: bigint; readonly denominator: bigint }
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b)
}

const up = (amount: bigint, unit: bigint): bigint => ((amount + unit - 1n) / unit) * unit

/** Points of each village: Σ weight × count ÷ total, over one denominator, shortened. A count that is unknown brings none. */
function pointsOf(villages: readonly DistributionVillage[], measures: readonly Measure[], totals: ReadonlyMap<string, bigint>): bigint[] {
  const whole = measures.reduce((product, { key }) => product * (totals.get(key) ?? 1n), 1n)
  const points = villages.map(({ counts }) => measures.reduce((sum, { key, weight }) => sum + (BigInt(weight) * BigInt(counts[key] ?? 0) * whole) / (totals.get(key) ?? 1n), 0n))
  const shared = points.reduce(gcd, 0n)
  return shared === 0n ? points : points.map((value) => value / shared)
}

/** The bounds of a village as whole units: what holds it up and what holds it down. A bound from below is stronger. */
export function boundsOf({ base, floor, cap, holdBp, unit }: DistributionInput, last: Rupiah | null): { lower: bigint; by: Bound; upper: bigint | null } {
  const size = BigInt(unit)
  const capped = cap === null ? null : (BigInt(cap) / size) * size
  const wanted: [Bound, bigint][] = [
    ['base', capped !== null && BigInt(base) > capped ? capped : BigInt(base)],
    ...(floor === null ? [] : [['floor', BigInt(floor)] as [Bound, bigint]]),
    ...(holdBp === null || last === null ? [] : [['hold', (BigInt(last) * BigInt(holdBp) + 9_999n) / 10_000n] as [Bound, bigint]]),
  ]
  const [by, amount] = wanted.reduce((most, one) => (one[1] > most[1] ? one : most))
  const lower = up(amount, size)
  return { lower, by, upper: capped === null ? null : capped < lower ? lower : capped }
}

/** One round: what the free villages get by the formula; those beyond a bound on the side that weighs more are set to it. @returns whether any was */
function playRound(villages: readonly Village[], envelope: bigint, base: bigint, round: number): boolean {
  const free = villages.filter(({ fixed }) => fixed === null)
  const left = villages.reduce((rest, { fixed }) => rest - (fixed?.amount ?? 0n), envelope)
  const rest = left - base * BigInt(free.length)
  const all = free.reduce((sum, { points }) => sum + points, 0n)
  // Where nobody who is left has points, they share alike.
  const [weightOf, whole] = all === 0n ? [() => 1n, BigInt(free.length)] : [(village: Village) => village.points, all]
  let [below, above] = [0n, 0n]
  for (const village of free) {
    const numerator = base * whole + rest * weightOf(village)
    village.exact = { numerator, denominator: whole }
    village.steps.push({
      step: 'formula', round, rest: toRupiah(rest), points: String(weightOf(village)), allPoints: String(whole), part: toRupiah((rest * weightOf(village)) / whole), result: toRupiah(numerator / whole),
    })
    if (numerator < village.lower * whole) below += village.lower * whole - numerator
    else if (village.upper !== null && numerator > village.upper * whole) above += numerator - village.upper * whole
  }
  if (below === 0n && above === 0n) return false
  for (const village of free) {
    const { numerator, denominator } = village.exact
    if (below >= above && numerator < village.lower * denominator) village.fixed = { amount: village.lower, by: village.lowerBy }
    else if (above >= below && village.upper !== null && numerator > village.upper * denominator) village.fixed = { amount: village.upper, by: 'cap' }
    if (village.fixed) {
      village.exact = { numerator: village.fixed.amount, denominator: 1n }
      village.steps.push({ step: 'bound', round, by: village.fixed.by, amount: toRupiah(village.fixed.amount) })
    }
  }
  return true
}

/** Whole units for everybody, the largest remainders first; what is smaller than a unit goes to the first that has room. @returns rupiah, in order */
function roundAll(villages: readonly Village[], envelope: bigint, unit: bigint): bigint[] {
  const parts = villages.map(({ exact: { numerator, denominator } }, index) => {
    const whole = (numerator / (denominator * unit)) * unit
    return { index, amount: whole, rest: numerator - whole * denominator, denominator }
  })
  let left = envelope - parts.reduce((sum, { amount }) => sum + amount, 0n)
  const order = parts.toSorted((a, b) => {
    const [x, y] = [a.rest * b.denominator, b.rest * a.denominator]
    return x === y ? a.index - b.index : x > y ? -1 : 1
  })
  for (const part of order) {
    if (left < unit) break
    if (part.rest === 0n) continue
    part.amount += unit
    left -= unit
  }
  // Bounds are whole units and the envelope lies within their sum, so there is one whom this does not lift above its cap.
  const taker = order.find(({ index, amount }) => { const upper = villages[index]?.upper ?? null; return upper === null || amount + left <= upper })
  if (taker) taker.amount += left
  return parts.map(({ amount }) => amount)
}

/**
 * Divides an envelope over villages by a formula that people can check by hand (D3): a base for everybody and a part by weights, held between
 * floor, cap and a part of last year's amount; what that frees or costs is divided anew over those that no bound holds, until nothing moves
 * (in each round the bounds of the side that weighs more are set, so that none is set in vain); then whole units, the largest remainder first, ties
 * to the earlier village. The amounts always sum to the envelope, and each comes with its steps.
 */
export function distribute(input: DistributionInput): Distribution {
  const { villages: given, measures, envelope, unit, base } = input
  if (given.length === 0) return { possible: false, problem: 'no_villages' }
  if (!Number.isSafeInteger(unit) || unit < 1) return { possible: false, problem: 'unit' }
  if (measures.length === 0 || measures.some(({ weight }) => !Number.isInteger(weight) || weight < 0) || measures.reduce((sum, { weight }) => sum + weight, 0) !== 100) return { possible: false, problem: 'weights' }
  const counted = measures.filter(({ weight }) => weight > 0)
  const totals = new Map(counted.map(({ key }) => [key, given.reduce((sum, { counts }) => sum + BigInt(counts[key] ?? 0), 0n)]))
  const empty = counted.find(({ key }) => totals.get(key) === 0n)
  if (empty) return { possible: false, problem: 'no_counts', measure: empty.key }
  const points = pointsOf(given, counted, totals)
  const villages = given.map(({ code, counts, last }, index): Village => {
    const { lower, by, upper } = boundsOf(input, last)
    return {
      code, counts, points: points[index] ?? 0n, lower, lowerBy: by, upper, fixed: null, exact: { numerator: 0n, denominator: 1n },
      steps: [...counted.map(({ key, weight }): DistributionStep => ({ step: 'measure', key, weight, count: counts[key] ?? null, total: toRupiah(totals.get(key) ?? 0n) })), { step: 'base', amount: base }],
    }
  })
  const size = BigInt(unit)
  const money = BigInt(envelope)
  const least = villages.reduce((sum, { lower }) => sum + lower, 0n)
  if (least > money) return { possible: false, problem: 'too_little', amount: toRupiah(least) }
  const most = villages.reduce<bigint | null>((sum, { upper }) => (sum === null || upper === null ? null : sum + upper), 0n)
  if (most !== null && most < money) return { possible: false, problem: 'too_much', amount: toRupiah(most) }
  let rounds = 1
  while (playRound(villages, money, BigInt(base), rounds)) rounds += 1
  const amounts = roundAll(villages, money, size)
  return {
    possible: true, total: envelope, rounds,
    shares: villages.map(({ code, steps, exact }, index) => {
      const amount = amounts[index] ?? 0n
      const before = exact.numerator / exact.denominator
      return { code, amount: toRupiah(amount), steps: [...steps, { step: 'round', unit, added: toRupiah(amount - before), result: toRupiah(amount) }] }
    }),
  }
}
