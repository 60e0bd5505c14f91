import { expect, it } from 'vitest'
import { isPlausible } from '#shared/domain/child-status.ts'

it('calls implausible what lies beyond the limits of each index, not on them (hundredths)', () => {
  expect([-601, -600, 600, 601].map((z) => isPlausible('hfa', z))).toEqual([false, true, true, false])
  expect([-601, -600, 500, 501].map((z) => isPlausible('wfa', z))).toEqual([false, true, true, false])
  expect([-501, -500, 500, 501].map((z) => isPlausible('wfh', z))).toEqual([false, true, true, false])
})
