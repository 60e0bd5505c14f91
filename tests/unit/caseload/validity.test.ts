import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MESSAGES } from '#shared/i18n/index.ts'
import { crossCheck, REASONS } from '#shared/domain/cross-check.ts'
import { curvesFor } from '#shared/domain/growth-curves.ts'
import { heightForAge, statureAt, weightAtAge, weightForAge, weightForHeight } from '#shared/domain/growth.ts'
import type { NotRead } from '#shared/domain/not-read.ts'
import type { RoundChild } from '#shared/domain/own-growth.ts'
import { dayNumber } from '#shared/domain/period.ts'
import { remeasureList, REMEASURE_REASONS } from '#shared/domain/remeasure.ts'
import { checkValidity } from '#shared/domain/validity.ts'
import { editDistance, insideNik } from '#shared/domain/validity-identity.ts'
import { PARTS, REPAIRS, RULE_IDS, RULES, WEIGHTS } from '#shared/domain/validity-rules.ts'
import { scoreOf } from '#shared/domain/validity-score.ts'

const NOTHING = { weightGrams: null, lengthMm: null, lying: null, heightZ: null, weightZ: null, wastingZ: null, heightLabel: null, weightLabel: null, wastingLabel: null, gained: null }
const hundredths = (z: number | undefined): number | null => (z === undefined ? null : Math.round(z * 100))

interface Given {
  readonly nik?: string | null
  readonly name?: string
  readonly sex?: 'L' | 'P'
  readonly born?: string
  readonly parent?: string
  readonly posyandu?: string
  readonly on?: string | null
  readonly cm?: number
  readonly kg?: number
  readonly lying?: boolean | null
  readonly row?: number
  /** What the file reckoned its z-scores with. */
  readonly meant?: { readonly sex?: 'L' | 'P'; readonly born?: string; readonly on?: string; readonly cm?: number; readonly lying?: boolean; readonly days?: number }
}

function child({ nik = null, name = 'Ani', sex = 'L', born = '2024-03-05', parent = 'Sri', posyandu = 'Mawar', on = '2026-08-10', cm = 86, kg = 11.5, lying, row = 2, meant = {} }: Given): RoundChild {
  const base = { id: row, nik, name, sex, bornOn: born, parent, village: '35.05.07.2001', posyandu, sourceRow: row, countedOn: on, alsoAt: '', otherBirth: null }
  if (on === null) return { ...base, measurements: [] }
  const days = meant.days ?? dayNumber(meant.on ?? on) - dayNumber(meant.born ?? born)
  const isLying = lying === undefined ? dayNumber(on) - dayNumber(born) < 731 : lying
  const asMeant = meant.lying ?? isLying
  const stature = { cm: meant.cm ?? cm, posture: asMeant === null ? null : asMeant ? 'lying' as const : 'standing' as const }
  const by = meant.sex ?? sex
  return {
    ...base,
    measurements: [{
      ...NOTHING, measuredOn: on, weightGrams: Math.round(kg * 1000), lengthMm: Math.round(cm * 10), lying: isLying,
      heightZ: hundredths(heightForAge(by, days, stature)), weightZ: hundredths(weightForAge(by, days, kg)), wastingZ: hundredths(weightForHeight(by, days, stature, kg)),
    }],
  }
}

const judge = (children: readonly RoundChild[], previous: readonly RoundChild[] = [], notRead: readonly NotRead[] = []) => checkValidity({
  measuredOn: '2026-08-20', children, previous, notRead, elsewhere: new Map(), counts: () => ({ targeted: children.length, measured: children.filter(({ countedOn }) => countedOn !== null).length }),
})
const rules = (children: readonly RoundChild[], previous: readonly RoundChild[] = []) => judge(children, previous).notes.map(({ rule, child: { sourceRow } }) => `${rule} ${sourceRow}`)

describe('what is inside a NIK', () => {
  it('is DDMMYY with 40 more on the day of a girl', () => {
    expect(insideNik('3505071503249001')).toEqual({ day: 15, month: 3, year: 24, sex: 'L' })
    expect(insideNik('3505077112239001')).toEqual({ day: 31, month: 12, year: 23, sex: 'P' })
    expect(insideNik('3505073513249001')).toBeUndefined()
    expect(insideNik('3505070001249001')).toBeUndefined()
  })

  it('is held against the columns', () => {
    expect(rules([child({ nik: '3505070503249001' })])).toEqual([])
    expect(rules([child({ nik: '3505070603249001' })])).toEqual(['nik_birth 2'])
    expect(rules([child({ nik: '3505074503249001' })])).toEqual(['nik_sex 2'])
    expect(rules([child({ nik: '3505074503249001', sex: 'P' })])).toEqual([])
    expect(rules([child({})])).toEqual(['nik_missing 2'])
  })
})

