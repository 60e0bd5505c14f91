import { describe, expect, test } from 'vitest'
import { budgetRows, totals } from '#renderer/features/budget/rows.ts'
import type { PlanLine } from '#shared/contract/plan.ts'

function line(id: string, activityId: string, tier: 1 | 2 | 3, need: number | null, bySource: Record<string, number>): PlanLine {
  const funded = Object.values(bySource).reduce((sum, amount) => sum + amount, 0)
  return {
    id, activityId, activity: `kegiatan ${activityId}`, description: id, tier, weight: 1, code: '2.2.02', accountCode: null, spendingClass: 'food', quantities: [],
    cutBy: null, unitPrice: 1, priceBasis: null, units: need, unitCost: 1, need, stale: false, fundedUnits: funded, funded, gap: Math.max(0, (need ?? 0) - funded),
    coverageTargetBp: null, splittable: false, bySource, locked: [], typed: {}, override: null,
  }
}

const lines = [line('b', 'B', 2, 500, {}), line('a1', 'A', 1, 100, { DDS: 60, ADD: 40 }), line('c', 'C', 1, 70, { DDS: 20 }), line('a2', 'A', 1, null, {})]

describe('the rows of the budget', () => {
  test('stand by tier, then by activity, in the order of the plan; empty tiers are left out', () => {
    const rows = budgetRows(lines).map(({ tier, activities }) => [tier, ...activities.map((activity) => [activity.id, ...activity.lines.map(({ id }) => id)])])
    expect(rows).toEqual([[1, ['A', 'a1', 'a2'], ['C', 'c']], [2, ['B', 'b']]])
  })

  test('an activity sums its lines; a need that is not known counts as nothing and is said to be unknown', () => {
    expect(budgetRows(lines)[0]?.activities[0]?.figures).toEqual({ need: 100, known: false, funded: 100, gap: 0, bySource: { DDS: 60, ADD: 40 } })
  })

  test('the total is that of all lines', () => {
    expect(totals(lines)).toEqual({ need: 670, known: false, funded: 120, gap: 550, bySource: { DDS: 80, ADD: 40 } })
    expect(totals([])).toEqual({ need: 0, known: true, funded: 0, gap: 0, bySource: {} })
  })
})
