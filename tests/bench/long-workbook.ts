import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Writable } from 'node:stream'
import ExcelJS from 'exceljs'
import { workbookBytes } from '#core/workbook/write-workbook.ts'
import type { SheetDocument } from '#shared/sheets/sheet.ts'
import { regencySheet, ROWS, VILLAGES } from './long-workbook-sheets.ts'
import { againstFloor, type BenchRow } from './row.ts'

const PROPERTIES = { title: 'Konsolidasi', madeAt: '2026-11-21T14:32' } as const

const nowhere = (): Writable => new Writable({ write(_chunk, _encoding, next) { next() } })

interface Plain { readonly height: number; readonly cells: readonly { readonly column: number; readonly value: ExcelJS.CellValue; readonly style: Partial<ExcelJS.Style> }[] }

/** The cells of the finished workbook as bare data; equal looks share one style. */
async function plainRows(sheets: readonly SheetDocument[]): Promise<{ rows: Plain[]; widths: number[] }> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load((await workbookBytes(sheets, PROPERTIES)).buffer as ArrayBuffer)
  const styles = new Map<string, Partial<ExcelJS.Style>>()
  const rows: Plain[] = []
  book.worksheets[0]?.eachRow({ includeEmpty: true }, (row) => {
    const cells: { column: number; value: ExcelJS.CellValue; style: Partial<ExcelJS.Style> }[] = []
    row.eachCell({ includeEmpty: true }, (cell) => {
      const key = JSON.stringify(cell.style)
      const style = styles.get(key) ?? cell.style
      styles.set(key, style)
      cells.push({ column: Number(cell.col), value: cell.value, style })
    })
    rows.push({ height: row.height, cells })
  })
  return { rows, widths: book.worksheets[0]?.columns.map((column) => column.width ?? 9) ?? [] }
}

async function writePlain({ rows, widths }: { readonly rows: readonly Plain[]; readonly widths: readonly number[] }): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: nowhere(), useStyles: true, useSharedStrings: false })
  const worksheet = workbook.addWorksheet('Konsolidasi')
  worksheet.columns = widths.map((width) => ({ width }))
  rows.forEach((plain, index) => {
    const row = worksheet.getRow(index + 1)
    row.height = plain.height
    for (const { column, value, style } of plain.cells) {
      const cell = row.getCell(column)
      cell.style = style
      cell.value = value
    }
    row.commit()
  })
  worksheet.commit()
  await workbook.commit()
}

/**
 * Memory of a program that makes the sheets and writes the workbook, at its highest. The first run only fills the cache of compiled sources:
 * the bundles that people run have no types to strip, which takes some 30 MB.
 */
function peakMb(): number {
  const script = `const { regencySheet } = await import(${JSON.stringify(path.join(import.meta.dirname, 'long-workbook-sheets.ts'))}); const { writeWorkbook } = await import('#core/workbook/write.ts'); await writeWorkbook(regencySheet(), { title: 'x' }); console.log(process.resourceUsage().maxRSS / 1024)`
  const cache = mkdtempSync(path.join(tmpdir(), 'rembuk-compiled-'))
  try {
    const run = (): number => {
      const ran = spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: path.join(import.meta.dirname, '../..'), encoding: 'utf8', env: { ...process.env, NODE_COMPILE_CACHE: cache } })
      const peak = Number(ran.stdout.trim())
      if (!(peak > 0)) throw new Error(`the memory could not be measured: ${ran.stderr}`)
      return peak
    }
    run()
    return run()
  } finally {
    rmSync(cache, { recursive: true })
  }
}

/** A regency's table of 250 villages, 15,000 rows: sheets to file against exceljs' stream writer writing the same cells, and the memory of it all. */
export async function bench(): Promise<BenchRow[]> {
  const sheets = regencySheet()
  const plain = await plainRows(sheets)
  if (plain.rows.length < VILLAGES * ROWS) throw new Error('rows are missing')
  return [
    await againstFloor('workbook of 250 villages, 15,000 rows', 1.3, 5, () => workbookBytes(sheets, PROPERTIES), () => writePlain(plain)),
    { name: 'memory of writing it at its highest (MB)', ms: peakMb(), floorMs: null, ratio: null, limit: 300 },
  ]
}
