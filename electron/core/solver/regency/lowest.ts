import type { Highs } from 'highs'
import { payableAlone } from './alone.ts'
import type { Part, Parts } from './parts.ts'
import type { AimColumn, JointProgram, Taking } from './relaxed.ts'

/** How many coverages are tried against the joint programme at most. */
const TRIES = 8
/** Above the solver's tolerance. */
const HAIR = 1e-7

interface Coverage {
  readonly units: number
  readonly needed: number
}

/** Least units of a part at which each of the tier's bundles that follow a count has at least a coverage. */
function floorOf({ layout }: Part, { least, most }: Taking, tier: number, { units, needed }: Coverage): number[] {
  return layout.problem.bundles.map((bundle) => {
    const held = least[bundle.index] ?? 0
    const takes = bundle.tier === tier && bundle.driven && bundle.units > 0 && (most[bundle.index] ?? 0) > 0
    return takes ? Math.max(held, Number((BigInt(units) * BigInt(bundle.units) + BigInt(needed) - 1n) / BigInt(needed))) : held
  })
}

/** Every coverage k / N up to a value, rising, each once. */
function coverages({ parts }: Parts, taking: readonly Taking[], tier: number, most: number): Coverage[] {
  const needs = new Set(parts.flatMap(({ layout }, at) =>
    layout.problem.bundles.filter((bundle) => bundle.tier === tier && bundle.driven && (taking[at]?.most[bundle.index] ?? 0) > 0).map(({ units }) => units)))
  const found = new Map<number, Coverage>()
  for (const needed of needs) for (let units = 1; units <= needed && units / needed <= most + HAIR; units += 1) found.set(units / needed, { units, needed })
  return [...found].toSorted(([a], [b]) => a - b).map(([, coverage]) => coverage)
}

/** Brings the bounds of all units to least and most. */
function holdUnits({ relaxed, models }: JointProgram, least: readonly (readonly number[])[], taking: readonly Taking[]): void {
  models.forEach(({ model, offset }, at) => model.units.forEach((column, bundle) => relaxed.bound(column + offset, least[at]?.[bundle] ?? 0, taking[at]?.most[bundle] ?? 0)))
}

/**
 * The lowest coverage of a tier: what no answer exceeds, and the least units that come with what the joint programme allows, which are held from
 * here on. A coverage is ruled out where the joint programme has no answer with so many whole units everywhere, or where one village could not
 * pay them though it were alone with all that is shared. Both are proofs; what they leave open is the bound.
 */
export function raiseLowest(highs: Highs, all: Parts, joint: JointProgram, taking: readonly Taking[], aim: AimColumn, deadline: number): { readonly bound: number; readonly taking: readonly Taking[] } {
  const tier = aim.tier ?? 1
  const pairs = all.parts.flatMap((part, at) => {
    const own = taking[at]
    return own === undefined ? [] : [{ part, own }]
  })
  const asked = (coverage: Coverage | undefined) => pairs.map(({ part, own }) => (coverage === undefined ? own.least : floorOf(part, own, tier, coverage)))
  const alone = ({ part, own }: (typeof pairs)[number], coverage: Coverage | undefined) =>
    coverage === undefined || payableAlone(highs, part, floorOf(part, own, tier, coverage), deadline) !== false
  // one unit of everything is the least that can be asked
  const [first] = coverages(all, taking, tier, 1)
  if (first === undefined || pairs.some((pair) => !alone(pair, first))) return { bound: 0, taking }
  const rising = coverages(all, taking, tier, joint.relaxed.push(aim.column, 1)?.[aim.column] ?? 1)
  let [from, to] = [0, rising.length]
  for (let tries = 0; from < to && tries < TRIES; tries += 1) {
    const middle = tries === 0 ? to : (from + to + 1) >> 1
    holdUnits(joint, asked(rising[middle - 1]), taking)
    if (joint.relaxed.again() === null && !joint.relaxed.unsure()) to = middle - 1
    else from = middle
  }
  for (const pair of pairs) {
    if (alone(pair, rising[to - 1])) continue
    let low = 0
    for (let high = to - 1; low < high;) {
      const middle = (low + high + 1) >> 1
      if (alone(pair, rising[middle - 1])) low = middle
      else high = middle - 1
    }
    to = low
  }
  const least = asked(rising[Math.min(from, to) - 1])
  holdUnits(joint, least, taking)
  const limit = rising[to - 1]
  return { bound: limit === undefined ? 0 : limit.units / limit.needed, taking: taking.map((one, at) => ({ ...one, least: least[at] ?? one.least })) }
}
