import type { ConflictPart } from '#shared/contract/allocation.ts'
import type { WayOut, WayStep } from '#shared/contract/explain.ts'
import type { Progress } from '#shared/contract/values.ts'
import type { Conflict } from '#shared/domain/allocation.ts'
import { bareInstance, onlyConflict } from '#shared/domain/explain.ts'
import type { Session } from '../session.ts'
import type { Input } from './explain.ts'
import { type ExplainBasis, explainBasis, isSolved } from './explain-basis.ts'
import { heldBy, inTheWay, without } from './explain-in-the-way.ts'
import { namedPart } from './explain-named.ts'
import { askedFor, ceilingTries, costOf, type Found, partTries, type Try } from './explain-loosen.ts'

const isSame = (a: WayStep, b: WayStep) => a.kind === b.kind && a.line === b.line && a.source === b.source

/** What is being looked through: the problem that does not hold together, and the conflict in it that was named. */
interface Looking {
  readonly basis: ExplainBasis
  readonly first: readonly Conflict[]
}

/** What else has to give way after a first step, and how far; undefined where no locks and targets are enough. */
async function restOf({ basis }: Looking, { way, instance: from }: Found): Promise<readonly WayStep[] | undefined> {
  const own = (part: Conflict) => part.kind === way.kind && part.line === way.line && (part.source === undefined || basis.label(part.source) === way.source)
  const held = heldBy(from, way.kind)
  // the step itself goes further only where nothing else helps
  const gone = await inTheWay(from, [...held.filter((part) => !own(part)), ...held.filter(own)], basis.holds)
  if (!gone) return undefined
  const steps: WayStep[] = []
  let instance = from
  for (const [at, part] of gone.entries()) {
    const others = gone.slice(at + 1)
    const [attempt] = partTries(basis, instance, [part], basis.holds)
    const found = await attempt?.run(without(instance, others), 0)
    if (!found) return undefined
    steps.push(found.way)
    instance = found.instance
  }
  const further = steps.find((step) => isSame(step, way))
  return [further ? { ...further, from: way.from } : way, ...steps.filter((step) => step !== further)]
}

/** What ends the first conflict, where all else holds together then: found soon. */
async function soonWay({ basis, first }: Looking, attempt: Try): Promise<{ readonly found: Found; readonly enough: boolean } | undefined> {
  const found = await attempt.run(onlyConflict(basis.instance, first), costOf(askedFor(basis.instance, first)))
  return found && { found, enough: await basis.holds(found.instance) }
}

/** Where ending the first conflict is not enough: going further by the same thing, else together with others; where nothing of that is, the step alone. */
async function longWay(looking: Looking, attempt: Try, found: Found): Promise<WayOut> {
  const { instance } = looking.basis
  const further = await attempt.run(instance, costOf(instance.lines))
  if (further) return { ...further.way, along: [], enough: true }
  const steps = attempt.kind === 'target' || attempt.kind === 'lock' ? await restOf(looking, found) : undefined
  const [own = found.way, ...along] = steps ?? []
  return { ...own, along, enough: steps !== undefined }
}

/** Every way in the order in which it is found: first those that are enough by themselves at once. Null: one more was looked through. */
async function* eachWay(looking: Looking, tries: readonly Try[]): AsyncGenerator<WayOut | null> {
  const rest: { readonly attempt: Try; readonly found: Found }[] = []
  for (const attempt of tries) {
    const soon = await soonWay(looking, attempt)
    if (soon && !soon.enough) rest.push({ attempt, found: soon.found })
    else yield soon ? { ...soon.found.way, along: [], enough: true } : null
  }
  for (const { attempt, found } of rest) yield await longWay(looking, attempt, found)
}

/** True where two ways are the same steps in another order. */
function isSameWay(a: WayOut, b: WayOut): boolean {
  const [one, other] = [[a, ...a.along], [b, ...b.along]]
  return one.length === other.length && one.every((step) => other.some((its) => isSame(step, its) && step.to === its.to))
}

type Events = Progress | { event: 'conflict'; conflict: ConflictPart[] } | { event: 'way'; way: WayOut } | { event: 'done'; stopped: boolean; feasible: boolean; conflict: ConflictPart[] }

/** The conflict of an infeasible plan and the least that resolves it, part by part. @throws AppError plan_*, scenario_not_found, money_range */
export async function* explainWaysOut(session: Session, input: Input<'waysOut'>, signal?: AbortSignal): AsyncGenerator<Events> {
  const basis = explainBasis(session, input, signal, { plain: true })
  const { instance, solve, held, label } = basis
  yield { event: 'progress', phase: 'solve', done: null, total: null }
  const first = await solve(bareInstance(instance))
  if (first.status !== 'infeasible') {
    yield { event: 'done', stopped: signal?.aborted ?? false, feasible: isSolved(first), conflict: [] }
    return
  }
  const named = first.conflict.map((part) => namedPart(part, held, label))
  yield { event: 'conflict', conflict: named }
  const tries = [...partTries(basis, instance, first.conflict, basis.holds), ...ceilingTries(basis, first.conflict, basis.holds)]
  const given: WayOut[] = []
  let done = 0
  for await (const way of eachWay({ basis, first: first.conflict }, tries)) {
    if (signal?.aborted) break
    if (way && !given.some((one) => isSameWay(one, way))) {
      given.push(way)
      yield { event: 'way', way }
    }
    done += 1
    yield { event: 'progress', phase: 'solve', done, total: tries.length }
  }
  yield { event: 'done', stopped: signal?.aborted ?? false, feasible: false, conflict: named }
}