describe('one child twice', () => {
  const one = { nik: '3505070503249001', name: 'Bagas Pratama', row: 2 }
  it.each<[string, Given, string[]]>([
    ['the same under another NIK', { nik: '3505070503249002', name: 'BAGAS PRATAMA', posyandu: 'Melati' }, ['same_person 3']],
    ['a slip of the finger', { nik: '3505070503249002', name: 'Bagus Pratama' }, ['similar_person 3']],
    ['the beginning of the name', { nik: '3505070503249002', name: 'Bagas' }, ['similar_person 3']],
    ['another parent', { nik: '3505070503249002', name: 'Bagas Pratama', parent: 'Wiwik' }, []],
    ['a brother', { nik: '3505070503249002', name: 'Bima Pratama' }, []],
    ['the same name on another day', { nik: '3505070603249002', name: 'Bagas Pratama', born: '2024-03-06' }, []],
  ])('%s', (_, other, found) => {
    expect(rules([child(one), child({ ...other, row: 3 })])).toEqual(found)
  })

  it('counts the edits between two names', () => {
    expect([editDistance('bagas', 'bagus', 2), editDistance('ani', 'anni', 2), editDistance('', 'ab', 2), editDistance('siti', 'wiwik', 2)]).toEqual([1, 1, 2, 3])
    fc.assert(fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (a, b) => {
      const far = editDistance(a, b, 20)
      expect(far).toBe(editDistance(b, a, 20))
      expect(editDistance(a, b, 2)).toBe(far > 2 ? 3 : far)
      expect(far === 0).toBe(a === b)
    }))
  })
})

describe('what does not fit the measurement before', () => {
  const nik = '3505070503249001'
  const found = (before: Given, now: Given) => rules([child({ nik, ...now })], [child({ nik, on: '2026-02-10', ...before })])
  it('is a height that fell by more than 1 cm, whichever way it was measured', () => {
    expect(found({ cm: 87 }, { cm: 86 })).toEqual([])
    expect(found({ cm: 87.1 }, { cm: 86 })).toEqual([])
    // 87,1 lying is 86,4 standing
    expect(found({ cm: 87.8 }, { cm: 86 })).toEqual(['height_shrinks 2'])
    expect(found({ cm: 87.1, lying: false }, { cm: 86, lying: false })).toEqual(['height_shrinks 2'])
    expect(found({ cm: 87, lying: false }, { cm: 86, lying: false })).toEqual([])
  })

  it('is a jump, a copy, or another identity', () => {
    expect(found({ cm: 77, kg: 11 }, { cm: 92 })).toEqual(['height_jump 2'])
    expect(found({ cm: 82, kg: 8 }, { cm: 86, kg: 13 })).toEqual(['weight_jump 2'])
    expect(found({}, {})).toEqual(['copied_values 2'])
    expect(rules([child({ nik, on: '2026-08-10' })], [child({ nik, on: '2026-07-25' })])).toEqual([])
    expect(found({ sex: 'P', cm: 82 }, {})).toEqual(['identity_changed 2'])
  })
})

describe('heights and their spread at a posyandu', () => {
  const many = (cm: (index: number) => number) => Array.from({ length: 40 }, (_, index) => child({ nik: `35050705032490${10 + index}`, name: `Anak ${'abcdefghij'[index % 10]}${index}`, parent: String(index), row: index + 2, cm: cm(index) }))
  const about = (children: readonly RoundChild[]) => judge(children).placeNotes.map(({ rule, posyandu }) => `${rule} ${posyandu}`)
  it('are said where too many are round, or all alike, or wild', () => {
    expect(about(many((index) => 80 + (index * 7 % 100) / 10))).toEqual([])
    expect(about(many((index) => 80 + index / 4 - (index / 4) % 0.5))).toEqual(['digit_preference Mawar'])
    expect(about(many((index) => 86 + (index % 10) / 10))).toEqual(['haz_spread Mawar'])
    expect(about(many((index) => 73.1 + (index % 10) * 3.1))).toEqual(['haz_spread Mawar'])
    expect(about(many(() => 80).slice(0, 19))).toEqual([])
  })
})

