import { describe, expect, test } from 'vitest'
import { cashCalendar } from '#shared/contract/cash.ts'
import { explanation } from '#shared/contract/explain.ts'
import { nextYearReport } from '#shared/contract/version.ts'
import { STAGES } from '#shared/domain/version.ts'
import { conflictText, wayText } from '#shared/i18n/conflict-text.ts'
import { createTranslator } from '#shared/i18n/index.ts'
import { stepText } from '#shared/i18n/step-text.ts'

const limits = ['need', 'lock', 'not_eligible', 'ceiling', 'rule', 'bundle', 'none']
const dropOuts = ['tier', 'group', 'cadre', 'conflict'].flatMap((kind) => ['cut', 'gone', 'less'].map((what) => `${kind}.${what}`))

describe.each(['id', 'en'] as const)('every code has its words: %s', (language) => {
  const translator = createTranslator(language)

  test.each([
    ['explain.why', explanation.shape.why.options], ['explain.limits', limits], ['explain.holds', ['rule', 'lock', 'target']], ['explain.ways', ['lock', 'unlock', 'target', 'rule', 'ceiling']],
    ['explain.ways.protected', ['line', 'group', 'source', 'unlock']], ['budget.allocate.conflict', ['lock', 'target', 'cap', 'source']], ['budget.allocate.conflict.protected', ['line', 'group', 'source']],
    ['explain.dropOuts', dropOuts],
    ['explain.cash', cashCalendar.shape.sources.element.shape.basis.options],
    ['explain.nextYear', [...nextYearReport.shape.lines.element.shape.reasons.element.options, ...nextYearReport.shape.sources.element.shape.what.options]],
    ['terms.stages', Object.values(STAGES).flat()],
  ])('%s', (area, codes) => {
    expect(codes.filter((code) => translator.find(`${area}.${code}`) === undefined)).toEqual([])
  })
})

test('what is protected is called that in a conflict and in its ways out, with the units of the language', () => {
  const [id, en] = [createTranslator('id'), createTranslator('en')]
  expect(conflictText({ kind: 'target', protection: 'cadre' }, { line: 'Insentif' }, id)).toBe('Perlindungan kader posyandu: “Insentif”')
  expect(conflictText({ kind: 'target', protection: 'line' }, { line: 'Insentif' }, en)).toBe('The protection of “Insentif”')
  expect(conflictText({ kind: 'lock', protection: 'source' }, { line: 'Insentif', source: 'ADD' }, id)).toBe('Perlindungan yang dibayar ADD: “Insentif”')
  expect(conflictText({ kind: 'target' }, { line: 'Insentif' }, id)).toBe('Cakupan minimal “Insentif”')
  const names = { line: 'Insentif', rule: '', unit: 'bulan' }
  const target = { kind: 'target', unlock: false, source: null, from: 12, to: 1 } as const
  expect(wayText({ ...target, protection: 'cadre' }, names, en)).toBe('Loosen the protection of posyandu cadres for “Insentif” from 12 months to 1 month.')
  expect(wayText(target, names, id)).toBe('Turunkan cakupan minimal “Insentif” dari 12 bulan menjadi 1 bulan.')
  expect(wayText({ kind: 'lock', unlock: true, source: 'ADD', protection: 'source', from: 9_000_000, to: 0 }, names, id)).toBe('Lepas perlindungan yang dibayar ADD untuk “Insentif” (Rp9.000.000).')
})

test('a step says its stage by name', () => {
  expect(stepText({ name: 'version_lock', words: { number: 2, stage: 'apbdes_adjusted' } }, createTranslator('id'))).toBe('Versi 2 dikunci: perubahan penjabaran APBDes')
})
