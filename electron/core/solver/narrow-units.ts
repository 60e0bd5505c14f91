import type { ProblemBundle } from '#shared/domain/allocation-problem.ts'
import { fluidOf, unitsModel } from './aims.ts'
import { openRelaxed } from './relaxed.ts'
import type { Search } from './search.ts'

/** Far above the solver's tolerance. */
const MARGIN = 1e-4
const ROUNDS = 2

/**
 * Narrows the units of bundles to what every answer that keeps the reached sums must have, rounded inwards with a margin far
 * above the solver's tolerance. Cuts off no answer; the later steps have less to look through.
 */
export function narrow(search: Search, bundles: readonly ProblemBundle[]): void {
  const open = bundles.filter((bundle) => (search.least[bundle.index] ?? 0) < (search.most[bundle.index] ?? 0))
  const fluid = open.length === 0 ? null : fluidOf(search)
  if (fluid === null) return
  const { mip } = unitsModel({ ...search, unpayable: [] }, { kind: 'any' }, fluid)
  const relaxed = openRelaxed(search.highs, mip, search.deadline, fluid.ask)
  const [low, high] = [mip.lower.map(() => Infinity), mip.lower.map(() => -Infinity)]
  const push = (column: number, sign: 1 | -1) => {
    const values = relaxed.push(column, sign)
    values?.forEach((value, at) => {
      low[at] = Math.min(low[at] ?? 0, value)
      high[at] = Math.max(high[at] ?? 0, value)
    })
    return values?.[column] ?? null
  }
  try {
    for (let changed = true, round = 0; changed && round < ROUNDS; round++) {
      changed = false
      for (const { index } of open) {
        const [least, most] = [search.least[index] ?? 0, search.most[index] ?? 0]
        if (least === most) continue
        // an answer that was met already shows that a bound stays
        if ((high[index] ?? 0) <= most - 1 + MARGIN) search.most[index] = Math.min(most, Math.floor((push(index, 1) ?? most) + MARGIN))
        if ((low[index] ?? 0) >= least + 1 - MARGIN) search.least[index] = Math.max(least, Math.ceil((push(index, -1) ?? least) - MARGIN))
        if (search.least[index] === least && search.most[index] === most) continue
        changed = true
        relaxed.bound(index, search.least[index] ?? 0, search.most[index] ?? 0)
      }
    }
  } finally {
    relaxed.close()
  }
}
