import { Worker } from 'node:worker_threads'
import { AppError } from '#core/app-error.ts'
import { csvOf } from '#shared/sheets/csv.ts'
import type { SheetDocument } from '#shared/sheets/sheet.ts'
import type { WorkbookProperties } from './write-workbook.ts'

const WORKER = new URL(import.meta.url.endsWith('.ts') ? './write.worker.ts' : './write.worker.js', import.meta.url)

/**
 * The bytes of an .xlsx with these sheets, made in a worker thread so that the caller stays free. Formulas between sheets need all of them
 * in the list.
 * @throws AppError `stopped` when the signal is raised
 */
export async function writeWorkbook(
  sheets: readonly SheetDocument[], properties: WorkbookProperties, options: { readonly signal?: AbortSignal } = {},
): Promise<Uint8Array> {
  const { signal } = options
  if (signal?.aborted) throw new AppError('stopped', {})
  const worker = new Worker(WORKER, { workerData: { sheets, properties }, execArgv: [] })
  try {
    return await new Promise<Uint8Array>((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.once('exit', (code) => reject(new Error(`the worker that writes workbooks ended with ${code}`)))
      signal?.addEventListener('abort', () => reject(new AppError('stopped', {})), { once: true })
    })
  } finally {
    await worker.terminate()
  }
}

/** Sheets as one CSV text: a single table as it is, several under each other, each under its name. UTF-8 with BOM and `;` (domain §10). */
export function writeCsv(sheets: readonly SheetDocument[]): string {
  const [only] = sheets
  if (only && sheets.length === 1) return csvOf(only)
  return `\uFEFF${sheets.map((sheet) => `${sheet.name}\r\n${csvOf(sheet).replace('\uFEFF', '')}`).join('\r\n')}`
}
