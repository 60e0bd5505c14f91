import type { Highs } from 'highs'
import { AppError } from '#core/app-error.ts'
import type { AllocationInstance, AllocationResult, EqualOutcome, InstanceStrategy } from '#shared/domain/allocation.ts'
import { checkAllocation } from '#shared/domain/allocation-check.ts'
import { instanceProblem } from '#shared/domain/allocation-instance.ts'
import { createProblem, tiersOf } from '#shared/domain/allocation-problem.ts'
import { fluidOf } from './aims.ts'
import { equalOutcome } from './bounds.ts'
import { smallestConflict } from './conflict.ts'
import { loadSolver } from './highs.ts'
import { JOINT_BUNDLES, solveJointly } from './joint.ts'
import { emptyResult, resultOf } from './outcome.ts'
import { createLayout, type Layout, leastUnits } from './packing.ts'
import { optimise } from './optimise.ts'
import { pack, packsAtOnce } from './pack.ts'
import type { Answer, Search } from './search.ts'
import { chooseSources } from './sources.ts'
import { preferEarlier } from './ties.ts'
import { raiseSum, solveTier, type TierReached } from './tiers.ts'
import { raiseVillages } from './villages.ts'

export interface AllocationProgress {
  /** Steps done of `steps`: the first answer, each tier, the sources. */
  readonly done: number
  readonly steps: number
}

export interface SolveOptions {
  readonly strategy: InstanceStrategy
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: AllocationProgress) => void) | undefined
  /** Each better answer while the search goes on; true answers, with status `feasible`. */
  readonly onAnswer?: ((result: AllocationResult) => void) | undefined
  /** Time after which the best answer so far is given as `feasible`. */
  readonly deadlineMs?: number | undefined
  /** True: only whether locks, targets and caps hold together (`feasible`, `infeasible` or, not decided, `stopped`); no answer and no conflict is looked for. */
  readonly holdsOnly?: boolean | undefined
}

export const DEADLINE_MS = 20_000
/** Time that the bounds of what was not proven have at least, also where the search used all of its own. */
const BOUNDS_MS = 10_000

function createSearch(highs: Highs, layout: Layout, deadline: number, onAnswer: (answer: Answer) => void): Search {
  const least = leastUnits(layout.problem)
  return { highs, layout, least, most: [...least], kept: [], unpayable: [], best: null, fluid: null, deadline, onAnswer }
}

/** Uses a search and frees what it has loaded. */
function within<T>(search: Search, use: (search: Search) => T): T {
  try {
    return use(search)
  } finally {
    search.fluid?.close()
  }
}

/** Whether a lock is in a source that may not pay, or locks and targets ask for more units than are needed. */
function asksTooMuch({ least, layout: { problem } }: Search): boolean {
  const foreign = problem.lines.some((line) => [...line.locks].some(([source, amount]) => amount > 0 && !line.sources.includes(source)))
  return foreign || problem.bundles.some((bundle) => (least[bundle.index] ?? 0) > bundle.units)
}

/** Finds a first answer: locks and targets, nothing more. */
function start(search: Search): 'found' | 'none' | 'unknown' {
  if (asksTooMuch(search)) return 'none'
  // a locked part of a unit needs its other part from elsewhere, so more units than the least may never be needed
  const found = optimise(search, { kind: 'any' })
  if (found.status === 'found') search.best = found.answer
  return found.status === 'found' ? 'found' : found.proven ? 'none' : 'unknown'
}

/** Whether locks, targets and caps hold together: mostly money handed out once pays, or not even fluid money does; else as a first answer is found. */
function holding(search: Search): 'feasible' | 'infeasible' | 'stopped' {
  if (asksTooMuch(search)) return 'infeasible'
  if (packsAtOnce(search.layout, search.least)) return 'feasible'
  if ((fluidOf(search)?.ask(search.least).length ?? 0) > 0) return 'infeasible'
  if (pack(search.layout, search.least, () => 0) !== null) return 'feasible'
  const first = start(search)
  return first === 'found' ? 'feasible' : first === 'none' ? 'infeasible' : 'stopped'
}

/**
 * Solves an instance by model §5 in the calling thread, synchronously once the solver is loaded; `signal` is looked at between the
 * steps only, so run it in the worker (`runAllocation`) where it must stop at once.
 *
 * Equal input gives an equal answer. `optimal` is said only when the answer was checked in whole rupiah and a bound of a model
 * that allows more than the truth was reached; see docs/decisions/allocation.md.
 * @throws AppError instance_invalid
 */
