import type { PlanCounts } from '#shared/domain/caseload.ts'
import { checkPlan } from '#shared/domain/checks.ts'
import type { Finding } from '#shared/domain/finding.ts'
import type { Commitment, CostLine } from '#shared/domain/plan.ts'
import { costLine, type PlanParts, view } from './plan-fixture.ts'

/** The notes of a plan made of a few parts. */
export const check = (parts: PlanParts, counts: PlanCounts = new Map()): Finding[] => checkPlan(view(parts, counts))

/** Those of one kind. */
export const find = (found: readonly Finding[], code: string) => found.filter((finding) => finding.code === code)

/** Money that a source has promised already; without a bidang. */
export const commit = (kind: Commitment['class'], amount: number, sourceId = 'DDS'): Commitment => ({ sourceId, class: kind, bidang: null, amount })

/** A cost line that follows the count of stunted children, for twelve months at Rp150.000. */
export const stunted = (changes: Partial<CostLine> = {}) =>
  costLine({
    quantities: [
      { unit: 'anak', driver: 'stunted', shareBp: 10_000, served: [], lastN: null },
      { unit: 'bulan', n: 12 },
    ],
    unitPrice: 150_000,
    cutBy: 1,
    ...changes,
  })
