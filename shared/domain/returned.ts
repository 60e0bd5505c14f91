import { multiply } from './money.ts'
import { type LineNeed } from './need.ts'
import { type CostLine, isDriven } from './plan.ts'
import { MONTH_UNITS } from './per-child.ts'
import type { PlanEdit } from './plan-edit.ts'

/**
 * A figure that is another one in a workbook that came back. price: of a line. volume: of what a source pays of a line. amount: the same, typed
 * over the formula. ceiling: of a source.
 */
export type ReturnedWhat = 'price' | 'volume' | 'amount' | 'ceiling'

/**
 * ready: the plan still has what was exported. conflict: the plan changed too, to something else. same: the plan has it already. gone: its line
 * or source is no longer in the plan. refused: it cannot be taken, and why.
 */
export type ReturnedState = 'ready' | 'conflict' | 'same' | 'gone' | 'refused'

export type ReturnedProblem =
  | 'price_differs' | 'not_a_number' | 'not_whole_rupiah' | 'not_whole_units' | 'above_need' | 'follows_count' | 'several_sources' | 'not_taken'

/** One figure as it was exported, as it came back, and as it is now (`null`: nothing is there). */
export interface ReturnedFigure {
  readonly key: string
  readonly what: ReturnedWhat
  readonly lineId: string
  readonly sourceId: string
  readonly exported: number
  readonly returned: number
  readonly now: number | null
}

/** What the plan has now of a line that a row of the workbook is of. */
export interface LineNow {
  readonly line: CostLine
  readonly need: LineNeed
  /** Units that each source pays, by its id. */
  readonly units: ReadonlyMap<string, number>
  readonly labelOf: ReadonlyMap<string, string>
}

export type LineEdits =
  | { readonly edits: readonly PlanEdit[]; readonly of: readonly string[] }
  | { readonly problem: ReturnedProblem; readonly key: string; readonly amounts: Readonly<Record<string, number>> }

export function stateOf({ exported, returned, now }: Pick<ReturnedFigure, 'exported' | 'returned' | 'now'>): ReturnedState {
  if (now === null) return 'gone'
  if (now === returned) return 'same'
  return now === exported ? 'ready' : 'conflict'
}

/** Units that a volume is of a line: its volume without what a unit holds. */
function unitsOf({ line, need }: LineNow, volume: number): { units: number } | { per: number } {
  const factors = need.known ? need.factors.filter((_, index) => index !== line.cutBy) : []
  const per = multiply(1, ...factors)
  return per > 0 && volume % per === 0 ? { units: volume / per } : { per }
}

/**
 * The edits that take over the figures of one line together, and the figure that each is of. A volume above the need raises the line's own number,
 * where that is typed and not counted; a line that is bought whole and has one quantity takes the volume as that.
 */
export function lineEdits(now: LineNow, figures: readonly ReturnedFigure[]): LineEdits {
  const { line, need, units, labelOf } = now
  const edits: PlanEdit[] = []
  const of: string[] = []
  const add = (key: string, edit: PlanEdit): void => {
    edits.push(edit)
    of.push(key)
  }
  const price = figures.find(({ what }) => what === 'price')
  if (price) add(price.key, { what: 'price', line: line.id, value: price.returned })
  const wanted = new Map(units)
  const volumes = figures.filter(({ what }) => what === 'volume')
  const only = line.quantities.length === 1 ? line.quantities[0] : undefined
  for (const figure of volumes) {
    const source = labelOf.get(figure.sourceId)
    if (source === undefined) continue
    if (line.cutBy === null && only && !isDriven(only) && figure.returned > 0) {
      if (units.size > 1) return { problem: 'several_sources', key: figure.key, amounts: {} }
      add(figure.key, { what: 'quantity', line: line.id, index: 0, n: figure.returned })
      continue
    }
    const found = unitsOf(now, figure.returned)
    if (!('units' in found)) {
      const below = found.per === 0 ? 0 : Math.floor(figure.returned / found.per) * found.per
      return { problem: 'not_whole_units', key: figure.key, amounts: { unitCost: found.per, below, above: below + found.per } }
    }
    wanted.set(figure.sourceId, found.units)
    add(figure.key, { what: 'cell', line: line.id, source, units: found.units })
  }
  const [first] = volumes
  const total = [...wanted.values()].reduce((sum, one) => sum + one, 0)
  if (first && need.known && total > need.units) {
    const cut = line.cutBy === null ? undefined : line.quantities[line.cutBy]
    if (!cut || line.cutBy === null) return { problem: 'above_need', key: first.key, amounts: { given: total, needed: need.units } }
    // A year has no more of them.
    if (MONTH_UNITS.has(cut.unit.toLowerCase()) && total > 12) return { problem: 'above_need', key: first.key, amounts: { given: total, needed: need.units } }
    if (isDriven(cut)) return { problem: 'follows_count', key: first.key, amounts: { given: total, needed: need.units } }
    edits.unshift({ what: 'quantity', line: line.id, index: line.cutBy, n: total })
    of.unshift(first.key)
  }
  for (const figure of figures) {
    const source = labelOf.get(figure.sourceId)
    if (figure.what === 'amount' && source !== undefined) add(figure.key, { what: 'cell', line: line.id, source, amount: figure.returned })
  }
  return { edits, of }
}
