import type { Highs } from 'highs'
import type { ProblemBundle } from '#shared/domain/allocation-problem.ts'
import { pack } from '../pack.ts'
import { solveMip } from '../highs.ts'
import { leastUnits } from '../packing.ts'
import { buildModel } from '../model.ts'
import { ask, hintOf, LONG_LOOK } from '../payable.ts'
import type { Answer } from '../search.ts'
import type { Part, Parts } from './parts.ts'
import type { Taking } from './relaxed.ts'

/** Whether a village could pay exactly these units if everything shared were its own. `null` = not decided. */
export function payableAlone(highs: Highs, { layout }: Part, units: readonly number[], deadline: number): boolean | null {
  const answer = ask({ highs, layout, deadline }, units, [() => 0]).look(LONG_LOOK)
  return answer === null ? null : answer !== 'unpayable'
}

/** What each village must have, and which of its bundles can get a unit at all when everything shared were its own: the others take no part. */
export function takingOf(highs: Highs, { parts }: Parts, deadline: number): Taking[] {
  return parts.map((part) => {
    const least = leastUnits(part.layout.problem)
    const able = ({ index, units }: ProblemBundle) => units > 0 && ((least[index] ?? 0) > 0 || payableAlone(highs, part, least.with(index, 1), deadline) !== false)
    return { least, most: part.layout.problem.bundles.map((bundle) => (able(bundle) ? bundle.units : 0)) }
  })
}

/** A village that could not rise far above the lowest even if everything shared were its own: what it could reach at most, and an answer that comes near. */
export interface Bottleneck {
  readonly at: number
  readonly bound: number
  readonly reached: number
  readonly answer: Answer
}

const NODES = 300
/** Villages whose own limit is this near to the bound are looked at in whole units. */
const NEAR = 1.03

/** Greatest coverage of each village near to the lowest, alone with everything shared, in whole units: what none exceeds binds all of them. */
export function bottlenecks(highs: Highs, { parts }: Parts, taking: readonly Taking[], bound: number, deadline: number): Bottleneck[] {
  return parts.flatMap((part, at) => {
    const own = taking[at]
    const bundles = part.layout.problem.bundles.filter(({ units }) => units > 0)
    if (own === undefined || bundles.every(({ index }) => (own.most[index] ?? 0) === 0)) return []
    const weight = bundles.reduce((sum, bundle) => sum + bundle.weight, 0)
    const model = buildModel(part.layout, own.least, own.most, 'none')
    for (const bundle of bundles) model.mip.cost[model.units[bundle.index] ?? 0] = bundle.weight / bundle.units
    const relaxed = solveMip(highs, model.mip, { relaxed: true, deadline })
    if (relaxed.status !== 'optimal' || relaxed.objective > bound * weight * NEAR) return []
    const solved = solveMip(highs, model.mip, { maxNodes: NODES, deadline })
    const { values } = solved
    if (values === null) return []
    const proposed = part.layout.problem.bundles.map(({ index }) => Math.round(values[model.units[index] ?? 0] ?? 0))
    const packing = pack(part.layout, proposed, hintOf(part.layout, model, values))
    if (packing === null) return []
    const most = Number.isFinite(solved.bound) ? Math.max(solved.bound, solved.objective) : relaxed.objective
    const reached = bundles.reduce((sum, bundle) => sum + (bundle.weight * (proposed[bundle.index] ?? 0)) / bundle.units, 0) / weight
    return [{ at, bound: (most / weight) * (1 + 1e-7), reached, answer: { units: proposed, packing } }]
  })
}
