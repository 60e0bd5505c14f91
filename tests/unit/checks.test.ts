import { describe, expect, test } from 'vitest'
import * as fc from 'fast-check'
import { checkPlan } from '#shared/domain/checks.ts'
import { FINDING_CODES } from '#shared/domain/make-finding.ts'
import { findings as en } from '#shared/i18n/en/findings.ts'
import { terms as enTerms } from '#shared/i18n/en/terms.ts'
import { findingText } from '#shared/i18n/finding-text.ts'
import { findings as id } from '#shared/i18n/id/findings.ts'
import { terms as idTerms } from '#shared/i18n/id/terms.ts'
import { check, commit, find, stunted } from '../support/check-plan.ts'
import { cell, source, templateView, view, VILLAGE_COUNTS } from '../support/plan-fixture.ts'

describe('counts', () => {
  test('parts above their whole are notes, never crashes', () => {
    const found = check(
      {},
      new Map([
        ['stunted', 20],
        ['measured', 10],
        ['targeted', 9],
        ['severely_stunted', 21],
      ] as const),
    )
    expect(find(found, 'counts_contradict').map(({ words }) => `${words['part']}>${words['whole']}`)).toEqual([
      'severely_stunted>stunted',
      'stunted>measured',
      'measured>targeted',
    ])
  })

  test('a part as large as its whole is none', () => {
    expect(
      find(
        check(
          {},
          new Map([
            ['stunted', 10],
            ['measured', 10],
            ['targeted', 10],
          ] as const),
        ),
        'counts_contradict',
      ),
    ).toEqual([])
  })

  test('stunted children without the number of measured ones', () => {
    expect(find(checkPlan(view({}, VILLAGE_COUNTS)), 'no_measurement')).toEqual([])
    expect(find(check({}, new Map([['stunted', 16]] as const)), 'no_measurement')).toHaveLength(1)
  })
})

describe('the list', () => {
  test('errors first, then warnings, then information; equal plans give equal lists', () => {
    const rank = { error: 0, warning: 1, info: 2 }
    fc.assert(
      fc.property(
        fc.integer({ min: 2023, max: 2028 }),
        fc.nat(60_000_000),
        fc.array(fc.nat(20), { minLength: 3, maxLength: 3 }),
        (fiscalYear, ceiling, units) => {
          const made = templateView('desa', { DDS: ceiling, ADD: 9_000_000, GENTING: 2_000_000 }, fiscalYear)
          const cells = units.flatMap((count, index) =>
            made.figures.lines.slice(0, 6).map(({ line }) => cell(line.id, made.plan.sources[index]?.id ?? '', count)),
          )
          const parts = { ...made.plan, cells }
          const found = checkPlan(view(parts, VILLAGE_COUNTS))
          const ranks = found.map(({ severity }) => rank[severity])
          expect(ranks).toEqual(ranks.toSorted())
          expect(checkPlan(view(parts, VILLAGE_COUNTS))).toEqual(found)
          expect(
            fiscalYear === 2026 ||
              fiscalYear === 2025 ||
              fiscalYear === 2024 ||
              !found.some(({ code, severity }) => code.startsWith('rule_') && severity === 'error'),
          ).toBe(true)
          // Every sentence is complete in both languages: no placeholder is left, no figure is missing.
          const texts = found.flatMap((finding) => [findingText(finding, 'id'), findingText(finding, 'en')])
          expect(texts.filter(({ text, fix }) => /\{\{|undefined|NaN/.test(text + fix) || text === '' || fix === '')).toEqual([])
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('texts', () => {
  const shape = (value: unknown): unknown =>
    typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([key, child]) => [key, shape(child)]))
      : 'text'
  const holes = (text: string) => [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name))].toSorted()

  test('English has exactly the keys of Indonesian, and every code a sentence', () => {
    expect(shape(en)).toEqual(shape(id))
    expect(shape(enTerms)).toEqual(shape(idTerms))
    expect(Object.keys(id).toSorted()).toEqual([...FINDING_CODES].toSorted())
  })

  test('a sentence uses the same figures in both languages', () => {
    for (const code of FINDING_CODES) expect([code, holes(en[code].text)]).toEqual([code, holes(id[code].text)])
  })

  test('figures and words as people read them', () => {
    const [found] = find(
      check({ fiscalYear: 2025, sources: [source('DDS', 100_000_000)], commitments: [commit('food_security', 12_000_000)] }),
      'rule_under_share',
    )
    expect(found && findingText(found, 'id')).toEqual({
      text: 'DDS: Permendes PDT 2/2024 Pasal 7(4) meminta ketahanan pangan sekurangnya 20,00% dari Rp100.000.000 (Rp20.000.000); dibukukan Rp12.000.000, kurang Rp8.000.000.',
      fix: 'Tambah Rp8.000.000 untuk ketahanan pangan, atau catat belanjanya sebagai belanja lain yang sudah pasti.',
    })
    const [missing] = find(check({ lines: [stunted()] }), 'no_data')
    expect(missing && findingText(missing, 'en').text).toBe('Rincian: there is no data on stunted children, so its need is not reckoned.')
    const [unverified] = find(check({ sources: [source('DDS', 100_000_000)] }), 'rule_under_share')
    expect(unverified && findingText(unverified, 'id').text).toMatch(/Aturan ini belum terverifikasi\.$/)
  })
})
