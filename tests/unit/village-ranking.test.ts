import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { type RankedFigures, RANKINGS, rankVillages } from '#shared/domain/village-ranking.ts'

const village = (code: string, parts: Partial<RankedFigures> = {}): RankedFigures => ({ code, need: null, funded: null, gap: null, stunted: null, measured: null, ...parts })
const money = (need: number, funded: number) => ({ need, funded, gap: need - funded })

it('puts first where most is to be done, equal ones by their codes, and leaves out what sent nothing', () => {
  const all = [village('4'), village('3', { ...money(100, 40), stunted: 7, measured: 90 }), village('2', { ...money(10, 1), stunted: 0, measured: 5 }), village('1', { ...money(100, 40), stunted: 7 }), village('5', money(0, 0)), village('6', money(50, 50))]
  const order = (by: (typeof RANKINGS)[number]) => rankVillages(all, by).map(({ code }) => code)
  expect(order('gap')).toEqual(['1', '3', '2'])
  expect(order('share')).toEqual(['2', '1', '3', '6'])
  expect(order('stunted')).toEqual(['1', '3'])
})

it('does not depend on the order in which villages came in', () => {
  const some = fc.uniqueArray(fc.record({ code: fc.string({ minLength: 1, maxLength: 3 }), need: fc.integer({ min: 1, max: 9 }), funded: fc.integer({ min: 0, max: 1 }), stunted: fc.integer({ min: 0, max: 3 }) }), { selector: ({ code }) => code })
  fc.assert(fc.property(some, fc.constantFrom(...RANKINGS), (made, by) => {
    const villages = made.map(({ code, need, funded, stunted }) => village(code, { ...money(need, funded), stunted }))
    expect(rankVillages(villages.toReversed(), by)).toEqual(rankVillages(villages, by))
  }))
})
