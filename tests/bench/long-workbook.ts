import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Writable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import ExcelJS from 'exceljs'
import { writeWorkbook } from '#core/workbook/write.ts'
import { workbookBytes } from '#core/workbook/write-workbook.ts'
import type { SheetDocument } from '#shared/sheets/sheet.ts'
import { regencySheet, ROWS, VILLAGES } from './long-workbook-sheets.ts'
import { againstFloor, type BenchRow, median } from './row.ts'

const PROPERTIES = { title: 'Konsolidasi', madeAt: '2026-11-21T14:32' } as const

/** What nobody waits for with a sign of progress. */
const BLOCK_MS = 500
const STOP_MS = 100

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

/** Longest time in which the core answers nobody while it makes the sheets and writes them: what a click waits for at most meanwhile. */
async function longestBlock(): Promise<number> {
  await setImmediate()
  const delay = monitorEventLoopDelay({ resolution: 10 })
  delay.enable()
  const start = performance.now()
  const sheets = regencySheet()
  // the sampler sees nothing of a block that it began in
  const made = performance.now() - start
  await writeWorkbook(sheets, PROPERTIES)
  delay.disable()
  return Math.max(made, delay.max / 1e6)
}

/** From the wish to stop, in the middle of the rows, until the export has ended. */
async function timeToStop(sheets: readonly SheetDocument[]): Promise<number> {
  const stop = new AbortController()
  let asked = Number.NaN
  const onProgress = (done: number): void => {
    if (done < (VILLAGES * ROWS) / 2 || stop.signal.aborted) return
    asked = performance.now()
    stop.abort()
  }
  const ended = await writeWorkbook(sheets, PROPERTIES, { signal: stop.signal, onProgress }).then(() => 'written', () => 'stopped')
  if (ended !== 'stopped') throw new Error('the export was not stopped')
  return performance.now() - asked
}

/** A regency's table of 250 villages, 15,000 rows: sheets to file against exceljs' stream writer writing the same cells, what the core answers meanwhile, how soon it stops, and the memory of it all. */
export async function bench(): Promise<BenchRow[]> {
  const sheets = regencySheet()
  const plain = await plainRows(sheets)
  if (plain.rows.length < VILLAGES * ROWS) throw new Error('rows are missing')
  const stops: number[] = []
  while (stops.length < 5) stops.push(await timeToStop(sheets))
  return [
    await againstFloor('workbook of 250 villages, 15,000 rows', 1.3, 5, () => workbookBytes(sheets, PROPERTIES), () => writePlain(plain)),
    { name: 'longest time without an answer meanwhile, sheets and file', ms: await longestBlock(), floorMs: null, ratio: null, limit: BLOCK_MS },
    { name: 'time until it has stopped, half written', ms: median(stops), floorMs: null, ratio: null, limit: STOP_MS },
    { name: 'memory of writing it at its highest (MB)', ms: peakMb(), floorMs: null, ratio: null, limit: 300 },
  ]
}
