import type { WayOut, WayStep } from '#shared/contract/explain.ts'
import type { Progress } from '#shared/contract/values.ts'
import type { AllocationInstance, Conflict } from '#shared/domain/allocation.ts'
import { bareInstance, onlyConflict } from '#shared/domain/explain.ts'
import type { Session } from '../session.ts'
import type { Input } from './explain.ts'
import { type ExplainBasis, explainBasis, isSolved } from './explain-basis.ts'
import { askedFor, ceilingTries, costOf, type Found, partTries, type Test, type Try } from './explain-loosen.ts'

const isSame = (a: WayStep, b: WayStep) => a.kind === b.kind && a.line === b.line && a.source === b.source

/** The steps with one more; one that goes further on the same thing takes the place of the earlier one. */
function withStep(steps: readonly WayStep[], next: WayStep): WayStep[] {
  const before = steps.find((step) => isSame(step, next))
  return before ? steps.map((step) => (step === before ? { ...next, from: before.from } : step)) : [...steps, next]
}

/** Locks and targets that have to give way after a first one, conflict by conflict, until all holds together; what is of its kind comes first. */
async function restOf(basis: ExplainBasis, first: Found, works: Test): Promise<readonly WayStep[] | undefined> {
  let steps: readonly WayStep[] = [first.way]
  let instance: AllocationInstance = first.instance
  while (!(await works(instance))) {
    const { conflict } = await basis.solve(bareInstance(instance))
    const tries = partTries(basis, instance, conflict, works).filter(({ kind }) => kind === 'target' || kind === 'lock').toSorted((a, b) => Number(b.kind === first.way.kind) - Number(a.kind === first.way.kind))
    let next: Found | undefined
    for (const attempt of tries) next ??= await attempt.run(onlyConflict(instance, conflict), 0)
    if (!next) return undefined
    steps = withStep(steps, next.way)
    instance = next.instance
  }
  return steps
}

/** What one try gives: enough by itself, else by going further, else together with others; where nothing of that is enough, what ends this conflict alone. */
async function wayOf(basis: ExplainBasis, conflict: readonly Conflict[], attempt: Try, works: Test): Promise<WayOut | undefined> {
  const { instance } = basis
  const found = await attempt.run(onlyConflict(instance, conflict), costOf(askedFor(instance, conflict)))
  if (!found) return undefined
  if (await works(found.instance)) return { ...found.way, along: [], enough: true }
  const further = await attempt.run(instance, costOf(instance.lines))
  if (further) return { ...further.way, along: [], enough: true }
  const steps = attempt.kind === 'target' || attempt.kind === 'lock' ? await restOf(basis, found, works) : undefined
  const [own = found.way, ...along] = steps ?? []
  return { ...own, along, enough: steps !== undefined }
}

/** True where two ways are the same steps in another order. */
function isSameWay(a: WayOut, b: WayOut): boolean {
  const [one, other] = [[a, ...a.along], [b, ...b.along]]
  return one.length === other.length && one.every((step) => other.some((its) => isSame(step, its) && step.to === its.to))
}

type Events = Progress | { event: 'way'; way: WayOut } | { event: 'done'; stopped: boolean; feasible: boolean; conflict: Conflict[] }

/** The conflict of an infeasible plan and the least that resolves it, part by part. @throws AppError plan_*, scenario_not_found, money_range */
export async function* explainWaysOut(session: Session, input: Input<'waysOut'>, signal?: AbortSignal): AsyncGenerator<Events> {
  const basis = explainBasis(session, input, signal)
  const { instance, solve, label } = basis
  yield { event: 'progress', phase: 'solve', done: null, total: null }
  const works: Test = async (problem) => isSolved(await solve(bareInstance(problem)))
  const first = await solve(bareInstance(instance))
  if (first.status !== 'infeasible') {
    yield { event: 'done', stopped: signal?.aborted ?? false, feasible: isSolved(first), conflict: [] }
    return
  }
  const conflict = first.conflict
  const all = [...partTries(basis, instance, conflict, works), ...ceilingTries(basis, conflict, works)]
  const given: WayOut[] = []
  for (const [index, attempt] of all.entries()) {
    const way = await wayOf(basis, conflict, attempt, works)
    if (signal?.aborted) break
    if (way && !given.some((one) => isSameWay(one, way))) {
      given.push(way)
      yield { event: 'way', way }
    }
    yield { event: 'progress', phase: 'solve', done: index + 1, total: all.length }
  }
  yield { event: 'done', stopped: signal?.aborted ?? false, feasible: false, conflict: conflict.map((part) => ({ ...part, ...(part.source === undefined ? {} : { source: label(part.source) }) })) }
}
