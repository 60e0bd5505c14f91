import { compare } from '#shared/domain/allocation-fraction.ts'
import { cellsModel, fluidOf, unitsModel } from './aims.ts'
import { type MipAnswer, solveMip } from './highs.ts'
import type { AllocationModel } from './model.ts'
import type { Hint } from './pack.ts'
import { hintOf, LONG_LOOK, type Look, LOOK, lowered, payable, QUICK_LOOK } from './payable.ts'
import { type Aim, type Answer, keeps, lowestOfVillages, type Search, sumOf } from './search.ts'

export type Found =
  | { readonly status: 'found'; readonly answer: Answer; readonly proven: boolean }
  | { readonly status: 'none'; readonly proven: boolean }

/** Proposals that are cut off as they are: what they have in common is not worth the search yet. */
const PLAIN_CUTS = 2

/** How much each way of answering may try before it is the turn of the other. Counts, not times, so that equal input gives an equal answer. */
interface Turn {
  /** Proposals that cannot be paid, in all turns so far. */
  readonly refused: number
  /** The look who pays for one proposal. */
  readonly look: Look
  /** Nodes of the solver with all cells whole; undefined: as many as it needs. */
  readonly nodes: number | undefined
}

const TURNS: readonly Turn[] = [
  { refused: 2, look: QUICK_LOOK, nodes: 500 },
  { refused: 12, look: LOOK, nodes: 2_000 },
  { refused: 40, look: LONG_LOOK, nodes: undefined },
]

/**
 * The best answer for one aim under everything that is kept. Two ways take turns with growing effort, because either is at times far quicker
 * than the other: units alone, and units with whole cells. An answer is `proven` when it reaches the bound of such a model.
 */
export function optimise(search: Search, aim: Aim): Found {
  let refused = 0
  for (const turn of TURNS) {
    const byUnits = chooseUnits(search, aim, turn, refused)
    if (typeof byUnits === 'object') return byUnits
    const byCells = chooseCells(search, aim, turn.nodes)
    if (byCells !== null) return byCells
    refused = turn.refused
  }
  return { status: 'none', proven: false }
}

/**
 * The solver chooses units under limits that let sources pay fluid amounts, which bounds the truth from above; its units count only when whole
 * units per source pay for them. Where that is proven impossible, these units and all above them are cut off, for this aim and every
 * later one.
 */
function chooseUnits(search: Search, aim: Aim, { refused: most, look }: Turn, before: number): Found | 'refused' | 'undecided' {
  const { highs, layout, deadline, best } = search
  for (let refused = before; refused < most; refused++) {
    const fluid = fluidOf(search)
    if (fluid === null) return 'undecided'
    const model = unitsModel(askedOf(search, aim), aim, fluid)
    const solved = solveMip(highs, model.mip, { deadline, limits: fluid.ask })
    const answered = answerOf(search, aim, model, solved)
    if (answered !== null) return answered
    const units = proposed(search, aim, model, solved.values)
    if (units === null) return 'undecided'
    const hints: Hint[] = [hintOf(layout, fluid.model, fluid.paid())]
    if (best !== null) hints.push((line, source) => best.packing.counts[line * layout.sourceCount + source] ?? 0)
    const packing = payable(search, units, hints, look)
    if (packing === null) return 'undecided'
    if (packing !== 'unpayable') return taken(search, { units, packing }, solved.status === 'optimal')
    search.unpayable.push(refused < PLAIN_CUTS ? units : lowered(search, units))
  }
  return 'refused'
}

/** The solver chooses units and who pays, all whole. Null: not done within its nodes. */
function chooseCells(search: Search, aim: Aim, nodes: number | undefined): Found | null {
  const { highs, layout, deadline } = search
  const model = cellsModel(askedOf(search, aim), aim, 'all')
  const solved = solveMip(highs, model.mip, { deadline, maxNodes: nodes })
  const proven = solved.status !== 'limit'
  if (!proven && nodes !== undefined) return null
  const answered = answerOf(search, aim, model, solved)
  if (answered !== null) return answered
  const units = proposed(search, aim, model, solved.values)
  const packing = units === null || solved.values === null ? null : payable(search, units, [hintOf(layout, model, solved.values)], LONG_LOOK)
  return units === null || packing === null || packing === 'unpayable' ? null : taken(search, { units, packing }, proven)
}

/** What a solved model says without looking who pays: that there is no answer, or that the best one met is as good. */
function answerOf(search: Search, aim: Aim, model: AllocationModel, { status, values, bound }: MipAnswer): Found | null {
  const proven = status === 'optimal'
  if (status === 'infeasible') return { status: 'none', proven: true }
  if (values === null) return null
  if (search.best !== null && reaches(search, aim, search.best, values, model)) return { status: 'found', answer: search.best, proven }
  return aim.kind === 'begin' && bound < 0.5 && proven ? { status: 'none', proven } : null
}

/** The units of a solved model that the aim asks for, where they hold in whole numbers. */
function proposed(search: Search, aim: Aim, model: AllocationModel, values: Float64Array | null): number[] | null {
  if (values === null) return null
  const units = asked(search, aim, model.units.map((column) => Math.round(values[column] ?? 0)))
  const within = units.every((count, bundle) => count >= (search.least[bundle] ?? 0) && count <= (search.most[bundle] ?? 0))
  return within && keeps(search, units) ? units : null
}

function taken(search: Search, answer: Answer, proven: boolean): Found {
  search.onAnswer(answer)
  return { status: 'found', answer, proven }
}

/** The same search where no bundle may have more than the aim asks for. */
const askedOf = (search: Search, aim: Aim): Search => ({ ...search, most: asked(search, aim, search.most) })

/** A proposal without the units that the aim does not ask for: less to pay, and where even that is too much, nothing above it is payable. */
function asked(search: Search, aim: Aim, units: readonly number[]): number[] {
  if (aim.kind === 'sum' || aim.kind === 'villages') return [...units]
  const held = new Set(search.kept.flatMap(({ factors }) => [...factors.keys()]))
  const begins = new Set(aim.kind === 'begin' ? aim.bundles : [])
  return units.map((count, bundle) => {
    if (held.has(bundle)) return count
    return Math.max(search.least[bundle] ?? 0, begins.has(bundle) ? Math.min(count, 1) : 0)
  })
}

/** True where the best answer met so far is as good as a proposal. */
function reaches(search: Search, aim: Aim, best: Answer, values: Float64Array, model: AllocationModel): boolean {
  const within = best.units.every((units, bundle) => units >= (search.least[bundle] ?? 0) && units <= (search.most[bundle] ?? 0))
  if (!within || !keeps(search, best.units)) return false
  const proposed = model.units.map((column) => Math.round(values[column] ?? 0))
  if (aim.kind === 'any') return true
  if (aim.kind === 'sum') return sumOf(aim.sum, best.units) >= sumOf(aim.sum, proposed)
  if (aim.kind === 'villages') return compare(lowestOfVillages(aim.villages, best.units), lowestOfVillages(aim.villages, proposed)) >= 0
  return false
}