describe('the score', () => {
  it('weighs what it says, and nothing is lost where a part says nothing', () => {
    expect(Object.values(WEIGHTS).reduce((a, b) => a + b, 0)).toBe(100)
    expect(scoreOf({}).score).toBeNull()
    expect(scoreOf({ identity: { good: 1, total: 2 } })).toMatchObject({ score: 50 })
    expect(scoreOf({ completeness: { good: 9, total: 10 }, identity: { good: 1, total: 1 } }).score).toBe(94)
    expect(scoreOf({ completeness: { good: 366, total: 367 }, identity: { good: 1, total: 1 } }).score).toBe(99)
  })

  const share = fc.tuple(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 0, max: 100_000 })).map(([a, b]) => ({ good: Math.min(a, b), total: Math.max(a, b) }))
  it('is the sum of its points, none more than it could be, all of them 100; 100 means that nothing is amiss', () => {
    fc.assert(fc.property(fc.dictionary(fc.constantFrom(...PARTS), share), (shares) => {
      const { score, parts } = scoreOf(shares)
      const known = Object.values(shares).filter(({ total }) => total > 0)
      expect(score === null).toBe(known.length === 0)
      expect(parts.reduce((sum, { points }) => sum + (points ?? 0), 0)).toBe(score ?? 0)
      expect(parts.reduce((sum, { of }) => sum + of, 0)).toBe(known.length === 0 ? 0 : 100)
      expect(parts.every(({ points, of }) => points === null ? of === 0 : points >= 0 && points <= of)).toBe(true)
      expect(score === 100).toBe(known.length > 0 && known.every(({ good, total }) => good === total))
    }), { numRuns: 1000 })
  })

  it('counts each child once in a part, by its worst note, and is reckoned for each place', () => {
    const children = [child({ nik: null, row: 2 }), child({ nik: '3505070503249001', name: 'Budi', row: 3, posyandu: 'Melati' })]
    const { whole, places } = judge(children)
    const identity = (place: typeof whole) => place.parts.find(({ part }) => part === 'identity')
    // a warning takes half of the child
    expect([identity(whole)?.good, identity(whole)?.total]).toEqual([3, 4])
    expect(places.map((place) => [place.posyandu, identity(place)?.good, identity(place)?.total])).toEqual([['', 3, 4], ['Mawar', 1, 2], ['Melati', 2, 2]])
  })
})

describe('the reason of a difference', () => {
  const reasons = (given: Given, before?: RoundChild) => {
    const { differences } = crossCheck([child(given)], () => before?.measurements[0])
    return [...new Set(differences.map(({ reason }) => reason))]
  }
  it.each<[string, Given, string[]]>([
    ['nothing differs', {}, []],
    ['the other sex', { meant: { sex: 'P' } }, ['wrong_sex']],
    ['day and month of birth', { meant: { born: '2024-05-03' } }, ['swapped_date']],
    ['day and month of the measurement', { on: '2026-08-10', meant: { on: '2026-10-08' } }, ['swapped_date']],
    ['a day and month that cannot be swapped', { born: '2024-03-15', meant: { born: '2024-05-01' } }, ['unknown']],
    ['lying for standing', { lying: false, meant: { lying: true } }, ['posture']],
    ['standing for lying', { lying: true, meant: { lying: false } }, ['posture']],
    ['ten centimetres too few', { cm: 76, meant: { cm: 86 } }, ['typing_ten']],
    ['ten centimetres too many', { cm: 96, meant: { cm: 86 } }, ['typing_ten']],
    ['eleven centimetres', { cm: 75, meant: { cm: 86 } }, ['unknown']],
    ['an age in months', { born: '2024-03-12', meant: { days: Math.round(28 * 30.4375) } }, ['age_months']],
  ])('%s', (_, given, found) => {
    expect(reasons(given)).toEqual(found)
  })

  it('is a value left over from before only where the value is that one', () => {
    const before = child({ on: '2026-02-10', cm: 80, kg: 10 })
    const old = before.measurements[0]
    const now = child({ cm: 86, kg: 11.5 })
    const m = now.measurements[0]
    if (!m || !old) throw new Error('not measured')
    const stale = { ...now, measurements: [{ ...m, heightZ: old.heightZ, heightLabel: 'stunted' as const }] }
    expect(crossCheck([stale], () => old).differences.map(({ index, reason }) => [index, reason])).toEqual([['hfa', 'old_label']])
    expect(crossCheck([stale], () => undefined).differences.map(({ reason }) => reason)).toEqual(['unknown'])
    const label = { ...now, measurements: [{ ...m, heightLabel: 'severely_stunted' as const }] }
    expect(crossCheck([label], () => ({ ...old, heightLabel: 'severely_stunted' })).differences.map(({ reason, wrongLabel }) => [reason, wrongLabel])).toEqual([['old_label', true]])
    expect(crossCheck([label], () => old).differences.map(({ reason, wrongLabel }) => [reason, wrongLabel])).toEqual([['label_only', true]])
  })

  it('is never given where the mistake does not reproduce every z-score of the file', () => {
    fc.assert(fc.property(fc.integer({ min: -300, max: 300 }), fc.integer({ min: 2, max: 400 }), (z, off) => {
      const plain = child({ cm: Math.round((statureAt('L', 888, z / 100) ?? 0) * 10) / 10, kg: Math.round((weightAtAge('L', 888, z / 100) ?? 0) * 10) / 10 })
      const m = plain.measurements[0]
      if (!m) throw new Error('not measured')
      // only the weight is off: no mistake about height, age or sex gives that
      const { differences } = crossCheck([{ ...plain, measurements: [{ ...m, weightZ: (m.weightZ ?? 0) + off }] }], () => undefined)
      expect(differences.map(({ index, reason }) => [index, reason])).toEqual([['wfa', 'unknown']])
    }))
  })
})

