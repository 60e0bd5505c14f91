import { expect, test } from 'vitest'
import { createTranslator } from '#shared/i18n/index.ts'
import { leftovers, reasonText, uncountedLines } from '../../renderer/features/budget/leftover-text.ts'
import { moreText, sameMore } from '../../renderer/features/budget/more-text.ts'
import { allocate, newApp } from '#tests/support/app.ts'

test('money that is left over because all needs are met tells how many needs nobody has counted', async () => {
  const { client } = newApp()
  await client.caseload.setCount({ group: 'stunted', count: 3 })
  await client.plan.create({ template: 'desa', fiscalYear: 2026 })
  await client.plan.setSource({ source: 'DDS', ceiling: 900_000_000 })
  const report = await allocate(client)
  const uncounted = uncountedLines(await client.plan.lines({}))
  expect(uncounted).toBeGreaterThan(1)
  expect(report.sources.find(({ code }) => code === 'DDS')?.reason).toBe('all_needs_met')
  expect(reasonText('all_needs_met', uncounted, createTranslator('id'))).toBe(`semua kebutuhan yang terhitung sudah terpenuhi; ${uncounted} rincian belum terhitung karena belum ada data`)
  expect(reasonText('all_needs_met', 0, createTranslator('en'))).toBe('every need that is counted is met')
  expect(reasonText('less_than_unit', uncounted, createTranslator('id'))).toBe('kurang dari satu satuan')
})

test('sources of which the same is to be said stand together, each sum that is left over alone', () => {
  const source = (code: string, left: number, reason: 'less_than_unit' | null = null, next: { line: string; amount: number } | null = { line: 'l1', amount: 20_000 }) =>
    ({ code, ceiling: 100_000, available: 100_000, spent: 100_000 - left, left, reason, next })
  const said = (language: 'id' | 'en') => leftovers(
    [source('PBP', 0), source('DDS', 9_000, 'less_than_unit'), source('ADD', 0), source('PAD', 9_000, 'less_than_unit'), source('CSR', 0), source('PBH', 0, null, null), { ...source('PBK', 0), available: 0 }],
    0, () => 'Kudapan', createTranslator(language),
  )
  expect(said('id').map(({ sources, text }) => `${sources} ${text}`)).toEqual([
    'PBP, ADD, dan CSR habis', 'DDS sisa Rp9.000: kurang dari satu satuan', 'PAD sisa Rp9.000: kurang dari satu satuan', 'PBH habis',
  ])
  expect(said('id').map(({ next }) => next)).toEqual([...Array<string>(3).fill('tambah Rp20.000 untuk satu satuan lagi: Kudapan'), ''])
  expect(said('en')[0]?.sources).toBe('PBP, ADD, and CSR')
})

test('what more money would fund is said once for all sources that it could come from', () => {
  const more = (source: string, funded: number) =>
    ({ source, amount: 10_000_000, funded, unused: 10_000, changes: [{ line: 'l1', description: 'Kudapan', tier: 2 as const, before: 1, after: 2 }], status: 'optimal' as const })
  const found = sameMore([more('PBK', 9_990_000), more('DDS', 0), more('ADD', 9_990_000)])
  expect(found.map((one) => moreText(one, createTranslator('id')))).toEqual([
    'Rp10.000.000 lagi dari PBK atau ADD membiayai Rp9.990.000; Rp10.000 belum terpakai.',
    'Rp10 juta lagi dari DDS tidak menambah jumlah yang terdanai, tetapi membuat pembagian yang lebih baik.',
  ])
})