export function solveWith(highs: Highs, instance: AllocationInstance, options: SolveOptions): AllocationResult {
  const wrong = instanceProblem(instance, options.strategy)
  if (wrong !== null) throw new AppError('instance_invalid', { ...wrong })
  const layout = createLayout(createProblem(instance))
  const deadline = performance.now() + (options.deadlineMs ?? DEADLINE_MS)
  const aside = new Set<number>()
  const onAnswer = (answer: Answer) => options.onAnswer?.(resultOf(layout, answer, aside, 'feasible', 1))
  const jointly = options.strategy === 'equal' && layout.problem.bundles.length >= JOINT_BUNDLES
    ? solveJointly(highs, layout, { onProgress: ({ done, total }) => options.onProgress?.({ done, steps: total }), ...(options.deadlineMs === undefined ? {} : { deadlineMs: options.deadlineMs }) })
    : null
  return jointly ?? within(createSearch(highs, layout, deadline, onAnswer), (search) => solveFrom(search, instance, options, aside))
}

/** The steps of a strategy from an empty search; `aside` gets the bundles that cannot have one unit. */
function solveFrom(search: Search, instance: AllocationInstance, options: SolveOptions, aside: Set<number>): AllocationResult {
  const { highs, layout, deadline } = search
  const { problem } = layout
  const tiers = tiersOf(problem)
  const steps = tiers.length + 2
  const stopped = () => options.signal?.aborted === true
  if (options.holdsOnly === true) return emptyResult(problem, holding(search), [], true)
  const first = start(search)
  if (first === 'none') {
    const feasible = (reduced: AllocationInstance) =>
      within(createSearch(highs, createLayout(createProblem(reduced)), performance.now() + DEADLINE_MS, () => undefined), holding) !== 'infeasible'
    return emptyResult(problem, 'infeasible', smallestConflict(instance, feasible))
  }
  if (first === 'unknown' || search.best === null) return emptyResult(problem, 'stopped', [], true)
  options.onProgress?.({ done: 1, steps })
  let proven = true
  const equal = options.strategy === 'equal' && !stopped() ? raiseVillages(search) : null
  if (equal !== null) ({ proven } = equal)
  const reachedTiers: TierReached[] = []
  if (options.strategy === 'children' && !stopped()) {
    const reached = problem.bundles.filter((bundle) => bundle.heads > 0 && bundle.units > 0)
    for (const bundle of reached) search.most[bundle.index] = bundle.units
    if (reached.length > 0) proven = raiseSum(search, reached, (bundle) => bundle.heads)
  }
  for (const [at, tier] of tiers.entries()) {
    if (stopped()) break
    const reached = solveTier(search, tier)
    for (const bundle of reached.aside) aside.add(bundle)
    reachedTiers.push(reached)
    proven &&= reached.proven
    options.onProgress?.({ done: at + 2, steps })
  }
  let answer: Answer = preferEarlier(layout, search.best)
  if (!stopped()) {
    answer = { units: answer.units, packing: chooseSources(search, answer) }
    options.onProgress?.({ done: steps, steps })
  }
  const status = stopped() ? 'stopped' : proven ? 'optimal' : 'feasible'
  const plain = resultOf(layout, answer, aside, status, proven && !stopped() ? 0 : gapOf(search, answer))
  const result = equal === null ? plain : within(createSearch(highs, layout, Math.max(deadline, performance.now() + BOUNDS_MS), () => undefined),
    (fresh) => withVillages(plain, equalOutcome(fresh, answer, equal, reachedTiers), stopped()))
  const problems = checkAllocation(instance, result)
  if (problems.length > 0) throw new Error(`allocation fails its own check: ${problems.join('; ')}`)
  return result
}

function withVillages(result: AllocationResult, equal: EqualOutcome, stopped: boolean): AllocationResult {
  return { ...result, equal, gap: stopped ? result.gap : Math.max(0, ...equal.steps.map((step) => step.gap)) }
}

/** Relative distance of the sum of weight × coverage to its greatest thinkable value: what is certain when a proof was cut short. */
function gapOf(search: Search, answer: Answer): number {
  const { bundles } = search.layout.problem
  const counted = bundles.filter((bundle) => bundle.units > 0)
  const most = counted.reduce((sum, bundle) => sum + bundle.weight, 0)
  const reached = counted.reduce((sum, bundle) => sum + (bundle.weight * (answer.units[bundle.index] ?? 0)) / bundle.units, 0)
  return most === 0 ? 0 : (most - reached) / most
}

/** Loads the solver if need be and solves in this thread. @throws AppError instance_invalid */
export async function solve(instance: AllocationInstance, options: SolveOptions): Promise<AllocationResult> {
  return solveWith(await loadSolver(), instance, options)
}
