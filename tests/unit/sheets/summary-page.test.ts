import { describe, expect, it } from 'vitest'
import { villageWorkbook } from '#shared/sheets/documents.ts'
import { layOut } from '#shared/sheets/layout.ts'
import { paperSize } from '#shared/sheets/paper.ts'
import { previewOf } from '#shared/sheets/preview.ts'
import { rowsOf } from '#shared/sheets/sheet.ts'
import { longPlan, sampleInput, sampleWard } from '#tests/support/sample-plan.ts'

function summaryOf(input: Parameters<typeof villageWorkbook>[0]) {
  const sheet = villageWorkbook(input)[0]
  if (sheet?.name !== 'Ringkasan') throw new Error('the workbook does not begin with Ringkasan')
  return sheet
}

describe('Ringkasan on paper', () => {
  it.each(['F4', 'A4'] as const)('holds a plan of ten activities on one upright page of %s', (paper) => {
    for (const input of [sampleInput(), sampleWard()]) {
      const sheet = summaryOf({ ...input, paper })
      expect(layOut(sheet).breaks).toEqual([])
      const { width, height } = paperSize(sheet)
      expect(height).toBeGreaterThan(width)
    }
    expect(layOut(summaryOf({ ...longPlan(), paper })).breaks.length).toBeGreaterThan(0)
  })

  it('says how many stunted children are reached, and for how many months', () => {
    const input = sampleInput()
    const row = rowsOf(summaryOf(input)).find(({ key }) => key === 'covered')
    expect(row?.cells['c']).toMatchObject({ value: 16 })
    expect(row?.cells['words']).toMatchObject({ text: '16 dari 16, 12 dari 12 bulan' })
  })

  it('draws the funded share of each activity as a bar, from nothing to the whole', () => {
    const preview = previewOf(summaryOf(sampleInput()))
    const bars = preview.pages.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flatMap(({ bar, text }) => (bar === null ? [] : [{ bar, text }]))))
    expect(bars).toHaveLength(11)
    expect(bars.at(0)).toEqual({ bar: 1, text: '100,00%' })
    expect(bars.at(9)).toEqual({ bar: 0, text: '–' })
    expect(bars.every(({ bar }) => bar >= 0 && bar <= 1)).toBe(true)
  })
})
