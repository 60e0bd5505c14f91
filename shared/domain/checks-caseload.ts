import type { CountKey } from './caseload.ts'
import type { Finding } from './finding.ts'
import type { InstanceInput } from './instance.ts'
import { aboutPlan } from './make-finding.ts'

/** A part and the whole that it cannot exceed (model §2). */
const PARTS: readonly (readonly [CountKey, CountKey])[] = [
  ['severely_stunted', 'stunted'],
  ['stunted', 'measured'],
  ['stunted', 'under_five'],
  ['measured', 'targeted'],
  ['weighed', 'targeted'],
  ['weight_status', 'weighed'],
  ['underweight', 'weight_status'],
  ['moderately_wasted', 'wasting_status'],
  ['severely_wasted', 'wasting_status'],
  ['pmt_wasted', 'moderately_wasted'],
  ['pmt_underweight', 'underweight'],
  ['pmt_faltering', 'faltering'],
  ['under_two', 'under_five'],
  ['child_6_23', 'under_two'],
  ['pregnant_ced', 'pregnant'],
]

/** Counts that contradict each other, and stunted children without the number of measured ones. Groups that are not counted are no contradiction. */
export function checkCaseload({ plan, counts }: InstanceInput): Finding[] {
  const found: Finding[] = []
  for (const [part, whole] of PARTS) {
    const partCount = counts.get(part)
    const wholeCount = counts.get(whole)
    if (partCount !== undefined && wholeCount !== undefined && partCount > wholeCount) {
      found.push(aboutPlan('counts_contradict', 'warning', plan, { amounts: { partCount, wholeCount }, words: { part, whole } }))
    }
  }
  const wasted = (counts.get('moderately_wasted') ?? 0) + (counts.get('severely_wasted') ?? 0)
  const status = counts.get('wasting_status')
  if (status !== undefined && wasted > status && !found.some(({ words }) => words['whole'] === 'wasting_status')) {
    found.push(
      aboutPlan('counts_contradict', 'warning', plan, {
        amounts: { partCount: wasted, wholeCount: status },
        words: { part: 'moderately_wasted', whole: 'wasting_status' },
      }),
    )
  }
  if (counts.has('stunted') && !counts.has('measured')) {
    found.push(aboutPlan('no_measurement', 'info', plan, { amounts: { stuntedCount: counts.get('stunted') ?? 0 } }))
  }
  return found
}
