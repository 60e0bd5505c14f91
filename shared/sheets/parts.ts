import type { LineFigures } from '#shared/domain/figures.ts'
import { multiply, type Rupiah } from '#shared/domain/money.ts'
import type { LineNeed } from '#shared/domain/need.ts'
import type { Activity, CostLine, FundingSource } from '#shared/domain/plan.ts'
import { number, quantities } from '#shared/i18n/format.ts'
import { unitWord } from '#shared/i18n/units.ts'
import { type Context, isOnBudget } from './input.ts'
import { fill } from './texts.ts'

/** What one source pays of one line: a row of the RAB. `volume × price` is always `amount`. */
export interface Part {
  readonly key: string
  readonly activity: Activity
  readonly line: CostLine
  readonly source: FundingSource
  readonly onBudget: boolean
  readonly description: string
  /** `15 kader × 12 bulan`. */
  readonly quantity: string
  readonly volume: number
  readonly unit: string
  readonly price: Rupiah
  readonly amount: Rupiah
}

/** Factors of a line with `units` in the place of the quantity that may be cut. */
function factorsWith(line: CostLine, need: LineNeed & { known: true }, units: number): { n: number; unit: string }[] {
  return line.quantities.map((quantity, index) => ({ n: index === line.cutBy ? units : (need.factors[index] ?? 0), unit: quantity.unit }))
}

/** Units of the factors in one word, `anak-bulan`; a line without factors is bought as one package. */
function unitOf({ language, t }: Pick<Context, 'language' | 't'>, line: CostLine): string {
  return line.quantities.map((quantity) => unitWord(quantity.unit, language, 1)).filter((unit) => unit !== '').join('-') || t.common.package
}

/** What `units` of a line are, in words and as volume and unit. A line that is bought whole is counted as often as it is bought. */
export function quantityOf(
  context: Context, line: CostLine, need: LineNeed & { known: true }, units: number,
): { text: string; volume: number; unit: string } {
  const factors = factorsWith(line, need, units)
  const whole = line.cutBy === null ? units : 1
  const words = quantities(factors, context.language)
  const fallback = context.t.common.package
  return {
    text: words === '' ? `${number(whole, context.language)} ${fallback}` : words,
    volume: multiply(whole, ...factors.map((factor) => factor.n)),
    unit: unitOf(context, line),
  }
}

function partOf(context: Context, figures: LineFigures, cell: LineFigures['cells'][number], source: FundingSource): Part {
  const { line, activity, need } = figures
  const shared = { key: `part:${line.id}:${source.id}`, activity, line, source, onBudget: isOnBudget(source), amount: cell.amount }
  if (need.known && multiply(need.unitCost, cell.units) === cell.amount) {
    const { text, volume, unit } = quantityOf(context, line, need, cell.units)
    const description = line.quantities.length > 1 ? `${line.description}, ${text}` : line.description
    return { ...shared, description, quantity: text, volume, unit, price: line.unitPrice }
  }
  // An amount that is no whole number of units: as a share of the line, in units of its price where that goes up.
  const whole = need.known ? quantityOf(context, line, need, need.units).text : ''
  const description = whole === '' ? line.description : fill(
    context.t.rab.partOf, { description: line.description, source: source.label, quantities: whole },
  )
  if (line.unitPrice > 0 && cell.amount % line.unitPrice === 0) {
    return {
      ...shared, description, quantity: whole, volume: cell.amount / line.unitPrice, unit: unitOf(context, line),
      price: line.unitPrice,
    }
  }
  return { ...shared, description, quantity: whole, volume: 1, unit: context.t.common.package, price: cell.amount }
}

/** Every paid part of the plan, in plan order and within a line in the order of the sources. */
export function partsOf(context: Context): Part[] {
  const order = new Map(context.plan.sources.map((source, index) => [source.id, index]))
  return context.figures.lines.flatMap((figures) =>
    figures.cells
      .filter((cell) => cell.amount > 0)
      .toSorted((a, b) => (order.get(a.sourceId) ?? 0) - (order.get(b.sourceId) ?? 0))
      .flatMap((cell) => {
        const source = context.sourceOf.get(cell.sourceId)?.source
        return source ? [partOf(context, figures, cell, source)] : []
      }))
}

/** Parts grouped by a key, in order of first appearance. */
export function groupParts(parts: readonly Part[], key: (part: Part) => string): Map<string, Part[]> {
  const groups = new Map<string, Part[]>()
  for (const part of parts) {
    const group = groups.get(key(part))
    if (group) group.push(part)
    else groups.set(key(part), [part])
  }
  return groups
}
