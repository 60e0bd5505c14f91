import type { StepOutcome } from '#shared/domain/allocation.ts'
import { decimals, type Language, percent } from './format.ts'

/** What a step of an optimum reached, or cannot exceed: a share in percent, a sum of coverages as it is. */
export function stepFigure({ step }: Pick<StepOutcome, 'step'>, value: number, language: Language = 'id'): string {
  return step === 'sum' ? decimals(value, language) : percent(Math.round(value * 10_000), language)
}
