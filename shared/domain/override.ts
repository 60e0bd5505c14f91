import { intervention } from '#shared/catalogue/interventions.ts'
import type { PlanCounts } from './caseload.ts'
import { FULL_BP } from './money.ts'
import { drivenNumber } from './need.ts'
import { type Activity, type CostLine, isDriven } from './plan.ts'
import type { TargetGroup } from './target-group.ts'

/** A number that was typed where the catalogue's line follows a count. */
export interface Override {
  /** Index of the quantity. */
  readonly index: number
  readonly driver: TargetGroup
  readonly shareBp: number
  /** What it would be if it followed again; null = nothing is counted. */
  readonly wouldBe: number | null
}

/**
 * Whether a line's number was typed over a count, and which one. The plan does not keep what a typed number replaced; the catalogue's line that
 * the line was made from says it: found by its description or, where that was changed, by its units in their order. `null` where the line
 * follows a count, or nothing is known that it could follow.
 */
export function overrideOf(line: CostLine, activity: Pick<Activity, 'catalogueKey'>, counts: PlanCounts): Override | null {
  if (activity.catalogueKey === null || line.quantities.some(isDriven)) return null
  const templates = intervention(activity.catalogueKey)?.lines ?? []
  const units = line.quantities.map(({ unit }) => unit).join('\n')
  const template = templates.find(({ description }) => description === line.description) ?? templates.find(({ quantities }) => quantities.map(({ unit }) => unit).join('\n') === units)
  for (const [index, quantity] of (template?.quantities ?? []).entries()) {
    if (!('driver' in quantity) || !line.quantities[index]) continue
    const shareBp = quantity.shareBp ?? FULL_BP
    return { index, driver: quantity.driver, shareBp, wouldBe: drivenNumber({ unit: quantity.unit, driver: quantity.driver, shareBp, served: [], lastN: null }, counts).n }
  }
  return null
}
