import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countRound } from '#shared/domain/count-round.ts'
import { matchRounds, placeKey } from '#shared/domain/match-rounds.ts'
import type { RoundChild } from '#shared/domain/own-growth.ts'
import { compareRounds, type Flow, isStunted, type Round } from '#shared/domain/rounds.ts'

const NO_MEASURES = { weightGrams: null, lengthMm: null, lying: null, heightZ: null, weightZ: null, wastingZ: null, heightLabel: null, weightLabel: null, wastingLabel: null, gained: null }

function child(given: Partial<RoundChild> & { readonly on?: string | null; readonly z?: number | null; readonly mm?: number | null }): RoundChild {
  const { on = '2026-02-10', z = -250, mm = 800, ...rest } = given
  return {
    id: 1, nik: null, name: 'Ani', sex: 'P', bornOn: '2024-01-15', parent: 'Sri', village: '35.05.07.2001', posyandu: 'Mawar', sourceRow: 2, countedOn: on, alsoAt: '', otherBirth: null,
    measurements: on === null ? [] : [{ ...NO_MEASURES, measuredOn: on, heightZ: z, lengthMm: mm }], ...rest,
  }
}

const round = (measuredOn: string, children: readonly RoundChild[]): Round => ({ measuredOn, basis: 'file', children })
const fates = (before: readonly RoundChild[], after: readonly RoundChild[]) =>
  compareRounds(round('2026-02-20', before), round('2026-08-20', after)).children.map(({ outcome, reason }) => (reason === null ? outcome : `${outcome}: ${reason}`))
const later = (given: Parameters<typeof child>[0]) => child({ on: '2026-08-10', ...given })

describe('what became of a stunted child', () => {
  it.each<[string, Parameters<typeof child>[0] | null, string[]]>([
    ['is stunted still', {}, ['still']],
    ['has recovered', { z: -150 }, ['recovered']],
    ['is not in the list', null, ['not_found: not_listed']],
    ['was not measured', { on: null }, ['not_found: not_measured']],
    ['was measured implausibly', { z: -650 }, ['not_found: implausible']],
    ['has a height without a status', { z: null }, ['not_found: no_status']],
    ['was weighed only', { z: null, mm: null }, ['not_found: not_measured']],
    ['moved, and is stunted there', { posyandu: 'Melati' }, ['moved', 'arrived']],
    ['moved to another village and recovered there', { village: '35.05.07.2002', z: 0 }, ['moved']],
    ['spells its posyandu otherwise', { posyandu: 'MAWAR ' }, ['still']],
  ])('%s', (_, after, outcomes) => {
    expect(fates([child({})], after ? [later(after)] : [])).toEqual(outcomes)
  })

  it('leaves at 60 months: on the day of its own measurement, else on the date of the later round', () => {
    const old = { bornOn: '2021-08-15' }
    // 59 months on the 10th, 60 on the 20th
    expect(fates([child(old)], [later(old)])).toEqual(['still'])
    expect(fates([child(old)], [later({ ...old, on: '2026-08-15' })])).toEqual(['left'])
    expect(fates([child(old)], [later({ ...old, on: null })])).toEqual(['left'])
    expect(fates([child(old)], [])).toEqual(['left'])
    expect(fates([child({ bornOn: '2021-08-21' })], [])).toEqual(['not_found: not_listed'])
  })

  it('is new for a reason', () => {
    expect(fates([child({ z: -100 })], [later({})])).toEqual(['added: became_stunted'])
    expect(fates([child({ on: null })], [later({})])).toEqual(['added: not_measured_before'])
    expect(fates([], [later({})])).toEqual(['added: not_listed_before'])
    expect(fates([], [later({ bornOn: '2026-03-01' })])).toEqual(['added: born_since'])
  })

  it('is counted once although its birth date was corrected', () => {
    const nik = '3505075501240001'
    expect(fates([child({ nik, bornOn: '2020-01-15', on: null })], [later({ nik })])).toEqual(['added: not_measured_before'])
    expect(fates([child({ nik })], [later({ nik, bornOn: '2021-01-15' })])).toEqual(['left'])
    expect(fates([child({ nik })], [later({ nik, bornOn: '2026-09-01', on: null })])).toEqual(['not_found: not_measured'])
  })
})

