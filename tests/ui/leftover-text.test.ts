import { expect, test } from 'vitest'
import { createTranslator } from '#shared/i18n/index.ts'
import { reasonText, uncountedLines } from '../../renderer/features/budget/leftover-text.ts'
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
