import { compare } from '#shared/domain/allocation-fraction.ts'
import { fluidOf, modelOf, unitsModel } from './aims.ts'
import { solveMip } from './highs.ts'
import type { AllocationModel } from './model.ts'
import type { Hint } from './pack.ts'
import { hintOf, lowered, payable } from './payable.ts'
import { type Aim, type Answer, keeps, lowestOfVillages, type Search, sumOf } from './search.ts'

export type Found =
  | { readonly status: 'found'; readonly answer: Answer; readonly proven: boolean }
  | { readonly status: 'none'; readonly proven: boolean }

/** Proposals that cannot be paid before all cells are made whole, and those that are cut off as they are: what they have in common is not worth the search yet. */
const [MAX_REFUSED, PLAIN_CUTS] = [25, 2]

/**
 * The best answer for one aim under everything that is kept. The solver chooses units under limits that let sources pay fluid amounts,
 * which bounds the truth from above; its units count only when whole units per source pay for them. Where that is proven impossible,
 * these units and all above them are cut off, for this aim and every later one; after many such proposals all cells are whole.
 * An answer is `proven` when it reaches the bound of such a model.
 */
export function optimise(search: Search, aim: Aim): Found {
  const { highs, layout, deadline } = search
  const bare = { ...search, most: asked(search, aim, search.most) }
  for (let refused = 0; refused <= MAX_REFUSED; refused++) {
    const last = refused === MAX_REFUSED
    const fluid = last ? null : fluidOf(search)
    const model = fluid === null ? modelOf(bare, aim, 'all') : unitsModel(bare, aim, fluid)
    const solved = solveMip(highs, model.mip, { deadline, limits: fluid?.ask })
    if (solved.status === 'infeasible') return { status: 'none', proven: true }
    if (solved.values === null) break
    const proven = solved.status === 'optimal'
    const { best } = search
    if (best !== null && reaches(search, aim, best, solved.values, model)) return { status: 'found', answer: best, proven }
    if (aim.kind === 'begin' && solved.bound < 0.5 && proven) return { status: 'none', proven: true }
    const units = asked(search, aim, model.units.map((column) => Math.round(solved.values?.[column] ?? 0)))
    if (units.every((count, bundle) => count >= (search.least[bundle] ?? 0) && count <= (search.most[bundle] ?? 0)) && keeps(search, units)) {
      const hints: Hint[] = [fluid === null ? hintOf(layout, model, solved.values) : hintOf(layout, fluid.model, fluid.paid())]
      if (best !== null) hints.push((line, source) => best.packing.counts[line * layout.sourceCount + source] ?? 0)
      const packing = payable(search, units, hints)
      if (packing === 'unpayable') {
        search.unpayable.push(refused < PLAIN_CUTS ? units : lowered(search, units))
        continue
      }
      if (packing !== null) {
        const answer = { units, packing }
        search.onAnswer(answer)
        return { status: 'found', answer, proven }
      }
    }
    if (!proven || last) break
    refused = MAX_REFUSED - 1
  }
  return { status: 'none', proven: false }
}

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
