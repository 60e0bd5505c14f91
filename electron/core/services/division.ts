import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { DivisionReport } from '#shared/contract/allocation.ts'
import { strategy, targetGroup } from '#shared/contract/values.ts'
import type { Strategy } from '#shared/domain/allocation.ts'
import { type Division, type Held, NOTHING_HELD, onlyHeld, spendingOrder, stillHeld, withHeld } from '#shared/domain/division.ts'
import { planFigures } from '#shared/domain/figures.ts'
import { allocationInstance } from '#shared/domain/instance.ts'
import type { Session } from '../session.ts'
import { exactly, type PlanView, planView } from './plan-view.ts'

const PATH = 'division/'

/** What is kept: the division, and by two hashes what it followed from and what it gave. Earlier files do not say by what a line was protected. */
const keptShape = z.object({
  strategy, scenario: z.string().nullable(), at: z.string(), order: z.array(z.string()), basis: z.string(), paid: z.string(),
  lines: z.array(z.object({ lineId: z.string(), targetBp: z.int().min(0), by: z.union([z.literal('line'), targetGroup]).default('line') })),
  cells: z.array(z.object({ lineId: z.string(), sourceId: z.string(), units: z.int().min(0), amount: z.int().min(0).nullable() })),
})
type Kept = Division & Pick<z.infer<typeof keptShape>, 'basis' | 'paid'>

/** How a plan's money is divided, as one says it; when, in which order and from what is added where it is kept. */
export type How = Pick<Division, 'strategy' | 'scenario'> & Held

const hash = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32)

/** Needs, prices, money, rules and targets; a lock on what is paid already changes nothing. */
function basisOf(view: PlanView): string {
  return hash({ ...exactly(() => allocationInstance(view)).instance, locks: [] })
}

/** The money of each cell; a cell without any is none. */
function paidOf({ figures }: PlanView): string {
  return hash(figures.lines.flatMap(({ line, cells }) => cells.filter(({ amount }) => amount > 0).map(({ sourceId, amount }) => [line.id, sourceId, amount])).toSorted())
}

/** What cannot be read counts as not kept: a plan is never out of reach because of it. */
function keptDivision(session: Session, planId: string): Kept | undefined {
  const found = session.workspace.keyed(PATH).get(planId)
  if (found === undefined) return undefined
  try {
    return keptShape.parse(JSON.parse(found))
  } catch {
    return undefined
  }
}

function divided(view: PlanView, how: How): Omit<Kept, 'at'> {
  return { ...how, order: spendingOrder(view.plan), basis: basisOf(view), paid: paidOf(view) }
}

/** True where a plan as it stands is remembered as divided just so: dividing it so again would say nothing new. */
export function isDividedSo(session: Session, view: PlanView, how: How): boolean {
  const kept = keptDivision(session, view.plan.id)
  return kept !== undefined && JSON.stringify(keptShape.parse({ ...divided(view, how), at: kept.at })) === JSON.stringify(kept)
}

/** Remembers how the plan's money has just been divided. Call inside the step that writes it, after its cells. */
export function rememberDivision(session: Session, planId: string, how: How): void {
  const kept: Kept = { ...divided(planView(session, planId), how), at: session.ports.now().toISOString() }
  session.workspace.setSetting(`${PATH}${planId}`, JSON.stringify(kept))
}

/** By which strategy a plan was last divided, else the usual one, and what it only holds since then. */
export function howDivided(session: Session, view: PlanView): { readonly strategy: Strategy; readonly held: Held } {
  const kept = keptDivision(session, view.plan.id)
  return kept ? { strategy: kept.strategy, held: onlyHeld(kept, view) } : { strategy: 'tiered', held: NOTHING_HELD }
}

/** A plan with what is held of it, as least coverages and locks. @throws AppError money_range */
function heldView(view: PlanView, held: Held): PlanView {
  if (held.lines.length === 0 && held.cells.length === 0) return view
  const plan = withHeld(view.plan, held)
  return { ...view, plan, figures: exactly(() => planFigures(plan, view.counts, view.rules)) }
}

/** A plan with what its last division held and it still keeps, and that division's strategy: what explains it. */
export function dividedView(session: Session, view: PlanView): { readonly view: PlanView; readonly strategy: Strategy; readonly held: Held } {
  const { strategy, held } = howDivided(session, view)
  return { strategy, held, view: heldView(view, held) }
}

/** How a plan was last divided, what is held of it, and what has changed since; null where nothing was taken over. @throws AppError plan_*, money_range */
export function divisionOf(session: Session, planId: string | undefined): DivisionReport | null {
  const view = planView(session, planId)
  const kept = keptDivision(session, view.plan.id)
  if (!kept) return null
  const label = (id: string) => view.plan.sources.find((source) => source.id === id)?.label
  const held = stillHeld(kept, view)
  const [was, is] = [kept.order, spendingOrder(view.plan)]
  const sources = was.length !== is.length || was.some((id) => !is.includes(id))
  return {
    strategy: kept.strategy, scenario: kept.scenario, at: kept.at, order: was.flatMap((id) => label(id) ?? []),
    lines: held.lines.map(({ lineId }) => lineId), cells: held.cells.flatMap(({ lineId, sourceId }) => { const source = label(sourceId); return source === undefined ? [] : [{ line: lineId, source }] }),
    released: kept.lines.length + kept.cells.length - held.lines.length - held.cells.length,
    changed: {
      cells: paidOf(view) !== kept.paid, sources, order: !sources && was.some((id, at) => id !== is[at]), basis: basisOf(view) !== kept.basis,
    },
  }
}
