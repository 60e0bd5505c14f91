import { MoneyRangeError, multiply, type Rupiah } from './money.ts'
import { FAMILIES, type TargetGroup } from './target-group.ts'

/** Words for a month, in which a quantity may be counted. */
export const MONTH_UNITS: ReadonlySet<string> = new Set(['bulan', 'bln', 'month', 'months'])

const CHILD_GROUPS: ReadonlySet<string> = new Set(FAMILIES.child)

export interface CountedQuantity {
  readonly unit: string
  /** What it is now; null = not known. */
  readonly now: number | null
  readonly driver?: TargetGroup | undefined
}

interface PricedLine {
  readonly quantities: readonly CountedQuantity[]
  readonly unitPrice: Rupiah
  /** A typed number that stands in place of a count. */
  readonly override: { readonly index: number; readonly driver: TargetGroup } | null
}

/** What help costs for one child: each month where the line counts months, else for all of `over` (`56 hari`; empty: once). */
export interface PerChild {
  readonly amount: Rupiah
  readonly group: TargetGroup
  readonly children: number | null
  readonly months: number | null
  readonly over: readonly { readonly n: number; readonly unit: string }[]
}

/**
 * Rupiah per child and month of a line whose count is of children: price × its other quantities, so whole rupiah and never rounded. Days are
 * not turned into months: a cycle stays a cycle. `null` where a line counts no children a quantity is unknown, or the amount leaves the exact range.
 */
export function perChild({ quantities, unitPrice, override }: PricedLine): PerChild | null {
  const groupOf = (quantity: CountedQuantity, index: number) => quantity.driver ?? (override?.index === index ? override.driver : undefined)
  const at = quantities.findIndex((quantity, index) => CHILD_GROUPS.has(groupOf(quantity, index) ?? ''))
  const children = quantities[at]
  const group = children && groupOf(children, at)
  if (!children || !group) return null
  const month = quantities.findIndex((quantity, index) => index !== at && MONTH_UNITS.has(quantity.unit.toLowerCase()))
  const over: { n: number; unit: string }[] = []
  for (const [index, { now, unit }] of quantities.entries()) {
    if (index === at || index === month) continue
    if (now === null) return null
    over.push({ n: now, unit })
  }
  try {
    return { amount: multiply(unitPrice, ...over.map(({ n }) => n)), group, children: children.now, months: month < 0 ? null : (quantities[month]?.now ?? null), over: month < 0 ? over : [] }
  } catch (error) {
    if (error instanceof MoneyRangeError) return null
    throw error
  }
}

/** The lines of an activity together: their sum where all that count children count the same ones over the same time, else `null`. */
export function perChildTogether(parts: readonly (PerChild | null)[]): PerChild | null {
  const known = parts.filter((part) => part !== null)
  const [first] = known
  if (!first) return null
  const same = (part: PerChild) => part.group === first.group && part.children === first.children && part.months === first.months && JSON.stringify(part.over) === JSON.stringify(first.over)
  return known.every(same) ? { ...first, amount: known.reduce((total, { amount }) => total + amount, 0) } : null
}
