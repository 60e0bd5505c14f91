import type { InstanceInput } from './instance.ts'
import { type Rupiah, sum } from './money.ts'
import type { VersionStage } from './version.ts'

/** What a document says of one activity. */
export interface ActivityTotals {
  readonly id: string
  readonly name: string
  readonly regencyCode: string | null
  readonly need: Rupiah
  readonly funded: Rupiah
}

export interface PlanTotals {
  readonly need: Rupiah
  readonly funded: Rupiah
  /** In plan order. */
  readonly activities: readonly ActivityTotals[]
}

/** A locked version with its sums: enough to lay it beside another one. */
export interface VersionTotals extends PlanTotals {
  readonly number: number
  readonly stage: VersionStage
  readonly lockedAt: string
}

/** The sums of a plan by activity. */
export function planTotals({ plan, figures }: Pick<InstanceInput, 'plan' | 'figures'>): PlanTotals {
  const lines = Map.groupBy(figures.lines, ({ activity }) => activity.id)
  return {
    need: figures.need, funded: figures.funded,
    activities: plan.activities.map(({ id, name, regencyCode }) => {
      const own = lines.get(id) ?? []
      return { id, name, regencyCode, need: sum(own.map(({ needed }) => needed)), funded: sum(own.map(({ funded }) => funded)) }
    }),
  }
}
