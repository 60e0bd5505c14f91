import { z } from 'zod'
import { query } from './procedure.ts'
import { confidence, finding, id, planId, rupiah, spendingClass, tier, wholeNumber } from './values.ts'

const month = z.int().min(1).max(12)
/** `late`: due by the end of the month and not paid; `balance`: money that is there. */
const cashMonth = z.object({ month, inflow: rupiah, due: rupiah, paid: rupiah, late: rupiah, balance: rupiah })

export const cashCalendar = z.object({
  months: z.array(cashMonth).length(12),
  sources: z.array(z.object({
    code: z.string(), label: z.string(), name: z.string(), available: rupiah,
    /** Where the schedule comes from: typed stages, the year's rules, last year's money, or nothing at all (equal parts). */
    basis: z.enum(['typed', 'year_rules', 'carry_over', 'assumed']), citation: z.string(), confidence,
    /** Money that no stage speaks of. */
    unscheduled: rupiah, months: z.array(cashMonth).length(12),
  })),
  lines: z.array(z.object({
    id, description: z.string(), activity: z.string(), tier, spendingClass, funded: rupiah,
    /** Months in which something is due; `late`: the part that is not paid by the month's end; `paidIn`: when all is paid, null: not in this year. */
    months: z.array(z.object({ month, due: rupiah, late: rupiah, paidIn: month.nullable() })),
    /** Months (units of time) that nobody pays for. */
    unfunded: z.array(month), unfundedCount: wholeNumber,
  })),
  findings: z.array(finding),
})
export type CashCalendarReport = z.infer<typeof cashCalendar>

/** When money comes and when it is needed. */
export const cashContract = {
  /** The year of a plan (or a scenario) month by month. `villages`: a desa mandiri gets more of Dana Desa in the first stage. */
  calendar: query(['plan', 'caseload', 'allocation', 'rules', 'scenario'], z.strictObject({ planId, scenario: z.string().optional(), villages: z.enum(['independent', 'other']).default('other') }),
    cashCalendar, ['plan_missing', 'plan_not_found', 'money_range', 'scenario_not_found']),
}
