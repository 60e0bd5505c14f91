import { expect, test } from 'vitest'
import { localDay } from '../../renderer/ui/local-day.ts'

test('a day is the one of the clock on the wall, also just after and just before midnight', () => {
  expect([localDay(new Date(2026, 10, 2, 0, 5)), localDay(new Date(2026, 10, 2, 23, 55))]).toEqual(['2026-11-02', '2026-11-02'])
})
