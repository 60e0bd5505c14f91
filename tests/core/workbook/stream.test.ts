import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { AppError } from '#core/app-error.ts'
import { writeWorkbook } from '#core/workbook/write.ts'
import { countRows, STREAM_FROM_ROWS } from '#core/workbook/write-pieces.ts'
import { streamedBytes } from '#core/workbook/write-stream.ts'
import { workbookBytes } from '#core/workbook/write-workbook.ts'
import { villageWorkbook } from '#shared/sheets/documents.ts'
import type { SheetDocument } from '#shared/sheets/sheet.ts'
import { longPlan } from '#tests/support/sample-plan.ts'

const PROPERTIES = { title: 'Konsolidasi', madeAt: '2026-11-21T14:32' } as const

async function opened(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer)
  return workbook
}

/** What people see of a workbook: cells with their look, merged ranges, sizes and how it prints. */
function seen(workbook: ExcelJS.Workbook) {
  return workbook.worksheets.map((worksheet) => {
    const cells: unknown[] = []
    worksheet.eachRow((row) => row.eachCell((cell) => {
      // An empty text and no text at all look alike.
      if (cell.master === cell && cell.value !== '' && cell.value !== null) cells.push([cell.address, cell.value, cell.numFmt, cell.font, cell.alignment])
    }))
    const { paperSize, orientation, fitToWidth, printArea, printTitlesRow, margins } = worksheet.pageSetup
    return {
      name: worksheet.name, cells, merges: worksheet.model.merges.toSorted(), widths: worksheet.columns.map(({ width }) => width), heights: Array.from({ length: worksheet.rowCount }, (_, index) => worksheet.getRow(index + 1).height),
      page: { paperSize, orientation, fitToWidth, printArea, printTitlesRow, margins }, footer: worksheet.headerFooter.oddFooter, frozen: worksheet.views[0],
    }
  })
}

/** One table of a plan, its rows again and again under keys of their own. */
function longTable(): SheetDocument[] {
  const table = villageWorkbook(longPlan(8)).find(({ name }) => name === 'Sasaran')
  const [section] = table?.sections ?? []
  if (!table || !section) throw new Error('no table')
  const plain = section.rows.filter((row) => Object.values(row.cells).every(({ kind }) => kind !== 'formula'))
  const times = Math.ceil((STREAM_FROM_ROWS + 1) / plain.length)
  return [{ ...table, sections: [{ ...section, rows: Array.from({ length: times }, (_, at) => plain.map((row) => ({ ...row, key: `${at}/${row.key}` }))).flat() }] }]
}

describe('a workbook that is written row by row', () => {
  it('is to its reader the one that is written whole', async () => {
    const sheets = villageWorkbook(longPlan(6)).filter(({ sections }) => sections.every(({ rows }) => rows.every(({ cells }) => Object.values(cells).length > 0)))
    expect(sheets.length).toBeGreaterThan(3)
    const [streamed, whole] = [await opened(await streamedBytes(sheets, PROPERTIES)), await opened(await workbookBytes(sheets, PROPERTIES))]
    expect(seen(streamed)).toEqual(seen(whole))
    expect([streamed.creator, streamed.title, streamed.created]).toEqual([whole.creator, whole.title, whole.created])
  })

  it('is chosen for a long table, says how far it is, and stops when it is told to', async () => {
    const sheets = longTable()
    const rows = countRows(sheets)
    expect(rows).toBeGreaterThanOrEqual(STREAM_FROM_ROWS)
    const told: number[] = []
    const bytes = await writeWorkbook(sheets, PROPERTIES, { onProgress: (done) => told.push(done) })
    expect(told.length).toBeGreaterThan(5)
    expect(told).toEqual(told.toSorted((a, b) => a - b))
    expect(bytes.length).toBeGreaterThan(10_000)
    const stop = new AbortController()
    await expect(writeWorkbook(sheets, PROPERTIES, { signal: stop.signal, onProgress: () => stop.abort() })).rejects.toEqual(new AppError('stopped', {}))
  })
})
