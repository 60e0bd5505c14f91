import type { AllocationReport } from '../contract/allocation.ts'
import { number } from './format.ts'
import type { Translator } from './index.ts'

/** How many children an allocation reaches that puts the most children first, and of whom; whether more cannot be is said only where it is proven. */
export function reachText({ groups, reached, of, whole }: NonNullable<AllocationReport['children']>, proven: boolean, { t, find, language }: Translator): string {
  const names = groups.map((group) => find(`terms.groups.${group}`) ?? group).join(', ')
  return [
    t('budget.allocate.reached', { reached: number(reached, language), of: number(of, language), groups: names }),
    ...(proven ? [t('budget.allocate.reachedProven')] : []), ...(whole ? [] : [t('budget.allocate.reachedPart')]),
  ].join(' ')
}
