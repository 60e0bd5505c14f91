import type { PlanOverview } from '#shared/contract/overview.ts'

export type { PlanOverview }
export type Gap = PlanOverview['gaps'][number]
export type Reach = PlanOverview['reach'][number]
