import { describe, expect, it } from 'vitest'
import { signingPlaces } from '#shared/sheets/signing-places.ts'

/** What part of the paper each place takes, in percent. */
function parts(widths: readonly number[], people: number): number[] {
  const total = widths.reduce((sum, width) => sum + width, 0)
  return signingPlaces(widths, people).map(({ column, columns }) => Math.round((100 * widths.slice(column - 1, column - 1 + columns).reduce((sum, width) => sum + width, 0)) / total))
}

describe('places to sign', () => {
  it('take all columns from the left to the right', () => {
    for (const people of [1, 2, 3, 6]) {
      const places = signingPlaces([9, 66, 48, 30, 38], people)
      expect(places.map(({ column }) => column)).toEqual([1, 1 + (places[0]?.columns ?? 0), 6 - (places[2]?.columns ?? 0)])
    }
  })

  it('leave the narrowest of three as wide as the columns allow', () => {
    expect(Math.min(...parts([9, 66, 48, 30, 38], 6))).toBe(25)
    expect(parts([20, 20, 20, 20, 20, 20], 3)).toEqual([33, 33, 33])
  })

  it('give one or two people room for a long name and date', () => {
    expect(parts([10, 56, 12, 44, 40, 26, 26], 1)[2]).toBeGreaterThan(35)
    expect(parts([9, 18, 60, 30, 40, 30, 10], 2).filter((_, at) => at !== 1).every((part) => part >= 30)).toBe(true)
  })

  it('stand on three columns as they are', () => {
    expect(signingPlaces([10, 10, 10], 2)).toEqual([{ column: 1, columns: 1 }, { column: 2, columns: 1 }, { column: 3, columns: 1 }])
  })
})
