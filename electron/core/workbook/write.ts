import { AppError } from '#core/app-error.ts'
import { csvOf } from '#shared/sheets/csv.ts'
import type { SheetDocument } from '#shared/sheets/sheet.ts'
import { endThread, startThread } from './thread.ts'
import { piecesOf, withoutRows } from './write-pieces.ts'
import type { WorkbookProperties } from './write-workbook.ts'

const WORKER = new URL(import.meta.url.endsWith('.ts') ? './write.worker.ts' : './write.worker.js', import.meta.url)

/** Space for new values: cells live for one row, and a thread takes three times as much as it is given. */
const YOUNG_MB = 8

/**
 * The bytes of an .xlsx with these sheets, made in a worker thread so that the caller stays free. Formulas between sheets need all of them
 * in the list. The rows go to the worker some at a time: sent at once they would stand in memory a third time, on their way. `onProgress` hears
 * how many rows are written.
 * @throws AppError `stopped` when the signal is raised
 */
export async function writeWorkbook(
  sheets: readonly SheetDocument[], properties: WorkbookProperties,
  options: { readonly signal?: AbortSignal; readonly onProgress?: (done: number) => void } = {},
): Promise<Uint8Array> {
  const { signal, onProgress } = options
  if (signal?.aborted) throw new AppError('stopped', {})
  const thread = startThread(WORKER, { workerData: { frames: withoutRows(sheets), properties }, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } })
  const { worker } = thread
  const pieces = piecesOf(sheets)
  try {
    return await new Promise<Uint8Array>((resolve, reject) => {
      worker.on('message', (message: 'next' | { done: number } | { bytes: Uint8Array }) => {
        if (message === 'next') worker.postMessage(pieces.next().value, [])
        else if ('bytes' in message) resolve(message.bytes)
        else onProgress?.(message.done)
      })
      worker.on('error', reject)
      worker.once('exit', (code) => reject(new Error(`the worker that writes workbooks ended with ${code}`)))
      signal?.addEventListener('abort', () => reject(new AppError('stopped', {})), { once: true })
    })
  } finally {
    endThread(thread)
  }
}

/** Sheets as one CSV text: a single table as it is, several under each other, each under its name. UTF-8 with BOM and `;` (domain §10). */
export function writeCsv(sheets: readonly SheetDocument[]): string {
  const [only] = sheets
  if (only && sheets.length === 1) return csvOf(only)
  return `\uFEFF${sheets.map((sheet) => `${sheet.name}\r\n${csvOf(sheet).replace('\uFEFF', '')}`).join('\r\n')}`
}
