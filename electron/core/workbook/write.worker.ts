import { parentPort, workerData } from 'node:worker_threads'
import type { SheetDocument } from '#shared/sheets/sheet.ts'
import { countRows, STREAM_FROM_ROWS, streamedBytes } from './write-stream.ts'
import { workbookBytes, type WorkbookProperties } from './write-workbook.ts'

const { sheets, properties } = workerData as { sheets: SheetDocument[]; properties: WorkbookProperties }
const bytes = countRows(sheets) < STREAM_FROM_ROWS
  ? await workbookBytes(sheets, properties)
  : await streamedBytes(sheets, properties, (done) => parentPort?.postMessage({ done }, []))
parentPort?.postMessage({ bytes }, [bytes.buffer as ArrayBuffer])
