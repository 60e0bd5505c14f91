import type { AllocationInstance } from './allocation.ts'
import type { InstanceInput } from './instance.ts'
import { allocationInstance } from './instance.ts'
import { planFigures } from './figures.ts'
import { helpLines } from './meeting.ts'
import { FULL_BP, type Rupiah } from './money.ts'
import { type Basis, type CostLine, isDriven, type Plan } from './plan.ts'

/** So many units of a help at such a price; `price` null keeps the line's own. */
export interface HelpChoice {
  readonly what: 'help'
  readonly line: string
  readonly price: Rupiah | null
  readonly units: number
}

/** What a meeting can choose. plan: a scenario by id, or null for the plan as it is; breach: whether the money is divided anew under the rules. */
export type MeetingChoice =
  | HelpChoice
  | { readonly what: 'plan'; readonly scenario: string | null; readonly name: string }
  | { readonly what: 'breach'; readonly repair: boolean }
  | { readonly what: 'words' }

export interface ChosenPlan {
  readonly plan: Plan
  /** Units that each line gets, neither more nor fewer. */
  readonly exact: ReadonlyMap<string, number>
}

/** A typed number that the help is cut by may be raised; a count of people cannot be outvoted. */
function withUnits(line: CostLine, units: number): CostLine {
  const cut = line.cutBy === null ? undefined : line.quantities[line.cutBy]
  if (!cut || isDriven(cut) || cut.n >= units) return line
  return { ...line, quantities: line.quantities.map((quantity, index) => (index === line.cutBy ? { unit: cut.unit, n: units } : quantity)) }
}

/**
 * The plan with what was chosen about its helps: the price of the costliest line of each, more units where a typed number allows them, and no lock
 * that holds more than was chosen. What others get is left to the allocation. A help that is gone, or whose need is not known, is passed over.
 */
export function withHelp(view: InstanceInput, choices: readonly HelpChoice[], basis: Basis): ChosenPlan {
  const exact = new Map<string, number>()
  const lines = new Map(view.plan.lines.map((line) => [line.id, line]))
  const unlocked = new Set<string>()
  for (const choice of choices) {
    const together = helpLines(view, choice.line)
    if (!together.every(({ need }) => need.known)) continue
    for (const [index, { line, need, cells }] of together.entries()) {
      const priced = index === 0 && choice.price !== null && choice.price !== line.unitPrice ? { ...line, unitPrice: choice.price, priceBasis: basis } : line
      lines.set(line.id, withUnits(priced, choice.units))
      const cut = line.cutBy === null ? undefined : line.quantities[line.cutBy]
      const most = need.known && cut && !isDriven(cut) ? Math.max(need.units, choice.units) : need.known ? need.units : 0
      const units = Math.min(choice.units, most)
      exact.set(line.id, units)
      if (cells.filter((cell) => cell.locked).reduce((total, cell) => total + cell.units, 0) > units) unlocked.add(line.id)
    }
  }
  const plan: Plan = {
    ...view.plan, lines: view.plan.lines.map((line) => lines.get(line.id) ?? line),
    cells: view.plan.cells.map((cell) => (cell.locked && unlocked.has(cell.lineId) ? { ...cell, locked: false } : cell)),
  }
  return { plan, exact }
}

/**
 * The allocation problem of a chosen plan: its helps get exactly what was chosen, and with `atMost` no more than that, so that one can see what the
 * money allows where it does not reach. @throws MoneyRangeError
 */
export function chosenInstance(view: InstanceInput, { plan, exact }: ChosenPlan, atMost: ReadonlySet<string> = new Set()): { readonly view: InstanceInput; readonly instance: AllocationInstance } {
  const chosen: InstanceInput = { ...view, plan, figures: planFigures(plan, view.counts, view.rules) }
  const { instance } = allocationInstance(chosen)
  const lines = instance.lines.map((line) => {
    const units = exact.get(line.id)
    if (units === undefined) return line
    const { targetBp: _, ...rest } = line
    return { ...rest, units: Math.min(line.units, units), ...(units === 0 || atMost.has(line.id) ? {} : { targetBp: FULL_BP }) }
  })
  return { view: chosen, instance: { ...instance, lines } }
}
