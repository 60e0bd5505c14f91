import type { Highs } from 'highs'
import type { Problem, ProblemBundle } from '#shared/domain/allocation-problem.ts'
import type { Tier } from '#shared/domain/plan.ts'
import { solveMip } from '../highs.ts'
import { addColumn } from '../mip.ts'
import { type AllocationModel, buildModel } from '../model.ts'
import { pack } from '../pack.ts'
import { emptyPacking, type Layout } from '../packing.ts'
import { hintOf } from '../payable.ts'
import type { Answer } from '../search.ts'
import { drawnBy, type Part, type Pool } from './parts.ts'
import type { Taking } from './relaxed.ts'

/** What a village should get: as the relaxed programme has it, plus what the villages before it left short. */
interface Wish {
  readonly taking: Taking
  /** Most that it may draw from each pool. */
  readonly budget: readonly number[]
  /** More that it may draw where whole units cannot be paid otherwise. */
  readonly spare: readonly number[]
  /** Least coverage of the village as a whole, 0 to 1; null where the villages are not compared. */
  readonly village: number | null
  /** Wanted sum of weight × coverage by tier. */
  readonly sums: ReadonlyMap<Tier, number>
}

const NODES = 40
/** What falling short of a wish weighs beside the sum of the last tier: the village as a whole, then by tier; an earlier one outweighs a later one. */
const SHORT = [2_000, 1_000, 300, 100]
const MILLION = 1_000_000
/** What a million rupiah beyond the budget weighs, and a million within it. */
const [OVER, DRAW] = [5, 0.01]

/** The part with less in its pools. */
export function within({ layout, pools }: Part, kinds: readonly Pool['kind'][], budget: readonly number[]): Layout {
  const available = [...layout.problem.available]
  const caps = [...layout.problem.caps]
  kinds.forEach((kind, pool) => {
    const place = pools[pool] ?? -1
    if (place < 0) return
    const cap = caps[place]
    if (kind === 'source') available[place] = Math.min(available[place] ?? 0, budget[pool] ?? 0)
    else if (cap !== undefined) caps[place] = { ...cap, max: Math.min(cap.max, budget[pool] ?? 0) }
  })
  const problem: Problem = { ...layout.problem, available, caps }
  return { ...layout, problem }
}

/** Columns for what the village draws from each pool beyond its budget, and a small price on all that it draws: what is not needed stays. */
function priceDraws(model: AllocationModel, layout: Layout, part: Part, kinds: readonly Pool['kind'][], wish: Wish): void {
  const { problem, sourceCount } = layout
  const locked = drawnBy(part, kinds.map((kind) => ({ id: '', kind, available: 0 })), emptyPacking(layout))
  kinds.forEach((kind, pool) => {
    const place = part.pools[pool] ?? -1
    const cap = kind === 'cap' ? problem.caps[place] : undefined
    const source = cap?.source ?? place
    const cells = place < 0 ? [] : problem.lines.flatMap((line): [number, number][] => {
      const column = model.cells[line.index * sourceCount + source] ?? -1
      return column < 0 || (cap !== undefined && !cap.lines.has(line.index)) ? [] : [[column, line.unitCost / MILLION]]
    })
    if (cells.length === 0) return
    const over = addColumn(model.mip, 0, (wish.spare[pool] ?? 0) / MILLION, false, -OVER)
    model.mip.rows.push({ lower: -Infinity, upper: ((wish.budget[pool] ?? 0) - (locked[pool] ?? 0)) / MILLION, columns: [...cells.map(([column]) => column), over], values: [...cells.map(([, cost]) => cost), -1] })
    for (const [column, cost] of cells) model.mip.cost[column] = -DRAW * cost
  })
}

/**
 * Whole units for one village: what it should have of each tier, for the least money. It keeps to its budget unless what it should have of an
 * earlier tier, or as a whole, cannot be had otherwise.
 */
export function wholeUnits(highs: Highs, part: Part, kinds: readonly Pool['kind'][], wish: Wish, deadline: number): Answer | null {
  const layout = within(part, kinds, wish.budget.map((money, pool) => money + (wish.spare[pool] ?? 0)))
  const { bundles } = layout.problem
  const taking = bundles.filter(({ units }) => units > 0)
  for (const cells of ['none', 'all'] as const) {
    const model = buildModel(layout, wish.taking.least, wish.taking.most, cells)
    const { mip } = model
    const wishFor = (own: readonly ProblemBundle[], wanted: number, price: number) => {
      if (own.length === 0 || wanted <= 0) return
      const short = addColumn(mip, 0, wanted, false, -price)
      mip.rows.push({ lower: wanted, upper: Infinity, columns: [...own.map(({ index }) => model.units[index] ?? 0), short], values: [...own.map((bundle) => bundle.weight / bundle.units), 1] })
    }
    for (const [tier, wanted] of wish.sums) wishFor(taking.filter((bundle) => bundle.tier === tier), wanted, SHORT[tier] ?? 0)
    if (wish.village !== null) wishFor(taking, wish.village * taking.reduce((sum, bundle) => sum + bundle.weight, 0), SHORT[0] ?? 0)
    priceDraws(model, layout, part, kinds, wish)
    const solved = solveMip(highs, mip, { maxNodes: NODES, deadline })
    if (solved.values === null) continue
    const units = bundles.map(({ index }) => Math.round(solved.values?.[model.units[index] ?? 0] ?? 0))
    const packing = pack(layout, units, hintOf(layout, model, solved.values))
    if (packing !== null) return { units, packing }
  }
  return null
}
