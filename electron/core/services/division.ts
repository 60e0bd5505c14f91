import { createHash } from 'node:crypto'
import type { DivisionReport } from '#shared/contract/allocation.ts'
import type { Strategy } from '#shared/domain/allocation.ts'
import { type Division, spendingOrder, stillHeld, withHeld } from '#shared/domain/division.ts'
import { planFigures } from '#shared/domain/figures.ts'
import { allocationInstance } from '#shared/domain/instance.ts'
import type { Session } from '../session.ts'
import { exactly, type PlanView, planView } from './plan-view.ts'

const PATH = 'division/'

/** What is kept: the division, and by two hashes what it followed from and what it gave. */
interface Kept extends Division {
  readonly basis: string
  readonly paid: string
}

const hash = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32)

/** Needs, prices, money, rules and targets; a lock on what is paid already changes nothing. */
function basisOf(view: PlanView): string {
  return hash({ ...exactly(() => allocationInstance(view)).instance, locks: [] })
}

/** The money of each cell; a cell without any is none. */
function paidOf({ figures }: PlanView): string {
  return hash(figures.lines.flatMap(({ line, cells }) => cells.filter(({ amount }) => amount > 0).map(({ sourceId, amount }) => [line.id, sourceId, amount])).toSorted())
}

function keptDivision(session: Session, planId: string): Kept | undefined {
  const found = session.workspace.keyed(PATH).get(planId)
  return found === undefined ? undefined : (JSON.parse(found) as Kept)
}

/** Remembers how the plan's money has just been divided. Call inside the step that writes it, after its cells. */
export function rememberDivision(session: Session, planId: string, how: Pick<Division, 'strategy' | 'scenario' | 'lines' | 'cells'>): void {
  const view = planView(session, planId)
  const kept: Kept = { ...how, at: session.ports.now().toISOString(), order: spendingOrder(view.plan), basis: basisOf(view), paid: paidOf(view) }
  session.workspace.setSetting(`${PATH}${planId}`, JSON.stringify(kept))
}

/** The strategy by which a plan was last divided, else the usual one. */
export function strategyOf(session: Session, planId: string): Strategy {
  return keptDivision(session, planId)?.strategy ?? 'tiered'
}

/** A plan with what its last division held and it still keeps, and that division's strategy: what explains it. */
export function dividedView(session: Session, view: PlanView): { readonly view: PlanView; readonly strategy: Strategy } {
  const kept = keptDivision(session, view.plan.id)
  if (!kept) return { view, strategy: 'tiered' }
  const plan = withHeld(view, kept)
  return { strategy: kept.strategy, view: { ...view, plan, figures: exactly(() => planFigures(plan, view.counts, view.rules)) } }
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
