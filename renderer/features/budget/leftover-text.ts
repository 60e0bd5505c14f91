import type { AllocationReport } from '#shared/contract/allocation.ts'
import type { PlanLine } from '#shared/contract/plan.ts'
import type { Translator } from '#shared/i18n/index.ts'

/** Lines whose need nobody can reckon yet: an allocation leaves them out, and must not be read as if it met them. */
export function uncountedLines(lines: readonly PlanLine[]): number {
  return lines.filter(({ need }) => need === null).length
}

/** Why money of a source is left over. That all needs are met is said of those that are counted, with how many are not. */
export function reasonText(reason: NonNullable<AllocationReport['sources'][number]['reason']>, uncounted: number, { t }: Translator): string {
  const text = t(`budget.allocate.${reason}`)
  return reason === 'all_needs_met' && uncounted > 0 ? `${text}; ${t('budget.allocate.uncounted', { count: uncounted })}` : text
}
