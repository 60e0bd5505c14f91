import { z } from 'zod'
import { balance, id, rupiah, targetGroup, tier, wholeNumber } from './values.ts'

/** How many people: exact where `from` = `to`. */
const range = z.object({ from: wholeNumber, to: wholeNumber })

export const lineState = z.object({ neededUnits: wholeNumber.nullable(), need: rupiah, unitCost: rupiah.nullable(), units: wholeNumber, funded: rupiah })
export const sourceState = z.object({ ceiling: rupiah.nullable(), available: rupiah, spent: rupiah, left: balance })
const timeUnit = z.enum(['month', 'day'])
const groupState = z.object({
  total: wholeNumber, stale: z.boolean(), covered: wholeNumber, coveredAtMost: wholeNumber, partly: wholeNumber, reached: wholeNumber, units: wholeNumber, neededUnits: wholeNumber,
  unit: z.string(), time: z.object({ unit: timeUnit, given: wholeNumber, needed: wholeNumber }).nullable(),
})
const totals = z.object({ need: rupiah, funded: rupiah, gap: rupiah })

/** What differs between two plans. `gained` and `lost` are people with the full help, `time` is people × months (or days). */
export const comparison = z.object({
  totals: z.object({ before: totals, after: totals }),
  lines: z.array(z.object({ id, description: z.string(), activity: z.string(), tier, before: lineState.nullable(), after: lineState.nullable() })),
  groups: z.array(z.object({
    group: targetGroup, kind: z.enum(['direct', 'incentive']), before: groupState.nullable(), after: groupState.nullable(), gained: range, lost: range,
    reachedGained: wholeNumber, reachedLost: wholeNumber,
    time: z.object({ unit: timeUnit, before: wholeNumber, after: wholeNumber, gained: wholeNumber, lost: wholeNumber }).nullable(),
  })),
  children: z.object({ before: range, after: range, gained: range, lost: range, exact: z.boolean() }),
  sources: z.array(z.object({
    id, label: z.string(), name: z.string(), before: sourceState.nullable(), after: sourceState.nullable(),
    moves: z.array(z.object({ lineId: id, description: z.string(), before: rupiah, after: rupiah })),
  })),
})
export type ComparisonReport = z.infer<typeof comparison>