describe('who is the same child', () => {
  const matches = (earlier: readonly RoundChild[], now: readonly RoundChild[]) => [...matchRounds(earlier, now)].map(([b, a]) => [earlier.indexOf(a), now.indexOf(b)])

  it('goes by the NIK, whatever else changed', () => {
    expect(matches([child({ nik: '1' }), child({ nik: '2' })], [child({ nik: '2', name: 'Lain' }), child({ nik: '3' })])).toEqual([[1, 0]])
  })

  it('without a NIK by name, birth date and parent, where nobody else has them', () => {
    expect(matches([child({})], [child({ nik: '1', name: 'ANI.' })])).toEqual([[0, 0]])
    expect(matches([child({ nik: '1' })], [child({ parent: 'sri' })])).toEqual([[0, 0]])
    expect(matches([child({ nik: '1' })], [child({ nik: '2' })])).toEqual([])
    expect(matches([child({}), child({})], [child({})])).toEqual([])
    expect(matches([child({ name: '' })], [child({ name: '' })])).toEqual([])
    expect(matches([child({ bornOn: '2024-01-16' })], [child({})])).toEqual([])
  })
})

const anyChild = (on: string) => fc.record({
  nik: fc.constantFrom(null, '1', '2', '3', '4', '5', '6'), name: fc.constantFrom('Ani', 'Budi', ''), bornOn: fc.constantFrom('2021-02-15', '2021-08-15', '2024-01-15', '2026-05-01'), parent: fc.constantFrom('Sri', ''),
  posyandu: fc.constantFrom('Mawar', 'mawar', 'Melati', ''), village: fc.constantFrom('35.05.07.2001', '35.05.07.2002'), on: fc.constantFrom(null, on), z: fc.constantFrom(null, -650, -300, -201, -200, 0, 601),
  mm: fc.constantFrom(null, 800),
}).map((given) => child(given))
/** One child per NIK, as a list that was counted has. */
const anyRound = (on: string) => fc.array(anyChild(on), { maxLength: 12 }).map((children) => children.filter(({ nik }, index) => nik === null || children.findIndex((other) => other.nik === nik) === index))

const parts = ({ before, still, recovered, left, moved, notFound, added, arrived, after }: Flow) => [before - still - recovered - left - moved - notFound, after - still - added - arrived]
const add = (flows: Iterable<Flow>): Record<string, number> => {
  const sum: Record<string, number> = {}
  for (const flow of flows) for (const [key, value] of Object.entries(flow)) sum[key] = (sum[key] ?? 0) + value
  return sum
}

it('adds up to both counts, at each place and as a whole, and never matches a child twice', () => {
  fc.assert(fc.property(anyRound('2026-02-10'), anyRound('2026-08-10'), (before, after) => {
    const [from, to] = [round('2026-02-20', before), round('2026-08-20', after)]
    const { whole, places, children } = compareRounds(from, to)
    expect(parts(whole)).toEqual([0, 0])
    for (const flow of places.values()) expect(parts(flow)).toEqual([0, 0])
    expect({ ...add([whole]) }).toEqual({ ...add([{ before: 0, still: 0, recovered: 0, left: 0, moved: 0, notFound: 0, added: 0, arrived: 0, after: 0 }, ...places.values()]) })
    // the counts that each series has, by the same rules as its import
    expect(whole.before).toBe(before.filter((one) => isStunted(one, from)).length)
    expect(whole.after).toBe(after.filter((one) => isStunted(one, to)).length)
    expect(countRound(from, 'file').whole.get('stunted') ?? 0).toBe(whole.before)
    for (const [key, flow] of places) expect(flow.after).toBe(after.filter((one) => placeKey(one) === key && isStunted(one, to)).length)
    expect(whole.arrived).toBeLessThanOrEqual(whole.moved)
    const matched = matchRounds(before, after)
    expect(new Set(matched.values()).size).toBe(matched.size)
    expect(children.filter(({ outcome }) => outcome === 'arrived').every(({ from: a, to: b }) => a && b && matched.get(b) === a)).toBe(true)
  }), { numRuns: 500 })
})

it('gives the same matches whatever the order of the lists', () => {
  fc.assert(fc.property(anyRound('2026-02-10'), anyRound('2026-08-10'), (before, after) => {
    const pairs = (a: readonly RoundChild[], b: readonly RoundChild[]) => [...matchRounds(a, b)].map(([now, then]) => `${before.indexOf(then)}-${after.indexOf(now)}`).toSorted()
    expect(pairs(before.toReversed(), after.toReversed())).toEqual(pairs(before, after))
  }))
})
