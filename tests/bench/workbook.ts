import ExcelJS from 'exceljs'
import { workbookBytes } from '#core/workbook/write-workbook.ts'
import { villageWorkbook } from '#shared/sheets/documents.ts'
import { longPlan } from '#tests/support/sample-plan.ts'
import { againstFloor, type BenchRow } from './row.ts'

const PROPERTIES = { title: 'Rencana', subject: 'contoh', madeAt: '2026-11-21T14:32' } as const
const RUNS = 25

interface PlainCell { readonly at: string; readonly value: ExcelJS.CellValue; readonly style: Partial<ExcelJS.Style> }
interface PlainSheet {
  readonly name: string
  readonly cells: readonly PlainCell[]
  readonly merges: readonly string[]
  readonly heights: readonly number[]
  readonly widths: readonly (number | undefined)[]
  readonly breaks: readonly number[]
  readonly pageSetup: Partial<ExcelJS.PageSetup>
}

/** The cells of the finished workbook as bare data, read back from the file; equal looks share one style, as in ours. */
async function plainCells(bytes: Uint8Array): Promise<PlainSheet[]> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer)
  const styles = new Map<string, Partial<ExcelJS.Style>>()
  const shared = (style: Partial<ExcelJS.Style>): Partial<ExcelJS.Style> => {
    const key = JSON.stringify(style)
    const known = styles.get(key) ?? style
    styles.set(key, known)
    return known
  }
  return workbook.worksheets.map((worksheet) => {
    const cells: PlainCell[] = []
    const heights: number[] = []
    worksheet.eachRow({ includeEmpty: true }, (row) => {
      heights.push(row.height)
      row.eachCell({ includeEmpty: true }, (cell) => {
        if (cell.master === cell) cells.push({ at: cell.address, value: cell.value, style: shared(cell.style) })
      })
    })
    return {
      name: worksheet.name, cells, heights, merges: worksheet.model.merges, widths: worksheet.columns.map((column) => column.width),
      pageSetup: worksheet.pageSetup,
      breaks: (worksheet as unknown as { rowBreaks: { id: number }[] }).rowBreaks.map((one) => one.id),
    }
  })
}

async function writePlain(sheets: readonly PlainSheet[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  for (const sheet of sheets) {
    const worksheet = workbook.addWorksheet(sheet.name, { pageSetup: sheet.pageSetup })
    sheet.widths.forEach((width, index) => {
      if (width !== undefined) worksheet.getColumn(index + 1).width = width
    })
    sheet.heights.forEach((height, index) => {
      worksheet.getRow(index + 1).height = height
    })
    for (const { at, value, style } of sheet.cells) {
      const cell = worksheet.getCell(at)
      cell.style = style
      cell.value = value
    }
    for (const range of sheet.merges) worksheet.mergeCells(range)
    for (const after of sheet.breaks) worksheet.getRow(after).addPageBreak()
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

/** Workbook of a village plan with 40 activities, figures to file, against exceljs writing the same cells; medians of alternating runs. */
export async function bench(): Promise<BenchRow[]> {
  const input = longPlan(40)
  const ours = (): Promise<Uint8Array> => workbookBytes(villageWorkbook(input), PROPERTIES)
  const plain = await plainCells(await ours())
  return [await againstFloor('workbook of a village plan with 40 activities', 0.6, RUNS, ours, () => writePlain(plain))]
}
