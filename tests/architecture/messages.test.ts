import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { ERRORS } from '#shared/contract/errors.ts'
import { errorSentence } from '#shared/i18n/error-text.ts'
import { findingText } from '#shared/i18n/finding-text.ts'
import { createTranslator, MESSAGES } from '#shared/i18n/index.ts'
import { ROOT, sourceFiles } from '#tests/support/imports.ts'

function leaves(value: unknown, path = ''): [key: string, text: unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]]
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path ? `${path}.${key}` : key))
}

/** Every area file of a language, whoever uses it: its one export under the area's name. */
async function areasOf(language: 'id' | 'en'): Promise<Record<string, unknown>> {
  const files = sourceFiles(`shared/i18n/${language}/*.ts`)
  const areas = await Promise.all(files.map(async (file) => Object.entries((await import(`../../${file}`)) as object)))
  return Object.fromEntries(areas.flat())
}

const areas = { id: await areasOf('id'), en: await areasOf('en') }
const id = new Map(leaves(areas.id))
const en = new Map(leaves(areas.en))
/** Each once: a number may bring a word of its own with it. */
const placeholders = (text: unknown) => [...new Set([...String(text).matchAll(/\{\{?\s*(\w+)/g)].map(([, name]) => name))].toSorted()

/** What is verified needs no remark. */
const SILENT = new Set(['terms.ruleStatus.verified'])

describe('the message catalogue', () => {
  test('has every key in both languages', () => {
    expect([...en.keys()].toSorted()).toEqual([...id.keys()].toSorted())
    expect(id.size).toBeGreaterThan(50)
  })

  test('has a text that says something for each key', () => {
    const empty = [...id, ...en].filter(([key, text]) => !SILENT.has(key) && (typeof text !== 'string' || text.trim() === ''))
    expect(empty).toEqual([])
  })

  test('fills in the same values in both languages', () => {
    const different = [...id].filter(([key, text]) => placeholders(text).join() !== placeholders(en.get(key)).join())
    expect(different.map(([key, text]) => `${key}: ${placeholders(text)} / ${placeholders(en.get(key))}`)).toEqual([])
  })

  test('says things calmly: no exclamation marks', () => {
    expect([...id, ...en].filter(([, text]) => String(text).includes('!'))).toEqual([])
  })

  test('calls a note "catatan", never "temuan", which is an auditor\'s word', () => {
    expect([...id].filter(([, text]) => /\btemuan\b/i.test(String(text)))).toEqual([])
  })

  test('holds the areas as they are in their files', () => {
    for (const texts of Object.values(MESSAGES.id)) expect(Object.values(areas.id)).toContain(texts)
    for (const texts of Object.values(MESSAGES.en)) expect(Object.values(areas.en)).toContain(texts)
    expect(sourceFiles('shared/i18n/en/*.ts').map((file) => file.replace('/en/', '/id/'))).toEqual(sourceFiles('shared/i18n/id/*.ts'))
  })
})

test('the sentence of an error says sizes, kinds of files and what was expected in words', () => {
  const [id, en] = [createTranslator('id'), createTranslator('en')]
  expect(errorSentence('file_too_big', { file: 'a.xlsx', bytes: 52_428_801, limit: 52_428_800 }, id)).toContain('50,1 MB, batasnya 50 MB')
  expect(errorSentence('file_too_many_rows', { file: 'a.xlsx', rows: 1, limit: 100_000 }, en)).toContain('100,000 rows')
  expect(errorSentence('file_too_big', { file: 'a.csv', bytes: 55_000_000, limit: 52_428_800 }, en)).toContain('52.5 MB, the limit is 50 MB')
  expect(errorSentence('file_not_a_table', { file: 'a.xlsx', found: 'unknown' }, id)).toContain('data yang tidak dikenal')
  expect(errorSentence('file_not_a_table', { file: 'a.xlsx', found: 'png' }, id)).toContain('PNG')
  expect(errorSentence('amount_invalid', { field: 'amount', value: '7', expected: 'multiple', of: 12 }, id)).toBe('amount: “7” tidak dapat dipakai; yang diharapkan kelipatan 12.')
  expect(errorSentence('amount_invalid', { field: '--bidang', value: '9', expected: '1–5' }, id)).toContain('yang diharapkan 1–5.')
  expect(errorSentence('money_range', {}, en)).toBe('The amount is too large to be computed exactly. Check ceilings, prices and quantities.')
  expect(errorSentence('money_range', { line: 'Susu' }, en)).toContain('(Susu)')
  expect(errorSentence('distribution_impossible', { reason: 'no_counts', amount: '', envelope: 'Rp5', measure: 'stunted' }, en)).toBe(`No village counts this measure: ${en.t('terms.groups.stunted')}.`)
  expect(errorSentence('series_not_found', { series: 'x', known: Array.from({ length: 14 }, (_, at) => at) }, id)).toContain('10, 11 ….')
  expect(errorSentence('none', {}, id)).toBeUndefined()
})

test('every kind of distribution that is impossible has a sentence of its own, and so has what is expected of an instance', () => {
  const { find } = createTranslator('en')
  expect(['no_villages', 'unit', 'weights', 'no_counts', 'too_little', 'too_much'].filter((reason) => find(`errors.distribution_impossible_${reason}`) === undefined)).toEqual([])
  const used = sourceFiles('shared/domain/allocation-instance.ts').flatMap((file) => [...readFileSync(path.join(ROOT, file), 'utf8').matchAll(/expected: '(\w+)'/g)].map(([, key]) => key))
  expect(used.length).toBeGreaterThan(10)
  expect(used.filter((key) => find(`expected.${key}`) === undefined)).toEqual([])
})

describe('every named error has a sentence', () => {
  test.each(Object.keys(ERRORS))('%s', (code) => {
    const sentences = (['id', 'en'] as const).map((language) => createTranslator(language).find(`errors.${code}`) ?? `none in ${language}`)
    expect(sentences.filter((sentence) => sentence.startsWith('none in'))).toEqual([])
  })
})

test('a word goes with each number of a sentence', () => {
  const { t, find } = createTranslator('en')
  expect(t('budget.about', { activities: 1, filled: 1, sources: '8' })).toContain('1 activity, 1 of 8 sources has money.')
  expect(t('budget.about', { activities: '1,200', filled: 2, sources: 8 })).toContain('1,200 activities, 2 of 8 sources have money.')
  expect(find('steps.import', { series: 'e-PPGBM', rows: 1, file: 'a.csv' })).toBe('Import e-PPGBM (1 row of a.csv)')
  const prices = (linesCount: number) => findingText({ code: 'unverified_prices', severity: 'info', where: { kind: 'plan', id: 'p', label: '' }, amounts: { linesCount, needed: 5 }, words: { lines: 'Susu' } }, 'en').text
  expect([prices(1), prices(2)]).toEqual(['1 price is unverified, Rp5 in all: Susu.', '2 prices are unverified, Rp5 in all: Susu.'])
})

/** A number before a word that only several have; a limit is never 1, and so many matches are too many. */
const SEVERAL = /\{\{(?!limit|matches)\w+\}\} (?:more |other |stunted |budget |funding )?(?:children|rows|activities|lines|sources|villages|months|files|sheets|cells|steps|notes|cadres|documents|wards|points|figures|prices|counts|families|packages|duplicates)\b/

test('no English sentence says 1 of something as if it were several', () => {
  const wrong = [...en].filter(([key, text]) => !key.endsWith('_other') && SEVERAL.test(String(text)))
  expect(wrong.map(([key, text]) => `${key}: ${String(text)}`)).toEqual([])
})

test('a text is found by its key, with its values as they are, and with the right count', () => {
  const { t, find } = createTranslator('en')
  expect(t('window.notesCount', { count: 1 })).toBe('1 note')
  expect(t('window.notesCount', { count: 3 })).toBe('3 notes')
  expect(createTranslator('id').t('window.notesCount', { count: 1 })).toBe('1 catatan')
  expect(t('window.title', { plan: 'A & <b>' })).toBe('Rembuk: A & <b>')
  expect(find('window.nothing')).toBeUndefined()
})
