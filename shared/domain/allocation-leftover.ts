import type { LeftoverReason } from './allocation.ts'
import type { Problem, ProblemBundle } from './allocation-problem.ts'

/** What an allocation leaves: units per bundle, and spending per source and per cap, in whole rupiah. */
export interface Spending {
  readonly problem: Problem
  readonly units: readonly number[]
  readonly spent: readonly number[]
  readonly capSpent: readonly number[]
}

/**
 * The least extra money in one source that buys one more unit of the bundle while nothing else moves: each line of the bundle is
 * paid by that source or by what others still have. Null where no amount helps. With `rules` false, caps and locks are ignored.
 */
function extraFor(spending: Spending, bundle: ProblemBundle, source: number, rules: boolean): { line: string; amount: number } | null {
  const { problem, spent, capSpent } = spending
  const left = problem.available.map((available, index) => available - (spent[index] ?? 0))
  const caps = problem.caps.map((cap, index) => cap.max - (capSpent[index] ?? 0))
  const lines = bundle.lines.map((index) => problem.lines[index]).filter((line) => line !== undefined && line.unitCost > 0)
  let best: { line: string; amount: number } | null = null
  const payable = (line: (typeof lines)[number], payer: number, cost: number) =>
    line !== undefined && line.sources.includes(payer) && (!rules || (!line.locks.has(payer)
      && problem.caps.every((cap, index) => cap.source !== payer || !cap.lines.has(line.index) || (caps[index] ?? 0) >= cost)))
  const place = (line: (typeof lines)[number], payer: number, cost: number) => {
    if (line === undefined) return
    left[payer] = (left[payer] ?? 0) - cost
    problem.caps.forEach((cap, index) => {
      if (cap.source === payer && cap.lines.has(line.index)) caps[index] = (caps[index] ?? 0) - cost
    })
  }
  const visit = (at: number, first: string | null) => {
    const line = lines[at]
    if (line === undefined) {
      const amount = Math.max(0, -(left[source] ?? 0))
      if (first !== null && (best === null || amount < best.amount)) best = { line: first, amount }
      return
    }
    if (line.splittable) {
      // what others have left pays first, this source pays the rest
      let open = line.unitCost
      const parts: [number, number][] = []
      for (const payer of line.sources) {
        if (payer === source) continue
        const part = Math.min(open, Math.max(0, left[payer] ?? 0))
        if (part > 0 && payable(line, payer, part)) {
          parts.push([payer, part])
          place(line, payer, part)
          open -= part
        }
      }
      const reaches = open === 0 || payable(line, source, open)
      if (reaches) {
        place(line, source, open)
        visit(at + 1, first ?? (open > 0 ? line.id : null))
        place(line, source, -open)
      }
      for (const [payer, part] of parts) place(line, payer, -part)
      return
    }
    for (const payer of line.sources) {
      if (payer !== source && (left[payer] ?? 0) < line.unitCost) continue
      if (!payable(line, payer, line.unitCost)) continue
      place(line, payer, line.unitCost)
      visit(at + 1, first ?? (payer === source ? line.id : null))
      place(line, payer, -line.unitCost)
    }
  }
  visit(0, null)
  return best
}

const unmetBundles = ({ problem, units }: Spending) => problem.bundles.filter((bundle) => (units[bundle.index] ?? 0) < bundle.units)

/** What the next rupiah of a source would buy first: the smallest amount, the earlier line where two ask for the same. */
export function nextUnit(spending: Spending, source: number): { line: string; amount: number } | null {
  let best: { line: string; amount: number } | null = null
  for (const bundle of unmetBundles(spending)) {
    const extra = extraFor(spending, bundle, source, true)
    if (extra !== null && extra.amount > 0 && (best === null || extra.amount < best.amount)) best = extra
  }
  return best
}

/**
 * Why a source has money left: every need of the plan is met; no line that still needs money may use it; what is left is less
 * than a unit of each line that may use it; or a cap or lock holds it back although it would do. Null when nothing is left.
 */
export function leftoverReason(spending: Spending, source: number): LeftoverReason | null {
  const { problem, spent } = spending
  if ((problem.available[source] ?? 0) - (spent[source] ?? 0) <= 0) return null
  const unmet = unmetBundles(spending)
  if (unmet.length === 0) return 'all_needs_met'
  const eligible = unmet.filter((bundle) => bundle.lines.some((index) => {
    const line = problem.lines[index]
    return line !== undefined && line.unitCost > 0 && line.sources.includes(source)
  }))
  if (eligible.length === 0) return 'not_eligible'
  return eligible.some((bundle) => extraFor(spending, bundle, source, false)?.amount === 0) ? 'held_by_rule' : 'less_than_unit'
}
