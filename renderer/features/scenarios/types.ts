import type { z } from 'zod'
import type { planSource } from '#shared/contract/plan.ts'
import type { ComparisonReport } from '#shared/contract/comparison.ts'
import type { ScenarioItem, ScenarioOverrides } from '#shared/contract/scenario.ts'

export type { ComparisonReport, ScenarioItem, ScenarioOverrides }
export type Source = z.infer<typeof planSource>
export type { PlanLine } from '#shared/contract/plan.ts'
export type { AllocationReport } from '#shared/contract/allocation.ts'
export type { WayOut, WayStep } from '#shared/contract/explain.ts'

/** A scenario that says nothing yet. */
export const NOTHING_CHANGED: ScenarioOverrides = {
  ceilings: [], series: {}, prices: [], protect: { lines: [], sources: [], groups: [] }, targets: [], locks: [], strategy: 'tiered',
}

/** How many stand beside the plan. */
export const BESIDE = 4
