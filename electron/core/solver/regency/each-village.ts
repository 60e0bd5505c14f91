import type { Highs } from 'highs'
import type { Tier } from '#shared/domain/plan.ts'
import { emptyPacking } from '../packing.ts'
import { pack } from '../pack.ts'
import type { Answer } from '../search.ts'
import type { Raised } from './aims.ts'
import type { Filled } from './fill.ts'
import { drawnBy, type Part, type Parts, type Pool } from './parts.ts'
import type { JointProgram, Taking } from './relaxed.ts'
import { wholeUnits, within } from './whole.ts'

/** Shares of what the relaxed programme gives a village that are tried where nothing else can be paid. */
const SHARES = [0.99, 0.97, 0.9, 0.7, 0.4, 0]
/** Above the solver's tolerance. */
const HAIR = 1e-7
/** Rupiah of each pool that stay back at first: more than the solver's tolerance can hide. */
const BACK = 2

export const sumOf = (part: Part, tier: Tier, units: (bundle: number) => number) =>
  part.layout.problem.bundles.reduce((sum, bundle) => (bundle.tier === tier && bundle.units > 0 ? sum + (bundle.weight * units(bundle.index)) / bundle.units : sum), 0)

/** What a village has by the relaxed programme: units, money from each pool, sums. */
function relaxedPart(part: Part, pools: readonly Pool[], { model, offset }: JointProgram['models'][number], values: Float64Array) {
  const { problem, sourceCount } = part.layout
  const units = problem.bundles.map((bundle) => values[(model.units[bundle.index] ?? 0) + offset] ?? 0)
  const locked = drawnBy(part, pools, emptyPacking(part.layout))
  const drawn = pools.map(({ kind }, pool) => {
    const place = part.pools[pool] ?? -1
    const cap = kind === 'cap' ? problem.caps[place] : undefined
    const source = cap?.source ?? place
    if (place < 0) return 0
    return problem.lines.reduce((sum, line) => {
      const column = model.cells[line.index * sourceCount + source] ?? -1
      return column < 0 || (cap !== undefined && !cap.lines.has(line.index)) ? sum : sum + (values[column + offset] ?? 0) * line.unitCost
    }, locked[pool] ?? 0)
  })
  return { units, drawn, sums: new Map(([1, 2, 3] as const).map((tier) => [tier, sumOf(part, tier, (bundle) => units[bundle] ?? 0)])) }
}

const coverageOf = (part: Part, units: readonly number[]): number => {
  const bundles = part.layout.problem.bundles.filter((bundle) => bundle.units > 0)
  return bundles.reduce((sum, bundle) => sum + (bundle.weight * (units[bundle.index] ?? 0)) / bundle.units, 0) / bundles.reduce((sum, bundle) => sum + bundle.weight, 0)
}

/** More of the average share of each pool that a village may draw where it cannot have otherwise what it should. */
const OVER_SHARES = [0, 0.1, 1]
/** What each village should have of the bound of the lowest is less by so much: room for whole units. */
const WISH = 0.005
/** A village that misses what all should have by no more than this is left so. */
const MISS = 0.004
/** What a village pays back at most of what others drew beyond their share, as part of the average share. */
const BACK_SHARE = 0.01

/**
 * Village after village in whole units within what the relaxed programme gives it. What one leaves or lacks, in money and in sums, the next
 * ones take over, so that the whole stays near to what was raised; no pool is ever drawn on beyond what it has. Null where locks and targets
 * cannot be paid in whole units.
 */
export function eachVillage(highs: Highs, all: Parts, joint: JointProgram, raised: Raised, start: readonly Taking[], deadline: number, onVillage: (done: number, total: number) => void): Filled[] | null {
  const kinds = all.pools.map(({ kind }) => kind)
  const carry = all.pools.map(() => -BACK)
  // what villages have locked is theirs, whoever comes before them
  const locked = all.parts.map((part) => drawnBy(part, all.pools, emptyPacking(part.layout)))
  const left = all.pools.map(({ available }, pool) => available - locked.reduce((sum, own) => sum + (own[pool] ?? 0), 0))
  const share = all.pools.map(({ available }) => available / all.parts.length)
  const short = new Map<Tier, number>([[1, 0], [2, 0], [3, 0]])
  const lowest = raised.held.find(({ aim }) => aim.step === 'village')
  const village = lowest === undefined ? null : Math.min(lowest.held, lowest.bound * (1 - WISH))
  const filled: Filled[] = []
  for (const [at, part] of all.parts.entries()) {
    if (at % 5 === 0) onVillage(at, all.parts.length)
    const model = joint.models[at]
    const taking = raised.taking[at]
    if (model === undefined || taking === undefined) continue
    locked[at]?.forEach((money, pool) => { left[pool] = (left[pool] ?? 0) + money })
    const wanted = relaxedPart(part, all.pools, model, raised.values)
    const sums = new Map([...wanted.sums].map(([tier, sum]) => [tier, sum + (short.get(tier) ?? 0)]))
    const budget = wanted.drawn.map((money, pool) => {
      const average = share[pool] ?? 0
      const more = Math.max(-BACK_SHARE * average, Math.min(0, carry[pool] ?? 0)) + Math.max(0, carry[pool] ?? 0) / 2
      return Math.max(0, Math.min(left[pool] ?? 0, Math.floor(money + more)))
    })
    let answer: Answer | null = null
    for (const over of OVER_SHARES) {
      const spare = budget.map((money, pool) => Math.max(0, Math.min(Math.floor(over * (share[pool] ?? 0) + Math.max(0, carry[pool] ?? 0) / 2), (left[pool] ?? 0) - money)))
      answer = wholeUnits(highs, part, kinds, { taking, budget, spare, village, sums }, deadline) ?? answer
      if (answer !== null && (village === null || coverageOf(part, answer.units) >= village * (1 - MISS))) break
    }
    const own = raised.narrow.find((one) => one.at === at)
    const fits = own !== undefined && drawnBy(part, all.pools, own.answer.packing).every((money, pool) => money <= (left[pool] ?? 0))
    if (own !== undefined && fits && village !== null && (answer === null || coverageOf(part, answer.units) < village * (1 - MISS))) ({ answer } = own)
    answer ??= plainUnits(part, kinds, budget, wanted.units, start[at]?.least ?? [])
    if (answer === null) return null
    const { units, packing } = answer
    drawnBy(part, all.pools, packing).forEach((money, pool) => {
      carry[pool] = (carry[pool] ?? 0) + (wanted.drawn[pool] ?? 0) - money
      left[pool] = (left[pool] ?? 0) - money
    })
    for (const [tier, sum] of wanted.sums) short.set(tier, (short.get(tier) ?? 0) + sum - sumOf(part, tier, (bundle) => units[bundle] ?? 0))
    filled.push({ part, most: taking.most, answer })
  }
  return filled
}

/** What can be paid of the relaxed units, rounded down, at least what locks and targets ask for. */
function plainUnits(part: Part, kinds: readonly Pool['kind'][], budget: readonly number[], relaxed: readonly number[], least: readonly number[]): Answer | null {
  for (const share of SHARES) {
    const units = relaxed.map((count, bundle) => Math.max(least[bundle] ?? 0, Math.floor(share * count + HAIR)))
    const packing = pack(within(part, kinds, budget), units, () => 0)
    if (packing !== null) return { units, packing }
  }
  return null
}
