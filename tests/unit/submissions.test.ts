import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { byVillage, compareSubmissions, keyState, type SubmissionHead } from '#shared/domain/submissions.ts'

const head = (changes: Partial<SubmissionHead>): SubmissionHead => ({
  sha256: 'a', village: '35.05.07.2001', fiscalYear: 2027, revision: 1, madeAt: '2026-11-01T02:00:00.000Z', key: null, receivedAt: '2026-11-20T02:00:00.000Z', ...changes,
})

describe('the package of a village that counts', () => {
  const ordered = [
    head({ sha256: 'c' }), head({ sha256: 'd' }), head({ sha256: 'b', madeAt: '2026-11-02T02:00:00.000Z' }),
    head({ sha256: 'a', revision: 2, madeAt: '2026-10-01T02:00:00.000Z' }),
  ]

  test('is the last by revision, then by when it was made, then by its sum, whichever came first', () => {
    fc.assert(fc.property(fc.shuffledSubarray(ordered, { minLength: ordered.length }), (came) => {
      expect(came.toSorted(compareSubmissions)).toEqual(ordered)
      expect(byVillage(came).get('35.05.07.2001')).toEqual(ordered)
    }))
  })

  test('is of the same office, of another, or of nobody who can be told', () => {
    const signed = (...keys: readonly (string | null)[]) => keyState(keys.map((key, index) => head({ revision: index + 1, key })))
    expect([signed(), signed(null), signed('x'), signed(null, 'x'), signed('x', 'x'), signed('x', null, 'x'), signed('x', 'y'), signed('x', null)]).toEqual([
      'unsigned', 'unsigned', 'first', 'first', 'same', 'same', 'other', 'dropped',
    ])
  })
})
