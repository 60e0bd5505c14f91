import { describe, expect, test } from 'vitest'
import { cashCalendar } from '#shared/contract/cash.ts'
import { explanation } from '#shared/contract/explain.ts'
import { nextYearReport } from '#shared/contract/version.ts'
import { STAGES } from '#shared/domain/version.ts'
import { createTranslator } from '#shared/i18n/index.ts'
import { stepText } from '#shared/i18n/step-text.ts'

const limits = ['need', 'lock', 'not_eligible', 'ceiling', 'rule', 'bundle', 'none']
const dropOuts = ['tier', 'group', 'cadre', 'conflict'].flatMap((kind) => ['cut', 'gone', 'less'].map((what) => `${kind}.${what}`))

describe.each(['id', 'en'] as const)('every code has its words: %s', (language) => {
  const translator = createTranslator(language)

  test.each([
    ['explain.why', explanation.shape.why.options], ['explain.limits', limits], ['explain.holds', ['rule', 'lock', 'target']], ['explain.ways', ['lock', 'unlock', 'target', 'rule', 'ceiling']],
    ['explain.dropOuts', dropOuts],
    ['explain.cash', cashCalendar.shape.sources.element.shape.basis.options],
    ['explain.nextYear', [...nextYearReport.shape.lines.element.shape.reasons.element.options, ...nextYearReport.shape.sources.element.shape.what.options]],
    ['terms.stages', Object.values(STAGES).flat()],
  ])('%s', (area, codes) => {
    expect(codes.filter((code) => translator.find(`${area}.${code}`) === undefined)).toEqual([])
  })
})

test('a step says its stage by name', () => {
  expect(stepText({ name: 'version_lock', words: { number: 2, stage: 'apbdes_adjusted' } }, createTranslator('id'))).toBe('Versi 2 dikunci: perubahan penjabaran APBDes')
})
