import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { describe, expect, it } from 'vitest'
import { findBrowser } from '#electron/cli/chromium.ts'
import { paperStyles } from '#electron/cli/paper-styles.ts'
import { DOCUMENTS, documentSheets, isDocumentFor } from '#shared/sheets/documents.ts'
import type { DocumentInput } from '#shared/sheets/input.ts'
import { paperHtml } from '#shared/sheets/paper-html.ts'
import { type PreviewSheet, previewOf } from '#shared/sheets/preview.ts'
import { hasPdfTools, pagesOf } from '#tests/support/pdf.ts'
import { png } from '#tests/support/picture.ts'
import { longPlan, sampleInput, sampleWard } from '#tests/support/sample-plan.ts'

const logo = { type: 'png' as const, base64: png(200, 240).toString('base64'), width: 200, height: 240 }
const letterhead = { lines: [], address: ['Jalan Contoh Nomor 12, Kode Pos 66151, Telepon (0342) 000000, pos-el desa@kalipucung.example'], logo }

const browser = findBrowser(process.env)
if (browser === undefined || !hasPdfTools) process.stderr.write('SKIPPED: papers as PDF, because Chromium or pdftotext is not installed\n')

const PICTURES = process.env['PICTURES'] ?? path.join(import.meta.dirname, '../../node_modules/.cache/pictures')

/** Every document of a plan as sheets of pages; the workbook has the others' sheets, so it stands for them where it does. */
function papersOf(input: DocumentInput): PreviewSheet[] {
  return DOCUMENTS.filter((document) => isDocumentFor(document, input.plan.kind)).flatMap((document) => documentSheets(document, input).map(previewOf))
}

const squeezed = (text: string): string => text.replaceAll(/\s+/g, '')

describe.skipIf(browser === undefined || !hasPdfTools)('papers printed by Chromium', () => {
  it.each([
    ['a long village plan on F4', { ...longPlan(14), letterhead, paper: 'F4' as const }], ['a sample village on A4', { ...sampleInput(), letterhead, paper: 'A4' as const }],
    ['a ward on A4', { ...sampleWard(), letterhead, paper: 'A4' as const }],
  ])('%s: every row whole on its page, headers again, sums carried, pages numbered', async (name, input) => {
    const sheets = papersOf(input)
    const running = await chromium.launch({ executablePath: browser ?? '', args: ['--no-sandbox'] })
    try {
      const page = await running.newPage()
      await page.setContent(paperHtml(sheets, 'uji', paperStyles()))
      // Nothing stands lower than the footer, or beside the paper; no cell is higher than the layout reckoned.
      const over = await page.evaluate(() => [...document.querySelectorAll('.paper-page')].flatMap((paper, index) => {
        const foot = paper.querySelector('footer')?.getBoundingClientRect()
        const edge = paper.getBoundingClientRect()
        const rows = [...paper.querySelectorAll('tr, .paper-row')].map((row) => row.getBoundingClientRect())
        const lowest = Math.max(...rows.map(({ bottom }) => bottom))
        const widest = Math.max(...rows.map(({ right }) => right))
        return lowest > (foot?.top ?? 0) + 1 || widest > edge.right - 30 ? [`page ${index + 1}: ${lowest - (foot?.top ?? 0)}, ${widest - edge.right}`] : []
      }))
      expect(over).toEqual([])
      const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
      // Kept beside the pictures of the screens, to be looked at.
      mkdirSync(PICTURES, { recursive: true })
      writeFileSync(path.join(PICTURES, `kertas ${name}.pdf`), pdf)
      const pages = pagesOf(pdf)
      const expected = sheets.flatMap((sheet) => sheet.pages.map((one) => ({ sheet, page: one })))
      expect(pages).toHaveLength(expected.length)
      const lost = expected.flatMap(({ sheet, page: { rows, left, right } }, index) => {
        const words = squeezed(pages[index] ?? '')
        // Words of a cell with several lines stand between those of its neighbours: each word must be there.
        const wanted = [...rows.flatMap(({ cells, chart }) => [...cells.map(({ text }) => text), ...(chart ? [chart.label] : [])]), left, right]
        return wanted.flatMap((text) => text.split(/\s+/)).filter((word) => word.length < 18 && !words.includes(word)).map((word) => `${sheet.name}, page ${index + 1}: ${word}`)
      })
      expect(lost).toEqual([])
    } finally {
      await running.close()
    }
  })
})

describe('tables that go over a page', () => {
  const sheets = [...papersOf(longPlan(14)), ...papersOf({ ...longPlan(14), paper: 'A4' })].filter((sheet) => sheet.pages.length > 1)

  it('have their header on each page, above their rows', () => {
    const bare = sheets.flatMap((sheet) => sheet.pages.flatMap(({ rows }, index) => {
      const [body, head] = [rows.findIndex(({ kind }) => kind === 'body'), rows.findIndex(({ kind }) => kind === 'header')]
      return body >= 0 && (head < 0 || head > body) ? [`${sheet.name} ${index + 1}`] : []
    }))
    expect(bare).toEqual([])
  })

  it('carry their sums: what goes out of a page comes into the next, and is what the lines before it come to', () => {
    const carried = sheets.flatMap((sheet) => {
      const rows = sheet.pages.flatMap(({ rows: own }, page) => own.map((row) => ({ ...row, page })))
      return rows.flatMap((row, index) => (row.role === 'carry' && row.cells.some(({ text }) => text === 'Jumlah dipindahkan') ? [{ sheet: sheet.name, row, next: rows.slice(index + 1).find(({ role }) => role === 'carry') }] : []))
    })
    expect(new Set(carried.map(({ sheet }) => sheet))).toEqual(new Set(sheets.filter(({ pages }) => pages.some(({ rows }) => rows.some(({ role }) => role === 'carry'))).map(({ name }) => name)))
    expect(carried.length).toBeGreaterThan(4)
    for (const { row, next } of carried) {
      const figures = (of: typeof row | undefined) => of?.cells.map(({ text }) => text).filter((text) => /^[\d.]+$|^–$/.test(text))
      expect(next?.page).toBe(row.page + 1)
      expect(figures(row)?.length).toBeGreaterThan(0)
      expect(figures(next)).toEqual(figures(row))
    }
  })
})
