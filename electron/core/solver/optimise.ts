import { compare } from '#shared/domain/allocation-fraction.ts'
import { cellsModel, fluidOf, unitsModel } from './aims.ts'
import { type MipAnswer, solveMip } from './highs.ts'
import type { AllocationModel } from './model.ts'
import type { Hint } from './pack.ts'
import { ask, type Asking, hintOf, LONG_LOOK, type Look, lowered } from './payable.ts'
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
  /** Steps of the solver in choosing units, in all turns so far. */
  readonly steps: number
  /** Nodes in looking who pays, in all turns so far. */
  readonly looked: number
  /** The look who pays for one proposal. */
  readonly look: Look
  /** Nodes of the solver with all cells whole. */
  readonly nodes: number | undefined
}

const TURNS: readonly Turn[] = [
  { refused: 3, steps: 300, looked: 60, look: { cells: 60, nodes: 300, attempts: 1 }, nodes: 600 },
  { refused: 12, steps: 6_000, looked: 200, look: { cells: 300, nodes: 300, attempts: 3 }, nodes: 2_000 },
  { refused: 60, steps: Infinity, looked: Infinity, look: LONG_LOOK, nodes: undefined },
]

/** Units that the solver chose, and the question who pays for them. */
interface Proposal {
  readonly units: readonly number[]
  readonly asking: Asking
  readonly proven: boolean
}

/** What the turns of one aim hand on. */
interface Going {
  refused: number
  steps: number
  looked: number
  /** The proposal about which nothing was decided yet. */
  open: Proposal | null
}

/**
 * The best answer for one aim under everything that is kept. Two ways take turns with growing effort, because either is at times far quicker
 * than the other: units alone, and units with whole cells. An answer is `proven` when it reaches the bound of such a model.
 */
export function optimise(search: Search, aim: Aim): Found {
  const going: Going = { refused: 0, steps: 0, looked: 0, open: null }
  for (const turn of TURNS) {
    const byUnits = chooseUnits(search, aim, turn, going)
    if (byUnits !== null) return byUnits
    // after the deadline the first quick answer is all that is looked for
    if (search.best !== null && performance.now() > search.deadline) break
    const byCells = chooseCells(search, aim, turn.nodes)
    if (byCells !== null) return byCells
  }
  return { status: 'none', proven: false }
}

/**
 * The solver chooses units under limits that let sources pay fluid amounts, which bounds the truth from above; its units count only when whole
 * units per source pay for them. Where that is proven impossible, these units and all above them are cut off, for this aim and every
 * later one. Null: not done within this turn.
 */
function chooseUnits(search: Search, aim: Aim, turn: Turn, going: Going): Found | null {
  while (going.refused < turn.refused && (going.open !== null || (going.steps < turn.steps && going.looked < turn.looked))) {
    const proposal = going.open ?? propose(search, aim, going)
    if (proposal === null || 'status' in proposal) return proposal
    const { units, asking, proven } = proposal
    const before = asking.nodes()
    const packing = asking.look(turn.look)
    going.looked += asking.nodes() - before
    going.open = packing === null ? proposal : null
    if (packing === null) return null
    if (packing !== 'unpayable') return taken(search, { units, packing }, proven)
    search.unpayable.push(going.refused < PLAIN_CUTS ? units : lowered(search, units))
    going.refused += 1
  }
  return null
}

/** Units that the solver chooses under the limits of fluid money, or what it says without them. Null: nothing that holds. */
function propose(search: Search, aim: Aim, going: Going): Found | Proposal | null {
  const { highs, layout, deadline, best } = search
  const fluid = fluidOf(search)
  if (fluid === null) return null
  const model = unitsModel(askedOf(search, aim), aim, fluid)
  const solved = solveMip(highs, model.mip, { deadline, limits: fluid.ask, purpose: 'step' })
  going.steps += solved.steps
  const answered = answerOf(search, aim, model, solved)
  if (answered !== null) return answered
  const units = proposed(search, aim, model, solved.values)
  if (units === null) return null
  const hints: Hint[] = [hintOf(layout, fluid.model, fluid.paid())]
  if (best !== null) hints.push((line, source) => best.packing.counts[line * layout.sourceCount + source] ?? 0)
  return { units, asking: ask(search, units, hints), proven: solved.status === 'optimal' }
}

/** The solver chooses units and who pays, all whole. Null: not done within its nodes. */
function chooseCells(search: Search, aim: Aim, nodes: number | undefined): Found | null {
  const { highs, layout, deadline } = search
  const model = cellsModel(askedOf(search, aim), aim, 'all')
  const solved = solveMip(highs, model.mip, { deadline, maxNodes: nodes, purpose: 'step' })
  const proven = solved.status !== 'limit'
  if (!proven && nodes !== undefined) return null
  const answered = answerOf(search, aim, model, solved)
  if (answered !== null) return answered
  const units = proposed(search, aim, model, solved.values)
  const packing = units === null || solved.values === null ? null : ask(search, units, [hintOf(layout, model, solved.values)]).look(LONG_LOOK)
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
