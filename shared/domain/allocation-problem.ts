import type { AllocationInstance, AllocationLine } from './allocation.ts'
import { FULL_BP } from './money.ts'
import type { Tier, Weight } from './plan.ts'

/** A line with everything looked up; numbers are places in the problem's arrays. */
export interface ProblemLine {
  readonly index: number
  readonly id: string
  readonly bundle: number
  readonly unitCost: number
  readonly splittable: boolean
  /** Eligible sources in spending order. */
  readonly sources: readonly number[]
  /** Locked amounts by source. */
  readonly locks: ReadonlyMap<number, number>
  readonly heads: number
}

/** Lines that are funded in the same number of units; a line without a bundle stands alone in one. */
export interface ProblemBundle {
  readonly index: number
  readonly lines: readonly number[]
  readonly tier: Tier
  readonly weight: Weight
  readonly units: number
  /** True where a line of it follows a count. */
  readonly driven: boolean
  /** Least units that its coverage targets ask for. */
  readonly least: number
  /** Children that it reaches when every unit is bought. */
  readonly heads: number
  /** The village that it is for. */
  readonly village: string | null
}

export interface ProblemCap {
  readonly source: number
  readonly lines: ReadonlySet<number>
  readonly max: number
}

/** An instance with its ids resolved. Bundles and lines are in plan order, sources in spending order. */
export interface Problem {
  readonly instance: AllocationInstance
  readonly lines: readonly ProblemLine[]
  readonly bundles: readonly ProblemBundle[]
  /** Money per source; below zero counts as 0 (model: overcommitted sources never make a plan infeasible). */
  readonly available: readonly number[]
  readonly caps: readonly ProblemCap[]
}

/** Units that a coverage target asks for: ceil(target × N), exactly. */
export function targetUnits(line: Pick<AllocationLine, 'targetBp' | 'units'>): number {
  const full = BigInt(FULL_BP)
  return Number((BigInt(line.targetBp ?? 0) * BigInt(line.units) + full - 1n) / full)
}

function places(ids: readonly string[], at: ReadonlyMap<string, number>): number[] {
  return [...new Set(ids.map((id) => at.get(id)).filter((index) => index !== undefined))].toSorted((a, b) => a - b)
}

/** Looks up the ids of a valid instance. Repeated sources of a line count once. */
export function createProblem(instance: AllocationInstance): Problem {
  const sourceAt = new Map(instance.sources.map((source, index) => [source.id, index]))
  const lineAt = new Map(instance.lines.map((line, index) => [line.id, index]))
  const bundleAt = new Map<string, number>()
  const members: AllocationLine[][] = []
  const lines = instance.lines.map((line, index): ProblemLine => {
    const known = line.bundle === undefined ? undefined : bundleAt.get(line.bundle)
    const bundle = known ?? members.push([]) - 1
    if (line.bundle !== undefined) bundleAt.set(line.bundle, bundle)
    members[bundle]?.push(line)
    const locks = instance.locks
      .filter((lock) => lock.line === line.id)
      .map((lock): [number, number] => [sourceAt.get(lock.source) ?? -1, lock.amount])
    return {
      index, id: line.id, bundle, unitCost: line.unitCost, splittable: line.splittable === true && line.unitCost > 0,
      sources: places(line.sources, sourceAt), locks: new Map(locks), heads: line.heads ?? 0,
    }
  })
  const bundles = members.map((group, index): ProblemBundle => {
    const [first] = group
    return {
      index,
      lines: group.map((line) => lineAt.get(line.id) ?? -1),
      tier: first?.tier ?? 3,
      weight: first?.weight ?? 1,
      units: first?.units ?? 0,
      driven: group.some((line) => line.driven),
      least: Math.max(0, ...group.map(targetUnits)),
      heads: group.reduce((total, line) => total + (line.heads ?? 0), 0),
      village: first?.village ?? null,
    }
  })
  return {
    instance, lines, bundles,
    available: instance.sources.map((source) => Math.max(0, source.available)),
    caps: instance.caps.map((cap) => ({ source: sourceAt.get(cap.source) ?? -1, lines: new Set(places(cap.lines, lineAt)), max: cap.max })),
  }
}

/** Tiers in which a strategy works, in order; a tier without a line is left out. */
export function tiersOf(problem: Problem): readonly Tier[] {
  return ([1, 2, 3] as const).filter((tier) => problem.bundles.some((bundle) => bundle.tier === tier))
}
