import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTranslator } from '#shared/i18n/index.ts'
import { findingText } from '../../renderer/features/caseload/validity/finding-text.ts'
import { layOut } from '../../renderer/ui/flow-layout.ts'
import { pathOf, rangeOf, ticks } from '../../renderer/ui/growth-layout.ts'

describe('the layout of a flow', () => {
  it('gives both bars one scale from zero, stacks the parts without gaps and keeps their labels apart', () => {
    const count = fc.integer({ min: 0, max: 400 })
    fc.assert(fc.property(count, fc.array(count, { minLength: 4, maxLength: 4 }), fc.array(count, { minLength: 2, maxLength: 2 }), (still, out, joined) => {
      const laid = layOut({ key: 'still', count: still }, out.map((of, index) => ({ key: `out${index}`, count: of })), joined.map((of, index) => ({ key: `in${index}`, count: of })))
      const [before, after] = [still + out.reduce((a, b) => a + b, 0), still + joined.reduce((a, b) => a + b, 0)]
      expect(laid.before * after).toBeCloseTo(laid.after * before, 4)
      for (const ribbons of [laid.out, laid.in]) {
        let at = still * (before === 0 ? (after === 0 ? 0 : laid.after / after) : laid.before / before)
        let last = Number.NEGATIVE_INFINITY
        for (const { top, bottom, label, count: of } of ribbons) {
          expect(of).toBeGreaterThan(0)
          expect(top).toBeCloseTo(at, 6)
          expect(label - last).toBeGreaterThan(26 - 1e-6)
          expect(label).toBeLessThan(laid.height)
          at = bottom
          last = label
        }
      }
      expect(laid.out.map(({ count: of }) => of)).toEqual(out.filter((of) => of > 0))
    }))
  })

  it('draws nothing that stays where nobody stays', () => {
    expect(layOut({ key: 'still', count: 0 }, [{ key: 'left', count: 2 }], []).still).toBeUndefined()
  })
})

describe('the scale of a growth chart', () => {
  it('steps in round figures inside its ends', () => {
    expect(ticks({ from: 86.3, to: 120.9 }, 7)).toEqual([90, 95, 100, 105, 110, 115, 120])
    expect(ticks({ from: 607, to: 968 }, 9, 30.4375).map((days) => Math.round(days / 30.4375))).toEqual([20, 22, 24, 26, 28, 30])
    expect(rangeOf([80, 100], 0.05)).toEqual({ from: 79, to: 101 })
  })

  it('draws a line through its points', () => {
    expect(pathOf([{ x: 0, y: 50 }, { x: 10, y: 60 }])).toBe('M0.0 50.0L10.0 60.0')
  })
})

describe('what a rule found, in words', () => {
  const [id, en] = [createTranslator('id'), createTranslator('en')]

  it('writes z-scores, centimetres, shares and dates as people of the language do', () => {
    expect(findingText('height_shrinks', { on: '2026-08-04', before: 98.1, now: 89.2 }, id)).toBe('98,1 cm menjadi 89,2 cm sejak 4 Agu 2026')
    expect(findingText('height_jump', { on: '2026-08-04', before: -109, now: -337 }, id)).toBe('z −1,09 menjadi −3,37 sejak 4 Agu 2026')
    expect(findingText('digit_preference', { place: '', round: 53, heights: 64, share: 8281 }, id)).toContain('tanpa posyandu: 53 dari 64 tinggi berakhir ,0 atau ,5 (82,81%)')
    expect(findingText('haz_spread', { place: 'Kenanga', sd: 72, scores: 63 }, en)).toContain('0.72')
    expect(findingText('identity_changed', { what: 'sex', before: 'P', now: 'L' }, id)).toBe('dahulu perempuan, sekarang laki-laki')
  })

  it('says nothing beside a row that says it all', () => {
    expect(findingText('nik_missing', {}, id)).toBeUndefined()
  })
})
