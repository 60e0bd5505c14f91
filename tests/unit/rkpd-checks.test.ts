import { describe, expect, it } from 'vitest'
import { type RkpdActivity, type RkpdLists, rkpdNotes } from '#shared/domain/rkpd-checks.ts'

const activity = (changes: Partial<RkpdActivity> = {}): RkpdActivity => ({ name: 'PMT', village: null, regencyCode: '1.02.02.2.02.0015', indicator: 'Jumlah', target: 5, amount: 100, ...changes })
const none: RkpdLists = { programmes: [], ceilings: [] }
const codes = (activities: readonly RkpdActivity[], lists = none) => rkpdNotes(activities, lists).map(({ code, words }) => [code, words])

describe('the RKPD', () => {
  it('has nothing to say about an activity that is whole, and judges no list that was not typed', () => {
    expect(codes([activity()])).toEqual([])
  })

  it('names what an activity lacks: a code, the four digits of today, an indicator, a target', () => {
    expect(codes([activity({ regencyCode: null, indicator: '', target: null })])).toEqual([['no_code', '']])
    expect(codes([activity({ regencyCode: '1.02.02.2.02.15' })])).toEqual([['old_code', '1.02.02.2.02.15 → 1.02.02.2.02.0015']])
    expect(codes([activity({ regencyCode: '9.99.99.2.01.0001' })])).toEqual([['unknown_code', '9.99.99.2.01.0001']])
    // this sub kegiatan brings its indicator by decree, the other one does not
    expect(codes([activity({ indicator: '' })])).toEqual([])
    expect(codes([activity({ indicator: ' ', target: null, regencyCode: '1.02.02.2.02.0001' })])).toEqual([['no_indicator', '1.02.02.2.02.0001'], ['no_target', '1.02.02.2.02.0001']])
  })

  it('sets the programmes of the RPJMD beside the activities, both ways', () => {
    expect(codes([activity(), activity({ regencyCode: '2.14.04.2.02.0006' })], { ...none, programmes: ['1.02.02', '1.03.05'] })).toEqual([['programme_empty', '1.03.05 PROGRAM … SISTEM AIR LIMBAH'], ['not_in_rpjmd', '2.14.04']])
  })

  it('adds the money of an OPD over the regency and its kelurahan before it looks at the ceiling', () => {
    const both = [activity({ amount: 70 }), activity({ amount: 40, village: 'Wlingi' })]
    expect(rkpdNotes(both, { ...none, ceilings: [{ opd: 'Dinkes', amount: 100 }] })).toEqual([{ code: 'over_ceiling', words: 'Dinkes', amount: 110, ceiling: 100 }])
    expect(rkpdNotes(both, { ...none, ceilings: [{ opd: 'Dinkes', amount: 110 }, { opd: 'Disdik', amount: 0 }] })).toEqual([])
  })
})
