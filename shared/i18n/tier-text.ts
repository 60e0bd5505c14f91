import type { AllocationReport } from '../contract/allocation.ts'
import { percent } from './format.ts'
import type { Translator } from './index.ts'

/**
 * What an allocation says of a tier; what is set aside, which is named beside it, takes no part in the lowest coverage. That the money is not
 * enough is said only where it is proven.
 */
export function tierText({ tier, lowestCoverage, aside }: AllocationReport['tiers'][number], proven: boolean, { t, language }: Translator): string {
  const others = aside.length > 0
  if (lowestCoverage === null) return t(others ? 'budget.allocate.tierAside' : 'budget.allocate.tierNone', { tier })
  if (lowestCoverage === 1) return t(others ? 'budget.allocate.tierMetOthers' : 'budget.allocate.tierMet', { tier })
  // of nought nothing would be said: that not each of them gets a unit is what the meeting has to hear
  if (lowestCoverage === 0 && !proven) return t('budget.allocate.tierNotEachYet', { tier })
  if (lowestCoverage === 0) return t(others ? 'budget.allocate.tierNotEachOthers' : 'budget.allocate.tierNotEach', { tier })
  return t(others ? 'budget.allocate.tierLowestOthers' : 'budget.allocate.tierLowest', { tier, percent: percent(Math.floor(lowestCoverage * 10_000), language) })
}
