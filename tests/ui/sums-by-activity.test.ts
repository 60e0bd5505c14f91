import { expect, test } from 'vitest'
import { sumsByActivity } from '#renderer/features/summary/sums-by-activity.ts'
import type { PlanLine } from '#shared/contract/plan.ts'

/** Only what is summed. */
const line = (activityId: string, need: number | null, funded: number): PlanLine => ({ activityId, activity: `kegiatan ${activityId}`, need, funded, gap: Math.max(0, (need ?? 0) - funded) }) as unknown as PlanLine

test('lines come together under their activity, in the order of the plan; what nobody counted yet is no need of nothing', () => {
  const sums = sumsByActivity([line('b', 4_000_000, 1_000_000), line('a', 2_500_000, 2_500_000), line('b', 1_000_000, 1_000_000), line('c', null, 0), line('d', 0, 0)])
  expect(sums).toEqual([
    { id: 'b', name: 'kegiatan b', need: 5_000_000, funded: 2_000_000, gap: 3_000_000 },
    { id: 'a', name: 'kegiatan a', need: 2_500_000, funded: 2_500_000, gap: 0 },
  ])
})
