import { parentPort, workerData } from 'node:worker_threads'
import type { SheetDocument } from '#shared/sheets/sheet.ts'
import { workbookBytes, type WorkbookProperties } from './write-workbook.ts'

const { sheets, properties } = workerData as { sheets: SheetDocument[]; properties: WorkbookProperties }
const bytes = await workbookBytes(sheets, properties)
parentPort?.postMessage(bytes, [bytes.buffer as ArrayBuffer])
