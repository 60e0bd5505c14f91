import { z } from 'zod'
import { balance, finding, isoDate, rupiah, spendingClass, tier, wholeNumber } from './values.ts'

const fraction = z.object({ part: wholeNumber, whole: wholeNumber, bp: z.int().nullable() })

/** The plan on one page: who is reached, who pays, what is missing most, and what comes next. */
export const planOverview = z.object({
  reach: z.array(z.object({
    group: z.string(), total: wholeNumber, covered: wholeNumber, partly: wholeNumber, units: wholeNumber.nullable(), neededUnits: wholeNumber.nullable(), unit: z.string(),
  })),
  /** In the plan's order. */
  sources: z.array(z.object({ code: z.string(), label: z.string(), name: z.string(), spent: rupiah, left: balance, onBudget: z.boolean(), hasCeiling: z.boolean() })),
  need: rupiah, funded: rupiah, gap: rupiah,
  /** The three largest. */
  gaps: z.array(z.object({
    lineId: z.string(), name: z.string(), tier, gap: rupiah, missing: wholeNumber, units: wholeNumber, unit: z.string(), unitCost: rupiah,
    closers: z.array(z.object({ name: z.string(), left: balance, units: wholeNumber })), unfilled: z.array(z.string()), partners: z.array(z.string()),
  })),
  spending: z.array(z.object({ class: spendingClass, direct: z.boolean(), amount: rupiah, perThousand: wholeNumber })),
  directShareBp: z.int().nullable(),
  perChild: z.object({ children: wholeNumber, help: rupiah, helpPerChild: rupiah, funded: rupiah, fundedPerChild: rupiah }).nullable(),
  /** Tabel 5's last line; total and share are null as long as Dana Desa is not fully booked. null = the plan has no Dana Desa. */
  danaDesa: z.object({ part: rupiah, total: rupiah.nullable(), shareBp: z.int().nullable() }).nullable(),
  register: z.object({ name: z.string(), measuredOn: isoDate, ...fraction.shape }).nullable(),
  progress: z.object({
    children: wholeNumber.nullable(), series: z.string().nullable(), unknownLines: wholeNumber, sources: wholeNumber, ceilingsMissing: wholeNumber, allocated: z.boolean(),
    errors: wholeNumber, warnings: wholeNumber,
    /** What is against a rule, or more than there is: the first of the notes that are errors. */
    firstError: finding.nullable(),
  }),
})
export type PlanOverview = z.infer<typeof planOverview>