describe('whom to measure again', () => {
  it('is ordered by what presses most, then by name', () => {
    const [a, b, c] = [child({ name: 'Ani', row: 2 }), child({ name: 'Budi', row: 3 }), child({ name: 'Citra', row: 4 })]
    const list = remeasureList(
      [{ rule: 'not_measured', child: a, words: {} }, { rule: 'height_shrinks', child: b, words: {} }, { rule: 'nik_missing', child: c, words: {} }, { rule: 'implausible_hfa', child: b, words: {} }],
      [], [{ outcome: 'not_found', reason: 'not_listed', from: c, to: null }, { outcome: 'recovered', reason: null, from: a, to: a }],
    )
    expect(list.map(({ child: { name }, reasons }) => [name, reasons])).toEqual([['Citra', ['stunted_not_found']], ['Budi', ['implausible', 'shrinks']], ['Ani', ['not_measured']]])
  })
})

describe('the curves of the standards', () => {
  it('go through WHO’s figures, step down at 731 days, and stay inside the tables', () => {
    const { hfa, wfa, wfh } = curvesFor('L', { fromDays: -50, toDays: 4000 }, { fromCm: 10, toCm: 300, standing: false })
    const at = (curves: typeof hfa, z: number, x: number) => curves.find((curve) => curve.z === z)?.points.find((point) => point.x === x)?.y
    expect([at(hfa, 0, 0), at(hfa, 0, 730), at(hfa, 0, 731), at(hfa, -2, 1826)]).toEqual([49.88, 87.8, 87.13, 100.69])
    expect([at(wfa, 0, 0), at(wfh, 0, 45), at(wfh, 0, 110)]).toEqual([3.35, 2.44, 18.27])
    for (const curve of [...hfa, ...wfa, ...wfh]) {
      expect(curve.points.length).toBeLessThan(80)
      expect(curve.points.every(({ x }, index) => index === 0 || x > (curve.points[index - 1]?.x ?? 0))).toBe(true)
    }
    expect(hfa[0]?.points.at(-1)?.x).toBe(1826)
  })
})

it('has a text for every rule, detail, repair, part and reason', () => {
  const { validity } = MESSAGES.id
  expect(Object.keys(validity.rule)).toEqual([...RULE_IDS])
  expect(Object.keys(validity.detail)).toEqual([...RULE_IDS])
  expect(Object.keys(validity.repair).toSorted()).toEqual(REPAIRS.toSorted())
  expect(Object.keys(validity.part)).toEqual([...PARTS])
  expect(Object.keys(validity.reason)).toEqual([...REASONS])
  expect(Object.keys(validity.remeasure)).toEqual([...REMEASURE_REASONS])
  expect(RULES.map(({ id }) => id)).toEqual([...RULE_IDS])
})
